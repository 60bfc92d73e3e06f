// Data of people who mean harm, and data beyond all measure: no script runs, no unsafe URL is drawn, and the good
// entries are all there. That nothing ran, no dialog opened and the console is quiet is seen to in support/test.ts.

import { entry, envelope, fixture, ofYears, parsed } from "../support/data";
import type { List } from "../support/page";
import { expect, test } from "../support/test";

const UNSAFE = parsed("unsafe.json");

test("payloads in every field stay text", async ({ list }) => {
  await list.open({ data: fixture("unsafe.json") });
  await expect(list.status).toHaveText(`${UNSAFE.publications.length} publications`);
  expect((await list.ids()).sort()).toEqual(UNSAFE.publications.map(({ id }) => id).sort());
  await expect(list.main.locator("script, iframe, object, embed, form[action], base, style, link, img, meta")).toHaveCount(0);
  expect(await handlers(list), "attributes that are scripts").toEqual([]);
});

test("only safe schemes become links", async ({ list, page }) => {
  await list.open({ data: fixture("unsafe.json") });
  await expect(list.articles).toHaveCount(UNSAFE.publications.length);
  const protocols = await page.locator("a[href], area[href]").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  expect([...new Set(protocols)].sort().filter((protocol) => !["http:", "https:", "mailto:"].includes(protocol))).toEqual([]);
  const labels = await list.entry("links").getByRole("link").allInnerTexts();
  expect(labels.filter((label) => /^(un)?safe/.test(label.trim()))).toEqual(["safe"]);
});

test("dropped links are among the problems that are listed", async ({ list }) => {
  const { publications } = UNSAFE;
  await list.open({ data: { ...UNSAFE, publications: [...publications, { id: "without-title" }] } });
  await list.notices.locator("summary").first().click();
  await expect(list.notices.getByRole("listitem").filter({ hasText: "custom.links" }).first()).toBeVisible();
});

test("anchors that try to be something else lead to their entries", async ({ list, page }) => {
  await list.open({ data: fixture("unsafe.json") });
  for (const { id } of UNSAFE.publications.slice(-17)) {
    await page.evaluate((hash) => (location.hash = hash), encodeURIComponent(String(id)));
    await list.arrivesAt(String(id));
  }
});

test("filters, search and URL carry payloads as text", async ({ list }) => {
  const payload = '"><img src=x onerror="window.pwned=true"><script>window.pwned=true</script>';
  const search = `?${new URLSearchParams({ q: payload, author: payload, venue: payload, year: payload, sort: payload, section: payload })}`;
  await list.open({ data: fixture("unsafe.json"), search, hash: `#${encodeURIComponent(payload)}` });
  await expect(list.notices).toContainText("<img src=x onerror=");
  await expect(list.removal(`Author ${payload}`)).toBeVisible();
  await expect(list.main.locator("img, script")).toHaveCount(0);
});

test("a payload can be chosen as an author and cited", async ({ list, page }) => {
  await list.open({ data: fixture("unsafe.json") });
  await list.entry("every-field-image").getByRole("link", { name: /^Literal </ }).click();
  await expect(list.entry("every-field-image")).toBeVisible();
  await list.entry("every-field-image").getByRole("button", { name: "Cite" }).click();
  await expect(await list.shown("BibTeX")).toContainText("title");
  await expect(page.locator("img, main script")).toHaveCount(0);
});

test.describe("where trusted types are required", () => {
  // What the test itself tries at the end; what the page would try is in `violations`.
  test.use({ expectedErrors: /requires 'TrustedHTML'/ });

  test("the page makes no markup from strings, and nothing is refused", async ({ list, page, site }) => {
    site.headers({ "content-security-policy": "require-trusted-types-for 'script'" });
    await page.addInitScript(() => {
      const violations: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => violations.push(`${violatedDirective} ${sample}`));
      Object.assign(window, { violations });
    });
    await list.open({ data: fixture("people.json") });
    await list.option("Author", "David Scott").check();
    await list.searchbox.fill("zzzz");
    await expect(list.status).toHaveText(/^0 of/);
    await list.clear.click();
    await list.entry("systems").getByRole("button", { name: "Cite" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await list.button("Export").click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await page.evaluate(() => (window as never as { violations: string[] }).violations)).toEqual([]);
    const isRefused = page.evaluate(() => (document.createElement("p").innerHTML = "<b>")).then(() => false, () => true);
    expect(await isRefused, "the policy is in force").toBe(true);
  });
});

test("an abstract of a megabyte is shown and searched", async ({ list }) => {
  const abstract = `${"word ".repeat(200_000)}needle`;
  await list.open({ data: envelope([entry("long", { abstract }), entry("short")]) });
  await expect(list.status).toHaveText("2 publications");
  await list.searchbox.fill("needle");
  await list.shows("long");
});

test("a megabyte without a space breaks nothing", async ({ list, page }) => {
  const title = "x".repeat(1_000_000);
  await list.open({ data: envelope([entry("long", { title: title.slice(0, 20_000), abstract: title }), entry("short")]) });
  await expect(list.entry("short")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("nesting of five thousand levels costs what is nested, not the list", async ({ list }) => {
  await list.open({ data: fixture("deep.json") });
  const ids = (await list.ids()).sort();
  const kept = ["deep-author", "deep-custom", "deep-issued", "deep-links", "deep-objects", "deep-rich", "deep-unknown"];
  expect(ids).toEqual([...kept, "good-first", "good-last", "good-middle"]);
  await expect(list.notices).toContainText(/2 of 12/);
});

test("dates of every form, and of none, stay in the list", async ({ list }) => {
  const { publications } = parsed("years.json");
  await list.open({ data: fixture("years.json") });
  await expect(list.status).toHaveText(`${publications.length} publications`);
  expect((await list.barNames()).length).toBeLessThan(82);
  await expect(list.group("Year").getByRole("checkbox", { name: /^No year/ })).toBeEnabled();
  await list.from.fill("99999");
  await list.from.press("Enter");
  await expect(list.entry("far-future")).toBeVisible();
  await expect(list.entry("plain")).toHaveCount(0);
});

test("years before the common era are found by their URL", async ({ list }) => {
  await list.open({ data: ofYears(-500, -44, 0, 1, 2013, 99999), search: "?year=-500--44" });
  await list.shows("y-44", "y-500");
});

test("names and titles in many scripts stand as they are written", async ({ list }) => {
  const { publications } = parsed("scripts.json");
  await list.open({ data: fixture("scripts.json") });
  expect((await list.ids()).sort()).toEqual(publications.map(({ id }) => id).sort());
  for (const [id, name] of [
    ["han-simplified", "李明"],
    ["kana", "山田太郎"],
    ["hangul", "이세종"],
    ["mixed-names", "Xiaohong 欧阳"],
    ["particles", "Ludwig van Beethoven"],
    ["particles", "Charles de la Vallée Poussin"],
    ["particles", "Hal Daumé III"],
  ]) {
    await expect(list.entry(id).getByRole("link", { name, exact: true }), name).toBeVisible();
  }
});

test("language and direction of an entry are told", async ({ list }) => {
  await list.open({ data: fixture("scripts.json") });
  const language = (id: string) => list.entry(id).getByRole("heading").evaluate((heading) => heading.closest("[lang]")?.getAttribute("lang"));
  expect(await language("arabic")).toBe("ar");
  expect(await language("han-traditional")).toBe("zh-Hant");
  const direction = (id: string) => list.entry(id).getByRole("heading").evaluate((heading) => getComputedStyle(heading.querySelector("[dir]") ?? heading).direction);
  expect(await direction("arabic")).toBe("rtl");
  expect(await direction("mixed-direction")).toBe("ltr");
});

/** Every attribute in main that would be run as a script. */
function handlers(list: List): Promise<string[]> {
  return list.main.locator("*").evaluateAll((elements) => {
    const names = elements.flatMap((element) => element.getAttributeNames());
    return names.filter((name) => /^on|^(srcdoc|formaction|ping)$/.test(name));
  });
}
