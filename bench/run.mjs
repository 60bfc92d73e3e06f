// Measures Offprint beside its peers and writes BENCHMARKS.md. See README.md.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { judged } from "./lighthouse.mjs";
import { pages } from "./page.mjs";
import { report } from "./report.mjs";
import { bundle, searches } from "./search.mjs";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    sizes: { type: "string", default: "1k,10k" },
    "page-sizes": { type: "string" },
    rounds: { type: "string", default: "3" },
    only: { type: "string" },
    dist: { type: "string", default: join(import.meta.dirname, "../dist") },
    engine: { type: "string", default: join(import.meta.dirname, "../target/bench/engine") },
    work: { type: "string", default: join(import.meta.dirname, "../target/bench") },
    out: { type: "string", default: join(import.meta.dirname, "../BENCHMARKS.md") },
  },
});

const list = (text) => text.split(",").filter(Boolean);
const work = resolve(values.work);
const folder = join(work, "dist");
mkdirSync(folder, { recursive: true });
for (const name of ["offprint-engine.js", "offprint-engine_bg.wasm"]) copyFileSync(join(values.engine, name), join(folder, name));

const options = { sizes: list(values.sizes), rounds: Number(values.rounds), data: values.data, log: console.log };
const contenders = await bundle(folder, values.only && list(values.only));
const pageSizes = list(values["page-sizes"] ?? `12,${values.sizes}`);
const page = await pages({ ...options, sizes: pageSizes.filter((size) => size !== "12" || !values.data), dist: values.dist });
const judgement = await judged({ ...options, dist: values.dist, rounds: 3 });
const search = await searches({ ...options, root: work, contenders });
const results = { page, judgement, search, data: values.data, rounds: options.rounds };
writeFileSync(join(work, "results.json"), JSON.stringify(results));
writeFileSync(values.out, report(results));
console.log(`Written to ${values.out}.`);
process.exit(0);
