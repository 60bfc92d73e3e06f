// The page under the policy that it is published with: no inline script, no style attribute, no string that becomes code.

import type { Page } from "@playwright/test";
import { fixture, generated, twelve } from "../support/data";
import type { List } from "../support/page";
import { publish } from "../support/published";
import { Site, sourced } from "../support/server";
import { expect, test } from "../support/test";

const LONG = generated(2500);

/** Ways of making code or markup from a string, and policies that would allow them. */
const TRIES = [
  "document.createElement('p').innerHTML = '<b>'",
  "document.createElement('script').src = 'x.js'",
  "document.createElement('iframe').srcdoc = '<b>'",
  "document.write('<b>')",
  "eval('window.pwned = true')",
  "Function('window.pwned = true')()",
  "setTimeout('window.pwned = true')",
  "navigator.serviceWorker.register('x.js')",
  "trustedTypes.createPolicy('default', {})",
  "trustedTypes.createPolicy('offprint', {})",
];

test.use({ serviceWorkers: "allow" });

test.beforeEach(({ page }) => watchThePolicy(page));

for (const way of ["meta", "header"] as const) {
  test(`the page does all that it does under its policy, given as a ${way}`, async ({ list, page, site }) => {
    const policy = await policyOf(site, page);
    if (way === "header") {
      site.edited((html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""));
      site.headers({ "content-security-policy": `${policy}; frame-ancestors 'none'` });
    }
    await tour(list);
    await expect(page.locator("[style]")).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await list.open({ data: JSON.stringify(LONG), search: "?q=unikernels" });
    await list.articles.first().hover();
    await page.mouse.wheel(0, 3_000);
    await expect(list.articles.first()).not.toHaveAttribute("aria-posinset", "1");
    expect(await violations(page)).toEqual([]);
  });
}

test("no element of the published page has a style or a handler of its own", async ({ page, site }) => {
  const plain = await page.request.get(site.url);
  const text = await plain.text();
  const attributes = await page.evaluate((html) => {
    const all = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")];
    return all.flatMap((element) => element.getAttributeNames()).filter((name) => name === "style" || name.startsWith("on"));
  }, text);
  expect(attributes).toEqual([]);
});

test("pages beside the list have a policy that runs nothing", async ({ page, site }) => {
  for (const path of ["p/", "p/asplos/"]) {
    await page.goto(site.url + path);
    expect(await page.locator("meta[http-equiv]").getAttribute("content")).toContain("script-src 'none'");
    expect(await violations(page)).toEqual([]);
    await expect(page.getByRole("main")).toHaveCSS("display", "block");
  }
});

test.describe("what somebody smuggled in", () => {
  test.use({ expectedErrors: /Content Security Policy|Trusted/ });

  test("into the markup does not run", async ({ list, page, site, watch }) => {
    // What is refused is reported all the same.
    watch.allow("https://evil.example");
    const evil = `<script>window.pwned = true</script><img src="x:" onerror="window.pwned = true"><p id="red" style="color: red">x</p>
      <base href="https://evil.example/"><object data="x.swf"></object><script src="https://evil.example/x.js"></script>`;
    site.edited((html) => html.replace("</body>", `${evil}</body>`));
    await list.open();
    await list.shows(...(await list.ids()));
    await expect.poll(async () => (await violations(page)).map((text) => text.split(" ")[0])).toEqual(
      expect.arrayContaining(["script-src-elem", "script-src-attr", "style-src-attr", "base-uri"]),
    );
    expect(await page.evaluate(() => [document.baseURI === location.href, document.querySelector<HTMLElement>("#red")!.style.color])).toEqual([true, ""]);
  });

  test("into a string does not become code or markup", async ({ list, page, site }) => {
    // From a file of the page's own, since what drives the browser may do more.
    site.answer("tries.js", { body: `window.tried = Promise.all([${TRIES.map((act) => `() => ${act}`)}].map(async (act) => {
      try { return String(await act()); } catch (error) { return error.name; }
    }));`, type: "text/javascript" });
    site.edited((html) => html.replace("</body>", '<script src="tries.js"></script></body>'));
    await list.open();
    const tried = await page.evaluate(() => (window as never as { tried: Promise<string[]> }).tried);
    expect(tried).toEqual(TRIES.map((act) => (/^(eval|Function)/.test(act) ? "EvalError" : "TypeError")));
  });
});

test.describe("where WebAssembly is forbidden", () => {
  test.use({ expectedErrors: /WebAssembly|Content Security Policy/ });

  test("the written list stays, and an alert says why and what to do", async ({ list, page, site }) => {
    site.edited((html) => html.replace("'wasm-unsafe-eval' ", ""));
    await list.visit();
    await expect(list.alert).toContainText("forbids WebAssembly");
    await expect(list.alert).toContainText("'wasm-unsafe-eval'");
    await expect(list.articles).toHaveCount(12);
    await expect(list.main).not.toHaveAttribute("aria-busy", "true");
    await expect(list.searchbox).toHaveCount(0);
    site.edited((html) => html);
    await list.retry.click();
    await list.searchbox.fill("lamp");
    await expect(list.status).toHaveText("1 of 12 publications");
    await expect(list.alert).toHaveCount(0);
    await expect(page.getByRole("article")).toHaveCount(1);
  });
});

test.describe("a list on another host", () => {
  test.use({ expectedErrors: /Content Security Policy|CORS|Failed to (load|fetch)/ });

  test("is fetched once the page was written for it, if that host allows it", async ({ list, page, site, watch }) => {
    const other = await Site.start("/lists/");
    watch.allow(other.origin);
    other.answer("people.json", { body: fixture("people.json"), type: "application/json" });
    const { folder, remove } = publish(twelve, (html) => sourced(html, `${other.url}people.json`));
    site.serve(folder);
    await list.open();
    await expect(list.status).toHaveText("7 publications");
    expect(await violations(page)).toEqual([]);
    other.answer("people.json", { body: fixture("people.json"), headers: { "access-control-allow-origin": "https://somebody.else" } });
    await list.visit();
    await expect(list.alert).toContainText("people.json");
    await expect(list.alert).toContainText(/allow/);
    await expect(list.retry).toBeVisible();
    await other.close();
    remove();
  });

  test("that the policy does not know is said, with what to do", async ({ list, site, watch }) => {
    const other = await Site.start("/lists/");
    watch.allow(other.origin);
    site.source(`${other.url}people.json`);
    await list.visit();
    await expect(list.alert).toContainText("people.json");
    await expect(list.notices).toContainText(/policy.*offprint prerender/);
    await expect(list.articles).toHaveCount(12);
    await other.close();
  });
});

/** Everything that a visitor does: searching, filtering, citing in a style, exporting, folding, going back. */
async function tour(list: List): Promise<void> {
  const { page } = list;
  await list.open();
  await list.option("Author", "David Scott").check();
  await list.searchbox.fill("unikernls");
  await list.clear.click();
  await list.bar(2010).click();
  await page.goBack();
  await list.sort.selectOption({ label: "Oldest" });
  await list.button("Collapse abstracts").click();
  await list.entry("asplos").getByRole("button", { name: "Cite" }).click();
  await expect(page.getByRole("dialog").getByRole("group", { name: /APA/ })).toContainText("Madhavapeddy");
  await page.keyboard.press("Escape");
  await list.button("Export").click();
  const [download] = await Promise.all([page.waitForEvent("download"), list.button("Download BibTeX").click()]);
  expect((await download.createReadStream()).readable).toBe(true);
  await page.keyboard.press("Escape");
  await page.evaluate(() => (location.hash = "mainname"));
  await list.arrivesAt("mainname");
}

/** The policy in the page's head. */
async function policyOf(site: Site, page: Page): Promise<string> {
  const html = await (await page.request.get(site.url)).text();
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  expect(policy).toBeTruthy();
  return policy.replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

async function watchThePolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
    Object.assign(window, { seen });
  });
}

const violations = (page: Page) => page.evaluate(() => (window as never as { seen: string[] }).seen);
