// What is searched, and what is true: one rule of folding for every contender that takes one.

const LETTERS = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ħ: "h" };

/** Lower case, without accents. */
export function fold(text) {
  const lower = text.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower.normalize("NFD").replace(/\p{M}+/gu, "").replace(/[øłđðıßæœþħ]/g, (letter) => LETTERS[letter]);
}

export const words = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];

/** A document with nothing but texts. */
export const flat = ({ _i, title, authors, venue, abstract, year }) => ({
  id: _i,
  title,
  authors: authors.join(", "),
  venue,
  abstract,
  year: String(year),
});

/** By query the documents in which each of its words begins a word; of a typing error, those of the right spelling. */
export function truth(docs, queries) {
  const texts = docs.map((doc) => ` ${words(Object.values(flat(doc)).slice(1).join(" \n")).map(fold).join(" ")}`);
  const found = (text) => {
    const sought = words(text).map((word) => ` ${fold(word)}`);
    return docs.filter((doc) => sought.every((word) => texts[doc._i].includes(word))).map((doc) => doc._i);
  };
  return queries.map(({ text, meant }) => found(meant ?? text));
}
