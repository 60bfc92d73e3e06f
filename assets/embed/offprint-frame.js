// The list in a frame, for hosts that run no foreign script: the parameters of this page's URL are the attributes of the element,
// and the host hears the height of the list.

import { OffprintList } from "./offprint.js";

/** All that the element has but what concerns the URL: nobody sees that of a frame. */
const ATTRIBUTES = [...OffprintList.observedAttributes, "lang"].filter((name) => !/^url-|^loading$/.test(name));

const parameters = new URLSearchParams(location.search);
const list = document.createElement("offprint-list");
list.setAttribute("loading", "eager");
for (const name of ATTRIBUTES) {
  if (parameters.has(name)) list.setAttribute(name, parameters.getAll(name).join("; "));
}

/** The height that a dialog may need, in pixels. */
const ROOM = 520;

// A frame is transparent only where it has the colour scheme of the page around it, which it cannot know: light unless the URL says.
const scheme = { dark: "dark", auto: "light dark" }[parameters.get("theme")] ?? "light";
const sheet = new CSSStyleSheet();
sheet.replaceSync(`:root { color-scheme: ${scheme}; background: transparent } body { margin: 0; padding: 4px } .roomy { min-height: ${ROOM}px }`);
document.adoptedStyleSheets = [sheet];
document.documentElement.lang = parameters.get("lang") ?? "en";

/** Returns the origin of the page around this one; where the browser does not tell, anybody may know the height of a list. */
const host = () => {
  const [origin] = location.ancestorOrigins ?? [];
  if (origin) return origin === "null" ? "*" : origin;
  return document.referrer ? new URL(document.referrer).origin : "*";
};

const sendHeight = () => {
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
if (parent !== window) new ResizeObserver(sendHeight).observe(document.documentElement);
