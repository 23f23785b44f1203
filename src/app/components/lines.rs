//! Lines of the person's own, after the assumptions, where there are any. They are added in
//! the window Lines.

use yew::prelude::*;

use crate::export::pounds;
use crate::model::Pounds;
use crate::session::Session;

/// The lines with what each comes to; nothing where there is none.
pub fn own_lines(session: &Session) -> Html {
    let model = session.model();
    let lines = model.own_lines();
    if lines.is_empty() {
        return Html::default();
    }
    let total = |id: &str| {
        let line = model.line(id);
        line.map_or(Pounds::ZERO, |line| session.outcome().line(line).total())
    };
    html! {
        <section class="group" aria-labelledby="own-lines">
            <h3 id="own-lines">{ "Lines of your own" }</h3>
            { for lines.iter().map(|line| html! {
                <p class="help">
                    { line.marked() }{ ": " }
                    <b class="whole">{ pounds(total(&line.id())) }</b>
                    { " over all years" }
                </p>
            }) }
        </section>
    }
}
