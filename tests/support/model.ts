// What the page must show, worked out anew from the data and the URL in the plainest way: no index, no cleverness,
// nothing shared with the app. Tests compare the two.

import type { Csl, Envelope } from "./data";

const OR_GROUPS = ["venue", "type", "has"] as const;
const AND_GROUPS = ["author", "keyword"] as const;
type Group = (typeof OR_GROUPS)[number] | (typeof AND_GROUPS)[number];

/** The names of the filters on the page, and of their parameters. */
export const GROUPS: [string, Group][] = [
  ["Author", "author"],
  ["Venue", "venue"],
  ["Type", "type"],
  ["Keyword", "keyword"],
  ["Available", "has"],
];

const TYPES: Record<string, string> = {
  "paper-conference": "Conference paper",
  "article-journal": "Journal article",
  "article-magazine": "Magazine article",
  article: "Preprint",
  chapter: "Book chapter",
  speech: "Talk",
  webpage: "Web page",
};
const LETTERS: Record<string, string> = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ħ: "h" };

interface Entry {
  id: string;
  position: number;
  date: number[] | undefined;
  year: number | undefined;
  section: string | undefined;
  selected: boolean;
  title: string;
  words: string[];
  /** By group: the folded value, and how the page writes it. */
  values: Record<Group, Map<string, string>>;
}

/** Lower case, no accents. */
export function fold(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return [...plain].map((letter) => LETTERS[letter] ?? letter).join("").trim();
}

const words = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const untagged = (text = "") => text.replace(/<\/?\w[^>]*>/g, "");

export class Model {
  readonly entries: Entry[];

  constructor(private readonly list: Envelope) {
    this.entries = list.publications.map((csl, position) => this.read(csl, position));
  }

  /** The anchors in the order of the list. */
  ids(search: string): string[] {
    const query = new URLSearchParams(search);
    return this.groups(this.results(query), query).flatMap(([, entries]) => entries.map(({ id }) => id));
  }

  /** The headings of the groups, each with its number of entries: "2013 (2)". */
  headings(search: string): string[] {
    const query = new URLSearchParams(search);
    const groups = this.groups(this.results(query), query);
    return groups.filter(([heading]) => heading).map(([heading, { length }]) => `${heading} (${length})`);
  }

  private results(query: URLSearchParams): Entry[] {
    return ordered(this.within(query), query.get("sort") ?? "newest");
  }

  /** How many entries are listed. */
  count(search: string): number {
    return this.within(new URLSearchParams(search)).length;
  }

  /** The options of a filter: value and count, in order. Of more than ten those of the most results come first. */
  options(group: Group, search: string): [string, number][] {
    const query = new URLSearchParams(search);
    if (!AND_GROUPS.includes(group as never)) query.delete(group);
    const counts = new Map<string, number>();
    for (const { values } of this.within(query)) {
      for (const key of values[group].keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const options = this.whole(group).map(([key, label]): [string, number] => [label, counts.get(key) ?? 0]);
    if (options.length <= 10) return options;
    const rank = ([label, count]: [string, number]) => [-count, fold(label)] as const;
    return options.sort((a, b) => compare(rank(a), rank(b)));
  }

  /** The bars of the histogram where each has one year: year and count. */
  bars(search: string): [number, number][] {
    const query = new URLSearchParams(search);
    query.delete("year");
    const within = this.within(query);
    const years = this.entries.flatMap(({ year }) => year ?? []);
    const first = Math.min(...years);
    return Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => {
      return [first + at, within.filter(({ year }) => year === first + at).length];
    });
  }

  /** The values of a group, the most frequent first, then by name. */
  private whole(group: Group): [string, string][] {
    const labels = new Map<string, string>();
    const counts = new Map<string, number>();
    for (const { values } of this.entries) {
      for (const [key, label] of values[group]) {
        if (!labels.has(key)) labels.set(key, label);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const rank = ([key, label]: [string, string]) => [-(counts.get(key) ?? 0), fold(label)] as const;
    return [...labels].sort((a, b) => compare(rank(a), rank(b)));
  }

  private within(query: URLSearchParams): Entry[] {
    const asked = words(query.get("q") ?? "").map((word) => ({ word, others: forms(word) }));
    const isFound = (known: string, word: string, others: string[]) => known.startsWith(word) || others.includes(known);
    const holds = (entry: Entry) => asked.every(({ word, others }) => entry.words.some((known) => isFound(known, word, others)));
    const admits = this.admission(query);
    return this.entries.filter((entry) => admits(entry) && holds(entry));
  }

  /** What an entry must be like for everything that is asked but the text. */
  private admission(query: URLSearchParams): (entry: Entry) => boolean {
    const keys = (group: Group) => query.getAll(group).map((value) => this.key(group, value));
    const all = AND_GROUPS.map((group) => [group, keys(group)] as const);
    const some = OR_GROUPS.map((group) => [group, keys(group)] as const).filter(([, chosen]) => chosen.length);
    const [years, sections] = [query.getAll("year"), query.getAll("section")];
    const isSelected = query.get("selected") === "yes";
    return ({ values, year, section, selected }) =>
      (!isSelected || selected) &&
      all.every(([group, chosen]) => chosen.every((key) => values[group].has(key))) &&
      some.every(([group, chosen]) => chosen.some((key) => values[group].has(key))) &&
      (!years.length || years.some((range) => isWithin(year, range))) &&
      (!sections.length || sections.includes(section ?? ""));
  }

  private key(group: Group, value: string): string {
    return group === "author" ? fold(this.known(value)) : fold(value);
  }

  /** The name under which an author counts. */
  private known(name: string): string {
    const is = (spelling: string) => fold(spelling) === fold(name);
    return this.list.people?.find((person) => [person.name, ...(person.aliases ?? [])].some(is))?.name ?? name;
  }

  /** The entries under their headings; under none where the list is flat. */
  private groups(entries: Entry[], query: URLSearchParams): [string, Entry[]][] {
    const sections = this.list.sections ?? [];
    const sort = query.get("sort");
    const group = query.get("group") ?? this.list.group ?? (sections.length ? "section" : "none");
    const isFlat = sort === "title" || (query.get("q") && !sort);
    if (isFlat || group === "none" || (group === "section" && !sections.length)) return [["", entries]];
    const headings = new Map<string, Entry[]>();
    if (group === "section") sections.forEach(({ title }) => headings.set(title ?? "", []));
    if (group === "type" || group === "venue") this.whole(group).forEach(([, label]) => headings.set(label, []));
    for (const entry of entries) {
      const heading = this.heading(group, entry);
      headings.set(heading, [...(headings.get(heading) ?? []), entry]);
    }
    const none = `No ${group}`;
    const all = [...headings].filter(([heading, entries]) => entries.length && heading !== none);
    return headings.has(none) ? [...all, [none, headings.get(none)!]] : all;
  }

  /** Entries of no declared section are with those of the first one without a heading. */
  private heading(group: string, { section, year, values }: Entry): string {
    if (group === "section") return this.list.sections?.find(({ id }) => id === section)?.title ?? "";
    const value = group === "year" ? year : [...values[group as Group].values()][0];
    return value === undefined ? `No ${group}` : String(value);
  }

  private read(csl: Csl, position: number): Entry {
    const date = toDate(csl.issued);
    const authors = (csl.author ?? []).map(nameOf);
    const venue = csl["container-title-short"] ?? csl["container-title"] ?? csl["event-title"] ?? csl.publisher;
    const keywords = (csl.keyword ?? "").split(",").map((word) => word.trim()).filter(Boolean);
    const places = [csl["container-title"], csl["container-title-short"], csl["event-title"], csl.publisher];
    const other = [csl.genre, csl.note] as (string | undefined)[];
    const texts = [csl.title, csl.abstract, csl.keyword, ...other, ...places, date?.[0], ...authors, ...authors.map((name) => this.known(name))];
    return {
      id: String(csl.id),
      position,
      date,
      year: date?.[0],
      section: csl.custom?.section,
      selected: csl.custom?.selected === true,
      title: words(untagged(csl.title)).join(" "),
      words: [...new Set(texts.flatMap((text) => everyWord(untagged(String(text ?? "")))))],
      values: {
        author: labelled(authors.map((name) => this.known(name))),
        venue: labelled(venue ? [venue] : []),
        type: new Map(csl.type ? [[fold(csl.type), TYPES[csl.type] ?? capital(csl.type)]] : []),
        keyword: labelled(keywords),
        has: new Map(linkKinds(csl).map((kind) => [kind, ["pdf", "doi"].includes(kind) ? kind.toUpperCase() : capital(kind)])),
      },
    };
  }
}

/** The words of a text, those that a sign joins as one, and those with ä, ö, ü, ø, å in two letters. */
function everyWord(text: string): string[] {
  const joined = text.replace(/(?<=[\p{L}\p{N}])[-.'’](?=[\p{L}\p{N}])/gu, "");
  const spelled = text.normalize("NFC").replace(/[äöüø]/gi, (letter) => `${fold(letter)}e`).replace(/å/gi, "aa");
  return [text, joined, spelled].flatMap(words);
}

/** The other number and the other spelling of a word, each with and without an s. */
function forms(word: string): string[] {
  const numbers: [RegExp, string][] = [
    [/ies$/, "y"],
    [/(s|x|z|ch|sh)es$/, "$1"],
    [/([^sui])s$/, "$1"],
    [/([^aeiou])y$/, "$1ies"],
  ];
  const spellings: [RegExp, string][] = [
    [/([iy])s(?=[eia])/, "$1z"],
    [/([iy])z(?=[eia])/, "$1s"],
    [/(..)our(?=$|s|ed|ing|able|al|ful|less|ist|ite)/, "$1or"],
    [/(..)or(?=$|s|ed|ing|able|al|ful|less|ist|ite)/, "$1our"],
    [/([ea])ll(?=ing|ed|er)/, "$1l"],
    [/([ea])l(?=ing|ed|er)/, "$1ll"],
  ];
  const apply = (rules: [RegExp, string][], word: string) => rules.filter(([from]) => from.test(word)).map(([from, to]) => word.replace(from, to));
  const stems = word.length < 4 ? [] : apply(numbers, word);
  const spelled = word.length < 5 ? [] : [word, ...stems].flatMap((word) => apply(spellings, word));
  return [...stems, ...spelled].flatMap((stem) => [stem, `${stem}s`]);
}

function labelled(values: string[]): Map<string, string> {
  const map = new Map<string, string>();
  values.forEach((value) => map.has(fold(value)) || map.set(fold(value), value));
  return map;
}

function nameOf(name: NonNullable<Csl["author"]>[number]): string {
  return name.literal ?? [name.given, name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
}

function toDate(issued: unknown): number[] | undefined {
  if (typeof issued === "string") return issued.split("-").map(Number);
  const { "date-parts": parts, raw } = (issued ?? {}) as { "date-parts"?: (number | string)[][]; raw?: string };
  if (parts) return parts[0].map(Number);
  return raw ? [Number(/\d{4}/.exec(raw)?.[0])] : undefined;
}

function linkKinds({ DOI, URL, custom }: Csl): string[] {
  const links = custom?.links ?? [];
  const isNew = (url?: string) => url !== undefined && !links.some((link) => link.url === url);
  const doi = DOI && `https://doi.org/${DOI}`;
  return [...links.map(({ kind }) => kind), ...(isNew(doi) ? ["doi"] : []), ...(isNew(URL) ? [/\.pdf$/i.test(URL!) ? "pdf" : "website"] : [])];
}

function isWithin(year: number | undefined, years: string): boolean {
  if (years === "none" || year === undefined) return years === "none" && year === undefined;
  const [, from, dash, to] = /^(\d*)(-?)(\d*)$/.exec(years) ?? [];
  return dash ? Number(from || -Infinity) <= year && year <= Number(to || Infinity) : year === Number(from);
}

/** A missing month or day counts as the earliest; an entry without a year is last. */
function ordered(entries: Entry[], sort: string): Entry[] {
  const time = ({ date: [year, month = 0, day = 0] = [] }: Entry) => (year === undefined ? undefined : year * 10_000 + month * 100 + day);
  const rank = (entry: Entry) => {
    const at = time(entry);
    if (sort === "title") return [entry.title, at === undefined ? 1 : 0, -(at ?? 0), entry.position] as const;
    return [at === undefined ? 1 : 0, (sort === "oldest" ? 1 : -1) * (at ?? 0), entry.position] as const;
  };
  return [...entries].sort((a, b) => compare(rank(a), rank(b)));
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [at, left] of a.entries()) {
    if (left !== b[at]) return left < b[at] ? -1 : 1;
  }
  return 0;
}
