//! What looks wrong in a list although it can be read: one file a rule.

mod abstracts;
mod anchors;
mod authors;
mod dates;
mod dois;
mod formulas;
mod ids;
mod languages;
mod members;
mod names;
mod near;
mod people;
mod sections;
mod several;
mod strict;
mod titles;
mod types;
mod urls;
mod vocabulary;
mod years;

use super::finding::Finding;
use super::list::List;
use super::progress::Progress;

/// A rule adds what it finds.
type Rule = fn(&List<'_>, &mut Vec<Finding>);

/// All rules, with what each looks at.
const RULES: [(&str, Rule); COUNT] = [
    ("members", members::check),
    ("types", types::check),
    ("languages", languages::check),
    ("years", years::check),
    ("dates", dates::check),
    ("authors", authors::check),
    ("names", names::check),
    ("several people", several::check),
    ("people", people::check),
    ("titles", titles::check),
    ("sections", sections::check),
    ("ids", ids::check),
    ("anchors", anchors::check),
    ("DOIs", dois::check),
    ("formulas", formulas::check),
    ("urls", urls::check),
    ("abstracts", abstracts::check),
    ("JSON", strict::check),
];

/// How many rules there are.
pub(super) const COUNT: usize = 18;

/// Applies every rule.
pub(super) fn run(list: &List<'_>, progress: &Progress, findings: &mut Vec<Finding>) {
    for (what, rule) in RULES {
        progress.step(what);
        rule(list, findings);
    }
}
