//! What a reader who knows the field would ask of the case, and what nothing in it uses:
//! worth a look, and no fault.

use yew::prelude::*;

use super::boxes::Desk;
use crate::analysis::sense_checks;
use crate::export::sense_words;
use crate::model::Scenario;

/// The section.
pub fn view(desk: &Desk, go: &Callback<String>) -> Html {
    let Some(model) = desk.draft.model().filter(|_| desk.draft.is_sound()) else {
        return html! { <p>{ "The checks are made once the case has no problem." }</p> };
    };
    let published = Scenario::published();
    let words = sense_words(model, &published, &sense_checks(model, &published));
    let warnings: Vec<_> = words.warnings().collect();
    let remarks = model.case().remarks();
    html! {
        <>
            <p>{ &words.sentence }</p>
            if !warnings.is_empty() {
                <ul class="case-checks">
                    { for warnings.iter().map(|(title, text)| html! {
                        <li><b>{ format!("{title}: ") }</b>{ *text }</li>
                    }) }
                </ul>
            }
            <h3>{ "What nothing uses" }</h3>
            if remarks.is_empty() {
                <p>{ "Everything in the case is used." }</p>
            } else {
                <ul class="case-checks">
                    { for remarks.iter().map(|remark| {
                        let press = {
                            let (go, path) = (go.clone(), remark.path.clone());
                            Callback::from(move |_: MouseEvent| go.emit(path.clone()))
                        };
                        html! {
                            <li>
                                <button type="button" class="link" onclick={press}>
                                    { &remark.id }
                                </button>
                                { format!(" {}", remark.words()) }
                            </li>
                        }
                    }) }
                </ul>
            }
        </>
    }
}
