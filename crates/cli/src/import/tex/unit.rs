//! Quantities of the package siunitx: `\SI{5}{\kilo\gram}`.

const SYMBOLS: [(&str, &str); 49] = [
    ("tera", "T"),
    ("giga", "G"),
    ("mega", "M"),
    ("kilo", "k"),
    ("hecto", "h"),
    ("deci", "d"),
    ("centi", "c"),
    ("milli", "m"),
    ("micro", "µ"),
    ("nano", "n"),
    ("pico", "p"),
    ("metre", "m"),
    ("meter", "m"),
    ("gram", "g"),
    ("kilogram", "kg"),
    ("second", "s"),
    ("minute", "min"),
    ("hour", "h"),
    ("day", "d"),
    ("ampere", "A"),
    ("kelvin", "K"),
    ("mole", "mol"),
    ("candela", "cd"),
    ("hertz", "Hz"),
    ("newton", "N"),
    ("pascal", "Pa"),
    ("joule", "J"),
    ("watt", "W"),
    ("coulomb", "C"),
    ("volt", "V"),
    ("ohm", "Ω"),
    ("farad", "F"),
    ("tesla", "T"),
    ("litre", "L"),
    ("liter", "L"),
    ("bit", "bit"),
    ("byte", "B"),
    ("electronvolt", "eV"),
    ("celsius", "°C"),
    ("degreeCelsius", "°C"),
    ("degree", "°"),
    ("percent", "%"),
    ("angstrom", "Å"),
    ("decibel", "dB"),
    ("per", "/"),
    ("squared", "²"),
    ("cubed", "³"),
    ("square", ""),
    ("cubic", ""),
];

/// Returns the symbol of a unit, as siunitx prints it; names that are not known stay.
pub(super) fn unit(source: &str) -> String {
    let mut pieces = source.split('\\');
    let mut symbol = pieces.next().unwrap_or_default().trim().to_owned();
    let mut power = "";
    for name in pieces.map(str::trim) {
        let known = SYMBOLS.iter().find(|(known, _)| *known == name).map_or(name, |(_, symbol)| symbol);
        symbol.push_str(known);
        match name {
            "square" => power = "²",
            "cubic" => power = "³",
            _ if is_prefix(name) => {}
            _ => symbol.push_str(std::mem::take(&mut power)),
        }
    }
    symbol
}

fn is_prefix(name: &str) -> bool {
    SYMBOLS[..11].iter().any(|(prefix, _)| *prefix == name) || name == "per"
}

#[cfg(test)]
mod tests {
    use super::unit;

    #[test]
    fn units_have_their_symbols() {
        for (source, symbol) in [
            (r"\kilo\gram", "kg"),
            (r"\metre\per\second\squared", "m/s²"),
            (r"\square\kilo\metre", "km²"),
            (r"\furlong", "furlong"),
            ("kg", "kg"),
        ] {
            assert_eq!(unit(source), symbol, "of {source}");
        }
    }
}
