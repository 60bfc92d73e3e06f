//! The picture of an entry.

use serde::Deserialize;

use super::lenient::{FromJson, Lenient, wrong_type};
use super::log::Log;
use super::object::Object;
use super::path::Path;
use crate::href::{Href, UnsafeHref};
use crate::json;
use crate::problem::Fault;
use crate::publication::Image;

#[derive(Deserialize, Default)]
#[serde(default)]
struct ImageFields<'a> {
    #[serde(borrow)]
    url: Lenient<'a, Href>,
    alt: Lenient<'a, Alt>,
}

/// The text of a picture, which may be empty.
struct Alt(Box<str>);

impl FromJson for Alt {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let alt = json::string(text);
        if alt.is_none() {
            log.add_field(text, path, wrong_type("a text", text));
        }
        alt.map(|alt| Self(alt.trim().into()))
    }
}

/// The object `custom.image`. One without a text is shown as a decorative one; `check` fails on it.
impl FromJson for Image {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let ImageFields { url, alt } = Object::read(text, path, log)?.fields;
        for (name, is_missing) in [("url", url.text().is_none()), ("alt", alt.text().is_none())] {
            if is_missing {
                log.add_field(text, &path.field(name), Fault::Missing);
            }
        }
        let alt = alt.read(&path.field("alt"), log).map(|alt| alt.0).unwrap_or_default();
        let url = url.read(&path.field("url"), log)?;
        let is_web = url.as_str().get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"));
        let is_picture = url.is_relative() || is_web;
        if !is_picture {
            log.add_field(text, &path.field("url"), Fault::Url(UnsafeHref::NoPicture));
        }
        is_picture.then_some(Self { url, alt })
    }
}
