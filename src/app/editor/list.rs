//! A list of the case: a row for each item, one of them open to be changed, and a way to
//! add one under a name.

use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use super::boxes::{Desk, box_id};
use super::pick::Pick;
use super::place::use_kept;
use crate::app::browser;
use crate::session::draft::Edit;
use crate::session::draft::place::item;

/// What a list is.
#[derive(Clone, Copy, PartialEq)]
pub struct Kind {
    /// Its field in the case file.
    pub list: &'static str,
    /// What one of its items is: "a payer".
    pub one: &'static str,
    /// The field that an item is known by.
    pub name: &'static str,
    /// Said where it has no item.
    pub none: &'static str,
    /// True where the order is the person's to choose.
    pub ordered: bool,
}

/// Draws a list.
#[derive(PartialEq, Properties)]
pub struct ListProps {
    pub desk: Desk,
    pub kind: Kind,
    /// Kinds of items to choose from when one is added: their words and names.
    #[prop_or_default]
    pub kinds: &'static [crate::session::draft::rules::Kind],
    /// The path of the item that is open, anywhere on the page.
    pub open: UseStateHandle<Option<String>>,
    /// What stands in the row of an item beside its name.
    pub beside: Callback<usize, Html>,
    /// The form of an item.
    pub form: Callback<usize, Html>,
}

#[component]
pub fn List(props: &ListProps) -> Html {
    let ListProps {
        desk,
        kind,
        kinds,
        open,
        ..
    } = props;
    let name = use_kept(desk.draft.text("id"), kind.list);
    let word = use_state_eq(|| kinds.first().map_or("", |kind| kind.word).to_owned());
    let items = desk.draft.items(kind.list);
    let (new_id, list) = (format!("new-{}", kind.list.replace('_', "-")), kind.list);
    let typed = {
        let name = name.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let typed = input.map(|input| input.value());
            name.set(typed.filter(|typed| !typed.is_empty()));
        })
    };
    let add = {
        let (desk, name, word, open) = (desk.clone(), name.clone(), word.clone(), open.clone());
        let (kinds, new_id, at) = (*kinds, new_id.clone(), items.len());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let wanted = name.as_deref().unwrap_or_default().trim().to_owned();
            if wanted.is_empty() {
                browser::focus(&new_id);
                return;
            }
            name.set(None);
            open.set(Some(item(list, at)));
            let kind = kinds
                .iter()
                .find(|kind| kind.word == *word)
                .or(kinds.first());
            desk.edit.emit(match kind {
                Some(kind) => Edit::AddLine(list, wanted, kind.word),
                None => Edit::AddItem(list, wanted),
            });
        })
    };
    let choose = {
        let word = word.clone();
        Callback::from(move |chosen| word.set(chosen))
    };
    let options = kinds.iter().map(|kind| {
        let (word, label) = (kind.word.to_owned(), kind.label.to_owned());
        (word, label)
    });
    html! {
        <>
            if items.is_empty() {
                <p class="help">{ kind.none }</p>
            }
            <ol class="case-list">
                { for (0..items.len()).map(|at| row(props, at)) }
            </ol>
            <form class="case-add" onsubmit={add}>
                <div class="words">
                    <label for={new_id.clone()}>{ format!("Add {}: its name", kind.one) }</label>
                    <input id={new_id.clone()} type="text" autocomplete="off" value={(*name).clone().unwrap_or_default()}
                        oninput={typed} />
                </div>
                if !kinds.is_empty() {
                    <div class="words">
                        <label for={format!("{new_id}-kind")}>{ "What it comes to" }</label>
                        <Pick id={format!("{new_id}-kind")} options={options.collect::<Vec<_>>()}
                            chosen={(*word).clone()} {choose} />
                    </div>
                }
                <button type="submit" class="button">{ "Add" }</button>
            </form>
        </>
    }
}

fn row(props: &ListProps, at: usize) -> Html {
    let ListProps {
        desk, kind, open, ..
    } = props;
    let path = item(kind.list, at);
    let is_open = open.as_deref() == Some(&path);
    let name = desk.draft.text(&format!("{path}.{}", kind.name)).to_owned();
    let name = if name.is_empty() {
        "(without a name)".to_owned()
    } else {
        name
    };
    let faults = desk.draft.faults_in(&path);
    let toggle = {
        let (open, path) = (open.clone(), path.clone());
        Callback::from(move |_: MouseEvent| {
            open.set((!is_open).then(|| path.clone()));
        })
    };
    let form_id = format!("{}-form", box_id(&path));
    html! {
        <li class={classes!("case-row", is_open.then_some("open"))}>
            <div class="case-row-head">
                <button type="button" class="link case-name" id={box_id(&path)}
                    aria-expanded={is_open.to_string()} aria-controls={form_id.clone()}
                    onclick={toggle}>
                    <span class="turn" aria-hidden="true">{ "▸" }</span>
                    { &name }
                </button>
                if faults > 0 {
                    <span class="problem">{ problems(faults) }</span>
                }
                <span class="case-beside">{ props.beside.emit(at) }</span>
            </div>
            <div id={form_id} hidden={!is_open}>
                if is_open {
                    <div class="case-form">{ props.form.emit(at) }</div>
                    { tools(props, at, &name) }
                }
            </div>
        </li>
    }
}

fn tools(props: &ListProps, at: usize, name: &str) -> Html {
    let ListProps {
        desk, kind, open, ..
    } = props;
    let (list, count) = (kind.list, desk.draft.items(kind.list).len());
    let step = |down: bool, label: &str, off: bool| {
        let (desk, open) = (desk.clone(), open.clone());
        let press = Callback::from(move |_: MouseEvent| {
            let to = if down { at + 1 } else { at.saturating_sub(1) };
            open.set(Some(item(list, to)));
            desk.edit.emit(Edit::Move(list, at, down));
        });
        html! {
            <button type="button" class="button" disabled={off} onclick={press}
                aria-label={format!("{label}: {name}")}>{ label }</button>
        }
    };
    let duplicate = {
        let (desk, open) = (desk.clone(), open.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(Some(item(list, at + 1)));
            desk.edit.emit(Edit::Duplicate(list, at));
        })
    };
    let remove = {
        let (desk, open, last) = (desk.clone(), open.clone(), at + 1 == count);
        Callback::from(move |_: MouseEvent| {
            open.set(None);
            // The keyboard goes to what takes its place, or to where one is added.
            if last {
                browser::focus(&format!("new-{}", list.replace('_', "-")));
            } else {
                browser::focus(&box_id(&item(list, at)));
            }
            desk.edit.emit(Edit::Remove(list, at));
        })
    };
    html! {
        <div class="case-tools" role="group" aria-label={format!("Change the list: {name}")}>
            if kind.ordered {
                { step(false, "Move up", at == 0) }
                { step(true, "Move down", at + 1 == count) }
            }
            <button type="button" class="button" onclick={duplicate}
                aria-label={format!("Duplicate: {name}")}>{ "Duplicate" }</button>
            <button type="button" class="button" onclick={remove}
                aria-label={format!("Delete: {name}")}>{ "Delete" }</button>
        </div>
    }
}

/// How many problems there are, in words.
pub fn problems(count: usize) -> String {
    match count {
        1 => "1 problem".to_owned(),
        _ => format!("{count} problems"),
    }
}
