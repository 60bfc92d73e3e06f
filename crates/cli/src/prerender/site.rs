//! The folder of a published page.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use offprint_core::query::decode_component;
use offprint_core::rich::RichText;

use super::policy::{self, Wanted};
use crate::document::write_atomically;

/// Names the files that this command has written.
const MANIFEST: &str = "offprint-files.txt";

const DEFAULT_SOURCE: &str = "data/publications.json";

/// A published page.
#[derive(Debug)]
pub(crate) struct Site {
    folder: PathBuf,
    /// `index.html` as it is.
    pub(crate) index: String,
    /// What of it concerns other pages too.
    pub(crate) facts: Facts,
    /// The files that this run has written.
    written: RefCell<BTreeSet<String>>,
}

/// A file that index.html links.
#[derive(Debug, Clone)]
pub(crate) struct Linked {
    pub(crate) href: String,
    /// The hash that the file must have.
    pub(crate) integrity: Option<String>,
}

impl Linked {
    /// Returns whether it has a name that Trunk gave to a file of Offprint.
    pub(super) fn is_ours(&self) -> bool {
        self.href.rsplit('/').next().is_some_and(|name| name.starts_with("offprint-"))
    }
}

/// What index.html says of itself.
#[derive(Debug, Default, Clone)]
pub(crate) struct Facts {
    source: Option<String>,
    /// The language of its text.
    pub(crate) language: Option<String>,
    /// Its title.
    pub(crate) title: String,
    /// Its description.
    pub(crate) description: Option<String>,
    /// Its style sheets.
    pub(crate) stylesheets: Vec<Linked>,
    /// The script and the wasm of the app, as it preloads them.
    pub(super) script: Option<Linked>,
    pub(super) wasm: Option<Linked>,
    /// The URL of its icon.
    pub(crate) icon: Option<String>,
    /// Whether it names its own canonical URL, or says what others are to show of it.
    pub(crate) has_canonical: bool,
    pub(crate) has_open_graph: bool,
    /// What it says of the content security policy, and whether it has one that this command has not written.
    pub(super) policy: Wanted,
    pub(super) has_policy: bool,
    /// Whether it names its encoding where browsers look for it: in the first kilobyte.
    pub(super) has_charset: bool,
    /// How many `main` elements it has.
    mains: usize,
}

impl Site {
    /// Opens a folder.
    ///
    /// # Errors
    /// Where there is no index.html that can be read.
    pub(crate) fn open(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join("index.html");
        let index = fs::read_to_string(&path)
            .with_context(|| format!("{}: expected the folder of a published page, with index.html", path.display()))?;
        let facts = read_facts(&index).with_context(|| format!("reading {}", path.display()))?;
        let mains = facts.mains;
        anyhow::ensure!(
            mains == 1,
            "{}: expected one element `main` to write the list into, found {mains}",
            path.display()
        );
        Ok(Self { folder: folder.to_owned(), index, facts, written: RefCell::default() })
    }

    /// Returns the URL of the list as index.html has it.
    pub(crate) fn source(&self) -> &str {
        self.facts.source.as_deref().unwrap_or(DEFAULT_SOURCE)
    }

    /// Returns the file of the list, if it is in the folder.
    pub(crate) fn data_file(&self) -> Option<PathBuf> {
        let path = decode_component(self.source().split(['?', '#']).next().unwrap_or_default());
        let is_here = !path.starts_with('/') && !path.contains(':') && !path.split('/').any(|part| part == "..");
        is_here.then(|| self.folder.join(path))
    }

    /// Returns the file index.html.
    pub(crate) fn index_path(&self) -> PathBuf {
        self.folder.join("index.html")
    }

    /// Reads a file; none where it is not there.
    ///
    /// # Errors
    /// Where the system refuses.
    pub(super) fn read(&self, path: &str) -> anyhow::Result<Option<String>> {
        let bytes = self.bytes(path)?;
        bytes.map(String::from_utf8).transpose().with_context(|| format!("{path}: expected UTF-8"))
    }

    /// Returns the hash of a file, as browsers check it; none where the file is not there or the URL leads elsewhere.
    ///
    /// # Errors
    /// Where the system refuses.
    pub(super) fn hash(&self, url: &str) -> anyhow::Result<Option<String>> {
        Ok(self.bytes(url.trim_start_matches("./"))?.map(|bytes| policy::integrity(&bytes)))
    }

    fn bytes(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        match fs::read(self.folder.join(path)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("reading {path}")),
        }
    }

    /// Writes a file, and the folders that it needs.
    ///
    /// # Errors
    /// Where the system refuses.
    pub(crate) fn write(&self, path: &str, text: &str) -> anyhow::Result<()> {
        self.written.borrow_mut().insert(path.to_owned());
        let path = self.folder.join(path);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        write_atomically(&path, text).with_context(|| format!("writing {}", path.display()))
    }
}

impl Site {
    /// Removes what an earlier run has written and this one has not, and notes for the next one what this one has. Files
    /// that somebody else put into the folder are never touched.
    ///
    /// # Errors
    /// Where the system refuses.
    pub(crate) fn finish(&self) -> anyhow::Result<()> {
        let written = self.written.borrow();
        let earlier = fs::read_to_string(self.folder.join(MANIFEST)).unwrap_or_default();
        for path in earlier.lines().filter(|path| !written.contains(*path) && is_below(path)) {
            let path = self.folder.join(path);
            if path.is_file() {
                fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
            }
            // A folder with other files in it is not empty, and stays.
            path.ancestors().skip(1).take_while(|it| *it != self.folder).for_each(|it| drop(fs::remove_dir(it)));
        }
        let list: String = written.iter().map(|path| format!("{path}\n")).collect();
        let path = self.folder.join(MANIFEST);
        write_atomically(&path, &list).with_context(|| format!("writing {}", path.display()))
    }
}

/// Returns whether a path can only lead to something inside the folder.
fn is_below(path: &str) -> bool {
    !path.is_empty() && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn read_facts(index: &str) -> anyhow::Result<Facts> {
    let facts = RefCell::new(Facts::default());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html[lang]", |html| {
            facts.borrow_mut().language = html.get_attribute("lang");
            Ok(())
        }))
        .append_element_content_handler(element!("head meta:not([data-offprint])", |meta| {
            meta_fact(&mut facts.borrow_mut(), meta);
            Ok(())
        }))
        .append_element_content_handler(element!("head link:not([data-offprint])", |link| {
            link_fact(&mut facts.borrow_mut(), link);
            Ok(())
        }))
        .append_element_content_handler(text!("head title", |chunk| {
            facts.borrow_mut().title.push_str(chunk.as_str());
            Ok(())
        }));
    let settings = settings.append_element_content_handler(element!("main", |_main| {
        facts.borrow_mut().mains += 1;
        Ok(())
    }));
    rewrite_str(index, settings)?;
    let mut facts = facts.into_inner();
    facts.title = decoded(&facts.title);
    Ok(facts)
}

fn meta_fact(facts: &mut Facts, meta: &Element<'_, '_>) {
    let content = attribute(meta, "content").filter(|content| !content.trim().is_empty());
    facts.has_charset |= meta.has_attribute("charset");
    facts.has_policy |= meta.get_attribute("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case(policy::NAME));
    match meta.get_attribute("name").as_deref() {
        Some("offprint-source") => facts.source = content.map(|content| content.trim().to_owned()),
        Some("offprint-policy") => facts.policy = Wanted::parse(&content.unwrap_or_default()),
        Some("description") => facts.description = content,
        _ => facts.has_open_graph |= meta.get_attribute("property").is_some_and(|name| name.starts_with("og:")),
    }
}

fn link_fact(facts: &mut Facts, link: &Element<'_, '_>) {
    let Some(href) = attribute(link, "href") else { return };
    let linked = Linked { href, integrity: link.get_attribute("integrity") };
    match link.get_attribute("rel").unwrap_or_default().as_str() {
        "stylesheet" => facts.stylesheets.push(linked),
        "modulepreload" if linked.is_ours() => facts.script = Some(linked),
        "preload" if linked.is_ours() => facts.wasm = Some(linked),
        "icon" => facts.icon = Some(linked.href),
        "canonical" => facts.has_canonical = true,
        _ => {}
    }
}

fn attribute(element: &Element<'_, '_>, name: &str) -> Option<String> {
    element.get_attribute(name).map(|value| decoded(&value))
}

/// Returns text as it is meant: entities are as they were written until here.
fn decoded(text: &str) -> String {
    RichText::parse_inline(&text.replace('<', "&lt;")).0.plain()
}
