//! What there is to take away of a session, worked out when the window is opened.

use std::rc::Rc;

use crate::app::browser;
use crate::app::simulated::{self, Done, Wanted};
use crate::chart::{Picture, pictures};
use crate::export::{About, Shown, TableFile, file_name, file_stem, tables};
use crate::file::scenario_json;
use crate::link::Link;
use crate::session::Session;

/// What there is to take away.
#[derive(Debug)]
pub struct Taken {
    pub session: Session,
    /// The whole link to what is shown.
    link: String,
    /// The day: `2026-11-26`.
    pub date: String,
    /// How the names of all files begin.
    stem: String,
    pub tables: Vec<TableFile>,
    pub pictures: Vec<Picture>,
    /// True where a simulation of this very scenario is among them.
    pub simulated: bool,
}

impl Taken {
    pub fn of(session: &Session) -> Taken {
        let (model, scenario) = (session.model(), session.shown());
        let (settings, _) = session.settings();
        let wanted = Wanted {
            model: model.clone(),
            scenario: scenario.clone(),
            plan: settings.plan,
        };
        let done: Option<Rc<Done>> = simulated::last().filter(|done| done.of == wanted);
        let shown = Shown {
            model,
            scenario,
            outcome: session.outcome(),
            published: session.published(),
            settings,
            compared: session.compared(),
            simulated: done.as_ref().map(|done| &done.summary),
        };
        let date = browser::date();
        Taken {
            link: browser::link_to(&session.to_send(session.view())),
            stem: file_stem(model, scenario, session.title(), &date),
            tables: tables(&shown),
            pictures: pictures(&shown),
            simulated: done.is_some(),
            session: session.clone(),
            date,
        }
    }

    /// The name of a file of it.
    pub fn name(&self, what: &str, ending: &str) -> String {
        file_name(&self.stem, what, ending)
    }

    /// The fragment that the workbook is made from.
    pub fn fragment(&self) -> String {
        self.session.to_send(self.session.view())
    }

    /// The scenario file.
    pub fn scenario_file(&self) -> String {
        let session = &self.session;
        let link = Link {
            view: session.view(),
            title: session.title(),
            note: session.note(),
            stress: session.stress(),
            ..Link::to(session.model(), session.shown())
        };
        scenario_json(&link, &browser::address())
    }

    /// What stands beside a table.
    pub fn metadata(&self, table: &TableFile) -> String {
        table.metadata(&self.name(table.name, "csv"), &self.about())
    }

    /// A picture as a file.
    pub fn svg(&self, picture: &Picture) -> String {
        picture.svg(&self.about().line())
    }

    /// The same, twice as large in pixels.
    pub async fn png(&self, picture: &Picture) -> Option<js_sys::Uint8Array> {
        let line = self.about().line();
        let height = picture.height(&line);
        browser::png(&picture.svg(&line), Picture::WIDTH, height, 2.0).await
    }

    /// What all of it is of.
    pub fn about(&self) -> About<'_> {
        About {
            model: self.session.model(),
            scenario: self.session.shown(),
            title: self.session.title(),
            link: &self.link,
            date: &self.date,
        }
    }
}
