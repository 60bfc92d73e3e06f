// The host's URL, which holds the visitor's query where the host asks for that.

/** The names of the query's parameters in a URL. As attributes of the element they are the host's scope. */
const NAMES = ["q", "author", "year", "venue", "type", "keyword", "section", "has", "selected", "sort", "group"];

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Returns an absolute URL; undefined where it is none of the web. */
const webUrl = (text) => {
  if (!URL.canParse(text, document.baseURI)) return undefined;
  const url = new URL(text, document.baseURI);
  return /^https?:$/.test(url.protocol) ? url : undefined;
};

const pairs = () => location.search.slice(1).split("&").filter(Boolean);

/** Returns which of our parameters a pair of the host's query string is, if any. */
const parameter = (pair, prefix) => {
  const name = decoded(pair.split("=")[0].replaceAll("+", " "));
  return name.startsWith(prefix) ? NAMES.find((known) => known === name.slice(prefix.length)) : undefined;
};

const queryInUrl = (prefix) => {
  const ours = pairs().map((pair) => [parameter(pair, prefix), pair.slice(pair.indexOf("=") + 1)]);
  return ours.filter(([name]) => name).map(([name, value]) => `${name}=${value}`).join("&");
};

/** Returns the host's URL with this query: our parameters first, the others as they are. */
const urlWith = (prefix, query = "") => {
  const ours = query.split("&").filter(Boolean).map((pair) => prefix + pair);
  const url = new URL(location.href);
  url.search = [...ours, ...pairs().filter((pair) => !parameter(pair, prefix))].join("&");
  return url;
};

export { NAMES, decoded, queryInUrl, urlWith, webUrl };
