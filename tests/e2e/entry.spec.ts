// What an entry says beside its title: authors, editors, venue, date and status.

import { entry, envelope } from "../support/data";
import { expect, test } from "../support/test";

const editor = [
  { given: "Grace", family: "Hopper" },
  { given: "Mary", family: "Somerville" },
];
const LIST = envelope([
  entry("many", { custom: { others: true } as never }),
  entry("edited", { editor, status: "in press" }),
  entry("book", { author: undefined, type: "book", editor }),
  entry("alone", { author: undefined, type: "book", editor: editor.slice(0, 1) }),
]);

test("an incomplete list of authors ends in et al.", async ({ list }) => {
  await list.open({ data: LIST });
  await expect(list.entry("many")).toContainText("Ada Byron et al.");
  await expect(list.option("Author", "others")).toHaveCount(0);
});

test("editors follow the venue, and the status the date", async ({ list }) => {
  await list.open({ data: LIST });
  const edited = list.entry("edited");
  await expect(edited).toContainText("Workshop on Entries, edited by Grace Hopper and Mary Somerville");
  await expect(edited).toContainText(/2011\s·\sin press/);
  await expect(edited.getByRole("link", { name: "Grace Hopper" })).toHaveCount(0);
});

test("the editors of a book without authors are in the authors' place, and filter", async ({ list }) => {
  await list.open({ data: LIST });
  await expect(list.entry("book")).toContainText("Grace Hopper and Mary Somerville (eds.)");
  await expect(list.entry("alone")).toContainText("Grace Hopper (ed.)");
  await list.entry("book").getByRole("link", { name: "Grace Hopper", exact: true }).click();
  await list.shows("book", "alone");
  await expect(list.option("Author", "Grace Hopper")).toBeChecked();
});

test("editors are found, also as authors", async ({ list }) => {
  await list.open({ data: LIST });
  for (const text of ["hopper", "author:hopper"]) {
    await list.searchbox.fill(text);
    await expect.poll(async () => (await list.ids()).sort()).toEqual(["alone", "book", "edited"]);
  }
});

test("no line of the venue begins with a comma", async ({ list, page }) => {
  await list.open();
  for (let width = 320; width <= 1280; width += 60) {
    await page.setViewportSize({ width, height: 800 });
    const wrong = await page.evaluate(() => {
      const lines: string[] = [];
      const walker = (root: Node) => document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (const venue of document.querySelectorAll(".venue, .authors")) {
        const left = venue.getBoundingClientRect().left;
        for (let texts = walker(venue), node = texts.nextNode(); node; node = texts.nextNode()) {
          if (!/^[,·]/.test(node.textContent ?? "")) continue;
          const range = document.createRange();
          range.setStart(node, 0);
          range.setEnd(node, 1);
          if (range.getBoundingClientRect().left < left + 2) lines.push(venue.textContent ?? "");
        }
      }
      return lines;
    });
    expect(wrong, `${width} px`).toEqual([]);
  }
});

test("awards stand beside the venue, are found and marked", async ({ list }) => {
  const awards = { custom: { award: ["Best paper", "Test of time"] } as never };
  await list.open({ data: envelope([entry("best", awards), entry("other")]), search: "?q=award%3Abest" });
  await list.shows("best");
  await expect(list.entry("best")).toContainText("Workshop on Entries · Best paper · Test of time · ");
  await expect(list.entry("best").locator("mark")).toHaveText("Best");
});

test.describe("an entry with 3,000 authors", () => {
  const author = Array.from({ length: 3_000 }, (_, at) => ({ given: "Ada", family: `Byron${at + 1}` }));
  const data = envelope([entry("many", { author }), entry("twenty", { author: author.slice(0, 20) })]);

  test("shows the first ten and the last, until all are asked for", async ({ list }) => {
    await list.open({ data });
    const names = list.entry("many").locator("[part=authors]").getByRole("link");
    await expect(names).toHaveCount(11);
    await expect(list.entry("many")).toContainText("Ada Byron10, and 2,989 more, Ada Byron3000");
    await expect(list.entry("twenty").locator("[part=authors]").getByRole("link")).toHaveCount(20);
    const more = list.entry("many").getByRole("button", { name: "and 2,989 more" });
    await expect(more).toHaveAttribute("aria-expanded", "false");
    await more.press("Enter");
    await expect(names).toHaveCount(3_000);
    await expect(names.nth(10)).toBeFocused();
    await list.entry("many").getByRole("button", { name: "Show fewer" }).click();
    await expect(more).toBeFocused();
  });

  test("always shows an author who is chosen or searched", async ({ list }) => {
    await list.open({ data, search: "?author=Ada+Byron1500" });
    await expect(list.entry("many")).toContainText("Ada Byron10, Ada Byron1500, and 2,988 more, Ada Byron3000");
    await list.open({ data, search: "?q=byron77" });
    await expect(list.entry("many").locator("mark").first()).toHaveText("Byron77");
    await list.entry("many").getByRole("link", { name: "Ada Byron77", exact: true }).click();
    await expect(list.entry("many").getByRole("link", { name: "Ada Byron77", exact: true })).toHaveAttribute("aria-current", "true");
  });

  test("keeps the focus on a name that is chosen by keyboard", async ({ list }) => {
    await list.open({ data });
    const name = list.entry("many").getByRole("link", { name: "Ada Byron3", exact: true });
    await name.press("Enter");
    await expect(name).toHaveAttribute("aria-current", "true");
    await expect(name).toBeFocused();
  });

  test("is at most two screens high", async ({ list, page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await list.open({ data });
    expect((await list.entry("many").boundingBox())!.height).toBeLessThan(1_280);
  });
});

test("a picture has its place before it comes, and one that is missing is removed", async ({ list, page }) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';
  await page.route("**/data/images/there.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: svg }));
  await page.route("**/data/images/missing.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: "no picture" }));
  const image = (name: string, alt: string) => ({ custom: { image: { url: `images/${name}.svg`, alt } } });
  await list.open({ data: envelope([entry("there", image("there", "A dark room")), entry("missing", image("missing", "Nothing")), entry("plain", image("there", ""))]) });
  const picture = list.entry("there").getByRole("img", { name: "A dark room" });
  await expect(picture).toHaveJSProperty("complete", true);
  expect(await picture.evaluate((image: HTMLImageElement) => [image.loading, image.naturalWidth, image.offsetWidth, image.offsetHeight])).toEqual(["lazy", 40, 120, 90]);
  await expect(list.entry("missing").getByRole("img")).toHaveCount(0);
  await expect(list.entry("plain").locator("img")).toHaveAttribute("alt", "");
  await page.emulateMedia({ media: "print" });
  await expect(picture).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 360, height: 640 });
  await expect(picture).toBeHidden();
});

test("the names of members are heavier than others", async ({ list }) => {
  const author = [{ given: "Ada", family: "Byron" }, { given: "G.", family: "Hopper" }, { given: "Mary", family: "Somerville" }];
  const people = [{ name: "Grace Hopper", aliases: ["G. Hopper"], member: true }, { name: "Ada Byron" }];
  await list.open({ data: { ...envelope([entry("three", { author })]), people } as never });
  const weight = (name: RegExp) =>
    list.entry("three").getByRole("link", { name }).evaluate((link) => Number(getComputedStyle(link.querySelector("b") ?? link).fontWeight));
  expect(await weight(/Hopper/)).toBeGreaterThan(await weight(/Ada/));
  expect(await weight(/Somerville/)).toBe(await weight(/Ada/));
});
