// Filtering: groups of checkboxes, controls in the entries, and the buttons that take filters back.

import { entry, envelope, fixture, generated } from "../support/data";
import { Model } from "../support/model";
import { expect, test } from "../support/test";

test("authors are those of papers written together", async ({ list }) => {
  await list.open();
  await list.option("Author", "Anil Madhavapeddy").check();
  await list.option("Author", "David Scott").check();
  await list.shows("cacm", "asplos", "eurosys");
  await expect(list.status).toHaveText("3 of 12 publications");
});

test("keywords must all be carried", async ({ list }) => {
  await list.open({ data: fixture("people.json") });
  await list.option("Keyword", "OCaml").check();
  await list.option("Keyword", "operating systems").check();
  await list.shows("systems");
});

test("one of several venues is enough", async ({ list }) => {
  await list.open();
  await list.option("Venue", "CACM").check();
  await list.option("Venue", "ASPLOS").check();
  await list.shows("cacm", "asplos");
});

test("one of several types is enough", async ({ list }) => {
  await list.open();
  await list.option("Type", "Book").check();
  await list.option("Type", "Thesis").check();
  await list.shows("rwo", "mainname");
});

test("one of several kinds of link is enough", async ({ list }) => {
  await list.open();
  await list.option("Available", "Slides").check();
  await list.shows("wgt");
  await list.option("Available", "Website").check();
  await list.shows("rwo", "wgt");
});

test("groups narrow one another, and the search narrows them all", async ({ list }) => {
  await list.open();
  await list.option("Author", "Richard Mortier").check();
  await list.option("Available", "Publisher").check();
  await list.shows("asplos", "hotcloud", "visions");
  await list.searchbox.fill("xen");
  await list.shows("hotcloud");
});

test("groups without values are not there", async ({ list }) => {
  await list.open({ data: envelope([entry("a", { type: undefined })]) });
  for (const name of ["Author", "Year", "Venue"]) await expect(list.group(name)).toBeVisible();
  for (const name of ["Type", "Keyword", "Available"]) await expect(list.group(name)).toHaveCount(0);
});

test("every active filter has a button that takes it back", async ({ list }) => {
  await list.open({ search: "?q=cloud&author=Anil+Madhavapeddy&year=2010-2013&venue=ASPLOS&type=paper-conference&has=pdf" });
  await expect(list.removals).toHaveCount(6);
  for (const filter of [
    "Search cloud",
    "Author Anil Madhavapeddy",
    "Year 2010–2013",
    "Venue ASPLOS",
    "Type Conference paper",
    "Available PDF",
  ]) {
    await list.removal(filter).click();
    await expect(list.removal(filter)).toHaveCount(0);
  }
  await expect(list.status).toHaveText("12 publications");
});

test("a section is a filter by its title", async ({ list }) => {
  await list.open({ search: "?section=related" });
  await list.shows("mainname");
  await list.removal("Section Related Work").click();
  await expect(list.status).toHaveText("12 publications");
});

test("“Clear all filters” clears the search too, and is there only when there is something to clear", async ({ list }) => {
  await list.open();
  await expect(list.clear).toHaveCount(0);
  await list.searchbox.fill("cloud");
  await list.option("Author", "Jon Crowcroft").check();
  await list.clear.click();
  await expect(list.status).toHaveText("12 publications");
  await expect(list.searchbox).toHaveValue("");
  await expect(list.option("Author", "Jon Crowcroft")).not.toBeChecked();
  await expect(list.removals).toHaveCount(0);
  await expect(list.clear).toHaveCount(0);
});

test("an author in an entry filters by that author", async ({ list }) => {
  await list.open();
  const name = list.entry("eurosys").getByRole("link", { name: "Alex Ho", exact: true });
  expect(new URL(await name.evaluate((a) => (a as HTMLAnchorElement).href)).search).toBe("?author=Alex+Ho");
  await expect(name).not.toHaveAttribute("aria-current");
  await name.click();
  await list.shows("eurosys");
  await expect(name).toHaveAttribute("aria-current", "true");
  await expect(list.removal("Author Alex Ho")).toBeVisible();
  await expect(list.option("Author", "Alex Ho")).toBeChecked();
  await name.click();
  await expect(list.status).toHaveText("12 publications");
});

test("a name in an entry adds its filter to those that are set", async ({ list }) => {
  await list.open({ search: "?author=Anil+Madhavapeddy&year=2013" });
  await list.entry("asplos").getByRole("link", { name: "Steven Smith", exact: true }).click();
  await list.hasSearch("?author=Anil+Madhavapeddy&author=Steven+Smith&year=2013");
});

test("a venue in an entry filters by the venue's name in the filter", async ({ list }) => {
  await list.open();
  const venue = list.entry("cacm").getByRole("link", { name: /^Communications of the ACM/ });
  await expect(venue).toHaveAccessibleName(/CACM/);
  await venue.click();
  await list.shows("cacm");
  await expect(list.removal("Venue CACM")).toBeVisible();
  await expect(list.option("Venue", "CACM")).toBeChecked();
});

test("a year in an entry filters by that year", async ({ list }) => {
  await list.open();
  await list.entry("visions").getByRole("link", { name: "2010" }).click();
  await list.shows("hotcloud", "dustclouds", "visions", "wgt");
  await expect(list.removal("Year 2010")).toBeVisible();
});

test("a filter by a value that the list does not have finds nothing and can be removed", async ({ list }) => {
  await list.open({ search: "?author=Nobody+Known" });
  await expect(list.status).toHaveText("0 of 12 publications");
  await list.removal("Author Nobody Known").click();
  await expect(list.status).toHaveText("12 publications");
});

test("a long filter shows ten, all of them, and ten again", async ({ list }) => {
  await list.open();
  await expect.poll(() => list.options("Author")).toHaveLength(10);
  const group = list.group("Author");
  await group.getByRole("button", { name: /^Show all/ }).click();
  await expect.poll(() => list.options("Author")).toHaveLength(19);
  await group.getByRole("button", { name: /^Show fewer/ }).click();
  await expect.poll(() => list.options("Author")).toHaveLength(10);
});

test("a short filter has nothing to show or to narrow", async ({ list }) => {
  await list.open();
  await expect(list.group("Type").getByRole("button")).toHaveCount(0);
  await expect(list.group("Type").getByRole("textbox")).toHaveCount(0);
});

test("a long filter is narrowed by typing, accents aside", async ({ list }) => {
  await list.open({ data: generated(40) });
  await list.page.getByRole("textbox", { name: "Narrow Author", exact: true }).fill("ANGSTROM");
  await expect.poll(async () => (await list.options("Author")).map(({ value }) => value)).toEqual(["Wei Ångström"]);
});

test("narrowing an option list leaves the results alone", async ({ list }) => {
  await list.open();
  const narrow = list.page.getByRole("textbox", { name: "Narrow Author", exact: true });
  await narrow.fill("hick");
  await expect.poll(() => list.options("Author")).toHaveLength(1);
  await expect(list.status).toHaveText("12 publications");
  expect(list.search).toBe("");
  await list.option("Author", "Jason Hickey").check();
  await narrow.fill("");
  await list.searchbox.click();
  await expect(list.option("Author", "Jason Hickey")).toBeChecked();
});

test("of a long filter the chosen options come first, then those of the most results", async ({ list }) => {
  const model = new Model(generated(40));
  const search = "?author=Wei+%C3%85ngstr%C3%B6m";
  const [chosen, others] = [["Wei Ångström"], model.options("author", search).filter(([value, count]) => value !== "Wei Ångström" && count > 0)];
  await list.open({ data: generated(40), search });
  const expected = [...chosen, ...others.map(([value]) => value)].slice(0, 10);
  expect((await list.options("Author")).map(({ value }) => value)).toEqual(expected);
  await list.searchbox.fill("unikernel");
  const found = model.options("author", `${search}&q=unikernel`).filter(([value, count]) => value !== "Wei Ångström" && count > 0);
  await expect.poll(async () => (await list.options("Author")).map(({ value }) => value)).toEqual(
    [...chosen, ...found.map(([value]) => value)].slice(0, 10),
  );
});

test("options keep their places while a mouse is over them, and have others once it has left", async ({ list, page }) => {
  await list.open();
  const values = async () => (await list.options("Author")).map(({ value }) => value);
  const before = await values();
  await list.option("Author", before[7]).check();
  await expect(list.removal(`Author ${before[7]}`)).toBeVisible();
  expect(await values()).toEqual(before);
  await page.mouse.move(5, 5);
  await expect.poll(async () => (await values())[0]).toBe(before[7]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  const focused = (await values()).slice(1);
  await page.keyboard.press("Space");
  await expect(list.removal(`Author ${before[7]}`)).toHaveCount(0);
  await expect.poll(values).toEqual([before[7], ...focused]);
  await list.searchbox.focus();
  await expect.poll(values).toEqual(before);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });

  test("a second choice above the first one is not lost", async ({ list }) => {
    await list.open();
    const before = (await list.options("Author")).map(({ value }) => value);
    await list.option("Author", "Tim Deegan").tap();
    await expect(list.removal("Author Tim Deegan")).toBeVisible();
    await list.option("Author", "Anil Madhavapeddy").tap();
    await expect(list.removal("Author Anil Madhavapeddy")).toBeVisible();
    await expect(list.option("Author", "Tim Deegan")).toBeChecked();
    expect((await list.options("Author")).map(({ value }) => value)).toEqual(before);
  });
});

test("options keep their places whatever is chosen", async ({ list }) => {
  await list.open();
  await list.group("Author").getByRole("button", { name: /^Show all/ }).click();
  const values = async () => (await list.options("Author")).map(({ value }) => value);
  const before = await values();
  for (const name of ["Tim Deegan", "David Scott"]) {
    await list.option("Author", name).check();
    await expect(list.removal(`Author ${name}`)).toBeVisible();
    expect(await values()).toEqual(before);
  }
});

test("an option that would leave nothing is disabled, unless it is chosen", async ({ list }) => {
  await list.open({ search: "?author=Tim+Deegan&type=thesis" });
  await expect(list.option("Type", "Book")).toBeDisabled();
  await list.searchbox.fill("lamp");
  await expect(list.status).toHaveText("0 of 12 publications");
  await expect(list.option("Type", "Thesis")).toBeEnabled();
  await list.option("Type", "Thesis").uncheck();
  await list.shows("hotcloud");
});

test("the spellings of one author are one option, and its profile is above the list", async ({ list }) => {
  await list.open({ data: fixture("people.json"), search: "?author=dave+scott" });
  await list.shows("systems", "networks", "storage", "twice");
  await expect(list.removal("Author David Scott")).toBeVisible();
  await expect(list.option("Author", "David Scott")).toBeChecked();
  for (const href of ["https://example.org/~djs", "https://orcid.org/0000-0002-1825-0097"]) {
    await expect(list.main.locator(`a[href="${href}"]`)).toBeVisible();
  }
  await list.option("Author", "Zoë Grübl").check();
  await expect(list.main.locator('a[href="https://example.org/~djs"]')).toHaveCount(0);
});

test("an entry names its author as it is printed and filters by the author's one name", async ({ list }) => {
  await list.open({ data: fixture("people.json") });
  const author = list.entry("networks").getByRole("link", { name: /^Dave Scott/ });
  await expect(author).toHaveText("Dave Scott");
  await author.click();
  await expect(list.removal("Author David Scott")).toBeVisible();
});

test("thousands take a comma", async ({ list }) => {
  await list.open({ data: generated(1200) });
  await expect(list.status).toHaveText("1,200 publications");
  await list.option("Type", "Book").check();
  await expect(list.status).toHaveText(/^\d+ of 1,200 publications$/);
});
