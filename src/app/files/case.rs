//! A case that was brought in as a file or as a workbook: opened as a case of one's own.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::opening::{FOUND, Opening};
use crate::app::cases;
use crate::app::pieces::fetched;
use crate::link::Page;

impl Opening {
    /// A whole case is opened at once: it takes the place of nothing, since the case that was
    /// open stays where it is.
    pub fn take_case(&self, name: &str, text: String) {
        let (opening, name, heard) = (self.clone(), name.to_owned(), self.heard());
        spawn_local(async move {
            let piece = fetched::<cases::Piece>().await;
            if !heard() {
                return;
            }
            let session = &opening.session;
            let taken = match piece {
                Some(piece) => (piece.take)(&text, session.library()),
                None => Err("The part of the app that reads cases could not be loaded.".to_owned()),
            };
            match taken {
                Err(why) => opening.refuse(&name, &why),
                Ok(arrived) => {
                    arrived.open(session, &opening.dispatch, Page::Explore, false);
                    opening.close.emit(());
                }
            }
        });
    }

    /// What is wrong with the workbook of a case, by cell.
    pub fn case_view(
        &self,
        name: &str,
        found: &Rc<(String, Vec<String>)>,
        leave: Callback<MouseEvent>,
    ) -> Html {
        let open = {
            let (opening, name, found) = (self.clone(), name.to_owned(), found.clone());
            Callback::from(move |_: MouseEvent| opening.take_case(&name, found.0.clone()))
        };
        html! {
            <section class="found" aria-labelledby={FOUND}>
                <h4 id={FOUND} tabindex="-1">
                    { format!("{name}: a case with something to mend") }
                </h4>
                <ul>{ for found.1.iter().map(|problem| html! { <li>{ problem }</li> }) }</ul>
                <p>
                    { "Mend it in the workbook and open that again, or open it as far as \
                       it can be and mend it here." }
                </p>
                <div class="with-button">
                    <button type="button" class="button primary" onclick={open}>
                        { "Open as far as it can be" }
                    </button>
                    <button type="button" class="button" onclick={leave}>
                        { "Leave it" }
                    </button>
                </div>
            </section>
        }
    }
}
