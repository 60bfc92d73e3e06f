// A static server that compresses as a good host does, and counts what it sends.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml" };
const SMALL = 4_000_000;

/** What of a folder is compressed: all that a first visit loads. */
const PACKED = /^(index\.html|.*\.(css|js|svg)|offprint-(page.*|engine_bg)\.wasm)$/;

const pack = ([path, body]) => [path, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })];

/** Of a page that is isolated from others, clocks are exact to 5 µs instead of 100. */
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/**
 * Serves files from `folders`, the first that has one; `made` holds files by path. `sent` is what went out, by path. All is
 * compressed ahead, so that no visit waits for that.
 */
export async function serve(folders, made = {}) {
  const compressed = new Map(Object.entries(made).filter(([, body]) => body.length < SMALL).map(pack));
  const sent = new Map();
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((name) => PACKED.test(name) && !made[name])) {
      compressed.set(...pack([name, readFileSync(join(folder, name))]));
    }
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname).slice(1) || "index.html";
    const file = folders.map((folder) => join(folder, path)).find((file) => existsSync(file));
    const body = made[path] ?? (file && readFileSync(file));
    if (!body) return response.writeHead(404).end();
    const headers = { ...ISOLATED, "content-type": TYPES[extname(path)] ?? "application/octet-stream" };
    const bytes = compressed.get(path) ?? body;
    if (compressed.has(path)) headers["content-encoding"] = "br";
    sent.set(path, bytes.length);
    response.writeHead(200, { ...headers, "content-length": bytes.length }).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, sent, close: () => server.close() };
}
