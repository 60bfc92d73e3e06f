//! Formulas as a line of text: `$O(n \log n)$` is O(n log n), `$10^{-3}$` is 10⁻³.

use std::iter::Peekable;
use std::str::Chars;

use super::symbols::{is_look, symbol};
use super::tex;

/// How deep groups and arguments are read: each level is a call.
const MAX_DEPTH: usize = 16;

const SUPERSCRIPTS: &str = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻=⁼(⁽)⁾nⁿiⁱ′′*∗";
const SUBSCRIPTS: &str = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋=₌(₍)₎";

/// Returns a formula as people read it in a line; one whose braces do not match, or that is nested very deeply, as it was typed.
pub fn plain_formula(formula: &str) -> String {
    read(formula).0
}

/// Returns the same with the names of its signs behind it, by which they can be searched: `α alpha`.
pub(in super::super) fn searched_formula(formula: &str) -> String {
    let (text, names) = read(formula);
    names.iter().fold(text, |text, name| text + " " + name)
}

/// Returns the line of a formula, and the names of the signs in it.
fn read(formula: &str) -> (String, Vec<String>) {
    let rest = tex(formula).chars().peekable();
    let mut reader = Reader { rest, text: String::new(), names: Vec::new(), depth: 0, is_faulty: false };
    reader.sequence();
    // What is left begins with a brace that closes nothing.
    let is_read = !reader.is_faulty && reader.rest.peek().is_none();
    let text = Some(reader.text.trim()).filter(|text| is_read && !text.is_empty()).unwrap_or(formula);
    (text.to_owned(), reader.names)
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
    text: String,
    /// The names of the signs read so far.
    names: Vec<String>,
    /// How many groups and arguments are open.
    depth: usize,
    /// Whether not all of it can be read.
    is_faulty: bool,
}

impl Reader<'_> {
    /// Reads up to the end of the group or of the formula.
    fn sequence(&mut self) {
        while self.rest.peek().is_some_and(|c| *c != '}') {
            self.token();
        }
    }

    /// Reads a sign, a command or a group.
    fn token(&mut self) {
        let Some(c) = self.rest.next() else { return };
        match c {
            '{' => self.group(),
            '\\' => self.command(),
            '^' => self.script(SUPERSCRIPTS, '^'),
            '_' => self.script(SUBSCRIPTS, '_'),
            '\'' => self.text.push('′'),
            '&' | '~' => self.space(),
            c if c.is_whitespace() => self.space(),
            c => self.text.push(c),
        }
    }

    fn group(&mut self) {
        self.nested(Self::sequence);
        self.is_faulty |= self.rest.next_if_eq(&'}').is_none();
    }

    /// Reads an argument as a text of its own.
    fn argument(&mut self) -> String {
        while self.rest.next_if(|c| c.is_whitespace()).is_some() {}
        let before = std::mem::take(&mut self.text);
        if self.rest.peek().is_some_and(|c| *c != '}') {
            self.nested(Self::token);
        }
        std::mem::replace(&mut self.text, before).trim().to_owned()
    }

    /// Reads what is one level deeper, unless that is too deep.
    fn nested(&mut self, read: fn(&mut Self)) {
        self.depth += 1;
        self.is_faulty |= self.depth > MAX_DEPTH;
        if !self.is_faulty {
            read(self);
        }
        self.depth -= 1;
    }

    fn command(&mut self) {
        let mut name = String::new();
        while let Some(letter) = self.rest.next_if(char::is_ascii_alphabetic) {
            name.push(letter);
        }
        if name.is_empty() {
            return match self.rest.next() {
                Some(',' | '!' | ':' | '/') | None => {}
                Some('\\' | ' ' | ';' | '>') => self.space(),
                Some('|') => self.text.push('‖'),
                Some(sign) => self.text.push(sign),
            };
        }
        let has_space = self.rest.next_if(|c| c.is_whitespace()).is_some();
        match name.as_str() {
            "frac" | "dfrac" | "tfrac" => {
                let (above, below) = (self.argument(), self.argument());
                self.text.extend([&*enclosed(above), "/", &*enclosed(below)]);
            }
            "sqrt" => {
                let root = self.argument();
                self.text.extend(["√", &*enclosed(root)]);
            }
            "quad" | "qquad" => self.space(),
            "begin" | "end" => drop(self.argument()),
            look if is_look(look) => {}
            name => match symbol(name) {
                Some(sign) => {
                    self.text.push_str(sign);
                    // A space that ends the command is none of the text, but it is read better between words.
                    if has_space && !sign.starts_with(is_word) && self.text.contains(' ') {
                        self.space();
                    }
                    self.names.push(name.to_owned());
                }
                None => self.word(name),
            },
        }
    }

    /// Writes a name, such as that of a function, apart from letters beside it.
    fn word(&mut self, name: &str) {
        if self.text.ends_with(is_word) {
            self.space();
        }
        self.text.push_str(name);
        if self.rest.peek().is_some_and(|c| is_word(*c) || *c == '\\') {
            self.space();
        }
    }

    fn script(&mut self, forms: &str, sign: char) {
        let argument = self.argument();
        let form = |c: char| {
            forms.chars().step_by(2).position(|plain| plain == c).and_then(|at| forms.chars().nth(2 * at + 1))
        };
        match argument.chars().map(form).collect::<Option<String>>() {
            Some(script) => self.text.push_str(&script),
            None => {
                self.text.push(sign);
                self.text.push_str(&enclosed(argument));
            }
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }
}

/// Returns whether a character is one of words and numbers, or a Greek letter. Tables of all letters would weigh on every page.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('α'..='ω').contains(&c) || ('Α'..='Ω').contains(&c)
}

/// Returns a part of a formula in parentheses, unless it is one word or number.
fn enclosed(part: String) -> String {
    if part.chars().all(is_word) { part } else { format!("({part})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_read_as_people_read_it() {
        for (formula, text) in [
            ("$O(n \\log n)$", "O(n log n)"),
            ("$O(n\\log n)$", "O(n log n)"),
            ("$10^{-3}$", "10⁻³"),
            ("$x^2+y_1$", "x²+y₁"),
            ("\\(x_{ij}\\)", "x_ij"),
            ("$2^{n+1}$", "2ⁿ⁺¹"),
            ("$2^{k+1}$", "2^(k+1)"),
            ("$\\mathbb{R}^n$", "Rⁿ"),
            ("$\\sqrt{2}$", "√2"),
            ("$\\frac{a+b}{2}$", "(a+b)/2"),
            ("$B \\to K^* \\mu^+\\mu^-$", "B → K∗ μ⁺μ⁻"),
            ("$\\alpha$", "α"),
            ("$f'$", "f′"),
            ("$\\mathrm{H}_2\\mathrm{O}$", "H₂O"),
            ("$k$", "k"),
            ("$\\unknown{x}$", "unknownx"),
            ("${{{$", "${{{$"),
            ("$a}b$", "$a}b$"),
            ("$\\{a\\}$", "{a}"),
        ] {
            assert_eq!(plain_formula(formula), text, "{formula}");
        }
        for deep in ["^", "\\sqrt", "\\frac", "x^{", "{"] {
            let formula = format!("${}x{}$", deep.repeat(300), "}".repeat(if deep.ends_with('{') { 300 } else { 0 }));
            assert_eq!(plain_formula(&formula), formula, "nothing of it is lost");
        }
        assert_eq!(searched_formula("$\\alpha\\beta$"), "αβ alpha beta");
    }
}
