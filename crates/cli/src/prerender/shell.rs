//! A page beside the list.

use offprint_page::dom::{El, Part, el, html};

use super::Work;
use super::policy::Policy;
use super::site::Linked;

/// What a page beside the list consists of.
pub(super) struct Page {
    /// Its path in the folder, with a slash at its end.
    pub(super) path: String,
    /// Its title.
    pub(super) title: String,
    /// What stands in its head for machines.
    pub(super) head: Vec<El>,
    /// A script element with data, as HTML.
    pub(super) data: String,
    /// What is seen of it.
    pub(super) content: Vec<Part>,
}

/// The relative address that leads from a path back to the folder.
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
        let mut head = vec![el("meta").attr("charset", "utf-8")];
        head.extend(Policy::of_a_page(work.site).map(|policy| policy.meta()));
        head.extend([
            el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
            el("meta").attr("name", "color-scheme").attr("content", "light dark"),
            el("title").child(self.title),
        ]);
        head.extend(
            work.addresses.base.map(|base| el("link").attr("rel", "canonical").attr("href", &base.join(&self.path))),
        );
        for Linked { href, integrity } in &facts.stylesheets {
            let link = el("link").attr("rel", "stylesheet").attr("href", &seen_from(&home, href));
            head.push(link.maybe("integrity", integrity.clone()));
        }
        head.extend(
            facts.icon.as_ref().map(|icon| el("link").attr("rel", "icon").attr("href", &seen_from(&home, icon))),
        );
        head.extend(self.head);
        let head = html::write(head.into());
        let main = el("main").child(el("div").class("offprint plain").child(self.content));
        let main = html::write(main.into());
        let language = facts.language.as_deref().unwrap_or("en");
        let start = html::write(el("html").attr("lang", language).into());
        let start = start.trim_end_matches("</html>");
        let data = self.data;
        let text = format!("<!doctype html>\n{start}<head>{head}{data}</head><body>{main}</body></html>\n");
        work.site.write(&format!("{}index.html", self.path), &text)
    }
}

/// An address in index.html as a page below it has it.
fn seen_from(home: &str, address: &str) -> String {
    let is_relative = !address.starts_with('/') && !address.contains(':');
    if is_relative { format!("{home}{}", address.trim_start_matches("./")) } else { address.to_owned() }
}
