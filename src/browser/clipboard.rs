//! Copying to the clipboard and saving files.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, HtmlAnchorElement, Url};

use super::{document, window};

/// Something to copy: text and, where it has markup, the same as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Copied {
    pub(crate) text: String,
    pub(crate) html: Option<String>,
}

/// Copies a text; returns whether the browser allowed it.
pub(crate) async fn copy(copied: &Copied) -> bool {
    let Some(navigator) = window().map(|window| window.navigator()) else { return false };
    // A page that is not served securely has no clipboard, whatever the type says.
    let has_clipboard =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if !has_clipboard {
        return false;
    }
    let clipboard = navigator.clipboard();
    if let Some(Ok(items)) = copied.html.as_deref().map(|html| rich_items(&copied.text, html))
        && JsFuture::from(clipboard.write(&items)).await.is_ok()
    {
        return true;
    }
    JsFuture::from(clipboard.write_text(&copied.text)).await.is_ok()
}

/// Returns one clipboard item that holds a text in both types.
fn rich_items(text: &str, html: &str) -> Result<js_sys::Array, JsValue> {
    let parts = js_sys::Object::new();
    for (media_type, content) in [("text/plain", text), ("text/html", html)] {
        js_sys::Reflect::set(&parts, &media_type.into(), &blob(content, media_type)?.into())?;
    }
    Ok(js_sys::Array::of1(&ClipboardItem::new_with_record_from_str_to_blob_promise(&parts)?.into()))
}

fn blob(content: &str, media_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&content.into()), &options)
}

/// Offers a text as a file to save. The browser itself reports where it refuses.
pub(crate) fn save(file_name: &str, text: &str) {
    let _ = try_save(file_name, text);
}

fn try_save(file_name: &str, text: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into()))?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(file_name);
    link.click();
    Url::revoke_object_url(&url)
}
