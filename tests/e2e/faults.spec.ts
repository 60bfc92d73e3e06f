// A server that misbehaves, file by file: the published list stays readable, within 10 s an alert says what happened, and
// “Try again” helps once the server is well again. What the list itself may be is in trouble.spec.ts.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findsNothing } from "../support/axe";
import { generated, twelve } from "../support/data";
import { Model } from "../support/model";
import type { List } from "../support/page";
import { type Answer, DATA, DIST } from "../support/server";
import { expect, test } from "../support/test";

// The browser itself tells of what it could not have.
test.use({ expectedErrors: /Failed to|net::ERR|integrity|MIME|WebAssembly|wasm|network error|import|CORS|init is not/i });

const BODY = JSON.stringify(twelve);
const ENGINE = "offprint-engine_bg.wasm";
const SHOWN = /publications?$/;

test.describe("the list", () => {
  const faults: [string, Answer, RegExp][] = [
    ["stands still half way", { body: BODY, stall: 5_000 }, /did not arrive in time/],
    ["breaks off half way, each time", { body: BODY, cut: 5_000 }, /broke off/],
    ["is announced as longer than it is", { body: BODY, cut: BODY.length, headers: { "content-length": "1000000" } }, /broke off/],
    ["is said to be compressed and is not", { body: BODY, headers: { "content-encoding": "gzip" } }, /could not be fetched/],
    ["leads from one address to the next without end", { status: 302, headers: { location: "publications.json" } }, /could not be fetched/],
    ["is announced with two gigabytes", { body: BODY, stall: 5_000, headers: { "content-length": "2000000000" } }, /too long.*500 MB/],
  ];
  for (const [fault, answer, said] of faults) {
    test(fault, async ({ list, site }) => {
      site.answer(DATA, answer);
      await list.visit({ search: "?author=Tim+Deegan" });
      await expect(list.alert).toContainText(said, { timeout: 10_000 });
      await staysReadable(list);
      await expect.poll(() => site.open.size, { message: "nothing is waited for any more" }).toBe(0);
      site.answer(DATA, {});
      await list.retry.click();
      await list.shows("hotcloud", "eurosys", "mainname");
      await expect(list.alert).toHaveCount(0);
    });
  }

  test("never ends: it is left at a limit", async ({ list, site }) => {
    test.slow();
    const text = `{"publications": [{"id": "a", "title": "${"x".repeat(1_000_000)}`;
    site.answer(DATA, { body: text, endless: true });
    await list.visit();
    await expect(list.alert).toContainText(/too long.*500 MB/, { timeout: 120_000 });
    await staysReadable(list);
    await expect.poll(() => site.open.size).toBe(0);
    site.answer(DATA, {});
    await list.retry.click();
    await works(list);
  });

  test("is slow to begin: it is waited for, without a word", async ({ list, site }) => {
    let go = () => {};
    site.answer(DATA, { until: new Promise<void>((resolve) => (go = resolve)) });
    await list.visit();
    await expect.poll(() => site.requests).toContain(DATA);
    await staysReadable(list);
    await expect(list.alert).toHaveCount(0);
    go();
    await works(list);
  });

  test("is shorter by its header than it is: what came is shown, and that it is not all", async ({ list, site }) => {
    site.answer(DATA, { body: BODY, headers: { "content-length": String(BODY.length - 2_000), connection: "close" } });
    await list.visit();
    await expect(list.alert).toContainText(/incomplete/);
    await expect(list.articles.first()).toBeVisible();
    site.answer(DATA, {});
    await list.retry.click();
    await works(list);
  });
});

test.describe("the program", () => {
  const other = readFileSync(join(DIST, ENGINE));
  const faults: [string, "js" | "wasm", Answer][] = [
    ["wasm is missing", "wasm", { status: 404, body: "Not found" }],
    ["wasm fails on the server", "wasm", { status: 500, body: "Error" }],
    ["wasm breaks off", "wasm", { cut: 50_000 }],
    ["wasm is of another version", "wasm", { body: other }],
    ["wasm is a web page", "wasm", { body: "<!doctype html>", type: "text/html" }],
    ["wasm stands still", "wasm", { stall: 50_000 }],
    ["script is missing", "js", { status: 404, body: "Not found" }],
    ["script breaks off", "js", { cut: 10_000 }],
    ["script is another one", "js", { body: "export default 1" }],
    ["script never comes", "js", { hang: true }],
  ];
  for (const [fault, kind, answer] of faults) {
    test(`whose ${fault}`, async ({ list, page, site }) => {
      const file = nameOf(kind);
      site.answer(file, answer);
      await page.goto(`${site.url}?author=Tim+Deegan`, { waitUntil: "commit" });
      await expect(list.alert).toContainText(/Search and filters (could not be loaded|have not arrived yet)/, { timeout: 10_000 });
      await staysReadable(list);
      await expect(list.notices).toContainText("this is the whole list");
      if (kind === "js") await findsNothing(page);
      site.answer(file, {});
      await list.retry.click();
      await list.shows("hotcloud", "eurosys", "mainname");
      await expect(list.alert).toHaveCount(0);
    });
  }

  test("that comes late takes over all the same", async ({ list, page, site }) => {
    let go = () => {};
    site.answer(nameOf("js"), { until: new Promise<void>((resolve) => (go = resolve)) });
    await page.goto(site.url, { waitUntil: "commit" });
    await expect(list.alert).toContainText("have not arrived yet", { timeout: 10_000 });
    go();
    await works(list);
  });

  test("whose wasm has the wrong type runs all the same", async ({ list, site }) => {
    site.answer(nameOf("wasm"), { body: readFileSync(join(DIST, nameOf("wasm"))), type: "application/octet-stream" });
    await list.visit();
    await works(list);
  });
});

test("a page that is opened as a file says what it lacks", async ({ list, page }) => {
  await page.goto(pathToFileURL(join(DIST, "index.html")).href);
  await expect(list.alert).toContainText("opened as a file");
  await expect(list.alert).toContainText("from a web server");
  await staysReadable(list);
});

for (const [fault, answer] of [
  ["is missing", { status: 404, body: "Not found" }],
  ["breaks off", { cut: 2_000 }],
  ["is another one", { body: "* { display: none }" }],
] as const) {
  test(`a style sheet that ${fault} costs the looks alone, and that is said`, async ({ list, site }) => {
    site.answer(nameOf("css"), answer);
    await list.visit();
    await expect(list.alert).toContainText("style sheet");
    await list.ready();
    await list.searchbox.fill("lamp");
    await expect(list.status).toHaveText("1 of 12 publications");
    site.answer(nameOf("css"), {});
    await list.retry.click();
    await works(list);
  });
}

test.describe("a long list whose engine", () => {
  const long = generated(2500);
  const body = JSON.stringify(long);
  const model = new Model(long);
  for (const [fault, answer] of [
    ["is missing", { status: 404, body: "Not found" }],
    ["breaks off", { cut: 50_000 }],
    ["stands still", { stall: 50_000 }],
    ["is of another version", { body: readFileSync(join(DIST, nameOf("wasm"))), type: "application/wasm" }],
  ] as const) {
    test(`${fault} is read by the page itself`, async ({ list, site }) => {
      site.answer(ENGINE, answer);
      await list.visit({ data: body, search: "?q=speculative" });
      const all = model.ids("?q=speculative").length;
      await expect(list.status).toHaveText(`${all} of 2,500 publications`);
      await expect(list.alert).toHaveCount(0);
    });
  }
});

test.describe("references", () => {
  const first = "references/0.json";

  test("that are missing are written by the formatter", async ({ list, page, site }) => {
    site.answer(first, { status: 404, body: "Not found" });
    await cite(list);
    await expect(page.getByRole("dialog").getByRole("group", { name: "APA" })).toContainText("Madhavapeddy");
    expect(site.requests).toContain("offprint-references_bg.wasm");
  });

  test("that nothing can write leave the other formats", async ({ list, page, site }) => {
    site.answer(first, { status: 404, body: "Not found" });
    site.answer("offprint-references_bg.wasm", { cut: 1_000 });
    await cite(list);
    await expect(await list.shown("BibTeX")).toContainText("@inproceedings");
    await expect(page.getByRole("dialog").getByRole("group", { name: "APA" })).toHaveCount(0);
  });

  test("of an engine that somebody changed are not written at all", async ({ list, page, site }) => {
    const changed = Buffer.concat([readFileSync(join(DIST, ENGINE)), Buffer.from([0, 2, 1, 0])]);
    site.answer(ENGINE, { body: changed, type: "application/wasm" });
    await cite(list);
    await expect(page.getByRole("dialog")).toContainText("could not be loaded");
    site.answer(ENGINE, {});
    await page.keyboard.press("Escape");
    await list.entry("asplos").getByRole("button", { name: "Cite" }).click();
    await expect(await list.shown("BibTeX")).toContainText("@inproceedings");
  });
});

/** All that was published can be read, and nobody is told to wait. */
async function staysReadable(list: List): Promise<void> {
  await expect(list.articles).toHaveCount(12);
  await expect(list.entry("cacm")).toBeVisible();
  await expect(list.entry("asplos").getByText("We present unikernels")).toBeVisible();
}

/** The app is there and does what it is for. */
async function works(list: List): Promise<void> {
  await expect(list.status).toHaveText(SHOWN);
  await expect(list.main).toHaveAttribute("aria-busy", "false");
  await list.searchbox.fill("lamp");
  await expect(list.status).toHaveText("1 of 12 publications");
  await expect(list.alert).toHaveCount(0);
}

async function cite(list: List): Promise<void> {
  await list.open();
  await list.entry("asplos").getByRole("button", { name: "Cite" }).click();
}

/** The hashed name of a file of the page. */
function nameOf(kind: "js" | "wasm" | "css"): string {
  const names = { js: /offprint-page-\w+\.js/, wasm: /offprint-page-\w+_bg\.wasm/, css: /offprint-\w+\.css/ };
  return names[kind].exec(readFileSync(join(DIST, "index.html"), "utf8"))![0];
}
