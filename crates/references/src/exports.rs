//! What the page calls. Input is written into a buffer that [`reserve`] gives the address of, and read from another.

use std::cell::RefCell;

use offprint_core::read;

use crate::Formatter;

/// Stands behind each text; taken out of those that hold it.
const SEPARATOR: char = '\u{1f}';

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

#[derive(Default)]
struct State {
    input: Vec<u8>,
    text: String,
    formatter: Formatter,
}

macro_rules! exports {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? $body:block)*) => {$(
        $(#[$doc])*
        #[allow(unsafe_code, reason = "the names of a module's exports are its own")]
        #[unsafe(no_mangle)]
        pub(crate) extern "C" fn $name($($argument: $type),*) $(-> $result)? $body
    )*};
}

exports! {
    /// The address of a buffer for this many bytes of input.
    reserve(length: u32) -> *const u8 {
        STATE.with_borrow_mut(|state| {
            state.input.resize(state.input.len().max(length as usize), 0);
            state.input.as_ptr()
        })
    }

    /// The address of the text of the last answer, in UTF-8.
    text() -> *const u8 {
        STATE.with_borrow(|state| state.text.as_ptr())
    }

    /// How many bytes it has.
    text_length() -> u32 {
        STATE.with_borrow(|state| state.text.len() as u32)
    }

    /// Writes the references of a list in CSL-JSON: those of each entry in every style, as HTML.
    write(length: u32) {
        STATE.with_borrow_mut(|state| {
            let list = read::read(state.input.get(..length as usize).unwrap_or_default()).unwrap_or_default();
            state.text.clear();
            for publication in &list.publications {
                for reference in state.formatter.all(publication) {
                    state.text.push_str(&reference.unwrap_or_default().html.replace(SEPARATOR, " "));
                    state.text.push(SEPARATOR);
                }
            }
        });
    }
}
