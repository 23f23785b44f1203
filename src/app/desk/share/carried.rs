//! A case that nobody else has goes along in the link, packed, or as a file beside it.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::pieces::fetched;
use crate::app::{browser, cases};
use crate::session::Session;

/// What of the case the link carries.
#[derive(Clone, PartialEq)]
pub enum Carried {
    /// Nothing: whoever has the app has the case.
    Nothing,
    /// It is being packed.
    Coming,
    /// The whole of it.
    Packed(String),
    /// Nothing, since it cannot be packed here.
    Cannot,
}

/// Packs the case where nobody else has it.
#[hook]
pub fn use_carried(session: &Session) -> Carried {
    let carried = use_state_eq(|| Carried::Nothing);
    let set = carried.clone();
    use_effect_with(session.model().clone(), {
        let library = session.library().clone();
        move |model| {
            let case = model.base().case();
            if !library.is_own(&case.id) {
                return set.set(Carried::Nothing);
            }
            set.set(Carried::Coming);
            let case = case.clone();
            spawn_local(async move {
                let packed = match fetched::<cases::Piece>().await {
                    Some(piece) => (piece.pack)(case).await,
                    None => None,
                };
                set.set(packed.map_or(Carried::Cannot, Carried::Packed));
            });
        }
    });
    Carried::clone(&carried)
}

/// What there is to know of it, and the case as a file.
pub fn case_notes(session: &Session, carried: &Carried) -> Html {
    if *carried == Carried::Nothing {
        return Html::default();
    }
    let case = session.model().case();
    let save = {
        let model = session.model().clone();
        Callback::from(move |_: MouseEvent| {
            let model = model.clone();
            spawn_local(async move {
                let Some(piece) = fetched::<cases::Piece>().await else {
                    return;
                };
                let case = model.base().case();
                let text = JsValue::from((piece.file)(case));
                browser::download(&format!("{}.json", case.id), "application/json", &text);
            });
        })
    };
    html! {
        <section aria-labelledby="share-case">
            <h3 id="share-case">{ "The case goes along" }</h3>
            <p role="status">
                { match carried {
                    Carried::Packed(_) => format!(
                        "“{}” is a case of your own, so the link carries all of it. Where the link \
                         is too long for a mail, send the case file as well: whoever has opened it \
                         once can open short links to it.", case.title),
                    Carried::Coming => "The case is being packed into the link…".to_owned(),
                    _ => format!(
                        "This browser cannot pack “{}” into the link. Send the case file: whoever \
                         has opened it can open links to it.", case.title),
                } }
            </p>
            <div class="with-button">
                <button type="button" class="button" onclick={save}>{ "Save case file" }</button>
            </div>
        </section>
    }
}
