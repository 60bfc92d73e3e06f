// The lists that the tests are given: the project's own one, the fixtures, and small ones made for one test.

import { readFileSync } from "node:fs";
import { generate } from "../fixtures/corpus.mjs";

const read = (path: string) => readFileSync(new URL(path, import.meta.url));

/** The parts of CSL-JSON that tests look at. */
export interface Csl {
  id: string | number;
  type?: string;
  title?: string;
  author?: { given?: string; family?: string; literal?: string; "non-dropping-particle"?: string; suffix?: string }[];
  "container-title"?: string;
  "container-title-short"?: string;
  "event-title"?: string;
  publisher?: string;
  issued?: unknown;
  abstract?: string;
  keyword?: string;
  DOI?: string;
  URL?: string;
  custom?: { section?: string; "venue-url"?: string; links?: { kind: string; url: string; label?: string }[]; selected?: boolean; [field: string]: unknown };
  [field: string]: unknown;
}

export interface Envelope {
  title?: string;
  introduction?: string;
  sections?: { id: string; title?: string }[];
  group?: string;
  people?: { name: string; aliases?: string[]; url?: string; orcid?: string }[];
  publications: Csl[];
}

/** The bytes of a file in `fixtures/`. */
export const fixture = (name: string): Buffer => read(`../fixtures/${name}`);

/** A fixture that is plain JSON: an envelope, or a bare array put into one. */
export function parsed(name: string): Envelope {
  const json = JSON.parse(fixture(name).toString());
  return Array.isArray(json) ? { publications: json } : json;
}

/** The project's own list, as it is in `data/`. */
export const twelve: Envelope = JSON.parse(read("../../data/publications.json").toString());

/** An entry with the fields that most tests need; `fields` replace them. */
export function entry(id: string, fields: Partial<Csl> = {}): Csl {
  return {
    id,
    type: "paper-conference",
    title: `About ${id}`,
    author: [{ given: "Ada", family: "Byron" }],
    "container-title": "Workshop on Entries",
    issued: { "date-parts": [[2011]] },
    ...fields,
  };
}

/** An envelope around `publications`. */
export function envelope(publications: Csl[], fields: Partial<Envelope> = {}): Envelope {
  return { title: "Publications", ...fields, publications };
}

/** A list of any length, always the same for one seed. */
export function generated(length: number, seed = 1): Envelope {
  return envelope(generate(length, seed) as Csl[]);
}

/** One entry for each of these years; the ids are `y` and the year. */
export function ofYears(...years: number[]): Envelope {
  return envelope(years.map((year) => entry(`y${year}`, { issued: { "date-parts": [[year]] } })));
}
