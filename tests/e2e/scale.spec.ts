// A thousand entries: all of them are there, although not all of them are drawn at once.

import type { Page } from "@playwright/test";
import { entry, envelope, generated } from "../support/data";
import { Model } from "../support/model";
import { DATA } from "../support/server";
import { expect, test } from "../support/test";

const THOUSAND = generated(1000);
const model = new Model(THOUSAND);
const LAST = model.ids("")[999];

test("a thousand entries are listed, the newest first", async ({ list }) => {
  await list.open({ data: THOUSAND });
  await expect(list.status).toHaveText("1,000 publications");
  const ids = await list.ids();
  expect(ids.length).toBeGreaterThan(9);
  expect(ids).toEqual(model.ids("").slice(0, ids.length));
});

test("filters, search and bars work over all of them", async ({ list }) => {
  await list.open({ data: THOUSAND });
  const { value, count } = (await list.options("Venue"))[3];
  await list.option("Venue", value).check();
  await expect(list.status).toHaveText(`${count} of 1,000 publications`);
  const search = `?q=unikernels&venue=${encodeURIComponent(value)}`;
  await list.searchbox.fill("unikernels");
  await expect(list.status).toHaveText(`${model.ids(search).length} of 1,000 publications`);
  const total = (await list.barNames()).reduce((sum, name) => sum + Number(name.split(": ")[1]), 0);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(model.ids(search).length);
});

test("scrolling down brings every one of them, in order", async ({ list, page }) => {
  test.setTimeout(90_000);
  await list.open({ data: THOUSAND });
  const seen = new Set<string>();
  await page.mouse.move(600, 400);
  const scroll = async () => {
    for (const id of await list.ids()) seen.add(id);
    await page.mouse.wheel(0, 1_000);
    return seen.size;
  };
  await expect.poll(scroll, { intervals: [50], timeout: 80_000 }).toBe(1000);
  expect([...seen]).toEqual(model.ids(""));
});

test("scrolling that keeps up with the drawing never gets stuck", async ({ list, page }) => {
  await list.open({ data: THOUSAND });
  await holdEnd(page);
  await expect(list.entry(LAST)).toBeInViewport({ timeout: 20_000 });
});

test("scrolling that began before the list was there never gets stuck either", async ({ list, page, site }) => {
  let release = () => {};
  site.answer(DATA, { body: JSON.stringify(THOUSAND), until: new Promise<void>((resolve) => (release = resolve)) });
  await list.visit();
  await expect.poll(() => site.requests).toContain(DATA);
  await holdEnd(page);
  release();
  await expect(list.entry(LAST)).toBeInViewport({ timeout: 20_000 });
});

test("the keyboard alone reaches beyond what was drawn first", async ({ list, page }) => {
  await list.open({ data: THOUSAND });
  const drawn = (await list.ids()).length;
  const last = list.articles.nth(drawn - 1);
  await last.getByRole("button", { name: "Cite" }).focus();
  // What comes into view by the focus brings the next ones; a person takes longer than that between two keys.
  await expect.poll(() => list.articles.count()).toBeGreaterThan(drawn);
  for (let step = 0; step < 4; step++) await page.keyboard.press("Tab");
  await expect.poll(async () => model.ids("").indexOf((await list.focusedEntry()) ?? "")).toBeGreaterThan(drawn - 1);
});

test("abstracts are folded in a long list and open in a short one", async ({ list }) => {
  await list.open({ data: THOUSAND });
  const first = THOUSAND.publications.find(({ id, abstract }) => abstract && model.ids("").slice(0, 8).includes(String(id)))!;
  const text = list.entry(String(first.id)).getByText(String(first.abstract).slice(0, 60));
  await expect(text).toBeHidden();
  await list.button("Expand abstracts").click();
  await expect(text).toBeVisible();
  await list.button("Collapse abstracts").click();
  await expect(text).toBeHidden();
});

test("the abstracts of fifty results are open, those of more are folded", async ({ list }) => {
  const abstracts = list.page.getByText("An abstract.");
  const data = (length: number) => envelope(Array.from({ length }, (_, at) => entry(`e${at}`, { abstract: "An abstract." })));
  await list.open({ data: data(50) });
  await expect(abstracts.first()).toBeVisible();
  await list.open({ data: data(51) });
  await expect(list.status).toHaveText("51 publications");
  await expect(abstracts.first()).toBeHidden();
});

test("Back in a long list returns to the entry that was left", async ({ list, page }) => {
  const id = model.ids("")[303];
  await list.open({ data: THOUSAND, hash: `#${id}` });
  await list.arrivesAt(id);
  await page.mouse.wheel(0, 200);
  const author = list.entry(id).getByRole("paragraph").first().getByRole("link").first();
  await author.scrollIntoViewIfNeeded();
  const top = () => list.entry(id).evaluate((article) => Math.round(article.getBoundingClientRect().top));
  const before = await top();
  await author.click();
  await expect(list.status).toHaveText(/^\d+ of 1,000 publications$/);
  await page.goBack();
  await expect(list.status).toHaveText("1,000 publications");
  await expect.poll(top).toBe(before);
  await expect(author).toBeFocused();
});

test("printing draws all of them, with their abstracts open", async ({ list, page }) => {
  test.setTimeout(60_000);
  await list.open({ data: THOUSAND });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(list.articles).toHaveCount(1000);
  const first = THOUSAND.publications.find(({ abstract }) => abstract)!;
  await expect(list.entry(String(first.id)).getByText(String(first.abstract).slice(0, 60))).toBeVisible();
});

/** As with the End key held down: in each frame the page is at its end again before anything can be measured. */
async function holdEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const toEnd = () => scrollTo(0, document.documentElement.scrollHeight);
    const inEachFrame = () => (toEnd(), requestAnimationFrame(inEachFrame));
    new MutationObserver(toEnd).observe(document.querySelector("main")!, { childList: true, subtree: true });
    inEachFrame();
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  });
}
