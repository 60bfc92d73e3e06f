//! The one list that an instance of the module holds.

use offprint_core::format::Format;
use offprint_core::packed::{Intake, Packed};
use offprint_core::query::{Facet, Query};

use crate::output::{NONE, Output, SEPARATOR};
use crate::styled::Styled;

/// A list, while it arrives and afterwards.
#[derive(Debug, Default)]
pub struct Engine {
    intake: Intake,
    packed: Packed,
    styled: Styled,
}

impl Engine {
    /// Takes the next piece of the file.
    pub fn feed(&mut self, piece: &[u8]) {
        self.intake.feed(piece);
    }

    /// Ends the file: [`Output::push_list`], or [`Output::push_unreadable`].
    pub fn end(&mut self, output: &mut Output) {
        match std::mem::take(&mut self.intake).end() {
            Ok(packed) => {
                output.push_list(&packed);
                self.packed = packed;
            }
            Err(why) => output.push_unreadable(&why),
        }
    }

    /// Ends a list that was added entry by entry, and indexes it.
    pub(crate) fn end_added(&mut self) {
        self.packed = std::mem::take(&mut self.intake).end_added();
        while self.packed.step() < 1000 {}
    }

    /// The list while it arrives.
    pub(crate) fn intake(&mut self) -> &mut Intake {
        &mut self.intake
    }

    /// Takes the next piece of a file of abstracts.
    pub fn feed_abstracts(&mut self, piece: &[u8]) {
        self.packed.feed_abstracts(piece);
    }

    /// Ends the file of abstracts; whether it was whole.
    pub fn end_abstracts(&mut self) -> bool {
        self.packed.end_abstracts()
    }

    /// Does about a millisecond's work of indexing; how far it has come, in thousandths.
    pub fn step(&mut self) -> u32 {
        self.packed.step()
    }

    /// Answers a query, given as in an address: [`Output::push_answer`].
    pub fn answer(&self, search: &str, output: &mut Output) {
        output.push_answer(&self.packed.answer(&Query::parse(search)));
    }

    /// The text of an entry as it stood in the file and, behind it, its abstract from a file of its own. Number: the
    /// length of the first in bytes.
    pub fn entry(&self, entry: u32, output: &mut Output) {
        self.packed.with_entry(entry, |text| output.text.push_str(text));
        output.numbers.push(output.text.len() as u32);
        self.packed.with_abstract(entry, |text| output.text.push_str(text));
    }

    /// Entries in a format of reference managers.
    pub fn export(&self, format: Format, entries: &[u32], output: &mut Output) {
        output.text = format.write(entries.iter().filter_map(|entry| self.packed.publication(*entry)));
    }

    /// Reads a file of references that was written with the page.
    pub fn read_references(&mut self, file: &str) {
        self.styled.read(file, &self.packed);
    }

    /// Those of the entries that have no references. Numbers: theirs. Text: they themselves as CSL-JSON, for the formatter.
    pub fn unwritten(&self, entries: &[u32], output: &mut Output) {
        output.numbers.extend(self.styled.missing(entries));
        let publications = output.numbers.iter().filter_map(|entry| self.packed.publication(*entry));
        output.text = Format::CslJson.write(publications);
    }

    /// Takes the references of entries from the formatter.
    pub fn put_references(&mut self, entries: &[u32], text: &str) {
        self.styled.put(entries, &text.split_terminator(SEPARATOR).collect::<Vec<_>>());
    }

    /// The references of an entry. Text: one a style, as HTML; none where they are not written.
    pub fn references(&self, entry: u32, output: &mut Output) {
        self.styled.of(entry).iter().for_each(|text| output.push_text(text));
    }

    /// Entries as a page to print, in one of the styles.
    pub fn bibliography(&self, style: u32, entries: &[u32], output: &mut Output) {
        let title = self.packed.catalog().envelope().title.as_deref().unwrap_or("Publications");
        output.text = self.styled.bibliography(title, style as usize, entries, &self.packed);
    }

    /// The year of an entry; [`i32::MIN`] for none.
    pub fn year(&self, entry: u32) -> i32 {
        self.packed.catalog().year(entry).unwrap_or(i32::MIN)
    }

    /// The entry of an anchor.
    pub fn by_anchor(&self, anchor: &str) -> u32 {
        self.packed.by_anchor(anchor).unwrap_or(NONE)
    }

    /// The number of a facet's value.
    pub fn find(&self, facet: Facet, name: &str) -> u32 {
        self.packed.catalog().column(facet).find(name).unwrap_or(NONE)
    }

    /// A facet's value in the list's own spelling.
    pub fn label(&self, facet: Facet, name: &str, output: &mut Output) {
        output.text.push_str(&self.packed.catalog().label(facet, name));
    }

    /// The values of a facet that are offered. Numbers: theirs. Text: of each the label and the name.
    pub fn choices(&self, facet: Facet, narrow: &str, first: &[u32], most: usize, output: &mut Output) {
        let column = self.packed.catalog().column(facet);
        for id in self.packed.catalog().choices(facet, narrow, first, most) {
            if let Some(value) = column.values().get(id as usize) {
                output.numbers.push(id);
                output.push_text(&value.label);
                output.push_text(value.name());
            }
        }
    }

    /// The list itself.
    pub(crate) fn packed(&self) -> &Packed {
        &self.packed
    }
}
