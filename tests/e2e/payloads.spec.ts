// The payloads in every field, in the built page, under a policy that refuses every string as markup: swapped in and
// published, searched, filtered, cited and exported. That none runs, no dialog opens and nothing foreign is asked for is
// seen to in support/test.ts.

import type { Page } from "@playwright/test";
import { ALLOWED, foreignParts, hostile, PAYLOADS } from "../support/hostile";
import type { List } from "../support/page";
import { publish } from "../support/published";
import type { Site } from "../support/server";
import { expect, test } from "../support/test";

/** So many payloads make one list. */
const AT_ONCE = 76;

const LISTS = Array.from({ length: Math.ceil(PAYLOADS.length / AT_ONCE) }, (_, at) => PAYLOADS.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

/** Without the policy of the test itself nothing is sent; violations are collected. */
async function guard(page: Page, site: Site): Promise<void> {
  site.headers({ "content-security-policy": "require-trusted-types-for 'script'; connect-src 'self'; object-src 'none'; frame-src 'none'; img-src 'self'" });
  await page.addInitScript(() => {
    const violations: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => violations.push(`${violatedDirective} ${sample}`));
    Object.assign(window, { violations });
  });
}

async function isOurs(page: Page): Promise<void> {
  expect(await page.evaluate(foreignParts, ALLOWED), "elements, attributes and links that are not ours").toEqual([]);
  expect(await page.evaluate(() => (window as never as { violations: string[] }).violations), "violations").toEqual([]);
  const polluted = await page.evaluate(() => "pwned" in Object.prototype || "pwned" in window);
  expect(polluted, "a payload ran").toBe(false);
}

/** All that a visitor can open. */
async function use(list: List, page: Page): Promise<void> {
  await list.articles.first().getByRole("button", { name: "Cite" }).click();
  await expect(await list.shown("BibTeX")).toContainText("title");
  await isOurs(page);
  await page.keyboard.press("Escape");
  await list.button("Export").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await isOurs(page);
  await page.keyboard.press("Escape");
  for (const group of ["Author", "Venue"]) {
    const option = list.group(group).getByRole("checkbox").first();
    await option.press("Space");
    await expect(option).toBeChecked();
  }
  await isOurs(page);
  await list.clear.click();
  await list.searchbox.fill("pwned");
  await expect(list.status).toHaveText(/ of /);
  await isOurs(page);
  await list.clear.click();
}

LISTS.forEach((texts, number) => {
  test.describe(`payloads from ${number * AT_ONCE + 1} to ${number * AT_ONCE + texts.length}`, () => {
    test("stay text in a list that is swapped in", async ({ list, page, site }) => {
      await guard(page, site);
      await list.open({ data: hostile(texts) });
      await expect(list.articles).toHaveCount(texts.length);
      await isOurs(page);
      await use(list, page);
    });

    test("stay text in a URL", async ({ list, page, site }) => {
      await guard(page, site);
      await list.open({ data: hostile(texts.slice(0, 3)) });
      for (const text of texts.filter((_, at) => at % 4 === 0)) {
        const names = ["q", "author", "year", "venue", "type", "keyword", "has", "section", "sort", text];
        const search = new URLSearchParams(names.map((name) => [name, text.slice(0, 90)])).toString();
        await page.goto(`${site.url}?${search}#${encodeURIComponent(text.slice(0, 90))}`);
        await list.ready();
        await isOurs(page);
      }
    });
  });
});

test("payloads stay text in a list that is published", async ({ list, page, site }) => {
  test.slow();
  for (const texts of LISTS.slice(0, 3)) {
    const { folder, remove } = publish(hostile(texts));
    site.serve(folder);
    await guard(page, site);
    await list.open();
    await expect(list.articles).toHaveCount(texts.length);
    await isOurs(page);
    await use(list, page);
    await page.goto("about:blank");
    remove();
  }
});

test("a list asks for no file of abstracts that lies elsewhere", async ({ list, page }) => {
  for (const abstracts of ["https://evil.example/a.json", "//evil.example/a.json", "/\\evil.example/a.json"]) {
    await list.open({ data: { abstracts, publications: [{ id: "a", title: "A" }] } });
    await expect(list.articles).toHaveCount(1);
    await page.waitForLoadState("networkidle");
  }
});
