//! Payloads in every field: what is published holds nothing but what we write, and no terminal is steered.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails where it cannot run")]

mod pages;
#[path = "../../../core/tests/payloads/mod.rs"]
mod payloads;
mod terminal;
