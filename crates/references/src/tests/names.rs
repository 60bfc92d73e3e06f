//! Names keep their words and their order.

use offprint_core::format::Style;

use super::publications;
use crate::Formatter;

#[test]
fn names_written_without_a_space_are_never_taken_apart() {
    let source = r#"[{"id": "a", "type": "book", "title": "T", "issued": "2013",
        "author": [{"given": "太郎", "family": "山田"}, {"given": "Ludwig", "family": "Beethoven", "dropping-particle": "van"}]}]"#;
    let reference = Formatter::new().one(&publications(source)[0], Style::Apa).unwrap();
    assert_eq!(reference.plain, "山田太郎, & Beethoven, L. van. (2013). T.");
}

#[test]
fn names_keep_all_their_words() {
    let formatter = Formatter::new();
    for (name, apa) in [
        (r#"{"family": "Ortega y Gasset", "given": "José"}"#, "Ortega y Gasset, J."),
        (r#"{"family": "Van Gogh", "given": "Vincent"}"#, "Van Gogh, V."),
        (r#"{"family": "Ó Briain", "given": "Dara"}"#, "Ó Briain, D."),
        (r#"{"family": "de la Fontaine", "given": "Jean"}"#, "de la Fontaine, J."),
        (r#"{"family": "Jones", "given": "A.B."}"#, "Jones, A. B."),
        (r#"{"family": "Fox", "given": "Robert (Bob)"}"#, "Fox, R. (Bob)."),
        (r#"{"family": "Fox", "given": "Robert (Bob"}"#, "Fox, R. B."),
        (r#"{"family": "Khwarizmi", "given": "Muhammad", "non-dropping-particle": "al-"}"#, "al-Khwarizmi, M."),
    ] {
        let list = publications(&format!(
            r#"[{{"id": "a", "type": "book", "title": "T", "issued": "2013", "author": [{name}]}}]"#
        ));
        let plain = formatter.one(&list[0], Style::Apa).unwrap().plain;
        assert_eq!(plain, format!("{apa} (2013). T."));
    }
}

#[test]
fn an_incomplete_list_of_authors_ends_in_et_al() {
    let of = |authors: &str| {
        publications(&format!(
            r#"[{{"id": "a", "type": "book", "title": "T", "issued": "2013", "author": [{authors}], "custom": {{"others": true}}}}]"#
        ))
    };
    let (one, two) = (r#"{"family": "Byron", "given": "Ada"}"#, r#", {"family": "Babbage", "given": "Charles"}"#);
    let formatter = Formatter::new();
    for (style, of_one, of_two) in [
        (Style::Apa, "Byron, A., et al.", "Byron, A., Babbage, C., et al."),
        (Style::Ieee, "A. Byron et al.", "A. Byron, C. Babbage, et al."),
        (Style::Acm, "Ada Byron et al.", "Ada Byron, Charles Babbage, et al."),
        (Style::Chicago, "Byron, Ada, et al.", "Byron, Ada, Charles Babbage, et al."),
        (Style::Mla, "Byron, Ada, et al.", "Byron, Ada, et al."),
        (Style::Harvard, "Byron, A. et al.", "Byron, A., Babbage, C. et al."),
        (Style::Vancouver, "Byron A, et al.", "Byron A, Babbage C, et al."),
    ] {
        for (list, expected) in [(of(one), of_one), (of(&format!("{one}{two}")), of_two)] {
            let plain = formatter.one(&list[0], style).unwrap().plain;
            assert!(plain.starts_with(expected) && !plain.contains(".."), "{}: {plain}", style.label());
        }
    }
}
