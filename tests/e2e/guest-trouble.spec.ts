// The element under policies, and what becomes of it where something is wrong.

import { entry, envelope } from "../support/data";
import { expect, letters, LIST, test } from "../support/embedding";
import { strict } from "../support/host";

test.describe("policies and trouble", () => {
  test.use({ expectedErrors: /wasm|WebAssembly|404|Failed to load|Content Security Policy|CORS|integrity/i });

  test("runs under the strictest policy, from another origin", async ({ host, away, list, watch }) => {
    watch.allow(away.origin);
    const other = host.from(away);
    await other.open(`<offprint-list loading="eager"><a href="index.html">All</a></offprint-list>`, { answer: { headers: { "content-security-policy": strict(away.origin).replace("script-src", "script-src 'self'") } } });
    await other.ready();
    await expect(list.articles).toHaveCount(12);
    await list.searchbox.fill("unikernel");
    await list.articles.first().getByRole("button", { name: "Cite" }).click();
    await expect(await list.shown("BibTeX")).toContainText("@");
    expect(await host.page.evaluate(() => (window as any).violations)).toEqual([]);
    expect(await host.element.evaluate((element) => element.shadowRoot!.querySelectorAll("[style]:not(div)").length)).toBe(0);
  });

  test("where no wasm may run, what is inside stays, and the host hears why", async ({ host, page }) => {
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

  test("what is inside is the fallback until the list is ready", async ({ host, list, page }) => {
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

  for (const [what, body] of Object.entries({
    wasm: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]),
    script: "export class SharedList {} export default () => {}",
    styles: "* { color: red }",
  })) {
    test(`another version of the ${what} is refused`, async ({ host }) => {
      await host.open("");
      const script = await (await fetch(`${host.site.url}offprint.js`)).text();
      const files = JSON.parse(/^const FILES = (.*);$/m.exec(script)![1]);
      const type = { wasm: "application/wasm", script: "text/javascript", styles: "text/css" }[what];
      host.site.answer(files[what].url.replace("./", ""), { body, type });
      await host.open('<offprint-list loading="eager">Old</offprint-list>');
      await expect.poll(async () => (await host.told("offprint-error"))[0]?.detail.kind).toBe("wasm");
      // Its styles did not come either.
      expect(await host.element.evaluate((element) => element.shadowRoot!.adoptedStyleSheets[0].cssRules.length)).toBeLessThan(5);
    });
  }

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
