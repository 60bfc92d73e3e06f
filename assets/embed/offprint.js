// <offprint-list>: a list of publications in any page. What its attributes mean is said in offprint.d.ts.

import { asked, decoded, holding, NAMES, web } from "./address.js";
import start, { INTEGRITY, List, STYLES, WASM } from "./built.js";

const BASE = new URL("./", import.meta.url).href;

/** Attributes with one value; the others take several, with semicolons between. */
const SINGLE = ["q", "sort"];

const SYNCING = ["url-sync", "url-prefix"];

const NARROWING = [...NAMES, ...SYNCING, "permalink-base"];

/** No list is shown so far at once: the browser has to draw it. */
const MOST = 100_000;

const MESSAGE = "The list of publications could not be shown here.";

/** All elements share one instance of the app and one sheet of styles. */
let app;
let sheet;

const loaded = () => {
  app ??= start({ module_or_path: fetch(BASE + WASM, { integrity: INTEGRITY }) });
  const mine = app;
  // A later element, or the same one once more, may have more luck.
  mine.catch(() => (app = app === mine ? undefined : app));
  return mine;
};

const styles = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  return sheet;
};

class OffprintList extends HTMLElement {
  static observedAttributes = ["src", "limit", "abstracts", "loading", ...NARROWING];

  #place = document.createElement("div");
  #slot = document.createElement("slot");
  /** What the app shows here, once it does. */
  #list;
  #search = "";
  #isReady = false;
  /** The number of the last beginning; what belongs to an earlier one is void. */
  #turn = 0;
  #isBegun = false;
  #sight;
  #changes = new Set();
  /** With what the names of its parameters begin in the host's address, while it keeps the query there. */
  #prefix;
  #follow = () => {
    if (this.#prefix === undefined || !this.#list) return;
    const query = asked(this.#prefix);
    if (query === this.#search) return this.#list.visit(this.#anchor);
    this.#search = query;
    this.#list.ask(query);
  };

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles()];
    this.#place.className = "place";
    // The controls are in English, whatever the host's page is in.
    this.#place.lang = "en";
    root.append(this.#slot, this.#place);
    for (const name of ["keydown", "keypress", "keyup"]) this.addEventListener(name, (event) => this.#keep(event));
  }

  /** What is typed here is no shortcut of the host's. */
  #keep(event) {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isTyped = event.composedPath()[0].closest?.("dialog, input:not([type=checkbox]), select");
    if (isText && (isTyped || event.defaultPrevented)) event.stopPropagation();
  }

  connectedCallback() {
    if (this.#isBegun) return;
    // What was set before this script had run stands in the way of the property.
    if (Object.hasOwn(this, "query")) {
      const { query } = this;
      delete this.query;
      this.query = query;
    }
    this.#isBegun = true;
    if (this.getAttribute("loading") === "eager") return this.#begin();
    this.#sight = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#begin(), { rootMargin: "400px" });
    this.#sight.observe(this);
  }

  disconnectedCallback() {
    // An element that is moved is back before this.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#isBegun) return;
    // All that changes at once is taken up at once.
    if (!this.#changes.size) queueMicrotask(() => this.#takeUp());
    this.#changes.add(name);
  }

  /** The visitor's query, as the part of an address behind `?`. */
  get query() {
    return this.#list ? this.#list.query() : this.#search;
  }

  set query(query) {
    this.#search = String(query).replace(/^\?/, "");
    if (!this.#list) return;
    this.#list.ask(this.#search);
    this.#write(false, this.#list.query());
  }

  /** All that is listed for the query, in its order: `{ id, title }` each. */
  get results() {
    return this.#list ? this.#list.results() : [];
  }

  /** Fetches the list once more. */
  reload() {
    if (this.#list) this.#list.reload();
    else if (this.isConnected) this.#begin();
  }

  async #begin() {
    this.#sight?.disconnect();
    this.#sight = undefined;
    const turn = ++this.#turn;
    try {
      await loaded();
      if (turn === this.#turn) this.#show();
    } catch (error) {
      if (turn === this.#turn) this.#fail("wasm", `${MESSAGE} ${reason(error)}`, true);
    }
  }

  #show() {
    const source = web(this.getAttribute("src") ?? `${BASE}data/publications.json`);
    if (!source) return this.#fail("fetch", `${MESSAGE} “${this.getAttribute("src")}” is no address of a list.`, true);
    this.#prefix = this.#isSynced ? this.#asksPrefix : undefined;
    if (this.#prefix !== undefined) this.#search ||= asked(this.#prefix);
    this.#place.replaceChildren();
    this.#cover();
    addEventListener("popstate", this.#follow);
    this.#list = List.show(this.#side(), this.shadowRoot, this.#place, source.href, BASE);
    this.#openAbstracts();
  }

  #end() {
    this.#turn++;
    this.#sight?.disconnect();
    this.#sight = undefined;
    removeEventListener("popstate", this.#follow);
    if (this.#list) this.#search = this.#list.query();
    this.#list?.leave();
    this.#list = undefined;
    this.#isBegun = this.#isReady = false;
    this.#place.replaceChildren();
    this.#slot.hidden = false;
  }

  #takeUp() {
    const changes = this.#changes;
    this.#changes = new Set();
    if (changes.has("src") && !this.#sight) {
      this.#end();
      this.#isBegun = true;
      this.#begin();
    } else if (this.#list) {
      this.#adapt([...changes]);
    } else if (this.#sight && this.getAttribute("loading") === "eager") {
      this.#begin();
    }
  }

  #adapt(changes) {
    const isAny = (names) => changes.some((name) => names.includes(name));
    if (isAny(["abstracts"])) this.#openAbstracts();
    if (isAny(SYNCING)) this.#syncAnew();
    if (isAny(NARROWING)) this.#list.narrow();
    else if (isAny(["limit"])) this.#list.shorten();
  }

  /** Takes its parameters out of the host's address, and follows those that it has from now on. */
  #syncAnew() {
    if (this.#prefix !== undefined) history.replaceState(history.state, "", holding(this.#prefix));
    this.#prefix = this.#isSynced ? this.#asksPrefix : undefined;
    if (this.#prefix === undefined) return;
    const query = asked(this.#prefix);
    if (query) this.#list.ask(query);
    this.#write(false, query || this.#list.query());
  }

  #openAbstracts() {
    this.#list?.open_abstracts({ open: true, folded: false }[this.getAttribute("abstracts")]);
  }

  /** What the app asks of this element, and tells it. Nothing here may throw but `write`, of which it then tries again. */
  #side() {
    const element = this;
    return {
      get search() {
        return element.#search;
      },
      get anchor() {
        return element.#anchor;
      },
      get scope() {
        return element.#scope();
      },
      get limit() {
        return element.#limit();
      },
      get permalinks() {
        return element.#permalinks();
      },
      write: (isStep, search) => this.#write(isStep, search),
      busy: (isBusy) => this.#place.setAttribute("aria-busy", isBusy),
      changed: (total, shown, query) => this.#changed({ total, shown, query }),
      failed: (kind, message) => this.#fail(kind, message, false),
    };
  }

  #scope() {
    const scope = new URLSearchParams();
    for (const name of NAMES) {
      const value = this.getAttribute(name) ?? "";
      const values = SINGLE.includes(name) ? [value] : value.split(";");
      values.map((one) => one.trim()).filter(Boolean).forEach((one) => scope.append(name, one));
    }
    return scope.toString();
  }

  #limit() {
    const limit = Number(this.getAttribute("limit") ?? "");
    return Number.isInteger(limit) && limit > 0 ? Math.min(limit, MOST) : 50;
  }

  /** Without a base, links lead to the host's own page where that follows them, or to the page beside this script with its list. */
  #permalinks() {
    const base = this.getAttribute("permalink-base");
    if (base !== null) return web(base)?.href.split("#")[0];
    if (this.#prefix !== undefined) return holding(this.#prefix).href.split("#")[0];
    return this.hasAttribute("src") ? undefined : BASE;
  }

  get #isSynced() {
    return this.getAttribute("url-sync") === "query";
  }

  get #asksPrefix() {
    return this.getAttribute("url-prefix") ?? "";
  }

  get #anchor() {
    return this.#prefix === undefined ? "" : decoded(location.hash.slice(1));
  }

  #write(isStep, search) {
    this.#search = search;
    if (this.#prefix === undefined) return;
    const address = holding(this.#prefix, search);
    if (isStep && address.href !== location.href) history.pushState(history.state, "", address);
    else history.replaceState(history.state, "", address);
  }

  #changed(detail) {
    const name = this.#isReady ? "offprint-change" : "offprint-ready";
    this.#isReady = true;
    this.#slot.hidden = true;
    this.#place.classList.remove("covered");
    this.#tell(name, detail);
  }

  #fail(kind, message, isAlone) {
    // What stands inside the element is better than an apology; without it something must be said.
    if (isAlone && !this.#cover()) {
      const text = document.createElement("p");
      text.setAttribute("role", "alert");
      text.textContent = message;
      this.#place.replaceChildren(text);
    }
    this.#tell("offprint-error", { kind, message });
  }

  /** Leaves what stands inside the element in sight; whether there is anything. */
  #cover() {
    const isCovered = [...this.childNodes].some((node) => node.nodeType === Node.ELEMENT_NODE || node.textContent.trim());
    this.#place.classList.toggle("covered", isCovered);
    return isCovered;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Why the app does not run, for whoever put the element into the page. */
const reason = (error) => {
  if (typeof WebAssembly !== "object") return "This browser has no WebAssembly.";
  if (error instanceof WebAssembly.CompileError) return `The page's policy may lack 'wasm-unsafe-eval'. ${error.message}`;
  return error.message;
};

if (!customElements.get("offprint-list")) customElements.define("offprint-list", OffprintList);

export { OffprintList };
