//! A page beside the list.

use leptos::prelude::*;

use super::Work;
use super::html::{html, html_tag, link, meta, without_markers};
use super::policy::Policy;
use super::site::Linked;

/// What a page beside the list consists of.
pub(super) struct Page {
    /// Its path in the folder, with a slash at its end.
    pub(super) path: String,
    /// Its title.
    pub(super) title: String,
    /// What is in its head for machines.
    pub(super) head: Vec<AnyView>,
    /// A script element with data, as HTML.
    pub(super) data: String,
    /// The content of its `main`, as HTML.
    pub(super) content: String,
}

/// Returns the relative URL that leads from a path back to the folder.
pub(super) fn home(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

impl Page {
    /// Writes the page.
    ///
    /// # Errors
    /// Where the system refuses.
    pub(super) fn write(self, work: &Work<'_>) -> anyhow::Result<()> {
        let facts = &work.site.facts;
        let home = home(&self.path);
        let mut head = vec![view! { <meta charset="utf-8"/> }.into_any()];
        head.extend(Policy::of_a_page(work.site, &work.pictures).map(|policy| policy.meta()));
        head.extend([
            meta("viewport", "width=device-width, initial-scale=1"),
            meta("color-scheme", "light dark"),
            view! { <title>{self.title}</title> }.into_any(),
        ]);
        head.extend(work.urls.base.map(|base| link("canonical", &base.join(&self.path))));
        head.extend(facts.stylesheets.iter().map(|sheet| stylesheet(&home, sheet)));
        head.extend(facts.icon.as_ref().map(|icon| link("icon", &seen_from(&home, icon))));
        head.extend(self.head);
        let (head, main) = (html(head)?, without_markers(&self.content)?);
        let language = facts.language.as_deref().unwrap_or("en");
        let start = html_tag(language);
        let data = self.data;
        let text =
            format!("<!doctype html>\n{start}<head>{head}{data}</head><body><main>{main}</main></body></html>\n");
        work.site.write(&format!("{}index.html", self.path), &text)
    }
}

fn stylesheet(home: &str, sheet: &Linked) -> AnyView {
    let (href, integrity) = (seen_from(home, &sheet.href), sheet.integrity.clone());
    view! { <link rel="stylesheet" href=href integrity=integrity/> }.into_any()
}

/// Returns a URL in index.html as a page below it has it.
fn seen_from(home: &str, url: &str) -> String {
    let is_relative = !url.starts_with('/') && !url.contains(':');
    if is_relative { format!("{home}{}", url.trim_start_matches("./")) } else { url.to_owned() }
}
