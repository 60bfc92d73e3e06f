//! The end of a transfer that takes too long.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{AbortController, AbortSignal};

use super::events::{self, after};
use super::host;

/// Aborts a transfer at its end, which moves on with every piece that comes.
pub(super) struct Watch {
    controller: AbortController,
    timer: Cell<Option<events::Timer>>,
    fired: Rc<Cell<bool>>,
}

impl Watch {
    /// Ends a transfer at this time, in milliseconds.
    pub(super) fn until(end: f64) -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let watch = Self { controller, timer: Cell::new(None), fired: Rc::default() };
        watch.extend(end);
        Some(watch)
    }

    /// What tells the transfer of its end.
    pub(super) fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    /// Moves the end.
    pub(super) fn extend(&self, end: f64) {
        let (controller, fired) = (self.controller.clone(), Rc::clone(&self.fired));
        let wait = (end - js_sys::Date::now()).max(0.0) as i32;
        let mut timer = None;
        // A transfer ends even where the element is gone that it was begun for.
        host::enter(None, || {
            timer = after(wait, move || {
                fired.set(true);
                controller.abort();
            });
        });
        if let Some(old) = self.timer.replace(timer) {
            old.clear();
        }
    }

    /// Whether the end came.
    pub(super) fn has_fired(&self) -> bool {
        self.fired.get()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
        // What is not wanted any more is not sent any further.
        self.controller.abort();
    }
}
