//! What the formatter makes, as plain text and as the inline HTML that rich text may have.

use hayagriva::citationberg::{FontStyle, FontVariant, FontWeight, VerticalAlign};
use hayagriva::{Elem, ElemChild, ElemChildren, Formatted, Formatting};

use super::Reference;
use super::capitals::Capitals;

/// A character and how it is set.
type Letter = (char, Formatting);

/// Returns a reference in both forms.
pub(super) fn reference(content: &ElemChildren, capitals: &Capitals<'_>) -> Reference {
    let mut runs = Vec::new();
    collect(&content.0, &mut runs);
    let mut letters = Vec::new();
    for Formatted { text, formatting } in runs {
        letters.extend(capitals.restore(text).chars().map(|c| (c, *formatting)));
    }
    let mut reference = Reference::default();
    for run in tidy(letters).chunk_by(|one, next| one.1 == next.1) {
        let (open, close) = run.first().map(|(_, formatting)| tags(formatting)).unwrap_or_default();
        reference.html.push_str(&open);
        for (c, _) in run {
            reference.plain.push(*c);
            escape(*c, &mut reference.html);
        }
        reference.html.push_str(&close);
    }
    reference
}

/// Returns the letters with single spaces, none at the ends, and without commas and spaces that nothing follows: where
/// a date has no month or day, Hayagriva still writes what would part it from the year. Nor is there a stop behind a
/// title's `?`.
fn tidy(letters: Vec<Letter>) -> Vec<Letter> {
    let mut tidy: Vec<Letter> = Vec::new();
    let mut space = false;
    let mut letters = letters.into_iter().peekable();
    while let Some((c, formatting)) = letters.next() {
        // A no-break space holds what belongs together, so it stays.
        if c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}') {
            space = true;
            continue;
        }
        let closes = matches!(c, ')' | ',' | ';');
        let comma = if closes || c == '.' { tidy.pop_if(|(last, _)| *last == ',') } else { None };
        space &= !closes && comma.is_none();
        if c == '.' && !space && is_ended(tidy.last(), letters.peek()) {
            continue;
        }
        let before = tidy.last().map(|(_, before)| *before);
        if std::mem::take(&mut space)
            && let Some(before) = before
        {
            tidy.push((' ', if before == formatting { formatting } else { Formatting::default() }));
        }
        tidy.push((c, formatting));
    }
    tidy
}

/// Returns whether a sentence has ended already where a stop is to be. Within a URL, or before more stops, the
/// stop is something else.
fn is_ended(before: Option<&Letter>, behind: Option<&Letter>) -> bool {
    before.is_some_and(|(c, _)| matches!(c, '?' | '!')) && behind.is_none_or(|(c, _)| !c.is_alphanumeric() && *c != '.')
}

/// The runs of text in order; links are their text.
fn collect<'a>(children: &'a [ElemChild], runs: &mut Vec<&'a Formatted>) {
    for child in children {
        match child {
            ElemChild::Text(text) | ElemChild::Link { text, .. } => runs.push(text),
            ElemChild::Elem(Elem { children, .. }) => collect(&children.0, runs),
            ElemChild::Markup(_) | ElemChild::Transparent { .. } => {}
        }
    }
}

fn tags(formatting: &Formatting) -> (String, String) {
    let mut open = String::new();
    let mut close = String::new();
    let mut tag = |start: &str, end: &str| {
        open.push_str(start);
        close.insert_str(0, end);
    };
    if formatting.font_weight == FontWeight::Bold {
        tag("<b>", "</b>");
    }
    if formatting.font_style == FontStyle::Italic {
        tag("<i>", "</i>");
    }
    if formatting.font_variant == FontVariant::SmallCaps {
        tag("<span style=\"font-variant: small-caps\">", "</span>");
    }
    match formatting.vertical_align {
        VerticalAlign::Sup => tag("<sup>", "</sup>"),
        VerticalAlign::Sub => tag("<sub>", "</sub>"),
        _ => {}
    }
    (open, close)
}

fn escape(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        _ => out.push(c),
    }
}
