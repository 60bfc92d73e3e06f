//! What a piece of text is, by its look.

/// Returns whether a command, such as `\XML` or `\XeTeX`, writes out its own name.
pub(super) fn is_logo(command: &str) -> bool {
    command.ends_with("TeX") || command.len() > 1 && command.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Returns a run of one sign as it is typeset.
pub(super) fn punctuation(run: &str) -> &str {
    match run {
        "--" => "–",
        "---" => "—",
        "``" => "“",
        "`" => "‘",
        "''" => "”",
        _ => run,
    }
}

/// In "$5 and $6" there is none.
pub(super) fn is_math(source: &str) -> bool {
    let is_price = source.starts_with(|c: char| c.is_ascii_digit()) && source.ends_with(' ');
    !source.is_empty() && !is_price && !source.contains("\n\n")
}
