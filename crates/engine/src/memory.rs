//! The module's linear memory, which grows in large steps.

/// The size of a step. The allocator alone would grow the memory by 64 kB at a time, and each time the browser makes a new
/// buffer object and sooner or later collects garbage: at 100,000 entries that took as long as the indexing itself. A
/// larger step would save little more, and some of it may remain unused.
#[cfg(target_arch = "wasm32")]
const STEP: usize = 2 << 20;

/// The size of the memory when it was last looked at.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    #[cfg(target_arch = "wasm32")]
    pages: usize,
}

impl Memory {
    /// Grows the memory by a free step if it has grown since the last call.
    pub(crate) fn reserve(&mut self) {
        #[cfg(target_arch = "wasm32")]
        if std::arch::wasm32::memory_size::<0>() != self.pages {
            drop(std::hint::black_box(Vec::<u8>::with_capacity(STEP)));
            self.pages = std::arch::wasm32::memory_size::<0>();
        }
    }
}
