//! Making a file that was asked for, saying how it goes, and giving it to the browser.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::pack::everything;
use super::taken::Taken;
use super::taking::HEADING;
use crate::app::book::{Answer, Ask, Book, Trouble};
use crate::app::bringing;
use crate::app::browser;

/// A file that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wanted {
    Everything,
    Workbook,
    Scenario,
    /// A table, by its place.
    Table(usize),
    /// What stands beside it.
    Metadata(usize),
    /// A picture, by its place.
    Svg(usize),
    Png(usize),
}

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
enum Phase {
    Still,
    Making(Wanted),
    /// The name it was given under.
    Given(String),
    /// Why not.
    Failed(Wanted, &'static str, String),
}

/// Makes files, one at a time: a new one takes the place of the one before.
#[derive(Clone)]
pub struct Making {
    phase: UseStateHandle<Phase>,
    book: Rc<Book>,
    /// Which one is heard: what an older one comes to is nobody's business.
    round: Rc<Cell<u32>>,
    /// What was last asked for, of what.
    last: UseStateHandle<Option<Rc<Taken>>>,
}

/// The kinds of files, as the browser has to be told.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const JSON: &str = "application/json";
const CSV: &str = "text/csv;charset=utf-8";
const SVG: &str = "image/svg+xml";
const PNG: &str = "image/png";
const ZIP: &str = "application/zip";

/// Keeps what is being made. Closing the window ends it.
#[hook]
pub fn use_making() -> Making {
    let making = Making {
        phase: use_state_eq(|| Phase::Still),
        book: use_memo((), |()| Book::default()),
        round: use_memo((), |()| Cell::new(0)),
        last: use_state(|| None),
    };
    let (book, round) = (making.book.clone(), making.round.clone());
    use_effect_with((), move |()| {
        move || {
            book.cancel();
            next(&round);
        }
    });
    making
}

impl Making {
    /// True while there is nothing to say.
    pub fn is_silent(&self) -> bool {
        *self.phase == Phase::Still
    }

    /// Ends what is being made, if anything, and says no more of what was made.
    pub fn quiet(&self) -> Callback<()> {
        let making = self.clone();
        Callback::from(move |()| {
            making.book.cancel();
            next(&making.round);
            making.phase.set(Phase::Still);
        })
    }

    /// What makes this file when it is pressed.
    pub fn press(&self, taken: &Rc<Taken>, wanted: Wanted) -> Callback<MouseEvent> {
        let (making, taken) = (self.clone(), taken.clone());
        Callback::from(move |_: MouseEvent| making.start(&taken, wanted))
    }

    fn start(&self, taken: &Rc<Taken>, wanted: Wanted) {
        self.book.cancel();
        next(&self.round);
        self.last.set(Some(taken.clone()));
        let name = |what: &str, ending: &str| taken.name(what, ending);
        let give = |name: String, kind: &str, content: JsValue| self.give(name, kind, &content);
        match wanted {
            Wanted::Scenario => give(name("", "json"), JSON, taken.scenario_file().into()),
            Wanted::Table(place) => {
                if let Some(table) = taken.tables.get(place) {
                    give(name(table.name, "csv"), CSV, table.csv().into());
                }
            }
            Wanted::Metadata(place) => {
                if let Some(table) = taken.tables.get(place) {
                    let name = format!("{}-metadata.json", name(table.name, "csv"));
                    give(name, JSON, taken.metadata(table).into());
                }
            }
            Wanted::Svg(place) => {
                if let Some(picture) = taken.pictures.get(place) {
                    give(name(picture.name, "svg"), SVG, taken.svg(picture).into());
                }
            }
            Wanted::Png(place) => self.draw(taken, place),
            Wanted::Workbook | Wanted::Everything => self.write(taken, wanted),
        }
    }

    /// Draws a picture in pixels.
    fn draw(&self, taken: &Rc<Taken>, place: usize) {
        let wanted = Wanted::Png(place);
        self.phase.set(Phase::Making(wanted));
        let (making, taken, heard) = (self.clone(), taken.clone(), self.heard());
        spawn_local(async move {
            let Some(picture) = taken.pictures.get(place) else {
                return;
            };
            let drawn = taken.png(picture).await;
            if !heard() {
                return;
            }
            match drawn {
                Some(png) => making.give(taken.name(picture.name, "png"), PNG, &png),
                None => making.fail(
                    wanted,
                    "The picture could not be drawn",
                    "This browser does not draw it in pixels. Take the SVG.",
                ),
            }
        });
    }

    /// Has the workbook written and, where everything is wanted, packed with all else.
    fn write(&self, taken: &Rc<Taken>, wanted: Wanted) {
        self.phase.set(Phase::Making(wanted));
        let ask = Ask::Workbook {
            link: taken.fragment(),
            address: browser::address(),
            date: taken.date.clone(),
            case: bringing::case_file(taken.session.model()),
        };
        let (making, taken, heard) = (self.clone(), taken.clone(), self.heard());
        let written = Callback::from(move |answer: Result<Answer, Trouble>| {
            if !heard() {
                return;
            }
            match answer {
                Ok(Answer::Bytes(bytes)) if wanted == Wanted::Workbook => {
                    making.give(taken.name("", "xlsx"), XLSX, &bytes);
                }
                Ok(Answer::Bytes(bytes)) => making.pack(&taken, bytes),
                other => making.not_made(wanted, "The workbook could not be made", other),
            }
        });
        self.book.ask(ask, written);
    }

    fn pack(&self, taken: &Rc<Taken>, workbook: Uint8Array) {
        let (making, taken, heard) = (self.clone(), taken.clone(), self.heard());
        spawn_local(async move {
            let files = everything(&taken, workbook).await;
            if !heard() {
                return;
            }
            let packed = {
                let making = making.clone();
                Callback::from(move |answer: Result<Answer, Trouble>| match answer {
                    _ if !heard() => {}
                    Ok(Answer::Bytes(bytes)) => making.give(taken.name("", "zip"), ZIP, &bytes),
                    other => {
                        making.not_made(Wanted::Everything, "The archive could not be made", other);
                    }
                })
            };
            making.book.ask(Ask::Archive(files), packed);
        });
    }

    /// True for as long as nothing else was asked for.
    fn heard(&self) -> impl Fn() -> bool + 'static {
        let round = self.round.clone();
        let mine = round.get();
        move || round.get() == mine
    }

    fn give(&self, name: String, kind: &str, content: &JsValue) {
        browser::download(&name, kind, content);
        self.phase.set(Phase::Given(name));
    }

    fn not_made(&self, wanted: Wanted, what: &'static str, answer: Result<Answer, Trouble>) {
        let why = match answer {
            Err(trouble) => why(&trouble),
            Ok(_) => "The part of the app that makes it gave no file.".to_owned(),
        };
        self.fail(wanted, what, &why);
    }

    fn fail(&self, wanted: Wanted, what: &'static str, why: &str) {
        self.phase.set(Phase::Failed(wanted, what, why.to_owned()));
    }

    /// How it goes, and what can be done about it.
    pub fn said(&self) -> Html {
        let words = match &*self.phase {
            Phase::Still | Phase::Failed(..) => String::new(),
            Phase::Making(Wanted::Everything) => "Making everything…".to_owned(),
            Phase::Making(Wanted::Png(_)) => "Drawing the picture…".to_owned(),
            Phase::Making(_) => "Making the workbook…".to_owned(),
            Phase::Given(name) => format!("{name} was given to the browser to save."),
        };
        let cancel = {
            let quiet = self.quiet();
            Callback::from(move |_: MouseEvent| {
                // The button goes away, and must not take the keyboard with it.
                browser::focus(HEADING);
                quiet.emit(());
            })
        };
        html! {
            <>
                <p role="status">{ words }</p>
                if matches!(*self.phase, Phase::Making(_)) {
                    <button type="button" class="button" onclick={cancel}>{ "Cancel" }</button>
                }
                if let Phase::Failed(wanted, what, why) = &*self.phase {
                    <p role="alert" class="problem">{ format!("{what}. {why}") }</p>
                    if let Some(taken) = &*self.last {
                        <button type="button" class="button" onclick={self.press(taken, *wanted)}>
                            { "Try again" }
                        </button>
                    }
                }
            </>
        }
    }
}

fn next(round: &Cell<u32>) {
    round.set(round.get().wrapping_add(1));
}

/// Why the worker made nothing, and what to do.
pub fn why(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Missing => "A part of the app could not be loaded. Check the connection and try \
                             again; nothing you have done is lost."
            .to_owned(),
        Trouble::Late => "It took too long and was stopped.".to_owned(),
        Trouble::Failed(words) => words.clone(),
    }
}
