//! Listening to the window, and doing things a little later.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::{host, root, window};

/// Does something that takes its time; nothing, where there is no window to do it in.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    if window().is_some() {
        // In the page itself there is nothing to tie it to.
        if host::IS_ELEMENT {
            wasm_bindgen_futures::spawn_local(host::tied_task(task));
        } else {
            wasm_bindgen_futures::spawn_local(task);
        }
    }
}

/// Lets everything else have its turn that the browser has to do.
pub async fn yield_now() {
    let scheduler = js_sys::Reflect::get(&js_sys::global(), &"scheduler".into()).unwrap_or_default();
    // Where there is no such function, a timer does, though browsers hold it back for 4 ms.
    let promise = js_sys::Reflect::get(&scheduler, &"yield".into())
        .and_then(|function| function.dyn_into::<js_sys::Function>())
        .and_then(|function| function.call0(&scheduler))
        .unwrap_or_else(|_| sleep(0).into());
    let _ = wasm_bindgen_futures::JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await;
}

/// Is kept after some milliseconds.
pub fn sleep(milliseconds: i32) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        // Whoever waits is woken even where its element is gone, or it would wait for ever.
        host::enter(None, || {
            after(milliseconds, move || {
                let _ = resolve.call0(&JsValue::NULL);
            });
        });
    })
}

/// Does something when what was set before is in the document, and before it is painted.
pub fn before_painting(action: impl FnOnce() + 'static) {
    // Effects run as microtasks, those in new parts of the page after those around them: a few levels deep.
    const LEVELS: usize = 8;
    spawn(async move {
        for _ in 0..LEVELS {
            let _ = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL)).await;
        }
        action();
    });
}

/// Does something once the page shows what was set before.
pub fn after_drawing(action: impl FnOnce() + 'static) {
    after(0, action);
}

/// Something that will be done later.
pub struct Timer(i32);

impl Timer {
    /// Leaves it undone.
    pub fn clear(self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.0);
        }
    }
}

/// Does something after some milliseconds, unless the timer is cleared before.
pub fn after(milliseconds: i32, action: impl FnOnce() + 'static) -> Option<Timer> {
    let window = window()?;
    let action: Box<dyn FnOnce()> = Box::new(host::tied_once(action));
    let action = Closure::once_into_js(action);
    let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(action.unchecked_ref(), milliseconds);
    timer.ok().map(Timer)
}

/// Calls `action` on every event of this name at the window, or in the element, for as long as the one or the other lives.
fn listen(name: &str, action: impl FnMut(Event) + 'static) {
    let action: Box<dyn FnMut(Event)> = Box::new(host::tied(action));
    let action: JsValue = Closure::wrap(action).into_js_value();
    let target: Option<EventTarget> = if host::IS_ELEMENT { root().map(Into::into) } else { window().map(Into::into) };
    if let Some(target) = target {
        let _ = target.add_event_listener_with_callback(name, action.unchecked_ref());
    }
}

/// Calls `on_history` when a visitor goes back or forward and `on_anchor` when the anchor changes.
pub fn on_navigation(on_history: impl Fn() + 'static, on_anchor: impl Fn() + 'static) {
    listen("popstate", move |_| on_history());
    listen("hashchange", move |_| on_anchor());
}

/// Calls `action` when the page is left.
pub fn on_leaving(action: fn()) {
    listen("pagehide", move |_| action());
}

/// Calls `action` when the page is come back to as it was left.
pub fn on_return(action: fn()) {
    listen("pageshow", move |_| action());
}

/// Calls `action` whenever the page is scrolled, or the window has another size.
pub fn on_scroll(action: impl Fn() + Clone + 'static) {
    let resized = action.clone();
    listen("scroll", move |_| action());
    listen("resize", move |_| resized());
}

/// Calls `action` when scrolling has come to rest.
pub fn on_rest(action: impl Fn() + Clone + 'static) {
    let timer = Rc::new(Cell::new(None::<Timer>));
    listen("scroll", move |_| {
        if let Some(timer) = timer.replace(after(250, action.clone())) {
            timer.clear();
        }
    });
}

/// Calls `action` before the page is printed, with `true`, and afterwards.
pub fn on_print(action: impl Fn(bool) + Clone + 'static) {
    let before = action.clone();
    listen("beforeprint", move |_| before(true));
    listen("afterprint", move |_| action(false));
}

/// Calls `action` when `/` is typed outside of any field and dialog; the key is then used up if `action` says so.
pub fn on_slash(action: impl Fn() -> bool + 'static) {
    listen("keydown", move |event| {
        if event.dyn_ref().is_some_and(is_free_slash) && action() {
            event.prevent_default();
        }
    });
}

/// Whether a key means something to the browser or the system, as with Ctrl.
pub fn is_modified(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.ctrl_key() || event.alt_key() || event.meta_key())
}

fn is_free_slash(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_taken = |target: &Element| {
        matches!(target.closest("input:not([type=checkbox]),textarea,select,dialog,[contenteditable]"), Ok(Some(_)))
    };
    event.key() == "/" && !is_modified(event) && !event.default_prevented() && !target.as_ref().is_some_and(is_taken)
}

/// The decoded anchor of a plain click on a link inside the page; none for any other click.
pub fn clicked_anchor(event: &Event) -> Option<String> {
    if !is_plain_click(event) {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let href = target.closest("a[href^=\"#\"]").ok()??.get_attribute("href")?;
    Some(offprint_core::query::decode_component(&href[1..]))
}

/// Whether a click means to do something here, not to open a new tab or window.
pub fn is_plain_click(event: &Event) -> bool {
    let plain = |event: &MouseEvent| {
        event.button() == 0 && !(event.ctrl_key() || event.shift_key() || event.alt_key() || event.meta_key())
    };
    !event.default_prevented() && event.dyn_ref::<MouseEvent>().is_some_and(plain)
}

/// Whether the first button of the pointer is held down.
pub fn is_pressed(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| event.buttons() == 1)
}

/// Lets a finger that went down on one element reach the others that it moves over.
pub fn release_pointer(event: &Event) {
    let (target, pointer) = (event.target(), event.dyn_ref::<PointerEvent>());
    if let (Some(Ok(target)), Some(pointer)) = (target.map(|target| target.dyn_into::<Element>()), pointer) {
        // A mouse has captured nothing, which is what we want.
        let _ = target.release_pointer_capture(pointer.pointer_id());
    }
}

/// Whether Shift is held down.
pub fn is_shifted(event: &Event) -> bool {
    let mouse = event.dyn_ref::<MouseEvent>().is_some_and(MouseEvent::shift_key);
    mouse || event.dyn_ref::<KeyboardEvent>().is_some_and(KeyboardEvent::shift_key)
}

/// The key that was pressed.
pub fn key(event: &Event) -> String {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
}

/// What the field holds that an event is about.
pub fn value(event: &Event) -> String {
    let value = |target: EventTarget| js_sys::Reflect::get(&target, &"value".into()).ok()?.as_string();
    event.target().and_then(value).unwrap_or_default()
}

/// Whether the checkbox is ticked that an event is about.
pub fn is_checked(event: &Event) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.checked())
}
