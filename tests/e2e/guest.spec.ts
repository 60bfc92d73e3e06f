// The element as a guest: what it leaves alone, and what it copes with.

import { expect, letters, LIST, test } from "../support/embedding";
import { entry, envelope } from "../support/data";

test.describe("a good guest", () => {
  test("leaves title, URL, history and scroll alone", async ({ host, list }) => {
    await host.open(`<p id="asplos">Ours</p><div class="gap"></div>${LIST}<style>.gap { height: 3000px }</style>`, { search: "?q=lamp&year=1066#asplos" });
    await host.ready();
    const state = () => host.page.evaluate(() => [document.title, location.href, history.length, scrollY, JSON.stringify(history.state), history.scrollRestoration]);
    const before = await state();
    await expect(list.status).toHaveText("12 publications");
    await host.element.evaluate((element: any) => (element.query = "q=lamp"));
    await expect(list.status).not.toHaveText("12 publications");
    await host.page.waitForTimeout(500);
    expect(await state()).toEqual(before);
    expect(await host.page.evaluate(() => [...document.querySelectorAll("style, link[rel=stylesheet]")].length + document.adoptedStyleSheets.length)).toBe(1);
    expect(await host.page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length)).toBe(0);
  });

  test("keeps the query in the URL where it is asked to, beside the host's own parameters", async ({ host, list, page }) => {
    host.site.data(letters);
    await host.open('<offprint-list loading="eager" url-sync="query" url-prefix="pub-"></offprint-list>', { search: "?page=2&q=host&pub-year=2011#top" });
    await host.ready();
    await list.shows("b", "f");
    await list.searchbox.fill("title f");
    await expect.poll(() => new URL(page.url()).search).toBe("?pub-q=title+f&pub-year=2011&page=2&q=host");
    await list.removal("Year 2011").click();
    await list.shows("f");
    await expect.poll(() => new URL(page.url()).search).toBe("?pub-q=title+f&page=2&q=host");
    expect(new URL(page.url()).hash).toBe("#top");
    await page.goBack();
    await expect(list.removal("Year 2011")).toBeVisible();
    await expect(list.searchbox).toHaveValue("title f");
  });

  test("the slash key works only inside, and typing there is no shortcut of the host's", async ({ host, list, page }) => {
    await host.open(`<input aria-label="Host field">${LIST}`);
    await page.evaluate(() => {
      (window as any).keys = "";
      addEventListener("keydown", ({ key }) => ((window as any).keys += key));
    });
    await host.ready();
    await page.locator("body").press("/");
    await expect(list.searchbox).not.toBeFocused();
    await list.button("Export").focus();
    await page.keyboard.press("/");
    await expect(list.searchbox).toBeFocused();
    await page.keyboard.type("js");
    await expect(list.searchbox).toHaveValue("js");
    expect(await page.evaluate(() => (window as any).keys)).toBe("/");
  });

  test("keys that the list uses stop at it, others and those of the host's own content go on", async ({ host, list, page }) => {
    await host.open('<offprint-list loading="eager"><input aria-label="Inside"></offprint-list>');
    await page.evaluate(() => {
      (window as any).keys = [];
      addEventListener("keydown", ({ key }) => (window as any).keys.push(key));
    });
    await host.ready();
    const heard = async (act: () => Promise<unknown>) => {
      await page.evaluate(() => ((window as any).keys = []));
      await act();
      return page.evaluate(() => (window as any).keys);
    };
    await list.searchbox.focus();
    expect(await heard(() => page.keyboard.press("Backspace"))).toEqual([]);
    expect(await heard(() => page.keyboard.press("ArrowLeft"))).toEqual([]);
    expect(await heard(() => page.keyboard.press("Control+k"))).toEqual(["Control", "k"]);
    await list.button("Export").focus();
    expect(await heard(() => page.keyboard.press("x"))).toEqual(["x"]);
    expect(await heard(() => page.keyboard.press("Enter"))).toEqual([]);
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await heard(() => page.keyboard.press("Escape"))).toEqual([]);
    await expect(page.getByRole("dialog")).toBeHidden();
    const inside = page.locator("offprint-list > input");
    expect(await heard(() => inside.evaluate((input) => input.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, composed: true }))))).toEqual(["a"]);
  });

  test("a value that cannot be read is named in the console", async ({ host, page }) => {
    const warnings: string[] = [];
    page.on("console", (message) => message.text().startsWith("<offprint-list>") && warnings.push(message.text()));
    await host.open('<offprint-list loading="eager" theme="pink" limit="many" controls=""></offprint-list>');
    await host.ready();
    await host.set("abstracts", "folded");
    await expect.poll(() => warnings).toEqual([
      '<offprint-list>: limit="many" cannot be read.',
      '<offprint-list>: theme="pink" cannot be read.',
      '<offprint-list>: abstracts="folded" cannot be read.',
    ]);
  });

  test("a form around it is not sent by it", async ({ host, list, page }) => {
    await host.open(`<form action="sent.html"><input name="host">${LIST}</form>`);
    await host.ready();
    await list.searchbox.fill("lamp");
    await list.searchbox.press("Enter");
    await list.button("Collapse abstracts").click();
    await page.waitForTimeout(200);
    expect(page.url()).toContain("host.html");
    expect(await page.evaluate(() => [...new FormData(document.querySelector("form")!).keys()])).toEqual(["host"]);
  });

  test("a link inside an abstract leads to its entry here", async ({ host, list, page }) => {
    host.site.data(envelope([entry("one", { abstract: 'See <a href="#two">the other</a>.' }), entry("two")]));
    await host.open(LIST);
    await host.ready();
    await page.getByRole("link", { name: "the other" }).click();
    await expect(list.entry("two")).toBeFocused();
    expect(new URL(page.url()).hash).toBe("");
  });

  test("an entry's own link leads to where the host says", async ({ host, list, page }) => {
    host.site.answer("other.json", { body: JSON.stringify(envelope([entry("a b")])) });
    await host.open(LIST);
    await host.ready();
    const link = page.getByRole("link", { name: "Link to this publication" });
    await expect(link.first()).toHaveAttribute("href", new RegExp(`^${host.app.url}#`));
    await host.set("permalink-base", "https://example.org/papers/?x#y");
    await expect(link.first()).toHaveAttribute("href", /^https:\/\/example\.org\/papers\/\?x#/);
    await host.set("permalink-base", null);
    await host.set("src", "other.json");
    await list.shows("a b");
    await expect(link).toHaveCount(0);
    await host.set("url-sync", "query");
    await expect(link).toHaveAttribute("href", `${host.site.url}host.html#a%20b`);
  });

  for (const [name, styles] of Object.entries({
    "a reset of everything": "* { all: unset !important }",
    "big fonts and spacing": "html { font-size: 40px } * { letter-spacing: 0.5em !important; line-height: 4 !important; font-size: 200% } body { text-transform: uppercase; text-align: justify; word-spacing: 2em; text-indent: 5em; white-space: pre }",
    "rules for every element": "div, p, ul, li, h1, h2, h3, a, button, input, select, article, section, fieldset, label { margin: 50px !important; padding: 50px !important; border: 9px solid red !important; position: relative; float: left; display: inline-block !important; color: red !important; background: yellow !important }",
  })) {
    test(`${name} on the host's page do not reach in`, async ({ host, list }) => {
      const looks = (article: Element) => {
        const style = getComputedStyle(article.querySelector("h3")!);
        const { height, width } = article.getBoundingClientRect();
        return [style.fontSize, style.lineHeight, style.letterSpacing, style.color, style.textAlign, style.textTransform, style.whiteSpace, style.marginTop, Math.round(height), Math.round(width)];
      };
      await host.open(`<style>body { margin: 0 } section { width: 1000px }</style><section>${LIST}</section>`);
      await host.ready();
      const plain = await list.articles.first().evaluate(looks);
      await host.open(`<style>${styles}</style><style>section { display: block !important; width: 1000px !important; padding: 0 !important; margin: 0 !important; border: 0 !important; float: none !important }</style><section>${LIST.replace(">", ' class="host">')}</section><style>.host { display: block !important; margin: 0 !important; padding: 0 !important; border: 0 !important }</style>`);
      await host.ready();
      expect(await list.articles.first().evaluate(looks)).toEqual(plain);
    });
  }

  test("is the right way round on a page from right to left", async ({ host, list }) => {
    await host.open(`<div dir="rtl">${LIST}</div>`);
    await host.ready();
    const [filters, entries] = [await list.group("Author").boundingBox(), await list.articles.first().boundingBox()];
    expect(filters!.x).toBeGreaterThan(entries!.x + entries!.width - 1);
  });
});

test.describe("what hosts get wrong, and what comes in between", () => {
  test.use({ expectedErrors: /404|Failed to load/ });

  test("a click on an anchor of the host's leaves the visitor's query alone", async ({ host, list, page }) => {
    await host.open(`<a href="#top">Up</a>${LIST}`);
    await host.ready();
    await list.searchbox.fill("lamp");
    await expect(list.status).toHaveText("1 of 12 publications");
    await page.getByRole("link", { name: "Up" }).click();
    await page.goBack();
    await page.waitForTimeout(200);
    await expect(list.status).toHaveText("1 of 12 publications");
  });

  test("with the query in the URL, the link of an entry leads to it", async ({ host, list, page }) => {
    await host.open('<offprint-list loading="eager" url-sync="query" url-prefix="pub-"></offprint-list>', { search: "?p=7&pub-q=cloud#100%" });
    await host.ready();
    await list.button("Clear all filters").click();
    const link = list.entry("mainname").getByRole("link", { name: "Link to this publication" });
    await expect(link).toHaveAttribute("href", `${host.site.url}host.html?p=7#mainname`);
    await page.evaluate(() => (location.hash = "mainname"));
    await expect(list.entry("mainname")).toBeFocused();
  });

  test("URLs that are none cost a link or a list, and no element", async ({ host, list }) => {
    await host.open(LIST);
    await host.ready();
    const link = host.page.getByRole("link", { name: "Link to this publication" });
    for (const base of ["https://", "javascript:alert(1)", "http://[1"]) {
      await host.set("permalink-base", base);
      await expect(link).toHaveCount(0);
    }
    await host.set("src", "https://");
    await expect.poll(async () => (await host.told("offprint-error")).length).toBe(1);
    await host.set("src", null);
    await host.set("permalink-base", null);
    await host.ready(2);
    await expect(list.articles).toHaveCount(12);
    await expect(link).toHaveCount(12);
  });

  test("an order of the host's can change again, and a visitor can choose the usual one", async ({ host, list }) => {
    host.site.data(letters);
    await host.open('<offprint-list loading="eager" sort="title"></offprint-list>');
    await host.ready();
    await list.shows("a", "b", "c", "d", "e", "f", "g", "h");
    await host.set("sort", "oldest");
    await list.shows("a", "e", "b", "f", "c", "g", "d", "h");
    await list.sort.selectOption("newest");
    await list.shows("d", "h", "c", "g", "b", "f", "a", "e");
    await host.tells("offprint-change", { total: 8, shown: 8, query: "sort=newest" });
    await host.element.evaluate((element: any) => element.reload());
    await expect.poll(async () => (await host.told("offprint-change")).length).toBe(3);
    await list.shows("d", "h", "c", "g", "b", "f", "a", "e");
  });

  test("a list that is fetched anew while it is on its way is the newer one", async ({ host, list }) => {
    let go = () => {};
    host.site.answer("data/publications.json", { body: JSON.stringify(envelope([entry("old")])), until: new Promise((resolve) => (go = resolve)) }, { body: JSON.stringify(envelope([entry("new")])) });
    await host.open(LIST);
    await expect.poll(() => host.site.requests.filter((path) => path.endsWith("publications.json")).length).toBe(1);
    await host.element.evaluate((element: any) => element.reload());
    await list.shows("new");
    go();
    await host.page.waitForTimeout(300);
    await list.shows("new");
  });

  test("a second element asks again for what has failed for the first", async ({ host, list, page }) => {
    host.site.answer("data/publications.json", { status: 404, body: "" });
    await host.open(LIST);
    await expect.poll(async () => (await host.told("offprint-error")).length).toBe(1);
    await list.searchbox.fill("abc");
    await page.waitForTimeout(300);
    expect(await host.told("offprint-error")).toHaveLength(1);
    host.site.data(letters);
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), LIST);
    await host.ready(2);
  });

  test("in a flexible layout it has a width", async ({ host, list }) => {
    await host.open(`<style>body { display: flex; justify-content: center }</style>${LIST}`);
    await host.ready();
    expect((await list.articles.first().boundingBox())!.width).toBeGreaterThan(300);
  });

  test("without controls there is a way back from a name that was clicked", async ({ host, list }) => {
    await host.open('<offprint-list loading="eager" controls="none"></offprint-list>');
    await host.ready();
    await expect(list.status).toBeHidden();
    await list.entry("mainname").getByRole("button", { name: "Tim Deegan" }).click();
    await list.removal("Author Tim Deegan").click();
    await expect(list.articles).toHaveCount(12);
  });

  test("more of a list stays shown when its abstracts arrive", async ({ host, list }) => {
    let go = () => {};
    host.site.data({ ...letters, abstracts: "abstracts.json" });
    host.site.answer("data/abstracts.json", { body: JSON.stringify({ a: "Words of a." }), until: new Promise((resolve) => (go = resolve)) });
    await host.open('<offprint-list loading="eager" limit="3"></offprint-list>');
    await host.ready();
    await list.button("Show more").click();
    await expect(list.articles).toHaveCount(6);
    go();
    await host.page.waitForTimeout(400);
    await expect(list.articles).toHaveCount(6);
    await list.button("Show more").click();
    await expect(list.entry("a")).toContainText("Words of a.");
  });
});
