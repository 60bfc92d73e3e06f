//! Edit distance.

/// A typed word.
pub struct Typed {
    word: Vec<char>,
    most: usize,
}

impl Typed {
    /// New.
    pub fn new(word: &str) -> Option<Self> {
        let word: Vec<char> = word.chars().collect();
        let most = match word.len() {
            _ if word.iter().any(|c| c.is_ascii_digit()) => 0,
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        (most > 0).then_some(Self { word, most })
    }
    /// Most.
    pub fn most(&self) -> usize {
        self.most
    }
    /// Distance.
    pub fn distance(&self, other: &str, most: usize) -> Option<usize> {
        let b: Vec<char> = other.chars().collect();
        let a = &self.word;
        if a.len().abs_diff(b.len()) > most {
            return None;
        }
        let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
        for i in 1..=a.len() {
            let mut row = vec![i];
            for j in 1..=b.len() {
                let mut best = (rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]))
                    .min(rows[i - 1][j] + 1)
                    .min(row[j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(rows[i - 2][j - 2] + 1);
                }
                row.push(best);
            }
            rows.push(row);
        }
        rows[a.len()].last().copied().filter(|d| *d <= most)
    }
}
