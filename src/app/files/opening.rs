//! The half of the window that opens files: one that was chosen or dropped, or pasted
//! columns. What it comes to is shown before anything is changed.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

use super::making::why;
use super::preview::preview;
use crate::app::book::{Answer, Ask, Book, Trouble};
use crate::app::browser::{self, Handed};
use crate::app::desk::own_undo;
use crate::file::{
    Incoming, Recognised, case_of, is_case_file, read_found, read_text, recognised, too_large,
};
use crate::link::{Link, Page};
use crate::session::{Action, Session};

/// The ids of what takes the keyboard.
pub const FOUND: &str = "found";
const FILE: &str = "open-file";
const PASTE: &str = "paste";

/// What can be chosen, for the browser's own window; what a file is is told by its bytes.
const ENDINGS: &str = ".xlsx,.json,.csv,.tsv,.txt";

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    Still,
    /// So called, it is being read.
    Reading(String),
    /// So called, it could not be used, and why.
    Refused(String, String),
    /// So called, it comes to this.
    Found(String, Rc<Incoming>),
    /// So called, it is the workbook of a case: its file, and what is wrong with it by cell.
    Case(String, Rc<(String, Vec<String>)>),
    /// It was used, and so many assumptions changed.
    Used(usize),
}

/// Opens files, one at a time.
#[derive(Clone)]
pub struct Opening {
    pub session: Session,
    pub dispatch: Callback<Action>,
    pub close: Callback<()>,
    /// Ends what is being made meanwhile.
    quiet: Callback<()>,
    phase: UseStateHandle<Phase>,
    /// What stands in the box to paste into.
    pasted: UseStateHandle<String>,
    book: Rc<Book>,
    /// Which file is heard of.
    round: Rc<Cell<u32>>,
}

/// Keeps what is being opened; reads what was dropped on the page.
#[hook]
pub fn use_opening(
    session: &Session,
    dispatch: &Callback<Action>,
    close: &Callback<()>,
    quiet: &Callback<()>,
) -> Opening {
    let opening = Opening {
        session: session.clone(),
        dispatch: dispatch.clone(),
        close: close.clone(),
        quiet: quiet.clone(),
        phase: use_state_eq(|| Phase::Still),
        pasted: use_state_eq(String::new),
        book: use_memo((), |()| Book::default()),
        round: use_memo((), |()| Cell::new(0)),
    };
    // Read by the session that is shown when it is dropped.
    let latest = use_mut_ref(|| None::<Opening>);
    latest.replace(Some(opening.clone()));
    let ended = (opening.book.clone(), opening.round.clone());
    use_effect_with((), move |()| {
        let take = move || {
            let (latest, dropped) = (latest.borrow().clone(), Handed::dropped());
            if let (Some(opening), Some((file, more))) = (latest, dropped) {
                opening.read(file, more);
            }
        };
        take();
        let stop = browser::on_dropped(take);
        move || {
            stop();
            ended.0.cancel();
            next(&ended.1);
        }
    });
    use_effect_with((*opening.phase).clone(), |phase| {
        if matches!(
            phase,
            Phase::Refused(..) | Phase::Found(..) | Phase::Case(..)
        ) {
            browser::focus(FOUND);
        }
    });
    opening
}

impl Opening {
    /// True while there is something to be looked at.
    pub fn is_under_way(&self) -> bool {
        matches!(
            *self.phase,
            Phase::Refused(..) | Phase::Found(..) | Phase::Case(..)
        )
    }

    /// Reads a file that was handed over; `more` where it was not the only one.
    fn read(&self, file: Handed, more: bool) {
        self.stop();
        let name = file.name();
        if more {
            return self.refuse(&name, "Several files were handed over. Open one at a time.");
        }
        if let Some(why) = too_large(&name, file.size()) {
            return self.refuse(&name, &why);
        }
        self.phase.set(Phase::Reading(name.clone()));
        let (opening, heard) = (self.clone(), self.heard());
        spawn_local(async move {
            let bytes = file.bytes().await;
            if !heard() {
                return;
            }
            let Some(bytes) = bytes else {
                return opening.refuse(&name, "The browser could not read it. Is it a folder?");
            };
            match recognised(&bytes.to_vec()) {
                Recognised::Workbook => opening.read_workbook(name, bytes),
                Recognised::Text(text) => opening.read_text(&name, &text),
                Recognised::Other(why) => opening.refuse(&name, &why),
            }
        });
    }

    fn read_text(&self, name: &str, text: &str) {
        if is_case_file(text) {
            return self.take_case(name, text.to_owned());
        }
        let session = &self.session;
        let read = read_text(session.library(), session.model(), session.shown(), text);
        self.come(name, read);
    }

    fn read_workbook(&self, name: String, bytes: Uint8Array) {
        let (opening, heard) = (self.clone(), self.heard());
        let read = Callback::from(move |answer: Result<Answer, Trouble>| {
            if !heard() {
                return;
            }
            let session = &opening.session;
            if let Ok(Answer::Found(found)) = &answer
                && let Some((text, problems)) = case_of(found)
            {
                if problems.is_empty() {
                    opening.take_case(&name, text);
                } else {
                    let found = Rc::new((text, problems));
                    opening.phase.set(Phase::Case(name.clone(), found));
                }
                return;
            }
            let read = match answer {
                Ok(Answer::Found(found)) => {
                    read_found(session.library(), session.model(), session.shown(), &found)
                }
                Ok(Answer::Bytes(_)) => {
                    Err("The part of the app that reads it is out of order.".to_owned())
                }
                Err(Trouble::Late) => Err("Reading it took more than 20 seconds and was stopped. \
                     A workbook of this app takes less than one; take the assumptions out of it \
                     into a workbook of their own."
                    .to_owned()),
                Err(trouble) => Err(why(&trouble)),
            };
            opening.come(&name, read);
        });
        self.book.ask(Ask::Read(bytes), read);
    }

    fn come(&self, name: &str, read: Result<Incoming, String>) {
        match read {
            Ok(incoming) => self
                .phase
                .set(Phase::Found(name.to_owned(), Rc::new(incoming))),
            Err(why) => self.refuse(name, &why),
        }
    }

    pub fn refuse(&self, name: &str, why: &str) {
        self.phase
            .set(Phase::Refused(name.to_owned(), why.to_owned()));
    }

    /// Uses what was found: one step, which one press takes back.
    fn use_it(&self, incoming: &Incoming) {
        let session = &self.session;
        let changed = incoming.changes(session.model(), session.shown()).len();
        let action = if incoming.whole {
            let compares = session.view().page == Page::Compare;
            let stress = match incoming.stress.as_str() {
                "" => session.stress(),
                stress => stress,
            };
            let link = Link {
                view: session.view(),
                title: &incoming.title,
                note: &incoming.note,
                stress,
                compared: if compares { session.compared() } else { &[] },
                ..Link::to(&incoming.model, &incoming.scenario)
            };
            Action::Navigate(link.fragment())
        } else {
            Action::Apply(incoming.values(session.shown()))
        };
        browser::focus(FILE);
        self.pasted.set(String::new());
        self.dispatch.emit(action);
        self.phase.set(Phase::Used(changed));
    }

    /// Ends what is being opened; what is said from now on is of what comes next.
    fn stop(&self) {
        self.quiet.emit(());
        self.book.cancel();
        next(&self.round);
    }

    /// True for as long as nothing else was opened.
    pub fn heard(&self) -> impl Fn() -> bool + 'static {
        let round = self.round.clone();
        let mine = round.get();
        move || round.get() == mine
    }

    pub fn view(&self) -> Html {
        let onchange = {
            let opening = self.clone();
            Callback::from(move |event: Event| {
                let input = event.target_dyn_into::<Element>();
                if let Some((file, more)) = input.and_then(|input| Handed::chosen(&input)) {
                    opening.read(file, more);
                }
            })
        };
        html! {
            <section aria-labelledby="open-files">
                <h3 id="open-files">{ "Open" }</h3>
                <p class="help" id="open-help">
                    { "A workbook, a scenario file or a case of this app, or a table with assumptions and \
                       their values: choose it, or drop it anywhere on the page. What it changes is \
                       shown first, and nothing is sent anywhere." }
                </p>
                { self.shown() }
                <div class="words">
                    <label for={FILE}>{ "File" }</label>
                    <input id={FILE} class="drop-here" type="file" accept={ENDINGS}
                        aria-describedby="open-help" {onchange} />
                </div>
                { self.paste_view() }
            </section>
        }
    }

    fn paste_view(&self) -> Html {
        let oninput = {
            let pasted = self.pasted.clone();
            Callback::from(move |event: InputEvent| {
                if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                    pasted.set(area.value());
                }
            })
        };
        let read = {
            let opening = self.clone();
            Callback::from(move |_: MouseEvent| {
                if opening.pasted.trim().is_empty() {
                    browser::focus(PASTE);
                } else {
                    opening.stop();
                    opening.read_text("What was pasted", &opening.pasted);
                }
            })
        };
        html! {
            <div class="words">
                <label for={PASTE}>{ "Or paste two columns from a spreadsheet" }</label>
                <textarea id={PASTE} rows="4" autocomplete="off" spellcheck="false"
                    aria-describedby="paste-help" value={(*self.pasted).clone()} {oninput}
                    onkeydown={own_undo()} />
                <p class="help" id="paste-help">
                    { "An assumption, by its id or its name, and its value. Pounds, per cent signs \
                       and commas may stand in it." }
                </p>
                <div class="with-button">
                    <button type="button" class="button" onclick={read}>{ "Read" }</button>
                </div>
            </div>
        }
    }

    /// What was found, or why nothing was.
    fn shown(&self) -> Html {
        let leave = {
            let opening = self.clone();
            Callback::from(move |_: MouseEvent| {
                browser::focus(FILE);
                opening.phase.set(Phase::Still);
            })
        };
        match &*self.phase {
            Phase::Refused(name, why) => html! {
                <section class="found" aria-labelledby={FOUND}>
                    <h4 id={FOUND} tabindex="-1">{ format!("{name}: not opened") }</h4>
                    <p>{ why }</p>
                    <div class="with-button">
                        <button type="button" class="button" onclick={leave}>{ "Leave it" }</button>
                    </div>
                </section>
            },
            Phase::Case(name, found) => self.case_view(name, found, leave),
            Phase::Found(name, incoming) => {
                let take = {
                    let (opening, incoming) = (self.clone(), incoming.clone());
                    Callback::from(move |_: MouseEvent| opening.use_it(&incoming))
                };
                preview(&self.session, name, incoming, take, leave)
            }
            _ => Html::default(),
        }
    }

    /// How it goes, and what can be done about it.
    pub fn said(&self) -> Html {
        let words = match &*self.phase {
            Phase::Reading(name) => format!("Reading {name}…"),
            Phase::Used(0) => "Opened. No assumption has changed.".to_owned(),
            Phase::Used(1) => "1 assumption changed.".to_owned(),
            Phase::Used(changed) => format!("{changed} assumptions changed."),
            _ => String::new(),
        };
        let cancel = {
            let opening = self.clone();
            Callback::from(move |_: MouseEvent| {
                browser::focus(FILE);
                opening.stop();
                opening.phase.set(Phase::Still);
            })
        };
        let undo = {
            let opening = self.clone();
            Callback::from(move |_: MouseEvent| {
                browser::focus(FILE);
                opening.dispatch.emit(Action::Undo);
                opening.phase.set(Phase::Still);
            })
        };
        let look = self.close.reform(|_: MouseEvent| ());
        html! {
            <>
                <p role="status">{ words }</p>
                if matches!(*self.phase, Phase::Reading(_)) {
                    <button type="button" class="button" onclick={cancel}>{ "Cancel" }</button>
                }
                if matches!(*self.phase, Phase::Used(_)) {
                    <button type="button" class="button" onclick={undo}>{ "Undo" }</button>
                    <button type="button" class="button primary" onclick={look}>
                        { "Look at the results" }
                    </button>
                }
            </>
        }
    }
}

fn next(round: &Cell<u32>) {
    round.set(round.get().wrapping_add(1));
}
