//! Writing as HTML text, for readers without scripting.

use super::{Attribute, El, Item, Part, Parts};

/// Elements that have no content and no closing tag.
const VOID: [&str; 5] = ["br", "input", "link", "meta", "path"];

/// A part as HTML. What is live is written as it is now; what reacts to events is left out.
pub fn write(part: Part) -> String {
    let mut html = String::new();
    push(part, &mut html);
    html
}

fn push(part: Part, html: &mut String) {
    match part {
        Part::None => {}
        Part::Text(text) => escape(&text, html),
        Part::LiveText(text) => escape(&text(), html),
        Part::Element(element) => push_element(element, html),
        Part::Many(parts) => parts.into_iter().for_each(|part| push(part, html)),
        Part::Live(part) => push(part(), html),
        Part::Each(items) => items().into_iter().for_each(|Item { key, draw }| {
            drop(key);
            push_element(draw(), html);
        }),
    }
}

fn push_element(element: El, html: &mut String) {
    let Parts { tag, attributes, children } = *element.0;
    html.extend(["<", tag]);
    for attribute in attributes {
        match attribute {
            Attribute::Fixed(name, value) => push_attribute(name, &value, html),
            Attribute::Live(name, value) => value().iter().for_each(|value| push_attribute(name, value, html)),
            Attribute::Value(value) => push_attribute("value", &value(), html),
            Attribute::Ticked(name, true_now) if true_now() => push_attribute(name, "", html),
            Attribute::Ticked(..) => {}
            Attribute::On(name, act) => drop((name, act)),
        }
    }
    html.push('>');
    if !VOID.contains(&tag) {
        children.into_iter().for_each(|child| push(child, html));
        html.extend(["</", tag, ">"]);
    }
}

fn push_attribute(name: &str, value: &str, html: &mut String) {
    html.extend([" ", name]);
    if !value.is_empty() {
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '&' => html.push_str("&amp;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::el;

    #[test]
    fn text_is_text_whatever_it_holds() {
        let part = el("p").attr("title", "\"><script>").child("<b> & \"c\"").child(el("br"));
        assert_eq!(write(part.into()), "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt; &amp; &quot;c&quot;<br></p>");
    }
}
