// The page that shows what the element can do, and gives the snippet to copy.

import "./offprint.js";

const list = document.getElementById("demo");
const settings = document.getElementById("settings");
const snippet = document.getElementById("snippet");
const frame = document.getElementById("frame-snippet");
const status = document.getElementById("copied");
const script = new URL("offprint.js", import.meta.url);
const colours = new Map([...settings.querySelectorAll("[type=color]")].map((field) => [field.name, field.value]));

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Returns what differs from the defaults. */
const set = () => [...new FormData(settings)].filter(([name, value]) => value && colours.get(name) !== value);

const element = (attributes, properties) => {
  const written = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  const style = properties.length ? `<style>\n  offprint-list {\n${properties.map(([name, value]) => `    ${name}: ${value};\n`).join("")}  }\n</style>\n` : "";
  const fallback = `<a href="${new URL("index.html", script)}">Our publications</a>`;
  return `<script type="module" src="${script}"></script>\n${style}<offprint-list${written}>${fallback}</offprint-list>`;
};

const framed = (attributes) => {
  const query = new URLSearchParams(attributes.filter(([name]) => !name.startsWith("url-")));
  const url = new URL(`frame.html?${query}`, script);
  return `<iframe id="publications" title="Publications" width="100%" height="600" allow="clipboard-write" src="${escaped(url.href)}"></iframe>
<script>
  const publications = document.getElementById("publications");
  addEventListener("message", ({ origin, source, data }) => {
    if (origin === "${script.origin}" && source === publications.contentWindow && data.type === "offprint-height") publications.height = data.height;
  });
</script>`;
};

const apply = () => {
  const pairs = set();
  const [attributes, properties] = [pairs.filter(([name]) => !name.startsWith("--")), pairs.filter(([name]) => name.startsWith("--"))];
  for (const { name } of settings.elements) {
    const [, value] = pairs.find(([other]) => other === name) ?? [];
    if (name.startsWith("--")) list.style.setProperty(name, value ?? "");
    else if (name && value) list.setAttribute(name, value);
    else if (name) list.removeAttribute(name);
  }
  snippet.textContent = element(attributes, properties);
  frame.textContent = framed(attributes);
};

const copy = async (button) => {
  try {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
    status.textContent = "Copied.";
  } catch {
    status.textContent = "The browser did not let the page copy. Select the text above.";
  }
};

const describe = async () => {
  const manifest = await (await fetch(new URL("custom-elements.json", script))).json();
  const [{ cssParts }] = manifest.modules[0].declarations;
  for (const { name, description } of cssParts) {
    const [term, detail] = [document.createElement("dt"), document.createElement("dd")];
    term.append(Object.assign(document.createElement("code"), { textContent: name }));
    detail.textContent = description;
    document.getElementById("parts").append(term, detail);
  }
};

settings.addEventListener("input", apply);
settings.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("sample").addEventListener("change", ({ target }) => list.classList.toggle("sample", target.checked));
document.querySelectorAll("[data-copies]").forEach((button) => button.addEventListener("click", () => copy(button)));
for (const name of ["offprint-ready", "offprint-change", "offprint-error"]) {
  list.addEventListener(name, ({ detail }) => (document.getElementById("events").textContent = `${name}: ${JSON.stringify(detail)}`));
}
apply();
await describe();
