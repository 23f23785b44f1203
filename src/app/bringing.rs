//! Cases that are not in the program: brought before a link to one is opened.

use super::cases::{self, Taken};
use super::pieces::fetched;
use crate::link::{LinkProblem, Wanted, of_case};
use crate::model::Library;
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
