//! The address bar, and what history remembers of each stop.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, PerformanceNavigation, ScrollRestoration, Url};

use super::scroll;
use super::{document, focus, host, storage, window};

/// The key under which our part of a history entry's state lies; the host's own state beside it stays.
const STATE: &str = "offprint";

/// The key under which the place is kept while the page is left.
const PLACE_KEY: &str = "offprint-place";

/// The address as it stands in the bar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Location {
    /// The part behind `?`, without it.
    pub search: String,
    /// The part behind `#`, decoded.
    pub anchor: String,
}

/// Reads the address.
pub fn read() -> Location {
    if let Some(host) = host::current() {
        return Location { search: host.search(), anchor: host.anchor() };
    }
    let Some(location) = window().map(|window| window.location()) else { return Location::default() };
    let search = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    Location {
        search: search.trim_start_matches('?').to_owned(),
        anchor: offprint_core::query::decode_component(hash.trim_start_matches('#')),
    }
}

/// The page's own address with another part behind `?` and another anchor.
pub fn with(search: &str, anchor: &str) -> String {
    let path = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    let mut address = path;
    if !search.is_empty() {
        address.extend(["?", search]);
    }
    if !anchor.is_empty() {
        address.push('#');
        address.push_str(&offprint_core::query::encode_component(anchor));
    }
    address
}

/// An address as an absolute one.
pub fn absolute(address: &str) -> String {
    resolve_against(address, &base()).unwrap_or_else(|| address.to_owned())
}

/// An address found in the file at `base_address`, as an absolute one.
pub fn resolve_absolute(address: &str, base_address: &str) -> String {
    resolve_against(address, base_address).unwrap_or_else(|| address.to_owned())
}

/// The address of a file that was published with the app.
pub fn beside_page(file: &str) -> String {
    match host::current() {
        Some(host) => resolve_absolute(file, &host.base),
        None => resolve_absolute(file, &base()),
    }
}

/// An address found in the file at `base`. It stays as written where it means the same on this page.
#[cfg(target_arch = "wasm32")]
pub fn resolve(address: &str, base_address: &str) -> String {
    match (resolve_against(address, base_address), resolve_against(address, &base())) {
        (Some(there), Some(here)) if there != here => there,
        _ => address.to_owned(),
    }
}

/// The same where the page is written as text, which knows no address of its own: `base` is seen from the page.
#[cfg(not(target_arch = "wasm32"))]
pub fn resolve(address: &str, base_address: &str) -> String {
    offprint_core::href::beside(address, base_address)
}

fn resolve_against(address: &str, base: &str) -> Option<String> {
    window()?;
    Url::new_with_base(address, base).ok().map(|url| url.href())
}

fn base() -> String {
    document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default()
}

/// What can be asked of history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Write {
    /// A new entry: one step back undoes it.
    Push,
    /// The same entry under another address.
    Replace,
}

/// Writes an address.
///
/// # Errors
/// Where the browser refuses, as Safari does from 100 writes in 30 seconds on.
pub fn write(how: Write, search: &str, anchor: &str) -> Result<(), JsValue> {
    if let Some(host) = host::current() {
        return host.write(how == Write::Push, search);
    }
    let Some(history) = history() else { return Ok(()) };
    let address = with(search, anchor);
    match how {
        Write::Push => {
            remember_place();
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        }
        Write::Replace => history.replace_state_with_url(&state(&history), "", Some(&address)),
    }
}

fn history() -> Option<History> {
    // An element leaves history to its host.
    if host::IS_ELEMENT {
        return None;
    }
    window()?.history().ok()
}

fn state(history: &History) -> JsValue {
    history.state().unwrap_or(JsValue::NULL)
}

/// Where a visitor was on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Pixels scrolled down.
    pub scroll: f64,
    /// The first row in the window, from one; 0 for none.
    pub row: u32,
    /// How many pixels below the window's top it began.
    pub offset: i32,
    /// The focused control, as [`focus::path`] describes it; empty for none.
    pub focus: String,
}

/// From here on the page restores scroll positions itself, since the list is drawn after the browser would.
pub fn take_over_scrolling() {
    if let Some(history) = history() {
        // A refusal leaves the browser's own way, which is no harm.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Gives that back while the page is left: on a return it shows the list that was written when it was published, in which
/// the browser finds the place before the app is there.
pub fn give_back_scrolling() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
    }
}

/// Keeps the place in the current history entry, for back, forward and reload.
pub fn remember_place() {
    let Some(history) = history() else { return };
    let (row, offset) = row();
    let place = Array::of4(&scrolled().into(), &focus::path().into(), &row.into(), &offset.into());
    let old = state(&history);
    let new = js_sys::Object::new();
    if old.is_object() {
        js_sys::Object::assign(&new, old.unchecked_ref());
    }
    let _ = Reflect::set(&new, &STATE.into(), &place);
    // Refused writes cost a scroll position, nothing more.
    let _ = history.replace_state(&new, "");
}

/// Keeps the place for a return to this page; browsers do not keep what is written to history while a page is left.
pub fn remember_leaving() {
    // Whole pixels: reading and writing fractions as text would cost 15 kB.
    let (row, offset) = row();
    let place = format!("{} {} {row} {offset} {}", here(), scrolled() as i32, focus::path());
    storage::set_for_return(PLACE_KEY, &place);
}

/// The place where this page was left, if it was now reloaded or come back to.
pub fn place_of_return() -> Option<Place> {
    if host::IS_ELEMENT {
        return None;
    }
    let kept = storage::take_for_return(PLACE_KEY)?;
    let performance = window()?.performance()?;
    let is_return = performance.navigation().type_() != PerformanceNavigation::TYPE_NAVIGATE;
    let mut parts = kept.splitn(5, ' ');
    let is_here = parts.next() == Some(&*here());
    let mut number = || parts.next()?.parse::<i32>().ok();
    let (scroll, row, offset) = (number()?.into(), number()? as u32, number()?);
    (is_return && is_here).then(|| Place { scroll, row, offset, focus: parts.next().unwrap_or_default().to_owned() })
}

fn here() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

fn scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Whether anything is scrolled.
pub fn is_scrolled() -> bool {
    scrolled() > 0.0
}

/// The first row in the window, from one, and its offset; of a list that is not scrolled, none.
fn row() -> (u32, i32) {
    scroll::place().filter(|_| scrolled() > 0.0).unwrap_or_default()
}

/// Whether this row stands where a place has it.
pub fn is_row_at(row: u32, offset: i32) -> bool {
    scroll::place().is_some_and(|(at, top)| at == row && (top - offset).abs() < 2)
}

/// Where the visitor is now, but for the focus.
pub fn place() -> Place {
    let (row, offset) = row();
    Place { scroll: scrolled(), row, offset, focus: String::new() }
}

/// The place kept in the current history entry.
pub fn remembered_place() -> Option<Place> {
    let place = Reflect::get(&state(&history()?), &STATE.into()).ok()?.dyn_into::<Array>().ok()?;
    let number = |at| place.get(at).as_f64().unwrap_or(0.0);
    let focus = place.get(1).as_string().unwrap_or_default();
    Some(Place { scroll: place.get(0).as_f64()?, row: number(2) as u32, offset: number(3) as i32, focus })
}

/// The address of the data: what the page's `<meta name="offprint-source">` says, else `data/publications.json`.
pub fn source() -> String {
    absolute(&meta("offprint-source").unwrap_or_else(|| "data/publications.json".to_owned()))
}

/// Of how many entries references in citation styles were written when the page was published.
pub fn styled_entries() -> u32 {
    if host::IS_ELEMENT {
        return 0;
    }
    meta("offprint-references").and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// What a `meta` element of the page says.
pub fn meta(name: &str) -> Option<String> {
    let meta = document()?.query_selector(&format!("meta[name='{name}']")).ok()??;
    meta.get_attribute("content").map(|content| content.trim().to_owned()).filter(|content| !content.is_empty())
}
