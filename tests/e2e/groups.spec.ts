// What the list is grouped by, against the plain model.

import { entry, envelope, generated, twelve } from "../support/data";
import { Model } from "../support/model";
import { expect, test } from "../support/test";

const SIXTY = generated(60);
const LONG = generated(2_500);

for (const group of ["year", "type", "venue", "none"]) {
  test(`the list is grouped by ${group}`, async ({ list }) => {
    const model = new Model(SIXTY);
    for (const search of [`?group=${group}`, `?sort=oldest&group=${group}`]) {
      await list.open({ data: SIXTY, search });
      await expect.poll(() => list.ids()).toEqual(model.ids(search));
      const expected = group === "none" ? ["Results"] : model.headings(search);
      expect(await list.headings.allInnerTexts()).toEqual(expected);
    }
  });
}

test("the default is what the file says, else its sections", async ({ list }) => {
  await list.open();
  await expect(list.grouping).toHaveValue("section");
  await list.open({ data: { ...twelve, group: "year" } });
  await expect(list.grouping).toHaveValue("year");
  expect(await list.headings.allInnerTexts()).toEqual(new Model({ ...twelve, group: "year" }).headings(""));
});

test("sections are offered only where there are some", async ({ list }) => {
  const labels = () => list.grouping.getByRole("option").allInnerTexts();
  await list.open();
  expect(await labels()).toEqual(["Section", "Year", "Type", "Venue", "None"]);
  await list.open({ data: envelope([entry("one")]), search: "?group=section" });
  expect(await labels()).toEqual(["Year", "Type", "Venue", "None"]);
  await expect(list.grouping).toHaveValue("none");
});

test("a choice of groups is a step of the history, and the default is left out of the URL", async ({ list, page }) => {
  await list.open({ search: "?utm=1" });
  await list.grouping.selectOption({ label: "Year" });
  await list.hasSearch("?group=year&utm=1");
  await expect(list.headings.first()).toHaveText("2014 (1)");
  await list.grouping.selectOption({ label: "Section" });
  await list.hasSearch("?utm=1");
  await page.goBack();
  await list.hasSearch("?group=year&utm=1");
  await expect(list.grouping).toHaveValue("year");
  await page.reload();
  await list.ready();
  await expect(list.headings.first()).toHaveText("2014 (1)");
});

test("by title and by relevance the list is flat", async ({ list }) => {
  await list.open({ search: "?group=year" });
  await list.sort.selectOption({ label: "Title" });
  await expect(list.grouping).toBeDisabled();
  await expect(list.headings).toHaveText(["Results"]);
  await list.sort.selectOption({ label: "Oldest" });
  await expect(list.grouping).toBeEnabled();
  await expect(list.headings.first()).toHaveText("2006 (1)");
  await list.searchbox.fill("system");
  await expect(list.headings.first()).toHaveText(/^20\d\d \(\d\)$/);
  await list.open({ search: "?q=system&group=year" });
  await expect(list.grouping).toBeDisabled();
});

test("the count of a heading follows the filters, and its entries keep the focus", async ({ list }) => {
  await list.open({ search: "?group=year" });
  await expect(list.headings.nth(1)).toHaveText("2013 (2)");
  const author = list.entry("rwo").getByRole("link", { name: "Yaron Minsky", exact: true });
  await author.focus();
  await author.press("Enter");
  await expect(list.headings).toHaveText(["2013 (1)"]);
  await expect(author).toBeFocused();
});

test("entries without a value come last", async ({ list }) => {
  const data = envelope([entry("none", { issued: undefined, type: undefined, "container-title": undefined }), entry("some")]);
  for (const [group, heading] of [["year", "No year (1)"], ["type", "No type (1)"], ["venue", "No venue (1)"]]) {
    await list.open({ data, search: `?group=${group}` });
    await expect(list.headings.last()).toHaveText(heading);
    await list.shows("some", "none");
  }
});

test("under a year the margin does not say it again", async ({ list, page }) => {
  await list.open({ search: "?group=type" });
  await expect(page.locator("[part=year]").first()).toBeAttached();
  await list.grouping.selectOption({ label: "Year" });
  await expect(page.locator("[part=year]")).toHaveCount(0);
});

test("an unknown group is ignored with a notice", async ({ list }) => {
  await list.open({ search: "?group=author" });
  await expect(list.notices).toContainText("author");
  await expect(list.grouping).toHaveValue("section");
});

test.describe("of a long list", () => {
  const model = new Model(LONG);

  test("an anchor is reached exactly, below the heading of its group, which stays in view", async ({ list, page }) => {
    const search = "?group=year";
    const id = model.ids(search)[1_700];
    await list.open({ data: LONG, search, hash: `#${id}` });
    await expect(list.entry(id)).toBeFocused();
    const [top, margin] = await list.entry(id).evaluate((article) => [article.getBoundingClientRect().top, parseFloat(getComputedStyle(article).scrollMarginTop)]);
    expect(Math.abs(top - margin)).toBeLessThan(1.5);
    const heading = list.entry(id).locator("xpath=..").getByRole("heading", { level: 2 });
    const box = (await heading.boundingBox())!;
    expect(Math.abs(box.y)).toBeLessThan(1.5);
    expect(box.y + box.height).toBeLessThanOrEqual(top + 1);
    const year = LONG.publications.find((publication) => publication.id === id)!.issued as { "date-parts": number[][] };
    const expected = model.headings(search).find((heading) => heading.startsWith(`${year["date-parts"][0][0]} (`))!;
    await expect(heading).toHaveText(expected.replace(/\d{4,}(?=\))/, (count) => Number(count).toLocaleString("en")));
    await page.reload();
    await list.ready();
    await expect.poll(async () => Math.abs((await list.entry(id).boundingBox())!.y - margin)).toBeLessThan(2);
  });

  test("the engine groups as the model does", async ({ list }) => {
    for (const group of ["venue", "type"]) {
      await list.open({ data: LONG, search: `?group=${group}&year=2024-` });
      await expect(list.status).toHaveText(`${model.count("?year=2024-").toLocaleString("en")} of 2,500 publications`);
      const drawn = await list.ids();
      expect(drawn).toEqual(model.ids(`?group=${group}&year=2024-`).slice(0, drawn.length));
      await expect(list.headings.first()).toHaveText(model.headings(`?group=${group}&year=2024-`)[0]);
    }
  });
});
