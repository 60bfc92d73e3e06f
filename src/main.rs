//! The page's binary. It exports what `offprint_page` does; `index.html` calls [`offprint_page::start`].

pub use offprint_page::{ListElement, SharedList, start};

fn main() {}
