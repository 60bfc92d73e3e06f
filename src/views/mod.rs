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
#[cfg(feature = "ssr")]
mod plain;
mod results;
mod rich;
mod search_box;
mod toolbar;
mod trouble;
mod venue;
mod year_group;

#[cfg(feature = "ssr")]
pub use page::written;
pub use page::{page, waiting};
#[cfg(feature = "ssr")]
pub use plain::{Title, plain_entry};
