// What tests of the embedded list have beside the others: a host's page, and a second origin.

import { findsNothing as axe } from "./axe";
import { entry, envelope } from "./data";
import { Host } from "./host";
import { Site } from "./server";
import { expect, test as base } from "./test";

/** An element that does not wait until it is seen. */
export const LIST = '<offprint-list loading="eager"></offprint-list>';

/** Eight entries of four years. */
export const letters = envelope([..."abcdefgh"].map((id, at) => entry(id, { issued: { "date-parts": [[2010 + (at % 4)]] }, title: `Title ${id}` })));

/** A host that can take the app from elsewhere. */
class Guest extends Host {
  from(app: Site): Host {
    return new Host(this.page, this.site, app);
  }
}

export const test = base.extend<{ host: Guest; away: Site }>({
  host: async ({ page, site }, use) => use(new Guest(page, site)),
  away: async ({}, use) => {
    const away = await Site.start();
    await use(away);
    await away.close();
  },
});

export { axe, expect };
