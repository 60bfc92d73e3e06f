//! Names of people and groups.

/// A name as CSL-JSON gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A group, or a name that must not be taken apart.
    Literal(Box<str>),
    /// A person's name in parts; absent parts are empty.
    Parts {
        /// Given names.
        given: Box<str>,
        /// Family name.
        family: Box<str>,
        /// A particle that goes with the given name when names are sorted: "Ludwig van".
        dropping: Box<str>,
        /// A particle that stays with the family name: "de Gaulle".
        non_dropping: Box<str>,
        /// "Jr.", "III".
        suffix: Box<str>,
    },
}

impl Name {
    /// Returns the name as a reader writes it: "Ludwig van Beethoven", "Martin Luther King, Jr.", "山田太郎".
    pub fn display(&self) -> String {
        match self {
            Self::Literal(name) => name.trim().to_owned(),
            Self::Parts { given, family, dropping, non_dropping, suffix } => {
                if is_family_first(given, family) {
                    return format!("{}{}", family.trim(), given.trim());
                }
                let mut name = joined([given, dropping, non_dropping, family]);
                if !suffix.trim().is_empty() {
                    name.push_str(if suffix.starts_with(|c: char| c.is_ascii_uppercase() && c != 'J' && c != 'S') {
                        " "
                    } else {
                        ", "
                    });
                    name.push_str(suffix.trim());
                }
                name
            }
        }
    }
}

/// Returns the parts that are not empty, with a space between them, but none behind an apostrophe ("Jean d'" +
/// "Alembert").
fn joined(parts: [&str; 4]) -> String {
    let mut name = String::new();
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        if !name.is_empty() && !name.ends_with(['\'', '’']) {
            name.push(' ');
        }
        name.push_str(part);
    }
    name
}

/// Names in Han, kana or Hangul put the family first and have no space.
fn is_family_first(given: &str, family: &str) -> bool {
    !given.trim().is_empty()
        && !family.trim().is_empty()
        && given.chars().chain(family.chars()).all(|c| c.is_whitespace() || is_east_asian(c))
}

/// Han (with its extensions), kana, Hangul, and the marks that are inside such names (々, ー, ・).
fn is_east_asian(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3130}'..='\u{318f}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(given: &str, family: &str) -> Name {
        Name::Parts {
            given: given.into(),
            family: family.into(),
            dropping: "".into(),
            non_dropping: "".into(),
            suffix: "".into(),
        }
    }

    #[test]
    fn names_are_written_as_their_bearers_write_them() {
        assert_eq!(parts("Anil", "Madhavapeddy").display(), "Anil Madhavapeddy");
        assert_eq!(parts("太郎", "山田").display(), "山田太郎");
        assert_eq!(parts("길동", "홍").display(), "홍길동");
        assert_eq!(parts("Taro", "山田").display(), "Taro 山田");
        assert_eq!(parts("", "Plato").display(), "Plato");
        assert_eq!(Name::Literal(" The OCaml Team ".into()).display(), "The OCaml Team");
    }

    #[test]
    fn particles_and_suffixes_keep_their_place() {
        let name = |given: &str, dropping: &str, non_dropping: &str, family: &str, suffix: &str| {
            Name::Parts {
                given: given.into(),
                family: family.into(),
                dropping: dropping.into(),
                non_dropping: non_dropping.into(),
                suffix: suffix.into(),
            }
            .display()
        };
        assert_eq!(name("Ludwig", "van", "", "Beethoven", ""), "Ludwig van Beethoven");
        assert_eq!(name("Charles", "", "de", "Gaulle", ""), "Charles de Gaulle");
        assert_eq!(name("Jean", "d’", "", "Alembert", ""), "Jean d’Alembert");
        assert_eq!(name("Martin Luther", "", "", "King", "Jr."), "Martin Luther King, Jr.");
        assert_eq!(name("Henry", "", "", "Ford", "II"), "Henry Ford II");
    }
}
