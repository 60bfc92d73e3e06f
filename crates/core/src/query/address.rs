//! Queries as addresses: `application/x-www-form-urlencoded`, in canonical order, beside parameters of others.

use super::{Facet, Query, Sort, Years};
use crate::publication::LinkKind;

/// The part of an address behind `?`, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
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

impl Address {
    /// Takes an address apart; a leading `?` is passed over. Never fails: nonsense is [`Address::ignored`].
    pub fn parse(search: &str) -> Self {
        let mut address = Self::default();
        for pair in search.strip_prefix('?').unwrap_or(search).split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name, true), decode(value, true));
            match address.take(&name, value.trim()) {
                Taken::Understood => {}
                Taken::Ignored => address.ignored.push(Ignored { parameter: name, value }),
                Taken::Foreign => {
                    let ampersand = if address.foreign.is_empty() { "" } else { "&" };
                    address.foreign.extend([ampersand, pair]);
                }
            }
        }
        let years = std::mem::take(&mut address.query.years);
        address.query.set_years(years);
        address
    }

    /// The address of `query` with the foreign parameters of this one behind it; without `?`.
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
            (_, Some(_)) | ("q" | "year" | "sort", _) if value.is_empty() => Taken::Understood,
            ("q", _) if query.text.is_empty() => {
                query.text = value.to_owned();
                Taken::Understood
            }
            ("year", _) => Taken::of(Years::parse(value), |years| query.years.push(years)),
            ("sort", _) if query.sort.is_none() => Taken::of(Sort::parse(value), |sort| query.sort = Some(sort)),
            ("q" | "sort", _) => Taken::Ignored,
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

pub(super) fn write(query: &Query) -> String {
    let mut search = String::new();
    add(&mut search, "q", query.text.trim());
    for facet in Facet::ALL {
        for value in query.values(facet) {
            add(&mut search, facet.name(), value);
        }
        if facet == Facet::Author {
            query.years.iter().for_each(|years| add(&mut search, "year", &years.to_string()));
        }
    }
    let plain = Query { sort: None, ..query.clone() };
    if query.order() != plain.order() {
        add(&mut search, "sort", query.order().name());
    }
    search
}

/// Adds a parameter; an empty value is a default and left out.
fn add(search: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    if !search.is_empty() {
        search.push('&');
    }
    search.push_str(name);
    search.push('=');
    for byte in value.bytes() {
        if byte == b' ' { search.push('+') } else { push_encoded(byte, b"-_.*", search) }
    }
}

/// Writes a byte of UTF-8; letters, digits and what `plain` lists stand for themselves.
fn push_encoded(byte: u8, plain: &[u8], out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
        out.push(byte as char);
    } else {
        out.extend(['%', HEX[(byte >> 4) as usize] as char, HEX[(byte & 15) as usize] as char]);
    }
}

/// Encodes an anchor, as browsers' `encodeURIComponent` does.
pub fn encode_component(text: &str) -> String {
    let mut out = String::new();
    text.bytes().for_each(|byte| push_encoded(byte, b"-_.!~*'()", &mut out));
    out
}

/// Decodes the percent-encoding of an anchor. What is no encoding stays as written; what is no UTF-8 becomes �.
pub fn decode_component(text: &str) -> String {
    decode(text, false)
}

fn decode(text: &str, is_form: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        rest = tail;
        match (byte, tail) {
            (b'+', _) if is_form => bytes.push(b' '),
            (b'%', [high, low, tail @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                bytes.push(hex(*high).unwrap_or(0) << 4 | hex(*low).unwrap_or(0));
                rest = tail;
            }
            _ => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).map(|value| value as u8)
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
            ("q=100%25+%zz+%E2%82", "q=100%25+%25zz+%EF%BF%BD"),
        ] {
            assert_eq!(Query::parse(link).to_search(), canonical, "from {link:?}");
        }
    }

    #[test]
    fn parameters_of_others_stay_as_they_are_written() {
        let address = Address::parse("?utm=a%20b&q=lamp&b&Author=x&c=%zz");
        assert_eq!(address.foreign, "utm=a%20b&b&Author=x&c=%zz");
        assert_eq!(address.with(&address.query), "q=lamp&utm=a%20b&b&Author=x&c=%zz");
        assert_eq!(address.with(&Query::default()), "utm=a%20b&b&Author=x&c=%zz");
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
        let ignored: Vec<_> = Address::parse("year=soon&sort=best&has=gold&q=a&q=b&year=2010").ignored;
        let named: Vec<_> = ignored.iter().map(|ignored| (&*ignored.parameter, &*ignored.value)).collect();
        assert_eq!(named, [("year", "soon"), ("sort", "best"), ("has", "gold"), ("q", "b")]);
    }
}
