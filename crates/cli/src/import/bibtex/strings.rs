//! `@string` and `#`.

use std::collections::HashMap;

use super::block::Field;
use super::value::Part;

/// No honest field is longer; a few lines of `@string` that name each other could make one of any length.
const LONGEST: usize = 1 << 20;

/// The names that a file has defined so far.
#[derive(Debug, Default)]
pub(super) struct Strings {
    texts: HashMap<String, String>,
}

/// A field's value, put together.
#[derive(Debug, Default)]
pub(super) struct Expanded {
    /// The text.
    pub(super) text: String,
    /// Names in it that are not defined; they are in the text as they are.
    pub(super) undefined: Vec<String>,
    /// Whether it was cut at the greatest length.
    pub(super) is_cut: bool,
}

impl Strings {
    /// Defines a name; a later definition takes the place of a former one.
    pub(super) fn define(&mut self, field: &Field<'_>) {
        let text = self.expand(&field.parts).text;
        self.texts.insert(field.name.to_lowercase(), text);
    }

    /// Puts a value together.
    pub(super) fn expand(&self, parts: &[Part<'_>]) -> Expanded {
        let mut expanded = Expanded::default();
        for part in parts {
            match part {
                Part::Text(text) => expanded.push(text),
                Part::Name(name) => match self.texts.get(&name.to_lowercase()) {
                    Some(text) => expanded.push(text),
                    None => {
                        expanded.push(name);
                        if !is_month(name) {
                            expanded.undefined.push((*name).to_owned());
                        }
                    }
                },
            }
        }
        expanded
    }
}

impl Expanded {
    fn push(&mut self, text: &str) {
        if self.text.len() + text.len() > LONGEST {
            self.is_cut = true;
        } else {
            self.text.push_str(text);
        }
    }
}

/// Returns every style of BibTeX defines the months.
fn is_month(name: &str) -> bool {
    const MONTHS: [&str; 13] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];
    MONTHS.iter().any(|month| month.eq_ignore_ascii_case(name))
}
