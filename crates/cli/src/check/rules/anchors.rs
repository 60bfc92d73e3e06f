//! Links to entries that the list does not have: `<a href="#hotcluod">`.

use std::collections::HashSet;

use offprint_core::rich::{Node, RichText};

use super::super::finding::{Finding, Severity};
use super::super::list::{Entry, List, find};
use super::near::nearest;

/// In lists longer than this no near id is looked for, since each is compared with each.
const SHORT: usize = 2000;

/// Adds each in-page link of a title, an abstract, a note or the introduction that does not exist.
///
/// The introduction may speak of the page around the list, which has anchors of its own: there it is a warning.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    let anchors = Anchors::of(list);
    if let (Some(text), Some(introduction)) = (list.envelope_text, &list.envelope().introduction) {
        for anchor in anchors.broken(introduction) {
            let piece = find(text, "introduction").unwrap_or(text);
            let finding = anchors.finding(list, piece, &anchor).field("introduction");
            findings.push(Finding { severity: Severity::Warning, ..finding });
        }
    }
    for entry in &list.entries {
        let publication = entry.publication;
        let texts = [
            ("title", Some(&publication.title)),
            ("abstract", publication.abstract_text.as_ref()),
            ("note", publication.note.as_ref()),
        ];
        for (field, text) in texts {
            for anchor in text.map(|text| anchors.broken(text)).unwrap_or_default() {
                let finding = anchors.finding(list, entry.piece(field), &anchor).field(field);
                findings.push(Finding { entry: Some(Entry::reference(entry)), ..finding });
            }
        }
    }
}

/// What in-page links may lead to.
struct Anchors<'a> {
    known: HashSet<&'a str>,
}

impl<'a> Anchors<'a> {
    fn of(list: &List<'a>) -> Self {
        let ids = list.entries.iter().map(|entry| &*entry.publication.id);
        let aliases = list.entries.iter().flat_map(|entry| entry.publication.aliases.iter().map(|alias| &**alias));
        Self { known: ids.chain(aliases).collect() }
    }

    /// Returns the anchors in a rich text that do not exist; `#` and `#top` lead to the top of any page.
    fn broken(&self, text: &str) -> Vec<String> {
        let mut anchors = Vec::new();
        if text.contains('<') && text.contains(['#', '&']) {
            collect(RichText::parse_block(text).0.nodes(), &mut anchors);
        }
        let leads = |anchor: &str| {
            matches!(anchor, "" | "top") || self.known.contains(anchor) || self.known.contains(&*decoded(anchor))
        };
        anchors.retain(|anchor| !leads(anchor));
        anchors
    }

    fn finding(&self, list: &List<'_>, piece: &str, anchor: &str) -> Finding {
        let place = piece.find(&format!("#{anchor}")).map_or(piece, |at| &piece[at..=at + anchor.len()]);
        let message = format!("no entry has the id or alias `{anchor}`");
        let finding = Finding::new(Severity::Error, "broken-reference", list.source.span(place), message);
        let near = if self.known.len() <= SHORT { nearest(anchor, self.known.iter().copied()) } else { None };
        match near {
            Some(meant) => finding.label(format!("did you mean `#{meant}`?")).help(format!("Write `#{meant}`.")),
            None => finding
                .label("leads nowhere")
                .help("Correct the id, or add it to the `custom.aliases` of the entry that is meant."),
        }
    }
}

fn collect(nodes: &[Node], anchors: &mut Vec<String>) {
    for node in nodes {
        match node {
            Node::Link(href, inner) => {
                anchors.extend(href.anchor().map(str::to_owned));
                collect(inner, anchors);
            }
            Node::Element(_, inner) => collect(inner, anchors),
            Node::Text(_) | Node::Mark(_) | Node::Break | Node::Math(_) | Node::MarkedMath(_) => {}
        }
    }
}

/// With each `%2F` as the byte that it stands for.
fn decoded(anchor: &str) -> String {
    let mut bytes = Vec::with_capacity(anchor.len());
    let mut rest = anchor.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        let escaped = behind.get(..2).filter(|digits| *byte == b'%' && digits.iter().all(u8::is_ascii_hexdigit));
        let escaped = escaped.and_then(|digits| std::str::from_utf8(digits).ok());
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(escaped) => {
                bytes.push(escaped);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*byte);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
