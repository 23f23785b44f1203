//! A button that shows and hides what follows it.

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct DisclosureProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The button's words.
    pub label: AttrValue,
    #[prop_or_default]
    pub class: Classes,
    /// Drawn only while shown.
    pub children: Children,
}

#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    let open = use_state_eq(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class={classes!("disclosure", props.class.clone())}>
            <button type="button" class="link" aria-expanded={open.to_string()}
                aria-controls={props.id.clone()} {onclick}>
                <span class="turn" aria-hidden="true">{ "▸" }</span>
                { props.label.clone() }
            </button>
            <div id={props.id.clone()} hidden={!*open}>
                if *open {
                    { props.children.clone() }
                }
            </div>
        </div>
    }
}
