// The payloads of fixtures/hostile in every text and link of a list.

import { type Csl, type Envelope, fixture } from "./data";

/** What is tried, by kind. */
const KINDS: Record<string, { tries: string; text: string }[]> = JSON.parse(fixture("hostile/payloads.json").toString());

export const PAYLOADS = Object.values(KINDS).flatMap((payloads) => payloads.map(({ text }) => text));

const FIELDS = ["abstract", "note", "keyword", "language", "container-title", "container-title-short", "event-title", "publisher"];

/** A list with an entry for each of these texts, which are around it too. */
export function hostile(texts: string[]): Envelope {
  return {
    title: texts.join(" "),
    introduction: texts.join("\n\n"),
    sections: texts.map((text) => ({ id: text, title: text })),
    people: texts.map((text) => ({ name: `P ${text}`, aliases: [text], url: text, orcid: text })),
    publications: texts.map((text, at) => entry(text, at)),
  };
}

function entry(text: string, at: number): Csl {
  const behind = (host: string) => `https://${host}.example/${text}`;
  return {
    ...Object.fromEntries(FIELDS.map((field) => [field, text])),
    id: text,
    type: text,
    title: `${text} T${at}`,
    author: [{ family: text, given: text, suffix: text }, { literal: text }],
    issued: at % 2 ? text : "2013-04",
    DOI: at % 2 ? text : `10.1/${text}`,
    URL: at % 2 ? text : behind("url"),
    genre: text,
    page: text,
    volume: text,
    [text]: text,
    custom: {
      section: text,
      "venue-url": at % 2 ? text : behind("venue"),
      links: [
        { kind: "pdf", url: text, label: text },
        { kind: text, url: behind("pdf"), label: text },
      ],
    },
  };
}

const ELEMENTS =
  "math mfrac mi mn mo mover mpadded mroot mrow mspace msqrt msub msubsup msup mtable mtd mtext mtr munder " +
  "main div kbd section nav header article aside h1 h2 h3 p ul ol li a span i em b strong sub sup code br mark pre details summary " +
  "button input label select option form fieldset legend dialog datalist svg path search time";

/** Neither `style` nor `name` nor anything that begins with `on`. */
const ATTRIBUTES =
  "id class href hidden inert lang dir title type role tabindex open disabled checked selected value placeholder for autocomplete " +
  "spellcheck inputmode enterkeyhint autocapitalize autocorrect data-formula form lspace rspace mathvariant stretchy maxlength min max step viewbox preserveaspectratio d focusable width height part data-prerendered";

/** Every element and attribute in `main` that is not ours, and every link that leads to no place. */
export function foreignParts([elements, attributes]: string[]): string[] {
  const known = (list: string, name: string) => list.split(" ").includes(name.toLowerCase());
  return [...document.querySelectorAll("main, main *")].flatMap((element) => {
    const isLink = (name: string) => name === "href" && !/^(https?|mailto):$/.test((element as HTMLAnchorElement).protocol ?? "http:");
    const names = element.getAttributeNames().filter((name) => (!known(attributes, name) && !name.startsWith("aria-")) || isLink(name));
    const found = names.map((name) => `${element.localName}[${name}="${element.getAttribute(name)}"]`);
    return known(elements, element.localName) ? found : [`<${element.localName}>`, ...found];
  });
}

export const ALLOWED = [ELEMENTS, ATTRIBUTES];
