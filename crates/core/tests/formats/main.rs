//! Writing: what reference managers and readers get, read back by readers that are not ours.

mod csl;
mod feed;
mod hostile;
mod lists;
mod readers;
mod ris;
mod table;
mod tex;
