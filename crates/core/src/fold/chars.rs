//! What one character folds to, and whether what it folds to belongs to a word.

use std::sync::OnceLock;

use super::unicode;

/// A character of folded text.
#[derive(Clone, Copy)]
pub(super) struct Folded {
    pub(super) c: char,
    /// Whether it is a letter or a digit.
    pub(super) in_word: bool,
}

/// Returns each character that `c` folds to: none for a mark, up to 18 for an Arabic ligature.
///
/// The first call for a block of 256 code points asks [`unicode`] for all of them; from then on it is a look-up.
pub(super) fn folded(c: char) -> &'static [Folded] {
    static BLOCKS: OnceLock<Vec<OnceLock<Box<Block>>>> = OnceLock::new();
    let blocks = BLOCKS.get_or_init(|| (0..=number(char::MAX)).map(|_| OnceLock::new()).collect());
    let block = blocks.get(number(c) as usize);
    block.map(|block| block.get_or_init(|| Box::new(Block::new(number(c)))).get(c)).unwrap_or_default()
}

/// Returns which block `c` is in.
fn number(c: char) -> u32 {
    u32::from(c) >> 8
}

/// What 256 neighbours fold to: constants of Unicode, so nothing here is ever out of date.
struct Block {
    folded: Vec<Folded>,
    /// Where the foldings of each character end in `folded`.
    ends: Vec<u16>,
}

impl Block {
    fn new(number: u32) -> Self {
        let chars = || (number << 8..).take(256).map(char::from_u32);
        let mut lines = String::new();
        for c in chars() {
            // ASCII is known, and has the line feed in it. Surrogates are no characters. Both leave their line empty.
            lines.extend(c.filter(|c| !c.is_ascii()));
            lines.push('\n');
        }
        let mut block = Self { folded: Vec::new(), ends: Vec::new() };
        for (c, line) in chars().zip(unicode::answer(&lines).split('\n')) {
            match c {
                Some(c) if c.is_ascii() => block.push(c.to_ascii_lowercase(), c.is_ascii_alphanumeric()),
                _ => block.push_line(line),
            }
            block.ends.push(block.folded.len() as u16);
        }
        block
    }

    fn push_line(&mut self, line: &str) {
        let mut in_word = true;
        for c in line.chars() {
            if c == unicode::NO_WORD {
                in_word = false;
                continue;
            }
            match listed(c) {
                Some(letters) => letters.chars().for_each(|letter| self.push(letter, true)),
                None => self.push(c, in_word),
            }
            in_word = true;
        }
    }

    fn push(&mut self, c: char, in_word: bool) {
        self.folded.push(Folded { c, in_word });
    }

    fn get(&self, c: char) -> &[Folded] {
        let at = (u32::from(c) & 0xff) as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        let end = self.ends.get(at).map_or(start, |&end| end as usize);
        self.folded.get(start..end).unwrap_or_default()
    }
}

/// Returns the letters whose stroke or ligature Unicode does not decompose, and the sigma that ends a word.
fn listed(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ς' => "σ",
        _ => return None,
    })
}
