//! What the case is: its names, its paper and its years; who pays, the workstreams and the
//! headings.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::boxes::{Desk, box_id};
use super::list::{Kind, List};
use crate::session::draft::Edit;
use crate::session::draft::place::{field, item};

/// The section on the case itself.
pub fn about(desk: &Desk) -> Html {
    html! {
        <div class="case-form">
            <div class="case-pair">
                { desk.words("title", "Short name", "As in “Hertfordshire 2018”. It stands at the top of every screen.") }
                { desk.words("subtitle", "What the paper calls itself", "") }
            </div>
            { desk.words("authority", "Authority", "") }
            <fieldset class="case-rule">
                <legend>{ "The paper" }</legend>
                { desk.words("source.title", "Title", "") }
                <div class="case-pair">
                    { desk.words("source.meeting", "Meeting or body it was put to", "") }
                    { desk.words("source.date", "Date", "In words: 20 June 2018") }
                </div>
            </fieldset>
            <fieldset class="case-rule">
                <legend>{ "Years" }</legend>
                <div class="case-pair">
                    { year_box(desk, "first", "First financial year begins in April of") }
                    { year_box(desk, "count", "How many years, 3 to 10") }
                </div>
                <p class="help">
                    { "Lists with a figure for each year grow and shrink with this. Figures of \
                       years that go are gone, until it is undone." }
                </p>
            </fieldset>
            <p class="help">
                { "Links name this case by its id, " }<b>{ desk.draft.text("id") }</b>{ "." }
            </p>
        </div>
    }
}

/// A box whose number reaches further than its own place.
fn year_box(desk: &Desk, which: &'static str, label: &str) -> Html {
    let path = field("years", which);
    let typed = desk.draft.typed(&path).map(str::to_owned);
    let text = typed.unwrap_or_else(|| {
        let value = desk.draft.at(&path);
        value.map_or(String::new(), |value| {
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned)
        })
    });
    let oninput = desk.edit.reform(move |event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Edit::Years(which, input.map(|input| input.value()).unwrap_or_default())
    });
    let onblur = desk.edit.reform(|_: FocusEvent| Edit::Leave);
    let id = box_id(&path);
    let faulty = desk.draft.fault_at(&path).is_some();
    html! {
        <div class="words">
            <label for={id.clone()}>{ label }</label>
            <span class="box">
                <input {id} type="text" inputmode="numeric" autocomplete="off" value={text}
                    aria-invalid={faulty.then_some("true")} {oninput} {onblur} />
            </span>
            { desk.fault(&path) }
        </div>
    }
}

/// Who pays and who gains.
pub fn payers(desk: &Desk, open: &UseStateHandle<Option<String>>) -> Html {
    let kind = Kind {
        list: "payers",
        one: "a payer",
        name: "label",
        none: "There is no payer yet.",
        ordered: true,
    };
    let form = {
        let desk = desk.clone();
        Callback::from(move |at| {
            let to = |name: &str| field(&item("payers", at), name);
            html! {
                <>
                    <div class="case-pair">
                        { desk.words(&to("label"), "Name", "") }
                        { desk.words(&to("help"), "What it is, in a line", "") }
                    </div>
                    { desk.tick(&to("ring_fenced"), "Ring-fenced: it may not repay the payer who invests") }
                </>
            }
        })
    };
    let beside = {
        let desk = desk.clone();
        Callback::from(move |at| {
            let fenced = desk.draft.at(&field(&item("payers", at), "ring_fenced"));
            let fenced = fenced.and_then(serde_json::Value::as_bool) == Some(true);
            html! { { if fenced { "Ring-fenced" } else { "" } } }
        })
    };
    html! {
        <>
            { desk.refer("invested_by", "Who invests", "payers", "") }
            <List key={kind.list} desk={desk.clone()} {kind} open={open.clone()} {beside} {form} />
        </>
    }
}

/// The parts of the programme.
pub fn workstreams(desk: &Desk, open: &UseStateHandle<Option<String>>) -> Html {
    let kind = Kind {
        list: "workstreams",
        one: "a workstream",
        name: "label",
        none: "There is no workstream yet.",
        ordered: true,
    };
    let beside = Callback::from(|_| Html::default());
    let form = {
        let desk = desk.clone();
        Callback::from(move |at| {
            let to = |name: &str| field(&item("workstreams", at), name);
            let late = !desk.draft.text(&to("delay")).is_empty();
            html! {
                <>
                    { desk.words(&to("label"), "Name", "") }
                    { desk.lines(&to("outcomes"), "Outcomes for children and families, one a line", "") }
                    <div class="case-pair">
                        { desk.words(&to("outcomes_source"), "Section they are from", "") }
                        { desk.words(&to("note"), "Note, for one without a figure of benefit", "") }
                    </div>
                    { desk.ticked(&box_id(&to("delay")), "Its benefits can be late by themselves", late,
                        move |on| if on { Edit::AddDelay(at) } else { Edit::RemoveDelay(at) }) }
                </>
            }
        })
    };
    html! { <List key={kind.list} desk={desk.clone()} {kind} open={open.clone()} {beside} {form} /> }
}

/// The headings that assumptions stand under.
pub fn headings(desk: &Desk, open: &UseStateHandle<Option<String>>) -> Html {
    let kind = Kind {
        list: "groups",
        one: "a heading",
        name: "label",
        none: "There is no heading yet.",
        ordered: true,
    };
    let beside = Callback::from(|_| Html::default());
    let form = {
        let desk = desk.clone();
        Callback::from(move |at| {
            let to = |name: &str| field(&item("groups", at), name);
            html! {
                <div class="case-pair">
                    { desk.words(&to("label"), "Heading", "") }
                    { desk.words(&to("help"), "A line under it", "") }
                </div>
            }
        })
    };
    html! { <List key={kind.list} desk={desk.clone()} {kind} open={open.clone()} {beside} {form} /> }
}
