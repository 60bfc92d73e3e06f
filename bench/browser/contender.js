// Runs in the browser: one contender over one list.

import { truth } from "./words.js";

const now = () => performance.now();
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** At most so many milliseconds go into the queries of one pass; a slow contender is asked fewer. */
const PATIENCE = 20_000;

/** Loads the list, builds the index and asks each query; times in milliseconds, `right` and `found` in documents. */
export async function run(contender, list, queries, passes) {
  const docs = (await (await fetch(list)).json()).map((doc, at) => ({ ...doc, _i: at }));
  const right = truth(docs, queries).map((ids) => new Set(ids));
  await pause();
  const heap = await memory();
  const start = now();
  await contender.build(docs);
  const build = now() - start;
  const results = [];
  for (const [at, { text, kind }] of queries.entries()) {
    const { ids, total } = await contender.query(text);
    const hits = [...ids].filter((id) => right[at].has(Number(id))).length;
    results.push({ text, kind, found: total, hits, right: right[at].size, query: [], facets: [] });
    if (now() - start > build + PATIENCE) break;
    await pause();
  }
  for (const what of ["query", "facets"].filter((what) => contender[what])) await time(contender, what, results, passes);
  return { name: contender.name, build, bytes: (await memory()) - heap, results };
}

async function time(contender, what, results, passes) {
  const end = now() + PATIENCE;
  for (let pass = 0; pass < passes; pass++) {
    for (const result of results) {
      if (pass > 0 && now() > end) return;
      const start = now();
      await contender[what](result.text);
      result[what].push(now() - start);
    }
    await pause();
  }
}

/** The bytes of this page: objects, buffers and linear memory, after a collection. */
async function memory() {
  globalThis.gc?.();
  const { usedJSHeapSize } = performance.memory;
  return usedJSHeapSize + (globalThis.offprintWasm?.memory.buffer.byteLength ?? 0);
}
