// Formulas: MathML in the list, the published page and the pages beside it.

import { entry, envelope } from "../support/data";
import { findsNothing } from "../support/axe";
import { publish } from "../support/published";
import { Host } from "../support/host";
import { expect, test } from "../support/test";

const LIST = envelope([
  entry("sort", { title: "Sorting in $O(n \\log n)$ time", abstract: "With \\(x_{i}\\) and <em>$\\alpha$-rays</em>, for $5 or $10." }),
  entry("broken", { title: "A broken $\\frac{1}$ formula" }),
]);
const ELEMENT = '<offprint-list loading="eager"></offprint-list>';
const MODULE = "offprint-formulas_bg.wasm";

test("a formula is MathML, and a broken one is as it was typed", async ({ list, page }) => {
  await list.open({ data: LIST });
  const heading = list.entry("sort").getByRole("heading");
  const math = heading.locator("math");
  await expect(math).toHaveCount(1);
  expect(await math.evaluate((math) => [math.namespaceURI, math.querySelectorAll("[style], [class]").length])).toEqual(["http://www.w3.org/1998/Math/MathML", 0]);
  await expect(list.entry("sort").locator(".abstract math")).toHaveCount(2);
  await expect(list.entry("sort")).toContainText("for $5 or $10.");
  await expect(list.entry("broken").getByRole("heading")).toHaveText("A broken $\\frac{1}$ formula");
  await findsNothing(page);
});

test("a list without formulas loads nothing for them", async ({ list, site }) => {
  await list.open({ data: envelope([entry("plain", { title: "From $5 to $10" })]) });
  await list.open();
  expect(site.requests).not.toContain(MODULE);
});

test("the words of a formula are found, and the formula is marked whole", async ({ list }) => {
  await list.open({ data: LIST });
  for (const [text, id] of [['"O(n log n)"', "sort"], ["alpha", "sort"], ["α", "sort"]]) {
    await list.searchbox.fill(text);
    await list.shows(id);
  }
  await list.searchbox.fill("log");
  await expect(list.entry("sort").getByRole("heading").locator("mark math")).toHaveCount(1);
});

test("BibTeX has the TeX, and a title that is copied its reading", async ({ list, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await list.open({ data: LIST });
  await list.entry("sort").getByRole("heading").evaluate((heading) => getSelection()!.selectAllChildren(heading));
  await page.keyboard.press("ControlOrMeta+c");
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe("Sorting in O(n log n) time");
  await list.entry("sort").getByRole("button", { name: "Cite" }).click();
  await expect(page.getByRole("dialog")).toContainText("O(n log n)");
  await expect(await list.shown("BibTeX")).toContainText("$O(n \\log n)$");
});

test("the app takes over a published list with formulas, and nothing moves", async ({ list, page, site }) => {
  const { folder, remove } = publish(LIST);
  site.serve(folder);
  await page.addInitScript(() => {
    (globalThis as any).shift = 0;
    new PerformanceObserver((seen) => seen.getEntries().forEach((entry: any) => ((globalThis as any).shift += entry.value))).observe({ type: "layout-shift", buffered: true });
  });
  await list.open();
  await expect(list.searchbox).toBeEnabled();
  expect(site.requests).toContain(MODULE);
  await expect(list.entry("sort").getByRole("heading").locator("math")).toHaveCount(1);
  expect(await page.evaluate(() => (globalThis as any).shift)).toBe(0);
  await page.goto(`${site.url}p/sort/`);
  await expect(page.getByRole("heading", { level: 1 }).locator("math")).toHaveCount(1);
  await page.goto("about:blank");
  remove();
});

test("what is no formula stays text, however it is nested", async ({ list }) => {
  const titles = ["Water $x<sub>2</sub>$", `Deep $${"\\sqrt".repeat(300)}x$`, `Braces $${"{".repeat(900)}x$`, "Stray $a}b$"];
  await list.open({ data: envelope(titles.map((title, at) => entry(`t${at}`, { title }))) });
  const shown = titles.map((title) => title.replace(/<.*?>/g, ""));
  expect(await list.articles.getByRole("heading").allInnerTexts()).toEqual(shown);
});

test("an element loads nothing for formulas of its host", async ({ page, site }) => {
  const host = new Host(page, site);
  await host.open(`<main><math><mi>x</mi></math>${ELEMENT}</main>`);
  await host.ready();
  expect(site.requests).not.toContain(MODULE);
});

test.describe("where the module is missing", () => {
  test.use({ expectedErrors: /^Failed to load resource/ });

  test("formulas are a line of text", async ({ list, site }) => {
    site.answer(MODULE, { status: 404 });
    await list.open({ data: LIST });
    await expect(list.entry("sort").getByRole("heading")).toHaveText("Sorting in O(n log n) time");
  });
});
