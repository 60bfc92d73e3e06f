//! CSV, read by the crate `csv`.

use csv::StringRecord;
use offprint_core::format::Format;
use offprint_core::publication::Publication;

use crate::lists::{all, is_doi, publications};

/// The signs that a formula begins with.
pub(crate) const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Where spreadsheets part a cell when their list separator is a semicolon.
pub(crate) const ENDS: [char; 3] = [';', '\t', '\n'];

/// Returns the rows as they are written, none of whose cells is a formula.
pub(crate) fn rows(text: &str) -> (StringRecord, Vec<StringRecord>) {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let header = reader.headers().unwrap_or_else(|error| panic!("{error}")).clone();
    let rows: Result<Vec<StringRecord>, _> = reader.records().collect();
    let rows = rows.unwrap_or_else(|error| panic!("{error}"));
    for cell in rows.iter().flatten() {
        let is_number = cell.trim().parse::<f64>().is_ok();
        assert!(is_number || !cell.starts_with(FORMULA), "{cell:?} is a formula");
    }
    (header, rows)
}

/// Returns what a piece of a cell begins with, behind what programs pass over.
pub(crate) fn seen(piece: &str) -> &str {
    let is_passed_over = |c: char| matches!(c, '\'' | '"' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    piece.trim_start_matches(|c: char| c.is_whitespace() || is_passed_over(c))
}

/// Returns what a cell was made of: of each piece that would be a formula without it, one apostrophe is taken off.
pub(crate) fn plain(cell: &str) -> String {
    let piece =
        |piece: &str| piece.strip_prefix('\'').filter(|rest| seen(rest).starts_with(FORMULA)).map(str::to_owned);
    cell.split_inclusive(ENDS).map(|part| piece(part).unwrap_or_else(|| part.to_owned())).collect()
}

pub(crate) fn cell(header: &StringRecord, row: &StringRecord, name: &str) -> String {
    let at = header.iter().position(|column| column == name).unwrap_or_else(|| panic!("no column {name}"));
    plain(&row[at])
}

#[test]
fn a_row_holds_people_links_and_keywords_in_one_cell_each() {
    let list = publications(
        r#"[{"id": "a", "type": "book", "title": "=A <i>\"title\"</i>", "issued": "2010-21", "page": "-3",
        "author": [{"given": "Anil", "family": "Madhavapeddy"}, {"literal": "Team"}], "keyword": "x, y", "DOI": "10.1/z",
        "custom": {"links": [{"kind": "website", "url": "w"}, {"kind": "pdf", "url": "p q"}, {"kind": "slides", "url": "s"}]}}]"#
            .as_bytes(),
    );
    let written = Format::Csv.write(&list);
    assert!(written.contains("\"'=A \"\"title\"\"\""), "{written}");
    let (header, rows) = rows(&written);
    for (column, expected) in [
        ("id", "a"),
        ("title", "=A \"title\""),
        ("authors", "Madhavapeddy, Anil; Team"),
        ("year", "2010"),
        ("date", "2010-21"),
        ("pages", "-3"),
        ("doi", "10.1/z"),
        ("url", "w"),
        ("links", "pdf:p%20q slides:s"),
        ("keywords", "x; y"),
        ("abstract", ""),
    ] {
        assert_eq!(cell(&header, &rows[0], column), expected, "{column}");
    }
}

#[test]
fn every_list_is_read_back_with_all_that_it_says() {
    for (name, list) in all() {
        let (header, rows) = rows(&Format::Csv.write(&list));
        assert_eq!(rows.len(), list.len(), "{name}");
        for (row, publication) in rows.iter().zip(&list) {
            compare(&|column| cell(&header, row, column), publication);
        }
    }
}

fn compare(cell: &dyn Fn(&str) -> String, publication: &Publication) {
    let id = &publication.id;
    let shown = |text: &str| text.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), " ");
    assert_eq!(cell("id"), shown(id));
    assert_eq!(cell("title"), shown(&publication.plain_title()), "{id}");
    for (column, text) in [
        ("type", Some(&publication.kind)),
        ("container", publication.container.as_ref()),
        ("event", publication.event.as_ref()),
        ("publisher", publication.publisher.as_ref()),
        ("language", publication.language.as_ref()),
        ("section", publication.section.as_ref()),
    ] {
        assert_eq!(cell(column), shown(text.map_or("", |text| text)), "{id}: {column}");
    }
    for (column, variable) in [("volume", "volume"), ("issue", "issue"), ("pages", "page"), ("isbn", "ISBN")] {
        assert_eq!(cell(column), publication.other(variable).unwrap_or_default(), "{id}: {column}");
    }
    let links = format!("{} {}", cell("url"), cell("links"));
    for link in publication.links.iter().filter(|link| !is_doi(link)) {
        assert!(links.contains(&link.href.as_str().replace(' ', "%20")), "{id}: {links}");
    }
}
