// Citing one publication, and taking the whole list along.

import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { entry, envelope, parsed, twelve } from "../support/data";
import type { List } from "../support/page";
import { expect, test } from "../support/test";

const MELANGE = 'Cite: Melange: Towards a "functional" Internet';

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("“Cite” opens a dialog that bears the title", async ({ list, page }) => {
  await list.open();
  await list.entry("eurosys").getByRole("button", { name: "Cite" }).click();
  const dialog = page.getByRole("dialog", { name: MELANGE, exact: true });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText("Madhavapeddy");
});

test("the dialog takes the focus, keeps it, and gives it back on Escape", async ({ list, page }) => {
  await list.open();
  const cite = list.entry("eurosys").getByRole("button", { name: "Cite" });
  await cite.press("Enter");
  await expect(page.getByRole("dialog").locator(":focus")).toHaveCount(1);
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press("Tab");
    const outside = await page.evaluate(() => document.activeElement?.closest("main article, header, footer"));
    expect(outside).toBeFalsy();
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(cite).toBeFocused();
});

test("BibTeX is copied, and says what the entry says", async ({ list, page }) => {
  await list.open();
  await list.entry("asplos").getByRole("button", { name: "Cite" }).click();
  await page.getByRole("button", { name: "Copy BibTeX" }).click();
  await saysCopied(list);
  const text = await clipboard(list);
  const { kind, key, fields } = bibtex(text);
  expect([kind, key]).toEqual(["inproceedings", "asplos"]);
  expect(unbraced(fields.title)).toBe("Unikernels: library operating systems for the cloud");
  expect(fields.author.split(" and ")).toHaveLength(9);
  expect(fields.author).toContain("Madhavapeddy");
  expect(fields.year).toBe("2013");
  expect(unbraced(fields.booktitle)).toMatch(/^Proceedings of the 18th/);
});

test("braces stay balanced in BibTeX, whatever the title holds", async ({ list, page }) => {
  await list.open({ data: parsed("scripts.json") });
  for (const id of ["mathematics", "no-decomposition", "han-simplified"]) {
    await list.entry(id).getByRole("button", { name: "Cite" }).click();
    await page.getByRole("button", { name: "Copy BibTeX" }).click();
    await expect.poll(async () => bibtex(await clipboard(list)).key).toContain(id.split("-")[0]);
    await page.keyboard.press("Escape");
  }
});

test("CSL-JSON is copied, and is the entry", async ({ list, page }) => {
  await list.open();
  await list.entry("eurosys").getByRole("button", { name: "Cite" }).click();
  await page.getByRole("button", { name: "Copy CSL-JSON" }).click();
  await saysCopied(list);
  const [item] = [JSON.parse(await clipboard(list))].flat();
  const { id, type, title, author, issued } = twelve.publications.find((entry) => entry.id === "eurosys")!;
  expect(item).toMatchObject({ id, type, title, author, issued });
});

test("the list as it is filtered and sorted is exported as CSL-JSON", async ({ list, page }) => {
  await list.open({ search: "?author=Tim+Deegan&sort=oldest" });
  const ids = await list.ids();
  await list.button("Export").click();
  await expect(page.getByRole("dialog")).toHaveAccessibleName(/Export/);
  const items: { id: string }[] = JSON.parse(await downloaded(page, /CSL-JSON/));
  expect(items.map(({ id }) => id)).toEqual(ids);
});

test("the list as it is filtered and sorted is exported as BibTeX", async ({ list, page }) => {
  await list.open({ search: "?author=Tim+Deegan&sort=title" });
  const ids = await list.ids();
  await list.button("Export").click();
  const text = await downloaded(page, /BibTeX/);
  expect([...text.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key)).toEqual(ids);
  await page.keyboard.press("Escape");
  await expect(list.button("Export")).toBeFocused();
});

const STYLES = ["APA", "IEEE", "ACM", "Chicago", "MLA", "Harvard", "Vancouver"];
const FORMATTER = "offprint-references_bg.wasm";

test("every style and format is offered, to copy and to save", async ({ list, page }) => {
  await list.open();
  await list.entry("eurosys").getByRole("button", { name: "Cite" }).click();
  const buttons = (name: RegExp) => page.getByRole("dialog").getByRole("button", { name });
  const copied = ["BibTeX", "BibLaTeX", "RIS", "CSL-JSON", "Markdown", "Plain text", ...STYLES];
  await expect(buttons(/^Copy /)).toHaveText(copied.map((name) => `Copy ${name}`));
  await page.keyboard.press("Escape");
  await list.button("Export").click();
  const saved = ["BibTeX", "RIS", "CSL-JSON", "CSV"].map((name) => `Download ${name}`);
  await expect(buttons(/^Download /)).toHaveText([...saved, ...STYLES]);
});

test("references in citation styles were written with the page", async ({ list, page, site }) => {
  await list.open();
  expect(site.requests.filter((name) => name.startsWith("references/"))).toEqual([]);
  await list.entry("cacm").getByRole("button", { name: "Cite" }).click();
  const apa = page.getByRole("dialog").getByRole("group", { name: "APA" });
  await expect(apa).toHaveText(
    "Madhavapeddy, A., & Scott, D. (2014). Unikernels: Rise of the Virtual Library Operating System. Communications of the ACM.",
  );
  await expect(apa.locator("i")).toHaveText("Communications of the ACM");
  expect(site.requests).toContain("references/0.json");
  expect(site.requests).not.toContain(FORMATTER);
});

test("one key copies a reference, and a live region says so", async ({ list, page }) => {
  await list.open();
  await list.entry("cacm").getByRole("button", { name: "Cite" }).click();
  await expect(page.getByRole("dialog").getByRole("group", { name: "IEEE" })).toBeVisible();
  await page.keyboard.press("8");
  await saysCopied(list);
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText("Copied IEEE.");
  expect(await clipboard(list)).toMatch(/^A\. Madhavapeddy and D\. Scott, “Unikernels/);
});

test("of a list that was swapped since, a formatter writes the references", async ({ list, page, site }) => {
  const changed = twelve.publications.map((csl) => (csl.id === "cacm" ? { ...csl, title: "Swapped" } : csl));
  await list.open({ data: { ...twelve, publications: changed } });
  await list.entry("asplos").getByRole("button", { name: "Cite" }).click();
  const mla = page.getByRole("dialog").getByRole("group", { name: "MLA" });
  await expect(mla).toContainText("Madhavapeddy, Anil, et al.");
  expect(site.requests).not.toContain(FORMATTER);
  await page.keyboard.press("Escape");
  await list.entry("cacm").getByRole("button", { name: "Cite" }).click();
  await expect(mla).toContainText("“Swapped.” Communications of the ACM");
  expect(site.requests).toContain(FORMATTER);
});

test.describe("without the formatter", () => {
  test.use({ expectedErrors: /404/ });

  test("what was swapped is still copied in all formats", async ({ list, page, site }) => {
    site.answer(FORMATTER, { status: 404 });
    await list.open({ data: envelope([entry("only")]) });
    await list.entry("only").getByRole("button", { name: "Cite" }).click();
    await expect(await list.shown("BibTeX")).toContainText("About only");
    await expect(page.getByRole("dialog").getByRole("group", { name: "APA" })).toHaveCount(0);
  });
});

test("the list as it is filtered and sorted is a bibliography to print", async ({ list, page }) => {
  await list.open({ search: "?author=Tim+Deegan&sort=oldest" });
  const titles = await list.articles.getByRole("heading").allInnerTexts();
  await list.button("Export").click();
  const html = await downloaded(page, /Vancouver/);
  const items = [...html.matchAll(/<li dir="auto">(.*)<\/li>/g)].map(([, item]) => item);
  expect(items).toHaveLength(3);
  const printed = (title: string) => title.replace(/"([^"]*)"/g, "“$1”");
  items.forEach((item, at) => expect(item).toContain(printed(titles[at]).slice(-20)));
});

test("the list as it is filtered and sorted is exported as RIS and CSV", async ({ list, page }) => {
  await list.open({ search: "?author=Tim+Deegan&sort=oldest" });
  const ids = await list.ids();
  await list.button("Export").click();
  const ris = await downloaded(page, /RIS/);
  expect([...ris.matchAll(/^ID  - (.+)\r$/gm)].map(([, id]) => id)).toEqual(ids);
  const rows = (await downloaded(page, /CSV/)).split("\r\n").slice(1, -1);
  expect(rows.map((row) => row.split(",")[0])).toEqual(ids);
});

test("nothing is called copied where the browser refuses the clipboard", async ({ list, page }) => {
  await list.open();
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException("Write permission denied.", "NotAllowedError"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText: refuse, write: refuse } });
    document.execCommand = () => false;
  });
  await list.entry("cacm").getByRole("button", { name: "Cite" }).click();
  await page.getByRole("button", { name: "Copy BibTeX" }).click();
  await expect(page.getByRole("dialog").getByText(/select|could not|cannot|not copied/i).first()).toBeVisible();
  await expect(page.getByText(/^Copied/)).toHaveCount(0);
});

async function saysCopied(list: List): Promise<void> {
  await expect(list.page.getByText(/\bCopied\b/).first()).toBeVisible();
}

/** The file that a button of the dialog gives. */
async function downloaded(page: Page, name: RegExp): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name }).click(),
  ]);
  return readFile(await download.path(), "utf8");
}

function clipboard(list: List): Promise<string> {
  return list.page.evaluate(() => navigator.clipboard.readText());
}

/** Reads one BibTeX entry with braced values; fails where braces do not match. */
function bibtex(text: string): { kind: string; key: string; fields: Record<string, string> } {
  const [, kind = "", key = "", body = ""] = /^@(\w+)\{([^,\s]+),\s*([\s\S]*)\}\s*$/.exec(text.trim()) ?? [];
  const fields: Record<string, string> = {};
  let rest = body;
  for (let found; (found = /^[\s,]*([\w-]+)\s*=\s*(\{|\w+)/.exec(rest)); ) {
    const from = found[0].length;
    const end = found[2] === "{" ? from + closing(rest.slice(from)) : from;
    fields[found[1].toLowerCase()] = found[2] === "{" ? rest.slice(from, end) : found[2];
    rest = rest.slice(found[2] === "{" ? end + 1 : end);
  }
  expect(rest.trim()).toMatch(/^,?$/);
  return { kind, key, fields };
}

/** Where the brace that was opened before `text` is closed; those behind a backslash are letters. */
function closing(text: string): number {
  let depth = 1;
  for (const { 0: brace, index } of text.matchAll(/\\.|[{}]/g)) {
    depth += brace === "{" ? 1 : brace === "}" ? -1 : 0;
    if (depth === 0) return index;
  }
  throw new Error("a brace is not closed");
}

function unbraced(text: string): string {
  return text.replace(/[{}]/g, "");
}
