//! A reference for readers, in its parts.

use super::links::best_link;
use super::{line, push_part};
use crate::publication::{Date, DateText, Link, Name, Publication};
use crate::read::other_names;

/// What readers see of a publication, each part in one line and empty where nothing is known.
pub(super) struct Reference<'a> {
    /// Authors or, where there are none, editors.
    pub(super) people: String,
    /// The title without markup.
    pub(super) title: String,
    /// What it appeared in.
    pub(super) container: String,
    /// Volume, pages, publisher, date and awards.
    pub(super) details: String,
    /// Where a reader is sent.
    pub(super) url: Option<&'a Link>,
}

impl<'a> Reference<'a> {
    pub(super) fn of(publication: &'a Publication) -> Self {
        let known = |text: &Option<Box<str>>| line(text.as_deref().unwrap_or_default());
        let containers = [&publication.container, &publication.container_short, &publication.event];
        Self {
            people: people(publication),
            title: line(&publication.plain_title()),
            container: containers.into_iter().map(known).find(|name| !name.is_empty()).unwrap_or_default(),
            details: details(publication),
            url: best_link(publication),
        }
    }
}

/// Returns a part with a full stop behind it, unless it has a mark of its own there; nothing for an empty one.
pub(super) fn sentence(text: &str) -> String {
    let has_end = text.is_empty() || text.ends_with(['.', '?', '!', '…', '。', '？', '！']);
    if has_end { text.to_owned() } else { format!("{text}.") }
}

fn people(publication: &Publication) -> String {
    if !publication.authors.is_empty() {
        return listed(&publication.authors, publication.has_other_authors);
    }
    let editors = other_names(publication, "editor");
    match editors.len() {
        0 => String::new(),
        1 => listed(&editors, false) + " (ed.)",
        _ => listed(&editors, false) + " (eds.)",
    }
}

/// Returns "A", "A and B", "A, B and C"; of more people than are named "A, B et al.".
fn listed(names: &[Name], has_others: bool) -> String {
    let mut list = String::new();
    for (at, name) in names.iter().enumerate() {
        let is_last = at + 1 == names.len() && !has_others;
        push_part(&mut list, if is_last { " and " } else { ", " }, &line(&name.display()));
    }
    if has_others { list + " et al." } else { list }
}

fn details(publication: &Publication) -> String {
    let other = |variable| line(&publication.other(variable).unwrap_or_default());
    let labelled = |label: &str, text: String| if text.is_empty() { text } else { format!("{label}{text}") };
    let pages = other("page");
    let pages_label = if pages.contains(['-', '–', '—', ',']) { "pp. " } else { "p. " };
    let mut details = String::new();
    for part in [
        line(publication.genre.as_deref().unwrap_or_default()),
        labelled("vol. ", other("volume")),
        labelled("no. ", Some(other("issue")).filter(|issue| !issue.is_empty()).unwrap_or_else(|| other("number"))),
        labelled("edition ", other("edition")),
        labelled(pages_label, pages),
        line(publication.publisher.as_deref().unwrap_or_default()),
        other("publisher-place"),
        publication.issued.as_ref().map(date).unwrap_or_default(),
        line(&publication.awards.join(", ")),
    ] {
        push_part(&mut details, ", ", &part);
    }
    details
}

fn date(date: &Date) -> String {
    let DateText { before, year, after } = date.text();
    line(&format!("{before}{year}{after}"))
}
