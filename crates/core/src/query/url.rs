//! Queries as URLs: `application/x-www-form-urlencoded`, in canonical order, beside parameters of others.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Facet, GroupBy, Query, Sort, Years};
use crate::publication::LinkKind;

/// The part of a URL behind `?`, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UrlQuery {
    /// What of it is ours and makes sense.
    pub query: Query,
    /// What is not ours, exactly as it was written.
    pub foreign: String,
    /// What is ours and makes no sense.
    pub ignored: Vec<Ignored>,
}

/// A value that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// The parameter's name.
    pub parameter: String,
    /// Its value, decoded.
    pub value: String,
}

impl UrlQuery {
    /// Takes a URL apart; a leading `?` is passed over. Never fails: nonsense is [`UrlQuery::ignored`].
    pub fn parse(search: &str) -> Self {
        let mut url = Self::default();
        for pair in search.strip_prefix('?').unwrap_or(search).split('&').filter(|pair| !pair.is_empty()) {
            let Some((name, value)) = form_urlencoded::parse(pair.as_bytes()).next() else { continue };
            match url.take(&name, value.trim()) {
                Taken::Understood => {}
                Taken::Ignored => {
                    url.ignored.push(Ignored { parameter: name.into_owned(), value: value.into_owned() });
                }
                Taken::Foreign => {
                    let ampersand = if url.foreign.is_empty() { "" } else { "&" };
                    url.foreign.extend([ampersand, pair]);
                }
            }
        }
        let years = std::mem::take(&mut url.query.years);
        url.query.set_years(years);
        url
    }

    /// Returns the URL of `query` with the foreign parameters of this one behind it; without `?`.
    pub fn with(&self, query: &Query) -> String {
        let mut search = query.to_search();
        if !search.is_empty() && !self.foreign.is_empty() {
            search.push('&');
        }
        search.push_str(&self.foreign);
        search
    }

    fn take(&mut self, name: &str, value: &str) -> Taken {
        let query = &mut self.query;
        let facet = Facet::parse(name);
        match (name, facet) {
            (_, Some(_)) | ("q" | "year" | "sort" | "group", _) if value.is_empty() => Taken::Understood,
            ("q", _) if query.text.is_empty() => {
                query.text = value.to_owned();
                Taken::Understood
            }
            ("year", _) => Taken::of(Years::parse(value), |years| query.years.push(years)),
            ("sort", _) if query.sort.is_none() => Taken::of(Sort::parse(value), |sort| query.sort = Some(sort)),
            ("group", _) if query.group.is_none() => {
                Taken::of(GroupBy::parse(value), |group| query.group = Some(group))
            }
            ("q" | "sort" | "group", _) => Taken::Ignored,
            (_, Some(Facet::Selected)) => {
                Taken::of(value.eq_ignore_ascii_case(Facet::YES).then_some(Facet::YES), |yes| {
                    query.choose(Facet::Selected, yes);
                })
            }
            (_, Some(Facet::Available)) => {
                Taken::of(LinkKind::parse(value), |kind| query.choose(Facet::Available, kind.name()))
            }
            (_, Some(facet)) => {
                query.choose(facet, value);
                Taken::Understood
            }
            _ => Taken::Foreign,
        }
    }
}

enum Taken {
    Understood,
    Ignored,
    Foreign,
}

impl Taken {
    fn of<T>(value: Option<T>, set: impl FnOnce(T)) -> Self {
        value.map_or(Self::Ignored, |value| {
            set(value);
            Self::Understood
        })
    }
}

/// Writes a query in canonical order; empty values are defaults and left out.
pub(super) fn write(query: &Query) -> String {
    let mut search = form_urlencoded::Serializer::new(String::new());
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            search.append_pair(name, value);
        }
    };
    add("q", query.text.trim());
    for facet in Facet::ALL {
        query.values(facet).iter().for_each(|value| add(facet.name(), value));
        if facet == Facet::Author {
            query.years.iter().for_each(|years| add("year", &years.to_string()));
        }
    }
    let plain = Query { sort: None, ..query.clone() };
    if query.order() != plain.order() {
        add("sort", query.order().name());
    }
    add("group", query.group.map_or("", GroupBy::name));
    search.finish()
}

/// The characters that browsers' `encodeURIComponent` leaves as they are, besides letters and digits.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// Encodes an anchor, as browsers' `encodeURIComponent` does.
pub fn encode_component(text: &str) -> String {
    utf8_percent_encode(text, COMPONENT).to_string()
}

/// Decodes the percent-encoding of an anchor. What is not encoded stays as written; bytes that are not UTF-8 become �.
pub fn decode_component(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_survive_a_round_trip_in_canonical_order() {
        for (link, canonical) in [
            ("?year=2010-&q=type+inference", "q=type+inference&year=2010-"),
            ("?q=&year=soon", ""),
            ("sort=newest", ""),
            ("sort=relevance", ""),
            ("q=lamp&sort=relevance", "q=lamp"),
            ("q=lamp&sort=newest", "q=lamp&sort=newest"),
            ("sort=OLDEST&has=PDF", "has=pdf&sort=oldest"),
            ("author=David%20Scott&author=Anil+Madhavapeddy", "author=Anil+Madhavapeddy&author=David+Scott"),
            ("author=David+Scott&author=DAVID+SCOTT", "author=David+Scott"),
            ("year=2013&year=none&year=2010-2014&year=2013", "year=2010-2014&year=2013&year=none"),
            (
                "section=related&keyword=C%2B%2B&type=book&venue=O%27Reilly",
                "venue=O%27Reilly&type=book&keyword=C%2B%2B&section=related",
            ),
            ("group=YEAR&selected=Yes&sort=oldest", "selected=yes&sort=oldest&group=year"),
            ("q=100%25+%zz+%E2%82", "q=100%25+%25zz+%EF%BF%BD"),
        ] {
            assert_eq!(Query::parse(link).to_search(), canonical, "from {link:?}");
        }
    }

    #[test]
    fn parameters_of_others_stay_as_they_are_written() {
        let url = UrlQuery::parse("?utm=a%20b&q=lamp&b&Author=x&c=%zz");
        assert_eq!(url.foreign, "utm=a%20b&b&Author=x&c=%zz");
        assert_eq!(url.with(&url.query), "q=lamp&utm=a%20b&b&Author=x&c=%zz");
        assert_eq!(url.with(&Query::default()), "utm=a%20b&b&Author=x&c=%zz");
    }

    #[test]
    fn an_anchor_survives_its_encoding() {
        assert_eq!(encode_component("a b/é(c)"), "a%20b/é(c)".replace('/', "%2F").replace('é', "%C3%A9"));
        for anchor in ["asplos", "http://zotero.org/items/A1", "50% <b> + é"] {
            assert_eq!(decode_component(&encode_component(anchor)), anchor);
        }
    }

    #[test]
    fn nonsense_is_named() {
        let ignored: Vec<_> =
            UrlQuery::parse("year=soon&sort=best&has=gold&q=a&q=b&year=2010&selected=no&group=author").ignored;
        let named: Vec<_> = ignored.iter().map(|ignored| (&*ignored.parameter, &*ignored.value)).collect();
        assert_eq!(
            named,
            [("year", "soon"), ("sort", "best"), ("has", "gold"), ("q", "b"), ("selected", "no"), ("group", "author")]
        );
    }
}
