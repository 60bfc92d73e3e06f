//! Which field becomes which member.

/// Returns the member of CSL-JSON for a field of plain text.
pub(super) fn plain(field: &str) -> Option<&'static str> {
    Some(match field {
        "journaltitle" | "journal" | "booktitle" => "container-title",
        "shortjournal" | "shortbooktitle" | "shorthowpublished" | "shortmaintitle" | "journalabbr" | "journalabr"
        | "abbr" => "container-title-short",
        "shorttitle" => "title-short",
        "series" => "collection-title",
        "eventtitle" | "conference" | "conftitle" => "event-title",
        "venue" | "eventplace" | "conflocation" | "meetingaddress" => "event-place",
        "publisher" | "school" | "institution" | "university" => "publisher",
        "address" | "location" => "publisher-place",
        "version" => "version",
        "volume" => "volume",
        "volumes" => "number-of-volumes",
        "issue" => "issue",
        "chapter" => "chapter-number",
        "pagetotal" | "numpages" | "pagecount" => "number-of-pages",
        "eid" | "articleno" | "article-number" => "number",
        "part" => "part-number",
        "pubstate" => "status",
        "isbn" | "isbn-13" => "ISBN",
        "issn" | "issn-l" => "ISSN",
        "pmid" => "PMID",
        "pmcid" => "PMCID",
        "library" | "lccn" => "call-number",
        "annote" | "annotation" => "annote",
        "issuetitle" => "volume-title",
        "origtitle" => "original-title",
        "origpublisher" => "original-publisher",
        "origlocation" => "original-publisher-place",
        "authority" => "authority",
        _ => return None,
    })
}

/// Returns the member for a list of names.
pub(super) fn names(field: &str) -> Option<&'static str> {
    Some(match field {
        "author" => "author",
        "editor" => "editor",
        "translator" => "translator",
        "bookauthor" => "container-author",
        "director" => "director",
        "illustrator" => "illustrator",
        _ => return None,
    })
}

/// Returns the kind of a link whose field is a URL.
pub(super) fn link(field: &str) -> Option<&'static str> {
    Some(match field {
        "pdf" | "fulltext" | "pdfurl" => "pdf",
        "slides" | "presentation" => "slides",
        "video" | "recording" => "video",
        "code" | "github" | "software" => "code",
        "dataset" | "data" => "data",
        "poster" => "poster",
        "preprint" => "preprint",
        "ee" => "publisher",
        "website" | "html" | "blog" | "project" | "link" | "homepage" | "ads-url" | "adsurl" => "website",
        _ if field.starts_with("bdsk-url") => "website",
        _ => return None,
    })
}

/// Fields in which reference managers keep house: nothing of the publication is in them.
pub(super) fn is_housekeeping(field: &str) -> bool {
    const NAMES: &str = "owner timestamp groups __markedentry priority ranking readstatus qualityassured printed relevance \
                         added-at biburl bibsource interhash intrahash username posted-at keywords_id issue_date sortname \
                         sorttitle sortyear sortkey presort sortshorthand options label key shorthand gender langidopts \
                         bibtex_show adsnote creationdate modificationdate acmid day_added opt bibdate \
                         acknowledgement dbinsdate indextitle indexsorttitle entryset";
    const PREFIXES: &str = "date- bdsk-file mendeley- citeulike- opt jabref refworks __";
    NAMES.split(' ').any(|name| name == field) || PREFIXES.split(' ').any(|prefix| field.starts_with(prefix))
}
