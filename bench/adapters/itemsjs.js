import itemsjs from "itemsjs";

let index;
let count;

export default {
  name: "ItemsJS",
  facetsOn: ["year", "venue", "authors"],
  build(docs) {
    count = docs.length;
    const rows = docs.map((doc) => ({ ...doc, id: doc._i + 1, year: String(doc.year) }));
    const aggregations = { year: { size: 20 }, venue: { size: 20 }, authors: { size: 20 } };
    index = itemsjs(rows, { aggregations, searchableFields: ["title", "authors", "venue", "year", "abstract"] });
  },
  query(text) {
    const { items } = index.search({ query: text, per_page: count }).data;
    return { total: items.length, ids: items.map(({ id }) => id - 1) };
  },
  facets(text) {
    return { total: index.search({ query: text, per_page: 50 }).pagination.total };
  },
};
