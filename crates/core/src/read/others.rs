//! Members that the list itself does not use, read when a format asks for them.

use super::date::date;
use super::fields::names;
use super::log::Log;
use super::record::Record;
use crate::publication::{Date, Name, Publication};

/// The names in a member that is kept as it stood in the file, such as `editor`.
pub(crate) fn other_names(publication: &Publication, field: &str) -> Vec<Name> {
    let mut log = Log::new(&publication.rest);
    let record = Record::read(&publication.rest, "", &mut log);
    record.map_or_else(Vec::new, |record| names(&record, field, &mut log))
}

/// The date in such a member, as `accessed`.
pub(crate) fn other_date(publication: &Publication, field: &str) -> Option<Date> {
    let mut log = Log::new(&publication.rest);
    let record = Record::read(&publication.rest, "", &mut log)?;
    date(&record, field, &mut log)
}
