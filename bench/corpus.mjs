// The lists that are measured: given ones, or made ones that are always the same.

import { existsSync, readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { generate, toCsl } from "../tests/fixtures/corpus.mjs";
import { fold, words } from "./browser/words.js";

const NUMBERS = { "1k": 1_000, "10k": 10_000, "100k": 100_000 };

/** Documents with id, title, authors, year, venue and abstract: from `pubs-SIZE.json`, also with `.xz`, in a folder. */
export function documents(size, folder) {
  if (!folder) return generate(NUMBERS[size] ?? Number(size), 1).map(fromCsl);
  const file = join(folder, `pubs-${size}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  return JSON.parse(execFileSync("xz", ["-dc", `${file}.xz`], { maxBuffer: 2 ** 30 }).toString());
}

/** The same as the page reads it. */
export const publications = (docs) => ({ publications: toCsl(docs) });

function fromCsl(csl) {
  return {
    id: csl.id,
    title: csl.title,
    authors: (csl.author ?? []).map(({ given, family, literal }) => literal ?? [given, family].filter(Boolean).join(" ")),
    year: csl.issued?.["date-parts"]?.[0]?.[0] ?? 0,
    venue: csl["container-title"] ?? "",
    abstract: csl.abstract ?? "",
  };
}

/**
 * What is asked: words of the list itself, so that any list can be measured. They are chosen by how many titles have
 * them, never by how fast they are.
 */
export function questions(docs) {
  const counts = new Map();
  for (const doc of docs) for (const word of new Set(words(doc.title).map(fold))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].filter(([word]) => /^[a-z]{5,}$/.test(word)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const word = (part) => common[Math.floor((common.length - 1) * part)][0];
  const frequent = common.slice(0, 40).map(([word]) => word);
  const queries = [];
  const add = (kind, ...texts) => texts.forEach((text) => queries.push({ kind, text }));
  add("single", ...[3, 7, 11, 19, 29].map((at) => frequent[at % frequent.length]), word(0.02), word(0.05));
  const typed = `${frequent[1]} ${frequent[2].slice(0, 4)}`;
  for (let end = 1; end <= typed.length; end++) if (typed[end - 1] !== " ") add("typed", typed.slice(0, end));
  const titles = docs.filter((_, at) => at % Math.ceil(docs.length / 7) === 3).map((doc) => words(doc.title).map(fold));
  add("and", ...titles.map((title) => title.filter((word) => word.length > 3).slice(0, 2).join(" ")).filter(Boolean));
  const accented = docs.flatMap((doc) => doc.authors.flatMap(words)).filter((name) => /^[a-z]{5,}$/.test(fold(name)));
  const names = docs.flatMap((doc) => doc.authors).filter((name) => name !== fold(name) && /[^\x00-\x7f]/.test(name));
  const plain = [...new Set(names.map((name) => words(name).map(fold).at(-1)))].filter((name) => accented.length && name?.length > 3);
  add("accents", ...plain.slice(0, 6));
  for (const meant of frequent.filter((word) => word.length >= 8).slice(0, 6)) {
    const at = meant.length - 4;
    const text = meant.slice(0, at) + meant[at + 1] + meant[at] + meant.slice(at + 2);
    if (text !== meant && !counts.has(text)) queries.push({ kind: "typo", text, meant });
  }
  add("common", "the", "a", frequent[0]);
  add("none", "qwertyuiop");
  return queries;
}
