//! Preprints whose venue is their number at arXiv, as Google Scholar and DBLP write them.

use serde_json::Value;

use super::url::is_arxiv;
use crate::document::Members;
use crate::import::item::{put_link, put_text};

/// Takes the number out of a venue such as "arXiv preprint arXiv:1706.03762", which is no venue, and out of the volume of
/// DBLP's "CoRR".
pub(super) fn venue(members: &mut Members) {
    let (container, volume) = (text(members, "container-title"), text(members, "volume"));
    if let Some(number) = number_in(&container) {
        members.shift_remove("container-title");
        if ["article-journal", "document"].contains(&text(members, "type").as_str()) {
            members.insert("type".to_owned(), Value::from("article"));
        }
        put_text(members, "number", &format!("arXiv:{number}"));
        put_text(members, "URL", &url(&number));
        put_link(members, "preprint", &url(&number));
    } else if let Some(number) = volume.strip_prefix("abs/").filter(|number| container == "CoRR" && is_arxiv(number)) {
        members.shift_remove("volume");
        put_link(members, "preprint", &url(number));
    }
}

fn text(members: &Members, name: &str) -> String {
    members.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn number_in(venue: &str) -> Option<String> {
    let lower = venue.to_ascii_lowercase();
    let at = lower.starts_with("arxiv").then(|| lower.rfind("arxiv:")).flatten()? + "arxiv:".len();
    let number = venue[at..].split_whitespace().next()?.trim_end_matches([',', '.', ';']);
    is_arxiv(number).then(|| number.to_owned())
}

fn url(number: &str) -> String {
    format!("https://arxiv.org/abs/{number}")
}
