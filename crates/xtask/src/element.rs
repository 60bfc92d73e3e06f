//! Building the list as an element for other sites: one script with everything in it but the wasm.

use crate::page;
use crate::process::{Run, minutes};
use crate::project::Project;
use crate::setup::{Part, TARGET, Toolbox};
use crate::shorten;
use anyhow::{Context as _, ensure};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The binary, and what its files are called.
const NAME: &str = "offprint-list";

/// Where the sources of the element and of the pages around it lie.
const SOURCES: &str = "assets/embed";

/// What is published as it is written.
const COPIED: [&str; 7] = [
    "offprint.d.ts",
    "custom-elements.json",
    "frame.html",
    "offprint-frame.js",
    "embed.html",
    "offprint-embed.js",
    "offprint-embed.css",
];

/// What stands in the element's source for what only a build knows.
const IMPORTS: &str = "import start, { INTEGRITY, List, STYLES, WASM } from \"./built.js\";\n";

/// What is joined to the element's source, and what it exports.
const JOINED: (&str, &str) = ("address.js", "export const");

/// What the glue of wasm-bindgen ends with.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";

/// How many pixels a `rem` is in the styles of the page.
const REM: f64 = 16.0;

/// Builds the element and writes what belongs to it into `dist`.
pub(crate) fn build_into(project: &Project, tools: &Toolbox, dist: &Path) -> anyhow::Result<()> {
    let wasm = compile(project)?;
    let folder = project.target().join("element");
    let mut binding =
        Run::new("binding the element", tools.path(Part::WasmBindgen)?, ["--target", "web", "--no-typescript"]);
    binding = binding.and(["--out-name", NAME, "--out-dir"]).and([&folder, &wasm]);
    binding.within(minutes(5)).wait()?;
    let optimised = folder.join("optimised.wasm");
    let shortened = folder.join("shortened.wasm");
    optimise(project, tools, &folder.join(format!("{NAME}_bg.wasm")), &optimised)?;
    let glue = String::from_utf8(read(&folder.join(format!("{NAME}.js")))?)?;
    let glue = shorten::glue(&glue, &optimised, &shortened, tools.path(Part::Binaryen)?)?;
    let wasm = read(&shortened)?;
    let (file, integrity) = (format!("{NAME}-{}.wasm", shorten::fingerprint(&wasm, &[])), shorten::integrity(&wasm));
    fs::write(dist.join(&file), wasm).with_context(|| format!("cannot write {file}"))?;
    let mut styles = String::from_utf8(read(&project.root().join("assets/offprint.css"))?)?;
    styles += &String::from_utf8(read(&project.root().join(SOURCES).join("element.css"))?)?;
    let source = String::from_utf8(read(&project.root().join(SOURCES).join("offprint.js"))?)?;
    let joined = String::from_utf8(read(&project.root().join(SOURCES).join(JOINED.0))?)?;
    let source = join(&source, &joined)?;
    let built = Built { glue, styles: contained(&styles), wasm: file, integrity };
    fs::write(dist.join("offprint.js"), built.script(&source)?).context("cannot write offprint.js")?;
    COPIED.iter().try_for_each(|name| copy(&project.root().join(SOURCES), dist, name))
}

fn compile(project: &Project) -> anyhow::Result<PathBuf> {
    let arguments = [
        "build",
        "--bin",
        NAME,
        "--features",
        "element",
        "--profile",
        "page",
        "--target",
        TARGET,
        "-p",
        "offprint-page",
    ];
    page::smaller(project, Run::new("building the element", "cargo", arguments))
        .folder(project.root())
        .within(minutes(30))
        .wait()?;
    Ok(project.target().join(TARGET).join("page").join(format!("{NAME}.wasm")))
}

/// Optimises as index.html says it of the page's own.
fn optimise(project: &Project, tools: &Toolbox, from: &Path, to: &Path) -> anyhow::Result<()> {
    let html = String::from_utf8(read(&project.root().join("index.html"))?)?;
    let named = |name: &str| html.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    let parameters = named("data-wasm-opt-params").context("index.html has no data-wasm-opt-params")?;
    let aim = named("data-wasm-opt").context("index.html has no data-wasm-opt")?;
    let mut arguments: Vec<_> = parameters.split_whitespace().map(Into::into).collect();
    arguments.extend([format!("-O{aim}").into(), from.as_os_str().to_owned(), "-o".into(), to.as_os_str().to_owned()]);
    Run::new("optimising the element", tools.path(Part::Binaryen)?, arguments).within(minutes(10)).wait()
}

/// The source with what it imports from beside it.
fn join(source: &str, joined: &str) -> anyhow::Result<String> {
    let end = format!(" from \"./{}\";", JOINED.0);
    let import = source.lines().find(|line| line.starts_with("import ") && line.ends_with(&end));
    let import = import.with_context(|| format!("offprint.js no longer imports {}", JOINED.0))?;
    Ok(source.replacen(import, &joined.replace(JOINED.1, "const"), 1))
}

/// What is put into the element's source.
struct Built {
    glue: String,
    styles: String,
    wasm: String,
    integrity: String,
}

impl Built {
    /// The source with everything in it that it imports.
    fn script(&self, source: &str) -> anyhow::Result<String> {
        ensure!(!self.styles.contains(['`', '$']), "the styles hold what ends or changes a text in a script");
        let (before, after) = source.split_once(IMPORTS).context("offprint.js no longer imports what is built")?;
        let glue = self.glue.replace("export class", "class");
        let glue = glue.trim_end().strip_suffix(EXPORTS).context("wasm-bindgen's glue ends as it never did")?;
        let mut script = String::new();
        write!(script, "{before}{glue}const start = __wbg_init;\nconst WASM = \"./{}\";\n", self.wasm)?;
        write!(
            script,
            "const INTEGRITY = \"{}\";\nconst STYLES = String.raw`{}`;\n{after}",
            self.integrity, self.styles
        )?;
        Ok(script)
    }
}

/// The page's styles for an element: what depends on the window's width there depends on the element's, and no length on
/// the font size of the page around it. Comments and indents go, as nobody reads them there.
fn contained(styles: &str) -> String {
    let mut contained = String::new();
    for line in without_comments(styles).lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("@media (min-width: ") {
            Some(width) => contained.push_str(&in_pixels(&format!("@container (min-width: {width}"))),
            None => contained.push_str(&in_own_rem(line)),
        }
        contained.push('\n');
    }
    contained
}

fn without_comments(styles: &str) -> String {
    let mut parts = styles.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |so_far, part| so_far + part.split_once("*/").map_or("", |(_, rest)| rest))
}

fn in_pixels(line: &str) -> String {
    with_lengths(line, |number| format!("{}px", number * REM))
}

fn in_own_rem(line: &str) -> String {
    with_lengths(line, |number| format!("calc({number} * var(--o-rem))"))
}

/// The line with each number of `rem` written in another way.
fn with_lengths(line: &str, write: impl Fn(f64) -> String) -> String {
    let mut parts = line.split("rem").peekable();
    let mut written = String::new();
    while let Some(part) = parts.next() {
        let digits = part.len() - part.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let (before, number) = part.split_at(part.len() - digits);
        written.push_str(before);
        match number.parse() {
            Ok(number) if parts.peek().is_some() => written.push_str(&write(number)),
            _ => {
                written.push_str(number);
                written.push_str(if parts.peek().is_some() { "rem" } else { "" });
            }
        }
    }
    written
}

fn copy(from: &Path, to: &Path, name: &str) -> anyhow::Result<()> {
    fs::copy(from.join(name), to.join(name)).with_context(|| format!("cannot copy {name}"))?;
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_follow_the_element_instead_of_the_page_around_it() {
        let styles = "/* Why. */\n.a {\n  margin: 1.5rem calc(2 * var(--o-step)); /* so */\n}\n@media (min-width: 56rem) {\n}\n\
                      @media print {\n}\n";
        let wanted = ".a {\nmargin: calc(1.5 * var(--o-rem)) calc(2 * var(--o-step));\n}\n@container (min-width: 896px) {\n}\n\
                      @media print {\n}\n";
        assert_eq!(contained(styles), wanted);
        assert_eq!(in_own_rem("var(--o-rem) tremor 2rem"), "var(--o-rem) tremor calc(2 * var(--o-rem))");
    }

    #[test]
    fn the_script_holds_what_its_source_imports() {
        let built = Built {
            glue: format!("export class List {{}}\n\n{EXPORTS}\n"),
            styles: "a {}".to_owned(),
            wasm: "x.wasm".to_owned(),
            integrity: "sha384-abc".to_owned(),
        };
        let script = built.script(&format!("// What.\n{IMPORTS}use(List);\n")).unwrap();
        assert!(
            script.starts_with("// What.\nclass List {}\n\nconst start = __wbg_init;\nconst WASM = \"./x.wasm\";\n")
        );
        assert!(script.ends_with("const STYLES = String.raw`a {}`;\nuse(List);\n") && script.contains("sha384-abc"));
        assert!(built.script("use(List);").is_err());
        let source = "import { a } from \"./address.js\";\nuse(a);\n";
        assert_eq!(join(source, "export const a = 1;\n").unwrap(), "const a = 1;\n\nuse(a);\n");
        assert!(join("use(a);", "").is_err());
    }
}
