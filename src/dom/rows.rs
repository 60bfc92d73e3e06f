//! Lists whose items stay where they are while others come and go.

use reactive_graph::graph::untrack;
use reactive_graph::owner::Owner;
use web_sys::{Element, Node};

use super::Item;
use super::draw::{Place, make, remove};

/// The items that are drawn, in order.
pub(super) struct Rows {
    /// Owns what the items own; the effect that calls [`Rows::update`] would clear its own at each run.
    owner: Owner,
    rows: Vec<Row>,
}

struct Row {
    key: String,
    node: Element,
    owner: Owner,
}

impl Rows {
    pub(super) fn new() -> Self {
        Self { owner: Owner::current().unwrap_or_default(), rows: Vec::new() }
    }

    /// Draws new items, removes those that are gone and moves only what changed its order, so that an item that stays
    /// keeps its focus.
    pub(super) fn update(&mut self, place: &Place, items: Vec<Item>) {
        let mut old: Vec<Option<Row>> = std::mem::take(&mut self.rows).into_iter().map(Some).collect();
        let mut from = 0;
        let kept: Vec<Option<Row>> = items.iter().map(|item| take(&mut old, &item.key, &mut from)).collect();
        for gone in old.into_iter().flatten() {
            remove(&gone.node);
            gone.owner.cleanup();
        }
        let mut next = place.first();
        for (item, kept) in items.into_iter().zip(kept) {
            let row = match kept {
                Some(row) => row,
                None => match self.draw(place, item) {
                    Some(row) => row,
                    None => continue,
                },
            };
            put_before(&row.node, &mut next);
            self.rows.push(row);
        }
    }

    fn draw(&self, place: &Place, item: Item) -> Option<Row> {
        let owner = self.owner.child();
        let node = owner.with(|| untrack(|| make(&place.document, (item.draw)()))).ok()?;
        Some(Row { key: item.key, node, owner })
    }
}

/// Takes the row with this key. Lists mostly keep their order, so the search goes on where the last one ended.
fn take(old: &mut [Option<Row>], key: &str, from: &mut usize) -> Option<Row> {
    let is_it = |row: &Option<Row>| row.as_ref().is_some_and(|row| row.key == key);
    let at =
        old[*from..].iter().position(is_it).map(|at| at + *from).or_else(|| old[..*from].iter().position(is_it))?;
    *from = at + 1;
    old[at].take()
}

/// Puts a node before `next`, unless it is `next` itself; `next` moves on.
fn put_before(node: &Element, next: &mut Option<Node>) {
    let Some(at) = next.as_ref() else { return };
    if *at == **node {
        *next = at.next_sibling();
    } else if let Some(parent) = at.parent_node() {
        let _ = parent.insert_before(node, Some(at));
    }
}
