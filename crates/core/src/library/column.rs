//! The values of one facet over the whole list, as numbers.

use std::collections::HashMap;

use super::order::sort;
use crate::fold::{self, Needle};
use crate::search;

/// A value that can be filtered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// As the page shows it.
    pub label: Box<str>,
    /// As a URL writes it, where that is something else.
    name: Option<Box<str>>,
}

impl Value {
    /// As a URL writes it.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.label)
    }
}

/// One facet: its values, most frequent first and then by name, and which entry carries which.
#[derive(Debug, Default)]
pub struct Column {
    values: Vec<Value>,
    /// How many entries carry each value.
    totals: Vec<u32>,
    /// [`NO_VALUE`] for a spelling of a name that no entry carries.
    by_key: HashMap<Box<str>, u32>,
    /// `carried[starts[e]..starts[e + 1]]` are the values of entry `e`.
    starts: Vec<u32>,
    carried: Vec<u32>,
}

impl Column {
    /// Returns all values in the order in which they are offered.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// Returns the values that an entry carries, each once, in the entry's own order.
    pub fn of(&self, entry: u32) -> &[u32] {
        let at = entry as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&start), Some(&end)) => &self.carried[start as usize..end as usize],
            _ => &[],
        }
    }

    /// Returns how many entries of the whole list carry each value.
    pub(super) fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// Returns whether each of `needles` is in the value.
    pub(super) fn matches(&self, id: u32, needles: &[Needle]) -> bool {
        self.values.get(id as usize).is_some_and(|value| search::matches(&value.label, needles))
    }

    /// Returns the value of that name or spelling, compared folded.
    pub fn find(&self, name: &str) -> Option<u32> {
        self.by_key.get(&*fold::key(name)).copied().filter(|id| *id != NO_VALUE)
    }
}

const NO_VALUE: u32 = u32::MAX;

/// Fills a [`Column`] entry by entry.
#[derive(Debug, Default)]
pub(super) struct ColumnBuilder {
    /// Its `by_key` has the key of each value's own name.
    column: Column,
    /// Values by the keys of other spellings.
    spellings: HashMap<Box<str>, u32>,
}

impl ColumnBuilder {
    /// Starts the next entry.
    pub(super) fn next_entry(&mut self) {
        self.column.starts.push(self.column.carried.len() as u32);
    }

    /// Makes `spelling` another way to say `name`.
    pub(super) fn alias(&mut self, spelling: &str, name: &str) {
        let id = self.intern(name, name);
        let key = fold::key(spelling).into_boxed_str();
        if !self.column.by_key.contains_key(&key) {
            self.spellings.entry(key).or_insert(id);
        }
    }

    /// The entry started last carries this value.
    pub(super) fn add(&mut self, name: &str, label: &str) {
        let id = self.intern(name, label);
        let start = self.column.starts.last().map_or(0, |start| *start as usize);
        if !self.column.carried[start..].contains(&id) {
            self.column.carried.push(id);
            self.column.totals[id as usize] += 1;
        }
    }

    fn intern(&mut self, name: &str, label: &str) -> u32 {
        let Column { by_key, values, totals, .. } = &mut self.column;
        let key = fold::key(name);
        if let Some(id) = by_key.get(&*key).or_else(|| self.spellings.get(&*key)) {
            return *id;
        }
        let id = values.len() as u32;
        by_key.insert(key.into_boxed_str(), id);
        values.push(Value { label: label.into(), name: (name != label).then(|| name.into()) });
        totals.push(0);
        id
    }

    /// Puts the values in order and numbers them by it. Values that no entry carries are dropped.
    pub(super) fn finish(mut self) -> Column {
        self.next_entry();
        let Column { values, totals, mut by_key, starts, mut carried } = self.column;
        let mut order: Vec<u32> = (0..values.len() as u32).filter(|&id| totals[id as usize] > 0).collect();
        let mut keys = vec![""; values.len()];
        by_key.iter().for_each(|(key, id)| keys[*id as usize] = key);
        // Where the label is another text than the name, there are few values.
        let labels: Vec<Option<String>> =
            values.iter().map(|value| value.name.is_some().then(|| fold::key(&value.label))).collect();
        let label = |id: u32| labels[id as usize].as_deref().unwrap_or(keys[id as usize]);
        // Most labels differ in their first letters, for which none need be fetched.
        let firsts: Vec<u64> = (0..values.len() as u32).map(|id| first_letters(label(id))).collect();
        sort(&mut order, &|a, b| {
            let by_number = |id: u32| (!totals[id as usize], firsts[id as usize]);
            by_number(a).cmp(&by_number(b)).then_with(|| label(a).cmp(label(b)))
        });
        let mut numbers = vec![NO_VALUE; values.len()];
        for (&old, new) in order.iter().zip(0..) {
            numbers[old as usize] = new;
        }
        drop((keys, labels));
        by_key.extend(self.spellings);
        for id in by_key.values_mut().chain(&mut carried) {
            *id = numbers[*id as usize];
        }
        let mut values: Vec<_> = values.into_iter().map(Some).collect();
        let values = order.iter().filter_map(|&id| values[id as usize].take()).collect();
        let totals = order.iter().map(|&id| totals[id as usize]).collect();
        Column { values, totals, by_key, starts, carried }
    }
}

/// Returns the first letters of a text as a number that compares as they do.
fn first_letters(text: &str) -> u64 {
    let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or(0);
    (0..8).fold(0, |letters, at| letters << 8 | u64::from(byte(at)))
}
