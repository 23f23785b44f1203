//! A simulation run off the page: in a worker, or where that cannot be had in short slices
//! on the page itself, which is then said.
//!
//! One job at a time: a new one takes the place of the one that is running, and nothing is
//! heard of that any more. Whatever goes wrong with the worker, the job is still done.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use js_sys::{Date, Float64Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use yew::Callback;

use super::bringing;
use super::hired::Hired;
use crate::analysis::{Around, Plan, PlanProblem, Shape, Simulation, Summary, Summing};
use crate::link::Link;
use crate::model::{MODEL_VERSION, Model, Scenario};

/// What is heard of a job.
#[derive(Debug, Clone, PartialEq)]
pub enum Report {
    /// So many draws are made of so many.
    Progress {
        /// How many are made.
        done: u32,
        /// How many are to be made.
        of: u32,
    },
    /// It is done.
    Finished {
        /// What it came to.
        summary: Box<Summary>,
        /// True where the worker could not be had and the page did it.
        on_page: bool,
    },
}

/// Runs simulations, the newest one only. It starts its worker with the first job and ends
/// it when it goes itself.
#[derive(Debug, Default)]
pub struct Runner(Rc<RefCell<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    worker: Option<Hired>,
    /// Set once a worker could not be had: nothing will be better the next time.
    no_worker: bool,
    job: Option<Job>,
    /// Ids of jobs so far, by which the worker's late answers are told apart.
    jobs: u32,
    /// The next slice on the page, while the page does the job.
    slice: Option<Timeout>,
}

#[derive(Debug, Clone)]
struct Job {
    id: u32,
    model: Model,
    scenario: Scenario,
    plan: Plan,
    report: Callback<Report>,
}

/// How long a worker may take to be ready.
const PATIENCE_MS: u32 = 5_000;

/// How long a worker that draws may say nothing. It speaks forty times in a job; one that
/// the browser has ended for want of memory says nothing at all, not even that.
const SILENCE_MS: u32 = 10_000;

/// How long one slice on the page takes: half a frame, so that the page answers at once.
const SLICE_MS: f64 = 8.0;

/// Draws between two looks at the clock.
const STRIDE: u32 = 64;

/// The name under which the build puts the worker's address into the page.
const ADDRESS: &str = "worker";

impl Runner {
    /// Starts a job in the place of any that is running.
    ///
    /// # Errors
    /// A plan that cannot be carried out; what was running is then ended all the same.
    pub fn start(
        &self,
        model: &Model,
        scenario: &Scenario,
        plan: Plan,
        report: Callback<Report>,
    ) -> Result<(), PlanProblem> {
        let checked = plan.check();
        let mut inner = self.0.borrow_mut();
        inner.slice = None;
        inner.jobs = inner.jobs.wrapping_add(1);
        inner.job = checked.is_ok().then(|| Job {
            id: inner.jobs,
            model: model.clone(),
            scenario: scenario.clone(),
            plan,
            report,
        });
        if inner.job.is_none() {
            inner.dismiss();
        } else if inner.no_worker {
            go_on_page(&mut inner, &self.0);
        } else if inner.worker.is_none() {
            inner.worker = hire(&self.0);
            if inner.worker.is_none() {
                inner.no_worker = true;
                go_on_page(&mut inner, &self.0);
            }
        } else {
            hand_over(&mut inner, &self.0);
        }
        checked.map(|_| ())
    }

    /// Ends the job that is running, if any; nothing more is heard of it.
    pub fn cancel(&self) {
        let mut inner = self.0.borrow_mut();
        if inner.job.take().is_some() {
            inner.slice = None;
            inner.dismiss();
        }
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        let mut inner = self.0.borrow_mut();
        inner.job = None;
        inner.slice = None;
        inner.dismiss();
    }
}

impl Inner {
    /// Ends the worker; the next job starts another.
    fn dismiss(&mut self) {
        self.worker = None;
    }
}

impl Job {
    /// What the worker is told: the job's id, the scenario as a link and the plan.
    fn message(&self) -> JsValue {
        let shape = match self.plan.shape {
            Shape::Pert => "pert",
            Shape::Triangular => "triangular",
        };
        let around = match self.plan.around {
            Around::Current => "current",
            Around::Published => "published",
        };
        let plan = object([
            ("draws", self.plan.draws.into()),
            ("seed", self.plan.seed.into()),
            ("shape", shape.into()),
            ("around", around.into()),
        ]);
        let link = Link::to(&self.model, &self.scenario).fragment();
        object([
            ("id", self.id.into()),
            ("link", link.into()),
            ("case", bringing::case_file(&self.model).into()),
            ("plan", plan),
        ])
    }
}

fn object<const N: usize>(of: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in of {
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

/// Hands the job to the worker, if there are both and the worker is ready.
fn hand_over(inner: &mut Inner, all: &Rc<RefCell<Inner>>) {
    let (Some(hired), Some(job)) = (&mut inner.worker, &inner.job) else {
        return;
    };
    if hired.ready {
        hired.tell(&job.message());
        hired.patience = Some(Timeout::new(SILENCE_MS, lost(all)));
    }
}

/// What is done where the worker is of no use.
fn lost(inner: &Rc<RefCell<Inner>>) -> impl Fn() + Clone + 'static {
    let weak = Rc::downgrade(inner);
    move || {
        if let Some(inner) = weak.upgrade() {
            without_worker(&inner);
        }
    }
}

/// A worker on its way; none where the page names none or the browser refuses.
fn hire(inner: &Rc<RefCell<Inner>>) -> Option<Hired> {
    let (weak, lost) = (Rc::downgrade(inner), lost(inner));
    let heard = move |message: &JsValue| {
        if let Some(inner) = weak.upgrade() {
            heard(&inner, message);
        }
    };
    let mut hired = Hired::new(ADDRESS, heard, lost.clone())?;
    hired.patience = Some(Timeout::new(PATIENCE_MS, lost));
    Some(hired)
}

/// Takes in a message of the worker (`www/worker.js` says which there are).
fn heard(inner: &Rc<RefCell<Inner>>, message: &JsValue) {
    let told = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
    if told("ready").is_truthy() {
        // An old worker from a cache would work out other figures.
        if told("model").as_string().as_deref() != Some(MODEL_VERSION) {
            return without_worker(inner);
        }
        let mut borrowed = inner.borrow_mut();
        if let Some(hired) = &mut borrowed.worker {
            hired.ready = true;
            hired.patience = None;
        }
        return hand_over(&mut borrowed, inner);
    }
    let Some(job) = inner.borrow().job.clone() else {
        return;
    };
    let id = told("id").as_f64();
    if id.is_some_and(|id| id != f64::from(job.id)) {
        return; // of a job that another has taken the place of
    }
    let finished = told("numbers").is_truthy();
    if let Some(hired) = &mut inner.borrow_mut().worker {
        hired.patience = (!finished).then(|| Timeout::new(SILENCE_MS, lost(inner)));
    }
    if let Some(numbers) = told("numbers").dyn_ref::<Float64Array>() {
        // A worker that could not read all of the link ran something else.
        let all_read = js_sys::Array::from(&told("problems")).length() == 0;
        let summary = Summary::from_numbers(&job.model, &numbers.to_vec());
        match summary.filter(|summary| all_read && summary.plan == job.plan) {
            Some(summary) => {
                inner.borrow_mut().job = None;
                job.report.emit(Report::Finished {
                    summary: Box::new(summary),
                    on_page: false,
                });
            }
            None => without_worker(inner),
        }
        return;
    }
    match told("done").as_f64() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast takes any number to the nearest there is"
        )]
        Some(done) => job.report.emit(Report::Progress {
            done: (done as u32).min(job.plan.draws),
            of: job.plan.draws,
        }),
        None => without_worker(inner),
    }
}

/// Does without the worker from now on; the page takes the job over.
fn without_worker(inner: &Rc<RefCell<Inner>>) {
    let mut borrowed = inner.borrow_mut();
    borrowed.no_worker = true;
    borrowed.dismiss();
    go_on_page(&mut borrowed, inner);
}

/// The page does the job, from its first draw on.
fn go_on_page(inner: &mut Inner, all: &Rc<RefCell<Inner>>) {
    let weak = Rc::downgrade(all);
    let Some(job) = &inner.job else {
        return;
    };
    // The plan was checked when the job came.
    if let Ok(simulation) = Simulation::new(&job.model, &job.scenario, job.plan) {
        let slice = Slice {
            simulation,
            summing: None,
            id: job.id,
        };
        inner.slice = Some(Timeout::new(0, move || slice.run(&weak)));
    }
}

/// A job that the page does, between two slices.
struct Slice {
    simulation: Simulation,
    /// The summary being made, once every draw is.
    summing: Option<Summing>,
    id: u32,
}

impl Slice {
    /// Does as much as a slice takes and sees to the next.
    fn run(mut self, inner: &Weak<RefCell<Inner>>) {
        let Some(inner) = inner.upgrade() else {
            return;
        };
        let job = inner.borrow().job.clone();
        let Some(job) = job.filter(|job| job.id == self.id) else {
            return;
        };
        let until = Date::now() + SLICE_MS;
        let mut all = false;
        while !all && Date::now() < until {
            if let Some(summing) = &mut self.summing {
                all = summing.step(&self.simulation);
            } else {
                self.simulation.advance(STRIDE);
                self.summing = self.simulation.done().then(Summing::default);
            }
        }
        if !all {
            job.report.emit(Report::Progress {
                done: self.simulation.progress(),
                of: job.plan.draws,
            });
            // Whoever heard that may have ended the job or begun another.
            let mut borrowed = inner.borrow_mut();
            if borrowed.job.as_ref().is_some_and(|now| now.id == self.id) {
                let weak = Rc::downgrade(&inner);
                borrowed.slice = Some(Timeout::new(0, move || self.run(&weak)));
            }
            return;
        }
        inner.borrow_mut().job = None;
        let summary = self
            .summing
            .and_then(|summing| summing.summary(&self.simulation));
        if let Some(summary) = summary {
            job.report.emit(Report::Finished {
                summary: Box::new(summary),
                on_page: true,
            });
        }
    }
}
