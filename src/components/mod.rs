//! What a visitor sees, one component a file.
//!
//! A component shows what the state derives; it never filters, counts or sorts. Every text is an expression
//! (`{words::RESULTS}`): Leptos would write a subtree without expressions through `innerHTML`.

mod active_filters;
mod announcement;
mod copy_button;
pub(crate) mod dialogs;
mod dynamic;
pub(crate) mod entry;
pub(crate) mod filter_link;
pub(crate) mod filters;
mod formula;
pub(crate) mod header;
mod icon;
mod keyed_list;
pub(crate) mod load_error;
mod no_results;
pub(crate) mod notices;
pub(crate) mod offers;
pub(crate) mod results;
mod rich_text;
mod scripted;
pub(crate) mod search_box;
pub(crate) mod toolbar;

pub(crate) use announcement::Announcement;
