use std::sync::Arc;

use offprint_core::query::Facet;
use reactive_graph::owner::StoredValue;
use reactive_graph::traits::GetValue;

use crate::browser::events;
use crate::dom::{El, Item, Part, button, each, el, live};
use crate::session::{Choice, Session, thousands};
use crate::signal::{Signal, Stored};

/// A list longer than this is cut.
const CUT: usize = 10;

/// No more than this are drawn at once; typing narrows the rest.
const MOST: usize = 500;

/// A group of checkboxes; nothing where the data has no such values.
pub(super) fn facet_group(session: Session, facet: Facet) -> Part {
    live(move || {
        let count = session.choice_count(facet);
        (count > 0).then(|| group(session, facet, count))
    })
}

/// What a visitor does with a group, beside choosing in it; a handle that is copied into its handlers.
#[derive(Clone, Copy)]
struct Group(StoredValue<Arc<State>>);

#[derive(Default)]
struct State {
    /// Whether more than [`CUT`] values are shown.
    all: Signal<bool>,
    /// What is typed to narrow them.
    narrow: Signal<String>,
    hovered: Signal<bool>,
    focused: Signal<bool>,
    /// Chosen values stand first, but never move while a visitor is at them.
    held: Stored<Vec<u32>>,
}

impl Group {
    fn state(self) -> Arc<State> {
        self.0.get_value()
    }

    fn is_visited(self) -> bool {
        let state = self.state();
        let hovered = state.hovered.get();
        state.focused.get() || hovered
    }

    fn first(self, session: Session, facet: Facet) -> Vec<u32> {
        if !self.is_visited() {
            self.state().held.set(session.chosen_ids(facet));
        }
        self.state().held.get()
    }
}

fn group(session: Session, facet: Facet, count: usize) -> El {
    let is_long = count > CUT;
    let group = Group(StoredValue::new(Arc::default()));
    let choices = move || {
        let narrow = group.state().narrow.get();
        let most = if group.state().all.get() || !narrow.is_empty() { MOST } else { CUT };
        let first = if is_long && most == CUT { group.first(session, facet) } else { Vec::new() };
        session.choices(facet, &narrow, first, most)
    };
    let item =
        move |choice: Choice| Item::new(choice.id.to_string(), move || value_box(session, facet, choice.clone()));
    let is_none = move || session.choices(facet, &group.state().narrow.get(), Vec::new(), 1).is_empty();
    el("fieldset")
        .class("group")
        .on("pointerenter", move |_| group.state().hovered.set(true))
        .on("pointerleave", move |_| group.state().hovered.set(false))
        .on("focusin", move |_| group.state().focused.set(true))
        .on("focusout", move |_| group.state().focused.set(false))
        .child(el("legend").child(facet.label()))
        .child(is_long.then(|| narrow_field(facet, group)))
        .child(each(move || choices().into_iter().map(item).collect()))
        .live(move || is_none().then(|| el("p").class("hint").child("No such value.")))
        .child(is_long.then(|| live(move || group.state().narrow.with(String::is_empty).then(|| more(group, count)))))
}

fn narrow_field(facet: Facet, group: Group) -> El {
    let clear = move |event: web_sys::Event| {
        if events::key(&event) == "Escape" {
            group.state().narrow.set(String::new());
        }
    };
    el("input")
        .attr("type", "text")
        .class("narrow")
        .attr("aria-label", &format!("Narrow {}", facet.label()))
        .attr("placeholder", "Narrow")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(move || group.state().narrow.get())
        .on("input", move |event| group.state().narrow.set(events::value(&event)))
        .on("keydown", clear)
}

fn value_box(session: Session, facet: Facet, choice: Choice) -> El {
    let Choice { id, label, name } = choice;
    let (count, chosen) = (move || session.count(facet, id), move || session.is_chosen(facet, id));
    check_box(label, count, chosen, move || session.toggle(facet, &name))
}

/// A checkbox with its text and how many results it would leave; none of them disables it, unless it is ticked.
pub(super) fn check_box(
    label: String,
    count: impl Fn() -> u32 + Copy + 'static,
    chosen: impl Fn() -> bool + Copy + 'static,
    toggle: impl Fn() + 'static,
) -> El {
    let field = el("input")
        .attr("type", "checkbox")
        .ticked("checked", chosen)
        .flag("disabled", move || count() == 0 && !chosen())
        .on("change", move |_| toggle());
    el("label")
        .class("choice")
        .child(field)
        .child(el("span").class("value").attr("dir", "auto").child(label))
        .child(" ")
        .child(el("span").class("number").text(move || thousands(count() as usize)))
}

fn more(group: Group, count: usize) -> El {
    let all = move || group.state().all.get();
    let label = move || if all() { "Show fewer" } else { "Show all" }.to_owned();
    let rest = move || match (all(), count > MOST) {
        (true, true) => format!("first {MOST} of {}; narrow for the rest", thousands(count)),
        (true, false) => String::new(),
        (false, _) => thousands(count),
    };
    let switch = button(move || group.state().all.update(|all| *all = !*all)).text(label);
    el("p").class("more").child(switch).child(" ").child(el("span").class("number").text(rest))
}
