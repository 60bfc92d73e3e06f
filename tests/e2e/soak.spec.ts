// A monkey at the page, and at an element beside it. Here it does as much as a test run has time for; `cargo xtask soak` has it do
// ten thousand things, most of them to the short list, since a model of the long one takes its time.

import { expect, type Page, test } from "../support/test";
import { type Envelope, generated, twelve } from "../support/data";
import { Model } from "../support/model";
import { Monkey } from "../support/monkey";

const LONG = Number(process.env.OFFPRINT_SOAK ?? 0);
const LISTS: [string, () => Envelope, number][] = [
  ["12", () => twelve, LONG * 0.8 || 200],
  ["10,000", () => generated(10_000), LONG * 0.2 || 60],
];

for (const [name, list, actions] of LISTS) {
  test(`${actions} things done to ${name} entries, whatever comes`, async ({ page, site, list: shown }, { config }) => {
    test.setTimeout(LONG ? 600_000 : config.projects[0].timeout);
    const data = list();
    site.data(data);
    site.embed('<section class="host"><offprint-list loading="eager" limit="3" controls="none"></offprint-list></section><section class="host"></section>');
    await page.addInitScript(watchMemory);
    await shown.open();
    await expect.poll(() => page.evaluate(() => (document.querySelector("offprint-list") as any).results?.length)).toBe(data.publications.length);
    const monkey = new Monkey(page, new Model(data), 20_130_316);
    await monkey.run(Math.ceil(actions / 5));
    const before = await memory(page);
    await monkey.run(actions - Math.ceil(actions / 5));
    const after = await memory(page);
    for (const [what, most] of Object.entries({ nodes: 3_000, listeners: 1_500, heap: 12e6, wasm: 24e6 })) {
      expect(after[what] - before[what], `${what} from ${before[what]} to ${after[what]}`).toBeLessThan(most);
    }
  });
}

/** What the page holds once everything is gone that can go. */
async function memory(page: Page): Promise<Record<string, number>> {
  const client = await page.context().newCDPSession(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(300);
  for (let time = 0; time < 3; time++) await client.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners: listeners } = await client.send("Memory.getDOMCounters");
  const { usedSize: heap } = await client.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => (window as any).wasmBytes());
  await client.detach();
  return { nodes, listeners, heap, wasm };
}

/** Keeps an eye on the linear memory of every wasm instance. */
function watchMemory(): void {
  const memories: WebAssembly.Memory[] = [];
  const watched = (made: any) => {
    const exports: WebAssembly.ExportValue[] = Object.values((made.instance ?? made).exports);
    memories.push(...exports.filter((one) => one instanceof WebAssembly.Memory));
    return made;
  };
  const [streaming, whole] = [WebAssembly.instantiateStreaming, WebAssembly.instantiate];
  WebAssembly.instantiateStreaming = async (...arguments_) => watched(await streaming(...arguments_));
  WebAssembly.instantiate = (async (...arguments_: any[]) => watched(await (whole as any)(...arguments_))) as any;
  (window as any).wasmBytes = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}
