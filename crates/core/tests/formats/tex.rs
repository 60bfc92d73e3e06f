//! BibTeX and BibLaTeX, read by the crate `biblatex`.

use biblatex::{Bibliography, ChunksExt, DateValue, Entry, PermissiveType, Person};
use offprint_core::format::Format;
use offprint_core::publication::{Date, Name, Publication};

use crate::lists::{all, letters, publications, urls};

#[test]
fn bibtex_keeps_names_in_parts_and_escapes_the_rest() {
    let list = publications(
        r#"[{"id": "a b", "type": "paper-conference", "title": "Cost &amp; <em>Flexibility</em> {of} OCaml--",
        "author": [{"given": "Ludwig", "dropping-particle": "van", "family": "Beethoven"}, {"literal": "The R&D Team"},
            {"given": "Jan", "non-dropping-particle": "van den"}, {"given": "Martin", "family": "King", "suffix": "Jr."},
            {"family": "Smith and Sons"}],
        "editor": [{"given": "Ann", "family": "O, and P"}],
        "container-title": "100% Proceedings", "issued": {"date-parts": [[2013, 4, 9]]}, "page": "1–12", "volume": 7,
        "issue": 2, "number": 3, "keyword": "c_1, d", "DOI": "10.1/{x}", "URL": "https://a.example/",
        "custom": { "links": [{"kind": "pdf", "url": "http://arxiv.org/pdf/1234.5678v1.pdf"}, {"kind": "pdf", "url": "a b"}]}
        }]"#
            .as_bytes(),
    );
    let expected = r"@inproceedings{a-b,
  title = {Cost \& \emph{Flexibility} \textbraceleft{}of\textbraceright{} {OCaml-{}-}},
  author = {van Beethoven, Ludwig and {The R\&D Team} and van den, Jan and King, Jr., Martin and {Smith and Sons}},
  editor = {{O, and P}, Ann},
  booktitle = {100\% Proceedings},
  year = {2013},
  month = apr,
  day = {9},
  volume = {7},
  number = {2},
  eid = {3},
  pages = {1--12},
  doi = {10.1/%7Bx%7D},
  eprint = {1234.5678v1},
  archiveprefix = {arXiv},
  url = {https://a.example/},
  pdf = {http://arxiv.org/pdf/1234.5678v1.pdf},
  pdf2 = {a%20b},
  keywords = {c\_1, d}
}
";
    assert_eq!(Format::Bibtex.write(&list), expected);
}

#[test]
fn biblatex_has_types_and_fields_of_its_own() {
    let list = publications(
        r#"[{"id": "m", "type": "thesis", "title": "T", "publisher": "U", "publisher-place": "Berne",
            "issued": "2004-06/2006-08", "accessed": {"date-parts": [[2020, 1, 2]]}},
        {"id": "M", "type": "article-journal", "title": "T", "container-title": "J", "container-title-short": "S",
            "genre": "letter", "issued": {"date-parts": [[2010]], "season": 2}, "status": "in press"},
        {"id": "c", "type": "paper-conference", "title": "T", "container-title": "P", "event-title": "E", "event-place": "L",
            "event-date": {"date-parts": [[2010, 4, 13], [2010, 4, 16]]}}]"#
            .as_bytes(),
    );
    let expected = r"@thesis{m,
  title = {T},
  institution = {U},
  type = {phdthesis},
  date = {2004-06/2006-08},
  urldate = {2020-01-02},
  location = {Berne}
}

@article{M-2,
  title = {T},
  journaltitle = {J},
  shortjournal = {S},
  type = {letter},
  date = {2010-22},
  pubstate = {in press}
}

@inproceedings{c,
  title = {T},
  booktitle = {P},
  eventtitle = {E},
  eventdate = {2010-04-13/2010-04-16},
  venue = {L}
}
";
    assert_eq!(Format::Biblatex.write(&list), expected);
}

#[test]
fn a_number_is_in_one_field() {
    for (members, fields) in [
        (r#""type": "report", "number": "TR-7""#, "  number = {TR-7}\n"),
        (r#""type": "report", "number": "TR-7", "issue": 2"#, "  number = {2},\n  eid = {TR-7}\n"),
        (r#""type": "article-journal", "number": "e7""#, "  eid = {e7}\n"),
        (r#""type": "paper-conference", "number": 7, "collection-number": 9"#, "  number = {9},\n  eid = {7}\n"),
    ] {
        let list = publications(format!(r#"[{{"id": "a", "title": "T", {members}}}]"#).as_bytes());
        for format in [Format::Bibtex, Format::Biblatex] {
            let written = format.write(&list).replace("  type = {techreport},\n", "");
            let (_, rest) = written.split_once("title = {T},\n").expect("a title");
            assert_eq!(rest, format!("{fields}}}\n"), "{members}");
        }
    }
}

#[test]
fn biblatex_writes_only_what_a_type_has() {
    let list = publications(
        r#"[{"id": "a", "type": "article", "title": "T", "container-title": "IACR ePrint", "number": "2013/45", "language": "de-DE"},
        {"id": "b", "type": "post-weblog", "title": "T", "container-title": "Blog", "container-title-short": "B", "language": "en-GB"}]"#
            .as_bytes(),
    );
    let expected = r"@online{a,
  title = {T},
  titleaddon = {IACR ePrint},
  addendum = {2013/45},
  language = {de-DE},
  langid = {ngerman}
}

@online{b,
  title = {T},
  titleaddon = {Blog},
  shortjournal = {B},
  language = {en-GB},
  langid = {british}
}
";
    assert_eq!(Format::Biblatex.write(&list), expected);
}

#[test]
fn bibtex_keeps_capitals_of_a_genre_and_writes_editions_in_words() {
    let list = publications(
        r#"[{"id": "a", "type": "thesis", "genre": "PhD thesis", "title": "T", "edition": 3},
        {"id": "b", "type": "report", "genre": "Technical Report", "title": "T", "edition": "revised"}]"#
            .as_bytes(),
    );
    let written = Format::Bibtex.write(&list);
    for line in ["type = {{PhD} thesis}", "edition = {Third}", "type = {Technical Report}", "edition = {revised}"] {
        assert!(written.contains(line), "{line} is not in {written}");
    }
}

#[test]
fn of_two_web_pages_the_entrys_own_url_comes_first() {
    let list = publications(
        r#"[{"id": "a", "type": "book", "title": "T", "URL": "https://a.example/one",
        "custom": {"links": [{"kind": "website", "url": "https://a.example/two"}]}}]"#
            .as_bytes(),
    );
    for format in [Format::Bibtex, Format::Biblatex] {
        let written = format.write(&list);
        assert!(written.contains("url = {https://a.example/one},\n  website = {https://a.example/two}"), "{written}");
    }
}

#[test]
fn a_link_in_a_note_stays_one() {
    let list = publications(
        r#"[{"id": "a", "type": "book", "title": "T", "note": "See <a href=\"https://a.example/a_b#c\">the page</a>."}]"#
            .as_bytes(),
    );
    let written = Format::Bibtex.write(&list);
    assert!(written.contains(r"note = {See \href{https://a.example/a_b#c}{the page}.}"), "{written}");
    let list = publications(
        br##"[{"id": "a", "type": "book", "title": "T", "note": "See <a href=\"#b\">b</a> and <a href=\"c.pdf\">c</a>."}]"##,
    );
    assert!(Format::Bibtex.write(&list).contains("note = {See b and c.}"));
}

#[test]
fn awards_have_a_field_and_are_in_the_note_for_others() {
    let list = publications(
        r#"[{"id": "a", "type": "book", "title": "T", "note": "Long.", "custom": {"award": ["Best & first", "Test of time"]}}]"#
            .as_bytes(),
    );
    for format in [Format::Bibtex, Format::Biblatex] {
        let written = format.write(&list);
        assert!(written.contains("award = {Best \\& first; Test of time}"), "{written}");
        assert!(written.contains("note = {Long. Award: Best \\& first; Test of time}"), "{written}");
    }
    assert!(Format::Ris.write(&list).contains("N1  - Award: Best & first; Test of time\r\n"));
    assert!(
        Format::Markdown.write(&list).contains(r"Best \& first, Test of time"),
        "{}",
        Format::Markdown.write(&list)
    );
    assert!(Format::Csv.write(&list).contains("\"Best & first; Test of time\",Long.,"), "{}", Format::Csv.write(&list));
}

#[test]
fn every_list_is_read_back_with_all_that_it_says() {
    for (name, list) in all() {
        for format in [Format::Bibtex, Format::Biblatex] {
            let written = format.write(&list);
            let read = Bibliography::parse(&written).unwrap_or_else(|error| panic!("{name}: {error}\n{written}"));
            assert_eq!(read.len(), list.len(), "{name}");
            for (entry, publication) in read.iter().zip(&list) {
                compare(entry, publication, format);
            }
        }
    }
}

fn compare(entry: &Entry, publication: &Publication, format: Format) {
    let id = &publication.id;
    let text = |field: &str| entry.get(field).map(|chunks| unmarked(chunks.format_verbatim())).unwrap_or_default();
    assert_eq!(letters(&text("title")), letters(&publication.plain_title()), "{id}");
    let authors = entry.author().unwrap_or_default();
    assert_eq!(authors.len(), publication.authors.len(), "{id}: {authors:?}");
    for (person, name) in authors.iter().zip(&publication.authors) {
        compare_name(person, name);
    }
    if let Some(date) = &publication.issued {
        compare_date(entry, date, format);
    }
    for (variable, field) in [("volume", "volume"), ("ISBN", "isbn"), ("ISSN", "issn")] {
        assert_eq!(text(field), publication.other(variable).unwrap_or_default(), "{id}");
    }
    let edition = publication.other("edition").unwrap_or_default();
    let word = Some("Second").filter(|_| format == Format::Bibtex && edition == "2").unwrap_or(&edition);
    assert_eq!(text("edition"), word, "{id}");
    assert_eq!(letters(&text("pages")), letters(&publication.other("page").unwrap_or_default()), "{id}");
    assert_eq!(letters(&text("keywords")), letters(&publication.keywords.concat()), "{id}");
    let fields: Vec<String> =
        entry.fields.values().map(|chunks| letters(&unmarked(chunks.format_verbatim()))).collect();
    let kept = |text: &str| fields.iter().any(|field| *field == letters(text));
    let names = [&publication.container, &publication.event, &publication.publisher, &publication.genre];
    for name in names.into_iter().flatten() {
        assert!(kept(name), "{id}: {name} is not in {fields:?}");
    }
    for url in urls(publication) {
        assert!(kept(&url.replace('\\', "5C").replace(' ', "20")), "{id}: {url} is not in {fields:?}");
    }
}

/// Returns the crate leaves these commands to whoever typesets.
fn unmarked(mut text: String) -> String {
    for command in ["textit", "emph", "textbf", "textsubscript", "textsuperscript", "texttt", "textsc"] {
        text = text.replace(&format!("\\{command}{{"), "{");
    }
    text
}

fn compare_name(person: &Person, name: &Name) {
    // The crate takes a name with this sign for `given=…, family=…`, also within braces.
    if name.display().contains('=') {
        return;
    }
    let said = [&person.prefix, &person.name, &person.suffix, &person.given_name].map(|part| letters(part)).concat();
    let meant = match name {
        Name::Literal(name) => letters(name),
        Name::Parts { given, family, dropping, non_dropping, suffix } if !family.is_empty() && !given.is_empty() => {
            [dropping, non_dropping, family, suffix, given].map(|part| letters(part)).concat()
        }
        name => letters(&name.display()),
    };
    assert_eq!(said, meant, "{person:?}");
}

fn compare_date(entry: &Entry, date: &Date, format: Format) {
    // The crate reads neither seasons nor years of more digits, as biber does.
    if !(0..=9999).contains(&date.year) || date.month > 12 {
        return;
    }
    let Ok(PermissiveType::Typed(read)) = entry.date() else { panic!("{date:?} is not read") };
    let (DateValue::At(first) | DateValue::After(first) | DateValue::Between(first, _) | DateValue::Before(first)) =
        read.value;
    assert_eq!(first.year, date.year);
    if date.month <= 12 {
        assert_eq!(first.month.map_or(0, |month| month + 1), date.month, "{date:?}");
        assert!(first.day.is_none_or(|day| day + 1 == date.day), "{date:?}");
    }
    if let (DateValue::Between(_, last), Some(end), Format::Biblatex) = (read.value, date.end, format) {
        assert_eq!(last.year, end.0);
    }
}
