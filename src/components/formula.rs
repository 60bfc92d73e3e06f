use leptos::prelude::*;

use super::rich_text::Links;

/// Returns a formula as MathML, which the module for formulas makes; none where it cannot, and before it is there.
#[cfg(not(feature = "ssr"))]
pub(super) fn formula(links: Links, source: &str) -> Option<AnyView> {
    let math = send_wrapper::SendWrapper::new(links.loading.formulas.convert(source)?);
    let source = source.to_owned();
    Some(view! { <span class="formula" data-formula=source use:hold=math></span> }.into_any())
}

/// Puts a node into an element that is drawn.
#[cfg(not(feature = "ssr"))]
fn hold(place: web_sys::Element, node: send_wrapper::SendWrapper<web_sys::Element>) {
    // An element that was made just now takes any child.
    let _ = place.append_child(&node);
}

/// Returns a formula as MathML; none where its TeX is not understood.
#[cfg(feature = "ssr")]
pub(super) fn formula(_: Links, source: &str) -> Option<AnyView> {
    let math = element(&offprint_formulas::convert(source)?);
    let source = source.to_owned();
    Some(view! { <span class="formula" data-formula=source>{math}</span> }.into_any())
}

#[cfg(feature = "ssr")]
fn element(element: &offprint_formulas::Element) -> AnyView {
    use offprint_formulas::Child;
    let child = |child: &Child| match child {
        Child::Element(inner) => self::element(inner),
        Child::Text(text) => text.clone().into_any(),
    };
    let children: Vec<AnyView> = element.children.iter().map(child).collect();
    let value = |at: usize| {
        let name = offprint_formulas::ATTRIBUTES[at];
        element.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone())
    };
    let name = |at: usize| offprint_formulas::ATTRIBUTES[at];
    leptos::html::custom(element.name)
        .attr(name(0), value(0))
        .attr(name(1), value(1))
        .attr(name(2), value(2))
        .attr(name(3), value(3))
        .attr(name(4), value(4))
        .attr(name(5), value(5))
        .attr(name(6), value(6))
        .attr(name(7), value(7))
        .attr(name(8), value(8))
        .attr(name(9), value(9))
        .attr(name(10), value(10))
        .child(children)
        .into_any()
}
