//! Collects problems while a file is read.

use super::path::Path;
use crate::problem::{EntryRef, Fault, Loss, Place, Problem};

/// Collects problems with byte offsets, which [`Log::finish`] turns into lines and columns.
pub(crate) struct Log<'a> {
    source: &'a str,
    entry: Option<EntryRef>,
    /// In file order.
    found: Vec<(usize, Problem)>,
}

impl<'a> Log<'a> {
    /// Creates a log for `source`; every text that a problem is reported at must be a slice of it.
    pub(crate) fn new(source: &'a str) -> Self {
        Self { source, entry: None, found: Vec::new() }
    }

    /// Assigns the following problems to an entry.
    pub(super) fn enter(&mut self, position: usize, id: Option<String>) {
        self.entry = Some(EntryRef { position, id });
    }

    /// Assigns the following problems to the file as a whole.
    pub(super) fn leave(&mut self) {
        self.entry = None;
    }

    /// Adds a problem that costs the field at `path`.
    pub(super) fn add_field(&mut self, at: &str, path: &Path<'_>, fault: Fault) {
        self.add(at, path, Loss::Field, fault);
    }

    /// Adds a problem whose position is the start of `at`.
    pub(super) fn add(&mut self, at: &str, path: &Path<'_>, loss: Loss, fault: Fault) {
        let offset = (at.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        // Every object around the end of a truncated file finds the same fault: it is reported once.
        let is_cut = |fault: &Fault| matches!(fault, Fault::CutShort);
        if is_cut(&fault) && self.found.iter().any(|(_, problem)| is_cut(&problem.fault)) {
            return;
        }
        let problem =
            Problem { entry: self.entry.clone(), field: path.to_string(), place: Place::default(), loss, fault };
        let offset = offset.min(self.source.len());
        let at = self.found.partition_point(|(before, _)| *before <= offset);
        self.found.insert(at, (offset, problem));
    }

    /// Returns all problems in file order, with lines and columns.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        let (mut place, mut seen) = (Place { line: 1, column: 1 }, 0);
        for (offset, problem) in &mut self.found {
            for c in self.source[seen..*offset].chars() {
                place = match c {
                    '\n' => Place { line: place.line + 1, column: 1 },
                    // No editor counts a byte order mark.
                    '\u{feff}' => place,
                    _ => Place { column: place.column + 1, ..place },
                };
            }
            seen = *offset;
            problem.place = place;
        }
        self.found.into_iter().map(|(_, problem)| problem).collect()
    }
}
