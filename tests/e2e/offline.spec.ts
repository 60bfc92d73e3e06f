// A page that was visited is there without a connection, as a whole, and says of when it is.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { findsNothing } from "../support/axe";
import { entry, envelope, twelve } from "../support/data";
import type { List } from "../support/page";
import { publish } from "../support/published";
import { DATA } from "../support/server";
import { expect, test } from "../support/test";

test.use({ serviceWorkers: "allow", expectedErrors: /Failed to load resource|net::ERR|Failed to fetch|integrity|MIME/ });

const TWO = envelope([entry("one"), entry("two")]);
const copy = "this is the list as of";

test("on a first visit without a connection there is nothing of ours", async ({ context, page, site }) => {
  await context.setOffline(true);
  await expect(page.goto(site.url)).rejects.toThrow("ERR_INTERNET_DISCONNECTED");
});

test("on a later visit the page, the list and what was loaded once work", async ({ context, list, page }) => {
  await visitTwice(list);
  await cite(list);
  await context.setOffline(true);
  await page.reload();
  await expect(list.main).toContainText(`You are offline; ${copy}`);
  await list.ready();
  await findsNothing(page);
  await list.searchbox.fill("lamp");
  await expect(list.status).toHaveText("1 of 12 publications");
  await list.clear.click();
  await cite(list);
  await expect(list.alert).toHaveCount(0);
  await page.goto(`${page.url().split(/[?#]/)[0]}?author=Tim+Deegan#eurosys`);
  await list.arrivesAt("eurosys");
  await context.setOffline(false);
  await list.retry.click();
  await expect(list.status).toHaveText("3 of 12 publications");
  await expect(list.main).not.toContainText(copy);
});

test("a list that came late on the first visit is kept all the same", async ({ list, page, site }) => {
  let come = () => {};
  site.answer(DATA, { until: new Promise<void>((resolve) => (come = resolve)) });
  await list.visit();
  await page.waitForLoadState("load");
  await expect.poll(() => site.requests).toContain(DATA);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), "not before the list stands").toBe(0);
  come();
  await list.ready();
  await kept(page, DATA);
  expect(site.requests.filter((path) => path === DATA)).toHaveLength(1);
});

test("a list that was swapped is shown at once, and is the one that is kept", async ({ context, list, page, site }) => {
  await visitTwice(list);
  site.data(TWO);
  await page.reload();
  await list.shows("one", "two");
  await expect(list.main).not.toContainText(copy);
  await context.setOffline(true);
  await page.reload();
  await list.shows("one", "two");
  await expect(list.main).toContainText(copy);
});

for (const [what, answer] of [
  ["fails", { status: 500, body: "Error" }],
  ["has lost it", { status: 404, body: "Not found" }],
  ["gives a web page for it", { body: "<!doctype html><p>Log in", type: "text/html" }],
  ["breaks off", { body: JSON.stringify(twelve), cut: 0 }],
] as const) {
  test(`where the server ${what}, the last good list is shown, and that is said`, async ({ list, page, site }) => {
    await visitTwice(list);
    site.answer(DATA, answer);
    await page.reload();
    await expect(list.status).toHaveText("12 publications");
    await expect(list.main).toContainText(`The list could not be fetched; ${copy}`);
    await expect(list.alert).toHaveCount(0);
    site.data(TWO);
    await list.retry.click();
    await list.shows("one", "two");
    await expect(list.main).not.toContainText(copy);
  });
}

test("a page from the copy reads the list from the copy, so that old code never meets new data", async ({ list, page, site }) => {
  await visitTwice(list);
  site.answer("index.html", { status: 500, body: "Error" });
  site.data(TWO);
  await page.reload();
  await expect(list.status).toHaveText("12 publications");
  await expect(list.main).toContainText(copy);
  site.answer("index.html", {});
  await list.retry.click();
  await list.shows("one", "two");
});

test.describe("a new version", () => {
  test("takes the place of the old one as a whole", async ({ context, list, page, site }) => {
    await visitTwice(list);
    const { folder, script, remove } = nextVersion();
    site.serve(folder);
    await page.reload();
    await list.ready();
    await expect(page.getByText("The next version")).toBeVisible();
    await kept(page, script, false);
    // The old worker goes at the latest with the page that it served.
    const beside = await context.newPage();
    await beside.goto(`${site.url}p/`);
    await page.goto("about:blank");
    await kept(beside, script);
    await context.setOffline(true);
    await page.goto(site.url);
    await list.ready();
    await expect(page.getByText("The next version")).toBeVisible();
    await list.searchbox.fill("lamp");
    await expect(list.status).toHaveText("1 of 12 publications");
    expect(await page.evaluate(async () => (await caches.keys()).length), "one version, and the list").toBe(2);
    remove();
  });

  test("of which a part is missing leaves the old one as it was", async ({ context, list, page, site }) => {
    await visitTwice(list);
    const { folder, script, remove } = nextVersion();
    site.serve(folder);
    site.answer(script, { status: 500, body: "Error" });
    await page.reload();
    await expect(page.getByText("The next version")).toBeVisible();
    await expect(list.alert).toContainText("Search and filters could not be loaded");
    await updated(page);
    await context.setOffline(true);
    await page.reload();
    await list.ready();
    await expect(page.getByText("The next version")).toHaveCount(0);
    await list.searchbox.fill("lamp");
    await expect(list.status).toHaveText("1 of 12 publications");
    remove();
  });
});

test("switched off in the page's head, it goes and takes along what was kept", async ({ context, list, page, site }) => {
  await visitTwice(list);
  site.edited((html) => html.replace("</head>", '<meta name="offprint-offline" content="off"></head>'));
  await page.reload();
  await list.ready();
  const left = () => page.evaluate(async () => (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(left).toBe(0);
  await context.setOffline(true);
  await expect(page.reload()).rejects.toThrow("ERR_INTERNET_DISCONNECTED");
});

test("pages beside the list, and other files of the host, are left to the browser", async ({ context, list, page, site }) => {
  await visitTwice(list);
  await page.goto(`${site.url}p/asplos/`);
  await context.setOffline(true);
  await expect(page.goto(`${site.url}p/cacm/`)).rejects.toThrow("ERR_INTERNET_DISCONNECTED");
});

/** The second visit is the first one that the worker sees. */
async function visitTwice(list: List): Promise<void> {
  await list.open();
  await kept(list.page, DATA);
  await list.page.reload();
  await list.ready();
  await kept(list.page, DATA);
}

/** Waits until a file is kept and, where asked, the worker that keeps it is at work. */
async function kept(page: Page, path: string, isAtWork = true): Promise<void> {
  const isKept = async (path: string) => {
    const scope = (await navigator.serviceWorker.getRegistration())?.scope;
    return scope !== undefined && Boolean(await caches.match(new URL(path, scope)));
  };
  await expect.poll(() => page.evaluate(isKept, path), { message: `${path} is kept` }).toBe(true);
  if (!isAtWork) return;
  // Not while a worker takes another's place: a page that comes between the two is answered by neither.
  const isSettled = async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return [registration?.installing?.state, registration?.waiting?.state, registration?.active?.state].join(" ").trim();
  };
  await expect.poll(() => page.evaluate(isSettled), { message: "one worker, and none on its way" }).toBe("activated");
}

/** Has the browser look for another version, and waits until that is there or has failed. */
async function updated(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    const next = registration?.installing;
    if (next?.state === "installing") await new Promise((done) => (next.onstatechange = done));
  });
}

async function cite(list: List): Promise<void> {
  await list.entry("asplos").getByRole("button", { name: "Cite" }).click();
  await expect(await list.shown("BibTeX")).toContainText("@inproceedings");
  await list.page.keyboard.press("Escape");
}

/** The page with another script, under another name, and a word in its footer. */
function nextVersion(): { folder: string; script: string; remove: () => void } {
  let script = "";
  const published = publish(twelve, (html) => {
    [script] = /offprint-page-\w+\.js/.exec(html)!;
    const next = html.replaceAll(script, `next-${script}`).replace(/(rel="modulepreload"[^>]*) integrity="[^"]*"/, "$1");
    return next.replace("</body>", "<footer>The next version</footer></body>");
  }, (folder) => {
    renameSync(join(folder, script), join(folder, `next-${script}`));
    const text = readFileSync(join(folder, `next-${script}`), "utf8");
    writeFileSync(join(folder, `next-${script}`), `${text}\n// The next version.\n`);
  });
  return { ...published, script: `next-${script}` };
}
