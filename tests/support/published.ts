// A page published with another list: the built page, its list swapped, and what `offprint prerender` makes of that.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DATA, DIST, toBody } from "./server";

const OFFPRINT = process.env.OFFPRINT ?? fileURLToPath(new URL("../../target/debug/offprint", import.meta.url));

/** Publishes a list; the folder, and how to remove it. */
export function publish(data: unknown, ...options: string[]): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "offprint-"));
  cpSync(DIST, folder, { recursive: true });
  writeFileSync(join(folder, DATA), toBody(data));
  execFileSync(OFFPRINT, ["prerender", folder, ...options]);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
