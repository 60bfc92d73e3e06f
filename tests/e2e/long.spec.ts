// Lists of thousands of entries: read by an engine while they arrive, and drawn where the visitor looks.

import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { envelope, generated, type Csl } from "../support/data";
import { Model } from "../support/model";
import { DATA } from "../support/server";
import { expect, test } from "../support/test";

const LONG = generated(2500);
const BODY = JSON.stringify(LONG);
const model = new Model(LONG);
const ORDER = model.ids("");
const ENGINE = "offprint-engine_bg.wasm";

test.describe("the engine", () => {
  test("is loaded for a long list, and not for a short one", async ({ list, site }) => {
    expect(BODY.length).toBeGreaterThan(2_000_000);
    await list.open();
    expect(site.requests).not.toContain(ENGINE);
    await list.open({ data: BODY });
    await expect(list.status).toHaveText("2,500 publications");
    expect(site.requests).toContain(ENGINE);
    expect((await list.ids())[0]).toBe(ORDER[0]);
  });

  test("finds, filters and counts what a plain reading does", async ({ list }) => {
    await list.open({ data: BODY });
    for (const search of ["?q=unikernels+typed", "?q=speculative", "?type=thesis&sort=title", "?year=2009&has=pdf"]) {
      const expected = model.ids(search);
      expect(expected.length).toBeGreaterThan(0);
      await list.open({ data: BODY, search });
      await expect(list.status).toHaveText(`${expected.length.toLocaleString("en")} of 2,500 publications`);
      if (!search.includes("q=")) expect((await list.ids()).slice(0, 5)).toEqual(expected.slice(0, 5));
    }
    await list.open({ data: BODY, search: "?q=unikernels+typed" });
    expect((await list.options("Author")).map(({ value, count }) => [value, count])).toEqual(
      model.options("author", "?q=unikernels+typed").slice(0, 10).filter(([, count]) => count > 0),
    );
  });

  test("narrows the authors by any part of the name, whatever its accents", async ({ list, page }) => {
    await list.open({ data: BODY });
    await page.getByRole("textbox", { name: "Narrow Author" }).fill("sahin ilk");
    await expect.poll(async () => (await list.options("Author")).length).toBeGreaterThan(0);
    for (const { value } of await list.options("Author")) expect(value).toMatch(/^İlk.* Şahin$/);
  });

  test("marks what it found, and writes citations and exports", async ({ list, page }) => {
    await list.open({ data: BODY, search: "?q=title:unikernels" });
    const first = list.articles.first();
    await expect(first.getByRole("heading").locator("mark").first()).toHaveText(/^unikernels/i);
    const title = await first.getByRole("heading").innerText();
    await first.getByRole("button", { name: "Cite" }).click();
    await expect(await list.shown("BibTeX")).toContainText(title.split(" ")[0]);
    await page.keyboard.press("Escape");
    await list.button("Export").click();
    const [download] = await Promise.all([page.waitForEvent("download"), list.button("Download CSL-JSON").click()]);
    const stream = await download.createReadStream();
    let text = "";
    for await (const piece of stream) text += piece;
    const expected = model.ids("?q=unikernels").filter((id) => /\bunikernels?\b/i.test(String(entryOf(id).title)));
    expect((JSON.parse(text) as Csl[]).map(({ id }) => id).sort()).toEqual(expected.sort());
  });

  test.describe(() => {
    test.use({ expectedErrors: /404/ });

    test("is not needed: without it the page reads the list itself", async ({ list, site }) => {
      site.answer(ENGINE, { status: 404 });
      await list.open({ data: BODY, search: "?q=speculative" });
      await expect(list.status).toHaveText(`${model.ids("?q=speculative").length} of 2,500 publications`);
    });

    test("that is missing is said where citations are asked for", async ({ list, page, site }) => {
      site.answer(ENGINE, { status: 404 });
      await list.open();
      await list.entry("asplos").getByRole("button", { name: "Cite" }).click();
      await expect(page.getByRole("dialog")).toContainText("could not be loaded");
    });
  });

  test("reads a list that breaks off as far as it goes", async ({ list }) => {
    const cut = BODY.slice(0, BODY.lastIndexOf('{"id"') + 40);
    await list.open({ data: cut });
    await expect(list.status).toHaveText("2,499 publications");
    await expect(list.alert).toContainText(/line 1/);
  });

  test("names the entries that it leaves out", async ({ list }) => {
    const broken = [{ id: "", title: "" }, 7, ...LONG.publications];
    await list.open({ data: envelope(broken as Csl[]) });
    await expect(list.notices).toContainText("2 of 2,502 entries could not be read");
  });
});

test.describe("a compressed file", () => {
  for (const [length, data] of [["short", generated(40)], ["long", LONG]] as const) {
    test(`is unpacked: a ${length} one`, async ({ list, site }) => {
      site.source("data/publications.json.gz");
      site.answer("data/publications.json.gz", { body: gzipSync(JSON.stringify(data)), type: "application/gzip" });
      await list.open();
      await expect(list.status).toHaveText(`${data.publications.length.toLocaleString("en")} publications`);
    });
  }

  test("that the server has unpacked already is read as it comes", async ({ list, site }) => {
    site.source("data/publications.json.gz");
    const headers = { "content-encoding": "gzip" };
    site.answer("data/publications.json.gz", { body: gzipSync(JSON.stringify(generated(40))), headers });
    await list.open();
    await expect(list.status).toHaveText("40 publications");
  });
});

test.describe("a file of abstracts", () => {
  const without = (data: typeof LONG) => ({
    ...data,
    abstracts: "abstracts.json",
    publications: data.publications.map((csl) => ({ ...csl, abstract: undefined, note: "x".repeat(700) })),
  });
  const abstracts = (data: typeof LONG) =>
    JSON.stringify(Object.fromEntries(data.publications.map(({ id }) => [id, `Here stands zanzibar${id.toString().length}.`])));

  for (const [length, data] of [["short", generated(40)], ["long", LONG]] as const) {
    const total = data.publications.length.toLocaleString("en");

    test(`joins a ${length} list after it is shown`, async ({ list, site }) => {
      let release = () => {};
      site.answer("data/abstracts.json", { body: abstracts(data), until: new Promise<void>((go) => (release = go)) });
      await list.visit({ data: without(data) });
      await expect(list.status).toHaveText(`${total} publications`);
      await list.searchbox.fill("zanzibar");
      await expect(list.status).toHaveText(`0 of ${total} publications`);
      release();
      await expect(list.status).toHaveText(`${total} of ${total} publications`);
      await expect(list.articles.first()).toContainText("Here stands zanzibar");
    });

    test(`that breaks off gives a ${length} list what is before`, async ({ list, site }) => {
      const text = abstracts(data);
      site.answer("data/abstracts.json", { body: text.slice(0, text.length / 2) });
      await list.open({ data: without(data) });
      await expect(list.notices).toContainText("The abstracts in abstracts.json could not be loaded");
      await list.searchbox.fill("zanzibar");
      await expect.poll(async () => Number((await list.status.innerText()).split(" ")[0].replace(",", ""))).toBeGreaterThan(10);
    });

    for (const [fault, answer] of [
      ["missing", { status: 404 }],
      ["no JSON", { body: "<!doctype html><title>Not here</title>" }],
      ["an array", { body: "[1, 2, 3]" }],
    ] as const) {
      test.describe(() => {
        test.use({ expectedErrors: /404/ });
        test(`that is ${fault} is said, and a ${length} list works`, async ({ list, site }) => {
          site.answer("data/abstracts.json", answer);
          await list.open({ data: without(data) });
          await expect(list.notices).toContainText("The abstracts in abstracts.json could not be loaded");
          await list.searchbox.fill(String(data.publications[0].title).split(" ")[0]);
          await expect(list.status).toHaveText(/^[1-9][\d,]* of /);
        });
      });
    }
  }
});

test.describe("the rows in view", () => {
  test("alone are in the document, each with its place in the whole", async ({ list, page }) => {
    await list.open({ data: BODY });
    await page.mouse.move(600, 400);
    for (let step = 0; step < 20; step++) {
      await page.mouse.wheel(0, 2_000);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await list.articles.count()).toBeLessThan(80);
    }
    const rows = await list.articles.evaluateAll((rows) =>
      rows.map((row) => [row.id, row.getAttribute("aria-posinset"), row.getAttribute("aria-setsize")]),
    );
    const first = ORDER.indexOf(String(rows[0][0]));
    expect(first).toBeGreaterThan(50);
    expect(rows).toEqual(rows.map((_, at) => [ORDER[first + at], String(first + at + 1), "2500"]));
  });

  test("leave no frame blank, however fast the page is scrolled", async ({ list, page }) => {
    await list.open({ data: BODY });
    const blank = await page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      let blank = 0;
      for (let step = 0; step < 60; step++) {
        scrollBy(0, (step % 3 === 2 ? -1 : 2) * innerHeight);
        await frame();
        const there = [0.2, 0.5, 0.8].map((part) => document.elementFromPoint(innerWidth * 0.6, innerHeight * part));
        if (!there.some((element) => element?.closest("article"))) blank++;
      }
      return blank;
    });
    expect(blank).toBe(0);
  });

  test("reach from the first to the last, by End and Home", async ({ list, page }) => {
    await list.open({ data: BODY });
    await page.keyboard.press("End");
    await expect(list.entry(ORDER[2499])).toBeInViewport();
    await page.keyboard.press("Home");
    await expect(list.entry(ORDER[0])).toBeInViewport();
  });

  test("follow an anchor exactly, wherever it leads", async ({ list, page }) => {
    for (const at of [0, 3, 1200, 1666, 2499]) {
      await list.open({ data: BODY, hash: `#${encodeURIComponent(ORDER[at])}` });
      await list.arrivesAt(ORDER[at]);
      if (at > 3 && at < 2490) await expect.poll(() => topOf(page, ORDER[at])).toBe(0);
      await expect(list.entry(ORDER[at])).toHaveAttribute("aria-current", "true");
    }
  });

  test("are the same after a reload", async ({ list, page }) => {
    await list.open({ data: BODY });
    await page.mouse.move(600, 400);
    for (let step = 0; step < 5; step++) {
      await page.mouse.wheel(0, 3_000);
      await page.waitForTimeout(50);
    }
    await page.waitForTimeout(800);
    const before = await firstInView(page);
    await page.reload();
    await list.ready();
    await expect.poll(() => firstInView(page)).toEqual(before);
  });

  test("keep the focus within the list when the one that had it is gone", async ({ list, page }) => {
    await list.open({ data: BODY });
    await list.articles.nth(2).getByRole("button", { name: "Cite" }).focus();
    await page.evaluate(() => scrollTo(0, 100_000));
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("offprint-results");
    await page.keyboard.press("Tab");
    expect(ORDER.indexOf((await list.focusedEntry()) ?? "")).toBeGreaterThan(100);
  });

  test("become all rows by a button, for printing and the browser's own search", async ({ list }) => {
    await list.open({ data: generated(400) });
    expect(await list.articles.count()).toBeLessThan(100);
    await list.button("Show all 400 on one page").click();
    await expect(list.articles).toHaveCount(400);
    expect(await list.ids()).toEqual(new Model(generated(400)).ids(""));
  });
});

const entryOf = (id: string) => LONG.publications.find((csl) => String(csl.id) === id)!;

/** How many pixels an entry is below where an anchor leads. */
const topOf = (page: Page, id: string) =>
  page.evaluate((id) => {
    const entry = document.getElementById(id);
    if (!entry) return undefined;
    return Math.abs(Math.round(entry.getBoundingClientRect().top - parseFloat(getComputedStyle(entry).scrollMarginTop)));
  }, id);

const firstInView = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll("article")].find((row) => row.getBoundingClientRect().bottom > 0)?.id);
