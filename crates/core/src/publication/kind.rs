//! CSL types in words.

/// The label of a CSL type; a type that CSL does not have is shown as it is written, with spaces.
pub fn type_label(kind: &str) -> String {
    let known = LABELS.iter().find(|(name, _)| *name == kind).map(|(_, label)| *label);
    known.map_or_else(|| capitalised(&kind.replace(['-', '_'], " ")), str::to_owned)
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
