//! What a host says of the list in its page, and is told of it.

use offprint_core::publication::Publication;
use offprint_core::query::Query;

use super::shared::settled;
use super::window::{DRAWN_ID, Window};
use super::{Session, Stage};
use crate::browser::address::Location;
use crate::browser::{events, focus, host};

impl Session {
    /// What the host lists.
    pub(super) fn scope(&self) -> Query {
        Query::parse(&self.signals().shared.host.get().map(|host| host.scope()).unwrap_or_default())
    }

    /// In the host's order where the visitor has chosen none.
    pub(super) fn in_order(&self, mut query: Query) -> Query {
        let (order, now) = (&self.signals().shared.order, self.scope().sort);
        query.sort = query.sort.filter(|sort| Some(*sort) != order.get()).or(now);
        order.set(now);
        query
    }

    /// What of the query the visitor has chosen, as the part of an address behind `?`.
    pub fn search_part(&self) -> String {
        let mut query = self.signals().query.get_untracked();
        query.sort = query.sort.filter(|sort| Some(*sort) != self.signals().shared.order.get());
        let mut search = query.to_search();
        // An order that is not said otherwise is the host's here.
        if let Some(sort) = query.sort.filter(|sort| Query::parse(&search).sort != Some(*sort)) {
            search.push_str(if search.is_empty() { "sort=" } else { "&sort=" });
            search.push_str(sort.name());
        }
        search
    }

    /// Asks for another query, as an address says it.
    pub fn enter_search(&self, search: String) {
        self.drop_pending();
        self.enter(&Location { search, anchor: String::new() }, settled);
    }

    /// Folds all abstracts or opens them, until the visitor does otherwise; none leaves that to their number.
    pub fn set_abstracts(&self, open: Option<bool>) {
        self.signals().abstracts.set(open);
        self.settle_abstracts();
    }

    /// The anchor and title of every entry that is listed, in order.
    pub fn results(&self) -> Vec<(String, String)> {
        let answer = self.signals().answer.get_untracked();
        let entries = answer.groups.iter().flat_map(|group| &group.entries);
        let result = |publication: &Publication| (publication.id.to_string(), publication.plain_title());
        entries.filter_map(|entry| self.with_publication(*entry, result)).collect()
    }

    /// Tells the element that there is no list.
    pub(super) fn tell_failure(&self) {
        let (Some(host), signals) = (host::current(), self.signals()) else { return };
        if let (Stage::Failed, Some(trouble)) = (signals.stage.get_untracked(), signals.trouble.get_untracked()) {
            host.failed(trouble.kind(), &format!("{} {}", trouble.headline(), trouble.detail(&self.source())));
        }
    }

    /// Goes to an entry, if the list has one with this anchor.
    pub fn go_to(&self, anchor: &str) {
        self.visit(anchor);
    }

    /// Tells the element what it shows.
    pub(super) fn tell_host(&self) {
        let (Some(host), signals) = (host::current(), self.signals()) else { return };
        if signals.stage.get_untracked() == Stage::Ready {
            let total = signals.collection.with_untracked(|list| list.len());
            host.changed(total, self.shown_rows(), &self.search_part());
        }
    }

    /// Whether an element has more to show.
    pub fn has_more(&self) -> bool {
        self.signals().window.with(|window| window.to) < self.signals().answer.with(|answer| answer.total)
    }

    /// How many rows are shown.
    pub(super) fn shown_rows(&self) -> usize {
        self.rows().min(self.window().to)
    }

    /// Shows as many more rows as the host would have at once; the first of them takes the focus.
    pub fn show_more(&self) {
        let (session, before) = (*self, self.window().to);
        let more = host::current().map_or(0, |host| host.limit());
        self.signals().window.set(Window { from: 0, to: before + more });
        events::before_painting(move || {
            session.lay_out();
            focus::focus_nth(&format!("#{DRAWN_ID} article"), before);
            session.tell_host();
        });
    }
}
