//! The browser outside the page: address bar, clipboard, keys. Every call is total: what
//! a browser refuses is said by the return value or, where it does not matter, skipped.

mod handed;
mod packing;

pub use handed::{Handed, bytes_of_text, download, on_dropped, png};
pub use packing::{deflated, fetched, inflated};

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, KeyboardEvent, Storage, StorageEvent, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

/// The element with this id.
pub fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// The fragment in the address bar, with its `#`; empty where there is none.
pub fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The link to send: the page's address with this fragment, or where it has none that is
/// of use to others the fragment alone.
pub fn link_to(fragment: &str) -> String {
    format!("{}#{fragment}", address())
}

/// The page's address without a fragment; empty for a copy opened from a file, whose
/// address says where it lies on this device.
pub fn address() -> String {
    let page = window().and_then(|window| window.location().href().ok());
    let page = page.unwrap_or_default();
    if page.starts_with("file:") {
        return String::new();
    }
    page.split('#').next().unwrap_or_default().to_owned()
}

/// Puts a fragment into the address bar, as a new place in the browser's history or in
/// the stead of the present one. False where it was there already, or where the browser
/// refused, as it may when asked too often; the next change asks again.
pub fn show_fragment(address: &str, new_place: bool) -> bool {
    let address = address.trim_start_matches('#');
    if fragment().trim_start_matches('#') == address {
        return false;
    }
    let Some(history) = window().and_then(|window| window.history().ok()) else {
        return false;
    };
    let url = format!("#{address}");
    let shown = if new_place {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    shown.is_ok()
}

/// Leaves an address behind for a reload of this tab, which `www/boot.js` takes up.
pub fn leave_behind(address: &str) {
    if let Some(storage) = tab() {
        // Where it is refused, what was kept last has it.
        let _ = storage.set_item("send-modeller", address.trim_start_matches('#'));
    }
}

/// The page's title, as tabs and bookmarks show it.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Calls back when the person goes Back or Forward or changes the fragment by hand.
/// Listens until the answer is called.
pub fn on_navigation(callback: impl Fn() + Clone + 'static) -> impl FnOnce() {
    let listeners = window().map(|window| {
        ["popstate", "hashchange"].map(|event| {
            let callback = callback.clone();
            EventListener::new(&window, event, move |_| callback())
        })
    });
    move || drop(listeners)
}

/// What [`on`] can tell of, by the browser's name: the window's size changes.
pub const RESIZED: &str = "resize";
/// The page is left or reloaded.
pub const LEFT: &str = "pagehide";
/// The page is about to be printed, by whatever way.
pub const PRINTED: &str = "beforeprint";

/// Calls back when this happens to the window. Listens until the answer is called.
pub fn on(event: &'static str, callback: Box<dyn Fn()>) -> impl FnOnce() {
    let listener = window().map(|window| EventListener::new(&window, event, move |_| callback()));
    move || drop(listener)
}

/// Today, as the United Kingdom writes it: `22 November 2026`.
pub fn today() -> String {
    let options = js_sys::Object::new();
    for (part, form) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = js_sys::Reflect::set(&options, &part.into(), &form.into());
    }
    js_sys::Date::new_0()
        .to_locale_date_string("en-GB", &options)
        .into()
}

/// Today, for files and for other programs: `2026-11-26`.
pub fn date() -> String {
    let options = js_sys::Object::new();
    // The place where that is how a date is written.
    js_sys::Date::new_0()
        .to_locale_date_string("sv-SE", &options)
        .into()
}

/// Calls back on every key pressed. Listens until the answer is called.
pub fn on_key(callback: impl Fn(&KeyboardEvent) + 'static) -> impl FnOnce() {
    let listener = window().map(|window| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref() {
                callback(event);
            }
        })
    });
    move || drop(listener)
}

/// Calls back once the next frame is made.
pub fn after_frame(callback: Box<dyn FnOnce()>) {
    // What is asked for in the preparation of a frame comes after it.
    let frame = Closure::once_into_js(move |_: f64| Timeout::new(0, callback).forget());
    if let Some(window) = window() {
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
}

/// Any seed at all, for who wants another: what comes of it can be had again, since the
/// seed is shown.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "from nought to just below two to the power of 32"
)]
pub fn any_seed() -> u32 {
    (js_sys::Math::random() * 4_294_967_296.0) as u32
}

/// What the build put into the page under this name, as a rule an address; none where it
/// put nothing there.
pub fn named(name: &str) -> Option<String> {
    let meta = format!("meta[name=\"{name}\"]");
    let document = window()?.document()?;
    document
        .query_selector(&meta)
        .ok()??
        .get_attribute("content")
}

/// Adds the style sheet that the build put into the page under this name, and waits until
/// it is there or cannot be had: a piece without its looks is better than none. Builds
/// that do not name it have no styles to add.
pub async fn add_styles(name: &str) {
    let add = || -> Option<(Element, Element)> {
        let document = window()?.document()?;
        let head = document.head()?;
        let href = named(name)?;
        let link = document.create_element("link").ok()?;
        link.set_attribute("rel", "stylesheet").ok()?;
        link.set_attribute("href", &href).ok()?;
        Some((head.into(), link))
    };
    let Some((head, link)) = add() else {
        return;
    };
    let come = js_sys::Promise::new(&mut |resolve, _| {
        for event in ["load", "error"] {
            let resolve = resolve.clone();
            EventListener::once(&link, event, move |_| {
                let _ = resolve.call0(&JsValue::NULL);
            })
            .forget();
        }
        let _ = head.append_child(&link);
    });
    let _ = JsFuture::from(come).await;
}

/// Puts text on the clipboard; false where the browser refused.
pub async fn copy(text: String) -> bool {
    let Some(window) = window() else {
        return false;
    };
    let clipboard = window.navigator().clipboard();
    // Pages not served securely have no clipboard, whatever the types say.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(&text)).await.is_ok()
}

/// Gives the styles a text under a name of theirs, for what only they can place, such as
/// the margins of printed pages. By script, which the policy allows, and not in the page.
pub fn give_styles(name: &str, text: &str) {
    let root = window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let mut quoted = String::from("\"");
        for letter in text.chars() {
            match letter {
                '"' | '\\' => quoted.extend(['\\', letter]),
                _ if letter.is_control() => quoted.push(' '),
                _ => quoted.push(letter),
            }
        }
        quoted.push('"');
        let _ = root.style().set_property(name, &quoted);
    }
}

/// Moves the keyboard to an element and brings it into sight.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The id of the element that has the keyboard.
pub fn focused() -> Option<String> {
    let active = window()?.document()?.active_element()?;
    Some(active.id()).filter(|id| !id.is_empty())
}

/// Why the browser did not keep something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// It keeps nothing for this page.
    Blocked,
    /// There is no room.
    Full,
}

/// What the browser keeps for this tab alone, until it is closed.
fn tab() -> Option<Storage> {
    window()?.session_storage().ok()?
}

/// What was kept for this tab under a name; none where nothing was, or nothing can be.
pub fn kept_in_tab(name: &str) -> Option<String> {
    tab()?.get_item(&format!("{OURS}{name}")).ok()?
}

/// Keeps text for this tab under a name. Where that is refused only a reload loses it.
pub fn keep_in_tab(name: &str, text: &str) {
    if let Some(storage) = tab() {
        let _ = storage.set_item(&format!("{OURS}{name}"), text);
    }
}

/// What every key of ours in the browser's storage begins with.
const OURS: &str = "send-modeller.";

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What was kept under a name; none where nothing was, or nothing can be.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(&format!("{OURS}{name}")).ok()?
}

/// Keeps text under a name, on this device alone.
///
/// # Errors
/// Where the browser keeps nothing for this page, or has no room.
pub fn keep(name: &str, text: &str) -> Result<(), NotKept> {
    let storage = storage().ok_or(NotKept::Blocked)?;
    let name = format!("{OURS}{name}");
    storage.set_item(&name, text).map_err(|_| {
        // A browser that refuses altogether does so for the least as well.
        let least = format!("{OURS}room");
        match storage.set_item(&least, "") {
            Ok(()) => {
                let _ = storage.remove_item(&least);
                NotKept::Full
            }
            Err(_) => NotKept::Blocked,
        }
    })
}

/// Forgets what was kept under a name.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&format!("{OURS}{name}"));
    }
}

/// Calls back with the new text when another window of this browser keeps something
/// under this name. Listens until the answer is called.
pub fn on_kept_elsewhere<T: Fn(String) + 'static>(
    name: &str,
    callback: T,
) -> impl FnOnce() + use<T> {
    let name = format!("{OURS}{name}");
    let listener = window().map(|window| {
        EventListener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>()
                && event.key().as_deref() == Some(&*name)
            {
                callback(event.new_value().unwrap_or_default());
            }
        })
    });
    move || drop(listener)
}

/// Says something that cannot wait, in the browser's own window.
pub fn alert(text: &str) {
    if let Some(window) = window() {
        let _ = window.alert_with_message(text);
    }
}

/// Opens the browser's own window for printing. Some that are built into other programs have
/// none.
pub fn print() {
    if window().is_some_and(|window| window.print().is_err()) {
        alert(
            "This browser did not open its window for printing. Use its menu, or another browser.",
        );
    }
}
