// Several elements in one page, and elements that are moved.

import { expect, LIST, test } from "../support/embedding";

test.describe("many and moved", () => {
  test("ten elements share one app and, for one file, one list", async ({ host }) => {
    const ten = Array.from({ length: 10 }, (_, at) => `<offprint-list loading="eager" limit="${at + 1}"></offprint-list>`);
    await host.open(ten.join(""));
    await host.ready(10);
    const asked = (pattern: RegExp) => host.site.requests.filter((path) => pattern.test(path)).length;
    const scripts = asked(/offprint\.js$/) + asked(/offprint-page.*\.js$/);
    expect([asked(/\.wasm$/), scripts, asked(/\.css$/), asked(/publications\.json$/)]).toEqual([1, 2, 1, 1]);
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
