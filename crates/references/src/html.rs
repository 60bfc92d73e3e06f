//! What the formatter makes, as plain text and as the inline HTML that rich text may have.

use hayagriva::citationberg::{FontStyle, FontVariant, FontWeight, VerticalAlign};
use hayagriva::{Elem, ElemChild, ElemChildren, Formatted, Formatting};

use super::Reference;
use super::mask::{NOTHING, OTHERS, STOP, unmask};

/// A character and how it is set.
type Letter = (char, Formatting);

/// Returns a reference in both forms.
pub(super) fn reference(content: &ElemChildren) -> Reference {
    let mut runs = Vec::new();
    collect(&content.0, &mut runs);
    let mut letters = Vec::new();
    for Formatted { text, formatting } in runs {
        letters.extend(text.chars().map(|c| (c, *formatting)));
    }
    nest_quotes(&mut letters);
    let letters = without_marks(letters);
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

/// Makes quotation marks within others of the same form those of the other form. Apostrophes are masked, so they count as none.
fn nest_quotes(letters: &mut [Letter]) {
    let mut open: Vec<char> = Vec::new();
    for (c, _) in letters {
        let is_double = matches!(*c, '“' | '”');
        match *c {
            '“' | '‘' => {
                let other = if is_double { '‘' } else { '“' };
                *c = if open.last() == Some(c) { other } else { *c };
                open.push(*c);
            }
            '”' | '’' => match open.pop() {
                Some('‘') => *c = '’',
                Some(_) => *c = '”',
                None => {}
            },
            _ => {}
        }
    }
}

/// Returns the letters that the masked ones stand for. What the styles put in has no conjunction before "et al.", no space
/// before a colon, and no stop behind one of the item's own.
fn without_marks(letters: Vec<Letter>) -> Vec<Letter> {
    let mut plain: Vec<Letter> = Vec::with_capacity(letters.len());
    let mut letters = letters.into_iter().peekable();
    let mut has_stop = false;
    while let Some((c, formatting)) = letters.next() {
        if c == ':' {
            plain.pop_if(|(last, _)| *last == ' ');
        }
        let is_second_stop = c == '.' && std::mem::take(&mut has_stop);
        has_stop = c == STOP;
        match c {
            _ if is_second_stop => {}
            NOTHING => drop(letters.next_if(|(c, _)| *c == ' ')),
            OTHERS => drop_conjunction(&mut plain),
            _ => plain.push((unmask(c), formatting)),
        }
    }
    plain
}

/// Drops the "and" or "&" at the end, which stands before the last name of a list.
fn drop_conjunction(letters: &mut Vec<Letter>) {
    for conjunction in ["and ", "& "] {
        let start = letters.len().saturating_sub(conjunction.len());
        if letters[start..].iter().map(|(c, _)| *c).eq(conjunction.chars()) {
            letters.truncate(start);
        }
    }
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
