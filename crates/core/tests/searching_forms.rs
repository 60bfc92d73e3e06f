//! Forms of words, operators, names and numbers in a search.

use offprint_core::library::Library;
use offprint_core::query::Query;
use offprint_core::read::read;
use offprint_core::search::{Hint, Search, parts};

fn library() -> Library {
    let source = r#"[
        {"id": "mail", "title": "An e-mail server in Node.js", "issued": "2010"},
        {"id": "email", "title": "Email at scale", "issued": "2011"},
        {"id": "cpp", "title": "Modern C++ design", "issued": "2012"},
        {"id": "c", "title": "The C programming language", "issued": "2013"},
        {"id": "study", "title": "A study of colour", "author": [{"given": "Wei", "family": "Zhang"}, {"given": "Lei", "family": "Wang"}]},
        {"id": "wang", "title": "Something else", "author": [{"given": "Wei", "family": "Wang"}],
            "custom": {"award": ["Best Paper Award", "Test of Time"]}},
        {"id": "title", "title": "Wei Wang: a life, by Wei Wang"},
        {"id": "muller", "title": "Notes", "author": [{"family": "Müller"}], "DOI": "10.1145/2451116.2451167"},
        {"id": "arxiv", "title": "A preprint", "custom": {"links": [{"kind": "preprint", "url": "https://arxiv.org/abs/1207.0580v2"}]}},
        {"id": "thai", "title": "การประมวลผลภาษาไทย"},
        {"id": "conf", "title": "A conference", "abstract": "A conference again"},
        {"id": "coref", "title": "Coreference resolution"}
    ]"#;
    Library::new(read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}")))
}

/// Returns the ids of what is found, best first.
fn found(text: &str) -> String {
    let library = library();
    let answer = library.answer(&Query::default().with_text(text.to_owned()));
    let ids = answer.entries().filter_map(|entry| library.publication(entry)).map(|found| found.id.to_string());
    ids.collect::<Vec<_>>().join(" ")
}

#[test]
fn joined_words_are_found_however_they_are_typed() {
    for (text, ids) in [
        ("email", "email mail"),
        ("e-mail", "mail email"),
        ("\"e-mail\"", "mail"),
        ("-e-mail server", ""),
        ("nodejs", "mail"),
        ("node.js", "mail"),
        ("emai", "email mail"),
    ] {
        assert_eq!(found(text), ids, "{text}");
    }
}

#[test]
fn a_sign_behind_a_word_counts() {
    for (text, ids) in
        [("C++", "cpp"), ("c+", "cpp"), ("\"c++\"", "cpp"), ("modern c++", "cpp"), ("c#", ""), ("c progr", "c")]
    {
        assert_eq!(found(text), ids, "{text}");
    }
}

#[test]
fn forms_of_a_word_are_found_below_the_word_itself() {
    for (text, ids) in [
        ("studies", "study"),
        ("\"studies\"", ""),
        ("colors", "study"),
        ("emails", "email mail"),
        ("mueller", "muller"),
        ("müller", "muller"),
        ("muller", "muller"),
    ] {
        assert_eq!(found(text), ids, "{text}");
        let answer = library().answer(&Query::default().with_text(text.to_owned()));
        assert!(answer.widened.is_empty(), "{text}");
    }
}

#[test]
fn two_errors_are_forgiven_only_in_a_word_that_nothing_has() {
    assert_eq!(found("coreference"), "coref");
    assert_eq!(found("coreferonse"), "coref");
}

#[test]
fn operators_are_understood() {
    for (text, ids) in [
        ("email OR programming", "c email mail"),
        ("email OR", "email mail"),
        ("OR email", "email mail"),
        ("email AND scale", "email"),
        ("email NOT scale", "mail"),
        ("NOT author:wang NOT title:c title:a", "mail email title arxiv"),
        ("study OR modern OR thing", "cpp study"),
        ("2010-2011", "email mail"),
        ("2010–2011 server", "mail"),
        ("email or scale", ""),
        ("study -studies", "study"),
        ("notes -mueler-x", "muller"),
    ] {
        let mut sorted = [found(text), ids.to_owned()].map(|ids| ids.split(' ').map(str::to_owned).collect::<Vec<_>>());
        sorted.iter_mut().for_each(|ids| ids.sort());
        assert_eq!(sorted[0], sorted[1], "{text}");
    }
    assert_eq!(parts("a OR \"b c\" OR d NOT e f"), ["a OR \"b c\" OR d", "NOT e", "f"]);
}

#[test]
fn words_of_one_name_come_before_all_else() {
    assert_eq!(found("wei wang"), "wang title study");
    assert_eq!(found("wang wei"), "wang title study");
}

#[test]
fn numbers_find_their_entries() {
    for (text, ids) in [
        ("10.1145/2451116.2451167", "muller"),
        ("https://doi.org/10.1145/2451116.2451167", "muller"),
        ("doi:10.1145/2451116.2451167", "muller"),
        ("1207.0580", "arxiv"),
        ("arXiv:1207.0580v1", "arxiv"),
        ("https://arxiv.org/abs/1207.0580", "arxiv"),
        ("10.1145/9999999", ""),
    ] {
        assert_eq!(found(text), ids, "{text}");
    }
}

#[test]
fn awards_and_scripts_without_spaces_are_found() {
    assert_eq!(found("award:best"), "wang");
    assert_eq!(found("award:time"), "wang");
    assert_eq!(found("\"best paper\""), "wang");
    assert_eq!(found("ภาษา"), "thai");
}

#[test]
fn a_search_without_a_word_finds_nothing_and_says_why() {
    for text in ["🐫", "!", "—", "\"", "-", "AND"] {
        assert_eq!(found(text), "", "{text}");
        assert_eq!(Search::parse(text).hint, Some(Hint::NoWords), "{text}");
    }
}
