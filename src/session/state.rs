//! The state of a session: everything the person is doing, and what can be asked of it.

use std::rc::Rc;

use super::history::History;
use super::shelf::Shelf;
use super::texts::Entry;
use super::work::Work;
use crate::analysis::{Movement, movement};
use crate::link::{self, Link, LinkProblem, Named, Opened, Receipt, ReceiptCheck, View};
use crate::model::{Library, Model, Outcome, Scenario};

/// Everything the person is doing. Cheap to copy; every change gives a new one.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub(super) library: Rc<Library>,
    pub(super) work: Work,
    /// What the link that was sent opened, and what came with it.
    pub(super) opened: Rc<Sent>,
    /// The last link that was opened or come back to, and what it gave.
    pub(super) came_by: Rc<Sent>,
    pub(super) history: History<Work>,
    /// The field being changed: further changes to it belong to the same undo step.
    pub(super) editing: Option<Entry>,
    pub(super) steps: usize,
    pub(super) problems: Rc<[LinkProblem]>,
    /// The case that was opened is not kept by the browser.
    pub(super) unkept: bool,
    pub(super) view: View,
    /// What the stress test is set to, as a link has it.
    pub(super) stress: Rc<str>,
    pub(super) compared: Rc<[Named]>,
    pub(super) shelf: Rc<Shelf>,
    pub(super) storage: Storage,
    /// A link to what was being done here before, to carry on with.
    pub(super) unfinished: Option<Rc<str>>,
    pub(super) outcome: Rc<Outcome>,
    pub(super) published: Rc<Outcome>,
    /// What was shown before the last change.
    pub(super) before: Option<Rc<Before>>,
}

/// A link and what it gave.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sent {
    pub link: String,
    pub work: Work,
    pub view: View,
    pub stress: Rc<str>,
    pub compared: Rc<[Named]>,
    pub receipt: ReceiptCheck,
}

/// A scenario and what it came to.
#[derive(Debug, PartialEq)]
pub(super) struct Before {
    pub model: Model,
    pub scenario: Scenario,
    pub outcome: Rc<Outcome>,
}

/// The last change and what it moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The model of both scenarios: with the lines of somebody's own that either has.
    pub model: Model,
    /// The scenario before the change and after it.
    pub scenarios: [Scenario; 2],
    /// What moved.
    pub movement: Movement,
}

/// Whether this browser keeps anything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Storage {
    /// It does.
    #[default]
    Works,
    /// It refuses: private windows and some settings do.
    Blocked,
    /// There is no more room, so the last change was not kept.
    Full,
}

/// What a browser kept from before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The saved scenarios, as [`Shelf::write`] gave them.
    pub shelf: String,
    /// The link to what was being done last.
    pub last: String,
    /// The view chosen last, as [`View::write`] gave it.
    pub view: String,
}

impl Sent {
    pub fn of(link: &str, opened: &Opened, view: View, library: &Library) -> Sent {
        Sent {
            link: link.to_owned(),
            work: Work::of(opened, library),
            view,
            stress: opened.stress.as_str().into(),
            compared: opened.compared.clone().into(),
            receipt: opened.receipt.clone(),
        }
    }
}

impl Session {
    /// Opens a link, or the published case where the text is empty.
    pub fn open(library: Rc<Library>, text: &str) -> Session {
        let opened = link::open(text, &library);
        let view = opened.view.unwrap_or_default();
        let sent = Rc::new(Sent::of(text, &opened, view, &library));
        let (work, compared) = (sent.work.clone(), sent.compared.clone());
        let stress = sent.stress.clone();
        let published = Rc::new(work.model.evaluate(&Scenario::published()));
        let outcome = Rc::new(work.model.evaluate(&work.shown));
        Session {
            library,
            work,
            opened: sent.clone(),
            came_by: sent,
            history: History::default(),
            editing: None,
            steps: 0,
            problems: opened.problems.into(),
            unkept: false,
            view,
            stress,
            compared,
            shelf: Rc::default(),
            storage: Storage::Works,
            unfinished: None,
            outcome,
            published,
            before: None,
        }
    }

    /// The session with what this browser kept from before: the saved scenarios; the
    /// view chosen last, where the link asks for none; and where the link is to nothing
    /// in particular, what was being done last, to carry on with.
    pub fn recalling(mut self, kept: &Kept) -> Session {
        self.shelf = Rc::new(Shelf::read(&kept.shelf));
        let link = self.came_by.link.trim_start_matches('#');
        if link::open(link, &self.library).view.is_none() {
            self.view = View {
                page: self.view.page,
                ..View::read(&kept.view)
            };
        }
        if link.is_empty() {
            let last = link::open(&kept.last, &self.library);
            let added = |model: &Model| !model.own_lines().is_empty();
            let changes = last.scenario != Scenario::published();
            let worth = last
                .model
                .as_ref()
                .is_some_and(|model| changes || added(model));
            self.unfinished = worth.then(|| kept.last.as_str().into());
        }
        self
    }

    /// The cases at hand.
    pub fn library(&self) -> &Rc<Library> {
        &self.library
    }

    /// The model of the case that is open.
    pub fn model(&self) -> &Model {
        &self.work.model
    }

    /// The scenario the results are of.
    pub fn shown(&self) -> &Scenario {
        &self.work.shown
    }

    /// What the link that was sent opened.
    pub fn opened(&self) -> &Scenario {
        &self.opened.work.shown
    }

    /// The results.
    pub fn outcome(&self) -> &Rc<Outcome> {
        &self.outcome
    }

    /// The results as published.
    pub fn published(&self) -> &Rc<Outcome> {
        &self.published
    }

    /// What the person, or the sender, calls the scenario; may be empty.
    pub fn title(&self) -> &str {
        &self.work.title
    }

    /// What the person, or the sender, says about the scenario; may be empty.
    pub fn note(&self) -> &str {
        &self.work.note
    }

    /// How the receipt of the link that was sent stands to what the engine gives; none
    /// once other figures are shown. Ranges are none.
    pub fn receipt(&self) -> &ReceiptCheck {
        let opened = &self.opened.work;
        let same =
            self.work.shown.changes() == opened.shown.changes() && self.work.model == opened.model;
        if same && !self.is_stale() {
            &self.opened.receipt
        } else {
            &ReceiptCheck::None
        }
    }

    /// True where the link was sent with a receipt and shows what was sent.
    pub fn has_receipt(&self) -> bool {
        *self.receipt() != ReceiptCheck::None
    }

    /// The fragment that opens what is shown, and says nothing more.
    pub fn fragment(&self) -> String {
        link::fragment(&self.work.model, &self.work.shown)
    }

    /// The fragment to send: what is shown, with its words and the figures seen now,
    /// opening on this screen.
    pub fn to_send(&self, view: View) -> String {
        let model = &self.work.model;
        Link {
            view,
            title: &self.work.title,
            note: &self.work.note,
            stress: &self.stress,
            receipt: Some(&Receipt::of(model, &self.work.shown, &self.outcome)),
            ..Link::to(model, &self.work.shown)
        }
        .fragment()
    }

    /// The fragment of the comparison as it stands.
    pub fn comparison_link(&self) -> String {
        Link {
            view: self.view,
            compared: &self.compared,
            ..Link::to(&self.work.model, &self.work.shown)
        }
        .fragment()
    }

    /// What the address bar should say: the link as it came, while what it opened is
    /// shown; otherwise a link to what is shown.
    pub fn address(&self) -> String {
        let came = &self.came_by;
        let as_it_came = came.work.model == self.work.model
            && came.work.shown == self.work.shown
            && came.work.title == self.work.title
            && came.work.note == self.work.note
            && came.view == self.view
            && came.stress == self.stress
            && (!self.compares() || came.compared == self.compared);
        if as_it_came {
            return came.link.clone();
        }
        Link {
            view: self.view,
            title: &self.work.title,
            note: &self.work.note,
            stress: &self.stress,
            compared: if self.compares() { &self.compared } else { &[] },
            ..Link::to(&self.work.model, &self.work.shown)
        }
        .fragment()
    }

    fn compares(&self) -> bool {
        self.view.page == link::Page::Compare && !self.compared.is_empty()
    }

    /// How many undo steps and changes of screen have been made; one more means a new
    /// place in the browser's own history.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// What was wrong with the link.
    pub fn problems(&self) -> &Rc<[LinkProblem]> {
        &self.problems
    }

    /// True where the case that was opened is not kept by the browser, until that is read.
    pub fn is_unkept(&self) -> bool {
        self.unkept
    }

    /// Which screen is shown, and how its tables read.
    pub fn view(&self) -> View {
        self.view
    }

    /// What the stress test is set to, as a link has it.
    pub fn stress(&self) -> &str {
        &self.stress
    }

    /// The scenarios picked for comparison.
    pub fn compared(&self) -> &Rc<[Named]> {
        &self.compared
    }

    /// The scenarios this browser keeps.
    pub fn shelf(&self) -> &Rc<Shelf> {
        &self.shelf
    }

    /// Whether this browser keeps anything.
    pub fn storage(&self) -> Storage {
        self.storage
    }

    /// A link to what was being done here before, to carry on with.
    pub fn unfinished(&self) -> Option<&Rc<str>> {
        self.unfinished.as_ref()
    }

    /// True where the last change moved a figure.
    pub fn has_moved(&self) -> bool {
        let before = self.before.as_ref();
        before.is_some_and(|before| before.outcome != self.outcome)
    }

    /// What the last change moved; none before the first, or where it moved nothing.
    pub fn movement(&self) -> Option<Moved> {
        let before = self.before.as_ref().filter(|_| self.has_moved())?;
        // With the lines of both, where the change was to add one or to take one away.
        let model = before.model.together(&self.work.model);
        let scenarios = [
            model.adopt(&before.model, &before.scenario),
            model.adopt(&self.work.model, &self.work.shown),
        ];
        let [then, now] = [0, 1].map(|place| model.evaluate(&scenarios[place]));
        Some(Moved {
            movement: movement(&then, &now),
            model,
            scenarios,
        })
    }

    /// True where there is a change to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// True where there is a change to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// How many assumptions differ from the published case in what is shown.
    pub fn changed_count(&self) -> usize {
        self.work.shown.changes().len()
    }

    /// True where nothing differs from the published case, its ranges and its lines among
    /// it, and nothing is half typed.
    pub fn is_published(&self) -> bool {
        self.work.is_published() && self.work.texts.is_empty()
    }

    /// True where everything is as the link opened it.
    pub fn is_as_opened(&self) -> bool {
        let opened = &self.opened.work;
        self.work.scenario == opened.scenario
            && self.work.texts.is_empty()
            && self.work.model == opened.model
    }

    /// True where the link opened something other than the published case.
    pub fn opened_a_scenario(&self) -> bool {
        !self.opened.work.is_published()
    }

    /// True where the link was made to be read on the panel page.
    pub fn was_sent(&self) -> bool {
        self.opened.view.page == link::Page::Panel
    }
}
