// The list in a frame, for hosts that run no foreign script: the words of this page's address are the attributes of the element,
// and the host is told how high the list is.

import "./offprint.js";

const ATTRIBUTES = ["src", "q", "author", "year", "venue", "type", "keyword", "section", "has", "sort", "limit", "controls", "abstracts", "theme", "lang", "permalink-base"];

const asked = new URLSearchParams(location.search);
const list = document.createElement("offprint-list");
list.setAttribute("loading", "eager");
for (const name of ATTRIBUTES) {
  if (asked.has(name)) list.setAttribute(name, asked.getAll(name).join("; "));
}

// A frame is transparent only where it has the colour scheme of the page around it.
const scheme = { dark: "dark", auto: "light dark" }[asked.get("theme")] ?? "light";
const sheet = new CSSStyleSheet();
sheet.replaceSync(`:root { color-scheme: ${scheme}; background: transparent } body { margin: 0; padding: 4px }`);
document.adoptedStyleSheets = [sheet];
document.documentElement.lang = asked.get("lang") ?? "en";

/** The page that this one stands in; where the browser does not tell, whoever it is may know how high a list is. */
const host = () => {
  const [origin] = location.ancestorOrigins ?? [];
  if (origin) return origin === "null" ? "*" : origin;
  return document.referrer ? new URL(document.referrer).origin : "*";
};

const tell = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: "offprint-height", height }, host());
};

// The frame is as high as the list, so the middle of the window may be far from where a dialog was opened.
document.addEventListener("click", (event) => {
  const { top } = event.composedPath()[0].getBoundingClientRect();
  list.style.setProperty("--offprint-dialog-top", `${Math.max(0, top - 120)}px`);
});

document.body.append(list);
if (parent !== window) new ResizeObserver(tell).observe(document.documentElement);
