//! The page as HTML, for readers without scripting: what `offprint prerender` writes.
//!
//! The same components draw the app. Leptos leaves marker comments in the HTML, which the caller removes.

use leptos::prelude::*;
use offprint_core::library::Extent;
use offprint_core::read::Reading;

use crate::app::App;
use crate::components::entry::{Entry, EntryStyle};
use crate::state::{Loading, Mount, Scope, State};
use crate::takeover::Takeover;
use crate::words;

/// A page that is linked to: its URL and its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// The URL, relative to the page with the link.
    pub href: String,
    /// The title.
    pub title: String,
}

/// Renders pages of one list, all of them in folders of the same depth.
pub struct Renderer {
    owner: Owner,
    state: State,
    home: PageLink,
}

impl Renderer {
    /// Takes a list. `source` is the URL of its file and `home` the page of the list, both as seen from the rendered pages; the
    /// URL of `home` is empty for that page itself.
    #[must_use]
    pub fn new(reading: Reading, source: String, home: PageLink) -> Self {
        let owner = Owner::new();
        let state = owner.with(|| {
            let loading = Loading::of(reading, source);
            State::provide(Mount::html(&home.href), Takeover::none(), loading, RwSignal::new(Scope::default()))
        });
        Self { owner, state, home }
    }

    /// Renders the page of the list with its first `shown` entries, and links to other pages below them.
    pub fn list(&self, shown: usize, years: Vec<PageLink>) -> String {
        self.html(|| {
            self.state.rows.draw(Extent { from: 0, to: shown });
            let other_pages = view! { <OtherPages years=years/> }.into_any();
            view! { <App prerendered=true other_pages=other_pages/> }
        })
    }

    /// Renders an entry as a page of its own, with its reference in BibTeX.
    pub fn own_page(&self, entry: u32, anchor: &str, bibtex: String) -> String {
        let back = self.state.mount.permalink("", anchor).unwrap_or_default();
        self.plain(back, || {
            view! {
                <Entry entry=entry style=EntryStyle::OwnPage/>
                <section class="reference">
                    <h2>{words::BIBTEX}</h2>
                    <pre tabindex="0">{bibtex}</pre>
                </section>
            }
        })
    }

    /// Renders the entries of a year.
    pub fn year_page(&self, year: &str, entries: &[u32]) -> String {
        let entry = |entry: &u32| view! { <Entry entry=*entry style=EntryStyle::YearPage/> };
        self.plain(self.home.href.clone(), || {
            view! {
                <h1>{year.to_owned()}</h1>
                {entries.iter().map(entry).collect::<Vec<_>>()}
            }
        })
    }

    /// Renders links to all pages of entries.
    pub fn contents(&self, pages: Vec<PageLink>) -> String {
        let item = |page: PageLink| view! { <li dir="auto"><a href=page.href>{page.title}</a></li> };
        self.plain(self.home.href.clone(), || {
            view! {
                <h1>{words::CONTENTS}</h1>
                <ul class="contents">{pages.into_iter().map(item).collect::<Vec<_>>()}</ul>
            }
        })
    }

    /// Renders a page beside the list, which leads back to it.
    fn plain<V: IntoView>(&self, back: String, content: impl FnOnce() -> V) -> String {
        let label = words::back_to(&self.home.title);
        self.html(|| {
            view! {
                <div class="offprint plain">
                    <p class="back"><a href=back>{label}</a></p>
                    {content().into_any()}
                </div>
            }
        })
    }

    fn html<V: IntoView>(&self, view: impl FnOnce() -> V) -> String {
        self.owner.with(|| view().into_any().to_html())
    }
}

/// Links to other pages below the list, for readers without scripting: one page for each entry and, of a long list, one for
/// each year.
#[component]
fn OtherPages(
    /// The pages of years.
    years: Vec<PageLink>,
) -> impl IntoView {
    let first = PageLink { href: "p/".to_owned(), title: words::EACH_ON_ITS_OWN_PAGE.to_owned() };
    let item = |page: PageLink| view! { <li><a href=page.href>{page.title}</a></li> };
    let items: Vec<_> = [first].into_iter().chain(years).map(item).collect();
    view! {
        <nav class="other-pages" aria-label=words::OTHER_PAGES>
            <ul>{items}</ul>
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use offprint_core::read::read;

    use super::*;

    #[test]
    fn the_components_render_the_whole_list_natively() {
        let reading = read(include_bytes!("../data/publications.json")).expect("the bundled list");
        let ids: Vec<String> = reading.publications.iter().map(|publication| publication.id.to_string()).collect();
        let home = PageLink { href: String::new(), title: "Publications".to_owned() };
        let html = Renderer::new(reading, "data/publications.json".to_owned(), home).list(ids.len(), Vec::new());
        assert_eq!(html.matches("<article ").count(), 12);
        for id in ids {
            assert!(html.contains(&format!("<article id=\"{id}\"")), "{id}: {html}");
            assert!(html.contains(&format!("href=\"#{id}\"")), "{id}");
        }
        assert!(html.contains("12 publications") && html.contains("We present <em>unikernels"), "{html}");
        assert!(!html.contains(" style=") && !html.contains("<script"));
    }
}
