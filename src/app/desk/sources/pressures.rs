//! What the plan expects to grow, and what the programme takes off it.

use yew::prelude::*;

use super::Looking;
use crate::analysis::{Pressures, pressures};
use crate::app::components::{Taking, sheet};
use crate::app::desk::figure::{Picture, Subject};
use crate::export::{offsets_elsewhere, overspends, pressure_summary, pressure_table};
use crate::session::Session;

pub(super) fn view(session: &Session, looking: &Looking, taking: &Taking) -> Html {
    let model = session.model();
    if model.case().evidence().plan_pressures.is_empty() {
        return html! {
            <>
                <p class="lead">{ pressure_summary(model, &pressures(model, session.outcome())) }</p>
                { before_the_programme(session, taking) }
            </>
        };
    }
    let now = pressures(model, session.outcome());
    let then = pressures(model, session.published());
    let table = pressure_table(model, &now, &then);
    // The names of the groups as the table has them; the last is of all together.
    let mut names: Vec<&str> = table.rows.iter().map(|row| row.part.as_str()).collect();
    names.dedup();
    let group = looking.0.group.filter(|group| *group < now.groups.len());
    let of_group = group.map_or_else(|| now.clone(), |group| alone(&now, group));
    let summary = pressure_summary(model, &of_group);
    let elsewhere = offsets_elsewhere(model, &now);
    let subject = Subject::Pressures(of_group.years, summary.clone());
    let case = &model.case().id;
    html! {
        <>
            <p class="lead">{ summary }</p>
            <div class="beside">
                { groups(looking, &names, group) }
                <Picture model={model.clone()} {subject} />
            </div>
            <p class="help">
                { "The pressures are the paper’s. What offsets them follows what is shown now; under \
                   a figure that is not the published one stands how far it is from that." }
            </p>
            { sheet(taking, case, "pressure-table", &table, Html::default()) }
            if !elsewhere.is_empty() {
                <p class="help">{ elsewhere }</p>
            }
            { before_the_programme(session, taking) }
        </>
    }
}

/// The overspends reported before it, where there are any.
fn before_the_programme(session: &Session, taking: &Taking) -> Html {
    let model = session.model();
    if model.case().evidence().budget_pressures.is_empty() {
        return Html::default();
    }
    sheet(
        taking,
        &model.case().id,
        "overspends",
        &overspends(model),
        Html::default(),
    )
}

/// One group as if it were all there is.
fn alone(all: &Pressures, group: usize) -> Pressures {
    let group = all.groups[group].clone();
    Pressures {
        years: group.years.clone(),
        groups: vec![group],
        elsewhere: Vec::new(),
    }
}

/// Which pressures the picture is of; all of them first.
fn groups(looking: &Looking, names: &[&str], chosen: Option<usize>) -> Html {
    let last = names.len().saturating_sub(1);
    let groups = names.iter().take(last).enumerate();
    let all = names.last().map(|name| (None, *name));
    let choices = all
        .into_iter()
        .chain(groups.map(|(place, name)| (Some(place), *name)));
    html! {
        <fieldset class="which">
            <legend>{ "Show in the picture" }</legend>
            { for choices.enumerate().map(|(at, (group, name))| {
                let id = format!("pressures-{at}");
                let onchange = looking.on::<Event>(move |look, _| look.group = group);
                html! {
                    <div class="pick">
                        <input type="radio" name="pressures" id={id.clone()}
                            checked={group == chosen} {onchange} />
                        <label for={id}>{ name }</label>
                    </div>
                }
            }) }
        </fieldset>
    }
}
