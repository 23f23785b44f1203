//! The case drawn by lot many times: how likely each outcome is.

use yew::prelude::*;

use crate::app::components::Taking;
use crate::session::{Action, Session};

pub(super) fn view(_: &Session, _: &Callback<Action>, _: &Taking) -> Html {
    Html::default()
}
