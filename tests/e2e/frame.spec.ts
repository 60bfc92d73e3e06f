// The list in a frame, and the page that shows what the element can do.

import { axe, expect, test } from "../support/embedding";
import { entry, envelope } from "../support/data";

const letters = envelope([..."abcdefgh"].map((id) => entry(id, { title: `Title ${id}`, abstract: "Words. ".repeat(40) })));

const listener = (origin: string) => `
  <script>
    const publications = document.getElementById("publications");
    addEventListener("message", ({ origin, source, data }) => {
      if (origin === "${origin}" && source === publications.contentWindow && data.type === "offprint-height") publications.height = data.height;
    });
  </script>`;
const framed = (address: string, origin: string) => `<iframe id="publications" title="Publications" width="800" height="10" src="${address}"></iframe>${listener(origin)}`;

test("a frame lists what its URL says, and grows with it", async ({ host, away, page, watch }) => {
  watch.allow(away.origin);
  away.data(letters);
  await host.open(framed(`${away.url}frame.html?q=title&limit=2&sort=title`, away.origin));
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("article")).toHaveCount(2);
  await expect(frame.getByRole("status").first()).toHaveText("8 publications");
  const height = () => page.locator("iframe").evaluate((frame) => frame.clientHeight);
  const fits = async () => {
    const whole = await frame.locator("html").evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
    return Math.abs((await height()) - whole) <= 1;
  };
  await expect.poll(fits).toBe(true);
  const before = await height();
  await frame.getByRole("button", { name: "Show more" }).click();
  await expect(frame.getByRole("article")).toHaveCount(4);
  await expect.poll(async () => (await height()) > before && (await fits())).toBe(true);
});

test("several values of a word, and nothing of the URL is taken for another thing", async ({ host, page }) => {
  host.site.data(envelope([2010, 2011, 2012].map((year) => entry(`y${year}`, { issued: { "date-parts": [[year]] } }))));
  await page.goto(`${host.site.url}frame.html?year=2010&year=2012&onclick=alert(1)&style=x`);
  await expect(page.getByRole("article")).toHaveCount(2);
  expect(await page.locator("offprint-list").evaluate((element) => element.getAttributeNames().sort())).toEqual(["loading", "year"]);
});

test("a frame has no background, and its links open in the whole window", async ({ host, page }) => {
  host.site.data(envelope([entry("one", { URL: `${host.site.url}paper.html` })]));
  host.site.answer("paper.html", { type: "text/html", body: "A paper" });
  await host.open(framed(`${host.site.url}frame.html`, host.site.origin));
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("article")).toHaveCount(1);
  expect(await frame.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
  await frame.getByRole("link", { name: "Website: About one" }).evaluate((link) => (link as HTMLAnchorElement).click());
  await page.waitForURL(/paper\.html/);
});

test.describe("another site's list", () => {
  test.use({ expectedErrors: /Content Security Policy|Failed|fetch/i });

  test("is not shown in the name of this one", async ({ host, away, page, watch }) => {
    watch.allow(away.origin);
    await page.goto(`${host.site.url}frame.html?src=${encodeURIComponent(`${away.url}data/publications.json`)}`);
    await expect(page.getByRole("alert")).toContainText("could not be fetched");
    expect(away.requests).toEqual([]);
  });
});

test("a dialog opens near what it was opened from, however high the frame is", async ({ host, page }) => {
  host.site.data(letters);
  await host.open(framed(`${host.site.url}frame.html`, host.site.origin));
  const frame = page.frameLocator("iframe");
  const last = frame.getByRole("article").last();
  await last.getByRole("button", { name: "Cite" }).click();
  const [dialog, cite] = [await frame.getByRole("dialog").boundingBox(), await last.boundingBox()];
  expect(Math.abs(dialog!.y - cite!.y)).toBeLessThan(600);
});

test("the page that shows the element follows its settings and gives the snippet", async ({ host, page, list }) => {
  await page.goto(`${host.site.url}embed.html`);
  await expect(list.articles).toHaveCount(12);
  await page.getByRole("textbox", { name: "Author", exact: true }).fill("David Scott");
  await page.getByRole("combobox", { name: "Controls", exact: true }).selectOption("search");
  await page.getByRole("textbox", { name: "Size", exact: true }).fill("18px");
  await expect(list.articles).not.toHaveCount(12);
  const snippet = page.getByRole("group", { name: "Snippet", exact: true });
  await expect(snippet).toContainText(`<offprint-list author="David Scott" controls="search">`);
  await expect(snippet).toContainText("--offprint-size: 18px;");
  await expect(snippet).toContainText(`<script type="module" src="${host.site.url}offprint.js"></script>`);
  const count = await list.articles.count();

  // What is copied works as it is, in a page of its own.
  host.site.answer("copied.html", { type: "text/html", body: `<!doctype html><title>Copied</title>${await snippet.textContent()}` });
  await page.goto(`${host.site.url}copied.html`);
  await expect(list.articles).toHaveCount(count);
  await expect(list.searchbox).toBeVisible();
});

test("it has no finding by axe", async ({ host, page, list }) => {
  await page.goto(`${host.site.url}embed.html`);
  await expect(list.articles).toHaveCount(12);
  await axe(page);
});
