//! The look of the file: what is small is in one line, what is not has a line for each part.

use serde_json::Value;

use super::numbers;

/// A line that is longer is broken, where it can be.
const WIDTH: usize = 110;

/// Writes an envelope or a bare list; entries always have a line for each member.
pub(super) fn file(root: &Value) -> String {
    let mut out = String::new();
    match root {
        Value::Array(entries) => list_of_entries(entries, 0, &mut out),
        Value::Object(members) if !members.is_empty() => {
            let write = |(key, value): (&String, &Value), out: &mut String| {
                put_key(key, out);
                match value {
                    Value::Array(entries) if key == "publications" => list_of_entries(entries, 1, out),
                    _ => broken_or_not(value, 1, out),
                }
            };
            block('{', members.iter(), '}', 0, &mut out, write);
        }
        other => broken_or_not(other, 0, &mut out),
    }
    out
}

/// Writes one entry by itself.
pub(super) fn entry(value: &Value) -> String {
    let mut out = String::new();
    broken(value, 0, &mut out);
    out
}

fn list_of_entries(entries: &[Value], depth: usize, out: &mut String) {
    if entries.is_empty() {
        out.push_str("[]");
    } else {
        block('[', entries.iter(), ']', depth, out, |entry, out| broken(entry, depth + 1, out));
    }
}

/// Writes a value in one line if it is small, and else with a line for each part.
fn broken_or_not(value: &Value, depth: usize, out: &mut String) {
    let start = out.rfind('\n').map_or(0, |at| at + 1);
    let before = out[start..].chars().count();
    let line = if is_flat(value) { Some(inline(value)) } else { None };
    // One more for the comma behind it.
    match line.filter(|line| before + line.chars().count() < WIDTH) {
        Some(line) => out.push_str(&line),
        None => broken(value, depth, out),
    }
}

fn broken(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            block('{', members.iter(), '}', depth, out, |(key, value), out| {
                put_key(key, out);
                broken_or_not(value, depth + 1, out);
            });
        }
        Value::Array(items) if !items.is_empty() => {
            block('[', items.iter(), ']', depth, out, |item, out| broken_or_not(item, depth + 1, out));
        }
        _ => out.push_str(&inline(value)),
    }
}

/// Brackets around parts of a line each.
fn block<T>(
    open: char,
    parts: impl Iterator<Item = T>,
    close: char,
    depth: usize,
    out: &mut String,
    write: impl Fn(T, &mut String),
) {
    out.push(open);
    for (at, part) in parts.enumerate() {
        out.push_str(if at > 0 { ",\n" } else { "\n" });
        out.push_str(&"  ".repeat(depth + 1));
        write(part, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(close);
}

/// Returns whether a value may be in one line: one that holds a list of objects may not, however small it is, for it
/// grows.
fn is_flat(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().all(|item| !item.is_object() && is_flat(item)),
        Value::Object(members) => members.values().all(|member| !member.is_object() && is_flat(member)),
        _ => true,
    }
}

fn inline(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", joined(items.iter().map(inline))),
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| {
                let mut out = String::new();
                put_key(key, &mut out);
                out + &inline(value)
            };
            format!("{{ {} }}", joined(members.iter().map(member)))
        }
        Value::String(text) => numbers::digits(text).map_or_else(|| value.to_string(), str::to_owned),
        _ => value.to_string(),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

fn put_key(key: &str, out: &mut String) {
    out.push_str(&Value::from(key).to_string());
    out.push_str(": ");
}
