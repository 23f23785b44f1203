//! How a case comes in: from a file, from a link that carries it, from what this browser
//! keeps, or from the files served beside the app.

use serde_json::Value;
use yew::Callback;

use super::kept;
use crate::app::browser;
use crate::case::{Case, CaseErrors};
use crate::link::{Page, Wanted, bytes_of_text, text_of_bytes};
use crate::model::{Library, Model};
use crate::session::draft::usable;
use crate::session::{Action, Session};

/// The largest case file that is read, in bytes: far above any paper.
pub const LARGEST: usize = 5_000_000;

/// The most faults that are named where a case is refused.
const NAMED: usize = 3;

/// A case that came in.
pub struct Taken {
    /// Its model, as far as it can be used.
    pub model: Model,
    /// True where nobody else has it.
    pub own: bool,
    /// How many faults it has.
    pub faults: usize,
    /// Its id is one that was free here, where the file's own was not.
    pub renamed: bool,
    /// True where this browser keeps it.
    pub kept: bool,
}

impl Taken {
    /// What is to be said where the browser does not keep it.
    pub fn problem(&self) -> Option<Action> {
        (!self.kept).then_some(Action::CaseUnkept)
    }

    /// Opens it on a screen or, where it has faults, where they can be mended: as published
    /// or, where true, with what is changed in the scenario now.
    pub fn open(
        self,
        session: &Session,
        dispatch: &Callback<Action>,
        page: Page,
        with_changes: bool,
    ) {
        let page = if self.faults > 0 { Page::Case } else { page };
        let id = self.model.case().id.clone();
        let problem = self.problem();
        dispatch.emit(Action::Case(self.model, self.own));
        dispatch.emit(Action::OpenCase(id, with_changes));
        dispatch.emit(Action::View(session.view().on(page)));
        problem.into_iter().for_each(|said| dispatch.emit(said));
    }
}

/// A case out of a file, which the browser has yet to keep: writing some hundred lines takes
/// it a moment, and can wait until they are on the screen.
pub struct Arrived {
    taken: Taken,
    /// Has the browser keep it, and says whether it does.
    keep: Box<dyn FnOnce() -> bool>,
}

impl Arrived {
    /// The case, which was kept first.
    pub fn kept(self) -> Taken {
        let mut taken = self.taken;
        taken.kept = (self.keep)();
        taken
    }

    /// Opens it as [`Taken::open`] does.
    pub fn open(
        self,
        session: &Session,
        dispatch: &Callback<Action>,
        page: Page,
        with_changes: bool,
    ) {
        // The editor begins from what is kept.
        if self.taken.faults > 0 || page == Page::Case {
            return self
                .kept()
                .open(session, dispatch, Page::Case, with_changes);
        }
        let Arrived { taken, keep } = self;
        taken.open(session, dispatch, page, with_changes);
        let dispatch = dispatch.clone();
        browser::after_frame(Box::new(move || {
            if !keep() {
                dispatch.emit(Action::CaseUnkept);
            }
        }));
    }
}

/// A case out of the text of a file, to be kept as one's own. One that comes with the
/// program is only opened.
///
/// # Errors
/// Why it cannot be used, in whole sentences.
pub fn take(text: &str, library: &Library) -> Result<Arrived, String> {
    if text.len() > LARGEST {
        let size = text.len() / 1_000_000;
        return Err(format!(
            "The file has {size} MB. A case file has at most 5; take out of it what is no case."
        ));
    }
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|fault| format!("The file is not JSON: {fault}. Was it cut or changed?"))?;
    take_value(value, library)
}

/// The same for a case that was read already.
///
/// # Errors
/// As [`take`].
pub fn take_value(mut value: Value, library: &Library) -> Result<Arrived, String> {
    let (mut model, mut faults) = usable(&value);
    let Some(found) = &model else {
        return Err(refused(&faults));
    };
    let id = found.case().id.clone();
    // What comes with the program is opened and not kept a second time.
    if let Some(here) = library.find(&id).filter(|_| !library.is_own(&id))
        && *here.case() == *found.case()
        && faults.0.is_empty()
    {
        let taken = Taken {
            model: here.clone(),
            own: false,
            faults: 0,
            renamed: false,
            kept: true,
        };
        let keep = Box::new(|| true);
        return Ok(Arrived { taken, keep });
    }
    // One of the same id that is another case stays what it is. What is kept was written
    // as this is, so it need not be read to be compared.
    let known = kept::latest(&id);
    let same = known.as_ref().is_some_and(|kept| *kept == text_of(&value));
    let mut renamed = false;
    if !same {
        let free = kept::free(&id, |id| library.find(id).is_some());
        if free != id {
            renamed = true;
            value["id"] = free.as_str().into();
            (model, faults) = usable(&value);
        }
    }
    let Some(model) = model else {
        return Err(refused(&faults));
    };
    let (id, title) = (model.case().id.clone(), model.case().title.clone());
    let taken = Taken {
        model,
        own: true,
        faults: faults.0.len(),
        renamed,
        kept: true,
    };
    let keep = move || {
        let kept = if same && kept::unkept(&id).is_none() {
            kept::used(&id, &title)
        } else {
            kept::keep(&id, &title, &text_of(&value))
        };
        kept.is_ok()
    };
    let keep = Box::new(keep);
    Ok(Arrived { taken, keep })
}

/// Reads a case that is here already, and does nothing with it: a browser compiles a
/// program as it comes to each part of it, and does so now instead of when a person waits
/// for the file just chosen.
pub fn try_out(case: &Case) {
    let text = text_of(&case.to_value());
    if let Ok(value) = serde_json::from_str::<Value>(&text) {
        drop(usable(&value));
    }
}

/// A case as it is kept and packed. Written at once, and not piece by piece through a
/// formatter as `to_string` does.
pub fn text_of(value: &Value) -> String {
    // A value can always be written.
    serde_json::to_string(value).unwrap_or_default()
}

/// Why a case cannot be used, with its first faults.
fn refused(faults: &CaseErrors) -> String {
    let named: Vec<String> = faults
        .0
        .iter()
        .take(NAMED)
        .map(ToString::to_string)
        .collect();
    let more = match faults.0.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!(
        "It is no case that can be used: {}{more}.",
        named.join("; ")
    )
}

/// The case that a link needs and that is not here.
///
/// # Errors
/// Why it cannot be had, in whole sentences.
pub async fn wanted(wanted: &Wanted, library: &Library) -> Result<Taken, String> {
    if let Some(packed) = &wanted.packed {
        let text = unpacked(packed).await.ok_or(
            "The link carries a case that cannot be read. Was the link cut, or is this browser \
             from before 2023? Ask for the case as a file.",
        )?;
        return take(&text, library).map(Arrived::kept);
    }
    let id = wanted.case.as_deref().unwrap_or_default();
    if let Some(text) = kept::text(id) {
        return kept_case(&text);
    }
    let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let served = if id.bytes().all(sound) {
        browser::fetched(&format!("cases/{id}.json"), LARGEST).await
    } else {
        None
    };
    let text = served.ok_or_else(|| {
        format!(
            "“{id}” is neither among the cases of this copy, nor kept by this browser. Ask for \
             a link that carries the case, or for its file."
        )
    })?;
    let read = Case::from_json(&text).and_then(Model::of_sound);
    let model = read.map_err(|faults| refused(&faults))?;
    Ok(Taken {
        model,
        own: false,
        faults: 0,
        renamed: false,
        kept: true,
    })
}

fn kept_case(text: &str) -> Result<Taken, String> {
    let value: Value = serde_json::from_str(text)
        .map_err(|_| "What this browser keeps of the case cannot be read.".to_owned())?;
    let (model, faults) = usable(&value);
    let model = model.ok_or_else(|| refused(&faults))?;
    Ok(Taken {
        model,
        own: true,
        faults: faults.0.len(),
        renamed: false,
        kept: true,
    })
}

/// A case packed for a link; none where the browser cannot.
pub async fn packed(case: &Case) -> Option<String> {
    let bytes = browser::deflated(text_of(&case.to_value()).as_bytes()).await?;
    Some(text_of_bytes(&bytes))
}

async fn unpacked(packed: &str) -> Option<String> {
    let bytes = browser::inflated(&bytes_of_text(packed)?, LARGEST).await?;
    String::from_utf8(bytes).ok()
}
