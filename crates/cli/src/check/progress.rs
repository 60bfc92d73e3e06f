//! A bar for files that take their time.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Files below this many bytes are done before a bar could be seen.
const LARGE: usize = 20 << 20;

/// Says on a terminal what is being done; elsewhere, and for small files, nothing.
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// For work in so many steps on a file of this size. It goes away with the value.
    pub(super) fn for_size(bytes: usize, steps: usize) -> Self {
        if bytes < LARGE {
            return Self { bar: ProgressBar::hidden() };
        }
        let bar = ProgressBar::new(steps as u64);
        if let Ok(style) = ProgressStyle::with_template("{spinner} [{bar:30}] {msg} ({elapsed})") {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.enable_steady_tick(Duration::from_millis(100));
        Self { bar }
    }

    /// Begins the next step.
    pub(super) fn step(&self, what: &'static str) {
        self.bar.inc(1);
        self.bar.set_message(what);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
