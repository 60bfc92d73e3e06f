//! What was wrong with the data.

use offprint_core::problem::{Loss, Place};
use offprint_core::read::Reading;

/// What reading a list brought to light.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// How many entries were left out.
    pub left_out: usize,
    /// Where the file breaks off.
    pub cut: Option<Place>,
    /// Each problem, for a person.
    pub problems: Vec<String>,
}

impl Report {
    /// The report on a short list.
    pub fn of(reading: &Reading) -> Self {
        let cut = reading.problems.iter().find(|problem| problem.loss == Loss::Rest);
        Self {
            left_out: reading.left_out(),
            cut: cut.map(|problem| problem.place),
            problems: reading.problems.iter().map(ToString::to_string).collect(),
        }
    }
}
