// axe-core at WCAG 2.2 AA.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with each rule that is broken, and where. */
export async function findsNothing(page: Page): Promise<void> {
  // The rule for the size of targets is off in axe-core unless it is asked for.
  const axe = new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } }).withTags(TAGS);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
}
