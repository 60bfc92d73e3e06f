// The wasm modules beside the page, called as the page calls them: what crosses has the form that both sides expect.

import type { Page } from "@playwright/test";
import { twelve } from "../support/data";
import { type Site } from "../support/server";
import { expect, test } from "../support/test";

const LIST = JSON.stringify({
  publications: twelve.publications.map((entry) => (entry.id === "mainname" ? { ...entry, abstract: undefined } : entry)),
});
const ABSTRACTS = JSON.stringify({ mainname: "About names." });
const STYLES = 7;

/** A page with nothing in it. */
async function open(page: Page, site: Site): Promise<void> {
  site.answer("empty.html", { body: "<!doctype html><title>Empty</title>", type: "text/html; charset=utf-8" });
  await page.goto(`${site.url}empty.html`);
}

test("the engine reads a list, answers and writes", async ({ page, site }) => {
  await open(page, site);
  const result = await page.evaluate(
    async ([list, abstracts]) => {
      const module = await import(new URL("offprint-engine.js", location.href).href);
      await module.default();
      const engine = new module.Engine();
      const bytes = new TextEncoder().encode(list);
      for (let start = 0; start < bytes.length; start += 1000) engine.feed(bytes.subarray(start, start + 1000));
      const summary = JSON.parse(engine.end());
      engine.feed_abstracts(new TextEncoder().encode(abstracts));
      const isWhole = engine.end_abstracts();
      let done = 0;
      while (done < 1000) done = engine.step();
      const answer = engine.answer("author=tim+deegan&sort=oldest");
      const { entries, counts, bars } = answer;
      const texts = [...entries].map((entry: number) => engine.entry(entry));
      const found = {
        summary,
        isWhole,
        answer: JSON.parse(answer.summary),
        lengths: [entries.length, counts.length, bars.length],
        arrays: [entries, counts, bars].every((column) => column instanceof Uint32Array),
        ids: texts.map((text) => JSON.parse(text).id),
        first: JSON.parse(engine.entry(entries[0])),
        years: [engine.year(entries[0]), engine.year(999)],
        anchors: [engine.entry_by_anchor("asplos"), engine.entry_by_anchor("nothing")],
        found: [engine.find("author", "TIM DEEGAN"), engine.find("author", "nobody"), engine.label("author", "tim deegan")],
        options: JSON.parse(engine.options("author", "deeg", new Uint32Array(), new Uint32Array(), false, 5)),
        bibtex: [engine.write_format("bibtex", entries), module.write_format("bibtex", texts)],
        unknown: module.write_format("none", texts),
        stored: JSON.parse(module.stored_references("<!doctype html>", texts)),
        page: module.bibliography("Title", "apa", texts, "[]", JSON.stringify([{ title: "Theses", length: texts.length }])),
      };
      answer.free();
      engine.free();
      return found;
    },
    [LIST, ABSTRACTS],
  );
  const { summary, answer } = result;
  expect(summary).toMatchObject({ unreadable: null, length: 12, report: { left_out: 0, cut: null, problems: [] } });
  expect(result.isWhole).toBe(true);
  expect(answer).toMatchObject({ total: result.ids.length, widened: [], suggestion: null });
  const sum = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
  expect(result.lengths).toEqual([answer.total, sum(summary.values), summary.bars.length]);
  expect(result.arrays).toBe(true);
  expect(result.first).toMatchObject({ id: "mainname", abstract: "About names." });
  expect(result.years).toEqual([2006, undefined]);
  expect(twelve.publications[result.anchors[0]].id).toBe("asplos");
  expect(result.anchors[1]).toBeUndefined();
  expect(result.found.slice(1)).toEqual([undefined, "Tim Deegan"]);
  expect(result.options).toEqual([{ id: result.found[0], label: "Tim Deegan", name: "Tim Deegan" }]);
  expect(result.bibtex[0]).toBe(result.bibtex[1]);
  expect(result.bibtex[0]).toContain("{mainname,");
  expect(result.unknown).toBeUndefined();
  expect(result.stored).toEqual(result.ids.map(() => null));
  expect(result.page).toContain("The Main Name System");
});

test("the engine says why a file is no list", async ({ page, site }) => {
  await open(page, site);
  const end = await page.evaluate(async () => {
    const module = await import(new URL("offprint-engine.js", location.href).href);
    await module.default();
    const engine = new module.Engine();
    engine.feed(new TextEncoder().encode("<!doctype html>"));
    return JSON.parse(engine.end());
  });
  expect(end.unreadable).toMatch("it is a web page (HTML), not JSON");
});

test("the formatter writes every style of an entry", async ({ page, site }) => {
  await open(page, site);
  const formatted: string[][] = await page.evaluate(async (texts) => {
    const module = await import(new URL("offprint-references.js", location.href).href);
    await module.default();
    return JSON.parse(module.format_references(texts));
  }, [...twelve.publications, { id: "untitled" }].map((entry) => JSON.stringify(entry)));
  expect(formatted.map((texts) => texts.length)).toEqual(Array(13).fill(STYLES));
  expect(formatted.slice(0, 12).flat().every(Boolean)).toBe(true);
  expect(formatted[12].some(Boolean)).toBe(false);
});
