use leptos::prelude::*;
use offprint_core::publication::Publication;

use super::super::dynamic::optional;
use super::EntryContext;

/// Returns the picture of an entry, small, in a place that is reserved for it; one that cannot be loaded is removed.
pub(super) fn picture(context: EntryContext, publication: &Publication) -> Option<AnyView> {
    let image = publication.image.as_ref()?;
    let (src, alt) = (context.links.resolve(&image.url), image.alt.to_string());
    let is_missing = RwSignal::new(false);
    let picture = optional(move || {
        let (src, alt) = (src.clone(), alt.clone());
        // `loading` comes before `src`, which begins to load.
        (!is_missing.get()).then(|| {
            view! {
                <img
                    class="picture"
                    part="picture"
                    loading="lazy"
                    decoding="async"
                    width="120"
                    height="90"
                    alt=alt
                    src=src
                    on:error=move |_| is_missing.set(true)
                />
            }
        })
    });
    Some(picture.into_any())
}
