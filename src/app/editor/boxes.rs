//! The boxes of the editor: each stands for one place of the case, and says beside it what
//! the validator says of that place.

use std::rc::Rc;

use serde_json::Value;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::pick::Pick;
use crate::case::Unit;
use crate::export::text_of;
use crate::model::Outcome;
use crate::session::draft::place::{field, item};
use crate::session::draft::{Draft, Edit};

/// The draft, what it comes to, and the way to change it.
#[derive(Clone, PartialEq)]
pub struct Desk {
    pub draft: Draft,
    /// What it comes to as published; none while it has a fault.
    pub outcome: Option<Rc<Outcome>>,
    pub edit: Callback<Edit>,
}

/// The id of the box of a place.
pub fn box_id(path: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    };
    let plain: String = path.chars().map(plain).collect();
    format!("case-{}", plain.trim_end_matches('-'))
}

/// The text that a box shows of what stands at its place.
fn shown(draft: &Draft, path: &str) -> String {
    if let Some(typed) = draft.typed(path) {
        return typed.to_owned();
    }
    match draft.at(path) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => text_of(number.as_f64().unwrap_or_default()),
        Some(Value::Array(lines)) => {
            let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
            lines.join("\n")
        }
        _ => String::new(),
    }
}

impl Desk {
    fn on<E: AsRef<web_sys::Event> + 'static>(
        &self,
        edit: impl Fn(String) -> Edit + 'static,
    ) -> Callback<E> {
        self.edit.reform(move |event: E| edit(text_in(&event)))
    }

    /// What a press does.
    pub fn press(&self, edit: impl Fn() -> Edit + 'static) -> Callback<MouseEvent> {
        self.edit.reform(move |_: MouseEvent| edit())
    }

    fn leave(&self) -> Callback<FocusEvent> {
        self.edit.reform(|_: FocusEvent| Edit::Leave)
    }

    /// A box with its name above it, its help and its fault below.
    fn with_name(&self, path: &str, label: &str, help: &str, inside: Html) -> Html {
        let id = box_id(path);
        html! {
            <div class="words">
                <label for={id.clone()}>{ label }</label>
                { inside }
                { self.fault(path) }
                if !help.is_empty() {
                    <p class="help" id={format!("{id}-help")}>{ help }</p>
                }
            </div>
        }
    }

    /// What the validator says of a place.
    pub fn fault(&self, path: &str) -> Html {
        self.draft
            .fault_at(path)
            .map_or_else(Html::default, |fault| {
                html! {
                    <p class="problem" id={format!("{}-problem", box_id(path))}>
                        { fault.fault.to_string() }
                    </p>
                }
            })
    }

    fn described(&self, path: &str, help: &str) -> Option<String> {
        let id = box_id(path);
        let faulty = self.draft.fault_at(path).is_some();
        match (faulty, help.is_empty()) {
            (false, true) => None,
            (true, true) => Some(format!("{id}-problem")),
            (false, false) => Some(format!("{id}-help")),
            (true, false) => Some(format!("{id}-problem {id}-help")),
        }
    }

    fn invalid(&self, path: &str) -> Option<&'static str> {
        self.draft.fault_at(path).map(|_| "true")
    }

    /// A box for a line of words.
    pub fn words(&self, path: &str, label: &str, help: &str) -> Html {
        let to = path.to_owned();
        let oninput = self.on::<InputEvent>(move |text| Edit::Words(to.clone(), text));
        self.with_name(
            path,
            label,
            help,
            html! {
                <input id={box_id(path)} type="text" autocomplete="off"
                    value={shown(&self.draft, path)} aria-invalid={self.invalid(path)}
                    aria-describedby={self.described(path, help)} {oninput} onblur={self.leave()} />
            },
        )
    }

    /// A box for several lines of words.
    pub fn long(&self, path: &str, label: &str, help: &str) -> Html {
        let to = path.to_owned();
        self.area(path, label, help, move |text| Edit::Words(to.clone(), text))
    }

    /// A box for a list of words, one a line.
    pub fn lines(&self, path: &str, label: &str, help: &str) -> Html {
        let to = path.to_owned();
        self.area(path, label, help, move |text| Edit::Lines(to.clone(), text))
    }

    fn area(
        &self,
        path: &str,
        label: &str,
        help: &str,
        edit: impl Fn(String) -> Edit + 'static,
    ) -> Html {
        let oninput = self.on::<InputEvent>(edit);
        self.with_name(
            path,
            label,
            help,
            html! {
                <textarea id={box_id(path)} rows="3" autocomplete="off"
                    value={shown(&self.draft, path)} aria-invalid={self.invalid(path)}
                    aria-describedby={self.described(path, help)} {oninput} onblur={self.leave()} />
            },
        )
    }

    /// A box for a number.
    pub fn number(&self, path: &str, label: &str, unit: Unit, note: &str, help: &str) -> Html {
        self.with_name(path, label, help, self.number_box(path, unit, note, None))
    }

    /// The number box alone; `name` is its name where it has no label.
    pub fn number_box(&self, path: &str, unit: Unit, note: &str, name: Option<String>) -> Html {
        let to = path.to_owned();
        let oninput = self.on::<InputEvent>(move |text| Edit::Number(to.clone(), unit, text));
        let after = match unit {
            Unit::Percent => "%",
            Unit::Months => "months",
            Unit::Pounds | Unit::Count => "",
        };
        let after = [after, note].join(" ");
        html! {
            <span class="box">
                if unit == Unit::Pounds {
                    <span class="unit" aria-hidden="true">{ "£" }</span>
                }
                <input id={box_id(path)} type="text" inputmode="decimal" autocomplete="off"
                    spellcheck="false" value={shown(&self.draft, path)} aria-label={name}
                    aria-invalid={self.invalid(path)} aria-describedby={self.described(path, "")}
                    {oninput} onblur={self.leave()} />
                if !after.trim().is_empty() {
                    <span class="unit" aria-hidden="true">{ after.trim() }</span>
                }
            </span>
        }
    }

    /// A figure for each year of the case.
    pub fn years(&self, path: &str, label: &str, unit: Unit, years: &[String]) -> Html {
        let count = self.draft.items(path).len();
        let faulty = |at: usize| self.fault(&item(path, at));
        html! {
            <fieldset class="by-year">
                <legend>{ label }</legend>
                <div class="year-boxes">
                    { for (0..count).map(|at| {
                        let path = item(path, at);
                        let year = years.get(at).cloned().unwrap_or_default();
                        html! {
                            <div class="year-box">
                                <span class="year" aria-hidden="true">{ &year }</span>
                                { self.number_box(&path, unit, "", Some(format!("{label}, {year}"))) }
                            </div>
                        }
                    }) }
                </div>
                { self.fault(path) }
                { for (0..count).map(faulty) }
            </fieldset>
        }
    }

    /// A choice of words, each with its name.
    pub fn choice(&self, path: &str, label: &str, words: &[(&str, &str)], help: &str) -> Html {
        let options: Vec<(String, String)> = words
            .iter()
            .map(|(word, name)| ((*word).to_owned(), (*name).to_owned()))
            .collect();
        let to = path.to_owned();
        self.choose(path, label, &options, help, move |word| {
            Edit::Put(to.clone(), word.into())
        })
    }

    /// A choice among the items of a list, by id.
    pub fn refer(&self, path: &str, label: &str, list: &str, help: &str) -> Html {
        let options = self.ids(list, |_| true);
        let to = path.to_owned();
        self.choose(path, label, &options, help, move |id| {
            Edit::Put(to.clone(), id.into())
        })
    }

    /// The same for a field that may be left out.
    pub fn refer_or_none(&self, path: &str, label: &str, list: &str, none: &str) -> Html {
        let mut options = vec![(String::new(), none.to_owned())];
        options.extend(self.ids(list, |_| true));
        let to = path.to_owned();
        self.choose(path, label, &options, "", move |id| {
            if id.is_empty() {
                Edit::Clear(to.clone())
            } else {
                Edit::Put(to.clone(), id.into())
            }
        })
    }

    /// A choice with what it does.
    pub fn choose(
        &self,
        path: &str,
        label: &str,
        options: &[(String, String)],
        help: &str,
        edit: impl Fn(String) -> Edit + 'static,
    ) -> Html {
        let chosen = shown(&self.draft, path);
        let mut options = options.to_vec();
        if !options.iter().any(|(word, _)| *word == chosen) {
            // What stands there is none of them: it is shown as it is, and to be mended.
            let name = if chosen.is_empty() {
                "Choose…"
            } else {
                &chosen
            };
            options.insert(0, (chosen.clone(), name.to_owned()));
        }
        self.with_name(
            path,
            label,
            help,
            html! {
                <Pick id={box_id(path)} {options} {chosen} choose={self.edit.reform(edit)}
                    invalid={self.invalid(path)} described={self.described(path, help)} />
            },
        )
    }

    /// Ids and names of a list's items.
    pub fn ids(&self, list: &str, wanted: impl Fn(&Value) -> bool) -> Vec<(String, String)> {
        let items = self.draft.items(list).iter().filter(|item| wanted(item));
        items
            .map(|item| {
                let text = |name: &str| item[name].as_str().unwrap_or_default().to_owned();
                (text("id"), text("label"))
            })
            .collect()
    }

    /// A box to tick.
    pub fn tick(&self, path: &str, label: &str) -> Html {
        let to = path.to_owned();
        let on = self.draft.at(path).and_then(Value::as_bool) == Some(true);
        let edit = move |on: bool| Edit::Put(to.clone(), on.into());
        self.ticked(&box_id(path), label, on, edit)
    }

    /// A box to tick with what it does.
    pub fn ticked(
        &self,
        id: &str,
        label: &str,
        on: bool,
        edit: impl Fn(bool) -> Edit + 'static,
    ) -> Html {
        let onchange = self.edit.reform(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            edit(input.is_some_and(|input| input.checked()))
        });
        html! {
            <label class="choice">
                <input id={id.to_owned()} type="checkbox" checked={on} {onchange} />
                <span>{ label }</span>
            </label>
        }
    }

    /// Ids of a list to tick.
    pub fn ticks(&self, path: &str, label: &str, list: &str) -> Html {
        let ticked = self.draft.items(path);
        html! {
            <fieldset class="choices">
                <legend>{ label }</legend>
                { for self.ids(list, |_| true).into_iter().map(|(id, name)| {
                    let on = ticked.iter().any(|known| known.as_str() == Some(&id));
                    let to = path.to_owned();
                    let box_ = box_id(&field(path, &id));
                    self.ticked(&box_, &name, on, move |on| Edit::Tick(to.clone(), id.clone(), on))
                }) }
            </fieldset>
        }
    }
}

/// The text of the box an event came from.
fn text_in<E: AsRef<web_sys::Event>>(event: &E) -> String {
    let target = event.as_ref().target();
    let input = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlInputElement>());
    let area = target
        .as_ref()
        .and_then(|target| target.dyn_ref::<HtmlTextAreaElement>());
    input
        .map(HtmlInputElement::value)
        .or_else(|| area.map(HtmlTextAreaElement::value))
        .unwrap_or_default()
}
