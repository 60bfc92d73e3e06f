//! Payloads on their way in: what is read is text, a tree of a few elements, and URLs that are safe to follow.

mod payloads;

use offprint_core::href::Href;
use offprint_core::publication::Publication;
use offprint_core::read::{Reading, read};
use offprint_core::rich::{Node, RichText};

fn assert_followed(href: &Href, payload: &str) {
    assert!(payloads::is_followed(href.as_str()), "{href} from {payload:?}");
    assert!(!href.as_str().contains(char::is_control), "{href:?}");
}

/// Returns every link, and how deep the tree is.
fn walk(nodes: &[Node], hrefs: &mut Vec<Href>) -> usize {
    let depth = |node: &Node| match node {
        Node::Link(href, inner) => {
            hrefs.push(href.clone());
            1 + walk(inner, hrefs)
        }
        Node::Element(_, inner) => 1 + walk(inner, hrefs),
        Node::Text(_) | Node::Mark(_) | Node::Break | Node::Math(_) | Node::MarkedMath(_) => 0,
    };
    nodes.iter().map(depth).max().unwrap_or(0)
}

fn reading(list: &serde_json::Value) -> Reading {
    read(list.to_string().as_bytes()).unwrap_or_else(|fault| panic!("{fault}"))
}

#[test]
fn there_are_enough_of_them_and_no_two_are_the_same() {
    let mut texts = payloads::texts();
    assert!(texts.len() >= 200, "{}", texts.len());
    let count = texts.len();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), count);
}

#[test]
fn rich_text_is_shallow_and_its_links_are_followed() {
    for text in payloads::texts() {
        for (tree, _) in [RichText::parse_block(&text), RichText::parse_inline(&text)] {
            let mut hrefs = Vec::new();
            assert!(walk(tree.nodes(), &mut hrefs) <= 33, "{text:?}");
            hrefs.iter().for_each(|href| assert_followed(href, &text));
        }
    }
}

#[test]
fn every_entry_is_read_and_every_url_in_it_is_followed() {
    let texts = payloads::texts();
    let Reading { envelope, publications, .. } = reading(&payloads::list(&texts));
    assert_eq!(publications.len(), 2 * texts.len());
    for publication in &publications {
        let Publication { links, venue_url, id, .. } = publication;
        links.iter().map(|link| &link.href).chain(venue_url).for_each(|href| assert_followed(href, id));
    }
    envelope.people.iter().filter_map(|person| person.url.as_ref()).for_each(|href| assert_followed(href, ""));
    assert!(envelope.people.iter().all(|person| person.orcid.is_none()));
}

#[test]
fn a_file_of_abstracts_lies_beside_the_list() {
    let named = |url: &str| reading(&serde_json::json!({ "abstracts": url, "publications": [] })).envelope;
    for url in ["abstracts.json", "more/abstracts.json?v=1", "./a.json", " a.json\n"] {
        assert_eq!(named(url).abstracts.as_deref(), Some(url.trim()));
    }
    let foreign = ["https://evil.example/a", "//evil.example/a", "\\\\evil.example/a", "/\\evil.example/a", "\t//e/a"];
    for url in foreign.into_iter().chain(["javascript:1", "data:,{}", "file:///etc/passwd", "/etc/passwd", "#a"]) {
        assert_eq!(named(url).abstracts, None, "{url}");
    }
}

#[test]
fn bytes_that_are_no_text_end_nothing() {
    for bytes in [
        &b"\xc0\xbcscript\xc0\xbe"[..],
        b"\xe0\x80\xbc",
        b"\xf0\x80\x80\xbc",
        b"\xed\xa0\x80\xed\xb0\x80",
        b"\xf5\x80\x80\x80",
        b"\x80\xbf",
        b"\xe2\x28",
        b"\xff\xfe",
        b"\xc3",
    ] {
        let list =
            [&b"[{\"id\": \"a\", \"title\": \"A "[..], bytes, b"\"}, {\"id\": \"b\", \"title\": \"B\"}]"].concat();
        let titles: Vec<_> = read(&list).unwrap().publications.into_iter().map(|entry| entry.title).collect();
        assert!(titles.len() == 2 && titles[0].contains('\u{fffd}') && &*titles[1] == "B", "{titles:?}");
        assert!(!titles[0].contains('<'), "{titles:?}");
    }
}
