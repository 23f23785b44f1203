//! A worker: what it runs is named in the page by the build, it says when it is ready, and
//! whoever hires it hears its messages until it is let go.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::browser;

/// A worker with what listens to it. It is ended when this goes.
#[derive(Debug)]
pub struct Hired {
    worker: Worker,
    /// True once it said so.
    pub ready: bool,
    /// Loses patience unless it is ready, or done, in time.
    pub patience: Option<Timeout>,
    _listeners: [EventListener; 3],
}

impl Hired {
    /// Hires the worker whose address the page has under this name. `heard` is given each
    /// message; `lost` is called where the worker cannot run. None where the page names
    /// none or the browser refuses.
    pub fn new(
        name: &str,
        heard: impl Fn(&JsValue) + 'static,
        lost: impl Fn() + Clone + 'static,
    ) -> Option<Hired> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&browser::named(name)?, &options).ok()?;
        let listen = |event: &'static str| {
            let lost = lost.clone();
            EventListener::new(&worker, event, move |_| lost())
        };
        let listeners = [
            EventListener::new(&worker, "message", move |event| {
                let message = event.dyn_ref().map(MessageEvent::data);
                heard(&message.unwrap_or_default());
            }),
            listen("error"),
            listen("messageerror"),
        ];
        Some(Hired {
            worker,
            ready: false,
            patience: None,
            _listeners: listeners,
        })
    }

    /// Sends it a message.
    pub fn tell(&self, message: &JsValue) {
        let _ = self.worker.post_message(message);
    }
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
