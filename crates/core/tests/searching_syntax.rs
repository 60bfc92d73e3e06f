//! The query language: what a search text asks for.

use offprint_core::search::{Clause, Hint, Search, Sought};

/// Clauses in brackets, words that must be whole in quotation marks: `-author[a b]`, `["a b"]`.
fn written(search: &Search) -> String {
    search.clauses.iter().map(written_clause).collect::<Vec<_>>().join(" ")
}

fn written_clause(clause: &Clause) -> String {
    let sign = if clause.excluded { "-" } else { "" };
    match &clause.sought {
        Sought::Years(years) => format!("{sign}year[{years}]"),
        Sought::Phrase { field, words, whole, .. } => {
            let field = field.map_or(String::new(), |field| format!("{field:?}").to_lowercase());
            let quote = if *whole { "\"" } else { "" };
            format!("{sign}{field}[{quote}{}{quote}]", words.join(" "))
        }
        Sought::Any(clauses) => {
            format!("{sign}({})", clauses.iter().map(written_clause).collect::<Vec<_>>().join(" | "))
        }
        Sought::All(clauses) => {
            format!("{sign}{{{}}}", clauses.iter().map(written_clause).collect::<Vec<_>>().join(" "))
        }
    }
}

#[test]
fn a_search_text_is_taken_apart() {
    for (text, clauses) in [
        ("", ""),
        ("Deep  learning", "[deep] [learning]"),
        ("deep-learning deep", "({[deep] [learning]} | [deeplearning]) [deep]"),
        ("deep/learning deep", "[deep] [learning]"),
        ("Grüße", "([grusse] | [gruesse])"),
        ("\"Deep-Learning\" deep", "[\"deep learning\"] [deep]"),
        ("“smart quotes” too", "[\"smart quotes\"] [too]"),
        ("one\"two three\"four", "[one] [\"two three\"] [four]"),
        ("\"\" x", "[x]"),
        ("-not this", "-[not] [this]"),
        ("-\"not this\"", "-[\"not this\"]"),
        ("-not-this", "-([not this] | [notthis])"),
        ("NOT this AND that", "-[this] [that]"),
        ("this OR \"that one\" OR title:x y", "([this] | [\"that one\"] | title[x]) [y]"),
        ("-this OR OR that OR", "(-[this] | [that])"),
        ("2010-2014 1234-5678 2010-", "year[2010-2014] ({[1234] [5678]} | [12345678]) [2010]"),
        ("C++ \"F#\" \"in F#\"", "[c++] [\"f#\"] [\"in f\"]"),
        ("10.1145/1.2", "([doi:10.1145/1.2] | {({[10] [1145]} | [101145]) ({[1] [2]} | [12])})"),
        ("AUTHOR:Hand", "author[hand]"),
        ("-author:hand", "-author[hand]"),
        ("author:\"Steven Hand\"", "author[\"steven hand\"]"),
        (
            "author:o'brien keyword:type-theory",
            "(author[o brien] | author[obrien]) (keyword[type theory] | keyword[typetheory])",
        ),
        ("title:type-theory", "({title[type] title[theory]} | title[typetheory])"),
        ("venue:a abstract:b type:c", "venue[a] abstract[b] type[c]"),
        ("Xen: the note:x other:y", "[xen] [the] [note] [x] [other] [y]"),
        ("year:2010-2014 year:2013", "year[2010-2014] year[2013]"),
        ("year:2010- year:-2012 -year:none", "year[2010-] year[-2012] -year[none]"),
        ("year:2010–2014 year:\"2013\"", "year[2010-2014] year[2013]"),
        ("深層学習 深度learn", "[深 層 学 習] [深 度 learn]"),
        ("title:深層", "title[深 層]"),
    ] {
        let search = Search::parse(text);
        assert_eq!(written(&search), clauses, "{text:?}");
        assert_eq!(search.hint, None, "{text:?}");
    }
}

#[test]
fn what_cannot_be_understood_is_searched_as_words_and_said() {
    let no_value = |name: &str| Hint::NoValue(name.to_owned());
    let no_year = |value: &str| Hint::NoYear(value.to_owned());
    for (text, clauses, hint) in [
        ("\"deep learning", "[deep] [learning]", Hint::OpenQuote),
        ("\"a b\" \"c d", "[\"a b\"] [c] [d]", Hint::OpenQuote),
        ("author:\"tim dee", "author[tim] [dee]", Hint::OpenQuote),
        ("author:", "[author]", no_value("author")),
        ("Author: tim", "[author] [tim]", no_value("Author")),
        ("title:\"\"", "[title]", no_value("title")),
        ("year: 2013", "[year] [2013]", no_value("year")),
        ("year:soon", "[year] [soon]", no_year("soon")),
        ("foo - bar", "[foo] [bar]", Hint::NothingExcluded),
        ("-", "", Hint::NoWords),
        ("\"", "", Hint::NoWords),
        ("  — !  ", "", Hint::NoWords),
        ("this NOT", "[this]", Hint::NothingExcluded),
    ] {
        let search = Search::parse(text);
        assert_eq!(written(&search), clauses, "{text:?}");
        assert_eq!(search.hint, Some(hint), "{text:?}");
    }
}
