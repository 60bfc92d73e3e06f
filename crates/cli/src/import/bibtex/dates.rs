//! The dates of an entry.

use offprint_core::problem::Loss;
use serde_json::Value;

use super::date::{self, Month};
use super::entry::Field;
use super::map::Map;
use crate::import::item::put_text;
use crate::import::tex;

impl Map<'_> {
    /// Reads `date`, or else `year` with what is beside it, and the dates of other things.
    pub(super) fn dates(&mut self) {
        if let Some(field) = self.entry.get("date").or(self.entry.get("year")) {
            match self.issued() {
                Some(date) => drop(self.members.insert("issued".to_owned(), date)),
                // "In press" and "to appear" say something of their own.
                None => {
                    self.say(field, Loss::Nothing, "there is no year in it; it is kept as the status");
                    put_text(&mut self.members, "status", &tex::plain(&field.text));
                }
            }
        }
        self.parts_without_whole();
        for (names, member) in [
            (["urldate", "lastchecked", "accessed"], "accessed"),
            (["eventdate", "", ""], "event-date"),
            (["origdate", "origyear", ""], "original-date"),
        ] {
            let Some(field) = names.iter().find_map(|name| self.entry.get(name)) else { continue };
            match date::edtf(&field.text) {
                Some(date) => drop(self.members.insert(member.to_owned(), date)),
                None => self.say(field, Loss::Field, "no date can be read from it"),
            }
        }
    }

    /// A month says nothing without a year, nor a day without a month.
    fn parts_without_whole(&mut self) {
        let is_dated = self.members.contains_key("issued");
        // A year in words, such as "in press", is kept as the status.
        let is_in_words = !is_dated && self.entry.get("date").or(self.entry.get("year")).is_some();
        let has_month = self.entry.get("date").or(self.entry.get("month")).is_some();
        for (part, is_known) in [("month", is_dated), ("day", is_dated && has_month)] {
            if let Some(field) = self.entry.get(part).filter(|_| !is_known) {
                let loss = if is_in_words { Loss::Nothing } else { Loss::Field };
                self.say(field, loss, "it is no date without a year and a month");
            }
        }
    }

    fn issued(&mut self) -> Option<Value> {
        let whole = self.entry.get("date").and_then(|field| date::edtf(&field.text));
        if whole.is_some() {
            return whole;
        }
        let text = |name: &str| self.entry.get(name).map_or("", |field| field.text.as_str());
        let (date, month) = date::three_fields(text("year"), text("month"), text("day"));
        if let (true, Some(field)) = (date.is_some(), self.entry.get("month")) {
            match month {
                Month::Read => {}
                Month::Unreadable => {
                    self.say(field, Loss::Field, &format!("no month can be read from “{}”", field.text.trim()));
                }
                Month::NoPlace => self.say(field, Loss::Nothing, "the year has no place for a month; the year stays"),
            }
        }
        date
    }

    fn say(&mut self, field: &Field, loss: Loss, message: &str) {
        self.report.add(self.spot.at(field.at), &field.name, loss, message);
    }
}
