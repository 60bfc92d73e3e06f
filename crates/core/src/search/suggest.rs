//! "Did you mean": for a word that finds nothing, the nearest word of the list.

use super::texts::Texts;

impl Texts {
    /// The search text with each word that no entry has replaced by the nearest that one has; none if a word has no
    /// near one, or if no word is missing.
    pub fn suggest(&self, text: &str) -> Option<String> {
        let words = super::words(text);
        let missing: Vec<&String> =
            words.iter().filter(|word| !self.words().any(|known| known.starts_with(word.as_str()))).collect();
        if missing.is_empty() {
            return None;
        }
        let mut mended = Vec::with_capacity(words.len());
        for word in &words {
            let word = if missing.contains(&word) { self.nearest(word)? } else { word };
            mended.push(word);
        }
        Some(mended.join(" "))
    }

    /// The known word with the fewest edits; of several the one that comes first in the list.
    fn nearest(&self, word: &str) -> Option<&str> {
        let mut nearest = None;
        let mut most = edits_allowed(word);
        for known in self.words() {
            if let Some(edits) = edits_within(word, known, most) {
                nearest = Some(known);
                match edits.checked_sub(1) {
                    Some(fewer) => most = fewer,
                    None => break,
                }
            }
            if most == 0 {
                break;
            }
        }
        nearest
    }
}

/// One edit from four letters, two from eight; never for a word with a digit.
fn edits_allowed(word: &str) -> usize {
    match word.chars().count() {
        _ if word.bytes().any(|byte| byte.is_ascii_digit()) => 0,
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The number of edits (insert, delete, replace, swap of neighbours) between two words, if at most `most`.
fn edits_within(a: &str, b: &str, most: usize) -> Option<usize> {
    if most == 0 || a.len().abs_diff(b.len()) > 4 * most {
        return None;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        if row.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        rows.push(row);
    }
    rows[a.len()].last().copied().filter(|edits| *edits <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted_with_swaps_as_one() {
        for (a, b, most, edits) in [
            ("unikrenel", "unikernel", 2, Some(1)),
            ("transfomer", "transformer", 2, Some(1)),
            ("lamp", "lamps", 1, Some(1)),
            ("lamp", "lynx", 1, None),
            ("cat", "cat", 0, None),
        ] {
            assert_eq!(edits_within(a, b, most), edits, "{a} {b}");
        }
    }
}
