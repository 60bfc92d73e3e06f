//! What an import changes, for people and for machines.

use serde_json::{Value, json};

use super::merge::{Change, Kept};
use crate::text::printable;

/// Returns the difference as text that is fit for a terminal: `+` an entry that is new, `~` one that is given
/// something, `=` one that keeps what it has.
pub(crate) fn text(changes: &[Change]) -> String {
    let mut lines = Vec::new();
    for change in changes {
        let sign = match change {
            Change { is_new: true, .. } => '+',
            Change { filled, .. } if !filled.is_empty() => '~',
            Change { kept, .. } if !kept.is_empty() => '=',
            _ => continue,
        };
        lines.push(format!("{sign} {}  {}", change.id, change.title));
        if !change.filled.is_empty() {
            lines.push(format!("    filled in: {}", change.filled.join(", ")));
        }
        lines.extend(change.kept.iter().map(|kept| format!("    {}", kept_text(kept))));
    }
    lines.iter().map(|line| printable(line) + "\n").collect()
}

/// Returns the values that stayed, a line each.
pub(crate) fn kept(changes: &[Change]) -> impl Iterator<Item = String> {
    let line = |change: &Change, kept: &Kept| format!("note: {}: {}", change.id, kept_text(kept));
    changes.iter().flat_map(move |change| change.kept.iter().map(move |kept| line(change, kept)))
}

fn kept_text(kept: &Kept) -> String {
    format!("kept {}: {}; the import has {}", kept.member, short(&kept.own), short(&kept.other))
}

/// Returns long values are known by their beginning.
fn short(value: &Value) -> String {
    const LONGEST: usize = 80;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Returns the difference as JSON.
pub(crate) fn to_json(changes: &[Change]) -> Value {
    let kept = |kept: &Kept| json!({ "member": kept.member, "kept": kept.own, "import": kept.other });
    let change = |change: &Change| {
        json!({
            "id": change.id, "title": change.title, "new": change.is_new, "filled_in": change.filled,
            "kept": change.kept.iter().map(kept).collect::<Vec<_>>(),
        })
    };
    Value::Array(changes.iter().map(change).collect())
}
