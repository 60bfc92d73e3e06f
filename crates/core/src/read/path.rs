//! The path of a field, such as `custom.links[1].url`.

use std::fmt;

/// Leads from an entry or the envelope to one of its fields; written as text only where a problem is reported.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Path<'a> {
    /// The entry or the envelope itself.
    Root,
    /// A member of an object.
    Field(&'a Path<'a>, &'static str),
    /// An item of a list, from zero.
    Item(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    pub(super) fn field(&'a self, name: &'static str) -> Self {
        Self::Field(self, name)
    }

    pub(super) fn item(&'a self, position: usize) -> Self {
        Self::Item(self, position)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Self::Root, name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, position) => write!(f, "{parent}[{position}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn paths_are_written_as_in_javascript() {
        let root = Path::Root;
        assert_eq!(root.to_string(), "");
        assert_eq!(root.field("custom").field("links").item(1).field("url").to_string(), "custom.links[1].url");
    }
}
