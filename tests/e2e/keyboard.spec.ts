// Everything works by keyboard alone, the focus is never lost, and what changes is announced.

import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

test("the first stop skips to the results", async ({ list, page }) => {
  await list.open();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to results" });
  for (let step = 0; step < 5 && !(await skip.evaluate((link) => link === document.activeElement)); step++) await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await list.focusedEntry()).toBe("cacm");
  expect(list.hash === "" || (await list.notices.innerText()).trim() === "").toBe(true);
});

test("skipping to the results comes before the filters", async ({ list, page }) => {
  await list.open();
  const order = await page.evaluate(() => {
    const skip = [...document.querySelectorAll("a")].find((link) => link.textContent?.includes("Skip to results"));
    const filter = document.querySelector("input[type=checkbox]");
    return skip && filter && skip.compareDocumentPosition(filter) & Node.DOCUMENT_POSITION_FOLLOWING;
  });
  expect(order).toBeTruthy();
});

test("a journey by keyboard: search, filter, cite, and take the filter back", async ({ list, page }) => {
  await list.open();
  await page.keyboard.press("/");
  await page.keyboard.type("cloud");
  await expect(list.status).toHaveText(/^\d of 12 publications$/);
  await tabTo(page, list.option("Author", "Jon Crowcroft"));
  await page.keyboard.press("Space");
  await expect(list.option("Author", "Jon Crowcroft")).toBeChecked();
  await expect(list.option("Author", "Jon Crowcroft")).toBeFocused();
  const cite = list.articles.first().getByRole("button", { name: "Cite" });
  await tabTo(page, cite);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cite).toBeFocused();
  await tabTo(page, list.removal("Author Jon Crowcroft"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(list.option("Author", "Jon Crowcroft")).not.toBeChecked();
  await isSomewhere(page);
});

test("removing filters one by one never loses the focus", async ({ list, page }) => {
  await list.open({ search: "?author=Anil+Madhavapeddy&author=David+Scott&venue=ASPLOS" });
  for (const filter of ["Author David Scott", "Author Anil Madhavapeddy", "Venue ASPLOS"]) {
    await list.removal(filter).press("Enter");
    await expect(list.removal(filter)).toHaveCount(0);
    await isSomewhere(page);
  }
});

test("clearing all filters never loses the focus", async ({ list, page }) => {
  await list.open({ search: "?author=Tim+Deegan&q=dns" });
  await list.clear.press("Enter");
  await expect(list.status).toHaveText("12 publications");
  await isSomewhere(page);
});

test("an author chosen in an entry keeps the focus there", async ({ list, page }) => {
  await list.open();
  const author = list.entry("icfem").getByRole("link", { name: "Anil Madhavapeddy", exact: true });
  await author.press("Enter");
  await expect(list.status).toHaveText("11 of 12 publications");
  await expect(author).toBeFocused();
  await expect(list.status).toBeInViewport();
  await isSomewhere(page);
});

test("the ways out of no results never lose the focus", async ({ list, page }) => {
  await list.open({ search: "?q=lamp&author=Malte+Schwarzkopf" });
  await list.button("Without Author Malte Schwarzkopf: 1 publication").press("Enter");
  await list.shows("hotcloud");
  await isSomewhere(page);
});

test("folding abstracts and showing more options keep the focus", async ({ list, page }) => {
  await list.open();
  await list.button("Collapse abstracts").press("Enter");
  await expect(list.button("Expand abstracts")).toBeFocused();
  await list.group("Author").getByRole("button", { name: /^Show all/ }).press("Enter");
  await expect(list.group("Author").getByRole("button", { name: /^Show fewer/ })).toBeVisible();
  await isSomewhere(page);
});

test("the count is announced: the status is there from the start and changes in place", async ({ list, page }) => {
  await list.open();
  const status = await list.status.elementHandle();
  await expect(list.status).toHaveRole("status");
  await list.option("Author", "David Scott").check();
  await expect(list.status).toHaveText("3 of 12 publications");
  expect(await page.evaluate((element) => element!.isConnected, status)).toBe(true);
});

test("notices are a polite live region that is there before anything is said", async ({ list }) => {
  await list.open();
  await expect(list.notices).toBeAttached();
  const live = await list.notices.evaluate((region) => (region.closest("[aria-live]") ?? region.querySelector("[aria-live]"))?.getAttribute("aria-live"));
  expect(live).toBe("polite");
});

test("every control shows that it has the focus", async ({ list, page }) => {
  await list.open({ search: "?author=Tim+Deegan" });
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    const unseen = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const look = () => [element, element.parentElement!, ...element.children].map((part) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderBottomColor, backgroundColor } = getComputedStyle(part);
        return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderBottomColor, backgroundColor].join();
      });
      if (element === document.body) return "";
      const focused = look().join();
      element.blur();
      return look().join() === focused ? element.outerHTML.slice(0, 200) : "";
    });
    expect(unseen, "looks the same without the focus").toBe("");
  }
});

/** Presses Tab until `target` has the focus. */
async function tabTo(page: Page, target: ReturnType<Page["getByRole"]>, key = "Tab"): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 150 && !(await isThere()); step++) await page.keyboard.press(key);
  await expect(target).toBeFocused();
}

/** The focus is on something that can be seen, not on the body. */
async function isSomewhere(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  await expect(page.locator(":focus")).toBeVisible();
}
