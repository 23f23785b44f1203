//! A list to choose from.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct PickProps {
    pub id: AttrValue,
    /// Words and the names they are shown by.
    pub options: Vec<(String, String)>,
    /// The word that is chosen.
    pub chosen: String,
    pub choose: Callback<String>,
    #[prop_or_default]
    pub invalid: Option<&'static str>,
    #[prop_or_default]
    pub described: Option<String>,
    /// Its name where it has no label.
    #[prop_or_default]
    pub name: Option<String>,
}

#[component]
pub fn Pick(props: &PickProps) -> Html {
    let node = use_node_ref();
    // Once a person has chosen, what the options say of themselves no longer counts.
    use_effect_with((props.chosen.clone(), props.options.len()), {
        let node = node.clone();
        move |(chosen, _)| {
            if let Some(list) = node.get() {
                list.unchecked_into::<HtmlInputElement>().set_value(chosen);
            }
        }
    });
    let onchange = props.choose.reform(|event: Event| {
        // A list gives its value as a box does, without glue of its own.
        event
            .target()
            .map(|list| list.unchecked_into::<HtmlInputElement>().value())
            .unwrap_or_default()
    });
    html! {
        <select ref={node} id={&props.id} aria-invalid={props.invalid} aria-label={props.name.clone()}
            aria-describedby={props.described.clone()} {onchange}>
            { for props.options.iter().map(|(word, name)| html! {
                <option value={word.clone()} selected={*word == props.chosen}>{ name }</option>
            }) }
        </select>
    }
}
