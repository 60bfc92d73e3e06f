// axe-core finds nothing in any state, at WCAG 2.2 AA. What it cannot see is in keyboard.spec.ts and layout.spec.ts.

import type { Page } from "@playwright/test";
import { entry, envelope, fixture } from "../support/data";
import { findsNothing } from "../support/axe";
import { DATA } from "../support/server";
import { expect, test } from "../support/test";

test.use({ expectedErrors: /^Failed to load resource/ });

test("the list", async ({ list, page }) => {
  await list.open();
  await findsNothingInAnyColours(page);
});

test("a filtered and searched list, with a marked entry", async ({ list, page }) => {
  await list.open({ search: "?q=cloud&author=Anil+Madhavapeddy&year=2010-2013", hash: "#hotcloud" });
  await list.arrivesAt("hotcloud");
  await findsNothingInAnyColours(page);
});

test("a search with notices of what was made of it", async ({ list, page }) => {
  await list.open({ search: "?q=unikrenels+-" });
  await expect(list.notices.getByRole("button")).toHaveCount(1);
  await findsNothingInAnyColours(page);
});

test("no results", async ({ list, page }) => {
  await list.open({ search: "?q=%22unikrenels%22&author=Nobody" });
  await expect(list.status).toHaveText("0 of 12 publications");
  await findsNothingInAnyColours(page);
});

test("trouble", async ({ list, page, site }) => {
  site.answer(DATA, { status: 404, body: "Not found" });
  await list.visit();
  await expect(list.alert).toBeVisible();
  await findsNothingInAnyColours(page);
});

test("the dialogs", async ({ list, page }) => {
  await list.open();
  await list.entry("asplos").getByRole("button", { name: "Cite" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await findsNothingInAnyColours(page);
  await page.keyboard.press("Escape");
  await list.button("Export").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await findsNothing(page);
});

test("while the list loads", async ({ list, page, site }) => {
  site.answer(DATA, { hang: true });
  await list.visit();
  await expect.poll(() => site.requests).toContain(DATA);
  await findsNothing(page);
});

test("notices, with the list of problems open", async ({ list, page }) => {
  await list.open({ data: fixture("missing.json"), search: "?year=soon", hash: "#nowhere" });
  await list.notices.locator("summary").first().click();
  await findsNothing(page);
});

test("long filters, all shown and narrowed", async ({ list, page }) => {
  await list.open();
  await list.group("Author").getByRole("button", { name: /^Show all/ }).click();
  await findsNothing(page);
  await page.getByRole("textbox", { name: "Narrow Author", exact: true }).fill("zzz");
  await findsNothing(page);
});

test("a list in many scripts and languages", async ({ list, page }) => {
  await list.open({ data: fixture("scripts.json") });
  await findsNothing(page);
});

test("people, links of every kind and sections", async ({ list, page }) => {
  await list.open({ data: fixture("people.json"), search: "?author=David+Scott" });
  await findsNothing(page);
});

test("groups, selected entries, pictures, awards and many authors", async ({ list, page }) => {
  const author = Array.from({ length: 30 }, (_, at) => ({ given: "Ada", family: `Byron${at + 1}` }));
  const custom = { selected: true, award: "Best paper", image: { url: "../icon.svg", alt: "A camel" } };
  await page.route("**/icon.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>' }));
  await list.open({ data: envelope([entry("first", { author, custom }), entry("second")]), search: "?group=year&selected=yes" });
  await findsNothing(page);
  await list.button("and 19 more").click();
  await findsNothing(page);
});

for (const width of [360, 320]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 640 } });

    test("the list, and the filters open", async ({ list, page }) => {
      await list.open();
      await findsNothing(page);
      await list.button("Filters").click();
      await expect(list.group("Author")).toBeVisible();
      await findsNothing(page);
    });
  });
}

test.describe("in forced colours", () => {
  test.use({ forcedColors: "active" });

  test("chosen bars and marks of matches differ from the rest", async ({ list }) => {
    await list.open({ search: "?q=cloud&year=2010" });
    const look = (year: number) => list.bar(year).evaluate((bar) => {
      const parts = [bar, ...bar.querySelectorAll("*")];
      return JSON.stringify(parts.flatMap((part) => [null, "::before", "::after"].map((pseudo) => {
        const { backgroundColor, borderTopColor, borderTopWidth, outlineStyle, forcedColorAdjust } = getComputedStyle(part, pseudo);
        return [backgroundColor, borderTopColor, borderTopWidth, outlineStyle, forcedColorAdjust];
      })));
    });
    expect(await look(2010)).not.toBe(await look(2012));
    const mark = list.articles.locator("mark").first();
    const colours = await mark.evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element.parentElement!).backgroundColor]);
    expect(colours[0]).not.toBe(colours[1]);
  });
});

async function findsNothingInAnyColours(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await test.step(colorScheme, () => findsNothing(page));
  }
}
