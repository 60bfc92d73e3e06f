//! The tags of RIS and its types.

/// Returns a tag that RIS or one of its users has.
pub(super) fn tag(name: &str) -> Option<&'static str> {
    TAGS.iter().find(|tag| **tag == name).copied()
}

const TAGS: [&str; 106] = [
    "A1", "A2", "A3", "A4", "A5", "A6", "AB", "AD", "AN", "AU", "AV", "BT", "C1", "C2", "C3", "C4", "C5", "C6", "C7",
    "C8", "CA", "CL", "CN", "CP", "CR", "CT", "CY", "DA", "DB", "DI", "DO", "DP", "DS", "ED", "EP", "ER", "ET", "FD",
    "H1", "H2", "ID", "IP", "IS", "J1", "J2", "JA", "JF", "JO", "K1", "KW", "L1", "L2", "L3", "L4", "LA", "LB", "LK",
    "LL", "M1", "M2", "M3", "N1", "N2", "NO", "NV", "OL", "OP", "PA", "PB", "PG", "PP", "PY", "RD", "RI", "RN", "RP",
    "SE", "SF", "SL", "SN", "SP", "SR", "ST", "SV", "T1", "T2", "T3", "TA", "TI", "TN", "TT", "TY", "U1", "U2", "U3",
    "U4", "U5", "UR", "VL", "VO", "WP", "WT", "WV", "Y1", "Y2", "YR",
];

/// Returns the CSL type of a type of RIS.
pub(super) fn kind(name: &str) -> Option<&'static str> {
    Some(match name {
        "JOUR" | "EJOUR" | "ABST" | "INPR" => "article-journal",
        "MGZN" => "article-magazine",
        "NEWS" => "article-newspaper",
        "CONF" | "CPAPER" => "paper-conference",
        "BOOK" | "EBOOK" | "EDBOOK" | "SER" | "CTLG" => "book",
        "CHAP" | "ECHAP" => "chapter",
        "THES" => "thesis",
        "RPRT" | "GOVDOC" => "report",
        "UNPB" | "UNPD" | "MANSCPT" => "manuscript",
        "ELEC" | "WEB" => "webpage",
        "BLOG" => "post-weblog",
        "COMP" => "software",
        "DATA" | "AGGR" | "DBASE" => "dataset",
        "PAT" => "patent",
        "STAND" => "standard",
        "ENCYC" => "entry-encyclopedia",
        "DICT" => "entry-dictionary",
        "JFULL" => "periodical",
        "MPCT" | "VIDEO" | "ADVS" => "motion_picture",
        "SOUND" => "song",
        "MUSIC" => "musical_score",
        "MAP" => "map",
        "ART" => "graphic",
        "FIGURE" | "CHART" => "figure",
        "CASE" => "legal_case",
        "BILL" | "UNBILL" => "bill",
        "STAT" | "LEGAL" => "legislation",
        "HEAR" => "hearing",
        "ICOMM" | "PCOMM" => "personal_communication",
        "SLIDE" => "speech",
        "CLSWK" | "ANCIENT" => "classic",
        "PAMP" => "pamphlet",
        "PREPRINT" => "article",
        "GEN" | "EQUA" | "GRANT" | "MULTI" | "INTERVIEW" | "" => "document",
        _ => return None,
    })
}
