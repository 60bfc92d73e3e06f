//! Where the page of a publication is.

/// Longer names are shortened: systems take names of up to 255 bytes.
const MOST: usize = 200;

/// Returns the folder of a publication's own page, with a slash at its end. Every byte of the id outside of letters,
/// digits, `_` and `-` is written as `~` and two hexadecimal digits, and so is the first one of a name that Windows
/// keeps for a device; a very long name ends with a hash of the id instead.
pub fn page_path(id: &str) -> String {
    let mut path = String::from("p/");
    for (at, byte) in id.bytes().enumerate() {
        match byte {
            _ if at == 0 && is_device(id) => path.push_str(&format!("~{byte:02X}")),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' => path.push(char::from(byte)),
            _ => path.push_str(&format!("~{byte:02X}")),
        }
    }
    if path.len() > MOST {
        let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        path.truncate(MOST);
        path.push_str(&format!("~~{hash:08x}"));
    }
    path + "/"
}

/// Returns whether Windows has no file of that name.
fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_numbered = |kind| name.strip_prefix(kind).is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']));
    matches!(&*name, "con" | "prn" | "aux" | "nul") || is_numbered("com") || is_numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_becomes_a_folder_name_that_every_host_takes() {
        assert_eq!(page_path("asplos_2013-a"), "p/asplos_2013-a/");
        assert_eq!(page_path("a/../b ü~"), "p/a~2F~2E~2E~2Fb~20~C3~BC~7E/");
        assert_eq!(["CON", "lpt1", "icon", "com10"].map(page_path), ["p/~43ON/", "p/~6Cpt1/", "p/icon/", "p/com10/"]);
        let (one, other) = (page_path(&"長".repeat(90)), page_path(&"長".repeat(91)));
        assert!(one.len() < 220 && other.len() < 220 && one != other, "{one}");
    }
}
