// Nothing of the former page is lost: each field of each of its entries is on the page.
// Mended are stray ">" signs, literal <em> tags and a parenthesis that was not closed.

import type { Locator } from "@playwright/test";
import { type FormerEntry, formerEntries, formerIntroduction, spaced } from "../support/seed";
import { expect, test } from "../support/test";

test.beforeEach(({ list }) => list.open());

test("the twelve entries keep their anchors and their order", async ({ list }) => {
  expect(formerEntries).toHaveLength(12);
  await list.shows(...formerEntries.map(({ anchor }) => anchor));
});

test("the introduction is above the list, with its contact link", async ({ list, site }) => {
  await expect(list.main).toContainText(formerIntroduction.text);
  for (const { text, href } of formerIntroduction.links) {
    const link = list.main.getByRole("link", { name: text, exact: true });
    expect(await absolute(link)).toBe(new URL(href, site.url).href);
  }
});

test("sections begin where they began", async ({ list }) => {
  const begins = (entry: FormerEntry, at: number) => entry.section && entry.section !== formerEntries[at - 1]?.section;
  const expected = formerEntries.flatMap((entry, at) => (begins(entry, at) ? [entry.section, entry.title] : [entry.title]));
  const titles = new Set(expected);
  const headings = (await list.main.getByRole("heading").allInnerTexts()).map((text) => spaced(text).replace(/ \(\d+\)$/, ""));
  expect(headings.filter((heading) => titles.has(heading))).toEqual(expected);
});

test("every entry keeps its title, authors, place, date and notes", async ({ list }) => {
  for (const former of formerEntries) await test.step(former.anchor, () => keepsText(list.entry(former.anchor), former));
});

test("every entry keeps its links, and has no others", async ({ list, site }) => {
  for (const former of formerEntries) {
    await test.step(former.anchor, () => keepsLinks(list.entry(former.anchor), former, site.url));
  }
});

test("every entry keeps its abstract, paragraph by paragraph", async ({ list, site }) => {
  for (const former of formerEntries) {
    await test.step(former.anchor, () => keepsAbstract(list.entry(former.anchor), former, site.url));
  }
});

test("a reference from one abstract to another paper leads there", async ({ list }) => {
  await list.entry("visions").getByRole("link", { name: "HotCloud", exact: true }).click();
  await list.arrivesAt("hotcloud");
  expect(list.hash).toBe("#hotcloud");
});

/** Tells of every entry that lost something, not only of the first. */
const soft = expect.configure({ soft: true });

async function keepsText(article: Locator, former: FormerEntry): Promise<void> {
  await soft(article.getByRole("heading")).toHaveText(former.title);
  soft(await names(article, former.authors)).toEqual(former.authors);
  const text = plain(await article.innerText());
  for (const words of [former.venue, former.date, ...former.notes]) soft(text).toContain(plain(words));
}

async function keepsLinks(article: Locator, former: FormerEntry, base: string): Promise<void> {
  const leads = (href: string) => article.locator(`a[href="${href}"]:visible`);
  for (const { href, kind } of former.links) {
    const name = new RegExp(`${kind.source}${escaped(former.title)}$`);
    await soft(leads(href).and(article.getByRole("link", { name })), href).toHaveCount(1);
  }
  for (const { href } of former.venueLinks) {
    await soft(leads(href).and(article.getByRole("link", { name: /^Website: / })), href).toHaveCount(1);
  }
  const known = [...former.links, ...former.venueLinks, ...former.abstractLinks].map(({ href }) => href);
  const expected = [...known, `#${former.anchor}`].map((href) => new URL(href, base).href);
  soft(new Set(await addresses(article))).toEqual(new Set(expected));
}

async function keepsAbstract(article: Locator, former: FormerEntry, base: string): Promise<void> {
  const lines = (await article.innerText()).split(/\n+/).map(spaced);
  soft(lines.filter((line) => former.paragraphs.includes(line))).toEqual(former.paragraphs);
  await soft(article.locator("em:visible, i:visible")).toHaveText(former.emphasis);
  for (const { text, href } of former.abstractLinks) {
    const link = article.getByRole("link", { name: text, exact: true });
    soft(await absolute(link)).toBe(new URL(href, base).href);
  }
  soft(await emptyBoxes(article), "boxes that hold nothing").toEqual([]);
}

/** The texts of the links from the first author to the last. */
async function names(article: Locator, authors: string[]): Promise<string[]> {
  const buttons = (await article.getByRole("link").allInnerTexts()).map(spaced);
  const isAuthor = (text: string) => authors.includes(text);
  const first = buttons.findIndex(isAuthor);
  return buttons.slice(first, buttons.findLastIndex(isAuthor) + 1);
}

function absolute(link: Locator): Promise<string> {
  return link.evaluate((element) => (element as HTMLAnchorElement).href);
}

/** The URLs of all links but those that filter this list. */
function addresses(article: Locator): Promise<string[]> {
  return article.locator("a[href]").evaluateAll((links) => {
    const isFilter = ({ pathname, search, origin }: HTMLAnchorElement) => origin + pathname === location.origin + location.pathname && search !== "";
    return (links as HTMLAnchorElement[]).filter((link) => !isFilter(link)).map(({ href }) => href);
  });
}

/** Elements that take up space and hold neither text nor picture. */
function emptyBoxes(article: Locator): Promise<string[]> {
  return article.locator("*:visible:not(svg, svg *, img, input, br, hr)").evaluateAll((elements) => {
    const isEmpty = (element: Element) => !element.textContent?.trim() && !element.querySelector("svg, img, input");
    return elements.filter((element) => isEmpty(element) && element.clientHeight > 0).map(({ outerHTML }) => outerHTML);
  });
}

/** For comparisons in which case, kinds of apostrophe and the marks between words do not count. */
function plain(text: string): string {
  return spaced(text.replaceAll("’", "'").replace(/[,·.]/g, " ")).toLowerCase();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
