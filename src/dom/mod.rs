//! Elements, written as a chain of calls and drawn by one small interpreter.
//!
//! A description of a part of the page is a plain value. In the browser [`draw`] makes nodes of it and keeps what is
//! live up to date by effects; natively [`html`] writes it as text. Text is only ever set as text: there is no way to
//! hand either of them a string of HTML.

#[cfg(feature = "csr")]
mod draw;
#[cfg(feature = "csr")]
mod rows;

#[cfg(any(feature = "ssr", not(feature = "csr")))]
pub mod html;

#[cfg(feature = "csr")]
pub use draw::mount;

use web_sys::Event;

use crate::browser::host::IS_ELEMENT;

/// Something that can stand inside an element.
pub enum Part {
    /// Nothing.
    None,
    /// Text.
    Text(String),
    /// Text that follows what it is made of.
    LiveText(Box<dyn Fn() -> String>),
    /// An element.
    Element(El),
    /// Several parts.
    Many(Vec<Part>),
    /// A part that is drawn anew whenever what it is made of changes.
    Live(Box<dyn Fn() -> Part>),
    /// A list whose items keep their place in the document while it changes around them.
    Each(Box<dyn Fn() -> Vec<Item>>),
}

/// What an element says and does.
enum Attribute {
    Fixed(&'static str, String),
    /// Gone while it has no value.
    Live(&'static str, Box<dyn Fn() -> Option<String>>),
    /// What a field holds.
    Value(Box<dyn Fn() -> String>),
    /// Whether a property such as `checked` holds.
    Ticked(&'static str, Box<dyn Fn() -> bool>),
    On(&'static str, Box<dyn FnMut(Event)>),
}

/// An element that is being put together. It lies behind a pointer, since each call hands it on.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<Part>,
}

/// An item of a list, known by its key; it is drawn once, when the key comes into the list.
pub struct Item {
    key: String,
    draw: Box<dyn FnOnce() -> El>,
}

impl Item {
    /// An item known by `key`.
    pub fn new(key: String, draw: impl FnOnce() -> El + 'static) -> Self {
        Self { key, draw: Box::new(draw) }
    }
}

/// An element without attributes and children.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A button that does something.
pub fn button(act: impl FnMut() + 'static) -> El {
    // All buttons are made by one piece of code, whatever they do.
    fn boxed(mut act: Box<dyn FnMut()>) -> El {
        el("button").attr("type", "button").on("click", move |_| act())
    }
    boxed(Box::new(act))
}

/// A part that is drawn anew whenever what it is made of changes.
pub fn live<P: Into<Part>>(part: impl Fn() -> P + 'static) -> Part {
    Part::Live(Box::new(move || part().into()))
}

/// The items of a list that changes.
pub fn each(items: impl Fn() -> Vec<Item> + 'static) -> Part {
    Part::Each(Box::new(items))
}

/// A drawing on a grid, in the colour of the text around it; its path may follow what it is made of.
pub fn drawing(class: &'static str, grid: &'static str, path: impl Fn() -> Option<String> + 'static) -> El {
    el("svg")
        .class(class)
        .attr("viewBox", grid)
        .attr("preserveAspectRatio", if class == "icon" { "xMidYMid" } else { "none" })
        .attr("aria-hidden", "true")
        .child(el("path").live_attr("d", path))
}

impl El {
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    fn holding(mut self, child: Part) -> Self {
        self.0.children.push(child);
        self
    }

    /// An attribute that stays as it is.
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.with(Attribute::Fixed(name, value.to_owned()))
    }

    /// The class.
    pub fn class(self, value: &'static str) -> Self {
        // A host styles parts of an element by the same names.
        let this = if IS_ELEMENT { self.attr("part", value) } else { self };
        this.attr("class", value)
    }

    /// An attribute that is there only where it has a value.
    pub fn maybe(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.with(Attribute::Fixed(name, value)),
            None => self,
        }
    }

    /// An attribute that follows what it is made of, and is gone while it has no value.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.with(Attribute::Live(name, Box::new(value)))
    }

    /// An attribute without a value that is there while something holds.
    pub fn flag(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || holds().then(String::new))
    }

    /// An ARIA state, which is always written out.
    pub fn state(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || Some(if holds() { "true" } else { "false" }.to_owned()))
    }

    /// What a field holds.
    pub fn value(self, value: impl Fn() -> String + 'static) -> Self {
        self.with(Attribute::Value(Box::new(value)))
    }

    /// Whether a checkbox is ticked (`checked`) or an option chosen (`selected`).
    pub fn ticked(self, property: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.with(Attribute::Ticked(property, Box::new(holds)))
    }

    /// What happens on an event.
    pub fn on(self, name: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.with(Attribute::On(name, Box::new(act)))
    }

    /// Something inside it.
    pub fn child(self, child: impl Into<Part>) -> Self {
        self.holding(child.into())
    }

    /// Text inside it that follows what it is made of.
    pub fn text(self, text: impl Fn() -> String + 'static) -> Self {
        self.holding(Part::LiveText(Box::new(text)))
    }

    /// A part inside it that is drawn anew whenever what it is made of changes.
    pub fn live<P: Into<Part>>(self, part: impl Fn() -> P + 'static) -> Self {
        self.holding(live(part))
    }
}

impl From<El> for Part {
    fn from(element: El) -> Self {
        Self::Element(element)
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<P: Into<Part>> From<Option<P>> for Part {
    fn from(part: Option<P>) -> Self {
        part.map_or(Self::None, Into::into)
    }
}

impl From<Vec<Part>> for Part {
    fn from(parts: Vec<Part>) -> Self {
        Self::Many(parts)
    }
}

impl From<Vec<El>> for Part {
    fn from(elements: Vec<El>) -> Self {
        Self::Many(elements.into_iter().map(Self::Element).collect())
    }
}
