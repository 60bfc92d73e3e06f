// The element in pages of others.

import { axe, expect, test } from "../support/embedding";
import { entry, envelope, twelve } from "../support/data";
import { strict } from "../support/host";

const anil = twelve.publications.filter(({ author }) => author?.some(({ family }) => family === "Madhavapeddy"));
const LIST = '<offprint-list loading="eager"></offprint-list>';
const letters = envelope([..."abcdefgh"].map((id, at) => entry(id, { issued: { "date-parts": [[2010 + (at % 4)]] }, title: `Title ${id}` })));

test.describe("what the host lists", () => {
  test("an attribute is a scope: counted within it, and not removable", async ({ host, list }) => {
    await host.open('<offprint-list loading="eager" author="Anil Madhavapeddy"></offprint-list>');
    await host.ready();
    await expect(list.status).toHaveText(`${anil.length} publications`);
    await expect(list.articles).toHaveCount(anil.length);
    await expect(list.removals).toHaveCount(0);
    expect((await list.options("Author"))[0]).toMatchObject({ value: "Anil Madhavapeddy", count: anil.length });
    await host.tells("offprint-ready", { total: anil.length, shown: anil.length, query: "" });
  });

  test("what a visitor chooses is AND-ed to it", async ({ host, list }) => {
    host.site.data(letters);
    await host.open('<offprint-list loading="eager" year="2010;2011"></offprint-list>');
    await host.ready();
    await expect(list.status).toHaveText("4 publications");
    await list.searchbox.fill('"title a"');
    await expect(list.status).toHaveText("1 of 4 publications");
    await list.searchbox.fill('"title c"');
    await expect(list.status).toHaveText("0 of 4 publications");
    await list.clear.click();
    await expect(list.status).toHaveText("4 publications");
  });

  test("every attribute is live", async ({ host, list }) => {
    host.site.data(letters);
    await host.open(LIST);
    await host.ready();
    await list.shows("d", "h", "c", "g", "b", "f", "a", "e");
    await host.set("year", "2012-");
    await list.shows("d", "h", "c", "g");
    await host.set("sort", "title");
    await list.shows("c", "d", "g", "h");
    await host.set("q", "title -g");
    await list.shows("c", "d", "h");
    await host.set("limit", "2");
    await list.shows("c", "d");
    await host.set("year", null);
    await host.set("q", null);
    await list.shows("a", "b");
    host.site.answer("other.json", { body: JSON.stringify(envelope([entry("elsewhere")])) });
    await host.set("src", "other.json");
    await list.shows("elsewhere");
  });

  test("a list is read from where src leads, seen from the host's page", async ({ host, list }) => {
    host.site.answer("deep/list.json", { body: JSON.stringify(envelope([entry("deep", { URL: "papers/deep.pdf" })])) });
    await host.open('<offprint-list loading="eager" src="deep/list.json"></offprint-list>');
    await host.ready();
    await expect(host.page.getByRole("link", { name: "Website: About deep" })).toHaveAttribute("href", `${host.site.url}deep/papers/deep.pdf`);
  });

  test("an order of the host's holds until a visitor chooses another", async ({ host, list }) => {
    host.site.data(letters);
    await host.open('<offprint-list loading="eager" sort="oldest"></offprint-list>');
    await host.ready();
    await list.shows("a", "e", "b", "f", "c", "g", "d", "h");
    await expect(list.sort).toHaveValue("oldest");
    expect(await host.element.evaluate((element: any) => element.query)).toBe("");
    await list.sort.selectOption("title");
    await host.tells("offprint-change", { total: 8, shown: 8, query: "sort=title" });
  });

  test("a scope that holds nothing says so", async ({ host, list }) => {
    await host.open('<offprint-list loading="eager" author="Nobody At All"></offprint-list>');
    await host.ready();
    await expect(list.status).toHaveText("0 publications");
    await expect(host.page.getByRole("heading", { name: "There are no publications here yet" })).toBeVisible();
  });
});

test.describe("how it is shown", () => {
  test("so many entries stand there at first, and more on demand", async ({ host, list }) => {
    host.site.data(letters);
    await host.open('<offprint-list loading="eager" limit="3"></offprint-list>');
    await host.ready();
    await list.shows("d", "h", "c");
    await host.tells("offprint-ready", { total: 8, shown: 3, query: "" });
    await list.button("Show more").click();
    await list.shows("d", "h", "c", "g", "b", "f");
    await host.tells("offprint-change", { total: 8, shown: 6, query: "" });
    await expect(list.entry("g")).toBeFocused();
    await list.button("Show more").click();
    await expect(list.articles).toHaveCount(8);
    await expect(list.button("Show more")).toBeHidden();
    await expect(list.articles.last()).toHaveAttribute("aria-posinset", "8");
  });

  test("fifty of a longer list", async ({ host, list }) => {
    host.site.data(envelope(Array.from({ length: 120 }, (_, at) => entry(`n${at}`))));
    await host.open(LIST);
    await host.ready();
    await expect(list.articles).toHaveCount(50);
    await list.button("Show more").click();
    await expect(list.articles).toHaveCount(100);
  });

  test("with all controls, the search alone or none", async ({ host, list }) => {
    await host.open(LIST);
    await host.ready();
    await expect(list.group("Author")).toBeVisible();
    await host.set("controls", "search");
    await expect(list.group("Author")).toBeHidden();
    await expect(list.searchbox).toBeVisible();
    await host.set("controls", "none");
    await expect(list.searchbox).toBeHidden();
    await expect(list.articles).toHaveCount(12);
  });

  test("abstracts are open, folded or not there", async ({ host, list }) => {
    await host.open('<offprint-list loading="eager" abstracts="folded"></offprint-list>');
    await host.ready();
    const text = list.articles.first().getByText(/\w+ \w+ \w+ \w+ \w+ \w+ \w+/).last();
    const open = () => list.articles.first().getByRole("group").evaluateAll((all) => all.some((one) => (one as HTMLDetailsElement).open));
    expect(await open()).toBe(false);
    await host.set("abstracts", "open");
    await expect.poll(open).toBe(true);
    await expect(text).toBeVisible();
    await host.set("abstracts", "none");
    await expect(host.page.getByText("Abstract", { exact: true }).first()).toBeHidden();
  });

  test("light unless the host says otherwise", async ({ host, list }) => {
    await host.page.emulateMedia({ colorScheme: "dark" });
    await host.open(LIST);
    await host.ready();
    const ink = () => list.articles.first().evaluate((article) => getComputedStyle(article).color);
    const light = await ink();
    await host.set("theme", "dark");
    await expect.poll(ink).not.toBe(light);
    const dark = await ink();
    await host.set("theme", "auto");
    await expect.poll(ink).toBe(dark);
    await host.page.emulateMedia({ colorScheme: "light" });
    await expect.poll(ink).toBe(light);
  });

  test("custom properties of the host's, on the element or above it, and parts", async ({ host, list }) => {
    const styles = `<style>
      body { --offprint-accent: rgb(1, 2, 3) } offprint-list { --offprint-ink: rgb(4, 5, 6); --offprint-size: 20px }
      offprint-list::part(entry) { padding-top: 77px }
    </style>`;
    await host.open(styles + LIST);
    await host.ready();
    const styled = (element: Element) => {
      const { color, fontSize, paddingTop } = getComputedStyle(element);
      return { color, fontSize, paddingTop };
    };
    expect(await list.articles.first().evaluate(styled)).toEqual({ color: "rgb(4, 5, 6)", fontSize: "20px", paddingTop: "77px" });
    const link = host.page.getByRole("link", { name: /^PDF: / }).first();
    await link.hover();
    await expect.poll(() => link.evaluate((link) => getComputedStyle(link).color)).toBe("rgb(1, 2, 3)");
  });

  test("in a narrow column of a wide page, it is narrow", async ({ host, list }) => {
    await host.open(`<style>div { width: 340px }</style><div>${LIST}</div>`);
    await host.ready();
    await expect(list.button("Filters")).toBeVisible();
    expect(await host.element.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(340);
  });

  test("has no finding by axe", async ({ host }) => {
    await host.open(`<main><h1>Host</h1>${LIST}</main>`);
    await host.ready();
    await axe(host.page);
  });
});

test.describe("what scripts of the host's see", () => {
  test("the query can be read and set, the results read", async ({ host, list }) => {
    host.site.data(letters);
    await host.open(LIST);
    await host.ready();
    await host.element.evaluate((element: any) => (element.query = "?year=2010&sort=title"));
    await list.shows("a", "e");
    await expect(list.removal("Year 2010")).toBeVisible();
    await host.tells("offprint-change", { total: 8, shown: 2, query: "year=2010&sort=title" });
    const seen = await host.element.evaluate((element: any) => ({ query: element.query, results: element.results }));
    expect(seen).toEqual({ query: "year=2010&sort=title", results: [{ id: "a", title: "Title a" }, { id: "e", title: "Title e" }] });
  });

  test("a query set before the list is there is kept", async ({ host, list }) => {
    host.site.data(letters);
    await host.open("");
    await host.page.evaluate(() => {
      const element = Object.assign(document.createElement("offprint-list"), { query: "q=%22title+b%22" });
      element.setAttribute("loading", "eager");
      document.body.append(element);
    });
    await list.shows("b");
  });

  test("reload fetches the list once more", async ({ host, list }) => {
    host.site.data(envelope([entry("old")]));
    await host.open(LIST);
    await host.ready();
    host.site.data(envelope([entry("new")]));
    await host.element.evaluate((element: any) => element.reload());
    await list.shows("new");
  });

  test("events leave the element and its shadow", async ({ host }) => {
    await host.open(`<div>${LIST}</div>`);
    await host.ready();
    expect(await host.told()).toEqual([{ type: "offprint-ready", detail: { total: 12, shown: 12, query: "" } }]);
    expect(await host.element.evaluate((element) => element.shadowRoot?.mode)).toBe("open");
  });

  test("it waits until it comes near the window, unless it is told not to", async ({ host, list }) => {
    await host.open('<div class="gap"></div><offprint-list></offprint-list><style>.gap { height: 5000px }</style>');
    await host.page.waitForLoadState("networkidle");
    expect(host.site.requests.filter((path) => path.endsWith(".wasm"))).toEqual([]);
    await host.element.scrollIntoViewIfNeeded();
    await host.ready();
    await expect(list.articles).toHaveCount(12);
  });
});

test.describe("many and moved", () => {
  test("ten elements share one app and, for one file, one list", async ({ host }) => {
    const ten = Array.from({ length: 10 }, (_, at) => `<offprint-list loading="eager" limit="${at + 1}"></offprint-list>`);
    await host.open(ten.join(""));
    await host.ready(10);
    const asked = (pattern: RegExp) => host.site.requests.filter((path) => pattern.test(path)).length;
    expect([asked(/\.wasm$/), asked(/\.js$/) - asked(/watch/), asked(/publications\.json$/)]).toEqual([1, 1, 1]);
    await expect(host.page.getByRole("article")).toHaveCount(55);
  });

  test("each has its own query", async ({ host }) => {
    await host.open(LIST + LIST);
    await host.ready(2);
    const [first, second] = await host.page.locator("offprint-list").all();
    await first.getByRole("searchbox").fill("unikernels");
    await expect(first.getByRole("status").first()).not.toHaveText("12 publications");
    await expect(second.getByRole("status").first()).toHaveText("12 publications");
  });

  test("moving it keeps its state", async ({ host, list }) => {
    await host.open(`${LIST}<section></section>`);
    await host.ready();
    await list.searchbox.fill("unikernels");
    await expect(list.status).not.toHaveText("12 publications");
    const [status, requests] = [await list.status.textContent(), host.site.requests.length];
    await host.page.evaluate(() => document.querySelector("section")!.append(document.querySelector("offprint-list")!));
    await expect(list.status).toHaveText(status!);
    await expect(list.searchbox).toHaveValue("unikernels");
    expect(host.site.requests.length).toBe(requests);
    await list.searchbox.fill("");
    await expect(list.status).toHaveText("12 publications");
  });

  test("one that is taken out and put back later asks for the same", async ({ host, list }) => {
    await host.open(LIST);
    await host.ready();
    await host.element.evaluate((element: any) => (element.query = "q=lamp"));
    await host.page.evaluate(async () => {
      const element = document.querySelector("offprint-list")!;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      document.body.append(element);
    });
    await host.ready(2);
    await expect(list.searchbox).toHaveValue("lamp");
  });

  test("two hundred come and go, and leave nothing", async ({ host, page }) => {
    const client = await page.context().newCDPSession(page);
    await host.open(LIST);
    await host.ready();
    const rounds = (count: number) =>
      page.evaluate(async (count) => {
        for (let round = 0; round < count; round++) {
          const element = document.createElement("offprint-list");
          element.setAttribute("loading", "eager");
          const ready = new Promise((resolve) => element.addEventListener("offprint-ready", resolve));
          document.body.append(element);
          await ready;
          element.remove();
          await new Promise((resolve) => setTimeout(resolve));
        }
      }, count);
    const counted = async () => {
      for (let time = 0; time < 5; time++) {
        await client.send("HeapProfiler.collectGarbage");
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      }
      const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
      return { nodes, jsEventListeners };
    };
    await rounds(20);
    const before = await counted();
    await rounds(200);
    const after = await counted();
    // What one element has is some thousand nodes and some hundred listeners.
    expect(after.nodes - before.nodes).toBeLessThan(500);
    expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(50);
  });
});

test.describe("a good guest", () => {
  test("leaves title, address, history and scroll alone", async ({ host, list }) => {
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

  test("keeps the query in the address where it is asked to, beside the host's own parameters", async ({ host, list, page }) => {
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

  test("a form around it is not sent by it", async ({ host, list, page }) => {
    await host.open(`<form action="sent.html"><input name="host">${LIST}</form>`);
    await host.ready();
    await list.searchbox.fill("lamp");
    await list.searchbox.press("Enter");
    await list.button("Fold abstracts").click();
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

  test("stands the right way round on a page from right to left", async ({ host, list }) => {
    await host.open(`<div dir="rtl">${LIST}</div>`);
    await host.ready();
    const [filters, entries] = [await list.group("Author").boundingBox(), await list.articles.first().boundingBox()];
    expect(filters!.x).toBeGreaterThan(entries!.x + entries!.width - 1);
  });
});

test.describe("policies and trouble", () => {
  test.use({ expectedErrors: /wasm|WebAssembly|404|Failed to load|Content Security Policy|CORS/i });

  test("runs under the strictest policy, from another origin", async ({ host, away, list, watch }) => {
    watch.allow(away.origin);
    const other = host.from(away);
    await other.open(`<offprint-list loading="eager"><a href="index.html">All</a></offprint-list>`, { answer: { headers: { "content-security-policy": strict(away.origin).replace("script-src", "script-src 'self'") } } });
    await other.ready();
    await expect(list.articles).toHaveCount(12);
    await list.searchbox.fill("unikernel");
    await list.articles.first().getByRole("button", { name: "Cite" }).click();
    await expect(host.page.getByRole("dialog")).toContainText("@");
    expect(await host.page.evaluate(() => (window as any).violations)).toEqual([]);
    expect(await host.element.evaluate((element) => element.shadowRoot!.querySelectorAll("[style]:not(div)").length)).toBe(0);
  });

  test("where no wasm may run, what stands inside stays, and the host hears why", async ({ host, page }) => {
    const policy = strict("'self'").replace("'wasm-unsafe-eval'", "");
    await host.open('<offprint-list loading="eager"><a href="index.html">All papers</a></offprint-list>', { answer: { headers: { "content-security-policy": policy } } });
    await expect.poll(() => host.told("offprint-error")).toHaveLength(1);
    const [{ detail }] = await host.told("offprint-error");
    expect(detail.kind).toBe("wasm");
    expect(detail.message).toContain("wasm-unsafe-eval");
    await expect(page.getByRole("link", { name: "All papers" })).toBeVisible();
  });

  test("without anything inside, an alert says so", async ({ host, list }) => {
    const policy = strict("'self'").replace("'wasm-unsafe-eval'", "");
    await host.open(LIST, { answer: { headers: { "content-security-policy": policy } } });
    await expect(list.alert).toContainText("could not be shown here");
  });

  test("what stands inside is the fallback until the list is ready", async ({ host, list, page }) => {
    let go = () => {};
    host.site.answer("data/publications.json", { body: JSON.stringify(letters), until: new Promise((resolve) => (go = resolve)) });
    await host.open('<offprint-list loading="eager"><p>Coming.</p></offprint-list>');
    await expect(page.getByText("Coming.")).toBeVisible();
    await expect(list.searchbox).toBeHidden();
    go();
    await host.ready();
    await expect(page.getByText("Coming.")).toBeHidden();
    await expect(list.articles).toHaveCount(8);
  });

  test("a list that cannot be had leaves it there, with an alert, and can be tried again", async ({ host, list, page }) => {
    host.site.answer("data/publications.json", { status: 404, body: "" });
    await host.open('<offprint-list loading="eager"><p>The old list.</p></offprint-list>');
    await expect.poll(async () => (await host.told("offprint-error"))[0]?.detail.kind).toBe("fetch");
    await expect(page.getByText("The old list.")).toBeVisible();
    await expect(list.alert).toContainText("not found");
    host.site.data(letters);
    await list.retry.click();
    await host.ready();
    await expect(list.articles).toHaveCount(8);
    await expect(page.getByText("The old list.")).toBeHidden();
  });

  test("a wasm of another version is refused", async ({ host }) => {
    await host.open("");
    const name = host.site.requests.find((path) => path.endsWith("offprint.js"));
    expect(name).toBeTruthy();
    const script = await (await fetch(`${host.site.url}offprint.js`)).text();
    host.site.answer(/const WASM = "\.\/(.*)"/.exec(script)![1], { body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]), type: "application/wasm" });
    await host.open('<offprint-list loading="eager">Old</offprint-list>');
    await expect.poll(async () => (await host.told("offprint-error"))[0]?.detail.kind).toBe("wasm");
  });

  test("a list on a third origin needs that origin's consent", async ({ host, away, list, watch }) => {
    watch.allow(away.origin);
    away.data(envelope([entry("far")]));
    await host.open(`<offprint-list loading="eager" src="${away.url}data/publications.json"></offprint-list>`);
    await host.ready();
    await list.shows("far");
    away.answer("data/closed.json", { body: JSON.stringify(letters), headers: { "access-control-allow-origin": "https://example.org" } });
    await host.set("src", `${away.url}data/closed.json`);
    await expect.poll(async () => (await host.told("offprint-error"))[0]?.detail.kind).toBe("fetch");
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

  test("with the query in the address, an entry's own link leads to it", async ({ host, list, page }) => {
    await host.open('<offprint-list loading="eager" url-sync="query" url-prefix="pub-"></offprint-list>', { search: "?p=7&pub-q=cloud#100%" });
    await host.ready();
    await list.button("Clear all filters").click();
    const link = list.entry("mainname").getByRole("link", { name: "Link to this publication" });
    await expect(link).toHaveAttribute("href", `${host.site.url}host.html?p=7#mainname`);
    await link.focus();
    await link.press("Enter");
    await expect(list.entry("mainname")).toBeFocused();
  });

  test("addresses that are none cost a link or a list, and no element", async ({ host, list }) => {
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
