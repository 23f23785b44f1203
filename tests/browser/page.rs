//! The app in the test page, found and used by what a person sees and hears.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Promise;
use send_modeller::app::{App, AppProps};
use send_modeller::model::Library;
use send_modeller::session::Kept;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, HtmlElement, HtmlInputElement, InputEvent, InputEventInit, KeyboardEvent,
    KeyboardEventInit, Window,
};
use yew::platform::time::sleep;
use yew::scheduler::flush;
use yew::{AppHandle, Renderer};

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

/// What the address bar says after the `#`.
pub fn address() -> String {
    let hash = window().location().hash().unwrap();
    hash.trim_start_matches('#').to_owned()
}

/// Waits for the address bar to say this: it is written a moment after the change.
pub async fn address_becomes(fragment: &str) {
    for _ in 0..100 {
        if address() == fragment {
            return;
        }
        let soon = Promise::new(&mut |resolve, _| {
            let set = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 20);
            set.unwrap();
        });
        JsFuture::from(soon).await.unwrap();
    }
    assert_eq!(address(), fragment);
}

fn set_address(fragment: &str) {
    let address = format!("#{fragment}");
    let url = if fragment.is_empty() { "/" } else { &address };
    let history = window().history().unwrap();
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(url))
        .unwrap();
}

/// Text as it is read: runs of white space are one space.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of an element.
pub fn text(element: &Element) -> String {
    plain(&element.text_content().unwrap_or_default())
}

/// The text without what is only drawn.
fn spoken(element: &Element) -> String {
    let copy: Element = element.clone_node_with_deep(true).unwrap().unchecked_into();
    for drawn in Part(copy.clone()).all("[aria-hidden=true]") {
        drawn.remove();
    }
    text(&copy)
}

/// The text of an element's first piece, without what stands under it.
fn first_text(element: &Element) -> String {
    let first = element.first_child();
    plain(
        &first
            .and_then(|node| node.text_content())
            .unwrap_or_default(),
    )
}

/// A row of a table: its name, and its cells as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub cells: Vec<String>,
}

/// A part of the page.
pub struct Part(Element);

impl Part {
    /// Every element that fits a selector.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.0.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|at| found.item(at).unwrap().unchecked_into())
            .collect()
    }

    /// The one element that fits a selector.
    pub fn one(&self, selector: &str) -> Element {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found.remove(0)
    }

    fn with_id(&self, id: &str) -> Element {
        self.one(&format!("[id='{id}']"))
    }

    /// The whole of its text.
    pub fn text(&self) -> String {
        text(&self.0)
    }

    /// True where a box of this label is shown.
    pub fn has_field(&self, label: &str) -> bool {
        self.all("label").iter().any(|found| text(found) == label)
    }

    /// The box with this label.
    pub fn field(&self, label: &str) -> HtmlInputElement {
        let labels = self.all("label");
        let found = labels.iter().find(|found| text(found) == label);
        let found = found.unwrap_or_else(|| panic!("no box is labelled {label}"));
        let id = found.get_attribute("for").unwrap();
        self.with_id(&id).dyn_into().unwrap()
    }

    /// What is said about the box with this label: its problem, its unit, its published value.
    pub fn description(&self, label: &str) -> String {
        let ids = self.field(label).get_attribute("aria-describedby").unwrap();
        let parts: Vec<_> = ids
            .split(' ')
            .map(|id| text(&self.with_id(id)))
            .filter(|part| !part.is_empty())
            .collect();
        parts.join("; ")
    }

    /// True where the box with this label is said to hold something unusable.
    pub fn is_invalid(&self, label: &str) -> bool {
        self.field(label).get_attribute("aria-invalid").as_deref() == Some("true")
    }

    /// The slider beside the box with this label.
    pub fn slider(&self, label: &str) -> HtmlInputElement {
        let slider = self.one(&format!("input[type=range][aria-label='{label}, slider']"));
        slider.dyn_into().unwrap()
    }

    fn buttons(&self, name: &str) -> Vec<HtmlElement> {
        let named = |button: &Element| match button.get_attribute("aria-label") {
            Some(label) => label == name,
            None => spoken(button) == name,
        };
        self.all("button")
            .into_iter()
            .filter(named)
            .map(|button| button.dyn_into().unwrap())
            .collect()
    }

    /// True where there is a button of this name.
    pub fn has_button(&self, name: &str) -> bool {
        !self.buttons(name).is_empty()
    }

    /// The one button of this name.
    pub fn button(&self, name: &str) -> HtmlElement {
        let mut found = self.buttons(name);
        assert_eq!(found.len(), 1, "buttons named {name}");
        found.remove(0)
    }

    /// True where the button of this name can be pressed.
    pub fn can_press(&self, name: &str) -> bool {
        !self.button(name).has_attribute("disabled")
    }

    /// Presses the button of this name.
    pub async fn press(&self, name: &str) {
        self.button(name).click();
        settle().await;
    }

    /// Ticks the box of this label, or takes its tick away.
    pub async fn tick(&self, label: &str) {
        self.field(label).click();
        settle().await;
    }

    /// Puts text into the box with this label, as typing it all does.
    pub async fn type_in(&self, label: &str, value: &str) {
        input(&self.field(label), value).await;
    }

    /// Moves the slider beside the box with this label.
    pub async fn slide(&self, label: &str, value: &str) {
        input(&self.slider(label), value).await;
    }

    /// Presses a key in the box with this label. Says whether the browser was kept from
    /// doing what it would have done.
    pub async fn key(&self, label: &str, key: &str) -> bool {
        let taken = keydown(&self.field(label), key, |_| ());
        settle().await;
        taken
    }

    /// The section, figure or group of this name.
    pub fn region(&self, name: &str) -> Part {
        let labelled = |part: &Element| {
            part.get_attribute("aria-label").as_deref() == Some(name)
                || part
                    .get_attribute("aria-labelledby")
                    .is_some_and(|id| text(&self.with_id(&id)) == name)
        };
        let mut found = self.all("section, figure, [role=group]");
        found.retain(labelled);
        assert_eq!(found.len(), 1, "parts named {name}");
        Part(found.remove(0))
    }

    /// True where there is a part of this name.
    pub fn has_region(&self, name: &str) -> bool {
        self.all("h2").iter().any(|heading| text(heading) == name)
    }

    /// The table with this caption.
    pub fn table(&self, caption: &str) -> Part {
        let mut found = self.all("table");
        found.retain(|table| first_text(&Part(table.clone()).one("caption")) == caption);
        assert_eq!(found.len(), 1, "tables called {caption}");
        Part(found.remove(0))
    }

    /// The headings of a table's columns.
    pub fn columns(&self) -> Vec<String> {
        self.all("thead th").iter().map(text).collect()
    }

    /// The rows of a table.
    pub fn rows(&self) -> Vec<Row> {
        let rows = self.all("tbody tr").into_iter().map(Part);
        rows.filter_map(|row| {
            let name = row.all("th[scope=row]").first().map(first_text)?;
            let cells = row.all("td").iter().map(text).collect();
            Some(Row { name, cells })
        })
        .collect()
    }
}

async fn input(field: &HtmlInputElement, value: &str) {
    field.set_value(value);
    let bubbles = InputEventInit::new();
    bubbles.set_bubbles(true);
    let event = InputEvent::new_with_event_init_dict("input", &bubbles).unwrap();
    field.dispatch_event(&event).unwrap();
    settle().await;
}

fn keydown(target: &Element, key: &str, with: impl Fn(&KeyboardEventInit)) -> bool {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    with(&init);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    !target.dispatch_event(&event).unwrap()
}

thread_local! {
    static MOUNTED: RefCell<Option<(AppHandle<App>, Element)>> = const { RefCell::new(None) };
}

/// Takes away what the test before mounted, also where it failed.
async fn unmount() {
    if let Some((app, root)) = MOUNTED.take() {
        app.destroy();
        settle().await;
        root.remove();
    }
}

/// The app, mounted in a fresh element until the next one is.
pub struct Page(Part);

impl Deref for Page {
    type Target = Part;
    fn deref(&self) -> &Part {
        &self.0
    }
}

impl Page {
    /// Opens a link, in the address bar and in the app.
    pub async fn open(link: &str) -> Page {
        Page::open_with(link, Kept::default()).await
    }

    /// The same in a browser that kept something from before.
    pub async fn open_with(link: &str, kept: Kept) -> Page {
        unmount().await;
        set_address(link);
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let props = AppProps {
            library: Rc::new(Library::shipped().unwrap()),
            link: link.to_owned().into(),
            kept,
            problem: None,
            unkept: false,
        };
        let app = Renderer::<App>::with_root_and_props(root.clone(), props).render();
        MOUNTED.set(Some((app, root.clone())));
        settle().await;
        Page(Part(root))
    }

    /// Waits until everything is drawn, after something was done to an element itself.
    pub async fn settled(&self) {
        settle().await;
    }

    /// Presses a key with Ctrl held, wherever the keyboard is.
    pub async fn ctrl(&self, key: &str) {
        keydown(&self.0.0, key, |init| init.set_ctrl_key(true));
        settle().await;
    }

    /// The sentence over the tiles.
    pub fn sentence(&self) -> String {
        text(&self.region("Results").one("p[role=status]"))
    }

    /// The tiles, each as its texts from top to bottom.
    pub fn tiles(&self) -> Vec<Vec<String>> {
        let tiles = self.region("Results").all("dl > div");
        tiles
            .into_iter()
            .map(|tile| Part(tile).all("dt, dd").iter().map(text).collect())
            .collect()
    }

    /// How much is changed, as the bar at the top says it.
    pub fn status(&self) -> String {
        text(&self.one("header .status"))
    }

    /// The title of the case, and the rest of the bar at the top.
    pub fn bar(&self) -> String {
        text(&self.one("header"))
    }
}

/// Waits until everything is drawn: the headline at once, the charts and the tables once
/// the browser has made a frame.
pub async fn settle() {
    flush().await;
    let frame = Promise::new(&mut |made, _| {
        window().request_animation_frame(&made).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
    sleep(Duration::from_millis(40)).await;
    flush().await;
}
