//! From the address that a browser asks for to a file.

use std::path::{Path, PathBuf};

/// What an address stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    File(PathBuf),
    /// A folder asked for without its closing slash, where relative addresses would go wrong.
    Elsewhere(String),
    Nothing,
}

/// Finds what `url`, a path with perhaps a query, names under `root`, which is canonical.
///
/// A folder stands for the index.html in it. Nothing outside `root` is ever found: not by `..`,
/// however it is encoded, and not through a link in the file system.
pub(super) fn resolve(root: &Path, url: &str) -> Target {
    let (path, query) = url.split_once('?').map_or((url, None), |(path, query)| (path, Some(query)));
    let Some(segments) = segments(path) else {
        return Target::Nothing;
    };
    let found = root.join(segments.iter().collect::<PathBuf>());
    if found.is_dir() && !path.ends_with('/') {
        let raw = path.split('/').filter(|segment| !segment.is_empty());
        let mut location = raw.fold(String::new(), |so_far, segment| so_far + "/" + segment) + "/";
        if let Some(query) = query {
            location = location + "?" + query;
        }
        return Target::Elsewhere(location);
    }
    let file = if found.is_dir() { found.join("index.html") } else { found };
    match file.canonicalize() {
        Ok(real) if real.is_file() && real.starts_with(root) => Target::File(real),
        _ => Target::Nothing,
    }
}

/// Returns the decoded segments of a path, or nothing where one is no plain name.
fn segments(path: &str) -> Option<Vec<String>> {
    let names = path.split('/').filter(|segment| !segment.is_empty());
    names.map(|raw| decode(raw).filter(|name| is_plain(name))).collect()
}

fn is_plain(name: &str) -> bool {
    name != "." && name != ".." && !name.contains(['/', '\\', '\0'])
}

/// Undoes percent-encoding; nothing where it is malformed or is not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex(rest.next()?)? << 4 | hex(rest.next()?)?,
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Returns a site with a file beside it that must not be found, in a folder of its own for each test.
    fn site(test: &str) -> PathBuf {
        let place = std::env::temp_dir().join(format!("xtask-{test}-{}", std::process::id()));
        let root = place.join("dist");
        fs::create_dir_all(root.join("p/Grübl 1")).unwrap();
        for file in ["dist/index.html", "dist/p/index.html", "dist/p/Grübl 1/a+b.html", "secret"] {
            fs::write(place.join(file), file).unwrap();
        }
        root.canonicalize().unwrap()
    }

    fn clear(root: &Path) {
        fs::remove_dir_all(root.parent().unwrap()).unwrap();
    }

    #[test]
    fn files_and_folders_are_found() {
        let root = site("found");
        for (url, file) in [
            ("/", "index.html"),
            ("/?q=unikernel&year=2010-2014", "index.html"),
            ("/index.html", "index.html"),
            ("/p/", "p/index.html"),
            ("//p///index.html", "p/index.html"),
            ("/p/Gr%C3%BCbl%201/a+b.html", "p/Grübl 1/a+b.html"),
        ] {
            assert_eq!(resolve(&root, url), Target::File(root.join(file)), "{url}");
        }
        clear(&root);
    }

    #[test]
    fn a_folder_without_its_slash_is_elsewhere() {
        let root = site("elsewhere");
        for (url, location) in
            [("/p", "/p/"), ("/p?q=a", "/p/?q=a"), ("/p/Gr%C3%BCbl%201", "/p/Gr%C3%BCbl%201/"), ("//p", "/p/")]
        {
            assert_eq!(resolve(&root, url), Target::Elsewhere(location.into()), "{url}");
        }
        clear(&root);
    }

    #[test]
    fn nothing_outside_is_found() {
        let root = site("outside");
        std::os::unix::fs::symlink(root.join("../secret"), root.join("link")).ok();
        for url in [
            "/../secret",
            "/%2e%2e/secret",
            "/p/..%2f..%2f..%2fsecret",
            "/..\\secret",
            "/link",
            "/missing",
            "/index.html%00",
            "/bad%zz",
            "/bad%f",
            "/%ff",
            "/p/Gr%C3%BCbl%201/",
        ] {
            assert_eq!(resolve(&root, url), Target::Nothing, "{url}");
        }
        clear(&root);
    }
}
