import { create, insertMultiple, search } from "@orama/orama";
import { flat, fold, words } from "../browser/words.js";

let index;
let count;

export default {
  name: "Orama",
  facetsOn: ["year", "venue", "authors"],
  async build(docs) {
    const schema = { title: "string", authors: "string", venue: "string", abstract: "string", year: "string", venueFacet: "enum", authorFacet: "enum[]" };
    const tokenizer = { language: "english", normalizationCache: new Map(), tokenize: (text) => words(text).map(fold) };
    index = create({ schema, components: { tokenizer } });
    count = docs.length;
    const rows = docs.map((doc) => ({ ...flat(doc), id: String(doc._i), venueFacet: doc.venue, authorFacet: doc.authors }));
    await insertMultiple(index, rows, 1000);
  },
  async query(text) {
    const { hits } = await search(index, { term: text, limit: count, threshold: 0, boost: { title: 4, authors: 2 } });
    return { total: hits.length, ids: hits.map(({ id }) => Number(id)) };
  },
  async facets(text) {
    const facets = { year: { limit: 20 }, venueFacet: { limit: 20 }, authorFacet: { limit: 20 } };
    const { count: total } = await search(index, { term: text, limit: 50, threshold: 0, facets });
    return { total };
  },
};
