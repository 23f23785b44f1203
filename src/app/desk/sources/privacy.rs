//! Privacy: what is kept and where, what is fetched, and how to be rid of it.

use yew::prelude::*;

/// Where things are, as term and description.
const FACTS: [(&str, &str); 6] = [
    (
        "Worked out",
        "Every figure, file and picture is made in this browser. No scenario, case or file is sent \
         anywhere, and nobody is told that you were here but the host of this page, whose server sees \
         that its files were fetched.",
    ),
    (
        "Fetched",
        "The app’s own files, from the host of this page alone; some of them only when a screen is \
         first opened. Each is asked for by its name, and nothing of what you do is in that.",
    ),
    (
        "In the address bar",
        "The scenario, its title and note, after a #, which browsers do not send. It is therefore in \
         this browser’s history, and in every link that you copy and send.",
    ),
    (
        "Kept in this browser",
        "Saved scenarios, cases of your own, what you did last and how your tables read; until the tab \
         is closed, what stands in the form for a line of your own; and, where the browser allows it, \
         a copy of the app itself, so that it opens without a network. There is no cookie, and nothing \
         that tells you from somebody else.",
    ),
    (
        "In files",
        "What you take away under Files. They hold the scenario with its title and note, and no name \
         of yours or of this device.",
    ),
    (
        "To be rid of it",
        "Delete a scenario under Scenarios and a case under Cases, or clear this site’s data in the \
         browser’s settings, which takes all of it. On a device that others use, do that, or open \
         the app in a private window, which forgets everything when it is closed.",
    ),
];

/// The section.
pub fn view() -> Html {
    html! {
        <>
            <p><b>{ "Nothing leaves this device." }</b></p>
            <dl class="facts">
                { for FACTS.map(|(term, words)| html! {
                    <div><dt>{ term }</dt><dd>{ words }</dd></div>
                }) }
            </dl>
            <p class="help">
                { "Who hosts this copy may keep a log of visits, as any website does, and may say more \
                   under Privacy at the foot of the page." }
            </p>
        </>
    }
}
