// Compares Offprint's references with those of citeproc-js, by the same styles, and prints the classes of difference.
// Writes those of citeproc-js to citeproc.json, which a test of crates/references reads. Its argument is what the example `citations` of crates/references wrote.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import CSL from "citeproc";

const entries = JSON.parse(readFileSync(join(import.meta.dirname, "entries.json"), "utf8"));
const { styles, locales, references } = JSON.parse(readFileSync(process.argv[2], "utf8"));
// Hayagriva's crate names the root element of a locale as that of a style.
for (const [tag, xml] of Object.entries(locales)) locales[tag] = xml.replace(/^<style/, "<locale").replace(/style>$/, "locale>");
for (const style of styles) style.xml = style.xml.replaceAll('term="et al"', 'term="et-al"');
const classes = { same: 0, "quotation marks, spaces and dashes": 0, punctuation: 0, capitals: 0, "other words": 0, "another fact": 0 };

const system = { retrieveLocale: (tag) => locales[tag] ?? locales["en-US"], retrieveItem: (id) => structuredClone(entries.find((entry) => entry.id === id)) };

/** Returns citeproc-js's reference as plain text, without the number that some styles put in front. */
function formatted(engine, id) {
  engine.updateItems([id]);
  const made = engine.makeBibliography();
  return made ? made[1].join("").replace(/^\s*(\[1\]|1\.)\s*/, "").trim() : "";
}

const plain = (reference) => reference.replace(/[“”"‘’']/g, "'").replace(/[‐‑–—]/g, "-").replace(/[\s\u00a0]+/g, "").replaceAll("''", "'");
const letters = (reference) => plain(reference).replace(/[^\p{L}\p{N}]/gu, "");
const facts = (reference) => (reference.replace(/[’']/g, "").replace(/\bNos?\b/g, "").match(/\p{Lu}\p{L}+|\p{N}+/gu) ?? []).map((fact) => fact.toLowerCase()).sort().join(" ");

function difference(ours, theirs) {
  if (ours === theirs) return "same";
  if (plain(ours) === plain(theirs)) return "quotation marks, spaces and dashes";
  if (letters(ours) === letters(theirs)) return "punctuation";
  if (letters(ours).toLowerCase() === letters(theirs).toLowerCase()) return "capitals";
  return facts(ours) === facts(theirs) ? "other words" : "another fact";
}

const expected = entries.map(() => []);
for (const [at, style] of styles.entries()) {
  const engine = new CSL.Engine(system, style.xml, style.locale, true);
  engine.setOutputFormat("text");
  for (const [number, entry] of entries.entries()) {
    const ours = references[number][at] ?? "";
    const theirs = formatted(engine, entry.id);
    expected[number].push(theirs);
    const kind = difference(ours, theirs);
    classes[kind] += 1;
    if (kind !== "same" && !process.argv.includes("--quiet")) console.log(`${style.name} ${entry.id}: ${kind}\n  ours   ${ours}\n  theirs ${theirs}`);
  }
}
writeFileSync(join(import.meta.dirname, "citeproc.json"), `${JSON.stringify(expected, null, 1)}\n`);
const all = entries.length * styles.length;
for (const [kind, count] of Object.entries(classes)) console.log(`${((100 * count) / all).toFixed(1).padStart(5)} % ${count} ${kind}`);
