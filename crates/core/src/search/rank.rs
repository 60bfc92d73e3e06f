//! How well an entry matches: BM25F in whole numbers.
//!
//! Sums of whole numbers don't depend on the order of their parts, so that the scan of a short list and the index of a
//! long one rank alike to the last bit, and the page needs no logarithm.

use super::Field;

/// A whole word in an abstract of [`ABSTRACT_LENGTH`] words; the unit of [`weight`].
const ONE: u32 = 64;

/// The length in words at which a title weighs neither more nor less: the middle of the corpora measured.
const TITLE_LENGTH: u32 = 10;

/// The same for an abstract.
const ABSTRACT_LENGTH: u32 = 150;

/// Where the gain of further occurrences has fallen to a half (BM25's k1). With 4, one word of a title outweighs what
/// an abstract gains by repeating it ten times.
const SATURATION: u32 = 4 * ONE;

/// What a whole word counts against a beginning.
const WHOLE_WORD: u32 = 2;

/// The two highest bits of a score say how near to what was typed the entry matches, at its worst word: by a typing
/// error, in another form of a word, or as typed.
pub const LEVEL: u32 = 3 << 30;

/// An entry that matches in another form of a word is above all that match by a typing error.
pub const AS_FORM: u32 = 1 << 30;

/// An entry that matches as typed is above those.
pub const AS_TYPED: u32 = 2 << 30;

/// An entry one of whose names has all words is above all.
pub const AS_NAME: u32 = 3 << 30;

/// Returns what one occurrence weighs: a beginning, or twice that for a whole word. `length` is the field's length in
/// words; a word tells more in a short title or abstract. The other fields are lists, in which length tells nothing.
pub fn weight(field: Field, length: u32, whole: bool) -> u32 {
    let beginning = ONE / WHOLE_WORD;
    let weight = match field {
        Field::Title => shortened(16 * beginning, length, TITLE_LENGTH),
        Field::Author => 6 * beginning,
        Field::Venue | Field::Keyword | Field::Award => 3 * beginning,
        Field::Other => 2 * beginning,
        Field::Abstract => shortened(beginning, length, ABSTRACT_LENGTH),
        Field::Type => 0,
    };
    weight.max(1) * if whole { WHOLE_WORD } else { 1 }
}

/// BM25's normalisation of length with b = 1/2.
fn shortened(weight: u32, length: u32, usual: u32) -> u32 {
    2 * weight * usual / (usual + length.max(1))
}

/// Returns the score for one clause: `weights` is the sum over its occurrences in the entry, `holding` of `entries`
/// have any. Below 2^23, so that the scores of a hundred clauses don't reach [`LEVEL`].
pub fn clause_score(weights: u32, holding: u32, entries: u32) -> u32 {
    rarity(holding, entries) * saturated(weights)
}

/// Returns what the sum of an entry's weights counts: up to 1024, less and less the more there is already.
pub(super) fn saturated(weights: u32) -> u32 {
    let weights = weights.min(1 << 20);
    weights * 1024 / (weights + SATURATION)
}

/// log2(1 + entries / holding) in 256ths, straight between the powers of two.
pub(super) fn rarity(holding: u32, entries: u32) -> u32 {
    let ratio = ((u64::from(entries) << 16) / u64::from(holding.max(1))) + (1 << 16);
    let exponent = ratio.ilog2();
    let fraction = ((ratio << 8) >> exponent) as u32 & 0xff;
    ((exponent - 16) << 8) + fraction
}

/// Returns the score of an entry with one more clause, each with its level: the lower one counts.
pub fn with_clause(score: u32, clause: u32) -> u32 {
    let level = (score & LEVEL).min(clause & LEVEL);
    level | ((score & !LEVEL) + (clause & !LEVEL)).min(!LEVEL)
}
