import { Charset, Index } from "flexsearch";
import { flat } from "../browser/words.js";

let index;
let count;

export default {
  name: "FlexSearch",
  build(docs) {
    count = docs.length;
    index = new Index({ tokenize: "forward", encoder: Charset.LatinBalance, cache: false });
    for (const doc of docs) index.add(doc._i, Object.values(flat(doc)).slice(1).join(" \n"));
  },
  query(text) {
    const ids = index.search(text, { limit: count });
    return { total: ids.length, ids };
  },
};
