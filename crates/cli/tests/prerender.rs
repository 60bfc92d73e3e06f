//! `offprint prerender`, on folders as Trunk leaves them.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

const INDEX: &str = r#"<!doctype html>
<html lang="en-GB"><head>
<!-- <main> in a comment, and </head> too -->
<title>Papers</title>
<meta name="description" content="All of them.">
<link rel="stylesheet" href="./s-1.css" integrity="sha384-x"/>
<script type="module">const text = "</mai" + "n>";</script>
</head><body><header>Ours</header>
<main class=wide aria-busy="true"><p>Loading…</p></main>
<footer>© <b>us</b></footer></body></html>
"#;

const LIST: &str = r##"{"title": "Publications", "publications": [
  {"id": "a/b c", "type": "paper-conference", "title": "One & <i>two</i>", "author": [{"given": "Ann", "family": "Lee"}],
   "container-title": "Proceedings", "issued": "2013-04", "abstract": "See <a href=\"#old\">this</a>.", "DOI": "10.1/x",
   "custom": {"aliases": ["old"], "links": [{"kind": "pdf", "url": "papers/one.pdf"}]}},
  {"id": "z", "type": "book", "title": "</script><script>alert(1)</script>", "issued": "2010"}]}"##;

fn site() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("data")).expect("a folder in it");
    fs::write(folder.path().join("index.html"), INDEX).expect("a page");
    fs::write(folder.path().join("data/publications.json"), LIST).expect("a list");
    folder
}

fn prerender(folder: &Path, options: &[&str]) -> String {
    let mut command = Command::cargo_bin("offprint").expect("the command");
    let output = command.arg("prerender").arg(folder).args(options).env_remove("OFFPRINT_BASE_URL").assert().success();
    String::from_utf8_lossy(&output.get_output().stdout).into_owned()
}

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns a page without its policy, which policy.rs is about.
fn without_policy(page: &str) -> String {
    let (before, rest) = page.split_once("<meta http-equiv").expect("a policy");
    format!("{before}{}", rest.split_once('>').expect("its end").1)
}

#[test]
fn the_list_is_in_main_and_all_around_it_stays() {
    let folder = site();
    let said = prerender(folder.path(), &[]);
    let index = without_policy(&read(&folder, "index.html"));
    let before = &INDEX[..INDEX.find("</head>\n<").or(INDEX.find("</head><body>")).expect("a head")];
    assert!(index.starts_with(before), "{index}");
    assert!(index.ends_with("</main>\n<footer>© <b>us</b></footer></body></html>\n"));
    assert!(index.contains("<main class=wide>") || index.contains("<main class=\"wide\">"), "{index}");
    assert!(index.contains("<article id=\"a%2Fb%20c\"") && index.contains("<span id=\"old\"></span>"));
    assert!(
        index.contains("One &amp; <i>two</i>") && index.contains("alert(1)</h3>") && !index.contains("<script>alert")
    );
    assert!(index.contains("href=\"data/papers/one.pdf\""), "links are seen from the page");
    assert!(!index.contains("Loading…") && !index.contains(" style="));
    assert!(said.contains("2 of 2 publications") && said.contains("Left out: the feed, the sitemap"), "{said}");
}

#[test]
fn a_second_run_changes_nothing_and_a_swapped_list_changes_all() {
    let folder = site();
    prerender(folder.path(), &["--base-url", "https://example.org/papers"]);
    let first = read(&folder, "index.html");
    prerender(folder.path(), &["--base-url", "https://example.org/papers"]);
    assert_eq!(read(&folder, "index.html"), first);
    fs::write(folder.path().join("p/z/notes.txt"), "ours").expect("a file beside a page");
    fs::write(folder.path().join("data/publications.json"), r#"[{"id": "new", "title": "New"}]"#).expect("a list");
    prerender(folder.path(), &[]);
    let index = read(&folder, "index.html");
    for stale in ["feed.xml", "sitemap.xml"] {
        assert!(!folder.path().join(stale).exists(), "{stale} needs a URL");
    }
    assert!(index.contains("id=\"new\"") && !index.contains("id=\"z\"") && !index.contains("canonical"));
    assert!(!folder.path().join("p/a~2Fb~20c").exists() && folder.path().join("p/new/index.html").exists());
    assert!(!folder.path().join("p/z/index.html").exists() && folder.path().join("p/z/notes.txt").exists());
}

#[test]
fn with_its_url_all_is_there_for_machines() {
    let folder = site();
    prerender(folder.path(), &["--base-url", "https://example.org/papers"]);
    let page = read(&folder, "p/a~2Fb~20c/index.html");
    for part in [
        "<link rel=\"canonical\" href=\"https://example.org/papers/p/a~2Fb~20c/\">",
        "<meta name=\"citation_title\" content=\"One &amp; two\">",
        "<meta name=\"citation_pdf_url\" content=\"https://example.org/papers/data/papers/one.pdf\">",
        "<link rel=\"stylesheet\" href=\"../../s-1.css\" integrity=\"sha384-x\">",
        "<a href=\"../../#old\">this</a>",
        "<html lang=\"en-GB\">",
        "href=\"../../data/papers/one.pdf\"",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let feed = read(&folder, "feed.xml");
    let places: Vec<_> = ["#a%2Fb%20c<", "#z<"].map(|id| feed.find(id)).into_iter().flatten().collect();
    assert!(places.len() == 2 && places.is_sorted(), "the newest first: {feed}");
    let sitemap = read(&folder, "sitemap.xml");
    assert!(sitemap.contains("<loc>https://example.org/papers/p/z/</loc>"));
    let index = read(&folder, "index.html");
    for part in
        ["publications.bib", "publications.ris", "publications.csl.json", "feed.xml", "class=\"Z3988\"", "og:title"]
    {
        assert!(index.contains(part), "{part}");
    }
    assert!(read(&folder, "publications.bib").contains("@inproceedings{"));
}

#[test]
fn beyond_the_limit_there_is_a_page_for_each_year() {
    let folder = site();
    let said = prerender(folder.path(), &["--limit", "1"]);
    assert!(said.contains("1 of 2 publications"), "{said}");
    let index = read(&folder, "index.html");
    assert!(index.contains("id=\"a%2Fb%20c\"") && !index.contains("<article id=\"z\""));
    assert!(index.contains("href=\"years/2010/\""));
    assert!(read(&folder, "years/2010/index.html").contains("href=\"../../#z\""));
    prerender(folder.path(), &[]);
    assert!(!folder.path().join("years/2010").exists(), "pages that are not needed any more are gone");
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_changed() {
    let run =
        |folder: &Path| Command::cargo_bin("offprint").expect("the command").arg("prerender").arg(folder).assert();
    let folder = site();
    fs::write(folder.path().join("data/publications.json"), "not JSON").expect("a list");
    run(folder.path()).code(2);
    assert_eq!(read(&folder, "index.html"), INDEX);
    fs::write(folder.path().join("index.html"), "<!doctype html><body>no such element").expect("a page");
    fs::write(folder.path().join("data/publications.json"), LIST).expect("a list");
    let output = run(folder.path()).code(2);
    assert!(String::from_utf8_lossy(&output.get_output().stderr).contains("expected one element `main`"));
    run(&folder.path().join("nowhere")).code(2);
    let remote =
        INDEX.replace("<title>", "<meta name=\"offprint-source\" content=\"https://example.org/x.json\"><title>");
    fs::write(folder.path().join("index.html"), &remote).expect("a page");
    let output = run(folder.path()).success();
    assert!(String::from_utf8_lossy(&output.get_output().stdout).contains("https://example.org/x.json"));
    assert_eq!(without_policy(&read(&folder, "index.html")), remote);
}

#[test]
fn an_entry_with_many_authors_leads_to_its_own_page_for_the_others() {
    let folder = site();
    let names: Vec<String> = (1..=3_000).map(|at| format!(r#"{{"family": "Byron{at}"}}"#)).collect();
    let list = format!(r#"[{{"id": "many", "title": "Many", "author": [{}]}}]"#, names.join(","));
    std::fs::write(folder.path().join("data/publications.json"), list).expect("a list");
    prerender(folder.path(), &[]);
    let (index, own) = (read(&folder, "index.html"), read(&folder, "p/many/index.html"));
    assert!(index.contains("href=\"p/many/\" class=\"more-authors\">and 2,989 more</a>"));
    assert_eq!((index.matches("author=Byron").count(), own.matches("author=Byron").count()), (11, 3_000));
}
