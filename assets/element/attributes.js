// The attributes of the element, and the properties that mirror them.

import { NAMES } from "./host-url.js";

/** Names with one value; the others of the scope take several, separated by semicolons. */
const SINGLE = ["q", "selected", "sort", "group"];

const SYNCING = ["url-sync", "url-prefix"];

const SCOPING = [...NAMES, ...SYNCING, "permalink-base"];

/** The attributes that take one of a few values. */
const CHOICES = {
  abstracts: ["open", "collapsed", "none"],
  controls: ["all", "search", "none"],
  group: ["section", "year", "type", "venue", "none"],
  loading: ["lazy", "eager"],
  selected: ["yes"],
  sort: ["newest", "oldest", "title"],
  theme: ["auto", "light", "dark"],
  "url-sync": ["none", "query"],
};

const ATTRIBUTES = [...new Set(["src", "limit", ...SCOPING, ...Object.keys(CHOICES)])];

/** Attributes by the names of their properties: `url-sync` is `urlSync`. */
const PROPERTIES = new Map(ATTRIBUTES.map((name) => [name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), name]));

/** The most entries at a time: the browser has to draw them. */
const MOST = 100_000;

/** How the properties are read that are no texts. */
const READ = { limit: (element) => limitOf(element), selected: (element) => element.hasAttribute("selected") };

/** Gives a prototype the properties. */
const mirrorAttributes = (prototype) => {
  for (const [property, name] of PROPERTIES) {
    const get = READ[name] ?? ((element) => element.getAttribute(name) ?? "");
    const set = (element, value) => (value == null || value === false ? element.removeAttribute(name) : element.setAttribute(name, value === true ? "" : value));
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return get(this);
      },
      set(value) {
        set(this, value);
      },
    });
  }
};

/** Sets the properties again that were set before the element was defined: they hide those of the class. */
const upgradeProperties = (element) => {
  for (const property of ["query", ...PROPERTIES.keys()].filter((property) => Object.hasOwn(element, property))) {
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
};

/** Warns of a value that cannot be read. The app finds what of the scope cannot be read. */
const warnOf = (element, name) => {
  const value = element.getAttribute(name);
  const isGood = name === "limit" ? limitIn(value) : (CHOICES[name]?.includes(value) ?? true);
  if (value && !isGood) console.warn(`<offprint-list>: ${name}="${value}" cannot be read.`);
};

const limitIn = (text) => (/^\s*0*[1-9]\d*\s*$/.test(text) ? Math.min(Number(text), MOST) : undefined);

const limitOf = (element) => limitIn(element.getAttribute("limit")) ?? 50;

/** Returns what the host narrows the list to, as a query string. */
const scopeOf = (element) => {
  const scope = new URLSearchParams();
  for (const name of NAMES) {
    // A range of years may have spaces and a dash, as people write it.
    const own = element.getAttribute(name) ?? "";
    const text = name === "year" ? own.replace(/[–—]/g, "-").replace(/\s/g, "") : own || (element[name] === true ? "yes" : "");
    const values = SINGLE.includes(name) ? [text] : text.split(";");
    values.map((one) => one.trim()).filter(Boolean).forEach((one) => scope.append(name, one));
  }
  return scope.toString();
};

export { ATTRIBUTES, SCOPING, SYNCING, limitOf, mirrorAttributes, scopeOf, upgradeProperties, warnOf };
