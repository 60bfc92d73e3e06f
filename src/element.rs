//! The list as an element in other sites: what `assets/embed/offprint.js` makes of it.

use js_sys::{Array, Object, Reflect};
use offprint_page::browser::host::{self, Host, Side};
use offprint_page::session::Session;
use offprint_page::{browser, dom, views};
use reactive_graph::owner::Owner;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

fn main() {
    browser::text::hand_in_unicode();
}

/// A list in an element.
#[wasm_bindgen]
pub struct List {
    session: Session,
    host: Host,
    owner: Owner,
}

#[wasm_bindgen]
impl List {
    /// Lists the file at `source` in `place`, which stands in the shadow root `root`. `base` is where the app's files lie.
    #[must_use]
    pub fn show(side: Side, root: JsValue, place: &Element, source: &str, base: &str) -> Option<Self> {
        let reader = Session::reading(source, base);
        let host = Host::new(base, side, root);
        let mut list = None;
        host::enter(Some(&host), || {
            let mut session = None;
            let drawn = dom::mount(place, || {
                let follower = Session::follow(reader);
                follower.listen();
                session = Some(follower);
                views::waiting(follower)
            });
            list = session.zip(drawn.ok());
        });
        list.map(|(session, owner)| Self { session, host, owner })
    }

    /// The host lists something else, or in another order.
    pub fn narrow(&self) {
        self.session.adopt(true);
    }

    /// The host shows another number of entries.
    pub fn shorten(&self) {
        self.session.within(|| self.session.start_window());
    }

    /// Folds all abstracts or opens them; none leaves that to their number.
    pub fn open_abstracts(&self, open: Option<bool>) {
        self.session.within(|| self.session.set_abstracts(open));
    }

    /// The visitor's query as an address string.
    #[must_use]
    pub fn query(&self) -> String {
        self.session.search_part()
    }

    /// Asks for another one.
    pub fn ask(&self, query: String) {
        self.session.within(|| self.session.enter_search(query));
    }

    /// Goes to the entry with this anchor, if it is listed.
    pub fn visit(&self, anchor: &str) {
        self.session.within(|| self.session.go_to(anchor));
    }

    /// What is listed for the query, in its order, whether shown or not.
    #[must_use]
    pub fn results(&self) -> Array {
        let result = |(id, title): (String, String)| {
            let object = Object::new();
            for (name, value) in [("id", id), ("title", title)] {
                // A new object takes any property.
                let _ = Reflect::set(&object, &name.into(), &value.into());
            }
            object
        };
        self.session.results().into_iter().map(result).collect()
    }

    /// Fetches the file once more.
    pub fn reload(&self) {
        self.session.load();
    }

    /// The element is gone.
    pub fn leave(self) {
        self.session.leave();
        self.host.leave();
        self.owner.cleanup();
    }
}
