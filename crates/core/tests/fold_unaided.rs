//! Folding without Unicode properties, as in wasm where no source was set.

use offprint_core::fold::{Needle, fold, marks, use_unicode, words};

#[test]
fn what_is_unknown_stays_and_belongs_to_its_word() {
    use_unicode(str::to_owned);
    assert_eq!(fold("Die GRÜBLEIN"), "die grÜblein");
    assert_eq!(words("Grüblein, Type–Theory"), ["grüblein", "type–theory"]);
    assert_eq!(marks("Die Grüblein", &[&Needle::word("grü", false)]).first(), Some(&(4..8)));
    assert_eq!(fold("Øre, naïve"), "Øre, naïve");
}
