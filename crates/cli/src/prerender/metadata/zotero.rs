//! Zotero's names of item types.

use offprint_core::publication::Name;

/// Returns the item type that Zotero has for a CSL type.
pub(crate) fn item_type(kind: &str) -> &'static str {
    match kind {
        "article" => "preprint",
        "article-journal" | "review" | "review-book" => "journalArticle",
        "article-magazine" => "magazineArticle",
        "article-newspaper" => "newspaperArticle",
        "bill" => "bill",
        "book" | "classic" | "collection" | "pamphlet" => "book",
        "broadcast" => "radioBroadcast",
        "chapter" => "bookSection",
        "dataset" => "dataset",
        "entry-dictionary" => "dictionaryEntry",
        "entry" | "entry-encyclopedia" => "encyclopediaArticle",
        "figure" | "graphic" => "artwork",
        "hearing" => "hearing",
        "interview" => "interview",
        "legal_case" => "case",
        "legislation" | "regulation" | "treaty" => "statute",
        "manuscript" => "manuscript",
        "map" => "map",
        "motion_picture" => "film",
        "paper-conference" => "conferencePaper",
        "patent" => "patent",
        "personal_communication" => "letter",
        "post" => "forumPost",
        "post-weblog" => "blogPost",
        "report" => "report",
        "software" => "computerProgram",
        "song" => "audioRecording",
        "speech" => "presentation",
        "standard" => "standard",
        "thesis" => "thesis",
        "webpage" => "webpage",
        _ => "document",
    }
}

/// Returns a name so that Zotero finds its parts: "Beethoven, Ludwig van", "King, Martin Luther, Jr.". A group has a comma
/// behind it, else its last word would be a family name.
pub(crate) fn name_in_parts(name: &Name) -> String {
    let Name::Parts { given, family, dropping, non_dropping, suffix } = name else { return name.display() + "," };
    if family.trim().is_empty() {
        return name.display();
    }
    let parts = [joined([non_dropping, family]), joined([given, dropping]), suffix.trim().to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn joined(parts: [&str; 2]) -> String {
    parts.map(str::trim).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
