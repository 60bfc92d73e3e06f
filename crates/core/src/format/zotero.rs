//! What Zotero takes of CSL-JSON.

/// The types that Zotero reads. One entry of another type, or of none, makes it refuse a whole file.
const TYPES: [&str; 43] = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "song",
    "speech",
    "standard",
    "thesis",
    "webpage",
];

/// Returns whether Zotero reads a file with entries of this type.
pub(super) fn is_read_by_zotero(kind: &str) -> bool {
    TYPES.contains(&kind)
}
