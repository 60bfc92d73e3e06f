//! Writes the references of a CSL-JSON list, with the styles and locales they were made by, as JSON for
//! `bench/citations/compare.mjs`. Arguments: the list, and the file to write.

use std::fs;

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::LocaleFile;
use offprint_core::format::Style;
use offprint_core::read;
use offprint_references::Formatter;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [list, into] = &paths[..] else { return Err("usage: citations LIST INTO".into()) };
    let entries: Vec<Value> = serde_json::from_str(&fs::read_to_string(list)?)?;
    let formatter = Formatter::new();
    let mut references = Vec::new();
    for entry in &entries {
        let publication = read::entry(&entry.to_string()).ok_or("an entry cannot be read")?;
        let plain = |reference: offprint_references::Reference| reference.plain;
        references.push(formatter.all(&publication).into_iter().map(|one| one.map(plain)).collect::<Vec<_>>());
    }
    let styles = Style::ALL
        .iter()
        .map(|style| {
            let archived: ArchivedStyle = offprint_references::archived(*style);
            Ok(json!({"name": style.name(), "locale": offprint_references::locale(*style), "xml": archived.get().to_xml()?}))
        })
        .collect::<Result<Vec<_>, Box<dyn std::error::Error>>>()?;
    let mut texts = serde_json::Map::new();
    for locale in locales() {
        let Some(lang) = locale.lang.clone() else { continue };
        if !lang.0.starts_with("en") {
            continue;
        }
        let file = LocaleFile {
            version: "1.0".to_owned(),
            lang: lang.clone(),
            info: locale.info,
            terms: locale.terms,
            date: locale.date,
            style_options: locale.style_options,
        };
        texts.insert(lang.0, Value::String(file.to_xml()?));
    }
    Ok(fs::write(into, json!({"styles": styles, "locales": texts, "references": references}).to_string())?)
}
