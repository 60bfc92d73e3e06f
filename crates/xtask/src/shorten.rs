//! Short names for what a wasm and its glue know each other by.
//!
//! wasm-bindgen names each import by what it is and a hash of that. Nobody reads those names, and they are some two
//! kilobytes of what every visitor loads.

use crate::process::output;
use anyhow::{Context as _, bail, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::Value;
use sha2::{Digest as _, Sha384};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the wasm of the page may hold; as in index.html.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Shortens the names in the page that Trunk has put into a folder. The files get new names and fingerprints, since their
/// content is another.
pub(crate) fn page(folder: &Path) -> anyhow::Result<()> {
    let wasm = find(folder, "offprint-page-", "_bg.wasm")?;
    let glue = find(folder, "offprint-page-", ".js")?;
    let text = fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    let index = folder.join("index.html");
    let mut html = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let shortened = folder.join("shortened.wasm");
    let short = self::glue(&text, &wasm, &shortened, Path::new("wasm-opt"))?;
    let (old, new) = (stem(&glue)?, format!("offprint-page-{}", fingerprint(short.as_bytes(), &fs::read(&shortened)?)));
    for (before, after) in
        [(integrity_of(&wasm)?, integrity_of(&shortened)?), (integrity_of(&glue)?, integrity(short.as_bytes()))]
    {
        html = html.replace(&before, &after);
    }
    html = html.replace(&old, &new);
    fs::remove_file(&wasm)?;
    fs::remove_file(&glue)?;
    fs::rename(shortened, folder.join(format!("{new}_bg.wasm")))?;
    fs::write(folder.join(format!("{new}.js")), short)?;
    fs::write(&index, html).with_context(|| format!("cannot write {}", index.display()))
}

/// Shortens the names in a wasm, and gives the glue that fits it.
pub(crate) fn glue(glue: &str, wasm: &Path, shortened: &Path, wasm_opt: &Path) -> anyhow::Result<String> {
    let mut command = Command::new(wasm_opt);
    command.args(FEATURES).arg("--minify-imports-and-exports-and-modules").arg(wasm).arg("-o").arg(shortened);
    let names = Names::parse(&output("shortening names", command)?)?;
    names.put_into(glue)
}

/// What each name is to be, of what a wasm imports and of what it exports.
struct Names {
    /// Module and name, and what the two are now; all modules are one then.
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
    module: String,
}

impl Names {
    /// Reads what wasm-opt says of its work.
    fn parse(said: &str) -> anyhow::Result<Self> {
        let said: Value = serde_json::from_str(said).context("wasm-opt has said what it never did")?;
        let rows = |kind: &str| said[kind].as_array().into_iter().flatten().filter_map(Value::as_array);
        let text = |row: &[Value], at: usize| row.get(at).and_then(Value::as_str).unwrap_or_default().to_owned();
        let imports: BTreeMap<_, _> = rows("imports").map(|row| (text(row, 1), text(row, 2))).collect();
        let exports: BTreeMap<_, _> = rows("exports").map(|row| (text(row, 0), text(row, 1))).collect();
        let module = rows("imports").next().map(|row| text(row, 0)).unwrap_or_default();
        ensure!(!imports.is_empty() && !exports.is_empty(), "wasm-opt has shortened nothing");
        Ok(Self { imports, exports, module })
    }

    /// The glue with the short names: imports are keys of an object there, exports members of `wasm`.
    fn put_into(&self, glue: &str) -> anyhow::Result<String> {
        let (mut written, mut rest, mut count) = (String::with_capacity(glue.len()), glue, 0);
        while let Some(start) = rest.find(is_of_name) {
            let end = rest[start..].find(|c| !is_of_name(c)).map_or(rest.len(), |length| start + length);
            let (before, name, after) = (&rest[..start], &rest[start..end], &rest[end..]);
            written.push_str(before);
            let short = match () {
                () if after.starts_with(": function") => self.imports.get(name),
                () if written.ends_with("wasm.") => self.exports.get(name),
                () => None,
            };
            count += usize::from(short.is_some_and(|_| after.starts_with(": function")));
            written.push_str(short.map_or(name, String::as_str));
            rest = after;
        }
        written.push_str(rest);
        if count != self.imports.len() {
            bail!("the glue gives {count} of the {} things that the wasm imports", self.imports.len());
        }
        Ok(written.replace(&format!("\"{}\"", self.module), "\"a\""))
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

fn find(folder: &Path, start: &str, end: &str) -> anyhow::Result<PathBuf> {
    let files = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut named = files.flatten().map(|file| file.path()).filter(|path| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(start) && name.ends_with(end))
    });
    named.next().with_context(|| format!("{} has no {start}…{end}", folder.display()))
}

fn stem(path: &Path) -> anyhow::Result<String> {
    path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned).context("a name that is no text")
}

fn integrity_of(path: &Path) -> anyhow::Result<String> {
    Ok(integrity(&fs::read(path).with_context(|| format!("cannot read {}", path.display()))?))
}

/// What a browser checks a file by.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// What stands in a file's name, so that another content has another.
pub(crate) fn fingerprint(first: &[u8], second: &[u8]) -> String {
    let digest = Sha384::new().chain_update(first).chain_update(second).finalize();
    digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = r#"{"imports": [["./x_bg.js", "__wbg_click_1", "a"], ["./x_bg.js", "__wbg_of_2", "b"]],
        "exports": [["memory", "c"], ["start_3", "d"]]}"#;
    const GLUE: &str = "const o = {\n  __wbg_click_1: function(arg0) {\n    wasm.memory;\n  },\n  __wbg_of_2: function() {},\n};\n\
                        const i = { \"./x_bg.js\": o };\nfunction start_3() { wasm.start_3(memory, 'wasm.b'); }\n";

    #[test]
    fn glue_and_wasm_know_each_other_by_the_short_names() {
        let short = Names::parse(SAID).unwrap().put_into(GLUE).unwrap();
        let wanted = "const o = {\n  a: function(arg0) {\n    wasm.c;\n  },\n  b: function() {},\n};\n\
                      const i = { \"a\": o };\nfunction start_3() { wasm.d(memory, 'wasm.b'); }\n";
        assert_eq!(short, wanted);
    }

    #[test]
    fn an_import_that_the_glue_does_not_give_is_an_error() {
        let names = Names::parse(SAID).unwrap();
        assert!(
            names.put_into(&GLUE.replace("__wbg_of_2", "__wbg_off_2")).unwrap_err().to_string().contains("1 of the 2")
        );
        assert!(Names::parse("{}").is_err() && Names::parse("done").is_err());
    }
}
