// One step back undoes one choice, and brings back list, focus and scroll.

import { generated } from "../support/data";
import { expect, test } from "../support/test";

const MANY = generated(120);

test("each filter is a step that Back undoes and Forward repeats", async ({ list, page }) => {
  await list.open();
  await list.option("Author", "Anil Madhavapeddy").check();
  await list.bar(2010).click();
  await list.hasSearch("?author=Anil+Madhavapeddy&year=2010");
  await page.goBack();
  await expect(list.status).toHaveText("11 of 12 publications");
  await expect(list.bar(2010)).toHaveAttribute("aria-pressed", "false");
  await page.goBack();
  await expect(list.status).toHaveText("12 publications");
  await expect(list.option("Author", "Anil Madhavapeddy")).not.toBeChecked();
  await page.goForward();
  await expect(list.removal("Author Anil Madhavapeddy")).toBeVisible();
});

test("typing is no step of its own", async ({ list, page }) => {
  await list.open();
  await list.option("Author", "Anil Madhavapeddy").check();
  const steps = await list.steps();
  await list.searchbox.pressSequentially("lamp");
  await list.hasSearch("?q=lamp&author=Anil+Madhavapeddy");
  expect(await list.steps()).toBe(steps);
  await page.goBack();
  await expect(list.searchbox).toHaveValue("");
  await expect(list.status).toHaveText("12 publications");
});

test("the URL follows when the typing rests, not with every letter", async ({ list, page }) => {
  await list.open();
  await page.evaluate(() => {
    const written: string[] = [];
    const replace = history.replaceState.bind(history);
    history.replaceState = (state, unused, url) => {
      if (url && String(url).includes("q=")) written.push(String(url));
      replace(state, unused, url);
    };
    Object.assign(window, { written });
  });
  await list.searchbox.pressSequentially("unikernel", { delay: 20 });
  await list.hasSearch("?q=unikernel");
  expect(await page.evaluate(() => (window as never as { written: string[] }).written.length)).toBeLessThan(4);
});

test("a filter chosen before the typing rested takes the text along", async ({ list, page }) => {
  await list.open();
  await list.searchbox.pressSequentially("cloud");
  await list.option("Author", "Jon Crowcroft").check();
  await list.hasSearch("?q=cloud&author=Jon+Crowcroft");
  await page.goBack();
  await expect(list.searchbox).toHaveValue("cloud");
  await expect(list.option("Author", "Jon Crowcroft")).not.toBeChecked();
});

test("a reload restores list, focus and scroll", async ({ list, page }) => {
  await list.open({ data: MANY, search: "?type=paper-conference" });
  const button = list.articles.nth(20).getByRole("button", { name: "Cite" });
  await button.focus();
  await button.scrollIntoViewIfNeeded();
  const [ids, scroll] = [await list.ids(), await list.scrolled()];
  expect(scroll).toBeGreaterThan(500);
  await page.reload();
  await list.ready();
  await expect.poll(() => list.scrolled()).toBe(scroll);
  await expect(list.articles.nth(20).getByRole("button", { name: "Cite" })).toBeFocused();
  expect((await list.ids()).slice(0, 21)).toEqual(ids.slice(0, 21));
});

test("Back restores the focus and the scroll of the step before", async ({ list, page }) => {
  await list.open();
  const author = list.entry("mainname").getByRole("link", { name: "Tim Deegan", exact: true });
  await author.focus();
  await author.scrollIntoViewIfNeeded();
  const scroll = await list.scrolled();
  expect(scroll).toBeGreaterThan(500);
  await page.keyboard.press("Enter");
  await list.shows("hotcloud", "eurosys", "mainname");
  await page.goBack();
  await expect(list.status).toHaveText("12 publications");
  await expect.poll(() => list.scrolled()).toBe(scroll);
  await expect(author).toBeFocused();
});

test("coming back from another page restores the list and the scroll", async ({ list, page, site }) => {
  site.answer("other.html", { body: "<!doctype html><title>Other</title><p>Other", type: "text/html" });
  await list.open({ search: "?has=pdf" });
  await list.entry("eurosys").scrollIntoViewIfNeeded();
  const scroll = await list.scrolled();
  await page.goto(`${site.url}other.html`);
  await page.goBack();
  await list.ready();
  await expect(list.status).toHaveText("10 of 12 publications");
  await expect.poll(() => list.scrolled()).toBe(scroll);
});

test("a write that the browser refuses is made later, and is no error", async ({ list, page }) => {
  await list.open();
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException("Attempt to use history.pushState() more than 100 times per 30 seconds", "SecurityError");
    };
    Object.assign(history, { pushState: refuse, replaceState: refuse });
  });
  await list.option("Author", "Tim Deegan").check();
  await expect(list.status).toHaveText("3 of 12 publications");
  await list.option("Venue", "EuroSys").check();
  await list.shows("eurosys");
  expect(list.search).toBe("");
  await page.evaluate(() => {
    Reflect.deleteProperty(history, "pushState");
    Reflect.deleteProperty(history, "replaceState");
  });
  await expect.poll(() => list.search, { timeout: 20_000 }).toBe("?author=Tim+Deegan&venue=EuroSys");
  await list.shows("eurosys");
});

test("a reload in the middle of typing keeps what was typed", async ({ list, page }) => {
  await list.open();
  await list.searchbox.fill("lamp");
  await list.hasSearch("?q=lamp");
  await page.reload();
  await list.ready();
  await expect(list.searchbox).toHaveValue("lamp");
  await expect(list.searchbox).toBeFocused();
  await list.shows("hotcloud");
});
