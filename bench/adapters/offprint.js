// The engine of Offprint, fed with the fields of documents that are at hand.
const PIECE = 1 << 18;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
let wasm;

export default {
  name: "offprint",
  facetsOn: ["year", "venue", "authors"],
  async build(docs) {
    const { instance } = await WebAssembly.instantiateStreaming(fetch("/dist/offprint-engine.wasm"), {});
    wasm = instance.exports;
    globalThis.offprintWasm = wasm;
    let at = 0;
    while (at < docs.length) at = add(docs, at);
    wasm.bench_finish();
  },
  query(text) {
    const total = wasm.bench_query(write(text));
    return { total, ids: new Uint32Array(wasm.memory.buffer, wasm.results_ptr(), total).slice() };
  },
  queryTop(text) {
    const total = wasm.bench_query(write(text));
    return { total, ids: new Uint32Array(wasm.memory.buffer, wasm.results_ptr(), Math.min(total, 50)).slice() };
  },
  facets(text) {
    const total = wasm.bench_facets(write(text));
    const bytes = new Uint8Array(wasm.memory.buffer, wasm.facets_ptr(), wasm.facets_len());
    return { total, ...JSON.parse(decoder.decode(bytes)) };
  },
};

/** Adds documents from number `at` on, as many as fit into a piece; the number of the first that did not. */
function add(docs, at) {
  const start = wasm.reserve(PIECE * 2);
  const bytes = new Uint8Array(wasm.memory.buffer, start, PIECE * 2);
  const numbers = new DataView(wasm.memory.buffer, start, PIECE * 2);
  let end = 0;
  for (; at < docs.length && end < PIECE; at += 1) {
    const { year, title, venue, abstract, authors } = docs[at];
    const texts = [title, venue ?? "", abstract ?? "", ...authors];
    numbers.setUint32(end, year ?? 0, true);
    numbers.setUint32(end + 4, texts.length, true);
    let length = end + 8;
    end = length + 4 * texts.length;
    for (const text of texts) {
      const { written } = encoder.encodeInto(text, bytes.subarray(end));
      numbers.setUint32(length, written, true);
      length += 4;
      end += written;
    }
  }
  wasm.bench_add(end);
  return at;
}

function write(text) {
  const start = wasm.reserve(text.length * 3);
  return encoder.encodeInto(text, new Uint8Array(wasm.memory.buffer, start, text.length * 3)).written;
}
