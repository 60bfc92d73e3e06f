//! Values that the page is drawn from.
//!
//! Leptos's signals keep a value and those who follow it together, and so bring their whole machinery once for each type
//! of value. Here only the value is typed, and who follows it is known to one [`ArcTrigger`], which costs the page some
//! kilobytes less.

use std::sync::{PoisonError, RwLock};

use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Notify, Track};

/// A value that nothing follows.
#[derive(Debug, Default)]
pub struct Stored<T>(RwLock<T>);

impl<T> Stored<T> {
    /// Stores a value.
    pub fn new(value: T) -> Self {
        Self(RwLock::new(value))
    }

    /// Reads it.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes it.
    pub fn update<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another in its place.
    pub fn set(&self, value: T) {
        // The old one is dropped when it can be read no more.
        drop(self.update(|stored| std::mem::replace(stored, value)));
    }
}

impl<T: Clone> Stored<T> {
    /// A copy of it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }
}

/// A value; what is drawn from it is drawn anew when it changes.
#[derive(Debug, Default)]
pub struct Signal<T> {
    value: Stored<T>,
    changed: ArcTrigger,
}

impl<T> Signal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self { value: Stored::new(value), changed: ArcTrigger::new() }
    }

    /// Reads and follows it.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        self.value.with(read)
    }

    /// Reads it once.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.value.with(read)
    }

    /// Changes it.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.value.update(change);
        self.changed.notify();
    }

    /// Puts another value in its place.
    pub fn set(&self, value: T) {
        self.value.set(value);
        self.changed.notify();
    }
}

impl<T: Clone> Signal<T> {
    /// Follows it; a copy.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// A copy.
    pub fn get_untracked(&self) -> T {
        self.value.get()
    }
}

impl<T: PartialEq> Signal<T> {
    /// The same as [`Signal::set`] where the value is another one.
    pub fn settle(&self, value: T) {
        if self.value.with(|stored| *stored != value) {
            self.set(value);
        }
    }
}
