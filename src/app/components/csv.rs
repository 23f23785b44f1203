//! A table as a file to take away.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::pieces::fetched;
use crate::app::{answers, browser};
use crate::export::Table;

/// Offers a table as a file named after what it shows. What writes it is fetched then.
pub fn csv_button(name: &'static str, table: &Rc<Table>) -> Html {
    let table = table.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let table = table.clone();
        spawn_local(async move {
            match fetched::<answers::Piece>().await {
                Some(answers) => browser::download(
                    &format!("{name}.csv"),
                    "text/csv;charset=utf-8",
                    &(answers.csv)(&table).into(),
                ),
                None => browser::alert(
                    "The file could not be made: part of the app could not be loaded. Check the \
                     connection and try again.",
                ),
            }
        });
    });
    html! {
        <button type="button" class="link" {onclick}>
            { "Download CSV" }
            <span class="visually-hidden">{ format!(" of {name}") }</span>
        </button>
    }
}
