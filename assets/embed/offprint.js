// <offprint-list>: a list of publications in any page. What its attributes mean is said in offprint.d.ts.

import start, { INTEGRITY, List, STYLES, WASM } from "./built.js";

const BASE = new URL("./", import.meta.url).href;

/** What a visitor can ask for, by its names in an address. */
const NAMES = ["q", "author", "year", "venue", "type", "keyword", "section", "has", "sort"];

/** Attributes with one value; the others take several, with semicolons between. */
const SINGLE = ["q", "sort"];

const NARROWING = [...NAMES, "permalink-base", "url-sync"];

const MESSAGE = "The list of publications could not be shown here.";

/** All elements share one instance of the app and one sheet of styles. */
let app;
let sheet;

const loaded = () => {
  app ??= start({ module_or_path: fetch(BASE + WASM, { integrity: INTEGRITY }) });
  // A later element, or the same one once more, may have more luck.
  app.catch(() => (app = undefined));
  return app;
};

const styles = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  return sheet;
};

class OffprintList extends HTMLElement {
  static observedAttributes = ["src", "limit", "abstracts", "url-prefix", ...NARROWING];

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
  #follow = () => this.#list?.ask(this.#asked());

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles()];
    this.#place.className = "place";
    root.append(this.#slot, this.#place);
    // What is typed here is no shortcut of the host's.
    root.addEventListener("keydown", (event) => {
      const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isTyped && event.target.matches("input:not([type=checkbox]), select")) event.stopPropagation();
    });
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
    this.#list?.ask(this.#search);
    this.#write(false, this.#search);
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
    const turn = ++this.#turn;
    const isVoid = () => turn !== this.#turn;
    try {
      await loaded();
    } catch (error) {
      if (!isVoid()) this.#fail("wasm", `${MESSAGE} ${reason(error)}`, true);
      return;
    }
    if (isVoid()) return;
    this.#search ||= this.#asked();
    this.#place.replaceChildren();
    this.#cover();
    addEventListener("popstate", this.#follow);
    this.#list = List.show(this.#side(), this.shadowRoot, this.#place, this.#source(), BASE);
    this.#openAbstracts();
  }

  #end() {
    this.#turn++;
    this.#sight?.disconnect();
    removeEventListener("popstate", this.#follow);
    if (this.#list) this.#search = this.#list.query();
    this.#list?.leave();
    this.#list = undefined;
    this.#isBegun = this.#isReady = false;
    this.#place.replaceChildren();
    this.#slot.hidden = false;
  }

  #takeUp() {
    const changes = [...this.#changes];
    this.#changes.clear();
    if (!this.#list) return;
    if (changes.includes("src")) {
      this.#end();
      this.#isBegun = true;
      this.#begin();
      return;
    }
    if (changes.includes("abstracts")) this.#openAbstracts();
    if (changes.some((name) => NARROWING.includes(name))) this.#list.narrow();
    else if (changes.includes("limit")) this.#list.shorten();
  }

  #openAbstracts() {
    const open = { open: true, folded: false }[this.getAttribute("abstracts")];
    if (open !== undefined || this.#isReady) this.#list.open_abstracts(open);
  }

  /** What the app asks of this element, and tells it. */
  #side() {
    const element = this;
    return {
      get search() {
        return element.#search;
      },
      get anchor() {
        return element.#isSynced ? decodeURIComponent(location.hash.slice(1)) : "";
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

  #source() {
    return new URL(this.getAttribute("src") ?? `${BASE}data/publications.json`, document.baseURI).href;
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
    return Number.isInteger(limit) && limit > 0 ? limit : 50;
  }

  /** Without a base, links lead to the page beside this script where that shows the same list, or to the host's own. */
  #permalinks() {
    const base = this.getAttribute("permalink-base");
    if (base !== null) return new URL(base, document.baseURI).href.split("#")[0];
    if (this.#isSynced) return location.href.split(/[?#]/)[0];
    return this.hasAttribute("src") ? undefined : BASE;
  }

  get #isSynced() {
    return this.getAttribute("url-sync") === "query";
  }

  /** The name of a parameter in the host's address, if it is one of this element's. */
  #named(pair) {
    const prefix = this.getAttribute("url-prefix") ?? "";
    const name = decoded(pair.split("=")[0]);
    return name.startsWith(prefix) && NAMES.includes(name.slice(prefix.length)) ? name.slice(prefix.length) : undefined;
  }

  /** What the host's address asks for. */
  #asked() {
    if (!this.#isSynced) return "";
    const pairs = location.search.slice(1).split("&");
    const ours = pairs.map((pair) => [this.#named(pair), pair.split("=").slice(1).join("=")]);
    return ours.filter(([name]) => name).map(([name, value]) => `${name}=${value}`).join("&");
  }

  /** Throws where the browser refuses; the app then tries again later. */
  #write(isStep, search) {
    this.#search = search;
    if (!this.#isSynced) return;
    const prefix = this.getAttribute("url-prefix") ?? "";
    const ours = search.split("&").filter(Boolean).map((pair) => prefix + pair);
    const theirs = location.search.slice(1).split("&").filter((pair) => pair && !this.#named(pair));
    const query = [...ours, ...theirs].join("&");
    const address = location.pathname + (query && `?${query}`) + location.hash;
    if (isStep) history.pushState(null, "", address);
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

/** A name in an address, decoded; as it is written where it is no good. */
const decoded = (text) => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
};

/** Why the app does not run, for whoever put the element into the page. */
const reason = (error) => {
  if (typeof WebAssembly !== "object") return "This browser has no WebAssembly.";
  if (error instanceof WebAssembly.CompileError) return `The page's policy may lack 'wasm-unsafe-eval'. ${error.message}`;
  return error.message;
};

if (!customElements.get("offprint-list")) customElements.define("offprint-list", OffprintList);

export { OffprintList };
