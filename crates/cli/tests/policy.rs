//! The content security policy that `offprint prerender` writes.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

const LIST: &str =
    r#"{"abstracts": "https://texts.example/abstracts.json", "publications": [{"id": "a", "title": "A"}]}"#;

/// A published page with this in its head and with this list, and what the command says of it.
struct Site {
    folder: TempDir,
    said: String,
    warned: String,
}

impl Site {
    fn new(head: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("data")).expect("a folder in it");
        fs::write(folder.path().join("data/publications.json"), LIST).expect("a list");
        let index =
            format!("<!doctype html><html><head>{head}<title>x</title></head><body><main></main></body></html>");
        fs::write(folder.path().join("index.html"), index).expect("a page");
        let mut site = Self { folder, said: String::new(), warned: String::new() };
        site.run();
        site
    }

    /// The same with another list.
    fn with_list(mut self, list: &str) -> Self {
        fs::write(self.folder.path().join("data/publications.json"), list).expect("a list");
        self.run();
        self
    }

    fn run(&mut self) {
        let mut command = Command::cargo_bin("offprint").expect("the command");
        let command = command.arg("prerender").arg(self.folder.path()).env_remove("OFFPRINT_BASE_URL");
        let output = command.assert().success();
        self.said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
        self.warned = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).expect("a page")
    }

    /// Returns the policies in a page.
    fn policies(&self, path: &str) -> Vec<String> {
        let page = self.read(path);
        let metas = page.split("<meta ").skip(1).map(|rest| rest.split('>').next().unwrap());
        let policies = metas.filter(|meta| meta.to_lowercase().contains("http-equiv"));
        policies.map(|meta| meta.split("content=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
    }

    /// Returns what a directive of the page's only policy allows.
    fn allowed(&self, directive: &str) -> Vec<String> {
        let [policy] = &self.policies("index.html")[..] else { panic!("one policy: {}", self.read("index.html")) };
        let mut directives = policy.split("; ").map(|text| text.split(' '));
        let sources = directives.find_map(|mut words| (words.next() == Some(directive)).then_some(words));
        sources.unwrap_or_else(|| panic!("{directive} in {policy}")).map(str::to_owned).collect()
    }
}

#[test]
fn a_page_allows_what_it_holds_and_nothing_else() {
    let site = Site::new(
        "<meta charset=utf-8><script>one()</script><style>p{}</style><script src=https://a.example/b.js></script>",
    );
    let (scripts, styles) = (site.allowed("script-src"), site.allowed("style-src"));
    let hashes = |sources: &[String]| sources.iter().filter(|source| source.starts_with("'sha256-")).count();
    assert_eq!(scripts[..2], ["'self'", "'wasm-unsafe-eval'"]);
    assert!(scripts.contains(&"https://a.example/b.js".to_owned()), "{scripts:?}");
    // The maintainer's script, and the two before the list.
    assert_eq!((hashes(&scripts), hashes(&styles)), (3, 1), "{scripts:?} {styles:?}");
    assert_eq!(site.allowed("object-src"), ["'none'"]);
    assert_eq!(site.allowed("require-trusted-types-for"), ["'script'"]);
    assert_eq!(site.allowed("trusted-types"), ["offprint"]);
    assert_eq!(site.allowed("connect-src"), ["'self'"]);
    let [policy] = &site.policies("index.html")[..] else { unreachable!() };
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    assert!(site.said.contains(&format!("\nContent-Security-Policy: {policy}\n")), "for servers: {}", site.said);
    assert!(!site.warned.contains("attribute"), "{}", site.warned);
}

#[test]
fn it_is_before_all_that_it_is_for_and_behind_the_encoding() {
    let first = |head: &str| {
        let page = Site::new(head).read("index.html");
        (page.find("http-equiv").unwrap(), page.find("<script").unwrap(), page.find("charset"))
    };
    let (policy, script, charset) = first("<meta charset=utf-8><script>one()</script>");
    assert!(charset.unwrap() < policy && policy < script);
    let (policy, script, _) = first("<script>one()</script>");
    assert!(policy < script);
}

#[test]
fn another_run_changes_nothing_and_a_changed_script_changes_its_hash() {
    let mut site = Site::new("<script>one()</script>");
    let (page, scripts) = (site.read("index.html"), site.allowed("script-src"));
    site.run();
    assert_eq!(site.read("index.html"), page);
    fs::write(site.folder.path().join("index.html"), page.replace("one()", "two()")).unwrap();
    site.run();
    assert_ne!(site.allowed("script-src"), scripts);
}

#[test]
fn a_list_elsewhere_may_be_fetched_from_there() {
    let site = Site::new("<meta name=offprint-source content='https://lists.example:8443/a/b.json?x'>");
    assert_eq!(site.allowed("connect-src"), ["'self'", "https://lists.example:8443"]);
}

#[test]
fn a_maintainer_adds_to_it_or_writes_another_or_does_without() {
    let site = Site::new(
        "<meta name=offprint-policy content=\"connect-src https://stats.example; font-src https://f.example\">",
    );
    assert!(site.allowed("connect-src").contains(&"https://stats.example".to_owned()));
    assert_eq!(site.allowed("font-src"), ["'self'", "https://f.example"]);
    assert!(site.policies("p/a/index.html")[0].contains("font-src 'self' https://f.example"));
    let own = "<meta http-equiv=\"content-security-policy\" content=\"default-src *\">";
    let site = Site::new(own);
    assert_eq!(site.policies("index.html"), ["default-src *"]);
    assert!(site.read("index.html").contains(own));
    assert!(site.said.contains("\nContent-Security-Policy: default-src 'self'; "), "it is still said");
    let site = Site::new("<meta name=offprint-policy content=off>");
    assert_eq!((site.policies("index.html").len(), site.policies("p/a/index.html").len()), (0, 0));
}

#[test]
fn pages_beside_the_list_run_nothing() {
    let site = Site::new("<link rel=stylesheet href=https://s.example/a.css>");
    for path in ["p/index.html", "p/a/index.html"] {
        let [policy] = &site.policies(path)[..] else { panic!("one policy: {path}") };
        assert!(policy.contains("script-src 'none'") && policy.contains("trusted-types 'none'"), "{policy}");
        assert!(policy.contains("style-src 'self' https://s.example;"), "{policy}");
    }
}

#[test]
fn what_no_policy_can_allow_is_named() {
    let site = Site::new("<meta charset=utf-8 onclick='x()'><link style='color: red'>");
    assert!(site.warned.contains("`onclick`") && site.warned.contains("`style`"), "{}", site.warned);
}

#[test]
fn pictures_of_the_list_are_allowed_wherever_they_are() {
    let picture = |id: &str, url: &str| {
        format!(r#"{{"id": "{id}", "title": "A", "custom": {{"image": {{"url": "{url}", "alt": ""}}}}}}"#)
    };
    let list = [picture("a", "images/a.png"), picture("b", "https://pictures.example/b.png")].join(",");
    let site = Site::new("").with_list(&format!("[{list}]"));
    for path in ["index.html", "p/a/index.html"] {
        assert!(site.policies(path)[0].contains("img-src 'self' data: https://pictures.example;"), "{path}");
    }
    assert!(site.read("p/a/index.html").contains("src=\"../../data/images/a.png\""));
}
