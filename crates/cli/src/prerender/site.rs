//! The folder of a published page.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

const DEFAULT_SOURCE: &str = "data/publications.json";

/// A published page.
#[derive(Debug)]
pub(crate) struct Site {
    folder: PathBuf,
    /// `index.html` as it stands.
    pub(crate) index: String,
    /// What of it concerns other pages too.
    pub(crate) facts: Facts,
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
    /// Addresses of its stylesheets and the hashes that they must have.
    pub(crate) stylesheets: Vec<(String, Option<String>)>,
    /// The address of its icon.
    pub(crate) icon: Option<String>,
    /// Whether it names its own canonical address, or says what others are to show of it.
    pub(crate) has_canonical: bool,
    pub(crate) has_open_graph: bool,
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
        Ok(Self { folder: folder.to_owned(), index, facts })
    }

    /// The address of the list as index.html has it.
    pub(crate) fn source(&self) -> &str {
        self.facts.source.as_deref().unwrap_or(DEFAULT_SOURCE)
    }

    /// The file of the list, if it lies in the folder.
    pub(crate) fn data_file(&self) -> Option<PathBuf> {
        let path = self.source().split(['?', '#']).next().unwrap_or_default();
        let is_here = !path.starts_with('/') && !path.contains(':') && !path.split('/').any(|part| part == "..");
        is_here.then(|| self.folder.join(path))
    }

    /// The file index.html.
    pub(crate) fn index_path(&self) -> PathBuf {
        self.folder.join("index.html")
    }

    /// The path of a file or folder in it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Writes a file, and the folders that it needs.
    ///
    /// # Errors
    /// Where the system refuses.
    pub(crate) fn write(&self, path: &str, text: &str) -> anyhow::Result<()> {
        let path = self.folder.join(path);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        fs::write(&path, text).with_context(|| format!("writing {}", path.display()))
    }
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
    rewrite_str(index, settings)?;
    Ok(facts.into_inner())
}

fn meta_fact(facts: &mut Facts, meta: &Element<'_, '_>) {
    let content = meta.get_attribute("content").filter(|content| !content.trim().is_empty());
    match meta.get_attribute("name").as_deref() {
        Some("offprint-source") => facts.source = content.map(|content| content.trim().to_owned()),
        Some("description") => facts.description = content,
        _ => facts.has_open_graph |= meta.get_attribute("property").is_some_and(|name| name.starts_with("og:")),
    }
}

fn link_fact(facts: &mut Facts, link: &Element<'_, '_>) {
    let Some(href) = link.get_attribute("href") else { return };
    match link.get_attribute("rel").unwrap_or_default().as_str() {
        "stylesheet" => facts.stylesheets.push((href, link.get_attribute("integrity"))),
        "icon" => facts.icon = Some(href),
        "canonical" => facts.has_canonical = true,
        _ => {}
    }
}
