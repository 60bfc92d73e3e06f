//! A list of which only some rows are drawn, in a box as high as if all were.

use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement, NodeList};

use super::{root, window};

/// The box, and in it the part that is drawn.
pub struct Scroll {
    whole: HtmlElement,
    drawn: HtmlElement,
}

/// A stretch of the page: where it begins and how high it is, in pixels.
#[derive(Debug, Clone, Copy)]
pub struct Stretch {
    /// Where it begins, from the top of the box.
    pub top: f64,
    /// Its height.
    pub height: f64,
}

impl Scroll {
    /// The list whose box and drawn part have these ids.
    pub fn of(whole: &str, drawn: &str) -> Option<Self> {
        let find = |id: &str| root()?.get_element_by_id(id)?.dyn_into::<HtmlElement>().ok();
        Some(Self { whole: find(whole)?, drawn: find(drawn)? })
    }

    fn box_top(&self) -> f64 {
        self.whole.get_bounding_client_rect().top()
    }

    /// What of the box is, or would be, in the window.
    pub fn view(&self) -> Stretch {
        Stretch { top: -self.box_top(), height: super::page::window_height() }
    }

    /// What is drawn.
    pub fn drawn(&self) -> Stretch {
        let rect = self.drawn.get_bounding_client_rect();
        Stretch { top: rect.top() - self.box_top(), height: rect.height() }
    }

    /// Which of the drawn rows is the first in the window, and how far below the window's top it begins.
    pub fn first_visible(&self) -> Option<(usize, f64)> {
        let rows = rows(&self.drawn)?;
        let rects = (0..rows.length()).filter_map(|at| Some((at, rect(&rows, at)?)));
        rects.into_iter().find(|(_, rect)| rect.bottom() > 0.0).map(|(at, rect)| (at as usize, rect.top()))
    }

    /// How far below the beginning of what is drawn a row begins.
    pub fn row_top(&self, at: usize) -> f64 {
        let rect = rows(&self.drawn).and_then(|rows| rect(&rows, at as u32));
        rect.map_or(0.0, |rect| rect.top() - self.drawn.get_bounding_client_rect().top())
    }

    /// Gives the box a height of its own, or that of what is drawn.
    pub fn set_height(&self, height: Option<u32>) {
        let height = height.map(|height| format!("{height}px")).unwrap_or_default();
        let _ = self.whole.style().set_property("height", &height);
    }

    /// Puts what is drawn to its place in the box, or back where it stands by itself.
    pub fn set_top(&self, top: Option<f64>) {
        let style = self.drawn.style();
        let position = if top.is_some() { "absolute" } else { "" };
        let _ = style.set_property("position", position);
        // JavaScript writes fractions for nothing; here, that would be 15 kB.
        let number = top.and_then(|top| js_sys::Number::from(top).to_string_with_radix(10).ok());
        let top = number.map(|number| String::from(number) + "px").unwrap_or_default();
        let _ = style.set_property("top", &top);
    }

    /// Scrolls the page by some pixels.
    pub fn scroll_by(&self, pixels: f64) {
        if let Some(window) = window() {
            window.scroll_by_with_x_and_y(0.0, pixels);
        }
    }

    /// Tells assistive technology which of how many each row is; the first one drawn is number `first`, from one.
    pub fn number_rows(&self, first: usize, total: usize) {
        let Some(rows) = rows(&self.drawn) else { return };
        for at in 0..rows.length() {
            if let Some(row) = rows.get(at).and_then(|row| row.dyn_into::<Element>().ok()) {
                let _ = row.set_attribute("aria-posinset", &(first + at as usize).to_string());
                let _ = row.set_attribute("aria-setsize", &total.to_string());
            }
        }
    }

    /// Whether the focus is in a row.
    pub fn has_focus(&self) -> bool {
        let active = root().and_then(|document| document.active_element());
        active.is_some_and(|active| self.drawn.contains(Some(&active)))
    }
}

/// The first row in the window, numbered from one, and how far below the window's top it begins, in pixels.
pub fn place() -> Option<(u32, i32)> {
    let rows = root()?.query_selector_all("[aria-posinset]").ok()?;
    let (at, top) = (0..rows.length()).find_map(|at| {
        let rect = rect(&rows, at)?;
        (rect.bottom() > 0.0).then(|| (at, rect.top()))
    })?;
    let number = rows.get(at)?.dyn_into::<Element>().ok()?.get_attribute("aria-posinset")?;
    Some((number.parse().ok()?, top as i32))
}

/// The anchor of the first entry in the window, and how far below its top it begins; none where nothing was scrolled.
pub fn first_entry(list: &Element) -> Option<(String, f64)> {
    window().and_then(|window| window.scroll_y().ok()).filter(|scrolled| *scrolled > 0.0)?;
    let rows = list.query_selector_all("article").ok()?;
    (0..rows.length()).find_map(|at| {
        let row = rows.get(at)?.dyn_into::<Element>().ok()?;
        let rect = row.get_bounding_client_rect();
        (rect.bottom() > 0.0).then(|| (row.id(), rect.top()))
    })
}

/// Scrolls so that an entry begins that far below the window's top.
pub fn keep(anchor: &str, top: f64) {
    let entry = root().and_then(|document| document.get_element_by_id(anchor));
    if let (Some(entry), Some(window)) = (entry, window()) {
        window.scroll_by_with_x_and_y(0.0, entry.get_bounding_client_rect().top() - top);
    }
}

fn rows(drawn: &HtmlElement) -> Option<NodeList> {
    drawn.query_selector_all("article").ok()
}

fn rect(rows: &NodeList, at: u32) -> Option<DomRect> {
    rows.get(at)?.dyn_into::<Element>().ok().map(|row| row.get_bounding_client_rect())
}
