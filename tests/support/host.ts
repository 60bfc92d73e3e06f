// A page of somebody else that the list is put into.

import { expect, type Locator, type Page } from "@playwright/test";
import { List } from "./page";
import type { Answer, Site } from "./server";

/** A policy that allows a host no more than an element needs. */
export const strict = (app: string, data = app) =>
  `default-src 'none'; script-src ${app} 'wasm-unsafe-eval'; connect-src ${app} ${data}; style-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

export interface Told {
  type: string;
  detail: { total?: number; shown?: number; query?: string; kind?: string; message?: string };
}

/** The page of a host, with what its elements have reported. */
export class Host {
  readonly list: List;

  constructor(readonly page: Page, readonly site: Site, readonly app: Site = site) {
    this.list = new List(page, site);
  }

  /** Serves a page with this body, and opens it. */
  async open(body: string, { answer = {}, search = "" }: { answer?: Answer; search?: string } = {}): Promise<void> {
    this.site.answer("watch.js", { body: WATCH });
    this.site.answer("host.html", { type: "text/html; charset=utf-8", body: this.html(body), ...answer });
    await this.page.goto(`${this.site.url}host.html${search}`);
  }

  private html(body: string): string {
    const script = `${this.app.url}offprint.js`;
    return `<!doctype html><html lang="en"><head><title>A host</title><script src="watch.js"></script><script type="module" src="${script}"></script></head><body>${body}</body></html>`;
  }

  get element(): Locator {
    return this.page.locator("offprint-list").first();
  }

  /** Waits until as many elements have reported that their list is. */
  async ready(count = 1): Promise<void> {
    await expect.poll(async () => (await this.told("offprint-ready")).length).toBe(count);
  }

  /** What elements have told so far. */
  async told(type?: string): Promise<Told[]> {
    const told = await this.page.evaluate(() => (window as unknown as { told: Told[] }).told);
    return told.filter((one) => !type || one.type === type);
  }

  /** Waits for what an element has last reported. */
  async tells(type: string, detail: Told["detail"]): Promise<void> {
    await expect.poll(async () => (await this.told()).at(-1)).toEqual({ type, detail });
  }

  set(name: string, value: string | null): Promise<void> {
    return this.element.evaluate((element, [name, value]) => (value === null ? element.removeAttribute(name!) : element.setAttribute(name!, value)), [name, value]);
  }
}

const WATCH = `
  window.told = [];
  window.violations = [];
  for (const type of ["offprint-ready", "offprint-change", "offprint-error"]) {
    addEventListener(type, ({ detail }) => told.push({ type, detail }));
  }
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, target }) => violations.push(violatedDirective + " " + blockedURI));
`;
