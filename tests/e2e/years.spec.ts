// The years: a histogram that is a row of buttons with one tab stop, two text boxes, and entries without a year.

import { entry, envelope, fixture, ofYears } from "../support/data";
import { expect, test } from "../support/test";

test("there is a bar for every year, be it empty", async ({ list }) => {
  await list.open();
  const counts = ["2006: 1", "2007: 1", "2008: 0", "2009: 1", "2010: 4", "2011: 1", "2012: 1", "2013: 2", "2014: 1"];
  expect(await list.barNames()).toEqual(counts);
});

test("a bar chooses its year, and gives it back", async ({ list }) => {
  await list.open();
  await expect(list.bar(2010)).toHaveAttribute("aria-pressed", "false");
  await list.bar(2010).click();
  await expect(list.bar(2010)).toHaveAttribute("aria-pressed", "true");
  await expect(list.status).toHaveText("4 of 12 publications");
  await list.hasSearch("?year=2010");
  await list.bar(2010).click();
  await expect(list.bar(2010)).toHaveAttribute("aria-pressed", "false");
  await expect(list.status).toHaveText("12 publications");
});

test("several years add up", async ({ list }) => {
  await list.open();
  await list.bar(2010).click();
  await list.bar(2013).click();
  await expect(list.status).toHaveText("6 of 12 publications");
  await expect(list.removal("Year 2010")).toBeVisible();
  await list.removal("Year 2013").click();
  await list.hasSearch("?year=2010");
});

test("a chosen year does not change the other bars", async ({ list }) => {
  await list.open();
  const before = await list.barNames();
  await list.bar(2010).click();
  await expect(list.removal("Year 2010")).toBeVisible();
  expect(await list.barNames()).toEqual(before);
});

test("Shift and a click choose a range", async ({ list }) => {
  await list.open();
  await list.bar(2009).click();
  await list.bar(2012).click({ modifiers: ["Shift"] });
  await expect(list.status).toHaveText("7 of 12 publications");
  await expect(list.removal("Year 2009–2012")).toBeVisible();
  await list.hasSearch("?year=2009-2012");
  for (const year of [2009, 2010, 2011, 2012]) await expect(list.bar(year)).toHaveAttribute("aria-pressed", "true");
  await expect(list.bar(2013)).toHaveAttribute("aria-pressed", "false");
});

for (const [from, to] of [[2010, 2012], [2012, 2010]]) {
  test(`a drag from ${from} to ${to} chooses the range`, async ({ list, page }) => {
    await list.open();
    await list.bar(from).hover();
    await page.mouse.down();
    await list.bar(2011).hover({ force: true });
    await list.bar(to).hover({ force: true });
    await page.mouse.up();
    await expect(list.removal("Year 2010–2012")).toBeVisible();
    await list.hasSearch("?year=2010-2012");
  });
}

test("a drag is one step of the history", async ({ list, page }) => {
  await list.open();
  const steps = await list.steps();
  await list.bar(2009).hover();
  await page.mouse.down();
  for (const year of [2010, 2011, 2012]) await list.bar(year).hover({ force: true });
  await page.mouse.up();
  await list.hasSearch("?year=2009-2012");
  expect(await list.steps()).toBe(steps + 1);
  await page.goBack();
  await expect(list.status).toHaveText("12 publications");
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true });

  test("a finger drawn over the bars chooses a range", async ({ list, page }) => {
    await list.open();
    await list.bar(2010).scrollIntoViewIfNeeded();
    const touch = await page.context().newCDPSession(page);
    const send = async (type: "touchStart" | "touchMove", year: number) => {
      const { x, y, width, height } = (await list.bar(year).boundingBox())!;
      await touch.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x: x + width / 2, y: y + height / 2 }] });
    };
    await send("touchStart", 2010);
    for (const year of [2011, 2012, 2013]) await send("touchMove", year);
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect(list.removal("Year 2010–2013")).toBeVisible();
  });
});

test("the bars are one stop of the Tab key", async ({ list, page }) => {
  await list.open();
  await list.bar(2006).focus();
  await page.keyboard.press("End");
  await expect(list.bar(2014)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(list.group("Year").locator(":focus").and(list.bars)).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(list.bar(2014)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(list.group("Year").locator(":focus").and(list.bars)).toHaveCount(0);
});

test("arrows, Home and End move along the bars and choose nothing", async ({ list, page }) => {
  await list.open();
  await list.bar(2006).focus();
  for (const [key, year] of [["ArrowRight", 2007], ["ArrowRight", 2008], ["ArrowLeft", 2007], ["End", 2014], ["Home", 2006], ["ArrowLeft", 2006]] as const) {
    await page.keyboard.press(key);
    await expect(list.bar(year), key).toBeFocused();
  }
  await expect(list.removals).toHaveCount(0);
});

for (const key of ["Enter", "Space"]) {
  test(`${key} chooses the bar under the focus, which stays`, async ({ list, page }) => {
    await list.open();
    await list.bar(2010).focus();
    await page.keyboard.press(key);
    await expect(list.status).toHaveText("4 of 12 publications");
    await expect(list.bar(2010)).toBeFocused();
  });
}

test("Shift and arrows choose a range by keyboard, and shrink it again", async ({ list, page }) => {
  await list.open();
  await list.bar(2006).focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"]) {
    await page.keyboard.press(key);
  }
  await expect(list.removal("Year 2010–2012")).toBeVisible();
  await expect(list.bar(2012)).toBeFocused();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(list.removal("Year 2010–2011")).toBeVisible();
  await expect(list.status).toHaveText("5 of 12 publications");
});

test("keys start from the bar that has the focus, however it came there", async ({ list, page }) => {
  await list.open();
  await list.bar(2010).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(list.removal("Year 2010–2011")).toBeVisible();
});

test("a range replaces the years chosen before", async ({ list, page }) => {
  await list.open({ search: "?year=2006&year=2009" });
  await list.bar(2006).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(list.removals).toHaveCount(1);
  await expect(list.removal("Year 2013–2014")).toBeVisible();
});

test("the years can be typed, from and to", async ({ list }) => {
  await list.open();
  await list.from.fill("2010");
  await list.from.press("Enter");
  await list.hasSearch("?year=2010-");
  await expect(list.status).toHaveText("9 of 12 publications");
  await list.to.fill("2012");
  await list.to.press("Enter");
  await list.hasSearch("?year=2010-2012");
  await expect(list.status).toHaveText("6 of 12 publications");
  await list.from.fill("");
  await list.from.press("Enter");
  await list.hasSearch("?year=-2012");
  await expect(list.status).toHaveText("9 of 12 publications");
});

test("what is no year is said, and chooses nothing", async ({ list, page }) => {
  await list.open({ search: "?year=2010-" });
  await list.to.fill("soon");
  await list.to.press("Enter");
  await expect(list.to).toHaveAttribute("aria-invalid", "true");
  await expect(list.status).toHaveText("9 of 12 publications");
  await expect(page.getByText(/whole number|not a year|no year/i).first()).toBeVisible();
});

test("the text boxes show the range that is chosen elsewhere", async ({ list }) => {
  await list.open({ search: "?year=2009-2011" });
  await expect(list.from).toHaveValue("2009");
  await expect(list.to).toHaveValue("2011");
  await list.clear.click();
  await expect(list.from).toHaveValue("");
  await expect(list.to).toHaveValue("");
});

test("entries without a year stand last and can be filtered for", async ({ list }) => {
  await list.open({ data: fixture("people.json") });
  const noYear = list.group("Year").getByRole("checkbox", { name: /^No year/ });
  await noYear.check();
  await list.shows("sectionless");
  await list.hasSearch("?year=none");
  await list.bar(2014).click();
  await expect(list.status).toHaveText("2 of 7 publications");
});

test("a list in which every entry has a year does not ask for those without", async ({ list }) => {
  await list.open();
  await expect(list.group("Year").getByRole("checkbox")).toHaveCount(0);
});

test("years that cannot be read are none", async ({ list }) => {
  await list.open({ data: envelope([entry("dated"), entry("undated", { issued: { literal: "forthcoming" } })]) });
  await list.shows("dated", "undated");
  await list.group("Year").getByRole("checkbox", { name: /^No year/ }).check();
  await list.shows("undated");
});

test("eighty years have a bar each", async ({ list }) => {
  await list.open({ data: ofYears(1947, 2026) });
  await expect(list.bars).toHaveCount(80);
});

test("more than eighty years are put together in bars that leave none out", async ({ list }) => {
  await list.open({ data: ofYears(1900, 1950, 1951, 2026) });
  const bars = (await list.barNames()).map((name) => name.split(/[–:] ?/).map(Number));
  expect(bars.length).toBeLessThan(80);
  expect(bars.reduce((sum, [, , count]) => sum + count, 0)).toBe(4);
  bars.slice(1).forEach(([from], at) => expect(from).toBe(bars[at][1] + 1));
  await list.bars.first().click();
  await list.shows("y1900");
  await expect(list.removals).toHaveAccessibleName(/^Remove filter: Year \d{4}–\d{4}$/);
});
