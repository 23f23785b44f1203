//! What an assumption is and where it comes from.

use yew::prelude::*;

use crate::export;
use crate::model::{AssumptionIndex, Model};

/// Its help, its unit, its source, and the ranges it is taken and tested in.
pub fn view(model: &Model, index: AssumptionIndex) -> Html {
    let assumption = &model.assumptions()[index];
    let notes = model.case().notes(index.place(), &assumption.id);
    let value = |value: f64| export::value(assumption, value);
    html! {
        <div class="about-text">
            <p>{ &notes.help }</p>
            <dl>
                <div>
                    <dt>{ "Unit" }</dt>
                    <dd>{ export::value_with_note(assumption, assumption.published) }</dd>
                </div>
                <div>
                    <dt>{ "Source" }</dt>
                    <dd>{ format!("{}. {}.", export::in_paper(&assumption.source), assumption.status.meaning()) }
                        if !notes.derivation.is_empty() {
                            { " " }{ &notes.derivation }
                        }
                    </dd>
                </div>
                <div>
                    <dt>{ "Range" }</dt>
                    <dd>{ export::range(assumption) }</dd>
                </div>
                <div>
                    <dt>{ "For testing" }</dt>
                    <dd>{ format!("{} to {}. {}", value(assumption.low), value(assumption.high),
                        notes.range_note) }</dd>
                </div>
            </dl>
        </div>
    }
}
