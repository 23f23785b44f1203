//! Ways to choose one of several on this screen: each a radio button, or in a list that
//! opens.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// One choice of a few, all in sight. `name` is unique on the page.
pub fn radios<T: Copy + PartialEq + 'static>(
    name: &'static str,
    legend: &str,
    choices: &[(T, String)],
    chosen: T,
    choose: &Callback<T>,
) -> Html {
    html! {
        <fieldset class="which">
            <legend>{ legend }</legend>
            { for choices.iter().enumerate().map(|(place, (choice, label))| {
                let (id, choice) = (format!("{name}-{place}"), *choice);
                let onchange = choose.reform(move |_: Event| choice);
                html! {
                    <div class="pick">
                        <input type="radio" {name} id={id.clone()} checked={choice == chosen}
                            {onchange} />
                        <label for={id}>{ label }</label>
                    </div>
                }
            }) }
        </fieldset>
    }
}

/// One choice of many, by its place. `id` is unique on the page.
pub fn list(
    id: &'static str,
    label: &'static str,
    choices: Vec<String>,
    chosen: usize,
    choose: Callback<usize>,
) -> Html {
    html! { <List {id} {label} {choices} {chosen} {choose} /> }
}

/// The same in a table, where its row says to the eye what it is for.
pub fn list_in_row(
    id: String,
    label: String,
    choices: Vec<String>,
    chosen: usize,
    choose: Callback<usize>,
) -> Html {
    html! { <List {id} {label} unseen={true} {choices} {chosen} {choose} /> }
}

/// The same where the choice cannot be used: `problem` says why, and what to do.
pub fn list_with(
    id: &'static str,
    label: &'static str,
    choices: Vec<String>,
    chosen: usize,
    choose: Callback<usize>,
    problem: Option<Html>,
) -> Html {
    let invalid = problem.is_some();
    let problem = problem.unwrap_or_default();
    html! { <List {id} {label} {choices} {chosen} {choose} {invalid} {problem} /> }
}

/// Shows the rest of a list, or the first of it alone.
pub fn all_or_first(all: &UseStateHandle<bool>, first: usize, count: usize, of: &str) -> Html {
    if count <= first {
        return Html::default();
    }
    let shown = **all;
    let onclick = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!shown))
    };
    html! {
        <p>
            <button type="button" class="button" {onclick}>
                if shown {
                    { "Show fewer" }
                } else {
                    { format!("Show all {count} {of}") }
                }
            </button>
        </p>
    }
}

#[derive(PartialEq, Properties)]
struct ListProps {
    id: AttrValue,
    label: AttrValue,
    /// True where the label is for who cannot see the list's row.
    #[prop_or_default]
    unseen: bool,
    choices: Vec<String>,
    chosen: usize,
    choose: Callback<usize>,
    #[prop_or_default]
    invalid: bool,
    #[prop_or_default]
    problem: Html,
}

#[component]
fn List(props: &ListProps) -> Html {
    let ListProps {
        id,
        label,
        unseen,
        choices,
        chosen,
        choose,
        invalid,
        problem,
    } = props;
    let problem_id = format!("{id}-problem");
    let node = use_node_ref();
    // Once a person has chosen, what the options say of themselves no longer counts.
    use_effect_with((*chosen, choices.len()), {
        let node = node.clone();
        move |(chosen, _)| {
            if let Some(list) = node.get() {
                as_box(list).set_value(&chosen.to_string());
            }
        }
    });
    let choose = choose.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target().map(|list| as_box(list).value());
        if let Some(chosen) = chosen.and_then(|chosen| chosen.parse().ok()) {
            choose.emit(chosen);
        }
    });
    html! {
        <div class={classes!("list", invalid.then_some("invalid"))}>
            <label for={id} class={unseen.then_some("visually-hidden")}>{ label }</label>
            <select ref={node} {id} {onchange} aria-invalid={invalid.then_some("true")}
                aria-describedby={invalid.then(|| problem_id.clone())}>
                { for choices.iter().enumerate().map(|(place, choice)| html! {
                    <option value={place.to_string()} selected={place == *chosen}>{ choice }</option>
                }) }
            </select>
            // Always there, so that it is heard when something comes into it.
            <div id={problem_id} class="problem" role="status">{ problem.clone() }</div>
        </div>
    }
}

/// A list gives and takes its value as a box does; a type of its own would only bring more
/// glue to the first load.
fn as_box(list: impl JsCast) -> HtmlInputElement {
    list.unchecked_into()
}
