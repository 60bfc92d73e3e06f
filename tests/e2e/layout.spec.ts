// From 320 px to print: nothing is cut off, and everything that is behind something can be reached.

import type { Page } from "@playwright/test";
import { fixture } from "../support/data";
import { expect, test } from "../support/test";

/** 320 px is 400 % zoom of a small screen, and 640 px 200 %. */
const WIDTHS = [320, 360, 640, 768, 1024, 1280, 3840];

for (const [what, opening] of [
  ["a filtered list", { search: "?author=Anil+Madhavapeddy&year=2010-2013&q=cloud" }],
  ["no results", { search: "?author=Anil+Madhavapeddy&q=%22unikrenels%22" }],
  ["a list in many scripts", { data: fixture("scripts.json") }],
] as const) {
  test(`${what} never has to be scrolled sideways`, async ({ list, page }) => {
    await list.open(opening);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await test.step(`${width} px`, () => fits(page));
    }
  });
}

test.describe("on a narrow screen", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the filters are behind a button that tells whether they are open", async ({ list }) => {
    await list.open();
    const filters = list.page.getByRole("button", { name: /^Filters/ });
    await expect(filters).toHaveAttribute("aria-expanded", "false");
    await expect(list.group("Author")).toBeHidden();
    await filters.click();
    await expect(filters).toHaveAttribute("aria-expanded", "true");
    await list.option("Author", "Tim Deegan").check();
    await expect(list.status).toHaveText("3 of 12 publications");
    await filters.click();
    await expect(list.group("Author")).toBeHidden();
    await expect(list.removal("Author Tim Deegan")).toBeVisible();
  });

  test("a range of years is chosen by finger", async ({ list }) => {
    await list.open();
    await list.page.getByRole("button", { name: /^Filters/ }).click();
    await list.bar(2010).click();
    await expect(list.status).toHaveText("4 of 12 publications");
  });
});

test.describe("on a wide screen", () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test("the filters stand beside the list and need no button", async ({ list, page }) => {
    await list.open();
    await expect(page.getByRole("button", { name: /^Filters/ })).toBeHidden();
    const filters = await list.group("Author").boundingBox();
    const entry = await list.articles.first().boundingBox();
    const [left, right] = [filters!, entry!].sort((a, b) => a.x - b.x);
    expect(left.x + left.width).toBeLessThanOrEqual(right.x);
  });

  test("the measure of the list stays readable", async ({ list }) => {
    await list.open();
    const rem = await list.page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const paragraph = await list.entry("asplos").getByText("We present").boundingBox();
    expect(paragraph!.width).toBeLessThanOrEqual(46 * rem + 1);
  });
});

test.describe("with styles of the reader's own", () => {
  // A reader's browser adds them whatever the policy of the page; a test can add them only as the page itself would.
  test.use({ bypassCSP: true });

  test("text twice as large stays inside the page", async ({ list, page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await list.open();
    await page.addStyleTag({ content: "html { font-size: 200% }" });
    await fits(page);
  });

  test("letters set wider apart are not cut off", async ({ list, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await list.open();
    const content = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }";
    await page.addStyleTag({ content });
    await fits(page);
  });
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("nothing moves on its own", async ({ list, page }) => {
    await list.open();
    await list.page.evaluate(() => (location.hash = "mainname"));
    await list.arrivesAt("mainname");
    const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
    expect(moving).toBe(0);
    const behaviour = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
    expect(behaviour).toBe("auto");
  });
});

test.describe("with the rules of a site around it that is written from right to left", () => {
  test("the page is mirrored and still fits", async ({ list, page }) => {
    await list.open();
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await fits(page);
  });
});

test.describe("in print", () => {
  test("abstracts are open, URLs are written out, and controls are gone", async ({ list, page }) => {
    await list.open();
    await list.button("Collapse abstracts").click();
    await expect(list.entry("asplos").getByText("We present")).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(list.entry("asplos").getByText("We present")).toBeVisible();
    await expect(list.group("Author")).toBeHidden();
    await expect(list.searchbox).toBeHidden();
    await expect(list.entry("asplos").getByRole("button", { name: "Cite" })).toBeHidden();
    expect(await printed(page, "asplos")).toContain("http://anil.recoil.org/papers/2013-asplos-mirage.pdf");
  });

  test("what was folded is folded again afterwards", async ({ list, page }) => {
    await list.open();
    await list.button("Collapse abstracts").click();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    await expect(list.entry("asplos").getByText("We present")).toBeHidden();
  });

  test("a filtered list prints as filtered", async ({ list, page }) => {
    await list.open({ search: "?author=Tim+Deegan" });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(list.articles).toHaveCount(3);
  });
});

/** The page is no wider than the window, and nothing that can be seen sticks out of it. */
async function fits(page: Page): Promise<void> {
  const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(scroll).toBeLessThanOrEqual(client);
  const outside = await page.locator("main :is(button, a, input, select, h1, h2, h3, p):visible").evaluateAll((elements) => {
    const isOutside = ({ left, right, width }: DOMRect) => width > 1 && (left < -1 || right > innerWidth + 1);
    return elements.filter((element) => isOutside(element.getBoundingClientRect())).map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
  expect(outside).toEqual([]);
}

/** The visible text of an entry with what style sheets add to it. */
function printed(page: Page, anchor: string): Promise<string> {
  return page.evaluate((id) => {
    const article = document.getElementById(id)!;
    const written = [...article.querySelectorAll("a")].map((link) => {
      const contents = ["::before", "::after"].map((pseudo) => getComputedStyle(link, pseudo).content);
      return contents.join(" ").replaceAll("attr(href)", link.href);
    });
    return `${article.innerText} ${written.join(" ")}`;
  }, anchor);
}
