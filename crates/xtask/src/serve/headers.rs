//! The headers that go with a file.

use std::ops::RangeInclusive;
use std::path::Path;

/// The hash that Trunk puts into a name, in hexadecimal digits: it leaves out zeros at the beginning.
const HASH_DIGITS: RangeInclusive<usize> = 12..=16;

/// Returns name and value of each.
pub(super) fn for_file(path: &Path) -> [(&'static str, &'static str); 3] {
    [
        ("Content-Type", content_type(path)),
        ("Cache-Control", cache_control(path)),
        ("X-Content-Type-Options", "nosniff"),
    ]
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        // Without it browsers refuse to compile while the file comes in.
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "bib" => "application/x-bibtex; charset=utf-8",
        "ris" => "application/x-research-info-systems; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Returns a file whose name holds its hash never changes; any other is asked for again.
fn cache_control(path: &Path) -> &'static str {
    let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
    let hashed = name
        .split(['-', '_', '.'])
        .any(|part| HASH_DIGITS.contains(&part.len()) && part.bytes().all(|it| it.is_ascii_hexdigit()));
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_may_be_kept() {
        for (name, kept) in [
            ("offprint-page-29cbbb1d9c5e5bed_bg.wasm", true),
            ("offprint-page-29cbbb1d9c5e5bed.js", true),
            ("style-a9cfeefe5345a959.css", true),
            ("style-a9cfeefe5345a95.css", true),
            ("index.html", false),
            ("offprint.js", false),
            ("data/publications.json", false),
        ] {
            let value = cache_control(Path::new(name));
            assert_eq!(value.contains("immutable"), kept, "{name}");
        }
    }

    #[test]
    fn wasm_has_the_type_that_browsers_ask_for() {
        assert_eq!(content_type(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("LICENSE")), "application/octet-stream");
    }
}
