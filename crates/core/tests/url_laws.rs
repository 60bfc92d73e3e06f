//! Laws of the URL: what is written is read back, whatever it is.
#![cfg(not(target_arch = "wasm32"))]

use offprint_core::query::{Facet, GroupBy, Query, Sort, UrlQuery, Years};
use proptest::prelude::*;

fn years() -> impl Strategy<Value = Years> {
    let year = proptest::option::of(-9_999..99_999i32);
    prop_oneof![
        Just(Years::Unknown),
        (year.clone(), year).prop_filter_map("a range has an end", |ends| match ends {
            (None, None) => None,
            (Some(a), Some(b)) => Some(Years::Range(Some(a.min(b)), Some(a.max(b)))),
            (from, to) => Some(Years::Range(from, to)),
        }),
    ]
}

prop_compose! {
    fn query()(
        text in "\\PC{0,20}",
        values in proptest::collection::vec((0..Facet::COUNT, "\\PC{1,12}"), 0..8),
        years in proptest::collection::vec(years(), 0..4),
        sort in proptest::option::of(0..Sort::ALL.len()),
        group in proptest::option::of(0..GroupBy::ALL.len()),
    ) -> Query {
        let mut query = Query::default();
        query.text = text.trim().to_owned();
        query.sort = sort.map(|at| Sort::ALL[at]);
        query.group = group.map(|at| GroupBy::ALL[at]);
        for (facet, value) in values {
            let value = match Facet::ALL[facet] {
                Facet::Available => "pdf",
                Facet::Selected => Facet::YES,
                _ => value.trim(),
            };
            if !value.is_empty() {
                query.choose(Facet::ALL[facet], value);
            }
        }
        query.set_years(years);
        query
    }
}

proptest! {
    #[test]
    fn a_query_survives_its_url(query in query()) {
        let url = query.to_search();
        let read = Query::parse(&url);
        prop_assert_eq!(read.to_search(), url);
        prop_assert_eq!(read.order(), query.order());
        prop_assert_eq!(read.group, query.group);
        prop_assert_eq!(&read.text, &query.text);
        prop_assert_eq!(&read.years, &query.years);
        for facet in Facet::ALL {
            prop_assert_eq!(read.values(facet), query.values(facet));
        }
    }

    #[test]
    fn any_text_is_a_url(search in "\\PC{0,80}") {
        let url = UrlQuery::parse(&search);
        let written = format!("?{}", url.with(&url.query));
        prop_assert_eq!(&UrlQuery::parse(&written).query.to_search(), &url.query.to_search());
        prop_assert_eq!(UrlQuery::parse(&written).foreign, url.foreign);
    }

    #[test]
    fn reading_never_fails_on_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = offprint_core::read::read(&bytes);
    }

    #[test]
    fn reading_never_fails_on_json_like_text(text in "[\\[\\]{},:\"a-z0-9\\\\ ]{0,200}") {
        let _ = offprint_core::read::read(text.as_bytes());
    }
}
