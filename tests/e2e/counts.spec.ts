// The numbers beside the filters, against a plain model that knows nothing of the app (support/model.ts).
//
// An option's count is the number of results that carry it once it is chosen: for Author and Keyword under all choices
// made, for the other groups under the choices made in the other groups.

import { generated, parsed, twelve } from "../support/data";
import { GROUPS, Model } from "../support/model";
import type { List } from "../support/page";
import { expect, test } from "../support/test";

const LISTS = { twelve, people: parsed("people.json"), generated: generated(36, 7) };

const QUERIES: [keyof typeof LISTS, string[]][] = [
  ["twelve", ["", "?author=Richard+Mortier", "?author=Anil+Madhavapeddy&author=Jon+Crowcroft"]],
  ["twelve", ["?venue=ASPLOS&venue=CACM", "?author=David+Scott&venue=ASPLOS&type=paper-conference"]],
  ["twelve", ["?year=2010-2012&has=publisher&has=slides", "?q=cloud&has=pdf", "?type=thesis&type=book&sort=oldest"]],
  ["people", ["", "?author=D.+J.+Scott&keyword=OCaml", "?has=code&has=poster&year=none&year=2013"]],
  ["generated", ["", "?type=article-journal&year=2000-", "?has=pdf&has=code&year=-2015&sort=oldest"]],
  ["generated", ["?q=systems&venue=netsys&type=paper-conference", "?keyword=unikernels&sort=title"]],
];

for (const [name, searches] of QUERIES) {
  test(`${name}: entries, options and bars with ${searches.map((search) => search || "nothing chosen").join(", ")}`, async ({ list }) => {
    const model = new Model(LISTS[name]);
    for (const search of searches) {
      await list.open({ data: LISTS[name], search });
      await test.step(search, () => agrees(list, model, search));
    }
  });
}

test("a count is kept: choosing an option leaves as many results as it said", async ({ list }) => {
  await list.open({ data: LISTS.generated, search: "?has=pdf" });
  for (const group of ["Author", "Venue", "Type"]) {
    const options = await list.options(group);
    const { value, count } = options.reduce((best, option) => (option.count > best.count ? option : best));
    await list.option(group, value).check();
    await expect(list.status).toHaveText(`${count} of 36 publications`);
  }
});

test("a number of zero disables its option, and no other does", async ({ list }) => {
  await list.open({ search: "?author=Thomas+Gazagnaire" });
  for (const group of ["Author", "Venue", "Type", "Available"]) {
    const options = await list.options(group);
    const wrong = options.filter(({ count, disabled, checked }) => disabled !== (count === 0 && !checked));
    expect(wrong, group).toEqual([]);
  }
});

async function agrees(list: List, model: Model, search: string): Promise<void> {
  // The order of relevance is the app's own.
  const inOrder = (ids: string[]) => (search.includes("q=") ? [...ids].sort() : ids);
  expect(inOrder(await list.ids())).toEqual(inOrder(model.ids(search)));
  for (const [label, group] of GROUPS) {
    expect(await options(list, label), label).toEqual(model.options(group, search));
  }
  expect(await bars(list)).toEqual(model.bars(search));
}

/** All options of a group, be it cut or not there at all. */
async function options(list: List, group: string): Promise<[string, number][]> {
  if (!(await list.group(group).count())) return [];
  const all = list.group(group).getByRole("button", { name: /^Show all/ });
  if (await all.count()) await all.click();
  return (await list.options(group)).map(({ value, count }) => [value, count]);
}

async function bars(list: List): Promise<[number, number][]> {
  return (await list.barNames()).map((name) => name.split(": ").map(Number) as [number, number]);
}
