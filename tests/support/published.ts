// A page published with another list: the built page, its list swapped, and what `offprint prerender` makes of that.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DATA, DIST, toBody } from "./server";

const OFFPRINT = process.env.OFFPRINT ?? fileURLToPath(new URL("../../target/debug/offprint", import.meta.url));

/** A published folder, and how to remove it. */
export interface Published {
  folder: string;
  remove: () => void;
}

/** Publishes a list; before that, `edit` changes the page and `change` what else is in the folder. */
export function publish(data: unknown, edit = (html: string) => html, change = (_folder: string) => {}, options: string[] = []): Published {
  const folder = mkdtempSync(join(tmpdir(), "offprint-"));
  cpSync(DIST, folder, { recursive: true });
  writeFileSync(join(folder, DATA), toBody(data));
  const index = join(folder, "index.html");
  writeFileSync(index, edit(readFileSync(index, "utf8")));
  change(folder);
  execFileSync(OFFPRINT, ["prerender", folder, ...options]);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
