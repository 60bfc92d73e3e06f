//! Where the list comes from: fetching, reading, and the backends that answer queries.

pub(crate) mod engine;
pub(crate) mod fetch;
pub(crate) mod load;
pub(crate) mod modules;
pub(crate) mod problem;
pub(crate) mod references;

pub(crate) use fetch::FetchError;
pub(crate) use modules::Modules;
pub(crate) use problem::LoadProblem;

/// A list, shared by everything that shows it.
pub(crate) type ListRef = std::sync::Arc<dyn offprint_core::library::Collection>;
