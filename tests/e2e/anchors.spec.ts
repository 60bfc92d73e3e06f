// Anchors are for ever: each leads to its entry, moves the focus there and marks it, or says why it cannot.

import { entry, envelope, fixture, generated, parsed, twelve } from "../support/data";
import { Model } from "../support/model";
import type { List } from "../support/page";
import { expect, test } from "../support/test";

test("an anchor in the URL leads to its entry", async ({ list }) => {
  await list.open({ hash: "#icfem" });
  await list.arrivesAt("icfem");
  expect(await list.scrolled()).toBeGreaterThan(0);
});

test("every anchor of the former page still leads to its entry", async ({ list, page }) => {
  await list.open();
  for (const { id } of twelve.publications) {
    await page.evaluate((hash) => (location.hash = hash), String(id));
    await list.arrivesAt(String(id));
  }
});

test("the entry that an anchor leads to is marked, and no other", async ({ list }) => {
  await list.open({ hash: "#hotcloud" });
  await list.arrivesAt("hotcloud");
  expect(await looks(list, "hotcloud")).not.toBe(await looks(list, "visions"));
  await list.page.evaluate(() => (location.hash = "visions"));
  await list.arrivesAt("visions");
  expect(await looks(list, "hotcloud")).not.toBe(await looks(list, "visions"));
});

test("a change of the anchor leads to its entry", async ({ list, page }) => {
  await list.open({ hash: "#cacm" });
  await list.arrivesAt("cacm");
  await page.evaluate(() => (location.hash = "mainname"));
  await list.arrivesAt("mainname");
  await page.goBack();
  await list.arrivesAt("cacm");
});

test("the tab order goes on from the entry", async ({ list, page }) => {
  await list.open({ hash: "#wgt" });
  await list.arrivesAt("wgt");
  await page.keyboard.press("Tab");
  expect(await list.focusedEntry()).toBe("wgt");
});

test("a former anchor leads to the entry of today", async ({ list }) => {
  for (const hash of ["#systems-2012", "#old/systems", "#old%2Fsystems"]) {
    await list.open({ data: fixture("people.json"), search: `?${hash.length}`, hash });
    await list.arrivesAt("systems");
  }
});

test("an anchor of any letters works", async ({ list }) => {
  const ids = ["Grübl 2013/1", "100%", "日本", "a:b"];
  await list.open({ data: envelope(ids.map((id) => entry(id))), hash: `#${encodeURIComponent(ids[0])}` });
  await list.arrivesAt(ids[0]);
  for (const id of ids) {
    await list.page.evaluate((hash) => (location.hash = hash), encodeURIComponent(id));
    await list.arrivesAt(id);
  }
});

test("an unknown anchor is named, and the list is there", async ({ list }) => {
  await list.open({ hash: "#nothing-here" });
  await expect(list.notices).toContainText("nothing-here");
  await expect(list.status).toHaveText("12 publications");
});

test("the notice of an unknown anchor goes when a good one comes", async ({ list, page }) => {
  await list.open({ hash: "#nothing-here" });
  await expect(list.notices).toContainText("nothing-here");
  await page.evaluate(() => (location.hash = "cacm"));
  await list.arrivesAt("cacm");
  await expect(list.notices).not.toContainText("nothing-here");
});

test("an anchor that the filters hide is told of, and shown on request", async ({ list }) => {
  await list.open({ search: "?author=Tim+Deegan", hash: "#cacm" });
  await list.shows("hotcloud", "eurosys", "mainname");
  await expect(list.notices).toContainText("Unikernels: Rise of the Virtual Library Operating System");
  await list.notices.getByRole("button", { name: "Show this publication" }).click();
  await list.arrivesAt("cacm");
  await expect(list.notices.getByRole("button", { name: "Show this publication" })).toHaveCount(0);
});

test("a link inside an abstract to an entry that the filters hide does the same", async ({ list }) => {
  await list.open({ search: "?q=multiscale" });
  await list.shows("visions");
  await list.entry("visions").getByRole("link", { name: "HotCloud", exact: true }).click();
  await expect(list.notices.getByRole("button", { name: "Show this publication" })).toBeVisible();
  await list.shows("visions");
  await list.notices.getByRole("button", { name: "Show this publication" }).click();
  await list.arrivesAt("hotcloud");
});

test("links inside abstracts work by alias too", async ({ list }) => {
  await list.open({ data: fixture("people.json") });
  await list.entry("systems").getByRole("link", { name: "networks", exact: true }).click();
  await list.arrivesAt("networks");
  await list.entry("systems").getByRole("link", { name: "former anchor" }).click();
  await list.arrivesAt("systems");
});

test("the link of an entry is the page without our filters, plus the anchor", async ({ list, site }) => {
  await list.open({ search: "?author=Tim+Deegan&lang=en" });
  const link = list.entry("hotcloud").getByRole("link", { name: "Link to this publication" });
  expect(await link.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(`${site.url}?lang=en#hotcloud`);
});

test("pressing the link of an entry copies it, says so on the link, and changes nothing else", async ({ list, page, context, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await list.open({ search: "?author=Tim+Deegan" });
  const steps = await list.steps();
  const link = list.entry("eurosys").getByRole("link", { name: "Link to this publication" });
  await link.click();
  await expect(link).toContainText("Copied");
  await expect(link).toHaveAccessibleName("Link to this publication");
  await expect(page.getByText("Copied Link to this publication.")).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}#eurosys`);
  await expect(list.status).toHaveText("3 of 12 publications");
  await expect(list.notices).toBeEmpty();
  expect(page.url()).toBe(`${site.url}?author=Tim+Deegan`);
  expect(await list.steps()).toBe(steps);
  await expect(link).not.toContainText("Copied");
});

test("the link of an entry is followed where nothing can be copied", async ({ list, page, site }) => {
  await list.open({ search: "?author=Tim+Deegan" });
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException("Write permission denied.", "NotAllowedError"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText: refuse, write: refuse } });
  });
  await list.entry("eurosys").getByRole("link", { name: "Link to this publication" }).click();
  await expect.poll(() => page.url()).toBe(`${site.url}#eurosys`);
});

test("an entry far down in a list of a thousand is reached", async ({ list }) => {
  const data = generated(1000);
  const id = new Model(data).ids("")[960];
  await list.open({ data, hash: `#${id}` });
  await list.arrivesAt(id);
});

test("choosing a filter leaves the anchor alone and does not jump back to it", async ({ list }) => {
  await list.open({ hash: "#hotcloud" });
  await list.arrivesAt("hotcloud");
  await list.option("Author", "Jon Crowcroft").check();
  await expect(list.option("Author", "Jon Crowcroft")).toBeFocused();
  expect(list.hash).toBe("#hotcloud");
});

test("ids are compared as they are written", async ({ list }) => {
  await list.open({ data: parsed("duplicates.json"), hash: "#Alpha" });
  await list.arrivesAt("Alpha");
});

/** How an entry is set off, itself or by what is before and behind it. */
function looks(list: List, anchor: string): Promise<string> {
  return list.entry(anchor).evaluate((article) => {
    const traits = ["backgroundColor", "boxShadow", "outlineStyle", "outlineWidth", "borderInlineStart", "borderBlockStart", "content"] as const;
    const styles = [null, "::before", "::after"].map((pseudo) => getComputedStyle(article, pseudo));
    const heading = article.querySelector("h1, h2, h3, h4, h5, h6");
    if (heading) styles.push(getComputedStyle(heading));
    return JSON.stringify(styles.map((style) => traits.map((trait) => style[trait])));
  });
}

test("the same link followed twice is one step of the history", async ({ list, page }) => {
  await list.open();
  const link = list.entry("visions").getByRole("link", { name: "HotCloud", exact: true });
  const before = await page.evaluate(() => history.length);
  await link.click();
  await list.arrivesAt("hotcloud");
  await link.click();
  await list.arrivesAt("hotcloud");
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
});
