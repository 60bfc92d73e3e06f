// The page itself, as a visitor has it: how soon it is there, and how soon it follows.

import { launch } from "./browser.mjs";
import { documents, publications } from "./corpus.mjs";
import { serve } from "./serve.mjs";

const TYPED = "neural networks of deep learning";

/** Results by size, one for each round; `empty` is what a page costs that does nothing. */
export async function pages({ sizes, rounds, data, dist, log }) {
  const results = [];
  const nothing = Buffer.from("<!doctype html><meta charset=utf-8><title>bench</title><input oninput='box.textContent=this.value'><p id=box>");
  for (const size of sizes) {
    const list = publications(documents(size, data));
    const body = Buffer.from(JSON.stringify(list));
    const site = await serve([dist], { "data/publications.json": body, "empty.html": nothing });
    for (let round = 0; round < rounds; round++) {
      const result = await one(site, list.publications);
      results.push({ size, round, count: list.publications.length, bytes: body.length, ...result });
      log(`${size}, round ${round + 1}: the page was ready after ${Math.round(result.ready)} ms`);
    }
    site.close();
  }
  return results;
}

async function one(site, list) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.setDefaultTimeout(300_000);
    await page.addInitScript(watch);
    await page.goto(`${site.url}empty.html`);
    const empty = { keys: await type(page, "input", "interactive and quick"), frame: await page.evaluate(frames) };
    site.sent.clear();
    await page.goto(site.url, { waitUntil: "commit" });
    await page.waitForSelector("main[aria-busy=false] article");
    const ready = await page.evaluate(() => performance.now());
    await page.waitForFunction(() => !document.querySelector("progress"));
    const indexed = await page.evaluate(() => performance.now());
    const visit = [...site.sent].filter(([path]) => !path.startsWith("data/")).reduce((sum, [, bytes]) => sum + bytes, 0);
    const tasks = await page.evaluate(() => globalThis.tasks);
    const keys = await type(page, "input[type=search]", TYPED);
    await page.fill("input[type=search]", "");
    const filter = await page.evaluate(choose);
    // Without the filter, and in a new instance, so that memory is that of one list.
    await page.goto("about:blank");
    await page.goto(site.url, { waitUntil: "commit" });
    await page.waitForSelector("main[aria-busy=false] article");
    await page.waitForFunction(() => !document.querySelector("progress"));
    const linear = await page.evaluate(() => globalThis.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
    const scroll = await page.evaluate(scrolling);
    const jump = await page.evaluate(jumping, String(list[Math.floor(list.length * 0.9)].id));
    return { empty, ready, indexed, visit, tasks, keys, filter, linear, scroll, jump };
  } finally {
    await browser.close();
  }
}

/** Types as a quick person does; milliseconds from each key to the painted result, by interaction. */
async function type(page, field, text) {
  await page.focus(field);
  await page.evaluate(() => globalThis.interactions.clear());
  for (const key of text) {
    await page.keyboard.press(key === " " ? "Space" : key);
    await page.waitForTimeout(180);
  }
  await page.waitForTimeout(400);
  return page.evaluate(() => [...globalThis.interactions.values()]);
}

/** Runs in the page before all else: notes interactions, long tasks and linear memories. */
function watch() {
  globalThis.interactions = new Map();
  globalThis.tasks = [];
  globalThis.memories = [];
  const note = ({ interactionId, duration }) =>
    interactionId && interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
  new PerformanceObserver((events) => events.getEntries().forEach(note)).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...input) => {
      const result = await original.apply(WebAssembly, input);
      const { memory } = (result.instance ?? result).exports;
      if (memory) memories.push(memory);
      return result;
    };
  }
}

/** Milliseconds from one frame to the next but one, in which nothing happens. */
async function frames() {
  const start = await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return (await new Promise(requestAnimationFrame)) - start;
}

/** Milliseconds from a click on a filter until its result is painted. */
async function choose() {
  await new Promise((resolve) => setTimeout(resolve, 800));
  const box = document.querySelector("fieldset input[type=checkbox]");
  const start = performance.now();
  box.click();
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - start;
}

/** Two windows a frame, for two hundred frames: how long frames are, and how many show no entry. */
async function scrolling() {
  const times = [];
  let blank = 0;
  let last = await new Promise(requestAnimationFrame);
  for (let step = 0; step < 200; step++) {
    scrollBy(0, 2 * innerHeight);
    const time = await new Promise(requestAnimationFrame);
    times.push(time - last);
    last = time;
    const seen = [0.25, 0.5, 0.75].map((part) => document.elementFromPoint(innerWidth * 0.6, innerHeight * part));
    if (scrollY + innerHeight < document.documentElement.scrollHeight && !seen.some((element) => element?.closest("article"))) blank++;
  }
  return { times, blank };
}

/** Follows an anchor: milliseconds until the entry has the focus, and how many pixels it then misses. */
async function jumping(id) {
  const start = performance.now();
  location.hash = encodeURIComponent(id);
  while (document.activeElement?.id !== id && performance.now() - start < 10_000) await new Promise(requestAnimationFrame);
  const time = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 800));
  const entry = document.getElementById(id);
  const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
  const miss = entry && entry.getBoundingClientRect().top - parseFloat(getComputedStyle(entry).scrollMarginTop);
  return { time, miss: isAtEnd ? 0 : (miss ?? Infinity) };
}
