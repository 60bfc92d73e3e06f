// A visitor who does anything at all, in an order that a seed decides.

import { expect, type Page } from "@playwright/test";
import { GROUPS, Model } from "./model";

/** A sequence of numbers below one that looks random and is the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Seen {
  /** What is asked: the URL with what is in the search field. */
  search: string;
  status: string;
  busy: boolean;
  /** By filter: each option that is drawn, with its count. */
  options: [string, [string, number][]][];
}

const SIZES = [[1280, 720], [360, 700], [800, 900], [1920, 1080]] as const;

/** How often the numbers beside the filters are looked at, in actions. */
const OPTIONS_EVERY = 20;

export class Monkey {
  private readonly next: () => number;
  private readonly words: string[];
  private readonly ids: string[];
  private readonly counted = new Map<string, number>();
  /** What was done, for whoever has to find out. */
  readonly trail: string[] = [];

  constructor(private readonly page: Page, private readonly model: Model, seed: number) {
    this.next = numbers(seed);
    this.words = vocabulary(model);
    this.ids = model.entries.slice(0, 500).map(({ id }) => id);
  }

  /** Does so many things, and looks after each whether the page shows the truth. */
  async run(count: number): Promise<void> {
    for (let at = 1; at <= count; at++) {
      const action = this.choose(this.actions);
      this.trail.push(action.name);
      await action.call(this);
      await this.checkStatus();
      if (at % OPTIONS_EVERY === 0) await this.checkOptions();
    }
  }

  private readonly actions: (() => Promise<void>)[] = [this.type, this.type, this.erase, this.filter, this.filter, this.filterByEntry, this.chooseYear, this.clear, this.remove, this.back, this.forward, this.resize, this.anchor, this.sort, this.fold, this.scroll, this.moveElement, this.shakeElement, this.askElement];

  private choose<T>(all: readonly T[]): T {
    return all[Math.floor(this.next() * all.length)];
  }

  private async type(): Promise<void> {
    const text = this.next() < 0.7 ? this.choose(this.words) : `${this.choose(this.words)} ${this.choose(this.words)}`;
    await this.page.getByRole("main").getByRole("searchbox").fill(text.slice(0, Math.ceil(this.next() * text.length) + 1));
  }

  private async erase(): Promise<void> {
    await this.page.getByRole("main").getByRole("searchbox").fill("");
  }

  /** Presses one of what matches, if anything does. */
  private async press(selector: string): Promise<void> {
    const at = this.next();
    await this.page.evaluate(
      ([selector, at]) => {
        const all = [...document.querySelectorAll<HTMLElement>(`main ${selector}`)].filter((one) => !one.matches(":disabled, [aria-disabled]"));
        all[Math.floor(at * all.length)]?.click();
      },
      [selector, at] as const,
    );
  }

  private filter(): Promise<void> {
    return this.press("fieldset input[type=checkbox], [role=group] input[type=checkbox]");
  }

  private filterByEntry(): Promise<void> {
    return this.press("article p a:is([href*='author='], [href*='venue='], [href*='year='])");
  }

  private chooseYear(): Promise<void> {
    return this.press("button[aria-pressed]");
  }

  private remove(): Promise<void> {
    return this.press("button[aria-label^='Remove filter']");
  }

  private fold(): Promise<void> {
    return this.press("button:is([aria-expanded], summary), article summary");
  }


  private async clear(): Promise<void> {
    await this.page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>("main button")];
      all.find((button) => button.textContent === "Clear all filters")?.click();
    });
  }

  /** Never further than to where the page was opened. */
  private async back(): Promise<void> {
    await this.page.evaluate(() => history.state !== null && history.back());
    await this.page.waitForTimeout(20);
  }

  private async forward(): Promise<void> {
    await this.page.evaluate(() => history.forward());
    await this.page.waitForTimeout(20);
  }

  private async resize(): Promise<void> {
    const [width, height] = this.choose(SIZES);
    await this.page.setViewportSize({ width, height });
  }

  private async anchor(): Promise<void> {
    await this.page.evaluate((id) => (location.hash = encodeURIComponent(id)), this.choose(this.ids));
  }

  private async sort(): Promise<void> {
    await this.page.getByRole("main").getByRole("combobox", { name: "Sort by" }).selectOption(this.choose(["newest", "oldest", "title"]));
  }

  private async scroll(): Promise<void> {
    await this.page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), this.next());
  }

  private async moveElement(): Promise<void> {
    await this.page.evaluate(() => {
      const [first, second] = document.querySelectorAll("section.host");
      const element = document.querySelector("offprint-list")!;
      (element.parentElement === first ? second : first).append(element);
    });
  }

  /** The host changes its mind. */
  private async shakeElement(): Promise<void> {
    const [what, limit, order] = [this.choose(["limit", "sort", "reload", "away"]), this.choose(["1", "4", "9"]), this.choose(["oldest", "title", ""])];
    await this.page.evaluate(
      async ([what, limit, order]) => {
        const element = document.querySelector("offprint-list") as any;
        const told = new Promise((resolve) => element.addEventListener(what === "away" ? "offprint-ready" : "offprint-change", resolve, { once: true }));
        if (what === "reload") element.reload();
        else if (what === "away") {
          const home = element.parentElement;
          element.remove();
          await new Promise((resolve) => setTimeout(resolve));
          home.append(element);
        } else if (element.getAttribute(what) === (what === "limit" ? limit : order)) return;
        else element.setAttribute(what, what === "limit" ? limit : order);
        await told;
      },
      [what, limit, order] as const,
    );
  }

  private async askElement(): Promise<void> {
    const query = `q=${encodeURIComponent(this.choose(this.words))}`;
    const status = await this.page.evaluate(async (query) => {
      const element = document.querySelector("offprint-list") as any;
      const told = new Promise((resolve) => element.addEventListener("offprint-change", resolve, { once: true }));
      element.query = query;
      await told;
      return element.shadowRoot.querySelector("[role=status]").textContent;
    }, query);
    expect(status, `the element after ${this.lately}`).toBe(this.status(query));
  }

  private get lately(): string {
    return this.trail.slice(-12).join(", ");
  }

  private status(search: string): string {
    const query = new URLSearchParams(search);
    query.delete("sort");
    const isNarrowed = [...query].some(([, value]) => value.trim());
    const whole = this.model.entries.length.toLocaleString("en");
    return isNarrowed ? `${this.count(search).toLocaleString("en")} of ${whole} publications` : `${whole} publications`;
  }

  private count(search: string): number {
    const known = this.counted.get(search) ?? this.model.count(search);
    this.counted.set(search, known);
    return known;
  }

  private see(): Promise<Seen> {
    return this.page.evaluate(() => {
      const main = document.querySelector("main")!;
      const query = new URLSearchParams(location.search);
      query.set("q", main.querySelector<HTMLInputElement>("input[type=search]")!.value);
      const options = (group: Element): [string, number][] =>
        [...group.querySelectorAll("input[type=checkbox]")].map((box) => {
          const [value, count] = [...box.closest("label")!.querySelectorAll("span")].map((span) => span.textContent!);
          return [value, Number((count ?? "").replaceAll(",", ""))];
        });
      const groups = [...main.querySelectorAll("fieldset")].map((group) => [group.querySelector("legend")!.textContent!, options(group)] as [string, [string, number][]]);
      return { search: `?${query}`, status: main.querySelector("[role=status]")!.textContent!, busy: main.getAttribute("aria-busy") === "true", options: groups };
    });
  }

  private async checkStatus(): Promise<void> {
    const wrong = async () => {
      const { search, status, busy } = await this.see();
      const wanted = this.status(search);
      return !busy && status === wanted ? "" : `${search}: ${status} instead of ${wanted}, after ${this.lately}`;
    };
    // A poll costs some milliseconds more than a look.
    if (await wrong()) await expect.poll(wrong, { intervals: [10, 20, 50, 100] }).toBe("");
  }

  private async checkOptions(): Promise<void> {
    const wrong = async () => {
      const { search, options } = await this.see();
      for (const [label, group] of GROUPS) {
        const shown = options.find(([legend]) => legend === label)?.[1] ?? [];
        const wanted = new Map(this.model.options(group, search));
        const bad = shown.find(([value, count]) => wanted.get(value) !== count);
        if (bad) return `${search}: ${label} ${bad} instead of ${wanted.get(bad[0])}, after ${this.lately}`;
      }
      return "";
    };
    if (await wrong()) await expect.poll(wrong).toBe("");
  }
}

/** Words that are common enough never to be taken for typing errors. */
function vocabulary(model: Model): string[] {
  const counts = new Map<string, number>();
  for (const { words } of model.entries) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].filter(([word, count]) => count * 50 >= model.entries.length && /^\p{L}+$/u.test(word));
  return common.map(([word]) => word).sort();
}
