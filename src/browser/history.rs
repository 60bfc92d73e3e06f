//! The URL bar, and what the session history keeps of each entry.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, PerformanceNavigation, ScrollRestoration};

use super::scroll::RowOffset;
use super::{storage, window};

/// The key of our part of a history entry's state; what others keep beside it stays.
const STATE: &str = "offprint";

/// The key under which the position is kept while the page is left.
const POSITION_KEY: &str = "offprint-place";

/// How a URL is written to the session history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Write {
    /// As a new entry: one step back undoes it.
    Push,
    /// In place of the current entry's URL.
    Replace,
}

/// Where a visitor was on the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Position {
    /// Pixels scrolled down.
    pub(crate) scroll: f64,
    /// The first row in the window and its offset; none where nothing was scrolled.
    pub(crate) row: Option<RowOffset>,
    /// The focused control, as [`super::focus::path`] describes it; empty for none.
    pub(crate) focus: String,
}

/// Writes a URL.
///
/// # Errors
/// Where the browser refuses, as Safari does after 100 writes in 30 seconds, or drops the write silently, as Chromium
/// does after 200 writes in 10 seconds.
pub(crate) fn write(how: Write, url: &str) -> Result<(), JsValue> {
    let Some((window, history)) = window().zip(history()) else { return Ok(()) };
    match how {
        Write::Push => history.push_state_with_url(&JsValue::NULL, "", Some(url))?,
        Write::Replace => history.replace_state_with_url(&state(&history), "", Some(url))?,
    }
    let written = window.location().href()?;
    if super::url::absolute(url) == written { Ok(()) } else { Err(JsValue::NULL) }
}

/// Has the page restore scroll positions itself, since the list is drawn after the browser would.
pub(crate) fn take_over_scrolling() {
    set_restoration(ScrollRestoration::Manual);
}

/// Leaves scroll positions to the browser, which restores them in the prerendered list before the app is there.
pub(crate) fn give_back_scrolling() {
    set_restoration(ScrollRestoration::Auto);
}

fn set_restoration(how: ScrollRestoration) {
    if let Some(history) = history() {
        // A refusal leaves the browser's own way, which does no harm.
        let _ = history.set_scroll_restoration(how);
    }
}

/// Keeps a position in the current history entry, for back, forward and reload.
pub(crate) fn keep_position(position: &Position) {
    let Some(history) = history() else { return };
    let row = position.row.unwrap_or_default();
    let kept =
        Array::of4(&position.scroll.into(), &position.focus.as_str().into(), &row.number.into(), &row.offset.into());
    let new = Object::new();
    let old = state(&history);
    if old.is_object() {
        Object::assign(&new, old.unchecked_ref());
    }
    // A refused write costs a scroll position, nothing more.
    let _ = Reflect::set(&new, &STATE.into(), &kept);
    let _ = history.replace_state(&new, "");
}

/// Returns the position kept in the current history entry.
pub(crate) fn kept_position() -> Option<Position> {
    let kept = Reflect::get(&state(&history()?), &STATE.into()).ok()?.dyn_into::<Array>().ok()?;
    let number = |at| kept.get(at).as_f64().unwrap_or(0.0);
    let row = RowOffset { number: number(2) as u32, offset: number(3) as i32 };
    Some(Position {
        scroll: kept.get(0).as_f64()?,
        row: (row.number > 0).then_some(row),
        focus: kept.get(1).as_string().unwrap_or_default(),
    })
}

/// Keeps a position for a return to this page; browsers do not keep what is written to history while a page is left.
pub(crate) fn keep_position_for_return(position: &Position) {
    let row = position.row.unwrap_or_default();
    let Position { scroll, focus, .. } = position;
    // Whole pixels: formatting fractions costs 15 kB of code.
    let kept = format!("{} {} {} {} {focus}", href(), *scroll as i32, row.number, row.offset);
    storage::set_for_session(POSITION_KEY, &kept);
}

/// Returns the position at which this page was left, if it was now reloaded or returned to.
pub(crate) fn position_of_return() -> Option<Position> {
    let kept = storage::take_for_session(POSITION_KEY)?;
    let performance = window()?.performance()?;
    let is_return = performance.navigation().type_() != PerformanceNavigation::TYPE_NAVIGATE;
    let mut parts = kept.splitn(5, ' ');
    let is_here = parts.next() == Some(&*href());
    let mut number = || parts.next()?.parse::<i32>().ok();
    let (scroll, row) = (number()?.into(), RowOffset { number: number()? as u32, offset: number()? });
    let focus = parts.next().unwrap_or_default().to_owned();
    (is_return && is_here).then(|| Position { scroll, row: (row.number > 0).then_some(row), focus })
}

fn href() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

fn history() -> Option<History> {
    window()?.history().ok()
}

fn state(history: &History) -> JsValue {
    history.state().unwrap_or(JsValue::NULL)
}
