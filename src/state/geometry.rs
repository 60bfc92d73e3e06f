//! How high the box of the virtual list is, and which rows are drawn in it.

use offprint_core::library::Extent;

use crate::browser::scroll::{self, Stretch};

/// The height of the box for each row, in pixels. It need not be theirs: the scroll bar shows which row is in view, not
/// how high those before it are.
const ROW_HEIGHT: usize = 140;

/// The greatest height of the box, in device pixels: browsers draw nothing below some height, the lowest of them
/// (Firefox) near 17.8 million.
const GREATEST_HEIGHT: f64 = 8_000_000.0;

/// Returns the height of the box for a list of that many rows, in pixels.
pub(super) fn box_height(rows: usize) -> usize {
    let greatest = GREATEST_HEIGHT / if cfg!(target_arch = "wasm32") { scroll::pixel_ratio().max(1.0) } else { 1.0 };
    rows.saturating_mul(ROW_HEIGHT).min(greatest as usize)
}

/// Returns the rows to draw around one: twice as many as the window shows on either side.
pub(super) fn around(row: usize, rows: usize, view: Stretch, drawn: Stretch, extent: Extent) -> Extent {
    let height = drawn.height / (extent.to - extent.from).max(1) as f64;
    let shown = (view.height / height.clamp(60.0, 600.0)) as usize + 2;
    Extent { from: row.saturating_sub(2 * shown), to: rows.min(row + 2 * shown) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_box_is_never_higher_than_browsers_draw() {
        assert_eq!(box_height(1_000), 140_000);
        assert_eq!(box_height(100_000), GREATEST_HEIGHT as usize);
        assert_eq!(box_height(usize::MAX), GREATEST_HEIGHT as usize);
    }

    #[test]
    fn the_extent_reaches_beyond_the_window_and_not_beyond_the_list() {
        let (view, drawn) = (Stretch { top: 0.0, height: 800.0 }, Stretch { top: 0.0, height: 1_200.0 });
        let extent = Extent { from: 0, to: 12 };
        assert_eq!(around(0, 1_000, view, drawn, extent), Extent { from: 0, to: 20 });
        assert_eq!(around(500, 1_000, view, drawn, extent), Extent { from: 480, to: 520 });
        assert_eq!(around(999, 1_000, view, drawn, extent), Extent { from: 979, to: 1_000 });
    }
}
