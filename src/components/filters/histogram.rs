use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;
use offprint_core::library::Bar;
use offprint_core::query::{Years, cover, toggle};

use crate::browser::{events, focus};
use crate::state::{State, use_state};
use crate::words;

/// The height of the histogram in units of its own drawing.
const HEIGHT: u32 = 48;

/// The years as bars that are buttons: one tab stop, arrows move, Shift and dragging choose a range.
#[component]
pub fn Histogram(
    /// The bars, earliest first.
    bars: Vec<Bar>,
) -> impl IntoView {
    let cursor = Cursor {
        state: use_state(),
        bars: StoredValue::new(bars.clone()),
        at: RwSignal::new(0),
        clicked: StoredValue::new(0),
        anchor: RwSignal::new(None),
        dragging: RwSignal::new(false),
        extending: StoredValue::new(false),
    };
    let listing = cursor.state.listing;
    let tallest = Memo::new(move |_| {
        listing.answer.with(|answered| answered.answer.counts.bars.iter().copied().max().unwrap_or(0).max(1))
    });
    let bars = bars.into_iter().enumerate();
    let bars = bars.map(|(at, bar)| view! { <BarButton cursor=cursor at=at bar=bar tallest=tallest/> });
    view! {
        <div class="histogram" on:pointerleave=move |_| cursor.dragging.set(false)>{bars.collect::<Vec<_>>()}</div>
    }
}

/// Where a visitor is in the histogram.
#[derive(Clone, Copy)]
struct Cursor {
    state: State,
    bars: StoredValue<Vec<Bar>>,
    /// The bar that Tab leads to.
    at: RwSignal<usize>,
    /// The bar that was clicked last, from which Shift and a click choose a range.
    clicked: StoredValue<usize>,
    /// Where a range being chosen began.
    anchor: RwSignal<Option<usize>>,
    /// Whether the pointer is down and drags from `anchor`.
    dragging: RwSignal<bool>,
    /// Whether the range being chosen has an entry of its own in the history already.
    extending: StoredValue<bool>,
}

impl Cursor {
    fn bar(self, at: usize) -> Option<Bar> {
        self.bars.with_value(|bars| bars.get(at).copied())
    }

    /// Moves the focus; with `extend` the years passed over are chosen.
    fn step(self, to: usize, extend: bool) {
        let from = self.at.get_untracked();
        self.at.set(to);
        self.clicked.set_value(to);
        if let (Some(bar), Some(root)) = (self.bar(to), self.state.mount.root()) {
            focus::focus_id(&root, &id(bar));
        }
        if !extend {
            return self.rest();
        }
        if self.anchor.get_untracked().is_none() {
            self.anchor.set(Some(from));
        }
        self.choose_range(to, self.extending.get_value());
        self.extending.set_value(true);
    }

    /// Ends a range.
    fn rest(self) {
        self.anchor.set(None);
        self.extending.set_value(false);
    }

    /// Chooses the years from the anchor to this bar, in place of the last choice where `amend` says so.
    fn choose_range(self, to: usize, amend: bool) {
        let from = self.anchor.get_untracked().unwrap_or(to);
        let Some((first, last)) = self.bar(from.min(to)).zip(self.bar(from.max(to))) else { return };
        let mut query = self.state.navigation.query();
        query.set_years(Years::between(Some(first.from), Some(last.to)));
        if amend { self.state.navigation.amend(query) } else { self.state.navigation.choose(query) }
    }

    fn click(self, at: usize, bar: Bar, shift: bool) {
        self.at.set(at);
        if shift {
            self.anchor.set(Some(self.clicked.get_value()));
            self.choose_range(at, false);
            return self.rest();
        }
        self.clicked.set_value(at);
        if untrack(|| self.state.listing.bar_count(at) > 0 || self.is_chosen(bar)) {
            self.state.navigation.change(|query| query.set_years(toggle(&query.years, bar.from, bar.to)));
        }
    }

    fn press(self, event: &KeyboardEvent) {
        let at = self.at.get_untracked();
        let last = self.bars.with_value(Vec::len).saturating_sub(1);
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => (at + 1).min(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        self.step(to, event.shift_key());
    }

    /// Returns whether all years of a bar are chosen.
    fn is_chosen(self, bar: Bar) -> bool {
        self.state.listing.filters.with(|query| cover(&query.years, bar.from, bar.to))
    }

    /// Returns whether the pointer has passed over this bar in the drag that goes on.
    fn is_swept(self, at: usize) -> bool {
        match (self.dragging.get(), self.anchor.get()) {
            (true, Some(anchor)) => (anchor.min(self.at.get())..=anchor.max(self.at.get())).contains(&at),
            _ => false,
        }
    }

    /// Begins a drag.
    fn hold(self, at: usize, event: &PointerEvent) {
        if events::is_plain_click(event) {
            events::release_pointer(event);
            self.anchor.set(Some(at));
        }
    }

    /// Drags over a bar.
    fn sweep(self, at: usize, event: &PointerEvent) {
        if event.buttons() == 1 && self.anchor.get_untracked().is_some() {
            self.dragging.set(true);
            self.at.set(at);
        }
    }

    /// Releases the pointer over a bar; a range is chosen if it was dragged there from another one.
    fn release(self, at: usize) {
        let from = self.anchor.get_untracked();
        if self.dragging.get_untracked() && from.is_some_and(|from| from != at) {
            self.choose_range(at, false);
        }
        self.dragging.set(false);
        self.rest();
    }
}

fn id(bar: Bar) -> String {
    format!("offprint-year-{}", bar.from)
}

/// One bar.
#[component]
fn BarButton(
    /// Where the visitor is.
    cursor: Cursor,
    /// Its position.
    at: usize,
    /// Its years.
    bar: Bar,
    /// The results that the tallest bar would leave.
    tallest: Memo<u32>,
) -> impl IntoView {
    let count = Memo::new(move |_| cursor.state.listing.bar_count(at));
    let chosen = Memo::new(move |_| cursor.is_chosen(bar));
    let label = move || words::bar(&bar.label(), count.get());
    let path = move || {
        let height = match count.get() {
            0 => 0,
            count => (count * HEIGHT / tallest.get()).max(2),
        };
        format!("M0 {HEIGHT}v-{height}h1v{height}z")
    };
    view! {
        <button
            type="button"
            id=id(bar)
            class=move || if cursor.is_swept(at) { "bar swept" } else { "bar" }
            aria-label=label
            title=label
            aria-pressed=move || chosen.get().to_string()
            aria-disabled=move || (count.get() == 0 && !chosen.get()).then_some("true")
            tabindex=move || if cursor.at.get() == at { "0" } else { "-1" }
            on:click=move |event: MouseEvent| cursor.click(at, bar, event.shift_key())
            on:focus=move |_| cursor.at.set(at)
            on:keydown=move |event| cursor.press(&event)
            on:pointerdown=move |event| cursor.hold(at, &event)
            on:pointerenter=move |event| cursor.sweep(at, &event)
            on:pointerup=move |_| cursor.release(at)
        >
            <svg class="column" viewBox="0 0 1 48" preserveAspectRatio="none" aria-hidden="true">
                <path d=path></path>
            </svg>
        </button>
    }
}
