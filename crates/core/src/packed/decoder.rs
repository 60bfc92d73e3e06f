//! UTF-8 that arrives in pieces.

/// Puts together characters that are torn between two pieces.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    torn: Vec<u8>,
}

impl Decoder {
    /// Appends a piece to `text`. Bytes that are no UTF-8 become U+FFFD; the offset in `text` of the first such.
    pub(super) fn push(&mut self, piece: &[u8], is_last: bool, text: &mut String) -> Option<usize> {
        if self.torn.is_empty() {
            return self.decode(piece, is_last, text);
        }
        let mut bytes = std::mem::take(&mut self.torn);
        bytes.extend_from_slice(piece);
        self.decode(&bytes, is_last, text)
    }

    fn decode(&mut self, mut piece: &[u8], is_last: bool, text: &mut String) -> Option<usize> {
        let mut first_fault = None;
        loop {
            let error = match std::str::from_utf8(piece) {
                Ok(good) => {
                    text.push_str(good);
                    return first_fault;
                }
                Err(error) => error,
            };
            let (good, bad) = piece.split_at(error.valid_up_to());
            text.push_str(&String::from_utf8_lossy(good));
            let Some(length) = error.error_len().or(is_last.then_some(bad.len())) else {
                self.torn = bad.to_vec();
                return first_fault;
            };
            first_fault = first_fault.or(Some(text.len()));
            text.push('\u{fffd}');
            piece = &bad[length..];
        }
    }
}
