// The browser that everything is measured in.

import { chromium } from "playwright-core";

/** Starts a new one, so that nothing is left of what was measured before. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ["--no-sandbox", "--js-flags=--expose-gc", "--enable-precise-memory-info"],
  });
