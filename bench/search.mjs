// Search engines side by side: each contender in a browser of its own, one after the other, in turns.

import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { launch } from "./browser.mjs";
import { documents, questions } from "./corpus.mjs";
import { serve } from "./serve.mjs";

const HERE = import.meta.dirname;
const PASSES = 5;
const PATIENCE = 240_000;

/** Every adapter as a user would ship it, and what runs it. */
export async function bundle(into, contenders) {
  const all = readdirSync(join(HERE, "adapters")).map((file) => basename(file, ".js"));
  const names = contenders ?? all;
  const entryPoints = [...names.map((name) => join(HERE, "adapters", `${name}.js`)), join(HERE, "browser/contender.js")];
  await build({ entryPoints, entryNames: "[name]", outdir: into, bundle: true, minify: true, format: "esm", logLevel: "error" });
  return names;
}

/** Results by size and contender, one for each round. */
export async function searches({ sizes, rounds, data, root, contenders, log }) {
  const results = [];
  for (const size of sizes) {
    const docs = documents(size, data);
    const queries = questions(docs);
    const page = "<!doctype html><meta charset=utf-8><title>bench</title>";
    const made = { "list.json": Buffer.from(JSON.stringify(docs)), "bench.html": Buffer.from(page) };
    const site = await serve([root], made);
    for (let round = 0; round < rounds; round++) {
      for (const name of round % 2 ? contenders.toReversed() : contenders) {
        const result = await one(site, name, queries).catch((error) => ({ error: String(error.message).split("\n")[0] }));
        results.push({ size, round, contender: name, count: docs.length, ...result });
        log(`${size}, round ${round + 1}: ${name} ${result.error ?? `built in ${Math.round(result.build)} ms`}`);
      }
    }
    site.close();
  }
  return results;
}

async function one(site, name, queries) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}bench.html`);
    const measured = page.evaluate(
      async ([name, queries, passes]) => {
        const [{ run }, { default: contender }] = await Promise.all([import("/dist/contender.js"), import(`/dist/${name}.js`)]);
        return run(contender, "/list.json", queries, passes);
      },
      [name, queries, PASSES],
    );
    return await within(PATIENCE, measured);
  } finally {
    await browser.close();
  }
}

function within(milliseconds, promise) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`no answer in ${milliseconds / 1000} s`)), milliseconds).unref());
  return Promise.race([promise, late]);
}
