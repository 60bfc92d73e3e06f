//! Writing: what reference managers get.

use offprint_core::format::{Format, bibtex};
use offprint_core::publication::Publication;
use offprint_core::read::read;

fn publications(list: &[u8]) -> Vec<Publication> {
    read(list).unwrap_or_else(|error| panic!("{error}")).publications
}

#[test]
fn csl_json_is_read_back_as_what_it_was() {
    for name in ["bare-array", "people", "scripts", "years", "unsafe", "odd-json"] {
        let path = format!("{}/../../tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let list = publications(&std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}")));
        let written = Format::CslJson.write(&list);
        for (before, after) in list.iter().zip(publications(written.as_bytes())) {
            assert_eq!((&before.title, &before.authors, &before.issued), (&after.title, &after.authors, &after.issued));
            assert_eq!((&before.aliases, &before.keywords), (&after.aliases, &after.keywords), "{}", before.id);
            assert_eq!((&before.rest, before.links.len()), (&after.rest, after.links.len()), "{}", before.id);
        }
        assert_eq!(publications(written.as_bytes()).len(), list.len(), "{name}");
    }
    assert_eq!(Format::CslJson.write::<&Publication>([]), "[\n\n]\n");
}

#[test]
fn bibtex_keeps_names_in_parts_and_escapes_the_rest() {
    let list = publications(
        r#"[{"id": "a b", "type": "paper-conference", "title": "Cost &amp; <em>Flexibility</em>",
        "author": [{"given": "Ludwig", "dropping-particle": "van", "family": "Beethoven"}, {"literal": "The R&D Team"},
            {"given": "Jan", "non-dropping-particle": "van den"}, {"given": "Martin", "family": "King", "suffix": "Jr."}],
        "container-title": "100% Proceedings", "issued": {"date-parts": [[2013, 4]]}, "page": "1–12", "volume": 7,
        "keyword": "c_1, d", "DOI": "10.1/{x}", "URL": "https://a.example/"}]"#
            .as_bytes(),
    );
    let expected = r"@inproceedings{a-b,
  title = {Cost \& \emph{Flexibility}},
  author = {van Beethoven, Ludwig and {The R\&D Team} and van den, Jan and King, Jr., Martin},
  booktitle = {100\% Proceedings},
  year = {2013},
  volume = {7},
  pages = {1--12},
  doi = {10.1/%7Bx%7D},
  url = {https://a.example/},
  keywords = {c\_1, d},
  month = apr
}
";
    assert_eq!(bibtex(&list[0]), expected);
}
