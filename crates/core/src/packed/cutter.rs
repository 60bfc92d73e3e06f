//! Cutting a file into its entries while it arrives.

use super::decoder::Decoder;
use crate::json::{End, Members};
use crate::problem::Place;
use crate::read::is_whole;

/// One entry of the list as it is in the file.
pub(super) struct Item<'a> {
    /// Its text.
    pub(super) raw: &'a str,
    /// Whether the file breaks off in it.
    pub(super) cut: bool,
    /// Where it begins.
    pub(super) place: Place,
}

/// Holds what has arrived and not been cut yet: rarely more than one entry.
#[derive(Debug)]
pub(super) struct Cutter {
    buffer: String,
    decoder: Decoder,
    state: State,
    /// What is around the list: the list itself is left out of it, all but its brackets.
    envelope: String,
    /// Where the list's closing bracket is in `envelope`, and where in the file.
    seam: Option<(usize, Place)>,
    /// Where the buffer begins in the file.
    place: Place,
    /// Where the list breaks off before its end.
    broken: Option<(Place, End)>,
    /// Where the first bytes are that are no UTF-8.
    not_utf8: Option<Place>,
    /// The buffer is not looked at again before it holds this many bytes.
    patience: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the first character.
    Start,
    /// In the object around the list; whether the list has been.
    Envelope { is_behind: bool },
    /// Behind the list, before what separates it from the next member.
    Comma,
    /// In the list; whether an object is around it.
    List { in_envelope: bool },
    /// Behind the end.
    Done,
}

impl Default for Cutter {
    fn default() -> Self {
        Self {
            buffer: String::new(),
            decoder: Decoder::default(),
            state: State::Start,
            envelope: String::new(),
            seam: None,
            place: Place { line: 1, column: 1 },
            broken: None,
            not_utf8: None,
            patience: 0,
        }
    }
}

impl Cutter {
    /// Takes the next piece of the file, and gives each entry that is complete with it.
    pub(super) fn feed(&mut self, piece: &[u8], give: &mut dyn FnMut(&mut Self, Item<'_>)) {
        self.decode(piece, false);
        self.cut(false, give);
    }

    /// Ends the file, and gives an entry that breaks off with it.
    pub(super) fn end(&mut self, give: &mut dyn FnMut(&mut Self, Item<'_>)) {
        self.decode(&[], true);
        self.patience = 0;
        self.cut(true, give);
        if !matches!(self.state, State::List { .. }) {
            let rest = std::mem::take(&mut self.buffer);
            self.envelope.push_str(&rest);
        } else if self.broken.is_none() {
            self.broken = Some((self.place_of(self.buffer.trim_ascii_end().len()), End::CutShort));
        }
        if self.broken.is_some() && !self.envelope.is_empty() {
            self.envelope.push_str("]}");
        }
    }

    /// Returns what is around the list, once the file has ended; the list is empty in it.
    pub(super) fn envelope(&self) -> &str {
        &self.envelope
    }

    /// Returns what is around the list while the list arrives, ended where it is.
    pub(super) fn envelope_so_far(&self) -> String {
        format!("{}]}}", self.envelope)
    }

    /// Returns whether a list was found.
    pub(super) fn has_list(&self) -> bool {
        self.seam.is_some() || self.broken.is_some() || matches!(self.state, State::Done)
    }

    /// Returns where, and how, the list breaks off.
    pub(super) fn broken(&self) -> Option<(Place, End)> {
        self.broken
    }

    /// Returns where the first bytes are that are no UTF-8.
    pub(super) fn not_utf8(&self) -> Option<Place> {
        self.not_utf8
    }

    /// Returns the place in the file of a place in [`Cutter::envelope`].
    pub(super) fn original_place(&self, place: Place) -> Place {
        let Some((offset, resumed)) = self.seam else { return place };
        let seam = behind(Place { line: 1, column: 1 }, &self.envelope[..offset]);
        match place.line.cmp(&seam.line) {
            std::cmp::Ordering::Less => place,
            std::cmp::Ordering::Equal if place.column < seam.column => place,
            std::cmp::Ordering::Equal => {
                Place { line: resumed.line, column: resumed.column + place.column - seam.column }
            }
            std::cmp::Ordering::Greater => Place { line: resumed.line + place.line - seam.line, ..place },
        }
    }

    fn decode(&mut self, piece: &[u8], is_last: bool) {
        let fault = self.decoder.push(piece, is_last, &mut self.buffer);
        self.not_utf8 = self.not_utf8.or_else(|| fault.map(|at| self.place_of(at)));
    }

    fn cut(&mut self, is_last: bool, give: &mut dyn FnMut(&mut Self, Item<'_>)) {
        if self.buffer.len() < self.patience {
            return;
        }
        let buffer = std::mem::take(&mut self.buffer);
        let mut at = 0;
        loop {
            let before = (self.state, at);
            at += match self.state {
                State::Start => self.start(&buffer[at..]),
                State::Comma => self.comma(&buffer[at..]),
                State::Envelope { is_behind } => self.members(&buffer[at..], is_behind),
                State::List { in_envelope } => self.items(&buffer[at..], in_envelope, is_last, give),
                State::Done => buffer.len() - at,
            };
            self.place = behind(self.place, &buffer[before.1..at]);
            if before == (self.state, at) {
                break;
            }
        }
        // What was not enough for one more member is looked at again once there is twice as much of it.
        self.patience = 2 * (buffer.len() - at);
        self.buffer = buffer;
        self.buffer.drain(..at);
    }

    fn place_of(&self, offset: usize) -> Place {
        behind(self.place, &self.buffer[..offset])
    }

    /// Finds out what the file is.
    fn start(&mut self, text: &str) -> usize {
        let blank = text.len() - text.trim_start_matches('\u{feff}').trim_ascii_start().len();
        match text.as_bytes().get(blank) {
            Some(b'[') => self.state = State::List { in_envelope: false },
            Some(b'{') => {
                self.state = State::Envelope { is_behind: false };
                self.envelope.push_str(&text[..=blank]);
            }
            _ => return 0,
        }
        blank + 1
    }

    fn comma(&mut self, text: &str) -> usize {
        let rest = text.trim_ascii_start();
        let taken = text.len() - rest.len() + usize::from(rest.starts_with(','));
        if !rest.is_empty() {
            self.state = State::Envelope { is_behind: true };
        }
        self.envelope.push_str(&text[..taken]);
        taken
    }

    /// Takes members of the object around the list, up to the list.
    fn members(&mut self, text: &str, is_behind: bool) -> usize {
        let mut walk = Members::inside(text, b'}');
        let mut taken = 0;
        while let Some(member) = walk.next() {
            if !is_behind && member.key == "publications" && member.value.starts_with('[') {
                taken = member.value.as_ptr() as usize - text.as_ptr() as usize + 1;
                self.state = State::List { in_envelope: true };
                break;
            }
            if walk.end().is_some() {
                break;
            }
            taken = walk.offset();
        }
        self.envelope.push_str(&text[..taken]);
        taken
    }

    /// Gives entries of the list, up to its end.
    fn items(
        &mut self,
        text: &str,
        in_envelope: bool,
        is_last: bool,
        give: &mut dyn FnMut(&mut Self, Item<'_>),
    ) -> usize {
        let mut walk = Members::inside(text, b']');
        let (mut taken, mut place) = (0, self.place);
        while let Some(member) = walk.next() {
            let is_open = walk.end().is_some();
            if is_open && !is_last {
                break;
            }
            let cut = is_open && !is_whole(member.value);
            let start = member.value.as_ptr() as usize - text.as_ptr() as usize;
            place = behind(place, &text[taken..start]);
            give(self, Item { raw: member.value, cut, place });
            taken = walk.offset();
            place = behind(place, &text[start..taken]);
        }
        match walk.end() {
            Some(End::Closed) => {
                taken = walk.offset();
                self.state = if in_envelope { State::Comma } else { State::Done };
                if in_envelope {
                    self.seam = Some((self.envelope.len(), behind(self.place, &text[..taken - 1])));
                    self.envelope.push(']');
                }
            }
            Some(end @ End::Fault(at)) => {
                self.broken = Some((behind(self.place, &text[..at]), end));
                self.state = State::Done;
            }
            Some(end @ End::CutShort) if is_last => {
                self.broken = Some((behind(self.place, text.trim_ascii_end()), end));
                self.state = State::Done;
            }
            _ => {}
        }
        taken
    }
}

/// Returns the place behind a text that begins at `place`.
fn behind(place: Place, text: &str) -> Place {
    match text.rfind('\n') {
        None => Place { column: place.column + text.chars().count(), ..place },
        Some(last) => Place {
            line: place.line + text.bytes().filter(|byte| *byte == b'\n').count(),
            column: 1 + text[last + 1..].chars().count(),
        },
    }
}
