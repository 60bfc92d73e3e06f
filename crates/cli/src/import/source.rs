//! A file to import, as text with positions.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use offprint_core::problem::Place;

/// The text of a file.
#[derive(Debug)]
pub(crate) struct Source {
    /// The name that reports give it.
    pub(crate) name: String,
    /// Its text; line ends are `\n`.
    pub(crate) text: String,
    /// Where lines start.
    lines: Vec<usize>,
    /// What it was written in, where that is not UTF-8.
    pub(crate) encoding: Option<&'static str>,
}

impl Source {
    /// Decodes a file: by its byte order mark, else as UTF-8, else as a comment in it says, else as Windows-1252, which
    /// Latin-1 is a part of.
    pub(crate) fn decode(name: String, bytes: &[u8]) -> Self {
        let (text, encoding) = decode(bytes);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let encoding = if encoding == UTF_8 { None } else { Some(encoding.name()) };
        Self { name, text, lines, encoding }
    }

    /// Returns the line and column of a byte of the text.
    pub(crate) fn place(&self, offset: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= offset).max(1);
        let start = self.lines[line - 1];
        let before = self.text.get(start..offset).unwrap_or_default();
        Place { line, column: before.chars().count() + 1 }
    }

    /// Returns whether it is HTML: what a server sends where there is no such file.
    pub(crate) fn is_web_page(&self) -> bool {
        let start: String = self.text.trim_start().chars().take(9).collect();
        let start = start.to_ascii_lowercase();
        start == "<!doctype" || start.starts_with("<html")
    }

    /// Returns the byte where a line starts; lines count from one.
    pub(crate) fn line_start(&self, line: usize) -> usize {
        self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }
}

fn decode(bytes: &[u8]) -> (String, &'static Encoding) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
        return (text.into_owned(), encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8);
    }
    let encoding = utf_16(bytes).or_else(|| named(bytes)).unwrap_or(WINDOWS_1252);
    (encoding.decode_without_bom_handling(bytes).0.into_owned(), encoding)
}

/// Returns the encoding that a comment at the beginning names, as JabRef and Emacs write it: `% Encoding: Cp1250`.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    const BEGINNING: usize = 2_048;
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]).to_ascii_lowercase();
    beginning.lines().filter(|line| line.trim_start().starts_with('%')).find_map(|line| {
        let (_, name) = line.split_once("coding:")?;
        let label = name.split_whitespace().next()?.replace('_', "-");
        Encoding::for_label(if label == "macroman" { "x-mac-roman" } else { &label }.as_bytes())
    })
}

/// UTF-16 without its mark shows by the zero bytes of its ASCII.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let most = bytes.len() / 4;
    if zeros(1) > most {
        Some(UTF_16LE)
    } else if zeros(0) > most {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_that_reference_managers_write_is_read() {
        let utf_16 = |to: fn(u16) -> [u8; 2]| "\u{feff}Grübl".encode_utf16().flat_map(to).collect::<Vec<_>>();
        for (bytes, encoding) in [
            ("Grübl".as_bytes().to_vec(), None),
            ("\u{feff}Grübl".as_bytes().to_vec(), None),
            (utf_16(u16::to_le_bytes), Some("UTF-16LE")),
            (utf_16(u16::to_be_bytes), Some("UTF-16BE")),
            (b"Gr\xfcbl".to_vec(), Some("windows-1252")),
        ] {
            let source = Source::decode("a.bib".to_owned(), &bytes);
            assert_eq!((source.text.as_str(), source.encoding), ("Grübl", encoding));
        }
    }

    #[test]
    fn a_comment_names_the_encoding() {
        for (comment, encoding) in [
            ("% Encoding: Cp1250", "windows-1250"),
            ("% Encoding: ISO8859_2", "ISO-8859-2"),
            ("%% -*- coding: windows-1250 -*-", "windows-1250"),
            ("% This file was created with JabRef\n% Encoding: Cp1250", "windows-1250"),
            ("% Encoding: unheard-of", "windows-1252"),
        ] {
            let bytes = [comment.as_bytes(), b"\n\xe8"].concat();
            let source = Source::decode("a.bib".to_owned(), &bytes);
            assert_eq!(source.encoding, Some(encoding), "{comment}");
            assert!(source.text.ends_with(if encoding == "windows-1252" { 'è' } else { 'č' }), "{comment}");
        }
        let source = Source::decode("a.bib".to_owned(), "% Encoding: Cp1250\nč".as_bytes());
        assert_eq!((source.encoding, source.text.as_str()), (None, "% Encoding: Cp1250\nč"));
    }

    #[test]
    fn places_count_from_one_whatever_ends_the_lines() {
        let source = Source::decode("a".to_owned(), "ü\r\nab\rc".as_bytes());
        let place = |at| {
            let Place { line, column } = source.place(at);
            (line, column)
        };
        assert_eq!([place(0), place(2), place(3), place(4), place(6)], [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1)]);
    }
}
