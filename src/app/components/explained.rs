//! Which figure of a screen is explained, and the explanation in its place.

use yew::prelude::*;

use crate::app::pieces::{Fetched, use_piece, waiting};
use crate::app::{answers, browser};
use crate::model::Target;
use crate::session::Session;

/// Where on the screen a figure is explained: in which table or list, and in which row.
pub type Place = (&'static str, usize);

/// The id of the button that asks for the explanation in a place.
pub fn ask_id((table, row): Place) -> String {
    format!("ask-{table}-{row}")
}

/// What the person asks to have explained.
#[derive(Clone, PartialEq)]
pub struct Asked {
    /// Where it is to stand.
    pub place: Place,
    /// The figure.
    pub target: Target,
}

/// A figure that is explained, with its neighbours.
pub struct Explained {
    /// The figure.
    pub target: Target,
    /// The other figures of its row, by their column's name.
    pub choices: Vec<(String, Target)>,
    /// True where the screen shows investment as money out.
    pub money_out: bool,
    /// Asks for another figure in the same place, or for none.
    pub ask: Callback<Option<Target>>,
}

/// What is explained on a screen, and the piece that explains it once it is fetched.
pub struct Explainer {
    asked: UseStateHandle<Option<Asked>>,
    answers: Fetched<&'static answers::Piece>,
}

/// Keeps what is explained. The piece that explains is fetched when something is asked for.
#[hook]
pub fn use_explainer() -> Explainer {
    let asked = use_state_eq(|| None::<Asked>);
    let answers = use_piece::<answers::Piece>(asked.is_some());
    Explainer { asked, answers }
}

impl Explainer {
    /// True where a figure is explained in this place.
    pub fn is_at(&self, place: Place) -> bool {
        (*self.asked)
            .as_ref()
            .is_some_and(|asked| asked.place == place)
    }

    /// Explains another figure in a place, or closes what is explained there and gives
    /// the keyboard back to what asked.
    fn ask(&self, place: Place) -> Callback<Option<Target>> {
        let asked = self.asked.clone();
        Callback::from(move |target: Option<Target>| {
            if target.is_none() {
                browser::focus(&ask_id(place));
            }
            asked.set(target.map(|target| Asked { place, target }));
        })
    }

    /// Asks for a figure in a row of a table; for the one that is explained there already,
    /// closes it.
    pub fn asking(&self, table: &'static str) -> Callback<(usize, Target)> {
        let asked = self.asked.clone();
        Callback::from(move |(row, target)| {
            let wanted = Asked {
                place: (table, row),
                target,
            };
            let same = (*asked).as_ref() == Some(&wanted);
            asked.set((!same).then_some(wanted));
        })
    }

    /// The explanation in this place, if it is asked for there.
    pub fn view(
        &self,
        session: &Session,
        place: Place,
        choices: impl FnOnce() -> Vec<(String, Target)>,
        money_out: bool,
    ) -> Option<Html> {
        let asked = (*self.asked)
            .as_ref()
            .filter(|asked| asked.place == place)?;
        Some(match &self.answers {
            Fetched::Here(answers) => {
                let explained = Explained {
                    target: asked.target,
                    choices: choices(),
                    money_out,
                    ask: self.ask(place),
                };
                (answers.explanation)(session, &explained)
            }
            other => waiting(other),
        })
    }
}
