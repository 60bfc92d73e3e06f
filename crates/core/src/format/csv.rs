//! CSV as RFC 4180 has it, UTF-8, with the names of the columns in its first row.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, some also behind blanks or a quote. Such a
//! cell gets an apostrophe before it, which spreadsheets take for "this is text"; so does a cell that has apostrophes before
//! such a character, so that whoever takes one apostrophe off has what it was. A number stays as it is. Where a comma is the
//! decimal sign, spreadsheets part a cell at semicolons and tabs, whatever quotes are around it, and end the row at a line
//! end: so each such piece of a cell is made safe as a cell is.

use super::links::{doi, others, url};
use super::push_part;
use super::ris::inverted;
use crate::publication::{Name, Publication};
use crate::read::other_names;
use crate::rich::RichText;

/// The names of the columns.
pub(super) const HEADER: &str = "id,type,title,authors,editors,year,date,container,container_short,event,publisher,\
    place,genre,volume,issue,number,edition,series,pages,number_of_pages,isbn,issn,doi,url,links,keywords,language,\
    section,award,note,abstract\r\n";

/// Returns one entry as a row. People and keywords are parted by `; `, links are as `kind:url`, parted by spaces.
pub(super) fn row(publication: &Publication) -> String {
    let known = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    let other = |variable| publication.other(variable).unwrap_or_default();
    let block = |text: &Option<Box<str>>| RichText::parse_block(text.as_deref().unwrap_or_default()).0.plain();
    let date = publication.issued.as_ref();
    let cells = [
        publication.id.to_string(),
        publication.kind.to_string(),
        publication.plain_title(),
        names(&publication.authors),
        names(&other_names(publication, "editor")),
        date.map(|date| date.year.to_string()).unwrap_or_default(),
        date.map(|date| date.words.as_deref().map_or_else(|| date.edtf(), str::to_owned)).unwrap_or_default(),
        known(&publication.container),
        known(&publication.container_short),
        known(&publication.event),
        known(&publication.publisher),
        other("publisher-place"),
        known(&publication.genre),
        other("volume"),
        other("issue"),
        other("number"),
        other("edition"),
        other("collection-title"),
        other("page"),
        other("number-of-pages"),
        other("ISBN"),
        other("ISSN"),
        doi(publication).unwrap_or_default(),
        url(publication).map(|link| link.href.to_string()).unwrap_or_default(),
        links(publication),
        listed(publication.keywords.iter().map(|keyword| keyword.to_string())),
        known(&publication.language),
        known(&publication.section),
        listed(publication.awards.iter().map(|award| award.to_string())),
        block(&publication.note),
        block(&publication.abstract_text),
    ];
    let mut row = cells.map(|text| cell(&text)).join(",");
    row.push_str("\r\n");
    row
}

fn names(names: &[Name]) -> String {
    listed(names.iter().map(inverted))
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    let mut list = String::new();
    parts.for_each(|part| push_part(&mut list, "; ", &part));
    list
}

fn links(publication: &Publication) -> String {
    let mut list = String::new();
    for link in others(publication) {
        push_part(&mut list, " ", &format!("{}:{}", link.kind.name(), link.href.as_str().replace(' ', "%20")));
    }
    list
}

fn cell(text: &str) -> String {
    let text: String =
        text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { ' ' } else { c }).collect();
    let mut cell = String::with_capacity(text.len() + 1);
    for piece in text.split_inclusive([';', '\t', '\n']) {
        // A number that more follows is none to programs that do not part the cell there.
        let may_be_number = !cell.is_empty() || piece.len() == text.len();
        if is_formula(piece, may_be_number) {
            cell.push('\'');
        }
        cell.push_str(piece);
    }
    let is_bare = !cell.starts_with(' ') && !cell.ends_with(' ') && !cell.contains([',', '"', '\n', '\t', ';']);
    if is_bare { cell } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

/// Returns whether a cell, or a piece of one, would be run.
fn is_formula(piece: &str, may_be_number: bool) -> bool {
    let is_number = |text: &str| text.parse::<f64>().is_ok_and(f64::is_finite);
    let is_passed_over = |c: char| matches!(c, '\'' | '"' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let seen = piece.trim_start_matches(|c: char| c.is_whitespace() || is_passed_over(c));
    seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !(may_be_number && is_number(piece.trim()))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula() {
        for (text, written) in [
            ("plain", "plain"),
            ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
            ("@SUM(1)", "'@SUM(1)"),
            ("-2+3", "'-2+3"),
            ("-500", "-500"),
            ("+4\nb", "\"'+4\nb\""),
            ("+1.5e3", "+1.5e3"),
            ("-inf", "'-inf"),
            ("\t=1", "\"\t'=1\""),
            ("\r=1", "' =1"),
            (" -5", "\" -5\""),
            ("\u{a0}\u{feff}=1", "'\u{a0}\u{feff}=1"),
            ("\"=1\"", "\"'\"\"=1\"\"\""),
            ("a;=1;b\n+c; -2", "\"a;'=1;b\n'+c; -2\""),
            ("'=1", "''=1"),
            ("'tis", "'tis"),
            ("a, \"b\"", "\"a, \"\"b\"\"\""),
            ("", ""),
        ] {
            assert_eq!(cell(text), written, "from {text:?}");
        }
    }
}
