// What a visitor meets in a day's use: names of the state, offers, help, and where a choice leaves the reader.

import { entry, envelope, generated, twelve } from "../support/data";
import { expect, test } from "../support/test";

const WANG = envelope([
  entry("his", { author: [{ given: "Wei", family: "Wang" }], abstract: "On privacy in rooms." }),
  entry("others", { title: "Wei and Wang", author: [{ given: "Ada", family: "Byron" }] }),
  entry("both", { author: [{ given: "Wei", family: "Wang" }, { given: "Ada", family: "Byron" }], issued: "2013" }),
]);

test("every state has a name", async ({ list, page }) => {
  await list.open();
  const title = await page.title();
  await list.option("Author", "Anil Madhavapeddy").check();
  await expect(page).toHaveTitle(`Anil Madhavapeddy – ${title}`);
  await list.open({ search: "?author=Tim+Deegan&year=2010-&q=lamp" });
  await expect(page).toHaveTitle(`“lamp”, Tim Deegan, from 2010 – ${title}`);
  await page.emulateMedia({ media: "print" });
  await expect(list.main.getByText("“lamp”, Tim Deegan, from 2010")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await list.clear.click();
  await expect(page).toHaveTitle(title);
});

test("the canonical URL follows the state, without anchor and foreign parameters", async ({ list, page }) => {
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const body = (await response.text()).replace("</title>", '</title><link rel="canonical" href="https://example.org/papers/">');
    await route.fulfill({ response, body });
  });
  await list.open({ search: "?utm=1&year=2013", hash: "#asplos" });
  const canonical = () => page.locator("link[rel=canonical]").getAttribute("href");
  expect(await canonical()).toBe("https://example.org/papers/?year=2013");
  await list.clear.click();
  await expect.poll(canonical).toBe("https://example.org/papers/");
});

test("a search that is a name offers the filter", async ({ list, page }) => {
  await list.open({ data: WANG, search: "?q=wang+wei" });
  const offer = page.getByRole("link", { name: "Author: Wei Wang (2)", exact: true });
  await offer.click();
  await list.hasSearch("?author=Wei+Wang");
  await list.shows("both", "his");
  await expect(offer).toHaveCount(0);
  await list.open({ data: WANG, search: "?q=workshop+on+entries" });
  await expect(page.getByRole("link", { name: "Venue: Workshop on Entries (3)", exact: true })).toBeVisible();
});

test("all publications of an author are offered while other filters are set", async ({ list, page }) => {
  await list.open({ data: WANG, search: "?author=Wei+Wang&year=2013" });
  await list.shows("both");
  await page.getByRole("link", { name: "All 2 publications by Wei Wang", exact: true }).click();
  await list.hasSearch("?author=Wei+Wang");
  await expect(page.getByRole("link", { name: /^All 2/ })).toHaveCount(0);
});

test("a line says why an entry matches while its abstract is collapsed", async ({ list }) => {
  await list.open({ data: WANG, search: "?q=privacy" });
  const line = list.entry("his").locator(".match");
  await expect(line).toHaveCount(0);
  await list.button("Collapse abstracts").click();
  await expect(line).toHaveText("On privacy in rooms.");
  await expect(line.locator("mark")).toHaveText("privacy");
  await list.searchbox.fill("wang");
  await expect(list.entry("his").locator(".match")).toHaveCount(0);
});

test("search help has examples that find something", async ({ list, page }) => {
  await list.open();
  await list.button("Search help").click();
  const dialog = page.getByRole("dialog", { name: "Search help" });
  const examples = dialog.locator("code");
  expect(await examples.count()).toBeGreaterThan(5);
  for (const text of await examples.allInnerTexts()) {
    await dialog.getByRole("button", { name: text, exact: true }).click();
    await expect(list.searchbox).toHaveValue(text);
    await expect(list.status).toHaveText(/^[1-9]/);
    await list.button("Search help").click();
  }
});

test("search help shows no example that finds nothing, and tries one on the whole list", async ({ list, page }) => {
  await list.open({ data: envelope([entry("x", { title: "On it", author: undefined, issued: undefined, "container-title": undefined }), entry("y", { title: "Of a" })]), search: "?q=zzz&type=book" });
  await list.button("Search help").click();
  const dialog = page.getByRole("dialog", { name: "Search help" });
  await expect(dialog.locator("code")).not.toHaveCount(0);
  for (const text of await dialog.locator("code").allInnerTexts()) expect(text).toMatch(/^\S.*[\p{L}\p{N}"]$/u);
  await dialog.getByRole("button", { name: '"On it"', exact: true }).click();
  await list.shows("x");
  await list.hasSearch("?q=%22On+it%22");
});

test.describe("a choice made deep in the list", () => {
  const data = generated(120);

  test("leaves the count and the new results in view, and Back returns to the place", async ({ list, page }) => {
    await list.open({ data });
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, 5_000);
    await expect.poll(() => list.scrolled()).toBeGreaterThan(4_000);
    const before = await list.scrolled();
    const author = list.articles.getByRole("link", { name: "Anna Smith", exact: true });
    await list.articles.locator("[part=authors] a").first().waitFor();
    const inView = await list.articles.locator("[part=authors] a").evaluateAll((links) => links.findIndex((link) => link.getBoundingClientRect().top > 100));
    expect(await author.count()).toBeGreaterThanOrEqual(0);
    await list.articles.locator("[part=authors] a").nth(inView).click();
    await expect(list.status).toBeInViewport();
    await expect(list.articles.first()).toBeInViewport();
    await page.goBack();
    await expect.poll(async () => Math.abs((await list.scrolled()) - before)).toBeLessThan(3);
  });

  test.describe("with the filters open above it", () => {
    test.use({ viewport: { width: 360, height: 640 } });

    test("stays where the visitor is", async ({ list, page }) => {
      await list.open({ data });
      await list.button("Filters").click();
      const option = list.group("Venue").getByRole("checkbox").first();
      await option.scrollIntoViewIfNeeded();
      const before = await list.scrolled();
      expect(before).toBeGreaterThan(0);
      await option.check();
      await expect(list.removals).toHaveCount(1);
      await expect(option).toBeInViewport();
    });
  });
});

test("a URL that leads to a PDF is one, and is found as one", async ({ list }) => {
  const data = envelope([entry("a", { URL: "https://x.example/a.pdf" }), entry("b", { URL: "https://arxiv.org/pdf/1207.0580" }), entry("c", { URL: "https://x.example/c" })]);
  await list.open({ data, search: "?has=pdf" });
  await list.shows("a", "b");
  await expect(list.entry("a").getByRole("link", { name: "PDF: About a" })).toBeVisible();
});

test("an entry with one DOI in two spellings has one link", async ({ list }) => {
  await list.open({ data: envelope([entry("a", { DOI: "10.1145/ABC", URL: "http://dx.doi.org/10.1145/abc" })]) });
  await expect(list.entry("a").locator("[part=actions] a[href*=doi]")).toHaveCount(1);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 } });

  test("controls are large enough, and boxes are not zoomed into", async ({ list, page }) => {
    await list.open({ data: twelve });
    await list.button("Filters").click();
    const small = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll<HTMLElement>("main :is(button, select, summary, .option, input:not([type=checkbox]))")].filter((control) => control.offsetParent && !control.closest(".bars"));
      return boxes.filter((box) => box.offsetHeight < 43 && !box.matches(".filter, .more-authors")).map((box) => `${box.className} ${box.textContent} ${box.offsetHeight}`);
    });
    expect([...new Set(small)]).toEqual([]);
    const tiny = await page.evaluate(() => [...document.querySelectorAll("main :is(input:not([type=checkbox]), select)")].filter((box) => parseFloat(getComputedStyle(box).fontSize) < 16).length);
    expect(tiny).toBe(0);
  });
});

test("a reference that is pasted finds its paper among the closest matches", async ({ list, page }) => {
  await list.open();
  await list.searchbox.fill("Madhavapeddy, A., & Scott, D. (2014). Unikernels: Rise of the virtual library operating system. Communications of the ACM, 57(1), 61–69. https://doi.org/10.1145/2541883.2541895");
  await expect(list.status).toHaveText("0 of 12 publications");
  await expect(page.getByRole("heading", { name: "Closest matches" })).toBeVisible();
  await expect(list.articles.first()).toHaveAttribute("id", "cacm");
  await list.searchbox.fill("zzzz yyyy");
  await expect(page.getByRole("heading", { name: "Closest matches" })).toHaveCount(0);
  await expect(list.articles).toHaveCount(0);
});

test("what narrows a filter is cleared by a choice", async ({ list, page }) => {
  await list.open();
  const narrow = page.getByRole("textbox", { name: "Narrow Author", exact: true });
  await narrow.fill("deegan");
  await list.option("Author", "Tim Deegan").check();
  await expect(narrow).toHaveValue("");
  await expect(list.option("Author", "Tim Deegan")).toBeChecked();
  await narrow.fill("zzz");
  await list.clear.click();
  await expect(narrow).toHaveValue("");
});

test("all values of a filter are in a box that scrolls", async ({ list }) => {
  await list.open({ data: generated(300) });
  await list.group("Author").getByRole("button", { name: /^Show all/ }).click();
  expect((await list.group("Author").boundingBox())!.height).toBeLessThan(700);
  await expect(list.group("Author").getByRole("button", { name: "Show fewer" })).toBeVisible();
});
