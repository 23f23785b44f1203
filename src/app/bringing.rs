//! Cases that are not in the program: brought before a link to one is opened.

use std::rc::Rc;

use super::cases::{self, Taken};
use super::lines;
use super::pieces::{Piece as _, fetched};
use crate::case::shipped_cases;
use crate::link::{Wanted, may_have_lines, of_case};
use crate::model::{Library, Model};
use crate::session::Action;

/// What a link needs that is not here; none where all of it is.
fn wanted(link: &str, library: &Library) -> Option<Wanted> {
    let wanted = Wanted::of(link);
    let case = wanted.case.as_ref();
    let here = wanted.packed.is_none() && case.is_none_or(|id| library.find(id).is_some());
    (!here).then_some(wanted)
}

/// True where a link can be opened as it is.
pub(super) fn is_here(link: &str, library: &Library) -> bool {
    !may_have_lines(link) && wanted(link, library).is_none()
}

/// True for a case that does not come with the program.
pub(super) fn is_brought(model: &Model) -> bool {
    let id = &model.case().id;
    shipped_cases().iter().all(|known| known.id != id)
}

/// The file of a model's case, for a worker that does not have it; none for a case that
/// comes with the program.
pub(super) fn case_file(model: &Model) -> Option<String> {
    // The app has fetched the piece with the case.
    let piece = cases::Piece::here().filter(|_| is_brought(model))?;
    Some((piece.file)(model.base().case()))
}

/// What came of bringing what a link needs.
pub(super) struct Brought {
    /// The link, which names the case by the id it has here.
    pub link: String,
    /// The case, or why it cannot be had; none where it was here.
    pub case: Option<Result<Taken, Rc<str>>>,
}

/// Brings what knows of lines of one's own, where a link may have any.
pub(super) async fn bring_lines(link: &str) {
    if may_have_lines(link)
        && let Some(piece) = fetched::<lines::Piece>().await
    {
        (piece.bring)();
    }
}

/// Brings what a link needs.
pub(super) async fn bring(link: &str, library: &Library) -> Brought {
    bring_lines(link).await;
    let mut brought = Brought {
        link: link.to_owned(),
        case: None,
    };
    if let Some(wanted) = wanted(link, library) {
        let case = match fetched::<cases::Piece>().await {
            Some(piece) => (piece.bring)(wanted, library.clone()).await,
            None => Err("the part of the app that reads it could not be loaded".to_owned()),
        };
        if let Ok(taken) = &case
            && taken.renamed
        {
            brought.link = of_case(link, &taken.model.case().id);
        }
        brought.case = Some(case.map_err(Rc::from));
    }
    brought
}

impl Brought {
    /// What the session does with it.
    pub fn actions(self) -> [Option<Action>; 3] {
        let (case, problem) = match self.case {
            None => (None, None),
            Some(Ok(taken)) => {
                let problem = taken.problem();
                (Some(Action::Case(taken.model, taken.own)), problem)
            }
            Some(Err(why)) => (None, Some(Action::NoCase(why))),
        };
        [case, Some(Action::Navigate(self.link)), problem]
    }
}
