//! What is tested: which figure, whose benefits, and for payback by which year.

use yew::prelude::*;

use super::choose::{list, radios};
use crate::analysis::{Aim, Measure, Scope, Settings};
use crate::app::components::Taking;
use crate::export::horizon;
use crate::session::{Action, Session};

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, _: &Taking) -> Html {
    let (settings, _) = session.settings();
    let aim = settings.aim;
    let case = session.model().case();
    let measures = [
        (
            Measure::Net,
            format!("Net over {}", horizon(case.years.count)),
        ),
        (Measure::NetPresentValue, "Net present value".to_owned()),
        (Measure::Payback, "Payback".to_owned()),
    ];
    let mut scopes = vec![
        (
            Scope::Benefits,
            "All benefits (savings and avoidance)".to_owned(),
        ),
        (Scope::Savings, "Savings alone".to_owned()),
    ];
    let payers = case.payers.iter().enumerate();
    scopes.extend(payers.map(|(place, payer)| (Scope::Payer(place), payer.label.clone())));
    let years = case.years.labels();
    let last = years.len().saturating_sub(1);
    let on_measure = set(session, dispatch, |settings, measure| {
        // A goal is in pounds or a year; the one makes no sense as the other.
        if (measure == Measure::Payback) != (settings.aim.measure == Measure::Payback) {
            settings.goal = None;
        }
        settings.aim = Aim {
            measure,
            ..settings.aim
        };
    });
    let on_scope = set(session, dispatch, |settings, scope| {
        settings.aim.scope = scope
    });
    let on_year = set(session, dispatch, move |settings, year| {
        settings.by = (year != last).then_some(year);
    });
    html! {
        <>
            <p class="help">{ "Every test on this page looks at the figure chosen here." }</p>
            <div class="tested">
                { radios("measure", "The figure", &measures, aim.measure, &on_measure) }
                { radios("scope", "Whose benefits", &scopes, aim.scope, &on_scope) }
                if aim.measure == Measure::Payback {
                    { list("by", "To pay back by the end of", years, settings.by.unwrap_or(last),
                        on_year) }
                }
            </div>
        </>
    }
}

/// Changes the settings by what was chosen.
pub(super) fn set<T: 'static>(
    session: &Session,
    dispatch: &Callback<Action>,
    change: impl Fn(&mut Settings, T) + 'static,
) -> Callback<T> {
    let session = session.clone();
    dispatch.reform(move |chosen: T| {
        let (mut settings, _) = session.settings();
        change(&mut settings, chosen);
        session.setting(&settings)
    })
}
