// The engine of Offprint, filled with documents that are in memory and asked as the page asks it.

/** The facets whose values are counted, in the order of the engine's columns; the rest of them is not asked for. */
const FACETS = ["author", "venue"];
const MOST_VALUES = 20;

let engine;
let list;

export default {
  name: "offprint",
  facetsOn: ["year", "venue", "authors"],
  async build(docs) {
    // Not a literal, so that no bundler looks for it.
    const module = await import(new URL("/dist/offprint-engine.js", location).href);
    globalThis.offprintWasm = await module.default();
    engine = new module.Engine();
    for (const { title, venue, abstract, authors, year } of docs) {
      engine.add(title, venue ?? "", abstract ?? "", authors, year || undefined);
    }
    list = JSON.parse(engine.finish());
  },
  query: (text) => ask(text, ({ summary, entries }) => ({ total: JSON.parse(summary).total, ids: entries })),
  queryTop: (text) => ask(text, ({ summary, entries }) => ({ total: JSON.parse(summary).total, ids: entries.subarray(0, 50) })),
  facets: (text) => ask(text, counted),
};

/** Answers a query; `read` takes what it needs of the answer. */
function ask(text, read) {
  const answer = engine.answer(String(new URLSearchParams({ q: text })));
  try {
    return read(answer);
  } finally {
    answer.free();
  }
}

/** The most frequent years, venues and authors among the results, each with its count. */
function counted({ summary, counts, bars }) {
  const years = top(bars).map((at) => [String(list.bars[at].from), bars[at]]);
  let start = 0;
  const [authors, venues] = FACETS.map((facet, at) => {
    const column = counts.subarray(start, (start += list.values[at]));
    const ids = top(column);
    const values = JSON.parse(engine.options(facet, "", Uint32Array.from(ids), MOST_VALUES));
    return values.slice(0, ids.length).map(({ id, label }) => [label, column[id]]);
  });
  return { total: JSON.parse(summary).total, year: years, venue: venues, authors };
}

/** The positions of the greatest counts, greatest first. */
function top(counts) {
  const top = [];
  for (let at = 0; at < counts.length; at += 1) {
    if (counts[at] === 0 || (top.length === MOST_VALUES && counts[top.at(-1)] >= counts[at])) continue;
    const place = top.findIndex((other) => counts[other] < counts[at]);
    top.splice(place < 0 ? top.length : place, 0, at);
    top.length = Math.min(top.length, MOST_VALUES);
  }
  return top;
}
