// The test function of every spec: a server and a page of its own, and a watch over both.

import { test as base, expect } from "@playwright/test";
import { List } from "./page";
import { Site } from "./server";

export interface Watch {
  /** Lets requests to this origin pass. */
  allow(origin: string): void;
}

interface Fixtures {
  /** Errors, told in the console or caught by nobody, that a test brings about on purpose. */
  expectedErrors: RegExp | undefined;
  /** Where the page is mounted on its host. */
  path: string;
  site: Site;
  list: List;
  watch: Watch;
}

export const test = base.extend<Fixtures>({
  expectedErrors: [undefined, { option: true }],
  path: ["/", { option: true }],

  site: async ({ path }, use) => {
    const site = await Site.start(path);
    await use(site);
    await site.close();
  },

  list: async ({ page, site }, use) => use(new List(page, site)),

  /** No test may leave an error in the console, open a dialog of the browser, run a payload or ask a foreign host. */
  watch: [
    async ({ page, site, expectedErrors }, use) => {
      const faults: string[] = [];
      const origins = new Set([site.origin]);
      page.on("pageerror", (error) => {
        if (!expectedErrors?.test(error.message)) faults.push(`uncaught: ${error.message}`);
      });
      page.on("dialog", (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        dialog.dismiss().catch(() => undefined);
      });
      page.on("console", (message) => {
        if (message.type() === "error" && !expectedErrors?.test(message.text())) faults.push(`${message.text()} ${message.location().url}`);
      });
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith("http") && !origins.has(origin)) faults.push(`request: ${request.url()}`);
      });
      await use({ allow: (origin) => void origins.add(origin) });
      if (await page.evaluate(() => "pwned" in window).catch(() => false)) faults.push("a payload ran");
      expect(faults, "errors, dialogs, payloads and foreign requests").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
export type { Page } from "@playwright/test";
