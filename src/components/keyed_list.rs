use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::prelude::*;

/// An item of a [`KeyedList`]: its key, and the view that is built once the key is new.
pub(crate) struct Item {
    key: u64,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Item {
    /// Returns an item; items with equal keys are the same one.
    pub(crate) fn new<V: IntoView>(key: impl Hash, view: impl FnOnce() -> V + Send + 'static) -> Self {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        Self { key: hasher.finish(), view: Box::new(move || view().into_any()) }
    }
}

/// A list that keeps the views of items with the same key.
///
/// It is `<For>` of one type of item: Leptos compiles the code that compares two lists for each type by itself, some 5 kB
/// compressed.
#[component]
pub fn KeyedList(
    /// Returns the items.
    #[prop(into)]
    each: Callback<(), Vec<Item>>,
) -> impl IntoView {
    view! { <For each=move || each.run(()) key=|item| item.key children=|item| (item.view)()/> }
}
