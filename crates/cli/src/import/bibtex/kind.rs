//! Entry types of BibTeX and BibLaTeX as types of CSL.

/// Returns the CSL type, and the genre that it implies.
pub(super) fn kind(entry_type: &str) -> Option<(&'static str, &'static str)> {
    Some(match entry_type {
        "article" | "suppperiodical" => ("article-journal", ""),
        "inproceedings" | "conference" | "inproceeding" => ("paper-conference", ""),
        "book" | "mvbook" | "booklet" | "collection" | "mvcollection" | "reference" | "mvreference" | "proceedings"
        | "mvproceedings" | "proceeding" | "manual" => ("book", ""),
        "inbook" | "incollection" | "bookinbook" | "suppbook" | "suppcollection" => ("chapter", ""),
        "inreference" => ("entry-encyclopedia", ""),
        "phdthesis" => ("thesis", "PhD thesis"),
        "mastersthesis" | "masterthesis" => ("thesis", "Master’s thesis"),
        "bachelorsthesis" | "bachelorthesis" => ("thesis", "Bachelor’s thesis"),
        "thesis" => ("thesis", ""),
        "techreport" => ("report", "Technical report"),
        "report" => ("report", ""),
        "unpublished" => ("manuscript", ""),
        "online" | "electronic" | "www" | "webpage" | "website" => ("webpage", ""),
        "software" | "softwareversion" | "softwaremodule" | "codefragment" => ("software", ""),
        "dataset" | "data" => ("dataset", ""),
        "patent" => ("patent", ""),
        "periodical" => ("periodical", ""),
        "standard" => ("standard", ""),
        "legislation" => ("legislation", ""),
        "jurisdiction" | "legal" => ("legal_case", ""),
        "letter" => ("personal_communication", ""),
        "review" => ("review", ""),
        "artwork" | "image" => ("graphic", ""),
        "audio" | "music" => ("song", ""),
        "movie" | "video" => ("motion_picture", ""),
        "performance" => ("performance", ""),
        "presentation" | "talk" | "lecture" | "speech" => ("speech", ""),
        "preprint" => ("article", ""),
        "misc" | "unspecified" | "other" => ("document", ""),
        _ => return None,
    })
}

/// Returns a series as readers know it: BibLaTeX has keys for two.
pub(super) fn series(text: &str) -> &str {
    match text {
        "newseries" => "new series",
        "oldseries" => "old series",
        other => other,
    }
}

/// `type` of a thesis or report: BibLaTeX has keys for the usual ones.
pub(super) fn genre(text: &str) -> &str {
    match text {
        "phdthesis" => "PhD thesis",
        "mathesis" => "Master’s thesis",
        "bathesis" => "Bachelor’s thesis",
        "candthesis" => "Candidate thesis",
        "techreport" => "Technical report",
        "resreport" => "Research report",
        "patent" => "Patent",
        "patentde" => "German patent",
        "patenteu" => "European patent",
        "patentfr" => "French patent",
        "patentuk" => "British patent",
        "patentus" => "U.S. patent",
        "patreq" => "Patent request",
        "patreqde" => "German patent request",
        "patreqeu" => "European patent request",
        "patreqfr" => "French patent request",
        "patrequk" => "British patent request",
        "patrequs" => "U.S. patent request",
        "software" => "Software",
        "datacd" => "CD-ROM",
        "audiocd" => "Audio CD",
        other => other,
    }
}
