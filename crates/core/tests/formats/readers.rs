//! What readers get: Markdown, HTML and plain text, the first two read by other programs.

use offprint_core::format::Format;
use offprint_core::publication::Publication;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{Html, Selector};

use crate::lists::{all, letters, publications};

/// Of a list in Markdown: the text of each item, and the links of all.
pub(crate) fn items(markdown: &str) -> (Vec<String>, Vec<String>) {
    let (mut items, mut links): (Vec<String>, _) = (Vec::new(), Vec::new());
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Start(Tag::Item) => items.push(String::new()),
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Text(text) => match items.last_mut() {
                Some(item) => item.push_str(&text),
                None => panic!("{text:?} stands before the list"),
            },
            Event::Start(Tag::List(None) | Tag::Emphasis)
            | Event::End(TagEnd::List(false) | TagEnd::Item | TagEnd::Link | TagEnd::Emphasis) => {}
            other => panic!("{other:?} is markup of no one's making in:\n{markdown}"),
        }
    }
    (items, links)
}

const ONE: &str = r#"[{"id": "a", "type": "article-journal", "title": "Is <em>C</em> a *language*?", "language": "en",
    "author": [{"given": "Ann", "family": "One"}, {"given": "Bo", "family": "Two"}, {"literal": "Team <b>"}],
    "container-title": "The Journal", "volume": 7, "issue": 3, "page": "1-12", "publisher": "ACM",
    "issued": {"date-parts": [[2013, 4]]}, "DOI": "10.1/x",
    "custom": {"links": [{"kind": "pdf", "url": "a (1).pdf"}]}}]"#;

#[test]
fn a_reference_reads_as_a_sentence() {
    assert_eq!(
        Format::Text.write(publications(ONE.as_bytes())),
        "Ann One, Bo Two and Team <b>. Is C a *language*? The Journal, vol. 7, no. 3, pp. 1-12, ACM, April 2013. \
         https://doi.org/10.1/x\n"
    );
    let edited = r#"[{"id": 1, "title": "T.", "editor": [{"given": "Ed", "family": "Itor"}], "issued": "2013"}]"#;
    assert_eq!(Format::Text.write(publications(edited.as_bytes())), "Ed Itor (ed.). T. 2013.\n");
}

#[test]
fn markdown_links_the_title_and_escapes_the_rest() {
    assert_eq!(
        Format::Markdown.write(publications(ONE.as_bytes())),
        "- Ann One, Bo Two and Team \\<b\\>. [Is C a \\*language\\*?](https://doi.org/10.1/x) *The Journal*, vol. 7, \
         no. 3, pp. 1-12, ACM, April 2013. [PDF](a%20%281%29.pdf)\n"
    );
    for (title, expected) in [("1. T?", "- 1\\. T?\n"), ("# T", "- \\# T.\n"), ("www.a.b", "- www\\.a.b.\n")] {
        let list = publications(format!(r#"[{{"id": 1, "title": "{title}"}}]"#).as_bytes());
        assert_eq!(Format::Markdown.write(&list), expected);
    }
}

#[test]
fn html_is_a_list_with_anchors() {
    assert_eq!(
        Format::Html.write(publications(ONE.as_bytes())),
        "<ol>\n  <li id=\"a\" lang=\"en\" dir=\"auto\">Ann One, Bo Two and Team &lt;b&gt;. <a href=\"https://doi.org/10.1/x\">Is \
         <em>C</em> a *language*?</a> <i>The Journal</i>, vol. 7, no. 3, pp. 1-12, ACM, April 2013. \
         <a href=\"a (1).pdf\">PDF</a></li>\n</ol>\n"
    );
}

#[test]
fn every_list_is_read_back_with_its_titles_and_links() {
    for (name, list) in all() {
        let (items, links) = items(&Format::Markdown.write(&list));
        assert_eq!(items.len(), list.len(), "{name}");
        assert_eq!(links.len(), list.iter().map(|publication| publication.links.len()).sum::<usize>(), "{name}");
        let html = Html::parse_fragment(&Format::Html.write(&list));
        let lines = Format::Text.write(&list);
        assert_eq!((elements(&html, "li").len(), lines.lines().count()), (list.len(), list.len()), "{name}");
        let texts = elements(&html, "li").into_iter().zip(lines.lines()).zip(&items);
        for (((html, line), markdown), publication) in texts.zip(&list) {
            holds(&html, publication);
            holds(line, publication);
            holds(markdown, publication);
        }
        assert_eq!(elements(&html, "script, img, iframe, svg, style, [onerror], [onclick]"), [""; 0], "{name}");
    }
}

fn holds(text: &str, publication: &Publication) {
    let text = letters(text);
    assert!(text.contains(&letters(&publication.plain_title())), "{text}");
    for author in &publication.authors {
        assert!(text.contains(&letters(&author.display())), "{text}");
    }
}

pub(crate) fn elements(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    html.select(&selector).map(|element| element.text().collect()).collect()
}
