import { minisearch } from "./minisearch.js";

export default minisearch("MiniSearch, fuzzy", 0.2);
