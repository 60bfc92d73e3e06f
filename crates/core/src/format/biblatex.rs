//! BibLaTeX, in UTF-8 as biber reads it: entry types and fields of its own, dates as EDTF.

use super::tex::{self, Entry};
use crate::publication::Publication;
use crate::read::other_date;

/// CSL variables that have a field of the same meaning. Of two for one field, or two fields for one, the first counts.
const VARIABLES: [(&str, &str); 20] = [
    ("volume", "volume"),
    ("number", "issue"),
    ("number", "number"),
    ("number", "collection-number"),
    ("eid", "number"),
    ("chapter", "chapter-number"),
    ("part", "part-number"),
    ("volumes", "number-of-volumes"),
    ("edition", "edition"),
    ("series", "collection-title"),
    ("location", "publisher-place"),
    ("venue", "event-place"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("pagetotal", "number-of-pages"),
    ("version", "version"),
    ("pubstate", "status"),
    ("pmid", "PMID"),
    ("pmcid", "PMCID"),
    ("library", "archive"),
];

const DATES: [(&str, &str); 3] = [("eventdate", "event-date"), ("origdate", "original-date"), ("urldate", "accessed")];

/// The names that babel has for languages, by their BCP 47 tags in lower case.
const BABEL: [(&str, &str); 49] = [
    ("en", "english"),
    ("en-us", "american"),
    ("en-gb", "british"),
    ("en-ca", "canadian"),
    ("en-au", "australian"),
    ("de", "ngerman"),
    ("de-at", "naustrian"),
    ("de-ch", "nswissgerman"),
    ("fr", "french"),
    ("fr-ca", "canadien"),
    ("es", "spanish"),
    ("ca", "catalan"),
    ("gl", "galician"),
    ("eu", "basque"),
    ("it", "italian"),
    ("pt", "portuguese"),
    ("pt-br", "brazilian"),
    ("ro", "romanian"),
    ("la", "latin"),
    ("nl", "dutch"),
    ("af", "afrikaans"),
    ("da", "danish"),
    ("sv", "swedish"),
    ("no", "norsk"),
    ("nb", "norsk"),
    ("nn", "nynorsk"),
    ("is", "icelandic"),
    ("fi", "finnish"),
    ("et", "estonian"),
    ("lv", "latvian"),
    ("lt", "lithuanian"),
    ("pl", "polish"),
    ("cs", "czech"),
    ("sk", "slovak"),
    ("sl", "slovene"),
    ("hr", "croatian"),
    ("sr", "serbian"),
    ("bg", "bulgarian"),
    ("mk", "macedonian"),
    ("ru", "russian"),
    ("uk", "ukrainian"),
    ("hu", "hungarian"),
    ("el", "greek"),
    ("tr", "turkish"),
    ("he", "hebrew"),
    ("ar", "arabic"),
    ("fa", "persian"),
    ("vi", "vietnamese"),
    ("ga", "irish"),
];

/// Returns one entry as BibLaTeX, with a line break at its end.
pub(super) fn biblatex(publication: &Publication, key: &str) -> String {
    let kind = entry_type(&publication.kind);
    let mut entry = Entry::new(kind, key);
    tex::head(publication, &mut entry);
    places(publication, kind, &mut entry);
    sort(publication, kind, &mut entry);
    entry.field("date", &publication.issued.as_ref().map(|date| date.edtf()).unwrap_or_default());
    for (field, variable) in DATES {
        entry.field(field, &other_date(publication, variable).map(|date| date.edtf()).unwrap_or_default());
    }
    let mut variables = VARIABLES.to_vec();
    if kind == "online" {
        // This type has no number, so no style would print one.
        variables.retain(|(_, variable)| *variable != "number");
        entry.text("addendum", publication.other("number").as_deref());
    }
    entry.variables(publication, &variables);
    entry.field("pages", &tex::pages(&publication.other("page").unwrap_or_default()));
    tex::links(publication, ("eprinttype", "arxiv"), &mut entry);
    tex::tail(publication, &mut entry);
    entry.field("langid", publication.language.as_deref().and_then(babel_name).unwrap_or_default());
    entry.finish()
}

fn entry_type(kind: &str) -> &'static str {
    match kind {
        "article-journal" | "article-magazine" | "article-newspaper" => "article",
        "review" | "review-book" => "review",
        "paper-conference" => "inproceedings",
        "book" => "book",
        "pamphlet" => "booklet",
        "collection" => "collection",
        "periodical" => "periodical",
        "chapter" => "incollection",
        "entry" | "entry-dictionary" | "entry-encyclopedia" => "inreference",
        "thesis" => "thesis",
        "report" => "report",
        "manuscript" | "speech" => "unpublished",
        "article" | "webpage" | "post" | "post-weblog" => "online",
        "dataset" => "dataset",
        "software" => "software",
        "patent" => "patent",
        "standard" => "standard",
        "motion_picture" | "broadcast" => "movie",
        "song" => "audio",
        "graphic" | "figure" => "image",
        "performance" => "performance",
        "personal_communication" => "letter",
        "legal_case" => "jurisdiction",
        "legislation" | "bill" | "regulation" => "legislation",
        "treaty" => "legal",
        _ => "misc",
    }
}

/// Where it appeared, under the names that the entry type wants.
fn places(publication: &Publication, kind: &str, entry: &mut Entry) {
    let (container_field, short_field) = match kind {
        "article" | "review" => ("journaltitle", "shortjournal"),
        "inproceedings" | "incollection" | "inreference" => ("booktitle", "shortbooktitle"),
        "book" | "collection" => ("maintitle", "shortmaintitle"),
        // The only field of this type in which styles print a website or blog.
        "online" => ("titleaddon", "shortjournal"),
        _ => ("howpublished", "shorthowpublished"),
    };
    let publisher_field = match kind {
        "thesis" | "report" => "institution",
        "online" | "standard" => "organization",
        _ => "publisher",
    };
    let (container, short) = (publication.container.as_deref(), publication.container_short.as_deref());
    entry.text(container_field, container.or(short));
    entry.text(short_field, short.filter(|_| container.is_some()));
    entry.text("eventtitle", publication.event.as_deref());
    entry.text(publisher_field, publication.publisher.as_deref());
}

/// Returns the name of a language in babel, by which biblatex hyphenates and pandoc reads the language.
fn babel_name(tag: &str) -> Option<&'static str> {
    let tag = tag.to_ascii_lowercase();
    let base = tag.split('-').next().unwrap_or_default();
    let named = |wanted: &str| BABEL.iter().find(|(tag, _)| *tag == wanted).map(|(_, name)| *name);
    named(&tag).or_else(|| named(base))
}

/// What sort of thesis, report or article it is. BibLaTeX wants a type for some; its own words for it are translated.
fn sort(publication: &Publication, kind: &str, entry: &mut Entry) {
    entry.text("type", publication.genre.as_deref());
    match (kind, &*publication.kind) {
        ("thesis", _) if !entry.has("type") => entry.field("type", "phdthesis"),
        ("report", _) if !entry.has("type") => entry.field("type", "techreport"),
        (_, "article-magazine") => entry.field("entrysubtype", "magazine"),
        (_, "article-newspaper") => entry.field("entrysubtype", "newspaper"),
        _ => {}
    }
}
