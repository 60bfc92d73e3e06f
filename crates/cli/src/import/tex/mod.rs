//! TeX in the fields of a bibliography, as Unicode and as rich text.
//!
//! Nothing is run: commands that stand for a character or a style are known by name, and of all others the arguments
//! stay. What is read never fails; what was not known can be asked for.

mod command;
mod journal;
mod letter;
mod literal;
mod math;
mod node;
mod parse;
mod run;
mod shape;
mod symbol;
mod unit;
mod verbatim;

pub(crate) use literal::web_text;
pub(crate) use verbatim::verbatim;

use node::Node;

/// A field's text, taken apart.
#[derive(Debug)]
pub(crate) struct Tex {
    nodes: Vec<Node>,
    /// HTML elements that the field's author wrote, of which both tags are there.
    tags: Vec<&'static str>,
    /// Commands that are not known, without their backslash; each once.
    pub(crate) unknown: Vec<String>,
}

impl Tex {
    /// Takes a text apart.
    pub(crate) fn parse(text: &str) -> Self {
        let (nodes, unknown) = parse::parse(text);
        Self { nodes, tags: literal::tags(text), unknown }
    }

    /// As a line of rich text: a title.
    pub(crate) fn rich_line(&self) -> String {
        node::rich(&self.nodes, &self.tags, " ")
    }

    /// As rich text with paragraphs: an abstract or a note.
    pub(crate) fn rich(&self) -> String {
        node::rich(&self.nodes, &self.tags, "\n\n")
    }

    /// As plain text.
    pub(crate) fn plain(&self) -> String {
        node::plain(&self.nodes)
    }
}

/// Returns the plain text of a piece of TeX.
pub(crate) fn plain(text: &str) -> String {
    Tex::parse(text).plain()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_letters_become_unicode() {
        for (tex, read) in [
            (r#"G{\"o}del, Erd\H{o}s, Ho\v{r}ava, {\'E}cole"#, "Gödel, Erdős, Hořava, École"),
            (r"\'{\i}nd\i ce \^\i{} \~n \c{c} \c c \aa ngstr\o m", "índıce î ñ ç ç ångstrøm"),
            (r"\L{}\'od\'z stra{\ss}e \AE on \o{}re", "Łódź straße Æon øre"),
            (r"\t{oo} \d{a} \b{b} \r{u} \k{e} \.{z} \={a} \u{g}", "o͡o ạ ḇ ů ę ż ā ğ"),
            (r#"\'a\`e\^o na\"{\i}ve"#, "áèô naïve"),
        ] {
            assert_eq!(plain(tex), read, "from {tex:?}");
        }
    }

    #[test]
    fn punctuation_is_typeset() {
        for (tex, read) in [
            ("pages 1--2 --- well-known ---- x", "pages 1–2 — well-known ---- x"),
            ("``quoted'' and `single' O'Reilly", "“quoted” and ‘single’ O'Reilly"),
            ("!`Hola! ?`Qué? the `x'.", "¡Hola! ¿Qué? the ‘x’."),
            (r"R\&D, 5\,\% of \$3, a\_b, \#1, \{x\}", "R&D, 5 % of $3, a_b, #1, {x}"),
            ("no~break  and\n a line", "no break and a line"),
            (r"\ldots\ and \LaTeX{} and {\TeX}book", "… and LaTeX and TeXbook"),
            ("100\\,000 caf&eacute; AT&T &amp; co", "100 000 café AT&T & co"),
        ] {
            assert_eq!(plain(tex), read, "from {tex:?}");
        }
    }

    #[test]
    fn styles_become_rich_text() {
        for (tex, read) in [
            (r"A \emph{new \textbf{bold}} {\it way}", "A <em>new <b>bold</b></em> <i>way</i>"),
            (
                r"\textsc{Unix} H\textsubscript{2}O 1\textsuperscript{st}",
                "<span style=\"font-variant:small-caps\">Unix</span> H<sub>2</sub>O 1<sup>st</sup>",
            ),
            (r"{{Unikernels for {Xen}}} and {L}inux", "Unikernels for Xen and Linux"),
            (r"The {bash} shell", "The <span class=\"nocase\">bash</span> shell"),
            (
                r"See \url{http://a.example/x_y} or \href{https://b.example}{here}",
                "See <a href=\"http://a.example/x_y\">http://a.example/x_y</a> or <a href=\"https://b.example\">here</a>",
            ),
            ("$O(n \\log n)$ and $x^{2}_i$, $\\alpha\\leq\\beta$", "O(n log n) and x<sup>2</sup><sub>i</sub>, α≤β"),
            (r"$\mathcal{O}(\sqrt{n})$, cost $5, $\weird{x}$", r"O(√n), cost $5, $\weird{x}$"),
        ] {
            assert_eq!(Tex::parse(tex).rich_line(), read, "from {tex:?}");
        }
        assert_eq!(Tex::parse("One.\n\nTwo \\par Three").rich(), "One.\n\nTwo\n\nThree");
    }

    #[test]
    fn what_looks_like_markup_stays_text_unless_it_is_markup() {
        for (tex, read) in [
            ("a<b>c and p < q", "a&lt;b>c and p < q"),
            (r"AT\&amp;T", "AT&amp;amp;T"),
            ("<i>Drosophila</i> genes", "<i>Drosophila</i> genes"),
            ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ] {
            assert_eq!(Tex::parse(tex).rich_line(), read, "from {tex:?}");
        }
    }

    #[test]
    fn unknown_commands_leave_their_arguments_and_are_named() {
        let tex = Tex::parse(r"An \ourtool{nice} \noopsort{1}thing \ourtool");
        assert_eq!(tex.plain(), "An nice thing ourtool");
        assert_eq!(tex.unknown, ["ourtool"]);
    }

    #[test]
    fn commands_without_arguments_keep_their_names() {
        for (tex, read, unknown) in [
            (r"\PiCTeX, \XeTeX{} and \pdfTeX", "PiCTeX, XeTeX and pdfTeX", &[][..]),
            (r"with \Foo and \bar1", "with Foo and bar1", &["Foo", "bar"]),
            (r"{\apjs}", "ApJS", &[]),
            (r"{\unheardof}", "unheardof", &["unheardof"]),
            (r"\enquote{a} \mkbibquote{b}", "“a” “b”", &[]),
            (r"\texorpdfstring{$\alpha$}{alpha}", "alpha", &[]),
            (r"Ia\textcommabelow{s}i, 1\texttimes1", "Iași, 1×1", &[]),
            (r"radix-2\(^{k}\), \SI{5}{\kilo\gram}", "radix-2k, 5 kg", &[]),
            (r"$\bar{x}$ and $\tilde x$", "x\u{304} and x\u{303}", &[]),
        ] {
            let parsed = Tex::parse(tex);
            assert_eq!(
                (parsed.plain().as_str(), &parsed.unknown[..]),
                (read, &unknown.iter().map(ToString::to_string).collect::<Vec<_>>()[..]),
                "from {tex:?}"
            );
        }
    }

    #[test]
    fn deep_nesting_and_ragged_ends_are_read() {
        for tex in
            ["{".repeat(100_000), "\\em".repeat(50_000), "\\emph{".repeat(50_000), "$\\".to_owned(), "\\".to_owned()]
        {
            Tex::parse(&tex).rich();
        }
        assert_eq!(plain("a} b{ c \\textbf"), "a b c");
    }
}
