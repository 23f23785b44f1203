//! Bytes made small and large again by the browser's own means, and files of this host.
//! By name, as in [`super::handed`]: nothing of it is wanted at first.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::handed::{call, get};
use super::window;

fn new(class: &str, of: &[JsValue]) -> Option<JsValue> {
    let class = get(&window()?.into(), class).dyn_into::<Function>().ok()?;
    Reflect::construct(&class, &of.iter().collect::<Array>()).ok()
}

async fn come(promise: JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>().ok()?)
        .await
        .ok()
}

/// A stream of bytes through one that makes them small or large; none where the browser
/// has none such, as those of before 2023.
fn through(class: &str, bytes: &[u8]) -> Option<JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = new("Blob", &[parts.into()])?;
    let stream = call(&blob, "stream", &[]).ok()?;
    let changes = new(class, &["deflate-raw".into()])?;
    call(&stream, "pipeThrough", &[changes]).ok()
}

/// Bytes made small (DEFLATE, RFC 1951); none where the browser cannot.
pub async fn deflated(bytes: &[u8]) -> Option<Vec<u8>> {
    all(through("CompressionStream", bytes)?, usize::MAX).await
}

/// Bytes made large again; none where they are no such bytes, come to more than `most`, or
/// the browser cannot.
pub async fn inflated(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    all(through("DecompressionStream", bytes)?, most).await
}

/// All of a stream, as long as it is no more than `most` bytes: a hostile link must not
/// fill the memory.
async fn all(stream: JsValue, most: usize) -> Option<Vec<u8>> {
    let reader = call(&stream, "getReader", &[]).ok()?;
    let mut bytes = Vec::new();
    loop {
        let next = come(call(&reader, "read", &[]).ok()?).await?;
        if get(&next, "done").is_truthy() {
            return Some(bytes);
        }
        let part = get(&next, "value").dyn_into::<Uint8Array>().ok()?;
        if bytes.len() + part.length() as usize > most {
            let _ = call(&reader, "cancel", &[]);
            return None;
        }
        bytes.extend(part.to_vec());
    }
}

/// The text of a file of this host, at most `most` bytes; none where there is none.
pub async fn fetched(address: &str, most: usize) -> Option<String> {
    let window = window()?;
    let answer = come(call(&window, "fetch", &[address.into()]).ok()?).await?;
    if !get(&answer, "ok").is_truthy() {
        return None;
    }
    let bytes = all(get(&answer, "body"), most).await?;
    String::from_utf8(bytes).ok()
}
