// The page as a visitor meets it: every locator is a role and a name, or an anchor.

import { expect, type Locator, type Page } from "@playwright/test";
import type { Site } from "./server";

export interface Opening {
  /** Replaces the list. */
  data?: unknown;
  /** With its question mark. */
  search?: string;
  /** With its hash sign. */
  hash?: string;
}

/** A checkbox of a filter, as assistive technology sees it. */
export interface Option {
  value: string;
  count: number;
  checked: boolean;
  disabled: boolean;
}

/** "2010: 4", or "2010–2014: 11" where a bar stands for several years. */
const BAR = /^-?\d+(–-?\d+)?: [\d,]+$/;

export class List {
  constructor(readonly page: Page, readonly site: Site) {}

  get main(): Locator {
    return this.page.getByRole("main");
  }
  get searchbox(): Locator {
    return this.page.getByRole("searchbox", { name: "Search publications" });
  }
  get status(): Locator {
    return this.page.getByRole("status").first();
  }
  get notices(): Locator {
    return this.page.getByRole("region", { name: "Notices" });
  }
  get alert(): Locator {
    return this.page.getByRole("alert");
  }
  get retry(): Locator {
    return this.page.getByRole("button", { name: "Try again" });
  }
  get articles(): Locator {
    return this.page.getByRole("article");
  }
  get sort(): Locator {
    return this.page.getByRole("combobox", { name: "Sort by" });
  }
  get grouping(): Locator {
    return this.page.getByRole("combobox", { name: "Group by" });
  }
  get selected(): Locator {
    return this.page.getByRole("checkbox", { name: "Selected publications", exact: true });
  }
  get headings(): Locator {
    return this.page.getByRole("heading", { level: 2 });
  }
  get clear(): Locator {
    return this.page.getByRole("button", { name: "Clear all filters" });
  }
  get removals(): Locator {
    return this.page.getByRole("button", { name: /^Remove filter: / });
  }
  get bars(): Locator {
    return this.group("Year").getByRole("button", { name: BAR });
  }
  get from(): Locator {
    return this.page.getByRole("textbox", { name: "From year" });
  }
  get to(): Locator {
    return this.page.getByRole("textbox", { name: "To year" });
  }

  /** Opens the page and waits until the list for the URL is. */
  async open(opening: Opening = {}): Promise<void> {
    await this.visit(opening);
    await this.ready();
  }

  /** Opens the page and waits for nothing but its markup. */
  async visit({ data, search = "", hash = "" }: Opening = {}): Promise<void> {
    if (data !== undefined) this.site.data(data);
    await this.page.goto(this.site.url + search + hash, { waitUntil: "domcontentloaded" });
  }

  async ready(): Promise<void> {
    await this.page.locator("main:not([aria-busy=true])").waitFor({ timeout: 30_000 });
  }

  /** The article with this anchor. */
  entry(anchor: string): Locator {
    return this.page.locator(`article[id=${JSON.stringify(anchor)}]`);
  }

  /** The anchors of the articles, in order. */
  ids(): Promise<string[]> {
    return this.articles.evaluateAll((articles) => articles.map((article) => article.id));
  }

  async shows(...ids: string[]): Promise<void> {
    await expect.poll(() => this.ids()).toEqual(ids);
  }

  group(name: string): Locator {
    return this.page.getByRole("group", { name, exact: true });
  }

  option(group: string, value: string): Locator {
    return this.group(group).getByRole("checkbox", { name: beginning(value) });
  }

  bar(years: number | string): Locator {
    return this.group("Year").getByRole("button", { name: new RegExp(`^${years}: `) });
  }

  removal(filter: string): Locator {
    return this.page.getByRole("button", { name: `Remove filter: ${filter}`, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Every checkbox of a filter, in order. */
  async options(group: string): Promise<Option[]> {
    return (await this.controls(group, "checkbox")).map(toOption);
  }

  /** The names of the histogram's bars, in order. */
  async barNames(): Promise<string[]> {
    return (await this.controls("Year", "button")).map(([name]) => name).filter((name) => BAR.test(name));
  }

  /** Name and state of every control of one role in a filter, as assistive technology sees them. */
  private async controls(group: string, role: string): Promise<[string, string][]> {
    const snapshot = await this.group(group).ariaSnapshot();
    return snapshot.split("\n").flatMap((line) => {
      const key = line.trim().replace(/^- /, "").replace(/^'(.*)'(:.*)?$/, (_, quoted) => quoted.replaceAll("''", "'"));
      const [, name, state] = new RegExp(`^${role} (".*")(.*)$`).exec(key) ?? [];
      return name ? [[JSON.parse(name), state] as [string, string]] : [];
    });
  }

  /** Opens the text of a format in the Cite dialog. */
  async shown(format: string): Promise<Locator> {
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("button", { name: `Show ${format}`, exact: true }).click();
    return dialog.getByRole("group", { name: format, exact: true });
  }

  /** What is behind the question mark, and the question mark. */
  get search(): string {
    return new URL(this.page.url()).search;
  }

  get hash(): string {
    return new URL(this.page.url()).hash;
  }

  async hasSearch(search: string): Promise<void> {
    await expect.poll(() => this.search).toBe(search);
  }

  /** How many steps the browser's history holds. */
  steps(): Promise<number> {
    return this.page.evaluate(() => history.length);
  }

  scrolled(): Promise<number> {
    return this.page.evaluate(() => Math.round(scrollY));
  }

  /** The anchor of the article that has the focus, on itself or inside. */
  focusedEntry(): Promise<string | undefined> {
    return this.page.evaluate(() => document.activeElement?.closest("article")?.id);
  }

  /** Waits until the entry is where an anchor leads: in view, with the focus. */
  async arrivesAt(anchor: string): Promise<void> {
    await expect.poll(() => this.focusedEntry()).toBe(anchor);
    await expect(this.entry(anchor)).toBeInViewport();
  }
}

/** Matches a checkbox's name: the value, followed by its count. */
function beginning(value: string): RegExp {
  return new RegExp(`^${value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[^\\p{L}\\d]*[\\d,]+\\D*$`, "u");
}

/** Takes the name "Anil Madhavapeddy 11" and a state like "[checked]" apart. */
function toOption([name, state]: [string, string]): Option {
  const [, value = name, count = ""] = /^(.*?)[^\p{L}\p{N}]*([\d,]+)\D*$/su.exec(name) ?? [];
  return {
    value,
    count: Number(count.replaceAll(",", "")),
    checked: state.includes("[checked]"),
    disabled: state.includes("[disabled]"),
  };
}
