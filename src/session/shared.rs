//! Elements that list the same file share what was read of it, and its index.
//!
//! One session reads the file; it belongs to no element and goes when the last of them does. Each element follows it with a
//! session of its own, whose list is the whole or, where the host narrows that, a list of what is left.

use std::cell::RefCell;
use std::sync::Arc;

use offprint_core::library::Library;
use offprint_core::query::{Query, Sort};
use offprint_core::read::Reading;
use reactive_graph::owner::Owner;
use send_wrapper::SendWrapper;

use super::{Collection, Notice, Session, Stage};
use crate::browser::host::{self, Host};
use crate::browser::page;
use crate::signal::Stored;

thread_local! {
    static LISTS: RefCell<Vec<List>> = const { RefCell::new(Vec::new()) };
}

/// A file that elements list.
struct List {
    source: String,
    reader: Session,
    owner: Owner,
}

/// What a session knows of the others.
#[derive(Default)]
pub(super) struct Shared {
    /// The element that this session is for.
    pub(super) host: Stored<Option<SendWrapper<Host>>>,
    /// Who reads the file, unless this session does.
    reader: Stored<Option<Session>>,
    /// For whom this session reads.
    followers: Stored<Vec<Session>>,
    /// The numbers that the entries have in the file, where the list is a part of it.
    numbers: Stored<Option<Vec<u32>>>,
    /// The host's order, as it was last asked for.
    pub(super) order: Stored<Option<Sort>>,
}

impl Shared {
    /// What a new session knows, in the current element.
    pub(super) fn new() -> Self {
        Self { host: Stored::new(host::current().map(SendWrapper::new)), ..Self::default() }
    }
}

impl Session {
    /// The session that reads the file at `source`. Outside of any owner, so that it outlives the element that came first.
    pub fn reading(source: &str, base: &str) -> Self {
        let known = LISTS.with_borrow(|lists| lists.iter().find(|list| list.source == source).map(|list| list.reader));
        known.unwrap_or_else(|| {
            let owner = Owner::new();
            let reader = owner.with(|| Self::new(source.to_owned()));
            reader.signals().shared.host.set(Some(SendWrapper::new(Host::reader(base))));
            LISTS.with_borrow_mut(|lists| lists.push(List { source: source.to_owned(), reader, owner }));
            reader
        })
    }

    /// A session for the current element, which lists what `reader` reads. The first one has it begin.
    pub fn follow(reader: Self) -> Self {
        let session = Self::new(reader.source());
        let is_first = reader.signals().shared.followers.with(Vec::is_empty);
        session.signals().shared.reader.set(Some(reader));
        reader.signals().shared.followers.update(|followers| followers.push(session));
        match reader.signals().stage.get_untracked() {
            Stage::Loading(..) if !is_first => {}
            Stage::Ready => session.adopt(false),
            // What has failed for an earlier element may go well for this one.
            _ => session.load(),
        }
        session
    }

    /// The element is gone, and what was read with it unless another lists the same file.
    pub fn leave(&self) {
        let reader = self.reader();
        reader.signals().shared.followers.update(|followers| followers.retain(|other| !other.is(self)));
        self.within(|| self.drop_pending());
        if reader.signals().shared.followers.with(Vec::is_empty) {
            let list = LISTS.with_borrow_mut(|lists| {
                let at = lists.iter().position(|list| list.reader.is(&reader))?;
                Some(lists.swap_remove(at))
            });
            if let Some(list) = list {
                reader.dismiss_tasks();
                list.owner.cleanup();
            }
        }
    }

    /// Fetches the file for all that follow; a fetch that is under way is given up.
    pub(super) fn load_anew(&self) {
        let reader = self.reader();
        reader.dismiss_tasks();
        reader.within(|| reader.fetch());
    }

    /// Nothing that a reader has begun goes on.
    fn dismiss_tasks(&self) {
        let shared = &self.signals().shared;
        if let Some(before) = shared.host.get() {
            shared.host.set(Some(SendWrapper::new(Host::reader(&before.base))));
            before.leave();
        }
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.signals(), &other.signals())
    }

    /// Does something for the element of this session.
    pub fn within(&self, act: impl FnOnce()) {
        let host = self.signals().shared.host.get();
        host::enter(host.as_deref(), act);
    }

    /// The session that reads the file.
    pub(super) fn reader(&self) -> Self {
        self.signals().shared.reader.get().unwrap_or(*self)
    }

    /// Does something with this session and all that follow it, each within its element.
    pub(super) fn each(&self, act: impl Fn(Self)) {
        act(*self);
        for follower in self.signals().shared.followers.get() {
            follower.within(|| act(follower));
        }
    }

    /// A list stands, or none can be had, or more is known of it: shows that.
    pub(super) fn present(&self) {
        self.each(|session| session.adopt(false));
    }

    /// Takes over what was read, within what the host lists, which may be something else than before.
    pub fn adopt(&self, is_other: bool) {
        let (session, theirs) = (*self, self.reader().signals());
        let is_loading = theirs.stage.with_untracked(|stage| matches!(stage, Stage::Loading(..)));
        if self.reader().is(self) || is_loading {
            return;
        }
        let list = theirs.collection.get_untracked();
        let then = move |list: Arc<dyn Collection>, numbers: Option<Vec<u32>>| {
            let signals = session.signals();
            let is_new = signals.stage.with_untracked(|stage| *stage != Stage::Ready);
            signals.shared.numbers.set(numbers);
            signals.report.set(theirs.report.get_untracked());
            signals.indexed.set(theirs.indexed.get_untracked());
            signals.trouble.set(theirs.trouble.get_untracked());
            signals.stage.set(theirs.stage.get_untracked());
            signals.collection.set(list);
            signals.marks_stamp.update(|stamp| *stamp += 1);
            if is_other {
                session.forget_entries();
            }
            session.tell_failure();
            if is_new { session.arrive() } else { session.show_on(is_other) }
        };
        self.within(|| narrowed(list, &self.scope(), Box::new(then)));
    }

    /// The numbers of entries mean others now.
    fn forget_entries(&self) {
        self.signals().target.set(None);
        self.signals().dialog.set(None);
        self.signals().notices.update(|notices| notices.retain(|notice| !matches!(notice, Notice::Hidden(_))));
    }

    /// Asks the same again. Where more is known of the same list, a visitor who has had more of it shown keeps that.
    fn show_on(&self, is_other: bool) {
        let (session, window) = (*self, self.signals().window.get_untracked());
        self.ask(self.signals().query.get_untracked(), move || {
            if !is_other {
                session.signals().window.set(window);
            }
            settled();
        });
    }

    /// The numbers that entries have in the file.
    pub(super) fn in_file(&self, entries: Vec<u32>) -> Vec<u32> {
        self.signals().shared.numbers.with(|numbers| match numbers {
            Some(numbers) => entries.iter().filter_map(|entry| numbers.get(*entry as usize)).copied().collect(),
            None => entries,
        })
    }
}

pub(super) fn settled() {
    page::set_busy(false);
}

/// Takes a list, and the numbers of its entries where it is a part of another.
type Then = Box<dyn FnOnce(Arc<dyn Collection>, Option<Vec<u32>>)>;

/// The part of a list that a query asks for, as a list of its own.
fn narrowed(list: Arc<dyn Collection>, scope: &Query, then: Then) {
    if !scope.is_narrowed() {
        return then(list, None);
    }
    let whole = list.clone();
    let reply = move |answer: offprint_core::library::Answer| {
        let mut numbers: Vec<u32> = answer.groups.into_iter().flat_map(|group| group.entries).collect();
        numbers.sort_unstable();
        let publications =
            numbers.iter().filter_map(|number| whole.publication(*number)).map(|entry| entry.into_owned());
        let reading =
            Reading { envelope: whole.envelope().clone(), publications: publications.collect(), problems: Vec::new() };
        then(Arc::new(Library::new(reading)), Some(numbers));
    };
    list.answer(scope, Box::new(reply));
}
