//! Cases that are not in the program: brought before a link to one is opened.

use super::cases::{self, Taken};
use super::pieces::{Piece as _, fetched};
use crate::case::shipped_cases;
use crate::link::{LinkProblem, Wanted, of_case};
use crate::model::{Library, Model};
use crate::session::Action;

/// What a link needs that is not here; none where it can be opened as it is.
pub(super) fn wanted(link: &str, library: &Library) -> Option<Wanted> {
    let wanted = Wanted::of(link);
    let here = wanted.packed.is_none()
        && wanted
            .case
            .as_ref()
            .is_none_or(|id| library.find(id).is_some());
    (!here).then_some(wanted)
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
    /// The case, or why it cannot be had.
    pub case: Result<Taken, LinkProblem>,
}

/// Brings what a link needs.
pub(super) async fn bring(link: &str, wanted: &Wanted, library: &Library) -> Brought {
    let case = match fetched::<cases::Piece>().await {
        Some(piece) => (piece.bring)(wanted.clone(), library.clone()).await,
        None => Err("the part of the app that reads it could not be loaded".to_owned()),
    };
    let link = match &case {
        Ok(taken) if taken.renamed => of_case(link, &taken.model.case().id),
        _ => link.to_owned(),
    };
    let case = case.map_err(LinkProblem::CaseRefused);
    Brought { link, case }
}

impl Brought {
    /// What the session does with it.
    pub fn actions(self) -> [Option<Action>; 3] {
        let (case, problem) = match self.case {
            Ok(taken) => (Some(Action::Case(taken.model, taken.own)), None),
            Err(problem) => (None, Some(Action::Problem(problem))),
        };
        [case, Some(Action::Navigate(self.link)), problem]
    }
}
