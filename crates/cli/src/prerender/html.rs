//! Views as HTML.

use anyhow::Context;
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;
use lol_html::{RewriteStrSettings, comments, doc_comments, element, rewrite_str};

/// Marks what this command writes into the head of index.html, so that the next run can replace it.
pub(super) const MARK: &str = "data-offprint";

/// Returns a `meta` element that says something by a name.
pub(super) fn meta(name: &str, content: &str) -> AnyView {
    let (name, content) = (name.to_owned(), content.to_owned());
    view! { <meta name=name content=content/> }.into_any()
}

/// Returns a `meta` element of the Open Graph protocol.
pub(super) fn property(name: &str, content: &str) -> AnyView {
    let (name, content) = (format!("og:{name}"), content.to_owned());
    leptos::html::meta().attr("property", name).attr("content", content).into_any()
}

/// Returns a `link` element.
pub(super) fn link(rel: &'static str, href: &str) -> AnyView {
    let href = href.to_owned();
    view! { <link rel=rel href=href/> }.into_any()
}

/// Returns an element with the mark of what this command writes.
pub(super) fn marked(element: AnyView) -> AnyView {
    element.add_any_attr(custom_attribute(MARK, "")).into_any()
}

/// Renders elements as HTML.
///
/// # Errors
/// As [`without_markers`].
pub(super) fn html(elements: Vec<AnyView>) -> anyhow::Result<String> {
    without_markers(&elements.into_any().to_html())
}

/// Removes what a written page has no use for: the comments by which Leptos would find the places of texts again, and the
/// names by which an embed host styles parts of the element.
///
/// # Errors
/// Where the HTML cannot be taken apart.
pub(super) fn without_markers(html: &str) -> anyhow::Result<String> {
    let settings = RewriteStrSettings::new()
        .append_document_content_handler(doc_comments!(|comment| {
            comment.remove();
            Ok(())
        }))
        .append_element_content_handler(comments!("*", |comment| {
            comment.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("[part]", |element| {
            element.remove_attribute("part");
            Ok(())
        }));
    // In a title the marker is no comment but text; a title's own text has no bare sign like it.
    rewrite_str(&html.replace("<!></title>", "</title>"), settings).context("removing the markers of the rendered page")
}

/// Returns a start tag of `html` in a language.
pub(super) fn html_tag(language: &str) -> String {
    let language = language.to_owned();
    let element = leptos::html::html().lang(language).to_html();
    element.trim_end_matches("</html>").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_no_marker() {
        let title = "a <!> b".to_owned();
        let written = html(vec![view! { <title>{title}</title> }.into_any()]).unwrap();
        assert_eq!(written, "<title>a &lt;!&gt; b</title>");
    }

    #[test]
    fn texts_and_attributes_stay_what_they_are() {
        let text = "<b> & \"c\" <!-- d -->".to_owned();
        let title = text.clone();
        let part = view! { <p title=title>{text} {"e"} <br/></p> }.into_any();
        let written = html(vec![marked(part)]).unwrap();
        assert_eq!(
            written,
            "<p title=\"&lt;b&gt; &amp; &quot;c&quot; &lt;!-- d --&gt;\" data-offprint=\"\">\
             &lt;b&gt; &amp; \"c\" &lt;!-- d --&gt;e<br></p>"
        );
    }
}
