// The element: what it lists, how it is shown, and what scripts of a host's see of it.

import { axe, expect, letters, LIST, test } from "../support/embedding";
import { entry, envelope, twelve } from "../support/data";

const anil = twelve.publications.filter(({ author }) => author?.some(({ family }) => family === "Madhavapeddy"));

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
