//! A facet is an attribute of the element too: its script and its descriptions name each one.

use std::fs;

use offprint_core::query::Facet;

#[test]
fn the_element_has_an_attribute_for_every_facet() {
    let read = |file: &str| fs::read_to_string(format!("../../assets/{file}")).expect("the file is there");
    let script = read("element/host-url.js");
    let names = script.lines().find(|line| line.starts_with("const NAMES")).expect("the names of the scope");
    let (types, manifest) = (read("embed/offprint.d.ts"), read("embed/custom-elements.json"));
    for name in Facet::ALL.map(Facet::name) {
        assert!(names.contains(&format!("\"{name}\"")), "assets/element/host-url.js: NAMES lacks {name}");
        assert!(types.contains(&format!("  {name}: ")), "assets/embed/offprint.d.ts lacks {name}");
        assert!(manifest.contains(&format!("\"{name}\"")), "assets/embed/custom-elements.json lacks {name}");
    }
}
