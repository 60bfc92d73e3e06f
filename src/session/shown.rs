//! What the views show, derived from the state.

use std::sync::Arc;

use offprint_core::href::Href;
use offprint_core::library::{Answer, person};
use offprint_core::publication::Publication;
use offprint_core::query::{Facet, Query, Sort};
use offprint_core::read::Person;
use offprint_core::search::{Mark, Search};
use reactive_graph::graph::untrack;

use super::{Block, Chip, Collection, Dialog, Notice, Report, Session, Stage, Trouble, row};
use crate::browser::{self, host};

impl Session {
    /// How far the page has come.
    pub fn stage(&self) -> Stage {
        self.signals().stage.get()
    }

    /// What is wrong, if anything is.
    pub fn trouble(&self) -> Option<Trouble> {
        self.signals().trouble.get()
    }

    /// Where the data comes from.
    pub fn source(&self) -> String {
        self.signals().source.get()
    }

    /// The collection, followed when another is opened.
    pub fn collection(&self) -> Arc<dyn Collection> {
        self.signals().collection.get()
    }

    /// Something out of an entry.
    pub fn with_publication<T>(&self, entry: u32, read: impl FnOnce(&Publication) -> T) -> Option<T> {
        self.signals()
            .collection
            .with_untracked(|collection| collection.publication(entry).map(|publication| read(&publication)))
    }

    /// The search text as typed.
    pub fn text(&self) -> String {
        self.signals().query.with(|query| query.text.clone())
    }

    /// The order in force.
    pub fn order(&self) -> Sort {
        self.signals().query.with(Query::order)
    }

    /// Whether a text is searched.
    pub fn is_search(&self) -> bool {
        self.signals().query.with(Query::is_search)
    }

    /// The answer that is shown.
    pub fn answer(&self) -> Arc<Answer> {
        self.signals().answer.get()
    }

    /// What to mark in an entry that is being drawn.
    pub fn marks(&self) -> Vec<Mark> {
        self.signals().marks.get()
    }

    /// "12 publications", or "3 of 12 publications" while anything narrows the list.
    pub fn status(&self) -> String {
        let count = self.signals().collection.with(|collection| collection.len());
        let noun = if count == 1 { "publication" } else { "publications" };
        match self.signals().stage.get() {
            Stage::Loading(..) => String::new(),
            Stage::Failed if self.signals().trouble.with(|trouble| !matches!(trouble, Some(Trouble::Empty))) => {
                String::new()
            }
            _ if self.signals().query.with(Query::is_narrowed) => {
                format!(
                    "{} of {} {noun}",
                    thousands(self.signals().answer.with(|answer| answer.total)),
                    thousands(count)
                )
            }
            _ => format!("{} {noun}", thousands(count)),
        }
    }

    /// The same, once.
    pub fn status_untracked(&self) -> String {
        untrack(|| self.status())
    }

    /// Whether a text or any filter is set.
    pub fn is_narrowed(&self) -> bool {
        self.signals().query.with(Query::is_narrowed)
    }

    /// What narrows the list, each with its label.
    pub fn chips(&self) -> Vec<(Chip, String)> {
        let collection = self.signals().collection.get();
        let chips = self.signals().query.with(Chip::all);
        chips.into_iter().map(|chip| (chip.clone(), chip.label(&*collection))).collect()
    }

    /// The list, as far as it is drawn.
    pub fn blocks(&self) -> Vec<Block> {
        let collection = self.signals().collection.get();
        let (stamp, window) = (self.signals().marks_stamp.get_untracked(), self.signals().window.get());
        self.signals().answer.with(|answer| {
            self.signals().query.with_untracked(|query| row::blocks(answer, query, stamp, window, &*collection))
        })
    }

    /// Whether abstracts are open: as chosen, else as the number of results has it.
    pub fn abstracts_open(&self) -> bool {
        self.signals().abstracts_open.get()
    }

    /// Whether something is asked for that nothing matches.
    pub fn is_without_result(&self) -> bool {
        self.signals().stage.with(|stage| *stage == Stage::Ready)
            && self.signals().answer.with(|answer| answer.total == 0)
    }

    /// The bytes so far, and of how many, while the data is on its way.
    pub fn loading(&self) -> Option<(usize, Option<usize>)> {
        match self.signals().stage.get() {
            Stage::Loading(bytes, total) => Some((bytes, total)),
            Stage::Ready | Stage::Failed => None,
        }
    }

    /// How much of a long list is indexed, in thousandths, until all is.
    pub fn indexed(&self) -> Option<u32> {
        self.signals().indexed.get()
    }

    /// The value under which an author's spelling counts.
    pub fn author_value(&self, spelling: &str) -> String {
        self.signals().collection.with_untracked(|collection| collection.label(Facet::Author, spelling))
    }

    /// The author whose page and ORCID are shown: the only one chosen.
    pub fn person(&self) -> Option<Person> {
        let collection = self.signals().collection.get();
        self.signals().query.with(|query| match query.values(Facet::Author) {
            [only] => person(&collection.envelope().people, only).cloned(),
            _ => None,
        })
    }

    /// Notices that come and go, and what is to be said of the search.
    pub fn notices(&self) -> Vec<Notice> {
        let mut notices = self.signals().notices.get();
        notices.extend(self.signals().query.with(|query| Search::parse(&query.text).hint).map(Notice::Hint));
        self.signals().answer.with(|answer| {
            // Where other filters leave nothing, nothing is shown of the near words either.
            let widened = answer.widened.iter().filter(|_| answer.total > 0);
            notices.extend(widened.cloned().map(Notice::Widened));
        });
        notices
    }

    /// What was wrong with the data.
    pub fn report(&self) -> Report {
        self.signals().report.get()
    }

    /// Whether the address leads to this entry.
    pub fn is_target(&self, entry: u32) -> bool {
        self.signals().target.get() == Some(entry)
    }

    /// The open dialog.
    pub fn dialog(&self) -> Option<Dialog> {
        self.signals().dialog.get()
    }

    /// Whether the `/` key starts a search.
    pub fn slash(&self) -> bool {
        self.signals().slash.get()
    }

    /// An address from the data as the page follows it.
    pub fn resolve(&self, href: &Href) -> String {
        if href.is_anchor() {
            self.signals().home.get() + href.as_str()
        } else if href.is_relative() {
            self.signals().source.with(|source| browser::address::resolve(href.as_str(), source))
        } else {
            href.as_str().to_owned()
        }
    }

    /// The relative address that leads back to the list.
    #[cfg(feature = "ssr")]
    pub fn home(&self) -> String {
        self.signals().home.get()
    }

    /// The address of the list for a query, seen from a page beside it.
    #[cfg(feature = "ssr")]
    pub fn listed(&self, query: &Query) -> String {
        format!("{}?{}", self.signals().home.get(), query.to_search())
    }

    /// The address of an entry: this page without our filters, with its anchor.
    pub fn permalink(&self, id: &str) -> String {
        if let Some(host) = host::current() {
            return host.permalink(id).unwrap_or_default();
        }
        let address = self.signals().address.with(|address| browser::address::with(&address.foreign, id));
        self.signals().home.get() + &address
    }
}

/// A number with commas between its thousands.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn thousands_take_a_comma() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (100_000, "100,000"), (1_234_567, "1,234,567")]
        {
            assert_eq!(thousands(number), text);
        }
    }
}
