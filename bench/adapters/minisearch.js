import MiniSearch from "minisearch";
import { flat, fold, words } from "../browser/words.js";

/** MiniSearch as a list would use it: every word, each as the beginning of one; with `fuzzy`, through typing errors. */
export function minisearch(name, fuzzy) {
  let index;
  return {
    name,
    build(docs) {
      index = new MiniSearch({
        fields: ["title", "authors", "venue", "abstract", "year"],
        storeFields: [],
        tokenize: words,
        processTerm: fold,
        searchOptions: { prefix: true, combineWith: "AND", boost: { title: 4, authors: 2 }, fuzzy },
      });
      index.addAll(docs.map(flat));
    },
    query(text) {
      const ids = index.search(text).map(({ id }) => id);
      return { total: ids.length, ids };
    },
  };
}

export default minisearch("MiniSearch", false);
