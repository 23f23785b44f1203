//! The discounted cash flow, by payer.

use yew::prelude::*;

use crate::app::components::Taking;
use crate::session::{Action, Session};

pub(super) fn view(_: &Session, _: &Callback<Action>, _: &Taking) -> Html {
    Html::default()
}
