//! Collecting problems while a file is read.

use crate::problem::{EntryRef, Fault, Loss, Place, Problem};

/// Problems found so far, with places as byte offsets until the end.
pub(crate) struct Log<'a> {
    source: &'a str,
    entry: Option<EntryRef>,
    /// In the order of the file.
    found: Vec<(usize, Problem)>,
}

impl<'a> Log<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self { source, entry: None, found: Vec::new() }
    }

    /// From here on problems belong to this entry.
    pub(super) fn enter(&mut self, position: usize, id: Option<String>) {
        self.entry = Some(EntryRef { position, id });
    }

    /// From here on problems belong to the file as a whole.
    pub(super) fn leave(&mut self) {
        self.entry = None;
    }

    /// Notes a problem at `at`, which is a piece of the source.
    pub(super) fn add(&mut self, at: &'a str, field: &str, loss: Loss, fault: Fault) {
        let offset = (at.as_ptr() as usize).saturating_sub(self.source.as_ptr() as usize);
        // A cut is seen once by every object that it cuts through; a person wants to hear of it once.
        let is_cut = |fault: &Fault| matches!(fault, Fault::CutShort);
        if is_cut(&fault) && self.found.iter().any(|(_, problem)| is_cut(&problem.fault)) {
            return;
        }
        let problem =
            Problem { entry: self.entry.clone(), field: field.to_owned(), place: Place::default(), loss, fault };
        let offset = offset.min(self.source.len());
        let at = self.found.partition_point(|(before, _)| *before <= offset);
        self.found.insert(at, (offset, problem));
    }

    /// All problems in the order of the file, with lines and columns.
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
