//! What a visitor reads where there is no list, or only a part of it.

use super::cut_short;
use crate::data::{FetchError, LoadProblem};

/// The text of an error.
pub(crate) struct ErrorText {
    /// What happened, in one sentence.
    pub(crate) headline: &'static str,
    /// What is known: the file, the position, what still works.
    pub(crate) detail: String,
    /// What to do.
    pub(crate) advice: &'static str,
}

/// Explains a problem with the file at `source`.
pub(crate) fn load_problem(problem: &LoadProblem, source: &str) -> ErrorText {
    let (headline, detail, advice) = match problem {
        LoadProblem::Fetch(error) => return fetch_error(*error, source),
        LoadProblem::Unreadable(why) => (
            "The list of publications could not be read.",
            format!("{source}: {why}."),
            "Fix the file, or publish the last good one again.",
        ),
        LoadProblem::Empty => (
            "The list has no publications yet.",
            format!("{source} holds no entry."),
            "Add an entry to the file, and try again.",
        ),
        LoadProblem::NothingReadable(count) => (
            "None of the publications could be read.",
            format!("{source} holds {count} entries, each with a fault, listed below."),
            "Every entry needs an id and a title.",
        ),
        LoadProblem::CutShort(count, place) => (
            "The list of publications is incomplete.",
            cut_short(source, *place, *count),
            "Try again, or publish the whole file again.",
        ),
    };
    ErrorText { headline, detail, advice }
}

fn fetch_error(error: FetchError, source: &str) -> ErrorText {
    const CHECK_URL: &str = "Check the URL of the file, and that it is published.";
    const TRY_LATER: &str = "This often passes: try again in a moment.";
    let (headline, detail, advice) = match error {
        FetchError::Refused(status @ (404 | 410)) => {
            ("The list of publications was not found.", answered(source, status), CHECK_URL)
        }
        FetchError::Refused(status) => {
            ("The list of publications may not be read.", answered(source, status), CHECK_URL)
        }
        FetchError::Server(status) => {
            ("The server could not send the list of publications.", answered(source, status), TRY_LATER)
        }
        FetchError::Timeout => (
            "The list of publications did not arrive in time.",
            format!("{source} sent nothing for some seconds."),
            TRY_LATER,
        ),
        FetchError::Network => (
            "The list of publications could not be fetched.",
            format!("No connection to {source}, or it broke off, or its host does not allow this page (CORS)."),
            "Check the connection, and try again.",
        ),
        FetchError::TooLong => {
            ("The list of publications is too long.", format!("{source} has more than the limit of 500 MB."), CHECK_URL)
        }
    };
    ErrorText { headline, detail, advice }
}

fn answered(source: &str, status: u16) -> String {
    format!("{source} was answered with status {status}.")
}
