//! Files that are handed to the page and by it: chosen, dropped, read, drawn and saved.
//!
//! Most of it goes by name, as scripts do it: each binding of a browser's function would
//! be a part of the first load, and nothing here is wanted then.

use gloo_events::EventListener;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use super::window;

/// A file that a person chose or dropped. Nothing of it is read yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Handed(JsValue);

/// What `boot.js` says when a file was dropped, and where it leaves it.
const DROPPED: &str = "dropped";

impl Handed {
    /// The first of a list of files, and whether there are more.
    fn first(files: &JsValue) -> Option<(Handed, bool)> {
        let first = Reflect::get_u32(files, 0).ok()?;
        let more = get(files, "length").as_f64().unwrap_or_default() > 1.0;
        (!first.is_falsy()).then(|| (Handed(first), more))
    }

    /// The file chosen in a file input, which is then ready to choose the same again.
    pub fn chosen(input: &Element) -> Option<(Handed, bool)> {
        let found = Handed::first(&get(input, "files"));
        let _ = Reflect::set(input, &"value".into(), &"".into());
        found
    }

    /// The file that was dropped and that nobody has taken yet.
    pub fn dropped() -> Option<(Handed, bool)> {
        let window = window()?;
        let found = Handed::first(&get(&window, DROPPED));
        let _ = Reflect::set(&window, &DROPPED.into(), &JsValue::UNDEFINED);
        found
    }

    /// Its name; whatever somebody called it.
    pub fn name(&self) -> String {
        get(&self.0, "name").as_string().unwrap_or_default()
    }

    /// How many bytes it has.
    pub fn size(&self) -> f64 {
        get(&self.0, "size").as_f64().unwrap_or_default()
    }

    /// Its bytes; none where the browser cannot read them, as of a folder.
    pub async fn bytes(&self) -> Option<Uint8Array> {
        let promise = call(&self.0, "arrayBuffer", &[]).ok()?;
        let buffer = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await;
        Some(Uint8Array::new(&buffer.ok()?))
    }
}

/// Calls back when a file is dropped on the page. Listens until the answer is called.
pub fn on_dropped(callback: impl Fn() + 'static) -> impl FnOnce() {
    let listener = window().map(|window| EventListener::new(&window, DROPPED, move |_| callback()));
    move || drop(listener)
}

/// The bytes of a text.
pub fn bytes_of_text(text: &str) -> Uint8Array {
    Uint8Array::from(text.as_bytes())
}

/// Offers a file to keep; its content is a text or bytes.
pub fn download(file_name: &str, media_type: &str, content: &JsValue) {
    let offer = || -> Option<()> {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = Array::of1(content);
        // The parts may be of any kind, whatever the binding is called.
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
        let link = window()?.document()?.create_element("a").ok()?;
        link.set_attribute("href", &url).ok()?;
        link.set_attribute("download", file_name).ok()?;
        link.dyn_ref::<HtmlElement>()?.click();
        let _ = web_sys::Url::revoke_object_url(&url);
        Some(())
    };
    let _ = offer();
}

/// A picture of this many pixels, as PNG at so many times the size; none where the browser
/// cannot draw it.
pub async fn png(svg: &str, width: f64, height: f64, times: f64) -> Option<Uint8Array> {
    let document = window()?.document()?;
    let image = document.create_element("img").ok()?;
    // Not by an object's address: the policy takes pictures of our own and of `data:`.
    let text = js_sys::encode_uri_component(svg);
    let address = format!("data:image/svg+xml;charset=utf-8,{}", String::from(text));
    image.set_attribute("src", &address).ok()?;
    JsFuture::from(
        call(&image, "decode", &[])
            .ok()?
            .dyn_into::<Promise>()
            .ok()?,
    )
    .await
    .ok()?;
    let canvas = document.create_element("canvas").ok()?;
    let (across, down) = (JsValue::from(width * times), JsValue::from(height * times));
    Reflect::set(&canvas, &"width".into(), &across).ok()?;
    Reflect::set(&canvas, &"height".into(), &down).ok()?;
    let drawing = call(&canvas, "getContext", &["2d".into()]).ok()?;
    let nought = JsValue::from(0);
    let place = [image.into(), nought.clone(), nought, across, down];
    call(&drawing, "drawImage", &place).ok()?;
    // At once: `toBlob` waits up to a second for the page to be idle.
    let made = call(&canvas, "toDataURL", &["image/png".into()]).ok()?;
    let made = made.as_string()?;
    let letters = call(&window()?.into(), "atob", &[made.split_once(',')?.1.into()]).ok()?;
    // A letter for each byte.
    let letters = letters.as_string()?;
    let bytes: Result<Vec<u8>, _> = letters.chars().map(u8::try_from).collect();
    Some(Uint8Array::from(&*bytes.ok()?))
}

pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

pub(super) fn call(of: &JsValue, name: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = get(of, name).dyn_into()?;
    Reflect::apply(&function, of, &given.iter().collect::<Array>())
}
