//! The dictionary: every term and its number.

use string_interner::backend::StringBackend;
use string_interner::symbol::SymbolU32;
use string_interner::{StringInterner, Symbol};

/// Numbers terms from 0 in the order in which they are added. All texts share one buffer, which for short ones takes a
/// third of the memory of a string each.
#[derive(Debug, Default)]
pub(super) struct Terms {
    interner: StringInterner<StringBackend<SymbolU32>>,
}

impl Terms {
    /// Returns the number of a term.
    pub(super) fn get(&self, text: &str) -> Option<u32> {
        self.interner.get(text).map(number)
    }

    /// Returns the number of a term, which is added if it is new.
    pub(super) fn get_or_add(&mut self, text: &str) -> u32 {
        number(self.interner.get_or_intern(text))
    }

    /// Returns how many terms there are.
    pub(super) fn len(&self) -> usize {
        self.interner.len()
    }

    /// Returns the text of a term; empty where there is none of that number.
    pub(super) fn text(&self, term: u32) -> &str {
        SymbolU32::try_from_usize(term as usize).and_then(|symbol| self.interner.resolve(symbol)).unwrap_or_default()
    }
}

fn number(symbol: SymbolU32) -> u32 {
    symbol.to_usize() as u32
}
