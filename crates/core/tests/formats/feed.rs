//! The Atom feed, read by an XML parser.

use offprint_core::format::Feed;
use offprint_core::publication::Publication;
use roxmltree::{Document, Node};

use crate::lists::{all, publications};

const ATOM: &str = "http://www.w3.org/2005/Atom";

pub(crate) fn write(list: &[Publication]) -> String {
    Feed {
        title: "Papers & more",
        page: "https://a.example/papers/",
        url: "https://a.example/papers/feed.xml",
        data: "https://a.example/papers/data/publications.json",
    }
    .write(list)
}

pub(crate) fn children<'a>(node: Node<'a, 'a>, name: &str) -> Vec<Node<'a, 'a>> {
    node.children().filter(|child| child.has_tag_name((ATOM, name))).collect()
}

/// Returns the text of the only child of that name.
pub(crate) fn only(node: Node<'_, '_>, name: &str) -> String {
    let found: Vec<_> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "{name}");
    found[0].text().unwrap_or_default().to_owned()
}

#[test]
fn entries_come_newest_first_with_ids_of_their_anchors() {
    let list = publications(
        r#"[{"id": "old", "title": "Old", "issued": "2001-02-31"}, {"id": "none", "title": "None"},
        {"id": "new é", "title": "New <em>&amp; <</em>", "issued": "2013-04", "language": "fr", "keyword": "k",
            "author": [{"given": "Ann", "family": "One"}], "abstract": "A <b>bold</b> one.", "DOI": "10.1/x"},
        {"id": "ancient", "title": "Ancient", "issued": "-0500"}]"#
            .as_bytes(),
    );
    let written = write(&list);
    let document = Document::parse(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
    let feed = document.root_element();
    assert_eq!(only(feed, "title"), "Papers & more");
    assert_eq!(only(feed, "updated"), "2013-04-01T00:00:00Z");
    let entries = children(feed, "entry");
    let ids: Vec<_> = entries.iter().map(|entry| only(*entry, "id")).collect();
    let page = "https://a.example/papers/";
    assert_eq!(ids, ["new%20%C3%A9", "old", "ancient", "none"].map(|id| format!("{page}#{id}")));
    let updated: Vec<_> = entries.iter().map(|entry| only(*entry, "updated")).collect();
    assert_eq!(updated, ["2013-04-01", "2001-02-28", "0001-01-01", "1970-01-01"].map(|day| format!("{day}T00:00:00Z")));
    assert_eq!(only(entries[0], "title"), "New <em>&amp; &lt;</em>");
    assert_eq!(only(entries[0], "summary"), "<p>A <b>bold</b> one.</p>");
    assert_eq!(children(entries[0], "author").len(), 1);
    let links: Vec<_> = children(entries[0], "link").iter().filter_map(|link| link.attribute("href")).collect();
    assert_eq!(links, [&*ids[0], "https://doi.org/10.1/x"]);
    assert_eq!(write(&list), written);
}

#[test]
fn every_list_is_a_feed_of_as_many_entries() {
    for (name, list) in all() {
        let written = write(&list);
        let document = Document::parse(&written).unwrap_or_else(|error| panic!("{name}: {error}"));
        let entries = children(document.root_element(), "entry");
        assert_eq!(entries.len(), list.len(), "{name}");
        for entry in entries {
            for required in ["id", "title", "updated"] {
                only(entry, required);
            }
        }
    }
}
