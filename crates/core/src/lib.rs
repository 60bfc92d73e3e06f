//! Reading, searching, filtering and writing a list of publications.
//!
//! Nothing here knows of a browser or does I/O: text goes in, values come out.

pub mod fold;
pub mod format;
pub mod href;
pub mod json;
pub mod library;
pub mod message;
pub mod packed;
pub mod page;
pub mod problem;
pub mod publication;
pub mod query;
pub mod read;
pub mod rich;
pub mod search;
