//! CSL types in words.

/// Returns the label of a CSL type; a type that CSL does not have is shown as it is written, with spaces.
pub fn type_label(kind: &str) -> String {
    if let Some((_, label)) = LABELS.iter().find(|(name, _)| *name == kind) {
        return (*label).to_owned();
    }
    let mut label = kind.replace(['-', '_'], " ");
    // CSL's types are ASCII, and the capitals of all other letters would be a table in the page.
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    label
}

/// Only the types whose own name, capitalised, is not what a reader would say.
const LABELS: [(&str, &str); 22] = [
    ("paper-conference", "Conference paper"),
    ("article-journal", "Journal article"),
    ("article-magazine", "Magazine article"),
    ("article-newspaper", "Newspaper article"),
    ("article", "Preprint"),
    ("chapter", "Book chapter"),
    ("document", "Document"),
    ("entry", "Reference entry"),
    ("entry-dictionary", "Dictionary entry"),
    ("entry-encyclopedia", "Encyclopedia entry"),
    ("legal_case", "Legal case"),
    ("motion_picture", "Film"),
    ("musical_score", "Musical score"),
    ("periodical", "Journal issue"),
    ("personal_communication", "Personal communication"),
    ("post", "Post"),
    ("post-weblog", "Blog post"),
    ("review-book", "Book review"),
    ("speech", "Talk"),
    ("webpage", "Web page"),
    ("song", "Recording"),
    ("graphic", "Image"),
];

#[cfg(test)]
mod tests {
    use super::type_label;

    #[test]
    fn types_are_said_in_words() {
        for (kind, label) in [
            ("paper-conference", "Conference paper"),
            ("book", "Book"),
            ("thesis", "Thesis"),
            ("collection", "Collection"),
            ("my_own-type", "My own type"),
            ("", ""),
        ] {
            assert_eq!(type_label(kind), label);
        }
    }
}
