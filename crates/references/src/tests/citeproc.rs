//! References beside those of citeproc-js, which `cargo xtask bench citations` writes.

use offprint_core::format::Style;
use offprint_core::read;
use serde_json::Value;

use crate::Formatter;

const ENTRIES: &str = include_str!("../../../../bench/citations/entries.json");
const CITEPROC: &str = include_str!("../../../../bench/citations/citeproc.json");

/// References that say another thing, with the reason.
const KNOWN: [(&str, &[&str]); 5] = [
    // citeproc-js takes "given" for a preposition.
    ("article-journal-22", &["chicago", "mla"]),
    // Hayagriva writes a season twice, so none is handed to it.
    ("article-journal-21", &["ieee", "acm", "mla", "vancouver"]),
    // "77-8" is written in full where a style does not say how.
    ("article-journal-121", &["ieee", "acm", "harvard"]),
    // Pages that begin with zeros are not shortened.
    ("article-journal-124", &["mla", "vancouver"]),
    // Harvard calls an article in press a preprint.
    ("article-journal-20", &["harvard"]),
];

#[test]
fn references_say_what_those_of_citeproc_say() {
    let entries: Vec<Value> = serde_json::from_str(ENTRIES).unwrap();
    let theirs: Vec<Vec<String>> = serde_json::from_str(CITEPROC).unwrap();
    let formatter = Formatter::new();
    let mut same = 0;
    for (entry, theirs) in entries.iter().zip(&theirs) {
        let publication = read::entry(&entry.to_string()).unwrap();
        for ((ours, theirs), style) in formatter.all(&publication).into_iter().zip(theirs).zip(Style::ALL) {
            let ours = ours.unwrap_or_default().plain;
            same += usize::from(&ours == theirs);
            let is_known = KNOWN.iter().any(|(id, styles)| *id == &*publication.id && styles.contains(&style.name()));
            assert_eq!(
                facts(&ours) != facts(theirs),
                is_known,
                "{} in {}\n{ours}\n{theirs}",
                publication.id,
                style.name()
            );
        }
    }
    let all = entries.len() * Style::ALL.len();
    assert_eq!(theirs.len(), entries.len());
    assert!(same * 100 >= all * 95, "{same} of {all} references are the same");
}

/// Returns the numbers and the words with a capital, sorted: whose work it is, what it is called, when and where it is.
fn facts(reference: &str) -> Vec<String> {
    let plain = reference.replace(['’', '\''], "");
    let words = plain.split(|c: char| !c.is_alphanumeric());
    let is_fact = |word: &&str| {
        let has_number = word.contains(char::is_numeric);
        has_number || word.len() > 1 && word.starts_with(char::is_uppercase) && !matches!(*word, "No" | "Nos")
    };
    let mut facts: Vec<String> = words.filter(is_fact).map(str::to_lowercase).collect();
    facts.sort();
    facts
}
