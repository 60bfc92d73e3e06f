// <offprint-list>: a list of publications in any page. offprint.d.ts describes its attributes, properties, events and methods.
// Trunk.toml joins the files of this folder, so that a host loads one script.

import { BASE, acquire, loaded, reason, release, styleSheet } from "./app.js";
import { ATTRIBUTES, SCOPING, SYNCING, limitOf, mirrorAttributes, scopeOf, upgradeProperties, warnOf } from "./attributes.js";
import { decoded, queryInUrl, urlWith, webUrl } from "./host-url.js";
import { isUsed } from "./keys.js";

const FAILURE = "The list of publications could not be shown here.";

class OffprintList extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ATTRIBUTES;

  static {
    mirrorAttributes(this.prototype);
  }

  #root = document.createElement("div");
  #slot = document.createElement("slot");
  /** What the app shows here, once it does, and the URL of that list. */
  #list;
  #source;
  #search = "";
  /** What the list has last told, and who waits for the first of it. */
  #detail;
  #waiting = [];
  /** The number of the last start; what belongs to an earlier one is void. */
  #turn = 0;
  #isStarted = false;
  #observer;
  #changes = new Set();
  /** The prefix of its parameters in the host's URL, while it keeps the query there. */
  #prefix;
  #follow = () => {
    if (this.#prefix === undefined || !this.#list) return;
    const query = queryInUrl(this.#prefix);
    if (query === this.#search) return this.#list.visit(this.#anchor);
    this.#search = query;
    this.#list.set_query(query);
  };

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styleSheet()];
    this.#root.className = "offprint-root";
    // The controls are in English, whatever the host's page is in.
    this.#root.lang = "en";
    shadow.append(this.#slot, this.#root);
    for (const name of ["keydown", "keypress", "keyup"]) {
      this.addEventListener(name, (event) => {
        const [target] = event.composedPath();
        if (this.#root.contains(target) && isUsed(target, event)) event.stopPropagation();
      });
    }
  }

  connectedCallback() {
    if (this.#isStarted) return;
    upgradeProperties(this);
    this.#isStarted = true;
    ATTRIBUTES.forEach((name) => warnOf(this, name));
    const isAskedFor = this.#isSynced && (location.hash || queryInUrl(this.urlPrefix));
    if (this.loading === "eager" || isAskedFor) return this.#start();
    this.#observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#start(), { rootMargin: "400px" });
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    // An element that is moved is connected again before this runs.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#isStarted) return;
    warnOf(this, name);
    // Changes of one moment are taken together.
    if (!this.#changes.size) queueMicrotask(() => this.#applyChanges());
    this.#changes.add(name);
  }

  get query() {
    return this.#list ? this.#list.query() : this.#search;
  }

  set query(query) {
    this.#search = String(query).replace(/^\?/, "");
    if (!this.#list) return;
    this.#list.set_query(this.#search);
    this.#write(false, this.#list.query());
  }

  get results() {
    return this.#list ? this.#list.results() : [];
  }

  get ready() {
    return new Promise((resolve) => (this.#detail ? resolve(this.#detail) : this.#waiting.push(resolve)));
  }

  reload() {
    if (this.#list) this.#list.reload();
    else if (this.isConnected) this.#start();
  }

  async #start() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    const turn = ++this.#turn;
    try {
      const module = await loaded();
      if (turn === this.#turn) this.#mount(module);
    } catch (error) {
      if (turn === this.#turn) this.#fail("wasm", `${FAILURE} ${reason(error)}`, true);
    }
  }

  #mount(module) {
    const source = this.hasAttribute("src") ? webUrl(this.src) : new URL("data/publications.json", BASE);
    if (!source) return this.#fail("fetch", `${FAILURE} “${this.src}” is no URL of a list.`, true);
    this.#prefix = this.#isSynced ? this.urlPrefix : undefined;
    if (this.#prefix !== undefined) this.#search ||= queryInUrl(this.#prefix);
    this.#root.replaceChildren();
    this.#showFallback();
    addEventListener("popstate", this.#follow);
    this.#source = source.href;
    this.#list = module.ListElement.mount(acquire(module, source.href), this.#host(), this.shadowRoot, this.#root);
    this.#setAbstracts();
  }

  #stop() {
    this.#turn++;
    this.#observer?.disconnect();
    this.#observer = undefined;
    removeEventListener("popstate", this.#follow);
    if (this.#list) {
      this.#search = this.#list.query();
      this.#list.unmount();
      release(this.#source);
    }
    this.#list = this.#detail = undefined;
    this.#isStarted = false;
    this.#root.replaceChildren();
    this.#slot.hidden = false;
  }

  #applyChanges() {
    const changes = [...this.#changes];
    this.#changes.clear();
    const isAny = (names) => changes.some((name) => names.includes(name));
    if (isAny(["src"]) && !this.#observer) {
      this.#stop();
      this.#isStarted = true;
      this.#start();
    } else if (this.#list) {
      if (isAny(["abstracts"])) this.#setAbstracts();
      if (isAny(SYNCING)) this.#syncAgain();
      if (isAny(["limit"])) this.#list.set_limit();
      if (isAny(SCOPING)) this.#list.narrow();
    } else if (this.#observer && this.loading === "eager") {
      this.#start();
    }
  }

  /** Takes its parameters out of the host's URL, and follows those that it has from now on. */
  #syncAgain() {
    if (this.#prefix !== undefined) history.replaceState(history.state, "", urlWith(this.#prefix));
    this.#prefix = this.#isSynced ? this.urlPrefix : undefined;
    if (this.#prefix === undefined) return;
    const query = queryInUrl(this.#prefix);
    if (query) this.#list.set_query(query);
    this.#write(false, query || this.#list.query());
  }

  #setAbstracts() {
    this.#list.set_abstracts({ open: true, collapsed: false }[this.abstracts]);
  }

  /** What the app asks of this element and tells it. Nothing here may throw but `write`, which the app then tries again. */
  #host() {
    const element = this;
    return {
      get search() {
        return element.#search;
      },
      get anchor() {
        return element.#anchor;
      },
      get scope() {
        return scopeOf(element);
      },
      get limit() {
        return limitOf(element);
      },
      get permalinks() {
        return element.#permalinks();
      },
      write: (isStep, search) => this.#write(isStep, search),
      busy: (isBusy) => this.#root.setAttribute("aria-busy", isBusy),
      changed: (total, shown, query) => this.#changed({ total, shown, query }),
      failed: (kind, message) => this.#fail(kind, message, false),
    };
  }

  /** Without a base, links lead to the host's own page where that follows them, or to the page beside this script with its list. */
  #permalinks() {
    if (this.hasAttribute("permalink-base")) return webUrl(this.permalinkBase)?.href.split("#")[0];
    if (this.#prefix !== undefined) return urlWith(this.#prefix).href.split("#")[0];
    return this.hasAttribute("src") ? undefined : BASE;
  }

  get #isSynced() {
    return this.urlSync === "query";
  }

  get #anchor() {
    return this.#prefix === undefined ? "" : decoded(location.hash.slice(1));
  }

  #write(isStep, search) {
    this.#search = search;
    if (this.#prefix === undefined) return;
    const url = urlWith(this.#prefix, search);
    if (isStep && url.href !== location.href) history.pushState(history.state, "", url);
    else history.replaceState(history.state, "", url);
  }

  #changed(detail) {
    const name = this.#detail ? "offprint-change" : "offprint-ready";
    this.#detail = detail;
    this.#slot.hidden = true;
    this.#root.classList.remove("shows-fallback");
    this.#waiting.splice(0).forEach((resolve) => resolve(detail));
    this.#dispatch(name, detail);
  }

  #fail(kind, message, isAlone) {
    // What is inside the element is better than an apology; without it something must be said.
    if (isAlone && !this.#showFallback()) {
      const text = document.createElement("p");
      text.setAttribute("role", "alert");
      text.textContent = message;
      this.#root.replaceChildren(text);
    }
    this.#dispatch("offprint-error", { kind, message });
  }

  /** Leaves visible what is inside the element; returns whether there is anything. */
  #showFallback() {
    const isThere = [...this.childNodes].some((node) => node.nodeType === Node.ELEMENT_NODE || node.textContent.trim());
    this.#root.classList.toggle("shows-fallback", isThere);
    return isThere;
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

if (globalThis.customElements && !customElements.get("offprint-list")) customElements.define("offprint-list", OffprintList);

export { OffprintList };
