// The bills of materials that a release carries, against the published schema of their format.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { Ajv } from "ajv";
import formats from "ajv-formats";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SCHEMAS = join(dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json")), "res/schema");

interface Component {
  name: string;
  "bom-ref": string;
  purl?: string;
  hashes?: { content: string }[];
}

interface Bill {
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/** Writes the bills into a folder, and gives them by file name. */
function written(folder: string): Map<string, string> {
  execFileSync("cargo", ["xtask", "sbom", "--into", folder], { cwd: ROOT });
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function validator() {
  // The schemas have members of their own for those who read them, and formats that say nothing about these bills.
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { "iri-reference": true, "idn-email": true } });
  formats.default(ajv);
  const schema = (file: string) => JSON.parse(readFileSync(join(SCHEMAS, file), "utf8"));
  for (const part of ["spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json"]) {
    ajv.addSchema(schema(part), `http://cyclonedx.org/schema/${part}`);
  }
  return { ajv, validate: ajv.compile(schema("bom-1.6.SNAPSHOT.schema.json")) };
}

test("the bills of materials fit their schema, name what is linked in, and are the same each time", ({}, info) => {
  const bills = written(info.outputPath("one"));
  expect(bills.size).toBe(9);
  expect(written(info.outputPath("other"))).toEqual(bills);
  const { ajv, validate } = validator();
  for (const [name, text] of bills) {
    expect(validate(JSON.parse(text)), `${name}: ${ajv.errorsText(validate.errors)}`).toBe(true);
    const bill: Bill = JSON.parse(text);
    const components = [bill.metadata.component, ...bill.components];
    const references = components.map((component) => component["bom-ref"]);
    expect(new Set(references).size, name).toBe(references.length);
    expect(bill.dependencies.map(({ ref }) => ref).sort(), name).toEqual([...references].sort());
    for (const { dependsOn = [] } of bill.dependencies) expect(references, name).toEqual(expect.arrayContaining(dependsOn));
    for (const { purl, hashes } of bill.components) {
      if (purl?.startsWith("pkg:cargo/")) expect(hashes?.[0].content, `${name}: ${purl}`).toMatch(/^[0-9a-f]{64}$/);
    }
  }
});

test("a bill holds what its artefact holds, and nothing that only builds it", ({}, info) => {
  const bills = written(info.outputPath("bills"));
  const names = (artefact: string) => {
    const bill: Bill = JSON.parse(bills.get(`offprint-${artefact}.cdx.json`) ?? "{}");
    return bill.components.map((component) => component.name);
  };
  for (const artefact of ["page", "engine", "references", "x86_64-pc-windows-msvc"]) {
    expect(names(artefact)).toEqual(expect.arrayContaining(["offprint-core", "rust-std"]));
    expect(names(artefact)).not.toContain("serde_derive");
    expect(names(artefact)).not.toContain("proptest");
  }
  // What a browser has already, the page does without.
  expect(names("page")).not.toContain("unicode-normalization");
  expect(names("engine")).toContain("unicode-normalization");
  expect(names("references")).toContain("hayagriva");
  expect(names("x86_64-pc-windows-msvc")).toContain("windows-sys");
  expect(names("x86_64-unknown-linux-musl")).not.toContain("windows-sys");
});
