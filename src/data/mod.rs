//! Where the list comes from: fetching, reading, and the backends that answer queries.

pub(crate) mod collection;
pub(crate) mod engine;
pub(crate) mod fetch;
pub(crate) mod load;
pub(crate) mod modules;
pub(crate) mod problem;
pub(crate) mod references;

pub(crate) use collection::{Collection, FacetValue, ListRef};
pub(crate) use fetch::FetchError;
pub(crate) use modules::Modules;
pub(crate) use problem::{LoadProblem, Report};
