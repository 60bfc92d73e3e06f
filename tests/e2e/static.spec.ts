// The page as it was published: a whole list before any script, which the app then takes over without a trace.

import type { Page } from "@playwright/test";
import { entry, envelope, generated } from "../support/data";
import { Model } from "../support/model";
import type { List } from "../support/page";
import { publish } from "../support/published";
import { seen, watchTheScreen } from "../support/screen";
import { DATA, type Site } from "../support/server";
import { expect, test } from "../support/test";

const ANCHORS = ["cacm", "rwo", "asplos", "openflow", "droplets", "hotcloud", "dustclouds", "visions", "wgt", "icfem", "eurosys", "mainname"];

test.describe("without scripting", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole list can be read, with all its anchors, links and abstracts", async ({ list, page }) => {
    await list.visit();
    await expect(list.articles).toHaveCount(12);
    expect((await list.ids()).sort()).toEqual([...ANCHORS].sort());
    await expect(page.getByRole("heading", { name: "Related Work (1)", exact: true })).toBeVisible();
    await expect(list.entry("asplos").getByText("We present unikernels")).toBeVisible();
    await expect(list.entry("asplos").getByRole("link", { name: /^PDF: / })).toHaveAttribute("href", /asplos/);
    await expect(list.main).not.toHaveAttribute("aria-busy", "true");
  });

  test("nothing is offered that needs scripting", async ({ list, page }) => {
    await list.visit();
    for (const role of ["searchbox", "checkbox", "combobox", "textbox"] as const) await expect(page.getByRole(role)).toHaveCount(0);
    await expect(list.button("Cite")).toHaveCount(0);
    await expect(list.button("Export")).toHaveCount(0);
  });

  test("an anchor leads to its entry, a former one too", async ({ list, page, site }) => {
    const former = generated(30).publications.map((csl, at) => ({ ...csl, custom: { aliases: [`former ${at}`] } }));
    const { folder, remove } = publish(envelope(former));
    site.serve(folder);
    await list.visit({ hash: "#former%2020" });
    await expect(list.entry(String(former[20].id))).toBeInViewport();
    await page.goto("about:blank");
    remove();
  });

  test("of a very long list the newest are here, and all are on a page for their year", async ({ list, page, site }) => {
    const data = generated(620);
    const { folder, remove } = publish(data);
    site.serve(folder);
    await list.visit();
    expect(await list.ids()).toEqual(new Model(data).ids("").slice(0, 500));
    const years = page.getByRole("navigation", { name: "Other pages" });
    const year = data.publications.map(yearOf).find(Boolean)!;
    await years.getByRole("link", { name: String(year), exact: true }).click();
    await expect(list.articles).toHaveCount(data.publications.filter((csl) => yearOf(csl) === year).length);
    await page.getByRole("link", { name: "← Publications" }).click();
    await expect(list.articles).toHaveCount(500);
    await page.goto("about:blank");
    remove();
  });

  test("a publication has a page of its own, which leads back to the list", async ({ list, page }) => {
    await list.visit();
    await page.getByRole("link", { name: "Each publication on a page of its own" }).click();
    await page.getByRole("link", { name: "Unikernels: library operating systems for the cloud" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Unikernels: library operating systems for the cloud");
    await expect(page.locator("meta[name=citation_author]")).toHaveCount(9);
    await expect(page.getByText("@inproceedings{asplos")).toBeVisible();
    await page.getByRole("link", { name: "← Publications" }).click();
    await expect(page).toHaveURL(/\/#asplos$/);
  });
});

test("on paper a year keeps with its entry, and the URLs that are written out lead somewhere", async ({ page, site }) => {
  await page.emulateMedia({ media: "print" });
  const behind = (selector: string) => page.locator(selector).first().evaluate((link) => getComputedStyle(link, "::after").content);
  for (const path of ["", "p/asplos/"]) {
    await page.goto(site.url + path);
    await expect(page.locator("article").first()).toBeVisible();
    expect(await behind("article .filter"), path).toBe("none");
    expect(await behind("article .actions a[href*='://']"), path).toMatch(/http/);
  }
  await page.goto(site.url);
  await expect(page.locator(".year").first()).toHaveCSS("float", "none");
});

test("the app's first list is the published one, entry for entry, word for word", async ({ browser, list, site }) => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(site.url);
  const published = await written(plain);
  await plain.close();
  await list.open();
  // The control that needs scripting is in a template until the app is there.
  for (const entry of published.entries) entry[1] += "Cite";
  expect(await written(list.page)).toEqual(published);
  expect(published.entries).toHaveLength(12);
});

test.describe("the app takes over", () => {
  test("without a flash, a jump, or a lost focus, and keeps what the visitor has folded", async ({ list, page, site }) => {
    const release = hold(site);
    await watchTheScreen(page);
    await list.visit();
    await expect(list.articles).toHaveCount(12);
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, 900);
    await expect.poll(() => list.scrolled()).toBe(900);
    await list.entry("visions").locator("summary").click();
    await list.entry("hotcloud").getByRole("link", { name: "Link to this publication" }).focus();
    const before = { top: await topOf(list, "hotcloud"), scrolled: await list.scrolled() };
    // What folding moved was asked for.
    await page.evaluate(() => (globalThis.screenWatch.shift = 0));
    release();
    await list.ready();
    await taken(list);
    expect({ top: await topOf(list, "hotcloud"), scrolled: await list.scrolled() }).toEqual(before);
    expect(await list.focusedEntry()).toBe("hotcloud");
    await expect(list.entry("visions").locator("details")).not.toHaveAttribute("open");
    await expect(list.entry("hotcloud").locator("details")).toHaveAttribute("open");
    expect(await seen(page)).toEqual({ shift: 0, fewest: 12 });
    await list.entry("dustclouds").getByRole("link", { name: "Malte Schwarzkopf" }).click();
    await expect(list.status).toHaveText("2 of 12 publications");
  });

  test("at an anchor, where the visitor has been all the time", async ({ list, page, site }) => {
    const release = hold(site);
    await watchTheScreen(page);
    await list.visit({ hash: "#dustclouds" });
    await expect(list.entry("dustclouds")).toBeInViewport();
    const before = await topOf(list, "dustclouds");
    release();
    await list.ready();
    await taken(list);
    expect(await topOf(list, "dustclouds")).toBe(before);
    expect(await list.focusedEntry()).toBe("dustclouds");
    await expect(list.entry("dustclouds")).toHaveAttribute("aria-current", "true");
    expect(await seen(page)).toEqual({ shift: 0, fewest: 12 });
  });

  test("and searches for what was typed before it came", async ({ list, site }) => {
    const release = hold(site);
    await list.visit();
    await list.searchbox.fill("lamp");
    release();
    await list.ready();
    await expect(list.status).toHaveText("1 of 12 publications");
    await expect(list.searchbox).toHaveValue("lamp");
    await expect(list.searchbox).toBeFocused();
  });

  test("a list that asks for a filter never shows the whole one", async ({ list, page, site }) => {
    const release = hold(site);
    await watchTheScreen(page);
    await list.visit({ search: "?author=Tim+Deegan" });
    await page.waitForTimeout(300);
    release();
    await list.shows("hotcloud", "eurosys", "mainname");
    const { shift, most } = await page.evaluate(() => globalThis.screenWatch);
    expect({ shift, most }).toEqual({ shift: 0, most: 3 });
  });

  test("a list in groups, with pictures, many authors and selected entries", async ({ list, page, site }) => {
    const author = Array.from({ length: 200 }, (_, at) => ({ given: "Ada", family: `Byron${at + 1}` }));
    const custom = { selected: true, award: "Best paper", image: { url: "images/a.svg", alt: "A" } };
    const data = envelope([entry("first", { author, custom }), entry("second", { custom })], { group: "year" });
    const { folder, remove } = publish(data);
    site.serve(folder);
    await page.route("**/data/images/a.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>' }));
    const release = hold(site);
    await watchTheScreen(page);
    await list.visit();
    await expect(list.headings).toHaveText(["2011 (2)"]);
    const more = list.entry("first").getByText("and 189 more");
    await expect(more).toHaveAttribute("href", "p/first/");
    release();
    await list.ready();
    await taken(list);
    await expect(more).toHaveRole("button");
    expect(await seen(page)).toEqual({ shift: 0, fewest: 2 });
    await page.goto("about:blank");
    remove();
  });

  test("a long list in the middle of it", async ({ list, page, site }) => {
    const data = generated(450);
    const { folder, remove } = publish(data);
    site.serve(folder);
    const release = hold(site);
    await list.visit();
    await expect(list.articles).toHaveCount(450);
    await page.evaluate(() => scrollTo(0, 30_000));
    const before = await firstInView(page);
    release();
    await list.ready();
    await expect.poll(() => list.articles.count()).toBeLessThan(120);
    expect(await firstInView(page)).toEqual(before);
    await page.goto("about:blank");
    remove();
  });

  test("after a reload where the visitor was", async ({ list, page }) => {
    await list.open();
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, 1_200);
    await expect.poll(() => list.scrolled()).toBe(1_200);
    await watchTheScreen(page);
    await page.reload();
    await list.ready();
    await taken(list);
    expect(await list.scrolled()).toBe(1_200);
    expect((await seen(page)).shift).toBe(0);
  });
});

test.describe("where the app cannot take over", () => {
  test.use({ expectedErrors: /Failed to load resource|Failed to fetch|MIME|404/ });
  const whole = "Filters could not be loaded; this is the whole list.";

  test("because the list cannot be had, the published one stays, and says so", async ({ list, site }) => {
    site.answer(DATA, { status: 404 });
    await list.visit({ search: "?author=Tim+Deegan" });
    await expect(list.alert).toContainText("404");
    await expect(list.articles).toHaveCount(12);
    await expect(list.entry("cacm")).toBeVisible();
    await expect(list.notices).toContainText(whole);
    site.answer(DATA, {});
    await list.retry.click();
    await list.shows("hotcloud", "eurosys", "mainname");
    await expect(list.alert).toHaveCount(0);
  });

  test("because the script is missing, the published one is shown", async ({ list, page, site }) => {
    const html = await (await page.request.get(site.url)).text();
    site.answer(/offprint-page-\w+\.js/.exec(html)![0], { status: 404 });
    await list.visit({ search: "?author=Tim+Deegan" });
    await expect(list.entry("cacm")).toBeVisible();
    await expect(list.notices).toContainText(whole);
    await expect(list.main).not.toHaveAttribute("aria-busy", "true");
  });

  test("in five seconds, the published one is shown until then", async ({ list, site }) => {
    const release = hold(site);
    await list.visit({ search: "?author=Tim+Deegan" });
    await expect(list.entry("cacm")).toBeHidden();
    await expect(list.entry("cacm")).toBeVisible({ timeout: 9_000 });
    await expect(list.notices).toContainText(whole);
    release();
    await list.shows("hotcloud", "eurosys", "mainname");
    await expect(list.notices).not.toContainText(whole);
  });
});

const yearOf = (csl: { issued?: unknown }) =>
  (csl.issued as { "date-parts"?: number[][] } | undefined)?.["date-parts"]?.[0]?.[0];

/** Keeps the list back until what it returns is called. */
function hold(site: Site): () => void {
  let release = () => {};
  site.answer(DATA, { until: new Promise<void>((go) => (release = go)) });
  return () => release();
}

/** What a reader has: headings, count, and each entry's text. */
const written = (page: Page) =>
  page.evaluate(() => ({
    headings: [...document.querySelectorAll("main h1, main h2")].map((heading) => heading.textContent),
    count: document.querySelector("[role=status]")?.textContent,
    introduction: document.querySelector("main header")?.textContent,
    entries: [...document.querySelectorAll("article")].map((article) => [article.id, article.textContent]),
  }));

/** The published list is gone. */
const taken = (list: List) => expect(list.page.locator("[data-prerendered]")).toHaveCount(0);

const topOf = (list: List, id: string) => list.entry(id).evaluate((article) => Math.round(article.getBoundingClientRect().top));

const firstInView = (page: Page) =>
  page.evaluate(() => {
    const first = [...document.querySelectorAll("article")].find((article) => article.getBoundingClientRect().bottom > 0);
    return first && [first.id, Math.round(first.getBoundingClientRect().top)];
  });
