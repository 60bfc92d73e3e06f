import { defineConfig, devices } from "@playwright/test";

// `cargo xtask test e2e` says where the browser is (CHROMIUM_PATH) and where the built page is (OFFPRINT_DIST).
// Without the first, Playwright looks for a browser of its own.

/** Chromium's sandbox refuses to run as root. */
const asRoot = process.getuid?.() === 0;

/** Keep it from asking for anything that no test asked for. */
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "results",
  reporter: "list",
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try has found a fault all the same.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  // A machine that is busy with other things is slow, not wrong.
  expect: { timeout: 20_000 },
  // Below the limit that `cargo xtask test` sets, so that the failures are reported.
  globalTimeout: 20 * 60_000,
  projects: [
    {
      name: "chromium",
      use: {
        ...devices["Desktop Chrome"],
        // A page that was saved would hide what a server does; where that is the matter, tests allow it.
        serviceWorkers: "block",
        // Recording costs more than the tests themselves on lists of a thousand.
        trace: process.env.OFFPRINT_TRACE ? "retain-on-failure" : "off",
        launchOptions: {
          executablePath: process.env.CHROMIUM_PATH || undefined,
          args: asRoot ? ["--no-sandbox", ...quiet] : quiet,
        },
      },
    },
  ],
});
