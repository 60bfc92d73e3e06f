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
    await expect(host.page.getByRole("link", { name: "PDF: About deep" })).toHaveAttribute("href", `${host.site.url}deep/papers/deep.pdf`);
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

  test("groups of the host's hold until a visitor chooses others", async ({ host, list }) => {
    host.site.data(letters);
    await host.open('<offprint-list loading="eager" group="year"></offprint-list>');
    await host.ready();
    await expect(list.headings.first()).toHaveText("2013 (2)");
    await list.grouping.selectOption({ label: "None" });
    await expect(list.headings).toHaveText(["Results"]);
    await host.tells("offprint-change", { total: 8, shown: 8, query: "group=none" });
    await list.grouping.selectOption({ label: "Year" });
    await host.tells("offprint-change", { total: 8, shown: 8, query: "" });
    await host.set("group", "type");
    await expect(list.headings).toHaveText(["Conference paper (8)"]);
  });

  test("selected publications alone, by an attribute without a value", async ({ host, list }) => {
    host.site.data(envelope([entry("chosen", { custom: { selected: true } }), entry("other")]));
    for (const attribute of ["selected", 'selected="yes"']) {
      await host.open(`<offprint-list loading="eager" ${attribute}></offprint-list>`);
      await host.ready();
      await expect(list.status).toHaveText("1 publication");
      await list.shows("chosen");
      await expect(list.removals).toHaveCount(0);
    }
    await host.element.evaluate((element: any) => (element.selected = false));
    await list.shows("chosen", "other");
    await host.element.evaluate((element: any) => (element.selected = true));
    await list.shows("chosen");
  });

  test("a range of years may have a dash and spaces, and an empty attribute is none", async ({ host, list }) => {
    host.site.data(letters);
    await host.open('<offprint-list loading="eager" year=" 2010 – 2011 " author=""></offprint-list>');
    await host.ready();
    await expect(list.status).toHaveText("4 publications");
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

  test("abstracts are open, collapsed or not there", async ({ host, list }) => {
    await host.open('<offprint-list loading="eager" abstracts="collapsed"></offprint-list>');
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

  test("its colours follow the host's colour scheme, unless it has a theme", async ({ host, list }) => {
    await host.page.emulateMedia({ colorScheme: "dark" });
    await host.open(LIST);
    await host.ready();
    const ink = () => list.articles.first().evaluate((article) => getComputedStyle(article).color);
    const light = await ink();
    await host.set("theme", "dark");
    await expect.poll(ink).not.toBe(light);
    const dark = await ink();
    await host.set("theme", "auto");
    await expect.poll(ink, "a host without a colour scheme is light").toBe(light);
    const scheme = (value: string) => host.element.evaluate((element, value) => (element.parentElement!.style.colorScheme = value), value);
    await scheme("light dark");
    await expect.poll(ink).toBe(dark);
    await host.page.emulateMedia({ colorScheme: "light" });
    await expect.poll(ink).toBe(light);
    await scheme("dark");
    await expect.poll(ink).toBe(dark);
    await host.set("theme", "light");
    await expect.poll(ink).toBe(light);
  });

  test("hidden by the host, it is hidden", async ({ host, list }) => {
    await host.open(`<div style="visibility: hidden; pointer-events: none">${LIST}</div>`);
    await host.ready();
    const styled = (article: Element) => [getComputedStyle(article).visibility, getComputedStyle(article).pointerEvents];
    expect(await host.page.locator("offprint-list article").first().evaluate(styled)).toEqual(["hidden", "none"]);
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

  test("properties mirror attributes, also those set before the element is defined", async ({ host, list }) => {
    host.site.data(letters);
    await host.open("");
    const seen = await host.page.evaluate(async () => {
      await customElements.whenDefined("offprint-list");
      const element: any = document.createElement("offprint-list");
      Object.assign(element, { loading: "eager", year: "2010", urlPrefix: "pub-", limit: 1 });
      document.body.append(element);
      return [element.getAttribute("year"), element.getAttribute("url-prefix"), element.author, element.limit];
    });
    expect(seen).toEqual(["2010", "pub-", "", 1]);
    await list.shows("a");
    await host.element.evaluate((element: any) => (element.year = null));
    await expect(list.status).toHaveText("8 publications");
  });

  test("ready is a promise of what the list has last told", async ({ host, list }) => {
    host.site.data(letters);
    await host.open(LIST);
    const ready = () => host.element.evaluate((element: any) => element.ready);
    expect(await ready()).toEqual({ total: 8, shown: 8, query: "" });
    await host.element.evaluate((element: any) => (element.query = "q=%22title+b%22"));
    await list.shows("b");
    expect(await ready()).toEqual({ total: 8, shown: 1, query: "q=%22title+b%22" });
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
