// The built page as Lighthouse judges it.

import { launch as start } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { serve } from "./serve.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** Scores from 0 to 100 and metrics, for a desktop computer and for a telephone; of several rounds the median. */
export async function judged({ dist, rounds, log }) {
  const site = await serve([dist]);
  const results = [];
  for (const [device, config] of [["desktop", desktopConfig], ["mobile", undefined]]) {
    const runs = [];
    for (let round = 0; round < rounds; round++) runs.push(await one(site.url, config));
    const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
    const result = Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(key)]));
    results.push({ device, ...result });
    log(`Lighthouse, ${device}: ${CATEGORIES.map((name) => `${name} ${result[name]}`).join(", ")}`);
  }
  site.close();
  return results;
}

async function one(url, config) {
  const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const chrome = await start({ chromePath: process.env.CHROMIUM_PATH, chromeFlags });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES }, config);
    const failed = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 0.9);
    if (process.env.OFFPRINT_AUDITS) console.log(failed.map(({ id, title, displayValue }) => `${id}: ${title} ${displayValue ?? ""}`).join("\n"));
    const metric = (id) => lhr.audits[id].numericValue;
    return {
      ...Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)])),
      paint: metric("first-contentful-paint"),
      largest: metric("largest-contentful-paint"),
      blocking: metric("total-blocking-time"),
      shift: metric("cumulative-layout-shift"),
    };
  } finally {
    chrome.kill();
  }
}
