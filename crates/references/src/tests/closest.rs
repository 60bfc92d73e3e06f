//! A pasted reference finds its paper, in whatever style it is written.

use offprint_core::library::Library;
use offprint_core::query::Query;
use offprint_core::read::read;

use offprint_core::format::Style;

use crate::Formatter;

#[test]
fn a_pasted_reference_has_its_paper_first_among_the_closest() {
    let reading = read(include_bytes!("../../../../data/publications.json")).unwrap();
    let publications = reading.publications.clone();
    let (library, formatter) = (Library::new(reading), Formatter::new());
    for (publication, entry) in publications.iter().zip(0..) {
        for (style, reference) in Style::ALL.into_iter().zip(formatter.all(publication)) {
            let text = reference.map(|reference| reference.plain).unwrap_or_default();
            let found = library.closest(&Query::default().with_text(text.clone()));
            assert_eq!(found.first(), Some(&entry), "{style:?}: {text}");
            assert!(found.len() <= 10);
        }
    }
    for text in ["zzz yyy", "unikernels", "-unikernels -lamp"] {
        assert!(library.closest(&Query::default().with_text(text.to_owned())).is_empty(), "{text}");
    }
}
