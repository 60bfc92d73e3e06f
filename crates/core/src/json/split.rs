//! Splits an array or object into the texts of its members.

use std::fmt;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{End, Member, Members};

/// The members of an array or object, in order.
#[derive(Debug)]
pub(crate) struct Split<'a> {
    /// Members that are given twice are listed twice.
    pub(crate) members: Vec<Member<'a>>,
    /// How the array or object ends.
    pub(crate) end: End,
    /// Whether the text ends inside or directly behind the last member.
    pub(crate) is_last_open: bool,
}

/// Splits the array or object in `text`, leaving its values as they are written.
///
/// serde_json does it where the text is valid. Else the brackets are followed, so that a fault inside one member costs
/// no other.
pub(crate) fn split(text: &str) -> Split<'_> {
    valid(text).map_or_else(|_| scanned(text), |members| Split { members, end: End::Closed, is_last_open: false })
}

fn valid(text: &str) -> serde_json::Result<Vec<Member<'_>>> {
    let mut json = serde_json::Deserializer::from_str(text);
    let members =
        if text.starts_with('{') { json.deserialize_map(MemberVisitor)? } else { json.deserialize_seq(MemberVisitor)? };
    json.end()?;
    Ok(members)
}

fn scanned(text: &str) -> Split<'_> {
    let mut walk = Members::of(text);
    let (mut members, mut is_last_open) = (Vec::new(), false);
    while let Some(member) = walk.next() {
        members.push(member);
        is_last_open = walk.end().is_some();
    }
    Split { members, end: walk.end().unwrap_or(End::Closed), is_last_open }
}

struct MemberVisitor;

impl<'de> Visitor<'de> for MemberVisitor {
    type Value = Vec<Member<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array or object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some((key, value)) = map.next_entry::<&RawValue, &RawValue>()? {
            let key = key.get();
            members.push(Member { key: &key[1..key.len() - 1], value: value.get() });
        }
        Ok(members)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(value) = items.next_element::<&RawValue>()? {
            members.push(Member { key: "", value: value.get() });
        }
        Ok(members)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn members_keep_their_texts() {
        let members = |text| split(text).members.iter().map(|member| (member.key, member.value)).collect::<Vec<_>>();
        assert_eq!(
            members(r#"{ "a" : [1, {"x": ","}] , "\u0062": 1e999, "a": 2}"#),
            [("a", r#"[1, {"x": ","}]"#), (r"\u0062", "1e999"), ("a", "2")]
        );
        assert_eq!(members("[ 1, \"a\" 2, x]"), [("", "1"), ("", "\"a\" 2"), ("", "x")]);
        assert_eq!(members("7"), []);
    }

    #[test]
    fn depth_is_no_obstacle() {
        let deep = "[".repeat(50_000) + &"]".repeat(50_000);
        assert!(super::super::is_valid(&deep));
        assert_eq!(split(&deep).members[0].value.len(), deep.len() - 2);
    }

    proptest! {
        #[test]
        fn the_scanner_splits_valid_json_as_serde_json_does(text in "[\\[{][\\[\\]{}:,\"0-9a-e\\\\.+ntrufls -]{0,12}[\\]}]") {
            if let Ok(members) = valid(&text) {
                let scanned = scanned(&text);
                prop_assert_eq!((scanned.members, scanned.end), (members, End::Closed), "{}", text);
            }
        }
    }
}
