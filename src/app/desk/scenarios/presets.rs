//! What the case offers by name.

use yew::prelude::*;

use super::working::Working;
use crate::case::Preset;
use crate::link::Named;
use crate::session::Action;

/// The presets of the case.
pub fn presets(working: &Working) -> Html {
    let model = working.session.model();
    let presets = &model.case().evidence().presets;
    html! {
        if !presets.is_empty() {
            <section aria-labelledby="presets">
                <h3 id="presets">{ "From the case" }</h3>
                <p class="help">{ "Common questions, each ready to open. Undo brings back what \
                                   was there." }</p>
                <ul class="kept">
                    { for presets.iter().map(|preset| item(working, preset)) }
                </ul>
            </section>
        }
    }
}

fn item(working: &Working, preset: &Preset) -> Html {
    let session = &working.session;
    let shown = session.model().preset(preset) == *session.shown();
    html! {
        <li key={preset.id.clone()}>
            <div class="kept-words">
                <b class="kept-name">{ &preset.label }</b>
                if shown {
                    <span class="mark">{ "Shown now" }</span>
                }
                <p class="help">
                    { &preset.help }
                    if !preset.source.is_empty() {
                        { format!(" Source: {}.", source_words(&preset.source)) }
                    }
                </p>
            </div>
            <div class="kept-buttons">
                // The same name may be saved as well; this one is the case's.
                <button type="button" class="button"
                    aria-label={format!("Open {}, from the case", preset.label)}
                    onclick={working.open(Action::Show(Named::preset(session.model(), preset)))}>{ "Open" }</button>
            </div>
        </li>
    }
}

/// A bare section number as "section 6.7"; anything else as it stands.
fn source_words(source: &str) -> String {
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ');
    if source.chars().all(number) {
        format!("section {source}")
    } else {
        source.to_owned()
    }
}
