// The former page of the project, read by an HTML parser that has nothing to do with the app.

import { type DefaultTreeAdapterTypes as Tree, parseFragment } from "parse5";
import { fixture } from "./data";

type Node = Tree.ChildNode;

export interface FormerLink {
  text: string;
  href: string;
}

export interface FormerEntry {
  anchor: string;
  title: string;
  /** Address, and the kind that its icon shows. */
  links: { href: string; kind: RegExp }[];
  authors: string[];
  /** Where it appeared: the words before the date. */
  venue: string;
  venueLinks: FormerLink[];
  date: string;
  /** "510 pages", "Invited paper" and their like. */
  notes: string[];
  paragraphs: string[];
  abstractLinks: FormerLink[];
  emphasis: string[];
  section: string | undefined;
}

const ICONS: Record<string, RegExp> = {
  "fa-external-link-square": /^(Publisher|Website): /,
  "fa-cloud-download": /^PDF: /,
  "fa-desktop": /^Slides: /,
};
const MONTHS = "January February March April May June July August September October November December".split(" ");

const nodes = parseFragment(fixture("seed-page.html").toString()).childNodes;

/** The words above the list, and their links. */
export const formerIntroduction = { text: textOf(nodes.find(isElement("p"))!), links: linksIn(nodes.find(isElement("p"))!) };

/** Every entry of the former page, in its order. */
export const formerEntries: FormerEntry[] = nodes.flatMap((node, at) => (isElement("h4")(node) ? entryAt(at) : []));

function entryAt(at: number): FormerEntry {
  const [heading, details, quote] = [nodes[at], nodes[at + 1], nodes[at + 2]];
  const headings = nodes.slice(0, at).filter(isElement("h2"));
  const [authors, place] = [all(details, "i")[0], after(details, "br")];
  const abstract = mended(rawText(quote));
  return {
    anchor: attribute(all(heading, "a")[0], "name") ?? "",
    title: textOf(heading),
    links: all(heading, "a").filter((link) => attribute(link, "href")).map(titleLink),
    authors: textOf(authors).split(/, | and /),
    ...placeOf(place.map(rawText).join("")),
    venueLinks: place.flatMap(linksIn).map(({ text, href }) => ({ text: text.replace(/^>/, ""), href })),
    paragraphs: abstract.split("\n\n").map(untagged).map(spaced).filter(Boolean),
    abstractLinks: linksIn(quote),
    emphasis: [...abstract.matchAll(/<em>(.*?)<\/em>/g)].map(([, text]) => text),
    section: headings.length ? textOf(headings[headings.length - 1]) : undefined,
  };
}

/** Takes "Published by O'Reilly Associates, 510 pages, Nov 2013." apart. */
function placeOf(text: string): Pick<FormerEntry, "venue" | "date" | "notes"> {
  const [whole, month = "", year] = /,\s+(?:([A-Z][a-z]+),?\s)?(\d{4})\.?/.exec(text)!;
  const name = MONTHS.find((full) => month && full.startsWith(month));
  const [venue, ...pages] = spaced(text.slice(0, text.indexOf(whole))).split(/, (?=\d+ pages)/);
  const remark = spaced(text.slice(text.indexOf(whole) + whole.length)).replace(/\.$/, "");
  return {
    venue: spaced(venue.replace(/^(In|Published by) /, "").replace(">", " ")),
    date: name ? `${name} ${year}` : year,
    notes: [...pages, remark].filter(Boolean),
  };
}

function titleLink(link: Node): FormerEntry["links"][number] {
  const icon = attribute(all(link, "i")[0], "class")?.split(" ").find((name) => name in ICONS) ?? "";
  return { href: attribute(link, "href") ?? "", kind: ICONS[icon] };
}

/** The one text of the former page that breaks off. */
function mended(text: string): string {
  return text.replace(/\(BIND and OpenSSH$/, "$&).");
}

function untagged(text: string): string {
  return text.replace(/<\/?em>/g, "");
}

/** Text with each run of white space as one space. */
export function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isElement(name: string): (node: Node) => boolean {
  return (node) => node.nodeName === name;
}

function rawText(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(rawText).join("") : "";
}

function textOf(node: Node): string {
  return spaced(rawText(node));
}

/** Every element of that name below `node`. */
function all(node: Node, name: string): Node[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) => [...(isElement(name)(child) ? [child] : []), ...all(child, name)]);
}

/** The children of `node` behind the first element of that name. */
function after(node: Node, name: string): Node[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return children.slice(children.findIndex(isElement(name)) + 1);
}

function attribute(node: Node | undefined, name: string): string | undefined {
  return node && "attrs" in node ? node.attrs.find((attr) => attr.name === name)?.value : undefined;
}

function linksIn(node: Node): FormerLink[] {
  const own = isElement("a")(node) ? [node] : all(node, "a");
  return own.map((link) => ({ text: textOf(link), href: attribute(link, "href") ?? "" }));
}
