//! The window Lines: lines of the person's own, a form for one more, and the lines of the
//! case, each of which can be switched off.

mod form;
mod list;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::modal::Modal;
use crate::app::browser;
use crate::session::{Action, OwnDraft, Session};

/// The id of the heading of the person's own lines.
const LIST: &str = "own-list";

/// What stands in the form, and which line it changes; none where it makes a new one.
#[derive(Debug, Clone, PartialEq)]
struct Filled {
    /// The case it is for.
    case: String,
    draft: OwnDraft,
    /// As it was before: another link may have another line in its place.
    editing: Option<OwnDraft>,
    /// True once it could not be used: what to mend then stands beside each part.
    tried: bool,
}

/// What the tab keeps it under.
const FORM: &str = "line";
/// Stands there between its parts, none of which can have it.
const BETWEEN: char = '\u{1e}';

thread_local! {
    /// What was filled in when the window was closed: nothing typed is lost. The tab keeps
    /// it as well, which a reload leaves alone.
    static FILLED: RefCell<Option<Filled>> = const { RefCell::new(None) };
}

impl Filled {
    fn empty(session: &Session) -> Filled {
        Filled {
            case: session.model().case().id.clone(),
            draft: OwnDraft::new(session.model()),
            editing: None,
            tried: false,
        }
    }

    /// What was filled in before, where that is of this case.
    fn before(session: &Session) -> Filled {
        let kept = FILLED.with_borrow(Clone::clone).or_else(Filled::of_tab);
        let model = session.model();
        match kept.filter(|kept| kept.case == model.case().id) {
            Some(kept) => Filled {
                draft: kept.draft.fitted(model),
                ..kept
            },
            None => Filled::empty(session),
        }
    }

    /// What the tab kept, where that can be read.
    fn of_tab() -> Option<Filled> {
        let text = browser::kept_in_tab(FORM)?;
        let mut parts = text.split(BETWEEN);
        Some(Filled {
            case: parts.next()?.to_owned(),
            draft: OwnDraft::written(parts.next()?)?,
            editing: parts.next().and_then(OwnDraft::written),
            tried: false,
        })
    }

    fn keep_in_tab(&self) {
        let mut text = self.case.clone();
        for draft in [Some(&self.draft), self.editing.as_ref()]
            .into_iter()
            .flatten()
        {
            text.push(BETWEEN);
            text += &draft.write();
        }
        browser::keep_in_tab(FORM, &text);
    }
}

/// The window.
pub fn window(session: &Session, dispatch: &Callback<Action>, close: &Callback<()>) -> Html {
    html! { <Lines session={session.clone()} dispatch={dispatch.clone()} close={close.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct LinesProps {
    session: Session,
    dispatch: Callback<Action>,
    close: Callback<()>,
}

/// The state of the window.
#[derive(Clone)]
struct Working {
    session: Session,
    dispatch: Callback<Action>,
    filled: UseStateHandle<Filled>,
    /// What has just been done.
    said: UseStateHandle<String>,
    /// What is to have the keyboard once everything is drawn.
    focus: Rc<RefCell<Option<String>>>,
}

impl Working {
    /// Fills the form in.
    fn fill(&self, filled: Filled) {
        FILLED.with_borrow_mut(|kept| *kept = Some(filled.clone()));
        filled.keep_in_tab();
        self.filled.set(filled);
    }

    /// Changes what stands in the form.
    fn change(&self, change: impl FnOnce(&mut OwnDraft)) {
        let mut filled = (*self.filled).clone();
        change(&mut filled.draft);
        self.fill(filled);
    }

    /// The place of the line the form changes, while it is there.
    fn editing(&self) -> Option<usize> {
        let (model, before) = (self.session.model(), self.filled.editing.as_ref()?);
        let mut lines = model.own_lines().iter();
        lines.position(|line| OwnDraft::of(model, line) == *before)
    }

    /// Says what was done, and gives the keyboard to what comes next.
    fn done(&self, said: String, focus: &str) {
        self.said.set(said);
        self.focus.replace(Some(focus.to_owned()));
    }
}

#[component]
fn Lines(props: &LinesProps) -> Html {
    let session = &props.session;
    let working = Working {
        session: session.clone(),
        dispatch: props.dispatch.clone(),
        filled: use_state_eq(|| Filled::before(session)),
        said: use_state_eq(String::new),
        focus: use_mut_ref(|| None),
    };
    // What is to have the keyboard next may only now have been drawn.
    let focus = working.focus.clone();
    use_effect(move || {
        let next = focus.borrow_mut().take();
        if let Some(id) = next {
            browser::focus(&id);
        }
    });
    html! {
        <Modal title="Lines" close={props.close.clone()}>
            { list::own(&working) }
            { form::form(&working) }
            { list::of_case(&working) }
            <div class="modal-foot"><p role="status">{ &*working.said }</p></div>
        </Modal>
    }
}
