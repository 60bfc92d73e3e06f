//! Parts of a view that change.

use leptos::prelude::*;
use leptos::tachys::reactive_graph::{ReactiveFunction, SharedReactiveFunction};

/// A part of a view that is drawn anew whenever what it is made of changes.
pub(crate) type Dynamic = SharedReactiveFunction<AnyView>;

/// Returns a part of a view that is drawn anew whenever what `part` reads changes.
///
/// It does what a closure in a view does. But Leptos compiles the code that keeps a closure up to date for each closure by
/// itself: one type for all of them makes the page some 5 % smaller.
pub(crate) fn dynamic<V: IntoView>(part: impl Fn() -> V + Send + 'static) -> Dynamic {
    (move || part().into_any()).into_shared()
}

/// Returns a part of a view that is there only while `part` returns one.
pub(crate) fn optional<V: IntoView>(part: impl Fn() -> Option<V> + Send + 'static) -> Dynamic {
    dynamic(move || part().map(|part| part.into_any()))
}
