//! `offprint check`, from the command line to what is printed.

#![allow(clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

mod faults;
mod links;
mod names;
mod output;
mod rules;
mod strict;
mod support;
mod values;
