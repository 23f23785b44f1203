//! Which assumptions matter most, and the ranges they are moved over.

use yew::prelude::*;

use super::range::range;
use crate::app::components::{Disclosure, Taking};
use crate::session::{Action, Session};

pub(super) fn view(session: &Session, dispatch: &Callback<Action>, _: &Taking) -> Html {
    let table = session.model().assumptions();
    html! {
        <Disclosure id="ranges" label="Change the ranges">
            <div class="ranges">
                { for table.iter().map(|(index, _)| range(session, dispatch, index)) }
            </div>
        </Disclosure>
    }
}
