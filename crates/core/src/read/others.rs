//! Members that the list itself does not use, read when an export format needs them.

use super::lenient::FromJson;
use super::log::Log;
use super::path::Path;
use crate::json::member;
use crate::publication::{Date, Name, Publication};

/// Reads the names in a member that is kept as it is written in the file, such as `editor`.
pub(crate) fn other_names(publication: &Publication, field: &str) -> Vec<Name> {
    other(publication, field).unwrap_or_default()
}

/// Reads the date in such a member, such as `accessed`.
pub(crate) fn other_date(publication: &Publication, field: &str) -> Option<Date> {
    other(publication, field)
}

fn other<T: FromJson>(publication: &Publication, field: &str) -> Option<T> {
    let text = member(&publication.rest, field).filter(|text| *text != "null")?;
    T::from_json(text, &Path::Root, &mut Log::new(text))
}
