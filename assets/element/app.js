// The page's app, which all elements share: its files, its one instance, its style sheet and its lists.

/** The files of the page beside this script, with their hashes; `offprint prerender` writes them here. */
const FILES = {};

const BASE = new URL("./", import.meta.url).href;

let app;
let attempts = 0;
let sheet;

/** The lists by their URLs; each is freed with its last element. */
const lists = new Map();

const file = async ({ url, integrity }) => fetch(new URL(url, BASE), { integrity });

/** Imports the page's script as a module of its own. The browser checks its hash as it preloads it, and the import takes the same. */
const imported = async ({ url, integrity }) => {
  // A module that failed once is not fetched again under the same URL.
  const href = `${new URL(url, BASE)}?element${attempts++ || ""}`;
  const link = Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "anonymous", integrity, href });
  document.head.append(link);
  return import(href).finally(() => link.remove());
};

const load = async () => {
  if (!FILES.script) throw new Error("offprint.js does not know the files of its page: run `offprint prerender` on them.");
  const [module, wasm, styles] = await Promise.all([imported(FILES.script), file(FILES.wasm), file(FILES.styles)]);
  await module.default({ module_or_path: wasm });
  styleSheet().replaceSync(await styles.text());
  return module;
};

const loaded = () => {
  app ??= load();
  const mine = app;
  // The next element, or the same one again, may have more luck.
  mine.catch(() => (app = app === mine ? undefined : app));
  return mine;
};

const styleSheet = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(":host { display: block } :host([hidden]) { display: none }");
  }
  return sheet;
};

const acquire = ({ SharedList }, url) => {
  const list = lists.get(url) ?? { shared: new SharedList(url, BASE, FILES.modules), users: 0 };
  list.users++;
  lists.set(url, list);
  return list.shared;
};

const release = (url) => {
  const list = lists.get(url);
  if (--list.users) return;
  lists.delete(url);
  list.shared.free();
};

/** Says why the app does not run, for whoever put the element into the page. */
const reason = (error) => {
  if (typeof WebAssembly !== "object") return "This browser has no WebAssembly.";
  if (error instanceof WebAssembly.CompileError) return `The page's policy may lack 'wasm-unsafe-eval'. ${error.message}`;
  return error.message;
};

export { BASE, acquire, loaded, reason, release, styleSheet };
