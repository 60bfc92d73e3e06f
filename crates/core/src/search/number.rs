//! DOIs and arXiv numbers, as they are pasted into a search.

/// Returns the word under which a DOI or an arXiv number is found, bare, with its name before it or as a URL; none where
/// `text` is neither.
///
/// The version of an arXiv number is left out. DOIs of arXiv's own are its numbers.
pub(super) fn number(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let (host, path) = split_url(&text);
    match host {
        Some("doi.org" | "dx.doi.org" | "www.doi.org") => doi(&decoded(path)),
        Some("arxiv.org" | "www.arxiv.org") => path.split_once('/').and_then(|(_, number)| arxiv(number)),
        Some(_) => None,
        None => doi(text.strip_prefix("doi:").unwrap_or(&text))
            .or_else(|| arxiv(text.strip_prefix("arxiv:").unwrap_or(&text))),
    }
}

/// Returns the host of a URL, if it is one, and what follows the host's slash, without query and fragment.
fn split_url(text: &str) -> (Option<&str>, &str) {
    let bare = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let known = || ["doi.org/", "dx.doi.org/", "arxiv.org/"].iter().any(|host| text.starts_with(host)).then_some(text);
    match bare.or_else(known).and_then(|rest| rest.split_once('/')) {
        Some((host, path)) => (Some(host), path.split(['?', '#']).next().unwrap_or_default()),
        None => (None, text),
    }
}

fn decoded(path: &str) -> String {
    crate::query::decode_component(path).to_ascii_lowercase()
}

fn doi(text: &str) -> Option<String> {
    let (registrant, suffix) = text.strip_prefix("10.")?.split_once('/')?;
    let is_number = registrant.len() >= 4 && registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let suffix = suffix.trim_end_matches(['.', ',', ';', ')']);
    if !is_number || suffix.is_empty() || suffix.contains(|c: char| c <= ' ') {
        return None;
    }
    let own = suffix.strip_prefix("arxiv.").filter(|_| registrant == "48550");
    own.and_then(arxiv).or_else(|| Some(format!("doi:10.{registrant}/{suffix}")))
}

/// Reads `1207.0580`, `1207.0580v2`, `1207.0580.pdf` and `hep-th/9901001`.
fn arxiv(text: &str) -> Option<String> {
    let text = text.strip_suffix(".pdf").unwrap_or(text);
    let (number, version) = text.rsplit_once('v').unwrap_or((text, "1"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = if are_digits(version) { number } else { text };
    let is_new = number.split_once('.').is_some_and(|(month, number)| {
        month.len() == 4 && matches!(number.len(), 4 | 5) && are_digits(month) && are_digits(number)
    });
    let is_old = number.split_once('/').is_some_and(|(archive, number)| {
        let is_archive = archive.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'.'));
        is_archive && !archive.is_empty() && number.len() == 7 && are_digits(number)
    });
    (is_new || is_old).then(|| format!("arxiv:{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_recognised_however_they_are_pasted() {
        for (text, word) in [
            ("10.1145/2451116.2451167", "doi:10.1145/2451116.2451167"),
            ("DOI:10.1145/ABC", "doi:10.1145/abc"),
            ("https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3", "doi:10.1002/(sici)1097<1::aid>3"),
            ("http://dx.doi.org/10.1145/1?x#y", "doi:10.1145/1"),
            ("doi.org/10.1145/1.", "doi:10.1145/1"),
            ("1207.0580", "arxiv:1207.0580"),
            ("arXiv:1207.0580v3", "arxiv:1207.0580"),
            ("https://arxiv.org/abs/2301.00001", "arxiv:2301.00001"),
            ("https://arxiv.org/pdf/2301.00001v2.pdf", "arxiv:2301.00001"),
            ("hep-th/9901001", "arxiv:hep-th/9901001"),
            ("10.48550/arXiv.1207.0580", "arxiv:1207.0580"),
        ] {
            assert_eq!(number(text).as_deref(), Some(word), "{text}");
        }
        for text in ["10.1145", "10.1/x", "2010-2014", "3.14", "and/or", "https://example.org/10.1145/1", "", "v1"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
