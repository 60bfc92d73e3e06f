//! The size of a first visit, against its budgets.

mod references;

use anyhow::{Context as _, bail};
use references::{Kind, in_css, in_html, in_script};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// Budgets in bytes as sent with brotli: a guard against accidents.
const WHOLE: Budget = ("everything", 303_000);
const WASM: Budget = ("the wasm", 270_000);
/// The page holds the whole list as HTML.
const PAGE: Budget = ("index.html", 14_000);

/// What it is on, and the most that it may take.
type Budget = (&'static str, usize);

/// What another page loads for the element; the files that it loads are named in it.
const ELEMENT: &str = "offprint.js";

/// What the page asks for by itself, whatever the HTML says.
const DATA: &str = "data/publications.json";

/// What the page asks for once it has loaded, where it is there.
const WORKER: &str = "offprint-sw.js";

/// One file of a first visit.
#[derive(Debug)]
struct Sized {
    raw: usize,
    sent: usize,
}

/// The files of a first visit by their path in dist/.
type Visit = BTreeMap<PathBuf, Sized>;

/// Prints what a first visit of the built page loads.
///
/// # Errors
/// When a budget is exceeded, when dist/ holds no page, when a file that the page needs is
/// missing, or when the page asks for one by an absolute URL, which breaks it at a sub-path.
pub(crate) fn check(dist: &Path) -> anyhow::Result<()> {
    let visit = visit_of(dist, "index.html")?;
    for (path, size) in &visit {
        row(&path.to_string_lossy(), size.raw, size.sent);
    }
    let raw = |visit: &Visit| visit.values().map(|size| size.raw).sum();
    row("a first visit", raw(&visit), sent_by(&visit, |_| true));
    let element = visit_of(dist, ELEMENT)?;
    row("the element in another page", raw(&element), sent_by(&element, |_| true));
    let measured = [
        (WHOLE, sent_by(&visit, |_| true)),
        (WASM, sent_by(&visit, |path| path.extension().is_some_and(|it| it == "wasm"))),
        (("the element, beside the page", sent_by(&visit, |_| true)), sent_by(&element, |_| true)),
        (PAGE, sent_by(&visit, |path| path == Path::new("index.html"))),
    ];
    let excess: Vec<_> = measured.into_iter().filter_map(|(budget, sent)| over(budget, sent)).collect();
    if excess.is_empty() {
        return Ok(());
    }
    bail!("over budget: {}", excess.join("; "))
}

fn row(name: &str, raw: usize, sent: usize) {
    println!("  {name:<52} {raw:>9} bytes {sent:>9} with brotli");
}

fn sent_by(visit: &Visit, counts: impl Fn(&Path) -> bool) -> usize {
    let counted = visit.iter().filter(|(path, _)| counts(path));
    counted.map(|(_, size)| size.sent).sum()
}

fn over((what, budget): Budget, sent: usize) -> Option<String> {
    let excess = sent.checked_sub(budget).filter(|excess| *excess > 0)?;
    Some(format!("{what} takes {sent} bytes of {budget}, {excess} too many"))
}

/// Reads a file and what it loads, and what that loads in turn.
fn visit_of(dist: &Path, first: &str) -> anyhow::Result<Visit> {
    let mut visit = Visit::new();
    let mut waiting = vec![PathBuf::from(first), PathBuf::from(DATA)];
    // Only a page of its own has one.
    waiting.extend(Some(PathBuf::from(WORKER)).filter(|worker| first == "index.html" && dist.join(worker).is_file()));
    while let Some(path) = waiting.pop() {
        if visit.contains_key(&path) {
            continue;
        }
        let bytes =
            fs::read(dist.join(&path)).with_context(|| format!("{} is needed, but is not in dist/", path.display()))?;
        waiting.extend(loaded_by(dist, &path, &bytes)?);
        let sent = compressed_size(&bytes)?;
        visit.insert(path, Sized { raw: bytes.len(), sent });
    }
    Ok(visit)
}

/// Returns the files of dist/ that the one at `path` loads.
fn loaded_by(dist: &Path, path: &Path, bytes: &[u8]) -> anyhow::Result<Vec<PathBuf>> {
    let text = String::from_utf8_lossy(bytes);
    let references = match path.extension().and_then(|it| it.to_str()) {
        Some("html") => in_html(&text),
        Some("js") => in_script(&text),
        Some("css") => in_css(&text),
        _ => Vec::new(),
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut files = Vec::new();
    for (kind, reference) in references {
        let url = reference.split(['?', '#']).next().unwrap_or_default();
        if url.is_empty() || has_scheme(url) || url.starts_with("//") {
            continue;
        }
        if url.starts_with('/') {
            bail!("{} asks for {url}, which is absolute", path.display());
        }
        let file = normal(&folder.join(url));
        // A string in a script may only look like a URL.
        if kind == Kind::Certain || dist.join(&file).is_file() {
            files.push(file);
        }
    }
    Ok(files)
}

fn has_scheme(url: &str) -> bool {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Returns the path without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut so_far, component| {
        match component {
            Component::ParentDir => drop(so_far.pop()),
            Component::CurDir => {}
            other => so_far.push(other),
        }
        so_far
    })
}

/// Returns what brotli makes of it at its best, as static hosts that compress ahead do.
fn compressed_size(bytes: &[u8]) -> anyhow::Result<usize> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut sent, &parameters)?;
    Ok(sent.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_visit_is_everything_that_is_loaded_and_nothing_else() {
        let dist = std::env::temp_dir().join(format!("xtask-size-{}", std::process::id()));
        let html = r#"<link rel="stylesheet" href="./s.css"><script type="module">
            import init from './a.js'; await init('./a_bg.wasm');</script><a href="p/b.html">b</a>"#;
        for (name, text) in [
            ("index.html", html),
            (DATA, "[]"),
            ("s.css", "a { background: url(i/x.svg) }"),
            ("i/x.svg", "<svg/>"),
            ("a.js", "import {f} from './snippets/c.js'"),
            ("snippets/c.js", "export function f() { return 'no/file.js' }"),
            ("a_bg.wasm", "\0asm"),
            ("p/b.html", "another page"),
        ] {
            fs::create_dir_all(dist.join(name).parent().unwrap()).unwrap();
            fs::write(dist.join(name), text).unwrap();
        }
        let visit = visit_of(&dist, "index.html").unwrap();
        let names: Vec<_> = visit.keys().map(|path| path.to_str().unwrap()).collect();
        let wanted = ["a.js", "a_bg.wasm", DATA, "i/x.svg", "index.html", "s.css", "snippets/c.js"];
        assert_eq!(names, wanted);
        fs::write(dist.join("index.html"), "<script src=/a.js></script>").unwrap();
        assert!(visit_of(&dist, "index.html").unwrap_err().to_string().contains("absolute"));
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn what_is_over_is_named_with_its_excess() {
        assert_eq!(over(("the wasm", 10), 10), None);
        let text = over(("the wasm", 10), 13).unwrap();
        assert_eq!(text, "the wasm takes 13 bytes of 10, 3 too many");
    }
}
