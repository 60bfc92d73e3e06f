// Searching: every word, each as the beginning of a word, whatever its case and accents, marked where it is; phrases,
// fields, exclusions and typing errors.

import { entry, envelope, fixture, parsed, twelve } from "../support/data";
import { Model } from "../support/model";
import { expect, test } from "../support/test";

test("typing narrows the list with every letter", async ({ list }) => {
  await list.open();
  await list.searchbox.pressSequentially("lam");
  await expect(list.status).toHaveText("1 of 12 publications");
  await list.shows("hotcloud");
  await expect(list.removal("Search lam")).toBeVisible();
});

test("a search finds what a plain reading of the data finds", async ({ list }) => {
  await list.open();
  for (const text of ["unikernel", "ocaml type-safe", "madhavapeddy 2010", "cloud CROWCROFT", "persistence ml", "proceedings"]) {
    const expected = new Model(twelve).ids(`?${new URLSearchParams({ q: text })}`).sort();
    expect(expected).not.toEqual([]);
    await list.searchbox.fill(text);
    await expect.poll(async () => (await list.ids()).sort(), text).toEqual(expected);
  }
});

test("every word must be found, not just one of them", async ({ list }) => {
  await list.open();
  await list.searchbox.fill("unikernels ocaml");
  await list.shows("asplos");
  await list.searchbox.fill("unikernels ocaml lamp");
  await expect(list.status).toHaveText("0 of 12 publications");
});

test("a word is found by its beginning and not from its middle", async ({ list }) => {
  await list.open();
  await list.searchbox.fill("statec");
  await list.shows("icfem");
  await list.searchbox.fill("tecal");
  await expect(list.status).toHaveText("0 of 12 publications");
});

test("accents and case do not matter, and the mark shows the original spelling", async ({ list }) => {
  await list.open({ data: fixture("scripts.json") });
  await list.searchbox.fill("grubl ANGSTROM");
  await expect.poll(async () => (await list.ids()).sort()).toEqual(["decomposed", "precomposed"]);
  await expect(list.entry("precomposed").locator("mark")).toHaveText(["Ångström", "Grübl"]);
  await expect(list.entry("decomposed").locator("mark")).toHaveText(["A\u030angstro\u0308m", "Gru\u0308bl"]);
});

test("letters that no accent can be taken from fold too", async ({ list }) => {
  await list.open({ data: fixture("scripts.json") });
  await list.searchbox.fill("lodz da aero strasse thorr hal ispanak oeuvre");
  await list.shows("no-decomposition");
  const marks = ["Łódź", "Đà", "Ærø", "Straße", "Þórr", "Ħal", "ıspanak", "œuvre"];
  await expect(list.entry("no-decomposition").getByRole("heading").locator("mark")).toHaveText(marks);
});

test("words of other scripts are found", async ({ list }) => {
  await list.open({ data: fixture("scripts.json") });
  for (const [typed, id] of [["Ёлка", "cyrillic"], ["מערכות", "hebrew"], ["الجبر", "mixed-direction"], ["雲端", "han-traditional"]]) {
    await list.searchbox.fill(typed);
    await list.shows(id);
  }
});

test("a match that crosses the borders of elements is marked as a whole", async ({ list }) => {
  const abstract = "We present <em>uni<strong>ker</strong></em>nels in <a href=\"#a\">the cloud</a>.";
  await list.open({ data: envelope([entry("a", { abstract })]), search: "?q=unikernels+cl" });
  const marks = await list.entry("a").locator("mark").allInnerTexts();
  expect(marks.join("")).toBe("unikernelscl");
  await expect(list.entry("a").locator("em")).toHaveText("uniker");
  await expect(list.entry("a").getByRole("link", { name: "the cloud" })).toBeVisible();
});

test("a match is marked in title, author, venue and abstract alike", async ({ list }) => {
  const data = envelope([
    entry("a", { title: "Lamps", author: [{ given: "Lampo", family: "Lee" }], "container-title": "Lampworks", abstract: "A lampion." }),
  ]);
  await list.open({ data, search: "?q=lamp" });
  await expect(list.entry("a").locator("mark")).toHaveText(["Lamp", "Lamp", "Lamp", "lamp"]);
});

test("with a search the order is Relevance: a match in the title is above one in the abstract", async ({ list }) => {
  await list.open({
    data: envelope([
      entry("newer", { abstract: "About lamps.", issued: { "date-parts": [[2020]] } }),
      entry("older", { title: "Lamps", issued: { "date-parts": [[1990]] } }),
    ]),
    search: "?q=lamps",
  });
  await list.shows("older", "newer");
  await expect(list.sort).toHaveValue(/relevance/i);
  await list.sort.selectOption({ label: "Newest" });
  await list.shows("newer", "older");
});

test("a searched list is flat, and has its sections again without the search", async ({ list, page }) => {
  const heading = page.getByRole("heading", { name: "Related Work (1)", exact: true });
  await list.open({ search: "?q=system" });
  await expect(list.entry("mainname")).toBeVisible();
  await expect(heading).toHaveCount(0);
  await list.sort.selectOption({ label: "Newest" });
  await expect(heading).toBeVisible();
  await list.searchbox.fill("");
  await expect(heading).toBeVisible();
});

test("Escape clears the search and stays in its box", async ({ list }) => {
  await list.open();
  await list.searchbox.fill("lamp");
  await expect(list.status).toHaveText("1 of 12 publications");
  await list.searchbox.press("Escape");
  await expect(list.searchbox).toHaveValue("");
  await expect(list.searchbox).toBeFocused();
  await expect(list.status).toHaveText("12 publications");
});

test("a slash goes to the search, but is a letter in a text box", async ({ list, page }) => {
  await list.open();
  await page.keyboard.press("/");
  await expect(list.searchbox).toBeFocused();
  await expect(list.searchbox).toHaveValue("");
  await page.keyboard.type("a/b");
  await expect(list.searchbox).toHaveValue("a/b");
});

test("the shortcut can be switched off, and that is remembered", async ({ list, page }) => {
  await list.open();
  const shortcut = page.getByRole("checkbox", { name: /\/ .*search/ });
  await expect(shortcut).toBeChecked();
  await shortcut.uncheck();
  await page.reload();
  await list.ready();
  await expect(shortcut).not.toBeChecked();
  await page.locator("body").press("/");
  await expect(list.searchbox).not.toBeFocused();
});

test("nothing found is a state with ways out", async ({ list, page }) => {
  await list.open({ search: "?q=%22unikrenels%22&author=David+Scott" });
  await expect(list.status).toHaveText("0 of 12 publications");
  await expect(list.button("Without “unikrenels”: 3 publications")).toBeVisible();
  // It would find nothing.
  await expect(list.button(/^Without Author/)).toHaveCount(0);
  await expect(list.button("Show all 12 publications")).toBeVisible();
  await page.getByRole("button", { name: /^Search for .+unikernels.+ instead$/ }).click();
  await expect(list.searchbox).toHaveValue('"unikernels"');
  await expect.poll(async () => (await list.ids()).sort()).toEqual(["asplos", "cacm"]);
});

test("a typing error is forgiven, said, and can be insisted on", async ({ list }) => {
  await list.open();
  await list.searchbox.fill("title:Unikrenels");
  await expect.poll(async () => (await list.ids()).sort()).toEqual(["asplos", "cacm"]);
  await expect(list.notices).toContainText("Also showing “unikernels”");
  await expect(list.entry("cacm").getByRole("heading").locator("mark")).toHaveText(["Unikernels"]);
  await list.button("Search only for “unikrenels”").click();
  await expect(list.searchbox).toHaveValue('title:"Unikrenels"');
  await expect(list.status).toHaveText("0 of 12 publications");
  await expect(list.notices).not.toContainText("Also showing");
});

test("quotation marks ask for whole words side by side, and only those are marked", async ({ list }) => {
  const data = envelope([
    entry("apart", { title: "Deep blue learning" }),
    entry("begun", { title: "Deep learnings" }),
    entry("side", { title: "Of Deep <i>Learning</i>", abstract: "Learning is deep; deep-learning is not." }),
  ]);
  await list.open({ data });
  await list.searchbox.fill('"deep learning"');
  await list.shows("side");
  const marks = await list.entry("side").locator("mark").allInnerTexts();
  expect(marks.join("|")).toBe("Deep |Learning|deep-learning");
});

test("a minus sign leaves out, and is not marked", async ({ list }) => {
  const data = envelope([entry("a", { title: "Lamp and light" }), entry("b", { title: "Lamplight" }), entry("c")]);
  await list.open({ data });
  for (const [text, ids] of [["lamp -light", "b"], ['lamp -"lamp"', "b"], ["-lamp", "c"], ["-author:byron", ""]]) {
    await list.searchbox.fill(text);
    await list.shows(...ids.split(" ").filter(Boolean));
  }
  await list.searchbox.fill("lamp -light");
  await expect(list.entry("b").locator("mark")).toHaveText(["Lamp"]);
});

test("a field word looks in one field, and marks there", async ({ list }) => {
  const data = envelope([
    entry("name", { author: [{ given: "Ada", family: "Lamp" }, { given: "Ann", family: "Lee" }], abstract: "A lamp.", keyword: "x, y z" }),
    entry("title", { title: "A lamp", "container-title": "Lamps", issued: { "date-parts": [[1999]] }, type: "book" }),
  ]);
  await list.open({ data });
  for (const [text, ids] of [
    ["author:lamp", "name"],
    ["Author:ada-lam", "name"],
    ["author:lamp-ann", ""],
    ["title:lamp", "title"],
    ["venue:lamps", "title"],
    ["abstract:lamp", "name"],
    ["keyword:x-y", ""],
    ["keyword:y-z", "name"],
    ["type:book", "title"],
    ["lamp year:-2000", "title"],
    ["lamp -year:1999", "name"],
  ]) {
    await list.searchbox.fill(text);
    await list.shows(...ids.split(" ").filter(Boolean));
  }
  await list.searchbox.fill("Xen: lamp");
  await expect(list.status).toHaveText("0 of 2 publications");
  await list.searchbox.fill("author:lamp");
  await expect(list.entry("name").locator("mark")).toHaveText(["Lamp"]);
});

test("Chinese and Japanese are found anywhere in a text without spaces", async ({ list }) => {
  await list.open({ data: fixture("scripts.json") });
  for (const [typed, id] of [["操作系统", "han-simplified"], ["作業系", "han-traditional"], ["ライブラリ", "kana"]]) {
    await list.searchbox.fill(typed);
    await list.shows(id);
    await expect(list.entry(id).getByRole("heading").locator("mark")).toHaveText([typed]);
  }
  await list.searchbox.fill("系操");
  await list.shows();
});

test("what cannot be understood is searched as words, and said as long as it is there", async ({ list }) => {
  await list.open();
  for (const [text, hint] of [
    ['"library operating', "A closing quotation mark is missing"],
    ["year:soon", "“soon” is not a year"],
    ["author:", "Nothing follows “author:”"],
    ["library - cloud", "minus sign"],
  ]) {
    await list.searchbox.fill(text);
    await expect(list.notices).toContainText(hint);
    await list.searchbox.fill("library");
    await expect(list.notices).toBeEmpty();
  }
  await list.searchbox.fill('"library operating');
  await expect.poll(async () => (await list.ids()).slice(0, 2).sort()).toEqual(["asplos", "cacm"]);
});

test("taking away the one filter that was too much brings results back", async ({ list }) => {
  await list.open({ search: "?q=lamp&author=Malte+Schwarzkopf" });
  await list.button("Without Author Malte Schwarzkopf: 1 publication").click();
  await list.shows("hotcloud");
  await expect(list.searchbox).toHaveValue("lamp");
});

test("the whole list is one step from nothing", async ({ list }) => {
  await list.open({ search: "?q=zzz&year=1999" });
  await list.button("Show all 12 publications").click();
  await expect(list.status).toHaveText("12 publications");
  await expect(list.searchbox).toHaveValue("");
});

test("authors are found under every spelling of their name", async ({ list }) => {
  const model = new Model(parsed("people.json"));
  await list.open({ data: fixture("people.json") });
  for (const text of ["gruebl", "grubl", "dave scott", "coex 2013", "ocaml", "example team"]) {
    await list.searchbox.fill(text);
    const expected = model.ids(`?${new URLSearchParams({ q: text })}`).sort();
    await expect.poll(async () => (await list.ids()).sort(), text).toEqual(expected);
  }
});

test("a search of nothing but signs finds nothing and says why", async ({ list, page }) => {
  await list.open();
  await list.searchbox.fill("🐫");
  await expect(list.status).toHaveText("0 of 12 publications");
  await expect(page.getByRole("region", { name: "Notices" })).toContainText("no letter or digit");
  await list.searchbox.fill("unikernels OR lamp");
  await expect(list.status).toHaveText("3 of 12 publications");
});
