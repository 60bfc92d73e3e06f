//! Findings as rustc would draw them.

use std::io::IsTerminal;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::finding::{Finding, Severity, Spot};
use super::source::Source;
use super::window::Window;
use crate::text::printable;

/// Stands for the place of each window until all is drawn: a window starts anywhere in its line, so the column that is
/// counted from it is not the one in the file. No text that is drawn has this character.
const PLACE: char = '\0';

/// How many other places are drawn.
const MOST_RELATED: usize = 3;

/// Draws findings in colour, or without.
pub(super) struct Drawer {
    renderer: Renderer,
}

impl Drawer {
    /// For standard output: in colour only on a terminal, and where `NO_COLOR` does not ask for none.
    pub(super) fn for_output() -> Self {
        let unset = |name| std::env::var_os(name).is_none_or(|value| value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let colour = std::io::stdout().is_terminal() && unset("NO_COLOR") && !dumb;
        Self { renderer: if colour { Renderer::styled() } else { Renderer::plain() } }
    }

    /// Returns a finding with the lines that it is about.
    pub(super) fn draw(&self, source: &Source, finding: &Finding) -> String {
        let mut places = Vec::new();
        let mut snippet = |spot: &Spot, kind: AnnotationKind| {
            let window = Window::around(source, &spot.at);
            places.push(format!("{}:{}:{}", printable(&source.name), window.line, window.column));
            snippet(window, kind, &spot.label)
        };
        let related = || finding.related.iter().take(MOST_RELATED);
        let mut group = title(finding).element(snippet(&finding.spot, AnnotationKind::Primary));
        for spot in related() {
            group = group.element(snippet(spot, AnnotationKind::Context));
        }
        let rendered = self.renderer.render(&[with_messages(group, finding)]);
        with_places(&rendered, &places)
    }

    /// Returns a finding about a file that has no text to draw.
    pub(super) fn draw_bare(&self, finding: &Finding) -> String {
        self.renderer.render(&[with_messages(Group::with_title(primary_title(finding)), finding)])
    }
}

fn primary_title(finding: &Finding) -> annotate_snippets::Title<'_> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    level.primary_title(printable(&finding.message)).id(finding.code)
}

fn title(finding: &Finding) -> Group<'_> {
    Group::with_title(primary_title(finding))
}

fn snippet(window: Window, kind: AnnotationKind, label: &str) -> Snippet<'static, Annotation<'static>> {
    let mark = kind.span(window.at);
    let mark = if label.is_empty() { mark } else { mark.label(printable(label)) };
    Snippet::source(window.text).path(PLACE.to_string()).line_start(window.line).annotation(mark)
}

/// Appends where it is, what it costs and how to fix it.
fn with_messages<'a>(mut group: Group<'a>, finding: &'a Finding) -> Group<'a> {
    let note = note(finding);
    if !note.is_empty() {
        group = group.element(Level::NOTE.message(printable(&note)));
    }
    if !finding.help.is_empty() {
        group = group.element(Level::HELP.message(printable(&finding.help)));
    }
    group
}

/// "entry 3 (`alpha`), field `author[0]`; the entry is left out".
fn note(finding: &Finding) -> String {
    let entry = finding.entry.as_ref().map(|entry| match &entry.id {
        Some(id) => format!("entry {} (`{id}`)", entry.position + 1),
        None => format!("entry {}", entry.position + 1),
    });
    let field = (!finding.field.is_empty()).then(|| format!("field `{}`", finding.field));
    let place = entry.into_iter().chain(field).collect::<Vec<_>>().join(", ");
    let parts = [place.as_str(), finding.loss];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// Puts the places where their signs are, each in place of the line and column behind its sign.
fn with_places(rendered: &str, places: &[String]) -> String {
    let mut parts = rendered.split(PLACE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, place) in parts.zip(places) {
        text.push_str(place);
        text.push_str(part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()));
    }
    text
}
