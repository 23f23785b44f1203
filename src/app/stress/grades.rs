//! How good the evidence is: a grade for each line, and what a grade takes off or adds.

use yew::prelude::*;

use super::choose::list_in_row;
use super::fields::folded;
use crate::app::components::{Disclosure, Taking};
use crate::case::HIGHEST_GRADE;
use crate::export::graded;
use crate::model::AssumptionIndex;
use crate::session::{Action, Session};

/// What each grade stands for, best first, after none.
const MEANINGS: [&str; HIGHEST_GRADE + 1] = [
    "No grade",
    "1: trial in this country, audited cost",
    "2: trial elsewhere, contract",
    "3: monitored independently",
    "4: monitored by practitioners",
    "5: similar work elsewhere",
    "6: judgement alone",
];

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, _: &Taking) -> Html {
    let lines = graded(session.model(), session.shown(), session.outcome());
    let (benefits, costs): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.benefit);
    let table = |caption: &'static str, rows: &[crate::export::GradedLine]| {
        if rows.is_empty() {
            return html! { <p>{ "There are no lines to grade." }</p> };
        }
        html! {
            <div class="scroll" role="region" tabindex="0" aria-label={format!("{caption}, table")}>
                <table class="graded">
                    <caption class="visually-hidden">{ caption }</caption>
                    <thead><tr>
                        <th scope="col" class="name">{ "Line" }</th>
                        <th scope="col" class="text">{ "Grade of the evidence" }</th>
                        <th scope="col">{ "Correction" }</th>
                        <th scope="col">{ "All years" }</th>
                    </tr></thead>
                    <tbody>
                        { for rows.iter().map(|row| html! {
                            <tr key={row.id.clone()}>
                                <th scope="row">{ &row.label }</th>
                                <td class="text">{ grade(session, dispatch, row.grade, &row.label, row.chosen) }</td>
                                <td>{ &row.correction }</td>
                                <td>{ &row.total }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        }
    };
    html! {
        <>
            <p class="help">
                { "Reviewers find that benefits are hoped for too much and costs too little, and the \
                   more so the weaker the evidence. Give a line a grade and its correction is taken \
                   off the benefit or added to the cost. No line has a grade until you give it one, \
                   so the published case stands." }
            </p>
            <h3>{ "Benefits" }</h3>
            { table("Grades of evidence of benefits", &benefits) }
            <Disclosure id="cost-grades" label={folded_label(&costs)}>
                { table("Grades of evidence of costs", &costs) }
            </Disclosure>
            <h3>{ "What a grade takes off or adds" }</h3>
            <p class="help">
                { "The percentages commonly given in cost-benefit guidance for local partnerships \
                   (HM Treasury and New Economy, 2014), as starting values: confirm them against the \
                   guidance before you rely on them, and change them here." }
            </p>
            { folded(session, dispatch, "corrections", "The percentages", "correction-") }
        </>
    }
}

fn folded_label(costs: &[crate::export::GradedLine]) -> String {
    match costs.iter().filter(|line| line.chosen > 0).count() {
        0 => "Grades of costs".to_owned(),
        graded => format!("Grades of costs ({graded} graded)"),
    }
}

/// The list of grades of one line.
fn grade(
    session: &Session,
    dispatch: &Callback<Action>,
    assumption: AssumptionIndex,
    label: &str,
    chosen: usize,
) -> Html {
    let id = session.model().assumptions()[assumption].id.clone();
    let choose = dispatch.reform(move |grade: usize| {
        #[expect(clippy::cast_precision_loss, reason = "a grade from 0 to 6")]
        let value = grade as f64;
        Action::Slide { assumption, value }
    });
    let choices = MEANINGS.map(str::to_owned).to_vec();
    list_in_row(
        format!("choose-{id}"),
        format!("Grade: {label}"),
        choices,
        chosen,
        choose,
    )
}
