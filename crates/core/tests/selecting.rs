//! Filtering: what a query lists, and what each further choice would leave.

use offprint_core::library::{Answer, Choices, Library};
use offprint_core::query::{Facet, GroupBy, Query};
use offprint_core::read::read;

fn bundled() -> Library {
    Library::new(read(include_bytes!("../../../data/publications.json")).unwrap_or_else(|error| panic!("{error}")))
}

fn library(source: &str) -> Library {
    Library::new(read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}")))
}

fn listed(library: &Library, search: &str) -> Vec<String> {
    let answer = library.answer(&Query::parse(search));
    let entries = answer.groups.iter().flat_map(|group| &group.entries);
    entries.filter_map(|entry| library.publication(*entry)).map(|publication| publication.id.to_string()).collect()
}

fn options(library: &Library, search: &str, facet: Facet) -> Vec<(String, u32)> {
    let answer = library.answer(&Query::parse(search));
    let labels = library.catalog().column(facet).values().iter().map(|value| value.label.to_string());
    labels.zip(answer.counts.of(facet).iter().copied()).collect()
}

/// Returns each heading, empty where there is none, with its number of entries.
fn headings(answer: &Answer) -> Vec<(&str, usize)> {
    answer.groups.iter().map(|group| (group.title.as_deref().unwrap_or_default(), group.entries.len())).collect()
}

#[test]
fn the_newest_come_first_section_by_section() {
    let library = bundled();
    let answer = library.answer(&Query::default());
    assert_eq!(headings(&answer), [("", 11), ("Related Work", 1)]);
    assert_eq!(listed(&library, "")[..5], ["cacm", "rwo", "asplos", "openflow", "droplets"]);
    assert_eq!(listed(&library, "sort=oldest")[..3], ["eurosys", "icfem", "dustclouds"]);
    assert_eq!(library.answer(&Query::parse("sort=title")).groups.len(), 1);
}

#[test]
fn authors_must_all_be_there_and_one_venue_is_enough() {
    let library = bundled();
    assert_eq!(listed(&library, "author=David+Scott&author=anil+madhavapeddy"), ["cacm", "asplos", "eurosys"]);
    assert_eq!(listed(&library, "venue=ASPLOS&venue=hotcloud"), ["asplos", "hotcloud"]);
    assert_eq!(listed(&library, "venue=ASPLOS&author=Alex+Ho"), Vec::<String>::new());
    assert_eq!(listed(&library, "has=slides"), ["wgt"]);
    assert_eq!(listed(&library, "year=-2007"), ["eurosys", "mainname"]);
    assert_eq!(listed(&library, "section=related"), ["mainname"]);
    assert_eq!(listed(&library, "author=Nobody"), Vec::<String>::new());
}

#[test]
fn a_count_is_what_is_left_once_the_value_is_chosen() {
    let library = bundled();
    for search in
        ["", "author=Tim+Deegan", "year=2010", "venue=ASPLOS", "q=cloud&has=pdf", "type=thesis&author=Tim+Deegan"]
    {
        for facet in [Facet::Author, Facet::Venue, Facet::Type, Facet::Available] {
            for (value, (label, count)) in
                library.catalog().column(facet).values().iter().zip(options(&library, search, facet))
            {
                let mut query = Query::parse(search);
                if !facet.needs_all() {
                    query.values(facet).to_vec().iter().for_each(|chosen| query.toggle(facet, chosen));
                }
                query.choose(facet, value.name());
                assert_eq!(library.answer(&query).total as u32, count, "{label} at {search:?}");
            }
        }
    }
}

#[test]
fn options_are_by_their_count_in_the_whole_list_and_then_by_name() {
    let authors = options(&bundled(), "venue=ASPLOS", Facet::Author);
    let names: Vec<_> = authors.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..5], ["Anil Madhavapeddy", "Richard Mortier", "Jon Crowcroft", "David Scott", "Steven Hand"]);
}

#[test]
fn a_long_filter_offers_what_the_results_have_most_then_by_name() {
    let entry = |id: &str, names: &[&str]| {
        let authors: Vec<_> = names.iter().map(|name| serde_json::json!({ "literal": name })).collect();
        serde_json::json!({ "id": id, "title": id, "author": authors })
    };
    let list = serde_json::json!([
        entry("a", &["Zoë", "émile", "Bo", "Carl"]),
        entry("b", &["Zoë", "Emil", "Bo"]),
        entry("c", &["Carl", "Dora"]),
        entry("d", &["Carl", "Dora"]),
    ]);
    let library = library(&list.to_string());
    let column = library.catalog().column(Facet::Author);
    let id = |name: &str| column.find(name).unwrap_or_default();
    let answer = library.answer(&Query::parse("author=Bo"));
    let offered = |choices: Choices<'_>| -> Vec<String> {
        let options = library.catalog().options(Facet::Author, &choices);
        options.into_iter().map(|option| option.label).collect()
    };
    let counts = answer.counts.of(Facet::Author);
    let first = [id("Bo")];
    let choices = Choices { first: &first, counts, most: 10, ..Choices::default() };
    assert_eq!(offered(choices), ["Bo", "Zoë", "Carl", "Emil", "émile"]);
    assert_eq!(offered(Choices { most: 3, ..choices }), ["Bo", "Zoë", "Carl"]);
    assert_eq!(offered(Choices { most: 1, ..choices }), ["Bo"]);
    assert_eq!(
        offered(Choices { first: &[], with_zeros: true, ..choices }),
        ["Bo", "Zoë", "Carl", "Emil", "émile", "Dora"]
    );
    assert_eq!(offered(Choices { narrow: "em", ..choices }), ["Bo", "Emil", "émile"]);
    assert_eq!(offered(Choices { counts: &[], most: 2, ..Choices::default() }), ["Carl", "Bo"]);
}

#[test]
fn spellings_of_one_person_count_as_one() {
    let library = library(
        r#"{"people": [{"name": "David Scott", "aliases": ["Dave Scott"]}], "publications": [
        {"id": "a", "title": "A", "author": [{"given": "Dave", "family": "Scott"}]},
        {"id": "b", "title": "B", "author": [{"given": "DAVID", "family": "Scott"}]},
        {"id": "c", "title": "C", "author": [{"given": "Jörg", "family": "Müller"}]}]}"#,
    );
    assert_eq!(options(&library, "", Facet::Author), [("David Scott".to_owned(), 2), ("Jörg Müller".to_owned(), 1)]);
    assert_eq!(listed(&library, "author=dave+scott"), ["a", "b"]);
    assert_eq!(listed(&library, "author=jorg+muller"), ["c"]);
    assert_eq!(listed(&library, "q=david"), ["a", "b"]);
}

#[test]
fn every_word_must_begin_a_word_of_the_entry() {
    let library = bundled();
    assert_eq!(
        listed(&library, "q=uniker+oper")[..2],
        ["asplos", "cacm"],
        "both in the title, so the shorter title comes first"
    );
    assert_eq!(listed(&library, "q=perat"), Vec::<String>::new());
    assert_eq!(listed(&library, "q=LAMP"), ["hotcloud"]);
    assert_eq!(listed(&library, "q=2007"), ["eurosys"]);
    assert_eq!(listed(&library, "q=invited+icdcn"), ["droplets"]);
}

#[test]
fn an_entry_without_a_year_is_last_and_can_be_asked_for() {
    let library = library(
        r#"[{"id": "x", "title": "X"}, {"id": "y", "title": "Y", "issued": "2010"}, {"id": "z", "title": "Z", "issued": "2010-01"}]"#,
    );
    assert_eq!(listed(&library, ""), ["z", "y", "x"]);
    assert_eq!(listed(&library, "sort=oldest"), ["y", "z", "x"]);
    assert_eq!(listed(&library, "year=none"), ["x"]);
    assert_eq!(listed(&library, "year=none&year=2010"), ["z", "y", "x"]);
    assert_eq!(library.catalog().without_year(), 1);
}

#[test]
fn former_anchors_lead_to_their_entry() {
    let library = library(
        r#"[{"id": "new", "title": "N", "custom": {"aliases": ["old", "other"]}}, {"id": "other", "title": "O"}]"#,
    );
    assert_eq!(library.by_anchor("old"), Some(0));
    assert_eq!(library.by_anchor("other"), Some(1));
    assert_eq!(library.by_anchor("none"), None);
}

/// Five entries in two sections, the newest first in the file.
fn grouped(envelope: &str) -> Library {
    let entry = |id: &str, rest: &str| format!(r#"{{ "id": "{id}", "title": "{id}", {rest} }}"#);
    let entries = [
        entry("a", r#""issued": "2014", "type": "book", "container-title": "ICFP""#),
        entry(
            "b",
            r#""issued": "2013-05", "type": "thesis", "container-title": "POPL", "custom": { "selected": true }"#,
        ),
        entry("c", r#""issued": "2013-02", "type": "book", "container-title": "POPL""#),
        entry("d", r#""issued": "2012""#),
        entry("e", r#""type": "book""#),
    ];
    library(&format!(r#"{{ {envelope} "publications": [{}] }}"#, entries.join(",")))
}

#[test]
fn a_list_is_grouped_by_year_type_and_venue() {
    let library = grouped("");
    let answer = |search: &str| library.answer(&Query::parse(search));
    assert_eq!(headings(&answer("")), [("", 5)]);
    assert_eq!(headings(&answer("group=section")), [("", 5)], "the list has no sections");
    let years = [("2014", 1), ("2013", 2), ("2012", 1), ("No year", 1)];
    assert_eq!(headings(&answer("group=year")), years);
    assert_eq!(listed(&library, "group=year&sort=oldest"), ["d", "c", "b", "a", "e"]);
    let types = [("Book", 3), ("Thesis", 1), ("No type", 1)];
    assert_eq!(headings(&answer("group=type")), types);
    assert_eq!(listed(&library, "group=venue"), ["b", "c", "a", "d", "e"]);
    assert_eq!(headings(&answer("group=venue&year=2014")), [("ICFP", 1)]);
    assert_eq!(headings(&answer("group=venue&sort=title")).len(), 1, "in the order of titles a group is not together");
    assert_eq!(headings(&answer("group=year&q=year:2012-")), [("", 4)], "the best match is first");
    assert_eq!(headings(&answer("group=year&q=year:2012-&sort=newest")), years[..3]);
}

#[test]
fn a_list_says_by_what_it_is_grouped() {
    let library = grouped(r#""group": "Year", "sections": [{ "id": "x", "title": "X" }],"#);
    assert_eq!(library.catalog().envelope().grouping(None), GroupBy::Year);
    assert_eq!(headings(&library.answer(&Query::default())).len(), 4);
    assert_eq!(headings(&library.answer(&Query::parse("group=none"))), [("", 5)]);
    let reading = read(br#"{ "group": "author", "publications": [] }"#);
    let reading = reading.map(|reading| (reading.envelope.group, reading.problems[0].field.clone()));
    assert_eq!(reading.ok(), Some((None, "group".to_owned())));
}

#[test]
fn selected_publications_are_a_filter() {
    let library = grouped("");
    assert_eq!(listed(&library, "selected=yes"), ["b"]);
    assert_eq!(options(&library, "year=2013", Facet::Selected), [("yes".to_owned(), 1)]);
    assert_eq!(library.catalog().label(Facet::Selected, "yes"), "Selected");
}
