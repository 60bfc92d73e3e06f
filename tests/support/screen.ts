// What a visitor sees while a page loads, frame by frame.

import type { Page } from "@playwright/test";

declare global {
  var screenWatch: { shift: number; fewest: number; most: number };
}

/** Notes, frame by frame, what is to be seen: shifts of the layout, and how many entries. */
export const watchTheScreen = (page: Page) =>
  page.addInitScript(() => {
    const watch = { shift: 0, fewest: Infinity, most: 0 };
    globalThis.screenWatch = watch;
    const add = (entries: PerformanceObserverEntryList) =>
      entries.getEntries().forEach((entry) => (watch.shift += (entry as PerformanceEntry & { value: number }).value));
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    const look = () => {
      const entries = [...document.querySelectorAll("article")];
      if (document.querySelector("footer, main > *:last-child") && document.readyState !== "loading") {
        const visible = entries.filter((entry) => entry.checkVisibility({ visibilityProperty: true })).length;
        watch.fewest = Math.min(watch.fewest, visible);
        watch.most = Math.max(watch.most, visible);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

/** The sum of all shifts, and the fewest entries that were visible. */
export const seen = (page: Page) => page.evaluate(() => ({ shift: globalThis.screenWatch.shift, fewest: globalThis.screenWatch.fewest }));
