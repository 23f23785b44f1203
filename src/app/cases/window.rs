//! What stands in the window Cases: the cases that come with the copy, those that this
//! browser keeps, a file to open, and the beginning of a new one.

use serde_json::Value;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::kept::{self, KeptCase};
use super::taking::{self, Arrived, LARGEST};
use crate::app::browser::{self, Handed};
use crate::link::{Page, Wanted};
use crate::model::{Library, Model};
use crate::session::{Action, Session};

/// Id of the empty case that a new one can begin from.
const TEMPLATE: &str = "template";

/// The id of the box to choose a file in.
const FILE: &str = "open-case";

#[derive(PartialEq, Properties)]
struct CasesProps {
    session: Session,
    dispatch: Callback<Action>,
    close: Callback<()>,
}

/// What stands in the window.
pub fn content(session: &Session, dispatch: &Callback<Action>, close: &Callback<()>) -> Html {
    html! { <Cases session={session.clone()} dispatch={dispatch.clone()} close={close.clone()} /> }
}

/// A published case, as it is offered.
#[derive(Clone, PartialEq)]
struct Listed {
    id: String,
    title: String,
    subtitle: String,
    authority: String,
}

impl Listed {
    /// Those at hand.
    fn here(library: &Library) -> Vec<Listed> {
        let cases = library.iter().map(Model::case);
        let cases = cases.filter(|case| case.id != TEMPLATE && !library.is_own(&case.id));
        cases
            .map(|case| Listed {
                id: case.id.clone(),
                title: case.title.clone(),
                subtitle: case.subtitle.clone(),
                authority: case.authority.clone(),
            })
            .collect()
    }

    /// Those served beside the app; none where that is one file.
    async fn served() -> Vec<Listed> {
        let index = browser::fetched("cases/index.json", LARGEST).await;
        let index = index.and_then(|text| serde_json::from_str::<Value>(&text).ok());
        let cases = index
            .as_ref()
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let listed = cases.map(|case| {
            let text = |name: &str| case[name].as_str().unwrap_or_default().to_owned();
            Listed {
                id: text("id"),
                title: text("title"),
                subtitle: text("subtitle"),
                authority: text("authority"),
            }
        });
        listed.filter(|case| case.id != TEMPLATE).collect()
    }
}

/// What the window is about.
#[derive(Clone)]
struct Choosing {
    session: Session,
    dispatch: Callback<Action>,
    close: Callback<()>,
    said: UseStateHandle<String>,
    listed: UseStateHandle<Vec<Listed>>,
    own: UseStateHandle<Vec<KeptCase>>,
    /// A kept case that is to be forgotten, once that is confirmed.
    leaving: UseStateHandle<Option<String>>,
}

#[component]
fn Cases(props: &CasesProps) -> Html {
    let here = Listed::here(props.session.library());
    let listed = use_state_eq(|| here.clone());
    {
        let (listed, open) = (listed.clone(), props.session.model().clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let mut all = here;
                let served = Listed::served().await.into_iter();
                let new: Vec<Listed> = served
                    .filter(|case| all.iter().all(|known| known.id != case.id))
                    .collect();
                all.extend(new);
                listed.set(all);
                browser::after_frame(Box::new(move || taking::try_out(open.case())));
            });
        });
    }
    let choosing = Choosing {
        session: props.session.clone(),
        dispatch: props.dispatch.clone(),
        close: props.close.clone(),
        said: use_state_eq(String::new),
        listed: listed.clone(),
        own: use_state_eq(kept::list),
        leaving: use_state_eq(|| None),
    };
    html! {
        <>
            { choosing.shipped() }
            { choosing.own_view() }
            { choosing.begin() }
            { choosing.file() }
            <div class="modal-foot"><p role="status">{ (*choosing.said).clone() }</p></div>
        </>
    }
}

impl Choosing {
    /// Opens a case out of a file.
    fn open(&self, arrived: Arrived, page: Page) {
        arrived.open(&self.session, &self.dispatch, page, false);
        self.close.emit(());
    }

    /// Opens a case by its id, wherever it is.
    fn go(&self, id: String, page: Page) {
        if self.session.library().find(&id).is_some() && !self.session.library().is_own(&id) {
            self.dispatch.emit(Action::OpenCase(id, false));
            self.dispatch
                .emit(Action::View(self.session.view().on(page)));
            self.close.emit(());
            return;
        }
        let choosing = self.clone();
        spawn_local(async move {
            let wanted = Wanted {
                case: Some(id),
                packed: None,
            };
            match taking::wanted(&wanted, choosing.session.library()).await {
                Ok(taken) => {
                    taken.open(&choosing.session, &choosing.dispatch, page, false);
                    choosing.close.emit(());
                }
                Err(why) => choosing.said.set(why),
            }
        });
    }

    fn shipped(&self) -> Html {
        let open = &self.session.model().case().id;
        html! {
            <section aria-labelledby="shipped-cases">
                <h3 id="shipped-cases">{ "Published cases" }</h3>
                <ul class="case-choices">
                    { for self.listed.iter().map(|case| {
                        let (choosing, id) = (self.clone(), case.id.clone());
                        let go = Callback::from(move |_: MouseEvent| {
                            choosing.go(id.clone(), Page::Explore);
                        });
                        html! {
                            <li key={case.id.clone()}>
                                <span class="case-choice">
                                    <b>{ &case.title }</b>
                                    <span class="help">{ format!("{}, {}", case.subtitle, case.authority) }</span>
                                </span>
                                if *open == case.id {
                                    <span class="help">{ "Open now" }</span>
                                }
                                <button type="button" class="button" onclick={go}
                                    aria-label={format!("Open {}", case.title)}>{ "Open" }</button>
                            </li>
                        }
                    }) }
                </ul>
            </section>
        }
    }

    fn own_view(&self) -> Html {
        if self.own.is_empty() {
            return Html::default();
        }
        html! {
            <section aria-labelledby="own-cases">
                <h3 id="own-cases">{ "Cases kept by this browser" }</h3>
                <ul class="case-choices">{ for self.own.iter().map(|case| self.own_row(case)) }</ul>
            </section>
        }
    }

    fn own_row(&self, case: &KeptCase) -> Html {
        let KeptCase { id, title } = case;
        let go = |page: Page| {
            let (choosing, id) = (self.clone(), id.clone());
            Callback::from(move |_: MouseEvent| choosing.go(id.clone(), page))
        };
        let is_open = self.session.model().case().id == *id;
        let asked = self.leaving.as_deref() == Some(id);
        let forget = {
            let (choosing, id) = (self.clone(), id.clone());
            Callback::from(move |_: MouseEvent| {
                if asked {
                    kept::forget(&id);
                    choosing.own.set(kept::list());
                    choosing.leaving.set(None);
                    choosing.said.set("Forgotten.".to_owned());
                    browser::focus("modal-title");
                } else {
                    choosing.leaving.set(Some(id.clone()));
                }
            })
        };
        html! {
            <li key={id.clone()}>
                <span class="case-choice"><b>{ title }</b><span class="help">{ id }</span></span>
                if is_open {
                    <span class="help">{ "Open now" }</span>
                } else {
                    <button type="button" class="button" onclick={forget}
                        aria-label={if asked { format!("Really forget {title}") } else { format!("Forget {title}") }}>
                        { if asked { "Really forget?" } else { "Forget" } }
                    </button>
                }
                <button type="button" class="button" onclick={go(Page::Case)}
                    aria-label={format!("Edit {title}")}>{ "Edit" }</button>
                <button type="button" class="button" onclick={go(Page::Explore)}
                    aria-label={format!("Open {title}")}>{ "Open" }</button>
            </li>
        }
    }

    /// A new case, from what is open or from nothing.
    fn begin(&self) -> Html {
        let from_this = {
            let choosing = self.clone();
            Callback::from(move |_: MouseEvent| choosing.copy())
        };
        let from_nothing = {
            let choosing = self.clone();
            Callback::from(move |_: MouseEvent| choosing.begin_empty())
        };
        let title = &self.session.model().case().title;
        html! {
            <section aria-labelledby="new-case">
                <h3 id="new-case">{ "A case of your own" }</h3>
                <p class="help">
                    { "It is kept by this browser alone until you send it or take it away as a file." }
                </p>
                <div class="with-button">
                    <button type="button" class="button" onclick={from_this}>
                        { format!("Begin from {title}") }
                    </button>
                    <button type="button" class="button" onclick={from_nothing}>
                        { "Begin from an empty case" }
                    </button>
                </div>
            </section>
        }
    }

    fn copy(&self) {
        match copy_of(&self.session) {
            Ok(copy) => copy.open(&self.session, &self.dispatch, Page::Case, true),
            Err(why) => return self.said.set(why),
        }
        self.close.emit(());
    }

    fn begin_empty(&self) {
        let choosing = self.clone();
        spawn_local(async move {
            let wanted = Wanted {
                case: Some(TEMPLATE.to_owned()),
                packed: None,
            };
            let library = choosing.session.library().clone();
            let template = match library.find(TEMPLATE) {
                Some(model) => Ok(model.case().to_value()),
                None => taking::wanted(&wanted, &library)
                    .await
                    .map(|taken| taken.model.case().to_value()),
            };
            let made = template.and_then(|mut value| {
                value["id"] = kept::free("my-case", |id| library.find(id).is_some()).into();
                value["title"] = "New case".into();
                taking::take_value(value, &library)
            });
            match made {
                Ok(arrived) => choosing.open(arrived, Page::Case),
                Err(why) => choosing.said.set(why),
            }
        });
    }

    fn file(&self) -> Html {
        let choosing = self.clone();
        let onchange = Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<Element>();
            if let Some((file, _)) = input.and_then(|input| Handed::chosen(&input)) {
                choosing.read(file);
            }
        });
        html! {
            <section aria-labelledby="case-file">
                <h3 id="case-file">{ "Open a case file" }</h3>
                <div class="words">
                    <label for={FILE}>{ "Case file (.json)" }</label>
                    <input id={FILE} class="drop-here" type="file" accept=".json"
                        aria-describedby="case-file-help" {onchange} />
                    <p class="help" id="case-file-help">
                        { "It is kept by this browser and sent nowhere. A case workbook (.xlsx) is \
                           opened in the window Files, or dropped on the page." }
                    </p>
                </div>
            </section>
        }
    }

    fn read(&self, file: Handed) {
        let choosing = self.clone();
        spawn_local(async move {
            #[expect(clippy::cast_precision_loss, reason = "some millions")]
            let read = if file.size() > LARGEST as f64 {
                Err("The file has more than 5 MB, which no case has.".to_owned())
            } else {
                let bytes = file.bytes().await.map(|bytes| bytes.to_vec());
                let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
                let text = text.ok_or_else(|| "The file is no text. Is it a case file?".to_owned());
                text.and_then(|text| taking::take(&text, choosing.session.library()))
            };
            match read {
                Ok(arrived) => choosing.open(arrived, Page::Explore),
                Err(why) => choosing.said.set(format!("{}: {why}", file.name())),
            }
        });
    }
}

/// A copy of the open case to be one's own, kept by this browser.
///
/// # Errors
/// Why there cannot be one.
pub fn copy_of(session: &Session) -> Result<Arrived, String> {
    let case = session.model().base().case();
    let library = session.library();
    let mut value: Value = case.to_value();
    let wanted = format!("{}-own", case.id.trim_end_matches("-own"));
    value["id"] = kept::free(&wanted, |id| library.find(id).is_some()).into();
    value["title"] = format!("{}, amended", case.title.trim_end_matches(", amended")).into();
    taking::take_value(value, library)
}
