//! RIS, as many programs write it: with and without `ER`, with lines that go on, with tags of their own.

mod kind;
mod lines;
mod map;
#[cfg(test)]
mod tests;
mod value;

use offprint_core::problem::Loss;

use super::item::Item;
use super::report::{Report, Spot};
use super::source::Source;
use lines::{Line, Lines};

/// Reads a file.
pub(crate) fn read(source: &Source, report: &mut Report) -> Vec<Item> {
    let mut items = Vec::new();
    let mut entry: Vec<Line> = Vec::new();
    for line in Lines::of(&source.text) {
        let spot = Spot { source, entry: "", at: line.at };
        match line.tag {
            "TY" => {
                if let Some(first) = entry.first() {
                    report.count(spot.at(first.at), "ER", Loss::Nothing, "the line ER that ends an entry is missing");
                }
                items.extend(finish(&mut entry, source, report));
                entry.push(line);
            }
            "ER" => items.extend(finish(&mut entry, source, report)),
            _ if entry.is_empty() => {
                report.count(spot, line.tag, Loss::Field, "this line stands outside an entry; one begins with TY")
            }
            _ => entry.push(line),
        }
    }
    let end = entry.last().map(|line| line.at);
    let last = finish(&mut entry, source, report);
    if let Some(at) = end {
        // Some programs leave the last ER out; a title shows that the entry is there.
        let loss = if last.is_some() { Loss::Nothing } else { Loss::Rest };
        report.add(Spot { source, entry: "", at }, "", loss, "the file ends here, before the entry’s line ER");
    }
    items.extend(last);
    items
}

fn finish(entry: &mut Vec<Line>, source: &Source, report: &mut Report) -> Option<Item> {
    let lines = std::mem::take(entry);
    let first = lines.first()?;
    report.counts.read += 1;
    map::item(&lines, first.at, source, report)
}
