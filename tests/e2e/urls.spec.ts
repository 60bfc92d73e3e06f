// Every state is a link: what a URL asks for is shown, and what is chosen is in the URL.

import { parsed, twelve } from "../support/data";
import { Model } from "../support/model";
import { expect, test } from "../support/test";

const MINGLED = "?sort=oldest&has=pdf&year=2010-2014&author=Richard+Mortier&author=Anil+Madhavapeddy";

for (const [what, searches] of [
  ["authors, in any spelling", ["?author=Anil+Madhavapeddy&author=David+Scott", "?author=anil%20MADHAVAPEDDY"]],
  ["years and ranges", ["?year=2013", "?year=2010-2012", "?year=2010-", "?year=-2009", "?year=2006&year=2012-2013"]],
  ["venue, type and link", ["?venue=ASPLOS", "?venue=O%27Reilly+Associates", "?type=book", "?has=slides"]],
  ["section and order", ["?section=related", "?sort=oldest", "?sort=title"]],
  ["several at once", ["?author=Tim+Deegan&year=2007-2010&has=pdf&sort=oldest", MINGLED]],
] as [string, string[]][]) {
  test(`${what} are shown as the URL asks`, async ({ list }) => {
    for (const search of searches) {
      await list.open({ search });
      expect(await list.ids(), search).toEqual(new Model(twelve).ids(search));
    }
  });
}

test("keywords, entries without a year and other sections are shown as the URL asks", async ({ list }) => {
  for (const search of ["?keyword=OCaml&keyword=networks", "?year=none", "?section=talks"]) {
    await list.open({ data: parsed("people.json"), search });
    expect(await list.ids(), search).toEqual(new Model(parsed("people.json")).ids(search));
  }
});

test("a search in the URL is in its box", async ({ list }) => {
  await list.open({ search: "?q=domain+specific%21" });
  await expect(list.searchbox).toHaveValue("domain specific!");
  await list.shows("icfem");
});

test("controls show what the URL asks for", async ({ list }) => {
  await list.open({ search: "?author=Tim+Deegan&has=pdf&year=2007&sort=oldest" });
  await expect(list.option("Author", "Tim Deegan")).toBeChecked();
  await expect(list.option("Available", "PDF")).toBeChecked();
  await expect(list.bar(2007)).toHaveAttribute("aria-pressed", "true");
  await expect(list.sort).toHaveValue(/oldest/i);
});

test("loading never rewrites the URL; the next choice does, in canonical order", async ({ list }) => {
  await list.open({ search: MINGLED });
  expect(list.search).toBe(MINGLED);
  await list.option("Venue", "ASPLOS").check();
  await list.hasSearch("?author=Anil+Madhavapeddy&author=Richard+Mortier&year=2010-2014&venue=ASPLOS&has=pdf&sort=oldest");
});

test("parameters of others stay as they are, behind ours and before the anchor", async ({ list }) => {
  await list.open({ search: "?utm_source=a%20b&year=2010&ref&lang=en", hash: "#hotcloud" });
  await list.option("Author", "Jon Crowcroft").check();
  await list.hasSearch("?author=Jon+Crowcroft&year=2010&utm_source=a%20b&ref&lang=en");
  expect(list.hash).toBe("#hotcloud");
  await list.clear.click();
  await list.hasSearch("?utm_source=a%20b&ref&lang=en");
});

test("defaults are left out", async ({ list }) => {
  await list.open({ search: "?sort=oldest" });
  await list.sort.selectOption({ label: "Newest" });
  await list.hasSearch("");
  await list.option("Author", "Tim Deegan").check();
  await list.option("Author", "Tim Deegan").uncheck();
  await list.hasSearch("");
});

test("a filter is written as the list spells it", async ({ list }) => {
  await list.open();
  await list.option("Venue", "O'Reilly Associates").check();
  await list.hasSearch("?venue=O%27Reilly+Associates");
});

test("nonsense is ignored, and a notice names it", async ({ list }) => {
  for (const [parameter, value] of [["year", "soon"], ["sort", "best"], ["has", "gold"], ["year", "2010-2011-2012"]]) {
    await list.open({ search: `?${parameter}=${value}` });
    await expect(list.status).toHaveText("12 publications");
    await expect(list.notices).toContainText(value);
    expect(list.search).toBe(`?${parameter}=${value}`);
  }
});

test("nonsense beside sense takes nothing from it", async ({ list }) => {
  await list.open({ search: "?year=soon&year=2013&author=&%%%=%zz" });
  await list.shows("rwo", "asplos");
  await list.option("Author", "Anil Madhavapeddy").check();
  await list.hasSearch("?author=Anil+Madhavapeddy&year=2013&%%%=%zz");
});

test("Relevance without a search is the usual order", async ({ list }) => {
  await list.open({ search: "?sort=relevance" });
  await list.shows(...new Model(twelve).ids(""));
  await expect(list.sort).toHaveValue(/newest/i);
});

test("a new choice of order is a link too, and the list is flat by title", async ({ list, page }) => {
  await list.open();
  await list.sort.selectOption({ label: "Title" });
  await list.hasSearch("?sort=title");
  await list.shows(...new Model(twelve).ids("?sort=title"));
  await expect(page.getByRole("heading", { name: "Related Work (1)", exact: true })).toHaveCount(0);
});
