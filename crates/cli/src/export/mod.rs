//! `offprint export`: a list, or the part of it that a search finds, in another format.

mod chosen;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use offprint_core::format::{Feed, Format};
use offprint_core::library::{Group, Library};
use offprint_core::publication::Publication;
use offprint_core::query::GroupBy;

use crate::Outcome;
use crate::base::{Base, BaseOption};
use crate::list::{self, List};
use crate::text::{printable_json, printable_lines};

/// Write entries in another format
///
/// All entries are written, in the order of the page, or those that --where finds. What was left out of the file
/// because it could not be read is counted on standard error.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes: 0 all was written, 1 something was left out of the file, 2 it could not be done.

Examples:
  offprint export data/publications.json --to bibtex > papers.bib
  offprint export data/publications.json --to ris --where 'author:\"David Scott\" year:2010-' --output scott.ris
  offprint export data/publications.json --to markdown --group year --output papers.md
  offprint export data/publications.json --to csv --where '?venue=ASPLOS&has=pdf&sort=oldest'
  offprint export data/publications.json --to feed --base-url https://example.org/papers/ --output feed.xml
  pandoc -f ris -t csljson papers.ris | offprint export - --to markdown")]
pub(crate) struct Options {
    /// File of publications; `-` is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The format
    #[arg(long, value_enum, value_name = "FORMAT")]
    to: Target,
    /// Only what this finds: words as in the page's search, or the part of its URL from `?` on
    #[arg(long = "where", value_name = "WORDS", allow_hyphen_values = true)]
    words: Option<String>,
    /// The order [default: that of the page]
    #[arg(long, value_enum, value_name = "ORDER")]
    sort: Option<chosen::Order>,
    /// What Markdown and HTML are grouped by [default: as the page]
    #[arg(long, value_parser = groups(), value_name = "GROUP")]
    group: Option<GroupBy>,
    /// File to write, in place of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    base: BaseOption,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Target {
    /// BibTeX
    Bibtex,
    /// BibLaTeX
    Biblatex,
    /// RIS, for Zotero, EndNote, Mendeley
    Ris,
    /// CSL-JSON, which loses nothing
    Csl,
    /// A table; cells that a spreadsheet would run as formulas begin with an apostrophe
    Csv,
    /// A list to be put into a page
    Html,
    /// A list in Markdown
    Markdown,
    /// A reference a line
    Text,
    /// An Atom feed, newest first
    Feed,
}

impl Target {
    fn format(self) -> Option<Format> {
        Some(match self {
            Self::Bibtex => Format::Bibtex,
            Self::Biblatex => Format::Biblatex,
            Self::Ris => Format::Ris,
            Self::Csl => Format::CslJson,
            Self::Csv => Format::Csv,
            Self::Html => Format::Html,
            Self::Markdown => Format::Markdown,
            Self::Text => Format::Text,
            Self::Feed => return None,
        })
    }
}

/// Returns what reads a grouping by its name in URLs.
fn groups() -> impl TypedValueParser<Value = GroupBy> {
    PossibleValuesParser::new(GroupBy::ALL.map(GroupBy::name))
        .try_map(|name| GroupBy::parse(&name).ok_or("not a grouping"))
}

/// Runs it.
pub(crate) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let List { reading, outcome } = list::read(&options.file)?;
    let library = Library::new(reading);
    let groups = chosen::groups(&library, options.words.as_deref(), options.sort, options.group);
    let publications = |group: &Group| group.entries.iter().filter_map(|entry| library.publication(*entry)).collect();
    let groups = groups.iter().map(|group| (group.title.clone(), publications(group)));
    let text = match (options.to.format(), options.base.get()) {
        (Some(Format::CslJson), _) => printable_json(&Format::CslJson.write_groups(groups)),
        (Some(format), _) => format.write_groups(groups),
        (None, Some(base)) => feed(&library, base, groups.flat_map(|(_, entries): (_, Vec<_>)| entries)),
        (None, None) => bail!("a feed needs the URL of its page: give --base-url URL, or set OFFPRINT_BASE_URL"),
    };
    match &options.output {
        Some(output) => save(&text, output, &options.file)?,
        None => show(&text)?,
    }
    Ok(outcome)
}

fn feed<'a>(library: &Library, base: &Base, publications: impl Iterator<Item = &'a Publication>) -> String {
    let envelope = library.catalog().envelope();
    Feed {
        title: envelope.title.as_deref().unwrap_or("Publications"),
        page: base.as_str(),
        url: &base.join("feed.xml"),
        data: &base.join("data/publications.json"),
    }
    .write(publications)
}

/// Writes a file, but never the one that was read.
fn save(text: &str, output: &Path, input: &Path) -> anyhow::Result<()> {
    if let (Ok(output), Ok(input)) = (output.canonicalize(), input.canonicalize())
        && output == input
    {
        bail!("{} is the file that is read; name another one with --output", input.display());
    }
    std::fs::write(output, text).with_context(|| format!("{} cannot be written", output.display()))
}

/// Writes to standard output: the text itself, unless a terminal would take it for more than text.
fn show(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    if out.is_terminal() {
        out.write_all(printable_lines(&text.replace("\r\n", "\n")).as_bytes())?;
    } else {
        out.write_all(text.as_bytes())?;
    }
    Ok(out.flush()?)
}
