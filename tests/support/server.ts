// A static server for one test. It serves the built page, with faults where the test wants them.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built page. */
export const DIST = process.env.OFFPRINT_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

/** How the server answers for one path; what is not given is as usual. */
export interface Answer {
  status?: number;
  body?: string | Buffer;
  type?: string;
  headers?: Record<string, string>;
  /** Never answers. */
  hang?: boolean;
  /** Sends this many bytes of the body and drops the connection. */
  cut?: number;
  /** Sends this many bytes of the body and no more. */
  stall?: number;
  /** Goes on with the body, over and over, until nobody listens any more. */
  endless?: boolean;
  /** Waits for this before it answers. */
  until?: Promise<void>;
}

/** The URL at which the page fetches its list by default. */
export const DATA = "data/publications.json";

export class Site {
  /** Paths below the mount that were asked for, in order. */
  readonly requests: string[] = [];
  private readonly answers = new Map<string, Answer[]>();
  /** Answers that are not finished, and that somebody still listens to. */
  readonly open = new Set<ServerResponse>();
  private readonly sockets = new Set<Socket>();
  private edit = (html: string) => html;
  private folder = DIST;
  private pageHeaders: Record<string, string> = {};

  private constructor(private readonly server: Server, private readonly path: string) {}

  /** Starts a server on a free port, with the page under `path`. */
  static async start(path = "/"): Promise<Site> {
    const server = createServer((request, response) => void site.handle(request.url ?? "/", response));
    const site = new Site(server, path);
    server.on("connection", (socket) => {
      site.sockets.add(socket);
      socket.on("close", () => site.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The page's URL, with a slash at its end. */
  get url(): string {
    return this.origin + this.path;
  }

  /** Answers for `path` from now on: one answer after the other, the last of them for good. */
  answer(path: string, ...answers: Answer[]): void {
    this.answers.set(path, answers);
  }

  /** Serves this as the list. Objects are written as JSON. */
  data(content: unknown): void {
    this.answer(DATA, { body: toBody(content) });
  }

  /** Names another URL of the data in the page's head, as a maintainer would. */
  source(address: string): void {
    this.edited((html) => sourced(html, address));
  }

  /** Serves the page itself as `edit` makes it. */
  edited(edit: (html: string) => string): void {
    this.edit = edit;
  }

  /** Puts something behind the page's `main`, and the element's script with it. */
  embed(html: string): void {
    const script = '<script type="module" src="offprint.js"></script>';
    this.edit = (page) => page.replace("</main>", `</main>${html}${script}`);
  }

  /** Serves another folder than the built page. */
  serve(folder: string): void {
    this.folder = folder;
  }

  /** Sends these headers with the page itself. */
  headers(headers: Record<string, string>): void {
    this.pageHeaders = headers;
  }

  async close(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(url: string, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(url.split("?")[0]);
    if (path === "/favicon.ico") return this.send(response, { status: 204 });
    if (!path.startsWith(this.path)) return this.send(response, { status: 404 });
    const name = path.slice(this.path.length) || "index.html";
    this.requests.push(name);
    response.on("close", () => this.open.delete(response));
    this.open.add(response);
    const planned = this.answers.get(name);
    const answer = planned && planned.length > 1 ? planned.shift() : planned?.[0];
    await answer?.until;
    if (!answer?.hang) this.send(response, { ...this.file(name, answer), ...answer });
  }

  private file(name: string, answer?: Answer): Answer {
    const asked = join(this.folder, name);
    const file = name.endsWith("/") ? join(asked, "index.html") : asked;
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    if (answer?.body !== undefined) return { type };
    if (!existsSync(file) || !statSync(file).isFile()) return { status: 404, body: "Not found", type: "text/plain" };
    if (name !== "index.html") return { body: readFileSync(file), type };
    return { body: this.edit(readFileSync(file, "utf8")), type, headers: this.pageHeaders };
  }

  private send(response: ServerResponse, answer: Answer): void {
    const body = Buffer.from(answer.body ?? "");
    response.writeHead(answer.status ?? 200, {
      "content-type": answer.type ?? "text/plain",
      ...(answer.endless ? {} : { "content-length": body.length }),
      "access-control-allow-origin": "*",
      ...answer.headers,
    });
    if (answer.endless) pour(response, body);
    else if (answer.stall !== undefined) response.write(body.subarray(0, answer.stall));
    else if (answer.cut !== undefined) response.write(body.subarray(0, answer.cut), () => response.destroy());
    else response.end(body);
  }
}

/** Writes as fast as it is read. */
function pour(response: ServerResponse, body: Buffer): void {
  const more = () => {
    while (!response.destroyed && response.write(body));
  };
  response.on("drain", more);
  more();
}

/** A page that names another URL of its data. */
export function sourced(html: string, address: string): string {
  const meta = `<meta name="offprint-source" content="${address}">`;
  return html.replace(/<meta name="offprint-source"[^>]*>/, "").replace("</head>", `${meta}</head>`);
}

/** What is served for `content`: bytes and text as they are, anything else as JSON. */
export function toBody(content: unknown): string | Buffer {
  return typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content);
}
