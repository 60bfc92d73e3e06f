// What was measured, as a page to read.

import { execFileSync } from "node:child_process";
import { cpus, release, totalmem, type } from "node:os";

const OWN = "offprint";

/** What a browser's clock can tell apart, in milliseconds. */
const TICK = 0.005;

/** Writes BENCHMARKS.md. */
export function report({ page, judgement, search, data, rounds }) {
  return [
    "# Benchmarks",
    "",
    "Written by `cargo xtask bench`. Times depend on the machine, so what counts is the ratio to the others in the same run.",
    "",
    "```",
    `cargo xtask bench -- --sizes ${unique(search, "size").join(",")} --rounds ${rounds}${data ? " --data DIR" : ""}`,
    "```",
    "",
    `- Date: ${new Date().toISOString().slice(0, 10)}, commit ${git()}.`,
    `- Machine: ${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}.`,
    `- Lists: ${data ? "real bibliographies, given by `--data`" : "made by a generator with a fixed seed"}; rounds, in turns: ${rounds}; medians.`,
    "- Exact: every word is the beginning of a word of the entry, whatever its case and accents. Recall and precision are",
    "  means over the queries of a kind.",
    "",
    ...unique(search, "size").flatMap((size) => searchTables(search.filter((result) => result.size === size))),
    ...pageTable(page),
    "",
    ...judgementTable(judgement),
    "",
  ].join("\n");
}

function searchTables(results) {
  const names = unique(results, "contender");
  const rows = names.map((name) => summary(name, results.filter(({ contender }) => contender === name)));
  const peers = rows.filter(({ contender, error }) => contender !== OWN && !error);
  const best = (key) => Math.min(...peers.map((row) => row[key]).filter((value) => value !== undefined));
  const ratio = (row, key) => (row[key] === undefined ? "–" : `${time(row[key])} (${(row[key] / Math.max(best(key), TICK)).toFixed(2)})`);
  const line = (row) =>
    row.error
      ? `| ${row.name} | ${row.error} | | | | | |`
      : `| ${row.name} | ${ratio(row, "build")} | ${ratio(row, "median")} | ${ratio(row, "p95")} | ${ratio(row, "worst")} | ${ratio(row, "facetMedian")} | ${ratio(row, "facetP95")} | ${(row.bytes / 1e6).toFixed(0)} |`;
  return [
    `## Searching ${results[0].count.toLocaleString("en")} entries`,
    "",
    "Milliseconds, and in brackets the ratio to the best peer. All hits are returned; memory in MB, with all buffers.",
    "",
    "| | Build | Query, median | p95 | Slowest keystroke | With facet counts, median | p95 | Memory |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map(line),
    "",
    "| Recall / precision | exact | accents | typo |",
    "|---|---|---|---|",
    ...rows.filter(({ error }) => !error).map((row) => `| ${row.name} | ${["exact", "accents", "typo"].map((kind) => row.quality[kind]).join(" | ")} |`),
    "",
  ];
}

function summary(contender, rounds) {
  const good = rounds.filter(({ error }) => !error);
  if (good.length === 0) return { contender, name: contender, error: rounds[0].error };
  const queries = good[0].results.map((_, at) => good.flatMap(({ results }) => results[at]?.query ?? []));
  const facets = good[0].results.map((_, at) => good.flatMap(({ results }) => results[at]?.facets ?? []));
  const times = queries.filter((times) => times.length).map(median);
  const facetTimes = facets.filter((times) => times.length).map(median);
  const typed = good[0].results.flatMap(({ kind }, at) => (kind === "typed" && queries[at].length ? median(queries[at]) : []));
  return {
    contender,
    name: good[0].name,
    build: median(good.map(({ build }) => build)),
    bytes: median(good.map(({ bytes }) => bytes)),
    median: median(times),
    p95: quantile(times, 0.95),
    worst: Math.max(...typed),
    ...(facetTimes.length && { facetMedian: median(facetTimes), facetP95: quantile(facetTimes, 0.95) }),
    quality: quality(good[0].results),
  };
}

function quality(results) {
  const kinds = { exact: ["single", "typed", "and", "common"], accents: ["accents"], typo: ["typo"] };
  const mean = (values) => (values.length ? (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3) : "–");
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, of]) => {
      const here = results.filter(({ kind, right }) => of.includes(kind) && right > 0);
      const recall = mean(here.map(({ hits, right }) => hits / right));
      const precision = mean(here.filter(({ found }) => found > 0).map(({ hits, found }) => hits / found));
      return [kind, `${recall} / ${precision}`];
    }),
  );
}

function pageTable(results) {
  const sizes = unique(results, "size").map((size) => results.filter((result) => result.size === size));
  const row = (label, value) => `| ${label} | ${sizes.map((rounds) => value(rounds)).join(" | ")} |`;
  const over = (rounds, value) => median(rounds.map(value));
  const all = (rounds, values) => rounds.flatMap(values);
  return [
    "## The page",
    "",
    "Milliseconds unless said. Keys are timed by the Event Timing API from the key to the painted result, in steps of 8 ms;",
    "beside them what a key costs in a page that only repeats what is typed.",
    "",
    `| Entries | ${sizes.map(([{ count }]) => count.toLocaleString("en")).join(" | ")} |`,
    `|---|${sizes.map(() => "---|").join("")}`,
    row("List, MB", ([{ bytes }]) => (bytes / 1e6).toFixed(1)),
    row("Bytes without the list, kB (brotli)", (rounds) => (over(rounds, ({ visit }) => visit) / 1e3).toFixed(0)),
    row("Ready", (rounds) => time(over(rounds, ({ ready }) => ready))),
    row("All abstracts indexed", (rounds) => time(over(rounds, ({ indexed }) => indexed))),
    row("Longest task until then", (rounds) => time(over(rounds, ({ tasks }) => Math.max(0, ...tasks)))),
    row("Key, median / p95", (rounds) => pair(all(rounds, ({ keys }) => keys))),
    row("Key in an empty page", (rounds) => pair(all(rounds, ({ empty }) => empty.keys))),
    row("Filter to paint", (rounds) => time(over(rounds, ({ filter }) => filter))),
    row("Frame while scrolling, median / p95", (rounds) => pair(all(rounds, ({ scroll }) => scroll.times))),
    row("Blank frames of 200", (rounds) => Math.max(...rounds.map(({ scroll }) => scroll.blank))),
    row("Jump to an anchor", (rounds) => time(over(rounds, ({ jump }) => jump.time))),
    row("Missed by, px", (rounds) => Math.max(...rounds.map(({ jump }) => Math.abs(jump.miss))).toFixed(1)),
    row("Linear memory, bytes per entry", (rounds) => Math.round(over(rounds, ({ linear, count }) => linear / count)).toLocaleString("en")),
  ];
}

function judgementTable(results) {
  const row = (label, value) => `| ${label} | ${results.map(value).join(" | ")} |`;
  return [
    "## Lighthouse",
    "",
    "The built page with its own list, from a server that compresses; medians of three runs, metrics in milliseconds.",
    "",
    row("", ({ device }) => device),
    `|---|${results.map(() => "---|").join("")}`,
    row("Performance", ({ performance }) => performance),
    row("Accessibility", ({ accessibility }) => accessibility),
    row("Best practices", (result) => result["best-practices"]),
    row("SEO", ({ seo }) => seo),
    row("First contentful paint", ({ paint }) => time(paint)),
    row("Largest contentful paint", ({ largest }) => time(largest)),
    row("Total blocking time", ({ blocking }) => time(blocking)),
    row("Cumulative layout shift", ({ shift }) => shift.toFixed(3)),
  ];
}

const unique = (rows, key) => [...new Set(rows.map((row) => row[key]))];
const quantile = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
const median = (values) => quantile(values, 0.5);
const time = (value) => (value === undefined ? "–" : value < 0.1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString("en"));
const pair = (values) => (values.length ? `${time(median(values))} / ${time(quantile(values, 0.95))}` : "under 16");
const git = () => execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString().trim();
