//! Writing: what reference managers and readers get, read back by readers that are not ours.

mod corpus;
mod csl;
mod feed;
mod hostile;
mod lists;
#[path = "../payloads/mod.rs"]
mod payloads;
mod readers;
mod ris;
mod table;
mod tex;
