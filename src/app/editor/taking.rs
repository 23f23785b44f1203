//! The case as a file: its own, and a workbook to fill in and to open again.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::boxes::Desk;
use crate::app::book::{Answer, Ask, Book, Trouble};
use crate::app::browser;
use crate::app::cases;
use crate::session::draft::Draft;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[derive(PartialEq, Properties)]
pub struct TakingProps {
    pub desk: Desk,
}

/// The buttons, and how it goes.
#[component]
pub fn Taking(props: &TakingProps) -> Html {
    let book = use_memo((), |()| Book::default());
    let said = use_state_eq(String::new);
    let draft = &props.desk.draft;
    let save = {
        let draft = draft.clone();
        Callback::from(move |_: MouseEvent| {
            let text = JsValue::from(file_text(&draft));
            browser::download(&name(&draft, "json"), "application/json", &text);
        })
    };
    let workbook = {
        let (draft, said) = (draft.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            if !draft.is_sound() {
                said.set("A workbook is made once the case has no problem; the case file can be saved as it is.".to_owned());
                return;
            }
            said.set("Making the workbook…".to_owned());
            let (said, name) = (said.clone(), name(&draft, "xlsx"));
            let made = Callback::from(move |answer: Result<Answer, Trouble>| {
                let words = match answer {
                    Ok(Answer::Bytes(bytes)) => {
                        browser::download(&name, XLSX, &bytes);
                        format!("{name} was given to the browser to save.")
                    }
                    Err(Trouble::Failed(why)) => format!("The workbook could not be made: {why}"),
                    _ => "The workbook could not be made: the part of the app that makes it could not be loaded. Try again.".to_owned(),
                };
                said.set(words);
            });
            book.ask(Ask::Case(file_text(&draft)), made);
        })
    };
    html! {
        <>
            <button type="button" class="button" onclick={save}>{ "Save case file" }</button>
            <button type="button" class="button" onclick={workbook}>{ "Save as workbook" }</button>
            <span class="help" role="status">{ (*said).clone() }</span>
        </>
    }
}

/// A name for a file of the case.
fn name(draft: &Draft, ending: &str) -> String {
    let id = draft.text("id");
    let id = if id.is_empty() { "case" } else { id };
    format!("{id}.{ending}")
}

/// The text of the case file: as it is written where there is no fault, and else as it is.
fn file_text(draft: &Draft) -> String {
    match draft.model().filter(|_| draft.is_sound()) {
        Some(model) => model.case().to_json(),
        None => cases::text_of(draft.value()),
    }
}
