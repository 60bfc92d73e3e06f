//! Formulas that cannot be converted: the page shows their TeX as it was typed.

use offprint_core::json::string;
use offprint_core::rich::RichText;
use offprint_formulas::convert;

use super::super::finding::Finding;
use super::super::list::{Entry, List, find};

/// The fields that may have formulas.
const FIELDS: [&str; 3] = ["title", "abstract", "note"];

/// Reports each of them.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    for entry in &list.entries {
        for field in FIELDS {
            let Some(piece) = find(entry.text, field).filter(|text| text.contains(['$', '\\'])) else { continue };
            let text = RichText::parse_block(&string(piece).unwrap_or_default()).0;
            let faulty = text.formulas().into_iter().filter(|formula| convert(formula).is_none());
            findings.extend(faulty.map(|formula| finding(list, entry, field, piece, formula)));
        }
    }
}

fn finding(list: &List<'_>, entry: &Entry<'_>, field: &str, piece: &str, formula: &str) -> Finding {
    let finding = list.warning("formula", piece, format!("the formula {formula} cannot be converted"));
    let finding = finding.field(field.to_owned()).label("shown as it is typed");
    let finding = finding.help("Correct its TeX, or write \\$ for a dollar sign.");
    Finding { entry: Some(entry.reference()), ..finding }
}
