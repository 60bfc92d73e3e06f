//! A long list, which lies in the engine module.

use std::borrow::Cow;

use js_sys::Uint8Array;
use offprint_core::format::Format;
use offprint_core::library::{Answer, Choices, Collection, Histogram};
use offprint_core::message::{AnswerMessage, FacetValue, ListSummary};
use offprint_core::problem::Report;
use offprint_core::publication::Publication;
use offprint_core::query::{Facet, Query};
use offprint_core::read::{self, Envelope};
use send_wrapper::SendWrapper;
use serde::Deserialize;

use super::LoadProblem;
use super::modules::Engine;
use crate::browser::timing::{now, yield_now};

/// So many bytes are handed over at once: a few milliseconds' work.
const PIECE: u32 = 32 * 1024;

/// Milliseconds of work after which the browser has its turn.
const SLICE: f64 = 12.0;

/// A list in the engine.
pub(crate) struct EngineList {
    engine: SendWrapper<Engine>,
    summary: ListSummary,
    envelope: Envelope,
    histogram: Histogram,
}

impl EngineList {
    /// Ends the file that the engine was fed with; the report says what was wrong in it.
    ///
    /// # Errors
    /// Where the file is not a list.
    pub(crate) fn open(engine: Engine) -> Result<(Self, Report), LoadProblem> {
        let mut summary: ListSummary = parsed(&engine.end()).unwrap_or_default();
        if let Some(why) = summary.unreadable {
            return Err(LoadProblem::Unreadable(why));
        }
        let envelope = read::read(summary.envelope_text.as_bytes()).map(|reading| reading.envelope).unwrap_or_default();
        let report = std::mem::take(&mut summary.report);
        let histogram = summary.histogram();
        Ok((Self { engine: SendWrapper::new(engine), summary, envelope, histogram }, report))
    }

    /// Returns the engine.
    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Returns the name of the file with the abstracts, if they have one of their own.
    pub(crate) fn envelope_abstracts(&self) -> Option<String> {
        self.envelope.abstracts.clone()
    }

    /// Indexes the abstracts in slices; `progress` hears of it in thousandths.
    pub(crate) async fn index(&self, progress: impl Fn(u32)) {
        let mut slices = Slices::begin();
        loop {
            let done = self.engine.step();
            if done >= 1000 {
                return;
            }
            if slices.pause().await {
                progress(done);
            }
        }
    }
}

/// Hands over a part of a file in pieces by `feed`; the browser has its turn in between.
pub(crate) async fn feed(bytes: &Uint8Array, feed: impl Fn(&Uint8Array)) {
    let mut slices = Slices::begin();
    for start in (0..bytes.length()).step_by(PIECE as usize) {
        feed(&bytes.subarray(start, bytes.length().min(start + PIECE)));
        slices.pause().await;
    }
}

/// Cuts long work into slices.
struct Slices {
    begun: f64,
    turn: u32,
}

impl Slices {
    fn begin() -> Self {
        Self { begun: now(), turn: 0 }
    }

    /// Gives the browser its turn if the slice has taken long enough; returns whether it has.
    async fn pause(&mut self) -> bool {
        let is_over = now() - self.begun >= SLICE;
        if is_over {
            yield_now(self.turn).await;
            *self = Self { begun: now(), turn: self.turn + 1 };
        }
        is_over
    }
}

/// Parses a message of the engine. It is of this version, so a fault is one of ours; nothing is shown then.
fn parsed<T: for<'de> Deserialize<'de>>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

impl Collection for EngineList {
    fn answer(&self, query: &Query) -> Answer {
        let answer = self.engine.answer(&query.to_search());
        let message = AnswerMessage {
            summary: parsed(&answer.summary()).unwrap_or_default(),
            entries: answer.entries(),
            counts: answer.counts(),
            bars: answer.bars(),
        };
        answer.free();
        message.into_answer(&self.summary).unwrap_or_default()
    }

    fn closest(&self, query: &Query) -> Vec<u32> {
        self.engine.closest(&query.to_search())
    }

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn len(&self) -> usize {
        self.summary.length
    }

    fn publication(&self, entry: u32) -> Option<Cow<'_, Publication>> {
        read::entry(&self.text(entry)?).map(Cow::Owned)
    }

    fn year(&self, entry: u32) -> Option<i32> {
        self.engine.year(entry)
    }

    fn entry_by_anchor(&self, anchor: &str) -> Option<u32> {
        self.engine.entry_by_anchor(anchor)
    }

    fn options(&self, facet: Facet, choices: &Choices<'_>) -> Vec<FacetValue> {
        let Choices { narrow, first, counts, with_zeros, most } = *choices;
        let options = self.engine.options(facet.name(), narrow, first, counts, with_zeros, most as u32);
        parsed(&options).unwrap_or_default()
    }

    fn option_count(&self, facet: Facet) -> usize {
        self.summary.values[facet as usize]
    }

    fn find(&self, facet: Facet, name: &str) -> Option<u32> {
        self.engine.find(facet.name(), name)
    }

    fn histogram(&self) -> &Histogram {
        &self.histogram
    }

    fn without_year(&self) -> u32 {
        self.summary.without_year
    }

    fn label(&self, facet: Facet, value: &str) -> String {
        self.engine.label(facet.name(), value)
    }

    fn text(&self, entry: u32) -> Option<Cow<'_, str>> {
        self.engine.entry(entry).map(Cow::Owned)
    }

    fn export(&self, entries: &[u32], format: Format) -> Option<String> {
        Some(self.engine.export(format.name(), entries.to_vec()))
    }
}
