//! Drawing in the browser.

use js_sys::Reflect;
use reactive_graph::effect::RenderEffect;
use reactive_graph::owner::{Owner, on_cleanup};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, Node, Text};

use super::rows::Rows;
use super::{Attribute, El, Part, Parts};
use crate::browser::host;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Draws a part at the end of an element and keeps it up to date for as long as its owner lives.
///
/// # Errors
/// Where the browser refuses a node, which it does only for names that no part here has.
pub fn mount(at: &Element, part: impl FnOnce() -> Part) -> Result<Owner, JsValue> {
    // A second page on the same document finds the executor in place.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let document = at.owner_document().ok_or(JsValue::NULL)?;
    let owner = Owner::new();
    owner.with(|| draw(&document, at, None, part()))?;
    Ok(owner)
}

/// Draws a part inside `parent`, before `next` or at the end.
pub(super) fn draw(document: &Document, parent: &Node, next: Option<&Node>, part: Part) -> Result<(), JsValue> {
    match part {
        Part::None => {}
        Part::Text(text) => insert(parent, next, &document.create_text_node(&text))?,
        Part::LiveText(text) => {
            let node = document.create_text_node("");
            insert(parent, next, &node)?;
            follow(Box::new(move || node.set_data(&text())));
        }
        Part::Element(element) => {
            let node = make(document, element)?;
            insert(parent, next, &node)?;
        }
        Part::Many(parts) => {
            for part in parts {
                draw(document, parent, next, part)?;
            }
        }
        Part::Live(part) => {
            let place = Place::new(document, parent, next)?;
            follow(Box::new(move || {
                place.clear();
                place.fill(part());
            }));
        }
        Part::Each(items) => {
            let place = Place::new(document, parent, next)?;
            let mut rows = Rows::new();
            follow(Box::new(move || rows.update(&place, items())));
        }
    }
    Ok(())
}

fn insert(parent: &Node, next: Option<&Node>, node: &Node) -> Result<(), JsValue> {
    parent.insert_before(node, next).map(|_| ())
}

/// Makes an element with all that is in it.
pub(super) fn make(document: &Document, element: El) -> Result<Element, JsValue> {
    let Parts { tag, attributes, children } = *element.0;
    let node = match tag {
        "svg" | "path" => document.create_element_ns(Some(SVG), tag)?,
        _ => document.create_element(tag)?,
    };
    for attribute in attributes {
        set(&node, attribute)?;
    }
    for child in children {
        draw(document, &node, None, child)?;
    }
    Ok(node)
}

fn set(node: &Element, attribute: Attribute) -> Result<(), JsValue> {
    match attribute {
        Attribute::Fixed(name, value) => node.set_attribute(name, &value)?,
        Attribute::Live(name, value) => {
            let node = node.clone();
            follow(Box::new(move || {
                // The names are ours and good; only a bad one is refused.
                let _ = match value() {
                    Some(value) => node.set_attribute(name, &value),
                    None => node.remove_attribute(name),
                };
            }));
        }
        Attribute::Value(value) => {
            let node = node.clone();
            follow(Box::new(move || put(&node, "value", &value().into())));
        }
        Attribute::Ticked(name, holds) => {
            let node = node.clone();
            follow(Box::new(move || put(&node, name, &holds().into())));
        }
        Attribute::On(name, act) => {
            let act: Box<dyn FnMut(Event)> = if host::IS_ELEMENT { Box::new(host::tied(act)) } else { act };
            let act: Closure<dyn FnMut(Event)> = Closure::wrap(act);
            // The browser drops the handler together with the node.
            node.add_event_listener_with_callback(name, act.into_js_value().unchecked_ref())?;
        }
    }
    Ok(())
}

/// Sets a property that has another value: setting the same one would move the cursor of a field.
fn put(node: &Element, name: &str, value: &JsValue) {
    let name = JsValue::from_str(name);
    if Reflect::get(node, &name).as_ref() != Ok(value) {
        let _ = Reflect::set(node, &name, value);
    }
}

/// Does something now, and again whenever what it reads has changed, until the part around it is drawn anew.
fn follow(mut act: Box<dyn FnMut()>) {
    if host::IS_ELEMENT {
        let mut tied = host::tied(move |()| act());
        act = Box::new(move || tied(()));
    }
    let act = send_wrapper::SendWrapper::new(RenderEffect::new(move |_| act()));
    on_cleanup(move || drop(act));
}

/// A place between two empty text nodes whose content changes.
pub(super) struct Place {
    pub(super) document: Document,
    start: Text,
    pub(super) end: Text,
}

impl Place {
    fn new(document: &Document, parent: &Node, next: Option<&Node>) -> Result<Self, JsValue> {
        let place = Self {
            document: document.clone(),
            start: document.create_text_node(""),
            end: document.create_text_node(""),
        };
        insert(parent, next, &place.start)?;
        insert(parent, next, &place.end)?;
        Ok(place)
    }

    /// The first node in it, or its end.
    pub(super) fn first(&self) -> Option<Node> {
        self.start.next_sibling()
    }

    fn clear(&self) {
        let end: &Node = &self.end;
        while let Some(node) = self.first().filter(|node| node != end) {
            remove(&node);
        }
    }

    fn fill(&self, part: Part) {
        if let Some(parent) = self.end.parent_node() {
            let _ = draw(&self.document, &parent, Some(&self.end), part);
        }
    }
}

/// Takes a node out of the document.
pub(super) fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}
