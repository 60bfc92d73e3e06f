// On a phone: filters above the list, and the way from them to the results.

import { DATA } from "../support/server";
import { expect, test } from "../support/test";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

test("a bar at the bottom of the screen says what the filters leave, and leads there", async ({ list, page }) => {
  await list.open();
  await list.button("Filters").tap();
  const bar = list.button(/^Show \d+ publications?$/);
  await expect(bar).toHaveText("Show 12 publications");
  await expect(bar).toBeInViewport({ ratio: 1 });
  await list.option("Author", "Tim Deegan").tap();
  await expect(bar).toHaveText("Show 3 publications");
  await expect(bar).toBeInViewport({ ratio: 1 });
  const steps = await page.evaluate(() => history.length);
  await bar.tap();
  await expect(list.button("Filters")).toHaveAttribute("aria-expanded", "false");
  await expect(list.status).toBeInViewport();
  await expect(list.articles.first()).toBeInViewport();
  expect(await page.evaluate(() => history.length)).toBe(steps);
});

test("the bar says so where nothing is left", async ({ list }) => {
  await list.open({ search: "?q=zzzz" });
  await list.button("Filters").tap();
  await expect(list.button("No matches")).toBeInViewport({ ratio: 1 });
});

test("the notice about a hidden anchor is in view", async ({ list }) => {
  for (const search of ["?year=2013", "?q=lamp&author=Jon+Crowcroft"]) {
    await list.open({ search, hash: "#mainname" });
    await expect(list.notices.getByText("is hidden by the current filters")).toBeInViewport();
    await expect(list.button("Show this publication")).toBeInViewport();
  }
});

test("a list that comes late is at the notice too, though the browser has scrolled meanwhile", async ({ list, page, site }) => {
  let go = () => {};
  site.answer(DATA, { until: new Promise<void>((resolve) => (go = resolve)) });
  await list.visit({ search: "?year=2013", hash: "#mainname" });
  // Longer than scrolling takes to rest.
  for (let step = 0; step < 4; step++) {
    await page.waitForTimeout(400);
    await page.evaluate((by) => scrollBy(0, by), step % 2 ? -200 : 200);
  }
  await page.waitForTimeout(600);
  go();
  await expect(list.notices.getByText("is hidden by the current filters")).toBeInViewport();
});
