//! Starts the page inside the document's `main`.

use offprint_page::session::Session;
use offprint_page::{browser, dom, views};

fn main() {
    browser::text::hand_in_unicode();
    let Some(main) = browser::page::main_element() else { return };
    let Some(place) = browser::handover::place(&main) else { return };
    let start = || {
        let session = Session::new(browser::address::source());
        session.listen();
        session.load();
        if browser::handover::is_waiting() { views::waiting(session) } else { views::page(session) }
    };
    // Nothing that this page draws can be refused, and there would be nobody to tell.
    let drawn = dom::mount(&place, start);
    // It stands for as long as the document does.
    std::mem::forget(drawn);
}
