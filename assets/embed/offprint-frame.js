// The list in a frame, for hosts that run no foreign script: the words of this page's address are the attributes of the element,
// and the host is told how high the list is.

import { OffprintList } from "./offprint.js";

/** All that the element has but what concerns an address bar: a frame has none that anybody sees. */
const ATTRIBUTES = [...OffprintList.observedAttributes, "controls", "theme", "lang"].filter((name) => !/^url-|^loading$/.test(name));

const asked = new URLSearchParams(location.search);
const list = document.createElement("offprint-list");
list.setAttribute("loading", "eager");
for (const name of ATTRIBUTES) {
  if (asked.has(name)) list.setAttribute(name, asked.getAll(name).join("; "));
}

/** The height that a dialog may need, in pixels. */
const ROOM = 520;

// A frame is transparent only where it has the colour scheme of the page around it.
const scheme = { dark: "dark", auto: "light dark" }[asked.get("theme")] ?? "light";
const sheet = new CSSStyleSheet();
sheet.replaceSync(`:root { color-scheme: ${scheme}; background: transparent } body { margin: 0; padding: 4px } .roomy { min-height: ${ROOM}px }`);
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
  list.style.setProperty("--offprint-dialog-top", `${Math.max(0, Math.min(top - 120, innerHeight - ROOM))}px`);
});

document.body.append(list);
// However short the list, a dialog finds room.
const makeRoom = () => document.body.classList.toggle("roomy", list.shadowRoot.querySelector("dialog[open]") !== null);
new MutationObserver(makeRoom).observe(list.shadowRoot, { subtree: true, childList: true, attributeFilter: ["open"] });
if (parent !== window) new ResizeObserver(tell).observe(document.documentElement);
