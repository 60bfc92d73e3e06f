//! Fitting a style to one item, so that Hayagriva has nothing left to decide that it decides otherwise than CSL says.
//!
//! Once a style has written a name in place of another, it takes that variable for empty, also in conditions: APA then has
//! neither pages nor publisher of a paper in edited proceedings. It writes the "in" before editors where there are none,
//! knows one title of a journal, and calls "xii–xv" one page. What an item has is known before, so it is decided here.

use std::str::FromStr;

use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::{Kind, NumberOrPageVariable, StandardVariable, Term, Variable};
use hayagriva::citationberg::{
    Choose, ChooseBranch, ChooseMatch, Group, IndependentStyle, Label, LabelPluralize, LayoutRenderingElement,
    LongShortForm, NamesChild, Text, TextTarget,
};

/// Fits the references of a style to an item.
pub(super) fn adapt(style: &mut IndependentStyle, item: &Item) {
    for part in &mut style.macros {
        elements(&mut part.children, item);
    }
    if let Some(bibliography) = &mut style.bibliography {
        elements(&mut bibliography.layout.elements, item);
    }
}

fn elements(elements: &mut Vec<LayoutRenderingElement>, item: &Item) {
    elements.iter_mut().for_each(|element| adapt_element(element, item));
    elements.retain(|element| !is_empty(element, item));
}

fn adapt_element(element: &mut LayoutRenderingElement, item: &Item) {
    match element {
        LayoutRenderingElement::Choose(choose) => {
            decide(choose, item);
            elements(&mut choose.if_.children, item);
            choose.else_if.iter_mut().for_each(|branch| elements(&mut branch.children, item));
            choose.otherwise.iter_mut().for_each(|branch| elements(&mut branch.children, item));
        }
        LayoutRenderingElement::Group(group) => {
            let had_names = has_names(&group.children);
            elements(&mut group.children, item);
            if had_names && group.children.iter().all(is_constant) {
                group.children.clear();
            }
        }
        LayoutRenderingElement::Names(names) => {
            for child in &mut names.children {
                if let NamesChild::Substitute(substitute) = child {
                    elements(&mut substitute.children, item);
                }
            }
        }
        LayoutRenderingElement::Text(text) => shorten(text, item),
        LayoutRenderingElement::Label(label) => {
            if let Some(text) = page_label(label, item) {
                *element = LayoutRenderingElement::Text(text);
            }
        }
        LayoutRenderingElement::Date(_) | LayoutRenderingElement::Number(_) => {}
    }
}

/// Returns whether an element writes nothing for this item: names that it has not, or what is only said of preprints.
fn is_empty(element: &LayoutRenderingElement, item: &Item) -> bool {
    match element {
        LayoutRenderingElement::Names(names) => {
            let has_substitute = names.children.iter().any(|child| matches!(child, NamesChild::Substitute(_)));
            !has_substitute && !names.variable.iter().any(|variable| has(item, Variable::Name(*variable)))
        }
        LayoutRenderingElement::Group(Group { children, .. }) => children.is_empty(),
        LayoutRenderingElement::Choose(choose) => {
            choose.else_if.is_empty() && choose.otherwise.is_none() && choose.if_.children.is_empty()
        }
        // Harvard takes each article without volume and pages for a preprint.
        LayoutRenderingElement::Text(Text { target: TextTarget::Value { val }, .. }) => {
            val == "Preprint" && kind(item) != Some(Kind::Article)
        }
        _ => false,
    }
}

fn has_names(elements: &[LayoutRenderingElement]) -> bool {
    elements.iter().any(|element| match element {
        LayoutRenderingElement::Names(_) => true,
        LayoutRenderingElement::Choose(choose) => {
            let branches = std::iter::once(&choose.if_).chain(&choose.else_if);
            branches.map(|branch| &branch.children).any(|children| has_names(children))
                || choose.otherwise.as_ref().is_some_and(|branch| has_names(&branch.children))
        }
        LayoutRenderingElement::Group(group) => has_names(&group.children),
        _ => false,
    })
}

/// Returns whether an element is the same text in every reference.
fn is_constant(element: &LayoutRenderingElement) -> bool {
    matches!(
        element,
        LayoutRenderingElement::Text(Text { target: TextTarget::Term { .. } | TextTarget::Value { .. }, .. })
    )
}

/// Takes the short title of a journal where the style wants it and the item has it.
fn shorten(text: &mut Text, item: &Item) {
    if let TextTarget::Variable { var, form: LongShortForm::Short } = &mut text.target
        && *var == Variable::Standard(StandardVariable::ContainerTitle)
        && has(item, Variable::Standard(StandardVariable::ContainerTitleShort))
    {
        *var = Variable::Standard(StandardVariable::ContainerTitleShort);
    }
}

/// Returns "p." or "pp." for the pages of this item.
fn page_label(label: &Label, item: &Item) -> Option<Text> {
    let NumberOrPageVariable::Page(page) = label.variable else { return None };
    let pages = item.0.get(&Variable::Page(page).to_string())?.to_str()?.into_owned();
    let is_range = pages.contains(['-', '–', ',', '&']) && !pages.contains(':');
    let plural = match label.label.plural {
        LabelPluralize::Contextual => is_range,
        LabelPluralize::Always => true,
        LabelPluralize::Never => false,
    };
    let label = label.label.clone();
    Some(Text {
        target: TextTarget::Term { term: Term::PageVariable, form: label.form, plural },
        formatting: label.formatting,
        affixes: label.affixes,
        display: None,
        quotes: false,
        strip_periods: label.strip_periods,
        text_case: label.text_case,
    })
}

/// Leaves out the branches that are false; what follows one that is true is its alternative no more.
fn decide(choose: &mut Choose, item: &Item) {
    let branches = std::iter::once(&mut choose.if_).chain(&mut choose.else_if);
    let mut open: Vec<ChooseBranch> = Vec::new();
    let mut decided = None;
    for branch in branches {
        match truth(branch, item) {
            Some(false) => {}
            None => open.push(branch.clone()),
            Some(true) => {
                decided = Some(std::mem::take(&mut branch.children));
                break;
            }
        }
    }
    let otherwise = choose.otherwise.take().map(|branch| branch.children);
    open.extend(decided.or(otherwise).map(always));
    let mut open = open.into_iter();
    choose.if_ = open.next().unwrap_or_else(|| always(Vec::new()));
    choose.else_if = open.collect();
}

/// Returns a branch without a condition, which is true.
fn always(children: Vec<LayoutRenderingElement>) -> ChooseBranch {
    ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: None,
        variable: None,
        match_: ChooseMatch::All,
        children,
    }
}

/// Returns whether a branch is taken; none where that depends on more than the type and what the item has.
fn truth(branch: &ChooseBranch, item: &Item) -> Option<bool> {
    let is_open = branch.disambiguate.is_some()
        || branch.is_numeric.is_some()
        || branch.is_uncertain_date.is_some()
        || branch.locator.is_some()
        || branch.position.is_some();
    if is_open {
        return None;
    }
    let kind = kind(item);
    let types = branch.type_.iter().flatten().map(|wanted| kind == Some(*wanted));
    let variables = branch.variable.iter().flatten().map(|variable| has(item, *variable));
    Some(branch.match_.test(types.chain(variables)))
}

fn kind(item: &Item) -> Option<Kind> {
    Kind::from_str(&item.0.get("type")?.to_str()?).ok()
}

fn has(item: &Item, variable: Variable) -> bool {
    item.0.contains_key(&variable.to_string())
}
