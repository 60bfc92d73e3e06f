//! What the page calls.

use offprint_core::rich::plain_formula;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, Document, Node, NodeList};

use crate::convert;
use crate::tree::{Child, Element};

const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// Returns a formula, written with its delimiters, as an element of MathML; none where its TeX is not understood.
#[wasm_bindgen]
pub fn formula(source: &str) -> Option<web_sys::Element> {
    build(&document()?, &convert(source)?).ok()
}

/// Has formulas copied as they are read, while the document is there.
///
/// # Errors
/// Where the document takes no listener.
#[wasm_bindgen(start)]
pub fn start() -> Result<(), JsValue> {
    let Some(document) = document() else { return Ok(()) };
    let copy = Closure::<dyn Fn(ClipboardEvent)>::new(|event| copy_as_read(&event).unwrap_or_default());
    document.add_event_listener_with_callback("copy", copy.as_ref().unchecked_ref())?;
    copy.forget();
    Ok(())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn build(document: &Document, element: &Element) -> Result<web_sys::Element, JsValue> {
    let node = document.create_element_ns(Some(MATHML), element.name)?;
    for (name, value) in &element.attributes {
        node.set_attribute(name, value)?;
    }
    for child in &element.children {
        let child: Node = match child {
            Child::Element(element) => build(document, element)?.into(),
            Child::Text(text) => document.create_text_node(text).into(),
        };
        node.append_child(&child)?;
    }
    Ok(node)
}

/// Puts the selected text into the clipboard with formulas as they are read, if there are any in it.
fn copy_as_read(event: &ClipboardEvent) -> Option<()> {
    let selection = document()?.get_selection().ok()??;
    let content = selection.get_range_at(0).ok()?.clone_contents().ok()?;
    let formulas = content.query_selector_all("[data-formula]").ok()?;
    if formulas.length() == 0 {
        return None;
    }
    write_out(&formulas);
    event.clipboard_data()?.set_data("text/plain", &content.text_content()?).ok()?;
    event.prevent_default();
    Some(())
}

fn write_out(formulas: &NodeList) {
    for formula in (0..formulas.length()).filter_map(|at| formulas.get(at)?.dyn_into::<web_sys::Element>().ok()) {
        let source = formula.get_attribute("data-formula").unwrap_or_default();
        formula.set_text_content(Some(&plain_formula(&source)));
    }
}
