// Every kind of written page is valid HTML, and has no control that does nothing without scripting.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from "parse5";
import { generated } from "../support/data";
import { publish } from "../support/published";
import { expect, test } from "../support/test";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Trunk and the app write what is equally valid in another form.
    "void-style": "off",
    "no-inline-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "require-sri": "off",
  },
});

const CONTROLS = ["button", "input", "select", "textarea"];

test("written pages are valid and offer nothing that needs scripting", async () => {
  const list = generated(40).publications.map((csl, at) => ({ ...csl, id: at === 3 ? "an id with spaces" : csl.id, custom: { aliases: [`former ${at}`] } }));
  const { folder, remove } = publish({ publications: list }, undefined, undefined, ["--limit", "20"]);
  const year = list.map(({ issued }) => /^\d{4}/.exec(String(issued))?.[0]).find(Boolean);
  const pages = ["index.html", "p/index.html", "p/an~20id~20with~20spaces/index.html", `p/${String(list[0].id)}/index.html`, "embed.html", "frame.html"];
  if (year) pages.push(`years/${year}/index.html`);
  for (const path of pages) {
    const html = readFileSync(join(folder, path), "utf8");
    const { results } = await validator.validateString(html);
    const faults = results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`));
    expect(faults).toEqual([]);
    if (!path.startsWith("embed")) expect(names(parse(html)).filter((name) => CONTROLS.includes(name)), path).toEqual([]);
  }
  remove();
});

/** The elements of a page; a template's content is none of it. */
function names(node: DefaultTreeAdapterTypes.Node): string[] {
  const own = tree.isElementNode(node) ? [node.tagName] : [];
  const children = "childNodes" in node ? node.childNodes : [];
  return [...own, ...children.flatMap(names)];
}
