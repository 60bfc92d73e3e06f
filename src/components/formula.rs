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
    use leptos::attr::custom::custom_attribute;
    use offprint_formulas::Child;

    let child = |child: &Child| match child {
        Child::Element(inner) => self::element(inner),
        Child::Text(text) => text.clone().into_any(),
    };
    let children: Vec<AnyView> = element.children.iter().map(child).collect();
    let view = leptos::html::custom(element.name).child(children).into_any();
    element
        .attributes
        .iter()
        .fold(view, |view, (name, value)| view.add_any_attr(custom_attribute(*name, value.clone())).into_any())
}
