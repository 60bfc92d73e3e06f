//! Languages, by the names that bibliographies give them.

/// BCP 47 tags of the names that babel, polyglossia, Zotero and catalogues use.
const NAMES: [(&str, &str); 74] = [
    ("english", "en"),
    ("american", "en-US"),
    ("usenglish", "en-US"),
    ("british", "en-GB"),
    ("ukenglish", "en-GB"),
    ("canadian", "en-CA"),
    ("australian", "en-AU"),
    ("german", "de"),
    ("ngerman", "de"),
    ("deutsch", "de"),
    ("austrian", "de-AT"),
    ("naustrian", "de-AT"),
    ("swissgerman", "de-CH"),
    ("french", "fr"),
    ("francais", "fr"),
    ("français", "fr"),
    ("acadian", "fr-CA"),
    ("canadien", "fr-CA"),
    ("spanish", "es"),
    ("español", "es"),
    ("castilian", "es"),
    ("catalan", "ca"),
    ("galician", "gl"),
    ("basque", "eu"),
    ("italian", "it"),
    ("italiano", "it"),
    ("portuguese", "pt"),
    ("portuges", "pt"),
    ("brazilian", "pt-BR"),
    ("brazil", "pt-BR"),
    ("romanian", "ro"),
    ("latin", "la"),
    ("dutch", "nl"),
    ("afrikaans", "af"),
    ("danish", "da"),
    ("swedish", "sv"),
    ("norwegian", "no"),
    ("norsk", "nb"),
    ("nynorsk", "nn"),
    ("icelandic", "is"),
    ("finnish", "fi"),
    ("estonian", "et"),
    ("latvian", "lv"),
    ("lithuanian", "lt"),
    ("polish", "pl"),
    ("czech", "cs"),
    ("slovak", "sk"),
    ("slovene", "sl"),
    ("slovenian", "sl"),
    ("croatian", "hr"),
    ("serbian", "sr"),
    ("bosnian", "bs"),
    ("bulgarian", "bg"),
    ("macedonian", "mk"),
    ("russian", "ru"),
    ("ukrainian", "uk"),
    ("belarusian", "be"),
    ("hungarian", "hu"),
    ("magyar", "hu"),
    ("greek", "el"),
    ("turkish", "tr"),
    ("hebrew", "he"),
    ("arabic", "ar"),
    ("persian", "fa"),
    ("farsi", "fa"),
    ("hindi", "hi"),
    ("chinese", "zh"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("vietnamese", "vi"),
    ("thai", "th"),
    ("indonesian", "id"),
    ("irish", "ga"),
    ("welsh", "cy"),
];

/// Three letters, as catalogues and RIS files have them, where BCP 47 has two.
const CODES: [(&str, &str); 26] = [
    ("eng", "en"),
    ("ger", "de"),
    ("deu", "de"),
    ("fre", "fr"),
    ("fra", "fr"),
    ("spa", "es"),
    ("ita", "it"),
    ("por", "pt"),
    ("dut", "nl"),
    ("nld", "nl"),
    ("dan", "da"),
    ("swe", "sv"),
    ("nor", "no"),
    ("fin", "fi"),
    ("pol", "pl"),
    ("cze", "cs"),
    ("ces", "cs"),
    ("rus", "ru"),
    ("hun", "hu"),
    ("gre", "el"),
    ("tur", "tr"),
    ("heb", "he"),
    ("ara", "ar"),
    ("chi", "zh"),
    ("jpn", "ja"),
    ("kor", "ko"),
];

/// Returns the tag of a language; of several, that of the first.
pub(crate) fn tag(text: &str) -> Option<String> {
    let first = text.trim().split([',', ';', '/']).next()?.trim().split(" and ").next()?.trim().replace('_', "-");
    let lower = first.to_lowercase();
    let lower = lower.strip_prefix("lang").filter(|rest| NAMES.iter().any(|(name, _)| name == rest)).unwrap_or(&lower);
    let known = NAMES.iter().chain(&CODES).find(|(name, _)| *name == lower).map(|(_, tag)| (*tag).to_owned());
    known.or_else(|| is_tag(&first).then_some(first))
}

fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    parts.next().is_some_and(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn languages_are_tagged() {
        for (name, tagged) in [
            ("ngerman", Some("de")),
            ("English", Some("en")),
            ("pt_BR", Some("pt-BR")),
            ("eng; fre", Some("en")),
            ("langfrench", Some("fr")),
            ("Klingon", None),
            ("", None),
        ] {
            assert_eq!(tag(name).as_deref(), tagged, "from {name:?}");
        }
    }
}
