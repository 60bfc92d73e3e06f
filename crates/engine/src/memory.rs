//! The module's memory, which is taken in large steps.

/// At least so many bytes are taken at once. The allocator alone would take 64 kB each time, and each time the browser
/// makes a new object of the memory and sooner or later looks through all objects of the page: at 100,000 entries that
/// took as long as the indexing itself. A larger step would save little more, and may be left over in the end.
#[cfg(target_arch = "wasm32")]
const STEP: usize = 2 << 20;

/// How much memory there was when it was looked at last.
#[derive(Default)]
pub(crate) struct Memory {
    #[cfg(target_arch = "wasm32")]
    pages: usize,
}

impl Memory {
    /// Where memory has grown, lets it grow by a step more, which is free then.
    pub(crate) fn look_ahead(&mut self) {
        #[cfg(target_arch = "wasm32")]
        if std::arch::wasm32::memory_size::<0>() != self.pages {
            drop(std::hint::black_box(Vec::<u8>::with_capacity(STEP)));
            self.pages = std::arch::wasm32::memory_size::<0>();
        }
    }
}
