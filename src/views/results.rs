use super::entry::entry;
use super::no_results::no_results;
use crate::dom::{El, Item, each, el};
use crate::session::{BOX_ID, Block, DRAWN_ID, RESULTS_ID, Row, Session};

/// Printed where the list is drawn in part.
const ON_PAPER: &str = "Only a part of the list is printed here. “Show all” on the page draws all of it.";

/// The list, in sections where it has any; of a long one what is in view.
pub(super) fn results(session: Session) -> Vec<El> {
    let item = move |key: BlockKey| {
        Item::new(format!("{} {}", key.1, key.0.as_deref().unwrap_or_default()), move || block(session, key.clone()))
    };
    let drawn = el("div")
        .attr("id", DRAWN_ID)
        .class("list-drawn")
        .child(each(move || keyed(&session.blocks()).into_iter().map(item).collect()));
    let list = el("div")
        .attr("id", RESULTS_ID)
        .class("results")
        .attr("tabindex", "-1")
        .attr("role", "region")
        .attr("aria-label", "Results")
        .live(move || session.is_without_result().then(|| no_results(session)))
        .child(el("div").attr("id", BOX_ID).class("list-box").child(drawn))
        .child(el("p").class("on-paper").flag("hidden", move || !session.is_windowed()).child(ON_PAPER))
        .live(move || loading(session));
    vec![list]
}

/// What a block is known by while its rows change: its title, and how many of that title stand before it.
type BlockKey = (Option<String>, usize);

fn keyed(blocks: &[Block]) -> Vec<BlockKey> {
    let before = |at: usize| blocks[..at].iter().filter(|block| block.title == blocks[at].title).count();
    blocks.iter().enumerate().map(|(at, block)| (block.title.clone(), before(at))).collect()
}

fn block(session: Session, key: BlockKey) -> El {
    let title = key.0.clone();
    let rows = move || {
        let mut blocks = session.blocks();
        let at = keyed(&blocks).iter().position(|other| *other == key);
        at.map_or_else(Vec::new, |at| blocks.swap_remove(at).rows)
    };
    // Without a title of its own a part still has a heading, so that none of the entries' headings skips a level.
    let class = if title.is_some() { "section" } else { "unseen" };
    let heading = el("h2").class(class).attr("dir", "auto").child(title.unwrap_or_else(|| "Results".to_owned()));
    el("section")
        .class("block")
        .child(heading)
        .child(each(move || rows().into_iter().map(|row| draw(session, row)).collect()))
}

fn draw(session: Session, row: Row) -> Item {
    match row {
        Row::Year(year) => Item::new(format!("year {year}"), move || {
            el("p").class("year").attr("aria-hidden", "true").child(year.as_str())
        }),
        Row::Entry(number, words) => Item::new(format!("{number} {words}"), move || entry(session, number)),
    }
}

fn loading(session: Session) -> Option<El> {
    let (bytes, total) = session.loading()?;
    let size = if bytes == 0 { String::new() } else { format!(" {} kB", bytes / 1000) };
    let bar = total.filter(|_| bytes > 0).map(|total| {
        el("progress").attr("max", &total.to_string()).attr("value", &bytes.to_string()).attr("aria-label", "Loading")
    });
    Some(el("p").class("loading").child("Loading publications…").child(size).child(bar))
}
