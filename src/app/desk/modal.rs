//! A window over the page, with the browser's own handling of the keyboard.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, EventTarget, FocusOptions, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use crate::app::browser;

#[derive(PartialEq, Properties)]
pub struct ModalProps {
    /// Its heading.
    pub title: AttrValue,
    /// The id of its heading: a window over another needs one of its own.
    #[prop_or(AttrValue::Static("modal-title"))]
    pub title_id: AttrValue,
    #[prop_or_default]
    pub class: Classes,
    /// Closes it.
    pub close: Callback<()>,
    pub children: Children,
}

/// A window that keeps the keyboard until it is closed: by its button, by Escape, or by
/// pressing beside it. The keyboard goes back to what opened it.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                let _ = dialog.show_modal();
            }
            // Closing gives the keyboard back to what had it; taking it away would not.
            move || {
                let Some(dialog) = dialog else { return };
                dialog.close();
                // What opened it may be gone with the screen it stood on, and some browsers
                // give a pressed button no keyboard to come back to.
                let document = dialog.owner_document();
                let (Some(document), Some(results)) = (document, browser::element("results"))
                else {
                    return;
                };
                let active = document.active_element();
                let lost = dialog.contains(active.as_deref())
                    || active == document.body().map(Element::from);
                if let (true, Some(results)) = (lost, results.dyn_ref::<HtmlElement>()) {
                    let stay = FocusOptions::new();
                    stay.set_prevent_scroll(true);
                    let _ = results.focus_with_options(&stay);
                }
            }
        });
    }
    let close = props.close.reform(|_: MouseEvent| ());
    // Escape: the browser has closed it by now, and the app takes it away.
    let closed = props.close.reform(|_: Event| ());
    // The window itself is hit only where nothing of it is drawn, which is beside it. A
    // press that began inside, to select text, does not count.
    let beside = {
        let node = node.clone();
        move |event: &MouseEvent| {
            let window = node.cast::<HtmlDialogElement>().map(EventTarget::from);
            window.is_some() && event.target() == window
        }
    };
    let began_beside = use_mut_ref(|| false);
    let onmousedown = {
        let (began_beside, beside) = (began_beside.clone(), beside.clone());
        Callback::from(move |event: MouseEvent| {
            began_beside.replace(beside(&event));
        })
    };
    let onclick = {
        let close = props.close.clone();
        Callback::from(move |event: MouseEvent| {
            if beside(&event) && began_beside.replace(false) {
                close.emit(());
            }
        })
    };
    html! {
        <dialog ref={node} class={classes!("modal", props.class.clone())}
            aria-labelledby={props.title_id.clone()} onclose={closed} {onmousedown} {onclick}>
            <div class="modal-inside">
                <div class="modal-head">
                    // The keyboard begins here: on the button, Enter would close what has
                    // only just opened.
                    <h2 id={props.title_id.clone()} tabindex="-1" autofocus=true>
                        { &props.title }
                    </h2>
                    <button type="button" class="button" onclick={close}>{ "Close" }</button>
                </div>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
