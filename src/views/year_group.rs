use std::sync::Arc;

use offprint_core::library::Bar;
use reactive_graph::owner::StoredValue;
use reactive_graph::traits::GetValue;

use super::facet_group::check_box;
use crate::browser::{events, focus};
use crate::dom::{El, Part, drawing, el, live};
use crate::session::{Session, thousands};
use crate::signal::{Signal, Stored};

/// Height of the histogram in units of its own drawing.
const HEIGHT: u32 = 48;

/// The years: a histogram, a range to type, and entries without a year.
pub(super) fn year_group(session: Session) -> Part {
    live(move || {
        let collection = session.collection();
        let bars = collection.histogram().bars().to_vec();
        let has_unknown = collection.without_year() > 0;
        let ends = bars.first().map(|bar| bar.from).zip(bars.last().map(|bar| bar.to));
        let histogram = (!bars.is_empty()).then(|| histogram(session, bars));
        let range = ends.map(|(first, last)| range_fields(session, first, last));
        let unknown = has_unknown.then(|| no_year(session));
        (ends.is_some() || has_unknown).then(|| {
            el("fieldset").class("group").child(el("legend").child("Year")).child(histogram).child(range).child(unknown)
        })
    })
}

/// Where a visitor is in the histogram; a handle that is copied into its handlers.
#[derive(Clone, Copy)]
struct Cursor {
    session: Session,
    state: StoredValue<Arc<State>>,
}

#[derive(Default)]
struct State {
    bars: Vec<Bar>,
    /// The bar that Tab leads to.
    at: Signal<usize>,
    /// The bar that was clicked last, from which Shift and a click choose a range.
    clicked: Stored<usize>,
    /// Where a range being chosen began.
    anchor: Signal<Option<usize>>,
    /// Whether the pointer is down and drags from `anchor`.
    dragging: Signal<bool>,
    /// Whether the range being chosen has its own place in history already.
    extending: Stored<bool>,
}

impl Cursor {
    fn state(self) -> Arc<State> {
        self.state.get_value()
    }

    fn bar(self, at: usize) -> Option<Bar> {
        self.state().bars.get(at).copied()
    }

    /// Moves the focus; with `extend` the years passed over are chosen.
    fn step(self, to: usize, extend: bool) {
        let from = self.state().at.get_untracked();
        self.state().at.set(to);
        self.state().clicked.set(to);
        if let Some(bar) = self.bar(to) {
            focus::focus_id(&id(bar));
        }
        if extend {
            if self.state().anchor.get_untracked().is_none() {
                self.state().anchor.set(Some(from));
            }
            self.choose_range(to, self.state().extending.get());
            self.state().extending.set(true);
        } else {
            self.rest();
        }
    }

    fn rest(self) {
        self.state().anchor.set(None);
        self.state().extending.set(false);
    }

    /// Chooses the years from the anchor to this bar.
    fn choose_range(self, to: usize, amend: bool) {
        let from = self.state().anchor.get_untracked().unwrap_or(to);
        if let (Some(first), Some(last)) = (self.bar(from.min(to)), self.bar(from.max(to))) {
            self.session.set_range(Some(first.from), Some(last.to), amend);
        }
    }

    fn click(self, at: usize, shift: bool) {
        self.state().at.set(at);
        if shift {
            self.state().anchor.set(Some(self.state().clicked.get()));
            self.choose_range(at, false);
            return self.rest();
        }
        self.state().clicked.set(at);
        if let Some(bar) = self.bar(at) {
            let is_empty = self.session.bar_count_untracked(at) == 0;
            if !is_empty || self.session.is_bar_chosen_untracked(bar) {
                self.session.toggle_years(bar.from, bar.to);
            }
        }
    }

    fn key(self, event: &web_sys::Event) {
        let at = self.state().at.get_untracked();
        let last = self.state().bars.len().saturating_sub(1);
        let to = match events::key(event).as_str() {
            "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => (at + 1).min(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        self.step(to, events::is_shifted(event));
    }

    /// Whether the pointer has passed over this bar in the drag that goes on.
    fn is_swept(self, at: usize) -> bool {
        match (self.state().dragging.get(), self.state().anchor.get()) {
            (true, Some(anchor)) => {
                (anchor.min(self.state().at.get())..=anchor.max(self.state().at.get())).contains(&at)
            }
            _ => false,
        }
    }

    /// The pointer is released over a bar; whether it had been dragged there from another one.
    fn drop_at(self, at: usize) {
        let from = self.state().anchor.get_untracked();
        if self.state().dragging.get_untracked() && from.is_some_and(|from| from != at) {
            self.choose_range(at, false);
        }
        self.state().dragging.set(false);
        self.rest();
    }
}

fn id(bar: Bar) -> String {
    format!("offprint-year-{}", bar.from)
}

fn histogram(session: Session, bars: Vec<Bar>) -> El {
    let state = State { bars: bars.clone(), ..State::default() };
    let cursor = Cursor { session, state: StoredValue::new(Arc::new(state)) };
    let bars: Vec<El> = bars.into_iter().enumerate().map(|(at, bar)| bar_button(cursor, at, bar)).collect();
    el("div").class("histogram").on("pointerleave", move |_| cursor.state().dragging.set(false)).child(bars)
}

fn bar_button(cursor: Cursor, at: usize, bar: Bar) -> El {
    let session = cursor.session;
    let (count, chosen) = (move || session.bar_count(at), move || session.is_bar_chosen(bar));
    let label = move || Some(format!("{}: {}", bar.label(), thousands(count() as usize)));
    let path = move || {
        let height = match count() {
            0 => 0,
            count => (count * HEIGHT / session.tallest_bar()).max(2),
        };
        Some(format!("M0 {HEIGHT}v-{height}h1v{height}z"))
    };
    let press = move |event: web_sys::Event| {
        if events::is_plain_click(&event) {
            events::release_pointer(&event);
            cursor.state().anchor.set(Some(at));
        }
    };
    let sweep = move |event: web_sys::Event| {
        if events::is_pressed(&event) && cursor.state().anchor.get_untracked().is_some() {
            cursor.state().dragging.set(true);
            cursor.state().at.set(at);
        }
    };
    el("button")
        .attr("type", "button")
        .attr("id", &id(bar))
        .live_attr("class", move || Some(if cursor.is_swept(at) { "bar swept" } else { "bar" }.to_owned()))
        .live_attr("aria-label", label)
        .live_attr("title", label)
        .state("aria-pressed", chosen)
        .live_attr("aria-disabled", move || (count() == 0 && !chosen()).then(|| "true".to_owned()))
        .live_attr("tabindex", move || Some(if cursor.state().at.get() == at { "0" } else { "-1" }.to_owned()))
        .on("click", move |event| cursor.click(at, events::is_shifted(&event)))
        .on("focus", move |_| cursor.state().at.set(at))
        .on("keydown", move |event| cursor.key(&event))
        .on("pointerdown", press)
        .on("pointerenter", sweep)
        .on("pointerup", move |_| cursor.drop_at(at))
        .child(drawing("column", "0 0 1 48", path))
}

fn range_fields(session: Session, first: i32, last: i32) -> Vec<El> {
    let state = StoredValue::new(Arc::new(Signal::new(false)));
    let is_wrong = move || state.get_value().get();
    let set = move |text: String, is_from: bool| {
        let year = text.trim().parse::<i32>().ok();
        let is_wrong = year.is_none() && !text.trim().is_empty();
        state.get_value().set(is_wrong);
        let (from, to) = session.range_untracked();
        match (is_wrong, is_from) {
            (true, _) => {}
            (false, true) => session.set_range(year, to, false),
            (false, false) => session.set_range(from, year, false),
        }
    };
    let field = |label: &'static str, hint: i32, is_from: bool| {
        let value = move || {
            let (from, to) = session.range();
            (if is_from { from } else { to }).map_or_else(String::new, |year| year.to_string())
        };
        el("input")
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("aria-label", label)
            .attr("placeholder", &hint.to_string())
            .attr("autocomplete", "off")
            .live_attr("aria-invalid", move || is_wrong().then(|| "true".to_owned()))
            .value(value)
            .on("change", move |event| set(events::value(&event), is_from))
    };
    let dash = el("span").attr("aria-hidden", "true").child("–");
    let fields = el("div")
        .class("range")
        .child(field("From year", first, true))
        .child(dash)
        .child(field("To year", last, false));
    let hint = format!("A year is a whole number, such as {last}.");
    let wrong = move || is_wrong().then(|| el("p").class("hint").attr("role", "alert").child(hint.as_str()));
    vec![fields, el("div").live(wrong)]
}

fn no_year(session: Session) -> El {
    let (count, chosen) = (move || session.without_year_count(), move || session.is_without_year_chosen());
    check_box("No year".to_owned(), count, chosen, move || session.toggle_without_year())
}
