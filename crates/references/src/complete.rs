//! Making styles say what they mean.
//!
//! A `names` element may have a label or a substitute and leave out its `name`, which stands for the usual form. Hayagriva
//! writes no names at all then: Vancouver would have no authors.

use hayagriva::citationberg::{IndependentStyle, LayoutRenderingElement, Name, NamesChild};

/// Adds the `name` that is left out, wherever names are written.
pub(super) fn complete(style: &mut IndependentStyle) {
    for part in &mut style.macros {
        part.children.iter_mut().for_each(element);
    }
    if let Some(bibliography) = &mut style.bibliography {
        bibliography.layout.elements.iter_mut().for_each(element);
    }
}

/// Gives names that stand for others in a condition the form of those, which Hayagriva does only outside of conditions.
fn inherit(element: &mut LayoutRenderingElement, own: &[NamesChild]) {
    match element {
        LayoutRenderingElement::Names(names) if names.children.is_empty() => names.children = own.to_vec(),
        LayoutRenderingElement::Choose(choose) => {
            choose.if_.children.iter_mut().for_each(|child| inherit(child, own));
            choose.else_if.iter_mut().flat_map(|branch| &mut branch.children).for_each(|child| inherit(child, own));
            choose.otherwise.iter_mut().flat_map(|branch| &mut branch.children).for_each(|child| inherit(child, own));
        }
        _ => {}
    }
}

fn element(element: &mut LayoutRenderingElement) {
    match element {
        LayoutRenderingElement::Names(names) => {
            let has_name = names.children.iter().any(|child| matches!(child, NamesChild::Name(_)));
            if !has_name && !names.children.is_empty() {
                names.children.insert(0, NamesChild::Name(Name::default()));
            }
            let own = names.children.iter().filter(|child| !matches!(child, NamesChild::Substitute(_)));
            let own: Vec<NamesChild> = own.cloned().collect();
            for child in &mut names.children {
                if let NamesChild::Substitute(substitute) = child {
                    substitute.children.iter_mut().for_each(|child| inherit(child, &own));
                    substitute.children.iter_mut().for_each(self::element);
                }
            }
        }
        LayoutRenderingElement::Group(group) => group.children.iter_mut().for_each(self::element),
        LayoutRenderingElement::Choose(choose) => {
            choose.if_.children.iter_mut().for_each(self::element);
            choose.else_if.iter_mut().flat_map(|branch| &mut branch.children).for_each(self::element);
            choose.otherwise.iter_mut().flat_map(|branch| &mut branch.children).for_each(self::element);
        }
        LayoutRenderingElement::Text(_)
        | LayoutRenderingElement::Date(_)
        | LayoutRenderingElement::Number(_)
        | LayoutRenderingElement::Label(_) => {}
    }
}
