/** The detail of `offprint-ready` and `offprint-change`. */
export interface OffprintDetail {
  /** How many publications the host's scope has. */
  total: number;
  /** How many of them the element shows now. */
  shown: number;
  /** The visitor's query, as a query string without `?`. */
  query: string;
}

/** The detail of `offprint-error`: why there is no list. */
export interface OffprintFailure {
  /**
   * `wasm`: the app did not load or may not run. `fetch`: the file could not be fetched. `unreadable`: it is no list, or none of its
   * entries can be read. `cut`: it breaks off before the first entry. `empty`: it has no publication.
   */
  kind: "wasm" | "fetch" | "unreadable" | "cut" | "empty";
  /** What happened, for a person. */
  message: string;
}

/** One publication of `results`. */
export interface OffprintResult {
  id: string;
  /** Without markup. */
  title: string;
}

/**
 * A list of publications. Its attributes, all of them live:
 *
 * - `src`: the URL of the file, relative to the host's page; `data/publications.json` beside offprint.js by default.
 * - `q`, `author`, `year`, `venue`, `type`, `keyword`, `section`, `has`: the scope, written as in the page's URLs; several values are
 *   separated by semicolons, so that none can contain one. A visitor can narrow the scope, and not widen it.
 * - `selected`: only the selected publications.
 * - `sort`: the order until a visitor chooses one: `newest`, `oldest`, `title`.
 * - `group`: what the list is grouped by until a visitor chooses: `section`, `year`, `type`, `venue`, `none`.
 * - `limit`: how many entries are shown at first, and how many more at a time; 50 by default.
 * - `controls`: `all`, `search` (no filters) or `none` (the list alone).
 * - `abstracts`: `open`, `collapsed` or `none`; open up to 50 results by default.
 * - `theme`: `auto` (the default: as the element's computed `color-scheme`), `light` or `dark`.
 * - `lang`: as everywhere in HTML; the controls are in English, whatever it says.
 * - `url-sync`: `none`, or `query` to keep the visitor's query in the host's URL.
 * - `url-prefix`: the prefix of its parameters there.
 * - `permalink-base`: the page that "Link to this publication" leads to; by default the host's with `url-sync`, else the one beside
 *   offprint.js where it shows the same list, else there is no such link.
 * - `loading`: `lazy` (once it comes near the window) or `eager`.
 *
 * A value that cannot be read is named by `console.warn`; an empty attribute is none. What is inside the element is shown until the
 * list is ready, and if it never is.
 */
export class OffprintList extends HTMLElement {
  /** Properties that mirror the attributes; a text that is empty where the attribute is missing. */
  src: string;
  q: string;
  author: string;
  year: string;
  venue: string;
  type: string;
  keyword: string;
  section: string;
  has: string;
  /** Also by `el.selected = "yes"`. */
  selected: boolean;
  sort: string;
  group: string;
  limit: number;
  controls: string;
  abstracts: string;
  theme: string;
  urlSync: string;
  urlPrefix: string;
  permalinkBase: string;
  loading: string;
  /** The visitor's query, as a query string without `?`. */
  query: string;
  /** All publications that the query finds, in order. */
  readonly results: OffprintResult[];
  /** The last detail, once the list is ready. */
  readonly ready: Promise<OffprintDetail>;
  /** Fetches the list again. */
  reload(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "offprint-list": OffprintList;
  }
  interface HTMLElementEventMap {
    /** The list is shown for the first time. */
    "offprint-ready": CustomEvent<OffprintDetail>;
    /** Another list is shown: of another query, or more of it. */
    "offprint-change": CustomEvent<OffprintDetail>;
    "offprint-error": CustomEvent<OffprintFailure>;
  }
}
