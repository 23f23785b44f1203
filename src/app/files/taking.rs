//! The half of the window that gives files: each form with what it is for.

use std::rc::Rc;

use yew::prelude::*;

use super::making::{Making, Wanted};
use super::taken::Taken;
use crate::app::components::Disclosure;

/// The id of its heading, which takes the keyboard when a button goes away.
pub const HEADING: &str = "take-away";

pub fn view(taken: &Rc<Taken>, making: &Making) -> Html {
    let whole = |wanted: Wanted, name: &'static str, ending: &'static str, help: &'static str| {
        let onclick = making.press(taken, wanted);
        let class = classes!(
            "button",
            (wanted == Wanted::Everything).then_some("primary")
        );
        html! {
            <li>
                <div class="form-words">
                    <b>{ name }</b>
                    <p class="help">{ help }</p>
                </div>
                <button type="button" {class} {onclick} aria-label={format!("{name}, {ending}")}>
                    { ending }
                </button>
            </li>
        }
    };
    let (tables, pictures) = (taken.tables.len(), taken.pictures.len());
    html! {
        <section aria-labelledby={HEADING}>
            <h3 id={HEADING} tabindex="-1">{ "Take away" }</h3>
            <p class="help">
                { "Made in this browser from what is shown, and sent nowhere." }
            </p>
            <ul class="forms">
                { whole(Wanted::Workbook, "Workbook", ".xlsx",
                    "Every assumption, line and total with live formulas. Change a value in Excel \
                     or LibreOffice, and all of it is worked out again.") }
                { whole(Wanted::Scenario, "Scenario file", ".json",
                    "What differs from the published case, to keep with the papers and to open \
                     here again, or for another program to read.") }
                { whole(Wanted::Everything, "Everything", ".zip",
                    "The workbook, the scenario file, and all tables and pictures below, in one \
                     archive.") }
            </ul>
            <Disclosure id="take-tables" label={format!("Tables as CSV ({tables})")}>
                <p class="help">
                    { "Raw figures, for whoever checks or carries on. Each can have a description \
                       beside it: what its columns are, of which case and scenario, when." }
                </p>
                <ul class="forms">{ for (0..tables).map(|place| table(taken, making, place)) }</ul>
            </Disclosure>
            <Disclosure id="take-pictures" label={format!("Pictures as SVG and PNG ({pictures})")}>
                <p class="help">
                    { "On white, in one size, for a paper or a slide. SVG stays sharp at any size; \
                       PNG is for programs that do not take it." }
                </p>
                <ul class="forms">{ for (0..pictures).map(|place| picture(taken, making, place)) }</ul>
            </Disclosure>
            if !taken.simulated {
                <p class="help">
                    { "No simulation of this scenario has been run since the page was opened. Run \
                       one under Stress test, and its tables and pictures are here as well." }
                </p>
            }
        </section>
    }
}

fn table(taken: &Rc<Taken>, making: &Making, place: usize) -> Html {
    let Some(table) = taken.tables.get(place) else {
        return Html::default();
    };
    let columns = (table.columns.iter()).map(|column| column.title.as_str());
    let columns: Vec<&str> = columns.collect();
    html! {
        <li>
            <div class="form-words">
                <b>{ &table.title }</b>
                <p class="help">{ columns.join(", ") }</p>
            </div>
            <div class="form-buttons">
                { button(making.press(taken, Wanted::Table(place)), ".csv", &table.title) }
                { button(making.press(taken, Wanted::Metadata(place)), "description", &table.title) }
            </div>
        </li>
    }
}

fn picture(taken: &Rc<Taken>, making: &Making, place: usize) -> Html {
    let Some(picture) = taken.pictures.get(place) else {
        return Html::default();
    };
    html! {
        <li>
            <div class="form-words"><b>{ &picture.title }</b></div>
            <div class="form-buttons">
                { button(making.press(taken, Wanted::Svg(place)), ".svg", &picture.title) }
                { button(making.press(taken, Wanted::Png(place)), ".png", &picture.title) }
            </div>
        </li>
    }
}

fn button(onclick: Callback<MouseEvent>, words: &'static str, of: &str) -> Html {
    html! {
        <button type="button" class="button" {onclick} aria-label={format!("{of}, {words}")}>
            { words }
        </button>
    }
}
