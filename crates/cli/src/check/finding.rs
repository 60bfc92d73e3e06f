//! One thing that `check` has to say.

use std::ops::Range;

use offprint_core::problem::EntryRef;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Severity {
    /// Something is lost or does not exist: the check fails.
    Error,
    /// It should be looked at; it may be right as it is.
    Warning,
}

impl Severity {
    /// Returns the word for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A place that belongs to a finding, and what is to be said of it.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// Bytes of the file's text.
    pub(super) at: Range<usize>,
    /// A few words to be beside it.
    pub(super) label: String,
}

/// One thing in a file that is wrong or looks wrong.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) severity: Severity,
    /// The kind of finding, in words with hyphens; it never changes its meaning.
    pub(super) code: &'static str,
    /// What is wrong, in one sentence without a full stop.
    pub(super) message: String,
    /// Where it is.
    pub(super) spot: Spot,
    /// Other places that have to do with it.
    pub(super) related: Vec<Spot>,
    /// The entry that it is in.
    pub(super) entry: Option<EntryRef>,
    /// Path of the field in the entry or the envelope; empty for the whole.
    pub(super) field: String,
    /// What is lost by it; empty where nothing is.
    pub(super) loss: &'static str,
    /// How to fix it.
    pub(super) help: String,
}

impl Finding {
    /// Returns a finding of which only kind, place and message are known.
    pub(super) fn new(severity: Severity, code: &'static str, at: Range<usize>, message: String) -> Self {
        Self {
            severity,
            code,
            message,
            spot: Spot { at, label: String::new() },
            related: Vec::new(),
            entry: None,
            field: String::new(),
            loss: "",
            help: String::new(),
        }
    }

    /// With a few words beside its place.
    pub(super) fn label(mut self, label: impl Into<String>) -> Self {
        self.spot.label = label.into();
        self
    }

    /// With a way to fix it.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// In this field.
    pub(super) fn field(mut self, field: impl Into<String>) -> Self {
        self.field = field.into();
        self
    }

    /// With another place that has to do with it.
    pub(super) fn related(mut self, at: Range<usize>, label: impl Into<String>) -> Self {
        self.related.push(Spot { at, label: label.into() });
        self
    }
}
