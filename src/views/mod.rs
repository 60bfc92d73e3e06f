//! What a visitor sees; one component a file, each a function of the session.

mod dialogs;
mod entry;
mod facet_group;
mod filters;
mod header;
mod icon;
mod no_results;
mod notices;
mod page;
mod results;
mod rich;
mod search_box;
mod toolbar;
mod trouble;
mod venue;
mod year_group;

pub use page::page;
