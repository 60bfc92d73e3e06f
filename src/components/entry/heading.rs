use leptos::prelude::*;
use offprint_core::publication::Publication;
use offprint_core::rich::RichText;
use offprint_core::search::{Field, Mark};

use super::super::rich_text::rich_marked;
use super::{EntryContext, EntryStyle};

/// Returns the title as the heading of an entry.
pub(super) fn heading(
    context: EntryContext,
    publication: &Publication,
    title: &RichText,
    id: &str,
    marks: &[Mark],
) -> AnyView {
    let (id, text) = (id.to_owned(), rich_marked(context.links, title.nodes(), Field::Title, marks));
    #[cfg(not(feature = "ssr"))]
    let _ = publication;
    match context.style {
        EntryStyle::InList => view! { <h3 id=id dir="auto">{text}</h3> }.into_any(),
        #[cfg(feature = "ssr")]
        EntryStyle::OwnPage => view! { <h1 dir="auto">{text}</h1> }.into_any(),
        #[cfg(feature = "ssr")]
        EntryStyle::YearPage => {
            let (id, href) = (super::written_id(&publication.id), context.state.mount.permalink("", &publication.id));
            view! { <h2 id=id dir="auto"><a href=href>{text}</a></h2> }.into_any()
        }
    }
}
