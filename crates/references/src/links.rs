//! Links as the formatter wants them: it knows one URL, CSL's `URL`.

use offprint_core::publication::{LinkKind, Publication};

/// Kinds of work that are found by their URL or not at all: no journal, book or conference leads to them.
const FOUND_BY_ADDRESS: [&str; 11] = [
    "",
    "article",
    "webpage",
    "post",
    "post-weblog",
    "software",
    "dataset",
    "report",
    "thesis",
    "manuscript",
    "document",
];

const KINDS: [LinkKind; 4] = [LinkKind::Publisher, LinkKind::Website, LinkKind::Preprint, LinkKind::Pdf];

/// Returns the URL that is in for a missing `URL`, if the publication is of a kind that needs one.
pub(super) fn url(publication: &Publication) -> Option<&str> {
    FOUND_BY_ADDRESS.contains(&&*publication.kind).then_some(())?;
    let of = |kind| publication.links.iter().filter(move |link| link.kind == kind).map(|link| link.href.as_str());
    KINDS.into_iter().flat_map(of).find(|url| is_absolute(url))
}

fn is_absolute(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}
