//! What `offprint prerender` writes, read by parsers of HTML, XML and JSON that are not ours.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use roxmltree::Document;
use scraper::Html;
use scraper::node::Element;
use serde_json::Value;

use crate::payloads;

const INDEX: &str = "<!doctype html><html lang=en><head><title>Papers</title></head><body><main></main></body></html>";

const ELEMENTS: &str = "math mfrac mi mn mo mover mpadded mroot mrow mspace msqrt msub msubsup msup mtable mtd mtext mtr munder \
    html head body kbd meta title link script main div section nav header article aside h1 h2 h3 p ul ol li \
    a span i em b strong sub sup code br mark pre details summary button input label select option form fieldset legend dialog \
    datalist svg path search template";

/// `style`, `name` of anything but a `meta`, and all that begin with `on` are not among them.
const ATTRIBUTES: &str = "data-formula form lspace rspace mathvariant stretchy width \
    id class href hidden inert lang dir title type rel charset content property data-offprint data-prerendered \
    part width height http-equiv role tabindex open disabled checked selected value placeholder for autocomplete spellcheck inputmode enterkeyhint \
    maxlength min max step viewBox preserveAspectRatio d focusable accesskey autocapitalize autocorrect";

/// Returns a published page with all payloads, and its folder.
fn publish() -> (tempfile::TempDir, PathBuf, usize) {
    let texts = payloads::texts();
    let outside = tempfile::tempdir().expect("a folder");
    let site = outside.path().join("site");
    fs::create_dir_all(site.join("data")).expect("a folder in it");
    fs::write(site.join("index.html"), INDEX).expect("a page");
    fs::write(site.join("data/publications.json"), payloads::short_list(&texts).to_string()).expect("a list");
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("offprint"));
    command.arg("prerender").arg(&site).args(["--limit", "2000", "--base-url", "https://page.example/papers/"]);
    command.assert().success();
    (outside, site, texts.len())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn what_is_published_holds_only_what_we_write() {
    let (outside, site, count) = publish();
    let all = files(outside.path());
    names_stay_inside(&all, &site);
    let pages: Vec<_> = all.iter().filter(|path| path.extension().is_some_and(|it| it == "html")).collect();
    // Ids that differ in case only have one page.
    assert!(pages.len() + 10 > count, "{} pages", pages.len());
    let mut scripts = BTreeSet::new();
    for page in pages {
        page_is_ours(page, &mut scripts);
    }
    let is_ours =
        |script: &String| ["document.currentScript", "serviceWorker"].iter().any(|part| script.contains(part));
    assert!(scripts.len() == 2 && scripts.iter().all(is_ours), "{scripts:?}");
    let index = Html::parse_document(&read(&site.join("index.html")));
    let articles = scraper::Selector::parse("main article").expect("a selector");
    assert_eq!(index.select(&articles).count(), count);
    xml_is_ours(
        &site.join("feed.xml"),
        "entry",
        "feed id title link updated author name entry published category summary",
    );
    xml_is_ours(&site.join("sitemap.xml"), "url", "urlset url loc");
    references_are_text(&site.join("references"), count);
}

fn names_stay_inside(all: &[PathBuf], site: &Path) {
    for path in all {
        let name = path.strip_prefix(site).unwrap_or_else(|_| panic!("{} lies outside", path.display()));
        let name = name.to_str().expect("UTF-8");
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._~-".contains(c);
        assert!(
            name.chars().all(is_plain) && name.split('/').all(|part| part.len() < 256 && !part.starts_with('.')),
            "{name}"
        );
        let parts = name.split(['/', '.']).map(str::to_ascii_lowercase);
        assert!(parts.into_iter().all(|part| !["con", "nul", "aux", "prn", "lpt1"].contains(&&*part)), "{name}");
    }
}

fn page_is_ours(path: &Path, scripts: &mut BTreeSet<String>) {
    let html = Html::parse_document(&read(path));
    for node in html.tree.nodes() {
        assert!(!node.value().is_comment(), "{}: a comment", path.display());
        let Some(element) = node.value().as_element() else { continue };
        element_is_ours(path, element);
        if element.name() == "script" {
            let text: String =
                node.children().filter_map(|child| child.value().as_text().map(|text| text.to_string())).collect();
            match element.attr("type") {
                Some("application/ld+json") => drop(serde_json::from_str::<Value>(&text).expect("JSON-LD")),
                _ => drop(scripts.insert(text)),
            }
        }
    }
}

fn element_is_ours(path: &Path, element: &Element) {
    let name = element.name();
    assert!(ELEMENTS.split_whitespace().any(|known| known == name), "{}: {name}", path.display());
    for (attribute, value) in element.attrs() {
        let is_known = ATTRIBUTES.split_whitespace().any(|known| known.eq_ignore_ascii_case(attribute))
            || attribute.starts_with("aria-")
            || (attribute == "name" && name == "meta");
        assert!(is_known, "{}: {attribute} of {name}", path.display());
        assert!(attribute != "href" || payloads::is_followed(value), "{}: {value}", path.display());
    }
    let refreshes = element.attr("http-equiv").is_some_and(|what| what != "Content-Security-Policy");
    let sheets = name == "link" && !["alternate", "canonical"].contains(&element.attr("rel").unwrap_or_default());
    assert!(!refreshes && !sheets, "{}: {element:?}", path.display());
}

fn xml_is_ours(path: &Path, one: &str, names: &str) {
    let text = read(path);
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    for element in elements {
        let name = element.tag_name().name();
        assert!(names.split(' ').any(|known| known == name), "{}: {name}", path.display());
    }
    assert!(
        document
            .descendants()
            .filter(|node| node.has_tag_name((node.tag_name().namespace().unwrap_or_default(), one)))
            .count()
            > 0
    );
}

fn references_are_text(folder: &Path, count: usize) {
    let files: Vec<Value> = files(folder).iter().map(|path| serde_json::from_str(&read(path)).expect("JSON")).collect();
    let entries: usize = files.iter().map(|file| file["references"].as_object().expect("references").len()).sum();
    assert_eq!(entries, count);
}

#[test]
fn a_file_of_abstracts_is_not_looked_for_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("lists/list.json");
    fs::create_dir_all(folder.path().join("lists/more")).expect("a folder");
    let secret = r#"{"a": "a secret"}"#;
    for place in ["secret.json", "lists/more/kept.json"] {
        fs::write(folder.path().join(place), secret).expect("a file");
    }
    let absolute = folder.path().join("secret.json").display().to_string();
    for (named, is_read) in
        [("more/kept.json", true), ("../secret.json", false), (&*absolute, false), ("more/../../secret.json", false)]
    {
        let text = serde_json::json!({ "abstracts": named, "publications": [{ "id": "a", "title": "A" }] });
        fs::write(&list, text.to_string()).expect("a list");
        let output = Command::new(assert_cmd::cargo::cargo_bin!("offprint"))
            .arg("export")
            .arg(&list)
            .args(["--to", "csv"])
            .output();
        let output = output.expect("the command");
        assert_eq!(String::from_utf8_lossy(&output.stdout).contains("a secret"), is_read, "{named}");
        assert!(is_read || !output.stderr.is_empty(), "{named} is reported");
    }
}
