//! Formulas, which a module of their own converts.

use leptos::prelude::*;

use crate::browser::document;
use crate::data::Modules;
use crate::data::modules::FormulaModule;

/// The module that converts formulas, once one was needed.
#[derive(Clone, Copy)]
pub(crate) struct Formulas {
    modules: StoredValue<Modules>,
    module: RwSignal<Option<FormulaModule>, LocalStorage>,
    is_asked: StoredValue<bool>,
}

impl Formulas {
    pub(crate) fn new(modules: Modules) -> Self {
        Self {
            modules: StoredValue::new(modules),
            module: RwSignal::new_local(None),
            is_asked: StoredValue::new(false),
        }
    }

    /// Returns whether formulas can be converted; what shows some is drawn anew then.
    pub(crate) fn is_loaded(self) -> bool {
        self.module.with(Option::is_some)
    }

    /// Loads the module. Without it formulas are shown as a line of text.
    pub(crate) async fn load(self) {
        if self.module.with_untracked(Option::is_some) {
            return;
        }
        self.is_asked.set_value(true);
        if let Ok(module) = self.modules.get_value().formulas().await {
            self.module.try_set(Some(module));
        }
    }

    /// Returns whether the prerendered list has formulas: lines of text in their place would move what is below them.
    pub(crate) fn are_published() -> bool {
        document()
            .is_some_and(|document| document.query_selector("main [data-prerendered] math").ok().flatten().is_some())
    }

    /// Converts a formula; none where its TeX is not understood, and until the module is there, which is loaded then.
    #[cfg(not(feature = "ssr"))]
    pub(crate) fn convert(self, formula: &str) -> Option<web_sys::Element> {
        let module = self.module.get_untracked();
        if module.is_none() && !self.is_asked.get_value() {
            self.is_asked.set_value(true);
            leptos::task::spawn_local(async move { self.load().await });
        }
        module?.formula(formula).ok().flatten()
    }
}
