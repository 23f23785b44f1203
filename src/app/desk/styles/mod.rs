//! Design system: every value that `tokens.css` names and every control in each of its
//! states, drawn with the elements and the classes that the screens use.

mod values;

use yew::prelude::*;

use crate::app::components::Disclosure;
use crate::app::settled::Settled;
use crate::session::{Action, Session};
use values::{BUTTONS, COLOURS, FIELDS, KEYS, REBRAND, ROWS, SHAPES, SPACE, STATES, TYPE};

/// The screen.
pub fn page(_session: &Session, _: &Settled, _dispatch: &Callback<Action>) -> Html {
    html! {
        <main class="page system" id="results" tabindex="-1">
            <h1>{ "Design system" }</h1>
            <p class="lead">
                { "Everything on screen and on paper is made of the values and the parts below. The \
                   samples are the real elements: try them by pointer and by keyboard, in light and \
                   dark, in forced colours and on paper." }
            </p>
            { part("Type", html! { <dl class="scale">{ for TYPE.map(size) }</dl> }) }
            { part("Space", html! { <dl class="scale">{ for SPACE.map(step) }</dl> }) }
            { part("Shapes and sizes", html! {
                <dl class="scale">
                    { for SHAPES.map(|(name, words)| html! {
                        <div>
                            <dt><code>{ format!("--{name}") }</code></dt>
                            <dd>{ words }</dd>
                        </div>
                    }) }
                </dl>
            }) }
            { part("Colour", html! {
                <>
                    <p>{ "Roles, not hues. Text keeps a contrast of 4.5 to 1 on what it stands on, and \
                          edges and pictures of 3 to 1; no difference is colour alone." }</p>
                    { for COLOURS.map(|(name, colours)| sample(name, html! {
                        <dl class="swatches">{ for colours.iter().map(swatch) }</dl>
                    })) }
                </>
            }) }
            { part("Buttons and links", html! {
                <>
                    { for BUTTONS.map(buttons) }
                    { sample("One of several", segments()) }
                    { sample("On or off", html! {
                        <span class="tick">
                            <input type="checkbox" id="sample-tick" />
                            <label for="sample-tick">{ "Only what changed" }</label>
                        </span>
                    }) }
                    { sample("Shows and hides", html! {
                        <Disclosure id="sample-more" label="6 more, and 7 evidence figures">
                            <p class="help">{ "What was folded away." }</p>
                        </Disclosure>
                    }) }
                </>
            }) }
            { part("Assumptions", html! {
                <>
                    <div class="samples">{ for FIELDS.iter().enumerate().map(field) }</div>
                    { sample("Search box", html! {
                        <input class="find" type="search" aria-label="Search box, sample"
                            placeholder="Find an assumption" />
                    }) }
                </>
            }) }
            { part("Tables", html! { { table() } }) }
            { part("Figures and pictures", figures()) }
            { part("What the app says", said()) }
            { part("A council’s own look", html! {
                <>
                    <p>{ "These few properties, in a stylesheet after tokens.css, change the whole app. \
                          Keep the contrast above, in light and in dark." }</p>
                    <pre>{ REBRAND }</pre>
                </>
            }) }
        </main>
    }
}

fn part(title: &'static str, content: Html) -> Html {
    html! { <section class="part"><h2>{ title }</h2>{ content }</section> }
}

fn sample(name: &'static str, content: Html) -> Html {
    html! { <div class="sample"><p class="help">{ name }</p>{ content }</div> }
}

fn size((name, words): (&'static str, &'static str)) -> Html {
    html! {
        <div>
            <dt><code>{ format!("--text-{name}") }</code></dt>
            <dd class={format!("text-{name}")}>{ words }</dd>
        </div>
    }
}

fn step((name, words): (&'static str, &'static str)) -> Html {
    html! {
        <div>
            <dt><code>{ format!("--{name}") }</code></dt>
            <dd><span class={classes!("step", name)}></span>{ words }</dd>
        </div>
    }
}

/// Filled by an attribute, which the content security policy allows where it forbids
/// inline styles.
fn swatch((name, on, words): &(&'static str, &'static str, &'static str)) -> Html {
    html! {
        <div>
            <dt>
                <svg aria-hidden="true">
                    <rect width="100%" height="100%" fill={format!("var(--{name})")} />
                    <text x="12" y="30" fill={format!("var(--{on})")}>{ "£17.64m" }</text>
                </svg>
                <code>{ format!("--{name}") }</code>
            </dt>
            <dd class="help">{ words }</dd>
        </div>
    }
}

fn buttons((name, class): (&'static str, &'static str)) -> Html {
    // Links are never disabled, and look the same while held down.
    let states = &STATES[..if class.starts_with("button") { 5 } else { 3 }];
    html! {
        <div class="sample">
            <p class="help">{ name }</p>
            <div class="row">
                { for states.iter().map(|(state, held)| html! {
                    <button type="button" class={classes!(class, *held)}
                        disabled={*state == "Disabled"}>{ state }</button>
                }) }
                if class == "button" {
                    <button type="button" {class} aria-pressed="true">{ "Pressed" }</button>
                }
            </div>
        </div>
    }
}

fn segments() -> Html {
    html! {
        <div class="segments" role="group" aria-label="One of several, sample">
            { for [("Annual effect", "true"), ("Year-on-year change", "false"), ("Running total", "false")]
                .map(|(label, pressed)| html! {
                    <button type="button" class="button" aria-pressed={pressed}>{ label }</button>
                }) }
        </div>
    }
}

fn field((place, sample): (usize, &(&'static str, &'static str, &'static str))) -> Html {
    let (name, class, text) = *sample;
    let disabled = name == "Disabled";
    let (invalid, changed) = (name == "Invalid", ["Changed", "Invalid"].contains(&name));
    let (id, problem) = (format!("sample-{place}"), format!("sample-problem-{place}"));
    let at = format!("{}%", text.len() * 20);
    html! {
        <div class="group">
            <div class={classes!("field", class)} data-changed={changed.then_some("")}
                data-invalid={invalid.then_some("")}>
                <div class="field-name"><label for={id.clone()}>{ name }</label></div>
                <div class="field-row">
                    <span class="slider">
                        <svg aria-hidden="true" focusable="false">
                            <line class="track" x1="0" x2="100%" y1="12" y2="12" />
                            <line class="fill" x1="0" x2={at} y1="12" y2="12" />
                            <line class="mark" x1="40%" x2="40%" y1="4" y2="20" />
                        </svg>
                        <input type="range" tabindex="-1" aria-label={format!("{name}, slider")}
                            min="0" max="25" value={text} {disabled} />
                    </span>
                    <span class="box">
                        <input {id} type="text" inputmode="decimal" autocomplete="off" value={text}
                            aria-invalid={invalid.then_some("true")}
                            aria-describedby={invalid.then(|| problem.clone())} {disabled} />
                        <span class="unit" aria-hidden="true">{ "%" }</span>
                    </span>
                </div>
                if invalid {
                    <p class="problem" id={problem}>{ "Must be from 0% to 100%." }</p>
                }
                <p class="field-foot">
                    <span>{ "Published 10%" }</span>
                    if changed {
                        <button type="button" class="link">{ "Reset" }</button>
                    }
                </p>
            </div>
        </div>
    }
}

fn table() -> Html {
    let heads = ["2018/19", "2019/20", "Two years"];
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label="Sample, table">
            <table>
                <caption>{ "Ledger" }<span>{ "annual effect, £" }</span></caption>
                <thead><tr>
                    <td></td>
                    { for heads.map(|head| html! { <th scope="col">{ head }</th> }) }
                </tr></thead>
                <tbody>
                    { for ROWS.map(|(class, name, cells)| html! {
                        <tr {class}>
                            <th scope="row">{ name }</th>
                            { for cells.split('|').map(|cell| {
                                let (now, published) = cell.split_once(' ').unwrap_or((cell, ""));
                                html! {
                                    <td class={(now == "£0").then_some("nought")}>
                                        { now }
                                        if !published.is_empty() {
                                            <small>{ published }</small>
                                        }
                                    </td>
                                }
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn figures() -> Html {
    let tiles = [
        (false, "£3.01m", "£3,012,357", "as published"),
        (true, "£3.31m", "£3,313,593", "published £3,012,357"),
    ];
    html! {
        <>
            <dl class="tiles">
                { for tiles.map(|(changed, value, exact, against)| html! {
                    <div class="tile" data-changed={changed.then_some("")}>
                        <dt>{ "Investment over five years" }</dt>
                        <dd class="value">{ value }</dd>
                        <dd class="exact">{ exact }</dd>
                        <dd class="against">{ against }</dd>
                    </div>
                }) }
            </dl>
            <p class="legend">
                { for KEYS.map(|(class, words)| html! {
                    <span class="legend-entry">
                        <span class={classes!("key", class)}></span>{ words }
                    </span>
                }) }
            </p>
        </>
    }
}

fn said() -> Html {
    let said = [
        ("Warning", "warning", "A scenario, not an approved budget"),
        (
            "Notice",
            "notice",
            "Not updated: the results are the last good ones",
        ),
        (
            "Receipt, as sent",
            "receipt as-sent",
            "The figures are those that were sent.",
        ),
        (
            "Receipt, changed",
            "receipt",
            "The figures differ from those that were sent.",
        ),
        ("Empty", "empty", "No assumption mentions that"),
        ("Loading", "waiting", "Loading…"),
    ];
    html! {
        <div class="samples">
            { for said.map(|(name, class, words)| sample(name, html! { <p {class}>{ words }</p> })) }
        </div>
    }
}
