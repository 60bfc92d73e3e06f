import { test } from "../support/test";
import { generated } from "../support/data";
for (const frames of [false, true]) test(`stuck? ${frames}`, async ({ list, page }) => {
  test.setTimeout(90_000);
  await list.open({ data: generated(1000) });
  const t0 = Date.now();
  await page.evaluate((frames) => {
    const toEnd = () => scrollTo(0, document.documentElement.scrollHeight);
    new MutationObserver(toEnd).observe(document.querySelector("main")!, { childList: true, subtree: true });
    const f = () => (toEnd(), requestAnimationFrame(f));
    if (frames) f(); else toEnd();
  }, frames);
  let n = 0;
  for (let i = 0; i < 30 && n < 1000; i++) { await page.waitForTimeout(700); n = await list.articles.count(); }
  const near = await page.evaluate(() => [scrollY, innerHeight, document.documentElement.scrollHeight, document.getElementById("offprint-end")?.getBoundingClientRect().top]);
  console.log("end", frames, n, Date.now() - t0, near.join(" "));
});
