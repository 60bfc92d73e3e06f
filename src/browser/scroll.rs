//! Scroll positions, and a list of which only some rows are drawn, in a box as high as if all were.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, NodeList};

use super::window;

/// Pixels between the top of the window and what is brought into view.
const MARGIN: f64 = 16.0;

/// A row and where it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RowOffset {
    /// The row's number, from one.
    pub(crate) number: u32,
    /// Pixels from the window's top to the row's.
    pub(crate) offset: i32,
}

/// A stretch of the page, in pixels from the top of the list's box.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    /// Where it begins.
    pub(crate) top: f64,
    /// Its height.
    pub(crate) height: f64,
}

/// The box of a virtual list, and in it the part that is drawn.
pub(crate) struct VirtualBox {
    whole: HtmlElement,
    drawn: HtmlElement,
    root: Document,
}

impl VirtualBox {
    /// Finds the box and its drawn part by their ids.
    pub(crate) fn find(root: &Document, whole: &str, drawn: &str) -> Option<Self> {
        let find = |id: &str| root.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok();
        Some(Self { whole: find(whole)?, drawn: find(drawn)?, root: root.clone() })
    }

    fn top(&self) -> f64 {
        self.whole.get_bounding_client_rect().top()
    }

    /// Returns what of the box is, or would be, in the window.
    pub(crate) fn view(&self) -> Stretch {
        Stretch { top: -self.top(), height: window_height() }
    }

    /// Returns the drawn part.
    pub(crate) fn drawn(&self) -> Stretch {
        let rect = self.drawn.get_bounding_client_rect();
        Stretch { top: rect.top() - self.top(), height: rect.height() }
    }

    /// Returns which of the drawn rows is the first in the window, and how many pixels below the window's top it begins.
    pub(crate) fn first_visible(&self) -> Option<(usize, f64)> {
        first_in_window(&self.rows()?).map(|(at, _, top)| (at, top))
    }

    /// Returns how far below the beginning of the drawn part a row begins.
    pub(crate) fn row_top(&self, at: usize) -> f64 {
        let row = self.rows().and_then(|rows| elements(&rows).nth(at));
        row.map_or(0.0, |row| row.get_bounding_client_rect().top() - self.drawn.get_bounding_client_rect().top())
    }

    /// Gives the box a height of its own, or that of what is drawn.
    pub(crate) fn set_height(&self, height: Option<u32>) {
        let height = height.map(|height| format!("{height}px")).unwrap_or_default();
        let _ = self.whole.style().set_property("height", &height);
    }

    /// Positions the drawn part in the box, or puts it back into the flow.
    pub(crate) fn set_top(&self, top: Option<f64>) {
        let style = self.drawn.style();
        let _ = style.set_property("position", if top.is_some() { "absolute" } else { "" });
        // JavaScript formats fractions for nothing; in wasm that costs 15 kB.
        let number = top.and_then(|top| js_sys::Number::from(top).to_string_with_radix(10).ok());
        let top = number.map(|number| String::from(number) + "px").unwrap_or_default();
        let _ = style.set_property("top", &top);
    }

    /// Tells assistive technology the position of each drawn row; the first one is number `first`, from one.
    pub(crate) fn number_rows(&self, first: usize, total: usize) {
        let Some(rows) = self.rows() else { return };
        for (at, row) in elements(&rows).enumerate() {
            let _ = row.set_attribute("aria-posinset", &(first + at).to_string());
            let _ = row.set_attribute("aria-setsize", &total.to_string());
        }
    }

    /// Returns the focused element, if it is in a row.
    pub(crate) fn focused(&self) -> Option<Element> {
        self.root.active_element().filter(|active| self.drawn.contains(Some(active)))
    }

    fn rows(&self) -> Option<NodeList> {
        self.drawn.query_selector_all("article").ok()
    }
}

/// Returns the first row in the window.
pub(crate) fn first_row(root: &Document) -> Option<RowOffset> {
    let rows = root.query_selector_all("[aria-posinset]").ok()?;
    let (_, row, top) = first_in_window(&rows)?;
    Some(RowOffset { number: row.get_attribute("aria-posinset")?.parse().ok()?, offset: top as i32 })
}

/// Returns the id of the first entry in the window and how far below its top it begins; none where nothing is scrolled.
pub(crate) fn first_entry(list: &Element) -> Option<(String, f64)> {
    let rows = list.query_selector_all("article").ok().filter(|_| scrolled() > 0.0)?;
    first_in_window(&rows).map(|(_, row, top)| (row.id(), top))
}

/// Returns the first of these rows that is in the window: its position among them, itself, and where it begins.
fn first_in_window(rows: &NodeList) -> Option<(usize, Element, f64)> {
    elements(rows).enumerate().find_map(|(at, row)| {
        let rect = row.get_bounding_client_rect();
        (rect.bottom() > 0.0).then(|| (at, row, rect.top()))
    })
}

fn elements(nodes: &NodeList) -> impl Iterator<Item = Element> {
    (0..nodes.length()).filter_map(|at| nodes.get(at)?.dyn_into().ok())
}

/// Scrolls so that the element with this id begins `top` pixels below the window's top.
pub(crate) fn keep_in_place(root: &Document, id: &str, top: f64) {
    if let Some(element) = root.get_element_by_id(id) {
        scroll_by(element.get_bounding_client_rect().top() - top);
    }
}

/// Scrolls so that the element with this id is in the window, unless it is.
pub(crate) fn bring_into_view(root: &Document, id: &str) {
    let rect = root.get_element_by_id(id).map(|element| element.get_bounding_client_rect());
    if rect.is_some_and(|rect| rect.top() < 0.0 || rect.bottom() > window_height()) {
        keep_in_place(root, id, MARGIN);
    }
}

/// Scrolls so that the element with this id is at the top of the window, if it is above that.
pub(crate) fn bring_down(root: &Document, id: &str) {
    let top = root.get_element_by_id(id).map(|element| element.get_bounding_client_rect().top());
    if top.is_some_and(|top| top < 0.0) {
        keep_in_place(root, id, 0.0);
    }
}

/// Scrolls the page by some pixels. Less than one is left out: in WebKit it would stop scrolling by keys.
pub(crate) fn scroll_by(pixels: f64) {
    if let Some(window) = window().filter(|_| pixels.abs() >= 1.0) {
        window.scroll_by_with_x_and_y(0.0, pixels);
    }
}

/// Scrolls the page to a height.
pub(crate) fn scroll_to(height: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, height);
    }
}

/// Scrolls the page to a height, or as near as it goes; returns whether it was elsewhere.
pub(crate) fn jump_to(height: f64) -> bool {
    let before = scrolled();
    scroll_to(height);
    (scrolled() - before).abs() >= 1.0
}

/// Returns how far the page is scrolled.
pub(crate) fn scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Returns how many device pixels a CSS pixel has.
pub(crate) fn pixel_ratio() -> f64 {
    window().map_or(1.0, |window| window.device_pixel_ratio())
}

fn window_height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0)
}
