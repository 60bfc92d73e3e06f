// Whatever comes instead of a good file, the page says what happened within 10 s, shows what it can, and offers a way on.

import { entry, envelope, fixture, parsed } from "../support/data";
import type { List } from "../support/page";
import { DATA } from "../support/server";
import { expect, test } from "../support/test";

// The browser itself tells of answers that are no success.
test.use({ expectedErrors: /^Failed to load resource/ });

const GOOD = JSON.stringify(envelope([entry("one"), entry("two")]));

test("a missing file is said at once, and without asking again", async ({ list, site }) => {
  site.answer(DATA, { status: 404, body: "Not found" });
  await list.visit();
  await saysSo(list);
  await expect(list.alert).toContainText("404");
  expect(site.requests.filter((path) => path === DATA)).toHaveLength(1);
});

for (const status of [500, 503]) {
  test(`an answer of ${status} is asked for again, and said if it stays so`, async ({ list, site }) => {
    site.answer(DATA, { status, body: "Error" });
    await list.visit();
    await saysSo(list);
    await expect(list.alert).toContainText(String(status));
    expect(site.requests.filter((path) => path === DATA).length).toBeGreaterThan(1);
  });
}

test("a server that is busy for a moment is not worth a word", async ({ list, site }) => {
  site.answer(DATA, { status: 503, body: "Busy" }, { body: GOOD });
  await list.open();
  await list.shows("one", "two");
  await expect(list.alert).toHaveCount(0);
});

test("an answer that never comes is said", async ({ list, site }) => {
  site.answer(DATA, { hang: true });
  await list.visit();
  await saysSo(list);
});

test("an answer that breaks off is said", async ({ list, site }) => {
  site.answer(DATA, { body: GOOD, cut: 100 });
  await list.visit();
  await saysSo(list);
});

test("an answer that breaks off once is asked for again", async ({ list, site }) => {
  site.answer(DATA, { body: GOOD, cut: 100 }, { body: GOOD });
  await list.open();
  await list.shows("one", "two");
});

test("a server that is not there is said", async ({ list, page }) => {
  await page.route(`**/${DATA}`, (route) => route.abort("connectionrefused"));
  await list.visit();
  await saysSo(list);
});

test("a web page, JSON of another shape or an empty file in place of the list is said", async ({ list }) => {
  for (const name of ["not-json.json", "other-shape.json", "empty-file.json"]) {
    await list.visit({ data: fixture(name) });
    await test.step(name, () => saysSo(list));
  }
});

test("whatever is no list is said", async ({ list }) => {
  const noEncoding = Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x7b]);
  for (const body of ["publications: none", "42", "null", "\"text\"", '{"publications": {"a": 1}}', "\u0000", noEncoding]) {
    await list.visit({ data: body });
    await test.step(body.toString(), () => saysSo(list));
  }
});

test("an empty list is said, and is a list", async ({ list }) => {
  await list.open({ data: fixture("empty.json") });
  await expect(list.alert).toBeVisible();
  await expect(list.status).toHaveText("0 publications");
});

test("“Try again” brings the list once the file is good, as the URL asks for it", async ({ list, site }) => {
  site.answer(DATA, { status: 404, body: "Not found" });
  await list.visit({ search: "?author=Tim+Deegan", hash: "#eurosys" });
  await saysSo(list);
  site.answer(DATA, { body: GOOD });
  await list.retry.click();
  await expect(list.status).toHaveText("0 of 2 publications");
  await expect(list.alert).toHaveCount(0);
  expect(list.search).toBe("?author=Tim+Deegan");
});

test("“Try again” says so again when nothing has changed, and keeps the focus on the page", async ({ list, site, page }) => {
  site.answer(DATA, { status: 404, body: "Not found" });
  await list.visit();
  await list.retry.press("Enter");
  await expect.poll(() => site.requests.filter((path) => path === DATA).length).toBe(2);
  await saysSo(list);
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test("a file that is cut short shows what came, and says that it is cut", async ({ list, site }) => {
  await list.visit({ data: fixture("truncated.json") });
  await list.shows("one", "two");
  await expect(list.alert).toContainText(/cut|incomplete|breaks off/i);
  site.data(GOOD);
  await list.retry.click();
  await expect(list.alert).toHaveCount(0);
  await expect(list.status).toHaveText("2 publications");
});

test("entries without id or title are left out, counted, and listed with their places", async ({ list }) => {
  await list.open({ data: fixture("missing.json") });
  await list.shows("good-last", "good-first");
  await expect(list.notices).toContainText(/13 of 15/);
  await opensProblems(list);
  await expect(list.notices.getByRole("listitem").filter({ hasText: /line \d+, column \d+/ })).toHaveCount(13);
  await expect(list.notices).toContainText(/no-title/);
});

test("a field of a wrong type costs the field and not the entry", async ({ list }) => {
  const { publications } = parsed("wrong-types.json");
  await list.open({ data: fixture("wrong-types.json") });
  await expect(list.status).toHaveText(`${publications.length - 6} publications`);
  for (const id of ["good-first", "good-middle", "good-last", "author-string", "links-object", "nulls"]) {
    await list.page.evaluate((hash) => (location.hash = hash), id);
    await list.arrivesAt(id);
  }
  await expect(list.notices).toContainText(/6 of/);
  await expect(list.entry("author-members").getByRole("link", { name: "Grace Good", exact: true })).toBeVisible();
  await expect(list.entry("link-members").getByRole("link", { name: /^PDF: / }).last()).toHaveAttribute("href", "https://example.org/good.pdf");
});

test("each problem of the file is told with its entry and field", async ({ list }) => {
  await list.open({ data: fixture("wrong-types.json") });
  await opensProblems(list);
  for (const words of ["author-string", "custom.links", "issued-boolean", "good-nothing"]) {
    const problem = list.notices.getByRole("listitem").filter({ hasText: words });
    await (words === "good-nothing" ? expect(problem).toHaveCount(0) : expect(problem.first()).toContainText(/line \d+, column \d+/));
  }
});

test("the first of several entries with one id stays, and numbers are ids too", async ({ list }) => {
  await list.open({ data: fixture("duplicates.json") });
  await list.shows("alpha", "beta", "gamma", "delta", "7", "Alpha", "omega", "8");
  await expect(list.entry("alpha").getByRole("heading")).toHaveText("The first alpha, which stays");
  await expect(list.notices).toContainText(/3 of 11/);
});

test("an alias never takes an id from another entry", async ({ list }) => {
  await list.open({ data: fixture("duplicates.json"), hash: "#gamma" });
  await list.arrivesAt("gamma");
  await list.page.evaluate(() => (location.hash = "beta-old"));
  await list.arrivesAt("beta");
});

test("a byte order mark is nothing to speak of", async ({ list }) => {
  await list.open({ data: fixture("bom.json") });
  await list.shows("good-last", "good-first");
  await expect(list.alert).toHaveCount(0);
  await expect(list.notices).not.toContainText(/could not be read/);
});

test("JSON on which strict readers give up is read", async ({ list }) => {
  await list.open({ data: fixture("odd-json.json") });
  await list.shows("good-last", "good-first", "lone-surrogate", "nul", "huge-number", "twice", "escaped");
});

test("the type that a server gives the file does not matter", async ({ list, site }) => {
  site.answer(DATA, { body: GOOD, type: "application/octet-stream" });
  await list.open();
  await list.shows("one", "two");
});

/** Within 10 s there is one alert, which says something and offers another try; the page is no longer busy. */
async function saysSo(list: List): Promise<void> {
  await expect(list.alert).toBeVisible({ timeout: 10_000 });
  await expect(list.alert).toHaveCount(1);
  await expect(list.alert).toContainText(/\w+ \w+/);
  await expect(list.retry).toBeVisible();
  await expect(list.main).not.toHaveAttribute("aria-busy", "true");
}

/** Opens the disclosure in the notices that lists every problem. */
async function opensProblems(list: List): Promise<void> {
  const problems = list.notices.getByRole("group").or(list.notices.locator("details"));
  await problems.locator("summary").first().click();
}
