//! How the figures a link was sent with stand to those of today.

use yew::prelude::*;

use crate::export::receipt_words;
use crate::session::Session;

/// How the figures stand to those the sender saw; nothing where the link has no receipt,
/// or something else is shown by now.
pub fn receipt(session: &Session) -> Html {
    let words = receipt_words(session.model(), session.outcome(), session.receipt());
    let Some(receipt) = words else {
        return Html::default();
    };
    html! {
        <div class={classes!("receipt", receipt.as_sent.then_some("as-sent"))}>
            <p>{ &receipt.text }</p>
            { for receipt.changes.iter().map(|version| html! {
                <>
                    <p>{ format!("What changed in {}:", version.version) }</p>
                    <ul>{ for version.lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                </>
            }) }
        </div>
    }
}
