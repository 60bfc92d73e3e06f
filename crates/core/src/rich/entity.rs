//! Character references: `&amp;`, `&#8211;`, `&#x2013;`.

/// The 252 names of HTML 4 and `apos`, each followed by its character; the commonest first.
///
/// One string takes less than half the bytes of a table of pairs, and a search through it is short enough. `lang` and
/// `rang` are the brackets that they are in browsers today.
const NAMED: &str = "\
    amp&lt<gt>quot\"apos'nbsp\u{a0}iexcl¡cent¢pound£curren¤yen¥brvbar¦sect§uml¨copy©ordfªlaquo«not¬shy\u{ad}reg®\
    macr¯deg°plusmn±sup2²sup3³acute´microµpara¶middot·cedil¸sup1¹ordmºraquo»frac14¼frac12½frac34¾iquest¿AgraveÀ\
    AacuteÁAcircÂAtildeÃAumlÄAringÅAEligÆCcedilÇEgraveÈEacuteÉEcircÊEumlËIgraveÌIacuteÍIcircÎIumlÏETHÐNtildeÑ\
    OgraveÒOacuteÓOcircÔOtildeÕOumlÖtimes×OslashØUgraveÙUacuteÚUcircÛUumlÜYacuteÝTHORNÞszligßagraveàaacuteáacircâ\
    atildeãaumläaringåaeligæccedilçegraveèeacuteéecircêeumlëigraveìiacuteíicircîiumlïethðntildeñograveòoacuteó\
    ocircôotildeõoumlödivide÷oslashøugraveùuacuteúucircûuumlüyacuteýthornþyumlÿOEligŒoeligœScaronŠscaronšYumlŸ\
    fnofƒcircˆtilde˜AlphaΑBetaΒGammaΓDeltaΔEpsilonΕZetaΖEtaΗThetaΘIotaΙKappaΚLambdaΛMuΜNuΝXiΞOmicronΟPiΠRhoΡSigmaΣ\
    TauΤUpsilonΥPhiΦChiΧPsiΨOmegaΩalphaαbetaβgammaγdeltaδepsilonεzetaζetaηthetaθiotaιkappaκlambdaλmuμnuνxiξ\
    omicronοpiπrhoρsigmafςsigmaσtauτupsilonυphiφchiχpsiψomegaωthetasymϑupsihϒpivϖensp\u{2002}emsp\u{2003}\
    thinsp\u{2009}zwnj\u{200c}zwj\u{200d}lrm\u{200e}rlm\u{200f}ndash–mdash—lsquo‘rsquo’sbquo‚ldquo“rdquo”bdquo„\
    dagger†Dagger‡bull•hellip…permil‰prime′Prime″lsaquo‹rsaquo›oline‾frasl⁄euro€imageℑweierp℘realℜtrade™alefsymℵ\
    larr←uarr↑rarr→darr↓harr↔crarr↵lArr⇐uArr⇑rArr⇒dArr⇓hArr⇔forall∀part∂exist∃empty∅nabla∇isin∈notin∉ni∋prod∏sum∑\
    minus−lowast∗radic√prop∝infin∞ang∠and∧or∨cap∩cup∪int∫there4∴sim∼cong≅asymp≈ne≠equiv≡le≤ge≥sub⊂sup⊃nsub⊄sube⊆\
    supe⊇oplus⊕otimes⊗perp⊥sdot⋅lceil⌈rceil⌉lfloor⌊rfloor⌋loz◊spades♠clubs♣hearts♥diams♦lang⟨rang⟩\
";

/// What the code points 0x80 to 0x9F stand for: people mean Windows' characters, and browsers show them.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Returns the character that `text` begins with a reference to, and the length of that reference.
///
/// Nothing unless it ends with a semicolon and the name is known: then the text is what it says.
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '#')?;
    let (name, after) = inner.split_at(end);
    if !after.starts_with(';') {
        return None;
    }
    let c = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((c, end + 2))
}

/// Returns all of a text with its references decoded.
pub(super) fn decode_all(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at(at);
        let (c, length) = decode(reference).unwrap_or(('&', 1));
        decoded.push_str(before);
        decoded.push(c);
        rest = &reference[length..];
    }
    decoded.push_str(rest);
    decoded
}

fn named(name: &str) -> Option<char> {
    let mut start = 0;
    for (at, c) in NAMED.char_indices() {
        if c.is_ascii_alphanumeric() {
            continue;
        }
        if NAMED[start..at] == *name {
            return Some(c);
        }
        start = at + c.len_utf8();
    }
    None
}

/// By HTML's rules: what is no character is shown as U+FFFD.
fn numbered(number: &str) -> Option<char> {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if digits.is_empty() {
        return None;
    }
    let mut code: u32 = 0;
    for c in digits.chars() {
        code = code.saturating_mul(radix).saturating_add(c.to_digit(radix)?);
    }
    Some(match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9F => WINDOWS.chars().nth(code as usize - 0x80).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded_and_everything_else_stays_as_written() {
        for (written, read) in [
            ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"),
            ("caf&eacute; &Eacute; &szlig; &there4; &frac12; &sup2;", "café É ß ∴ ½ ²"),
            ("&alpha;&Omega;&rarr;&rArr;&ndash;&hellip;&diams;&lang;", "αΩ→⇒–…♦⟨"),
            ("&nbsp;&shy;&zwj;", "\u{a0}\u{ad}\u{200d}"),
            ("&#65;&#x42;&#X43;&#00068;&#128512;", "ABCD😀"),
            ("&#150;&#x80;&#x9f;&#129;", "–€Ÿ\u{81}"),
            ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            (
                "AT&T, R&D; &amp &AMP; &unknown; &; &#; &#x; &#xg; &#1a; &am p;",
                "AT&T, R&D; &amp &AMP; &unknown; &; &#; &#x; &#xg; &#1a; &am p;",
            ),
            ("&amp;lt;", "&lt;"),
        ] {
            assert_eq!(decode_all(written), read, "from {written:?}");
        }
    }

    #[test]
    fn all_the_names_of_html_4_are_there() {
        assert_eq!(NAMED.chars().filter(|c| !c.is_ascii_alphanumeric()).count(), 252 + 1);
    }
}
