//! References in the formats of reference managers and in citation styles. The modules that write them are loaded when
//! the first reference is asked for; they get the CSL-JSON texts of the entries.

use std::cell::RefCell;

use offprint_core::format::{Format, REFERENCES_IN_FILE, Style, references_file};
use offprint_core::message::GroupSummary;

use super::modules::{EngineModule, Modules};
use super::{ListRef, fetch::fetch_bytes};

/// The references of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct References {
    /// One text for each of [`Format::COPIED`].
    pub(crate) formats: Vec<String>,
    /// One HTML text for each of [`Style::ALL`], empty where a style has none; empty where the formatter did not come.
    pub(crate) styles: Vec<String>,
}

/// Writes references; keeps the modules once they are loaded.
pub(crate) struct Citer {
    modules: Modules,
    /// Of how many entries references were stored when the page was published; zero for a list of elsewhere.
    stored: u32,
    engine: RefCell<Option<EngineModule>>,
}

/// Returns the CSL-JSON texts of entries.
fn texts(list: &ListRef, entries: &[u32]) -> Vec<String> {
    entries.iter().filter_map(|entry| Some(list.text(*entry)?.into_owned())).collect()
}

/// A module that could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ModuleMissing;

impl Citer {
    pub(crate) fn new(modules: Modules, stored: u32) -> Self {
        Self { modules, stored, engine: RefCell::default() }
    }

    async fn engine(&self) -> Result<EngineModule, ModuleMissing> {
        if let Some(module) = self.engine.borrow().clone() {
            return Ok(module);
        }
        let module = self.modules.engine().await.map_err(|_| ModuleMissing)?;
        self.engine.replace(Some(module.clone()));
        Ok(module)
    }

    /// Writes the references of an entry.
    ///
    /// # Errors
    /// Where the engine module cannot be loaded.
    pub(crate) async fn references(&self, list: &ListRef, entry: u32) -> Result<References, ModuleMissing> {
        let module = self.engine().await?;
        let text = texts(list, &[entry]);
        let format = |format: Format| module.write_format(format.name(), text.clone()).unwrap_or_default();
        let formats = Format::COPIED.into_iter().map(format).collect();
        let styles = self.styled(&module, &text, &[entry]).await.unwrap_or_default();
        Ok(References { formats, styles: styles.into_iter().next().unwrap_or_default() })
    }

    /// Writes entries in a format of reference managers.
    ///
    /// # Errors
    /// Where the engine module cannot be loaded.
    pub(crate) async fn export(
        &self,
        list: &ListRef,
        entries: &[u32],
        format: Format,
    ) -> Result<String, ModuleMissing> {
        if let Some(text) = list.export(entries, format) {
            return Ok(text);
        }
        self.engine().await?.write_format(format.name(), texts(list, entries)).ok_or(ModuleMissing)
    }

    /// Writes entries, which lie in these groups, in a citation style, as a page to print.
    ///
    /// # Errors
    /// Where a module cannot be loaded.
    pub(crate) async fn bibliography(
        &self,
        list: &ListRef,
        entries: &[u32],
        style: Style,
        title: &str,
        groups: &[GroupSummary],
    ) -> Result<String, ModuleMissing> {
        let module = self.engine().await?;
        let texts = texts(list, entries);
        let styles = self.styled(&module, &texts, entries).await?;
        let references = serde_json::to_string(&styles).map_err(|_| ModuleMissing)?;
        let groups = serde_json::to_string(groups).map_err(|_| ModuleMissing)?;
        Ok(module.bibliography(title, style.name(), texts, &references, &groups))
    }

    /// Returns the references of entries in every style: those that were stored when the page was published, unless the
    /// list was swapped since; the rest from the formatter.
    async fn styled(
        &self,
        module: &EngineModule,
        texts: &[String],
        entries: &[u32],
    ) -> Result<Vec<Vec<String>>, ModuleMissing> {
        let mut known: Vec<Option<Vec<String>>> = vec![None; entries.len()];
        for file in self.files(entries) {
            // What could not be fetched is written by the formatter.
            let Ok(bytes) = fetch_bytes(&self.modules.url(&file)).await else { continue };
            let stored = module.stored_references(&String::from_utf8_lossy(&bytes), texts.to_vec());
            let stored: Vec<Option<Vec<String>>> = serde_json::from_str(&stored).unwrap_or_default();
            known.iter_mut().zip(stored).for_each(|(known, stored)| *known = known.take().or(stored));
        }
        if known.iter().any(Option::is_none) {
            let formatter = self.modules.formatter().await.map_err(|_| ModuleMissing)?;
            let written: Vec<Vec<String>> =
                serde_json::from_str(&formatter.format_references(texts.to_vec())).map_err(|_| ModuleMissing)?;
            known.iter_mut().zip(written).for_each(|(known, written)| *known = known.take().or(Some(written)));
        }
        Ok(known.into_iter().map(Option::unwrap_or_default).collect())
    }

    /// Returns the files that may hold references of these entries, each once.
    fn files(&self, entries: &[u32]) -> Vec<String> {
        let mut files: Vec<String> = Vec::new();
        for entry in entries.iter().filter(|entry| **entry < self.stored) {
            let file = references_file(entry - entry % REFERENCES_IN_FILE);
            if !files.contains(&file) {
                files.push(file);
            }
        }
        files
    }
}
