//! Short messages for assistive technology.

use leptos::prelude::*;

/// What the live regions say.
#[derive(Clone, Copy, Default)]
pub(crate) struct Announcer {
    /// The last message.
    pub(crate) message: RwSignal<String>,
}

impl Announcer {
    /// Has a message read out, also where it is the same as the last one.
    pub(crate) fn say(self, message: String) {
        self.message.set(message);
    }
}
