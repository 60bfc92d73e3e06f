/** What `offprint-ready` and `offprint-change` tell. */
export interface OffprintDetail {
  /** How many publications there are within what the host lists. */
  total: number;
  /** How many of them stand in the element now. */
  shown: number;
  /** The visitor's query, as the part of an address behind `?`. */
  query: string;
}

/** Why there is no list. */
export interface OffprintFailure {
  /**
   * `wasm`: the app did not load or may not run. `fetch`: the file did not come. `unreadable`: it is no list, or none of its
   * entries can be read. `cut`: it breaks off, and nothing stands before that. `empty`: it holds no publication.
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
 * - `src`: the file, seen from the host's page; otherwise `data/publications.json` beside offprint.js.
 * - `q`, `author`, `year`, `venue`, `type`, `keyword`, `section`, `has`: what is listed, in the words of the page's addresses;
 *   several values with semicolons between, so that none can hold one. A visitor can narrow it further, and not widen it.
 * - `sort`: the order until a visitor chooses one: `newest`, `oldest`, `title`.
 * - `limit`: how many entries stand there at first, and how many more at a time; 50 otherwise.
 * - `controls`: `all`, `search` (no filters) or `none` (the list alone).
 * - `abstracts`: `open`, `folded` or `none`; otherwise open up to 50 results.
 * - `theme`: `light` (otherwise so), `dark`, `auto` (as the visitor's system has it).
 * - `lang`: as everywhere in HTML; the controls are in English, whatever it says.
 * - `url-sync`: `none`, or `query` to keep the visitor's query in the host's address.
 * - `url-prefix`: what the names of its parameters begin with there.
 * - `permalink-base`: the page that "Link to this publication" leads to; otherwise the host's with `url-sync`, else the one beside
 *   offprint.js where it shows the same list, else there is no such link.
 * - `loading`: `lazy` (once it comes near the window) or `eager`.
 *
 * What stands inside the element is shown until the list is ready, and if it never is.
 */
export class OffprintList extends HTMLElement {
  /** The visitor's query, as the part of an address behind `?`. */
  query: string;
  /** All that is listed for the query, in its order. */
  readonly results: OffprintResult[];
  /** Fetches the list once more. */
  reload(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "offprint-list": OffprintList;
  }

  interface HTMLElementEventMap {
    /** The list stands: at first, with another `src`, and when the element is put back. */
    "offprint-ready": CustomEvent<OffprintDetail>;
    /** Another list stands: a visitor or the host has changed something. */
    "offprint-change": CustomEvent<OffprintDetail>;
    /** There is no list. */
    "offprint-error": CustomEvent<OffprintFailure>;
  }
}
