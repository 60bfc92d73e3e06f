// The host's address, where an element keeps the visitor's query in it.

/** What a visitor can ask for, by its names in an address. */
export const NAMES = ["q", "author", "year", "venue", "type", "keyword", "section", "has", "sort"];

/** Text of an address, decoded; as it is written where that is no good. */
export const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** An address on the web, absolute; nothing where it is none. */
export const web = (address) => {
  if (!URL.canParse(address, document.baseURI)) return undefined;
  const url = new URL(address, document.baseURI);
  return /^https?:$/.test(url.protocol) ? url : undefined;
};

const pairs = () => location.search.slice(1).split("&").filter(Boolean);

/** What a parameter of the host's address is called here, if it is one of ours. */
const named = (pair, prefix) => {
  const name = decoded(pair.split("=")[0].replaceAll("+", " "));
  return name.startsWith(prefix) ? NAMES.find((known) => known === name.slice(prefix.length)) : undefined;
};

/** What the host's address asks for. */
export const asked = (prefix) => {
  const ours = pairs().map((pair) => [named(pair, prefix), pair.slice(pair.indexOf("=") + 1)]);
  return ours.filter(([name]) => name).map(([name, value]) => `${name}=${value}`).join("&");
};

/** The host's address with this query in it, ours first, or with none. */
export const holding = (prefix, query = "") => {
  const ours = query.split("&").filter(Boolean).map((pair) => prefix + pair);
  const url = new URL(location.href);
  url.search = [...ours, ...pairs().filter((pair) => !named(pair, prefix))].join("&");
  return url;
};
