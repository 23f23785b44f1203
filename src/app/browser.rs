//! The browser outside the page: address bar, clipboard, keys. Every call is total: what
//! a browser refuses is said by the return value or, where it does not matter, skipped.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, KeyboardEvent, Window};

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

/// The page's address with this fragment: the link to send.
pub fn link_to(fragment: &str) -> String {
    let page = window().and_then(|window| window.location().href().ok());
    let page = page.unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
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

/// Calls back when the page is left or reloaded. Listens until the answer is called.
pub fn on_leave(callback: impl Fn() + 'static) -> impl FnOnce() {
    let listener =
        window().map(|window| EventListener::new(&window, "pagehide", move |_| callback()));
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

/// Calls back when the window's size changes. Listens until the answer is called.
pub fn on_resize(callback: impl Fn() + 'static) -> impl FnOnce() {
    let listener =
        window().map(|window| EventListener::new(&window, "resize", move |_| callback()));
    move || drop(listener)
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

/// Moves the keyboard to an element and brings it into sight.
pub fn focus(id: &str) {
    if let Some(element) =
        element(id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}
