// From the first byte to the list: what is said meanwhile, where the page may live, and where its data comes from.

import { entry, envelope, fixture, parsed, twelve } from "../support/data";
import { publish } from "../support/published";
import { DATA, Site, sourced } from "../support/server";
import { expect, test } from "../support/test";

test("the list is shown with its title, its number and its sections", async ({ list, page }) => {
  await list.open();
  await expect(list.status).toHaveText("12 publications");
  await expect(page.getByRole("heading", { name: "Publications", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Related Work (1)", exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/Publications/);
  await expect(list.articles).toHaveCount(12);
  await expect(page.getByRole("search").getByRole("searchbox")).toHaveCount(1);
  await expect(page.getByRole("searchbox")).toHaveCount(1);
});

test("nothing moves in the console and nobody else is asked", async ({ list, page, site }) => {
  const origins = new Set<string>();
  page.on("request", (request) => origins.add(new URL(request.url()).origin));
  await list.open();
  expect([...origins]).toEqual([site.origin]);
});

test("main is busy before the first paint and until the list is there", async ({ list, page, site }) => {
  let release = () => {};
  site.answer(DATA, { until: new Promise<void>((resolve) => (release = resolve)) });
  await list.visit();
  await expect(page.locator("main[aria-busy=true]")).toBeVisible();
  await expect.poll(() => site.requests).toContain(DATA);
  release();
  await list.ready();
  await expect(list.articles).toHaveCount(12);
  await expect(page.getByRole("main")).toHaveCount(1);
});

test("filters of the URL are in force when main is no longer busy", async ({ list }) => {
  await list.open({ search: "?author=Tim+Deegan" });
  expect(await list.ids()).toEqual(["hotcloud", "eurosys", "mainname"]);
});

test.describe("below a path of its host", () => {
  test.use({ path: "/a/b/" });

  test("the page and all its files work", async ({ list, page, site }) => {
    const paths = new Set<string>();
    page.on("request", (request) => paths.add(new URL(request.url()).pathname));
    await list.open({ search: "?venue=CACM" });
    await list.shows("cacm");
    expect([...paths].filter((path) => !path.startsWith("/a/b/"))).toEqual([]);
    expect(site.requests).toContain(DATA);
    await list.clear.click();
    await expect(list.status).toHaveText("12 publications");
    expect(new URL(page.url()).pathname).toBe("/a/b/");
  });
});

test("another file under the same URL is shown after a reload", async ({ list, page, site }) => {
  await list.open();
  site.data(envelope([entry("one"), entry("two")], { title: "Another list" }));
  await page.reload();
  await list.ready();
  await expect(list.status).toHaveText("2 publications");
  await expect(page.getByRole("heading", { name: "Another list" })).toBeVisible();
});

test("one publication is not called publications", async ({ list }) => {
  await list.open({ data: envelope([entry("only")]) });
  await expect(list.status).toHaveText("1 publication");
});

test("a bare array, as Zotero exports it, is a list too", async ({ list }) => {
  await list.open({ data: fixture("bare-array.json") });
  await expect(list.status).toHaveText("13 publications");
  await expect(list.entry("17").getByRole("heading")).toHaveText("An item without a type, whose id is a number");
});

test("a meta element gives a relative URL of the data", async ({ list, site }) => {
  site.source("elsewhere/list.json");
  site.answer("elsewhere/list.json", { body: fixture("people.json"), type: "application/json" });
  await list.open();
  await expect(list.status).toHaveText("7 publications");
  expect(site.requests).not.toContain(DATA);
});

test("a meta element gives the URL of the data on another host, against which its links resolve", async ({ list, site, watch }) => {
  const other = await Site.start("/lists/");
  watch.allow(other.origin);
  other.answer("people.json", { body: fixture("people.json"), type: "application/json" });
  // The policy of the page is written for the URL.
  const { folder, remove } = publish(twelve, (html) => sourced(html, `${other.url}people.json`));
  site.serve(folder);
  await list.open();
  await expect(list.entry("storage").getByRole("link", { name: /^PDF: / })).toHaveAttribute("href", `${other.url}papers/storage.pdf`);
  remove();
  await other.close();
});

test("relative links in the data resolve against the data file", async ({ list, site }) => {
  await list.open({ data: fixture("people.json") });
  const link = list.entry("storage").getByRole("link", { name: /^PDF: / });
  expect(await link.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(`${site.url}data/papers/storage.pdf`);
});

test("abstracts in a file of their own are shown and searched once they are there", async ({ list, site }) => {
  const abstracts = { systems: "All of it is written in <em>Haskell</em>." };
  site.answer("data/abstracts.json", { body: JSON.stringify(abstracts), type: "application/json" });
  const data = envelope([entry("systems"), entry("networks", { abstract: "Of its own." })]);
  await list.open({ data: { ...data, abstracts: "abstracts.json" } });
  await expect(list.entry("systems").getByText("All of it is written in Haskell.")).toBeVisible();
  await list.searchbox.fill("haskell");
  await list.shows("systems");
});

test("sections without entries have no heading, and titles may be rich", async ({ list, page }) => {
  await list.open({ data: parsed("people.json") });
  await expect(page.getByRole("heading", { name: "Talks & posters" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "A section without entries" })).toHaveCount(0);
});
