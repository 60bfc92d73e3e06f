//! Remarks: `note` and its neighbours.

use offprint_core::publication::AWARD_NOTE;
use serde_json::Value;

use super::entry::Field;
use super::map::Map;
use super::url;
use crate::import::item::{join_text, put_text};
use crate::import::tex::{self, Tex};

impl Map<'_> {
    /// A remark; the way in which something was published is where a journal would, if that is free.
    pub(super) fn note(&mut self, field: &Field) {
        let text = self.rich(field, Tex::rich);
        if field.name == "note" {
            let note = self.without_award(&text).to_owned();
            join_text(&mut self.members, "note", " ", &note);
        } else if field.name != "howpublished" {
            join_text(&mut self.members, "note", " ", &text);
        } else if !text.contains("://") && self.members.get("title").and_then(Value::as_str) != Some(&text) {
            let plain = tex::plain(&field.text);
            if !put_text(&mut self.members, "container-title", &plain) {
                join_text(&mut self.members, "note", " ", &text);
            }
        } else if !url::is_url(&field.text) {
            join_text(&mut self.members, "note", " ", &text);
        }
    }

    /// Returns a note without the award at its end, which Offprint writes there for programs that know no such field.
    fn without_award<'n>(&self, note: &'n str) -> &'n str {
        let award = self.entry.get("award").map(|field| Tex::parse(&field.text).rich_line());
        let rest = award.and_then(|award| note.strip_suffix(&format!("{AWARD_NOTE}{award}")));
        rest.unwrap_or(note)
    }
}
