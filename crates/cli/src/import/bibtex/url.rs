//! DOI, URLs, preprints and files.

use offprint_core::problem::Loss;

use super::entry::{Entry, Field};
use super::member;
use crate::document::Members;
use crate::import::item::{is_web_url, put_doi, put_link, put_text, relative_file, take_doi_url};
use crate::import::report::{Report, Spot};
use crate::import::tex::verbatim;

/// Fields that are seen to here, besides those that name a kind of link.
pub(super) const FIELDS: [&str; 11] = [
    "doi",
    "url",
    "eprint",
    "eprinttype",
    "archiveprefix",
    "eprintclass",
    "primaryclass",
    "archive",
    "file",
    "arxiv",
    "arxivid",
];

/// Reads every identifier and URL of an entry.
pub(super) fn identifiers(entry: &Entry, spot: Spot<'_>, report: &mut Report, members: &mut Members) {
    if let Some(field) = entry.get("doi")
        && !put_doi(members, &verbatim(&field.text))
    {
        report.add(spot.at(field.at), "doi", Loss::Field, "this is no DOI; one looks like 10.1145/2451116.2451167");
    }
    for field in [entry.get("url"), entry.get("howpublished").filter(|field| is_url(&field.text))].into_iter().flatten()
    {
        url(field, spot, report, members);
    }
    preprint(entry, spot, report, members);
    for field in &entry.fields {
        if let Some(kind) = member::link(&field.name)
            && !field.text.trim().is_empty()
        {
            link(field, kind, spot, report, members);
        }
    }
    if let Some(field) = entry.get("file") {
        file(field, spot, report, members);
    }
}

/// Returns whether a text is nothing but a URL.
pub(super) fn is_url(text: &str) -> bool {
    is_web_url(&web(&verbatim(text)))
}

/// `url`, which may hold several; a DOI among them is one.
fn url(field: &Field, spot: Spot<'_>, report: &mut Report, members: &mut Members) {
    for url in urls(&field.text) {
        let url = web(&url);
        if take_doi_url(members, &url) {
            continue;
        }
        if !is_web_url(&url) {
            report.add(spot.at(field.at), &field.name, Loss::Field, format!("“{url}” is no url of the web"));
        } else if members.get("URL").is_none_or(|known| known == url.as_str()) {
            put_text(members, "URL", &url);
        } else {
            put_link(members, "website", &url);
        }
    }
}

/// URLs may be broken over lines, and several may be side by side.
fn urls(text: &str) -> Vec<String> {
    let mut urls: Vec<String> = Vec::new();
    for piece in text.split_whitespace() {
        let starts =
            piece.trim_start_matches(['{', '\\']).trim_start_matches("url").trim_start_matches('{').starts_with("http");
        match urls.last_mut() {
            Some(last) if !starts => last.push_str(piece),
            _ => urls.push(piece.to_owned()),
        }
    }
    urls.iter().map(|url| verbatim(url).trim_end_matches([',', ';']).to_owned()).filter(|url| !url.is_empty()).collect()
}

fn web(url: &str) -> String {
    let url = url.trim();
    if url.starts_with("www.") { format!("http://{url}") } else { url.to_owned() }
}

fn link(field: &Field, kind: &str, spot: Spot<'_>, report: &mut Report, members: &mut Members) {
    let url = web(&verbatim(&field.text));
    if take_doi_url(members, &url) {
        return;
    }
    if let Some(path) = relative_file(&url) {
        put_link(members, kind, &path);
    } else if !is_web_url(&url) {
        let message = "it is no URL; put the file beside the list and add its link by hand";
        report.count(spot.at(field.at), &field.name, Loss::Field, message);
    } else if members.get("URL").is_none_or(|known| known != url.as_str()) {
        put_link(members, kind, &url);
    }
}

/// `eprint`, whose archive may be named or not.
fn preprint(entry: &Entry, spot: Spot<'_>, report: &mut Report, members: &mut Members) {
    let archive = archive(entry);
    let archive_name = archive_name(entry);
    let Some(field) = eprint(entry) else {
        if let Some(field) = archive {
            report.count(spot.at(field.at), &field.name, Loss::Nothing, "an archive without an eprint leads nowhere");
        }
        return;
    };
    let id = verbatim(&field.text);
    let bare = bare_id(&id);
    match archive_name.as_str() {
        "pubmed" | "pmid" => drop(put_text(members, "PMID", bare)),
        "pmcid" => drop(put_text(members, "PMCID", bare)),
        "hal" => put_link(members, "preprint", &format!("https://hal.science/{bare}")),
        "jstor" => put_link(members, "publisher", &format!("https://www.jstor.org/stable/{bare}")),
        "" | "arxiv" if is_arxiv(bare) => {
            if let Some(class) = ["primaryclass", "eprintclass"].iter().find_map(|name| entry.get(name)) {
                let message = "the class of a preprint has no place here; its page at arXiv says it";
                report.count(spot.at(class.at), &class.name, Loss::Nothing, message);
            }
            let url = format!("https://arxiv.org/abs/{bare}");
            if is_preprint(entry) {
                put_text(members, "number", &format!("arXiv:{bare}"));
                put_text(members, "URL", &url);
            }
            put_link(members, "preprint", &url);
        }
        _ if is_web_url(&id) => put_link(members, "preprint", &id),
        _ => {
            let message = "its archive is not known; add a link of the kind preprint by hand";
            report.count(spot.at(field.at), &field.name, Loss::Field, message);
            if let Some(archive) = archive {
                report.count(spot.at(archive.at), &archive.name, Loss::Field, message);
            }
        }
    }
}

/// Returns whether an entry is a preprint at arXiv and nothing else, as far as it says.
pub(super) fn is_preprint(entry: &Entry) -> bool {
    const KINDS: [&str; 7] = ["misc", "online", "electronic", "www", "unpublished", "article", "preprint"];
    const VENUES: [&str; 4] = ["journal", "journaltitle", "fjournal", "booktitle"];
    let is_at_arxiv = matches!(archive_name(entry).as_str(), "" | "arxiv")
        && eprint(entry).is_some_and(|field| is_arxiv(bare_id(&verbatim(&field.text))));
    is_at_arxiv && KINDS.contains(&entry.kind.as_str()) && VENUES.iter().all(|name| entry.get(name).is_none())
}

fn archive(entry: &Entry) -> Option<&Field> {
    ["eprinttype", "archiveprefix", "archive", "primaryclass", "eprintclass"].iter().find_map(|name| entry.get(name))
}

fn archive_name(entry: &Entry) -> String {
    archive(entry).map(|field| verbatim(&field.text).to_lowercase()).unwrap_or_default()
}

fn eprint(entry: &Entry) -> Option<&Field> {
    ["eprint", "arxiv", "arxivid"].iter().find_map(|name| entry.get(name))
}

/// Returns an identifier without the URL or the name of arXiv before it.
fn bare_id(id: &str) -> &str {
    let bare = id.rsplit_once("abs/").map_or(id, |(_, id)| id);
    bare.strip_prefix("arXiv:").or(bare.strip_prefix("arxiv:")).unwrap_or(bare)
}

/// Returns whether it is a number at arXiv: `1301.0001`, `1301.0001v2` or `hep-th/9901001`.
pub(super) fn is_arxiv(id: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'v');
    match id.split_once(['.', '/']) {
        Some((first, rest)) if first.len() == 4 && is_number(first) => is_number(rest),
        Some((first, rest)) => {
            first.starts_with(|c: char| c.is_ascii_lowercase()) && is_number(rest.rsplit('/').next().unwrap_or(rest))
        }
        None => false,
    }
}

/// `file` names files on somebody's computer; only a URL can be followed.
fn file(field: &Field, spot: Spot<'_>, report: &mut Report, members: &mut Members) {
    let text = verbatim(&field.text).replace("\\:", ":");
    match text.find("http").map(|at| text[at..].split([';', ' ']).next().unwrap_or_default()) {
        Some(url) if is_web_url(url) => {
            let bare = url.strip_suffix(":PDF").or(url.strip_suffix(":application/pdf")).unwrap_or(url);
            put_link(members, "pdf", bare);
        }
        _ => report.count(
            spot.at(field.at),
            "file",
            Loss::Nothing,
            "it is a file on somebody’s computer and is left out",
        ),
    }
}
