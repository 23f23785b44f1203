//! The worker that makes workbooks, reads them and packs archives: none of that may hold
//! the page up, and what reads a stranger's file must be one that can be ended.
//!
//! One job at a time: a new one takes the place of the one before, of which nothing more is
//! heard.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use yew::Callback;

use super::hired::Hired;
use crate::model::MODEL_VERSION;

/// What is asked of it.
#[derive(Debug, Clone)]
pub enum Ask {
    /// A workbook of what a link opens.
    Workbook {
        /// The fragment.
        link: String,
        /// The address of the page, without a fragment.
        address: String,
        /// The day, as it is written: `26 November 2026`.
        date: String,
        /// The file of its case, where that does not come with the program.
        case: Option<String>,
    },
    /// The workbook of a case, by the text of its file.
    Case(String),
    /// What stands in a workbook.
    Read(Uint8Array),
    /// An archive of files, by their names.
    Archive(Vec<(String, Uint8Array)>),
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum Answer {
    /// A file.
    Bytes(Uint8Array),
    /// What stands in a workbook, as [`crate::file::read_found`] takes it.
    Found(String),
}

/// Why nothing came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The worker cannot be had.
    Missing,
    /// It took too long and was ended.
    Late,
    /// It says why.
    Failed(String),
}

/// What hears the end of a job.
type Heard = Callback<Result<Answer, Trouble>>;

/// Asks the worker, which is hired with the first question and let go with this.
#[derive(Debug, Default)]
pub struct Book(Rc<RefCell<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    hired: Option<Hired>,
    job: Option<Job>,
    /// Ids of jobs so far, by which late answers are told apart.
    jobs: u32,
}

#[derive(Debug, Clone)]
struct Job {
    id: u32,
    message: JsValue,
    limit_ms: u32,
    heard: Heard,
}

/// The name under which the build puts the worker's address into the page.
const ADDRESS: &str = "book";

/// How long it may take to be fetched and ready.
const PATIENCE_MS: u32 = 30_000;
/// How long a stranger's file may take to be read.
const READING_MS: u32 = 20_000;
/// How long a file of our own may take to be made.
const MAKING_MS: u32 = 60_000;

impl Book {
    /// Asks in the place of whatever was asked before.
    pub fn ask(&self, ask: Ask, heard: Heard) {
        self.cancel();
        let mut inner = self.0.borrow_mut();
        inner.jobs = inner.jobs.wrapping_add(1);
        inner.job = Some(Job {
            id: inner.jobs,
            limit_ms: ask.limit_ms(),
            message: ask.message(inner.jobs),
            heard,
        });
        if inner.hired.is_none() {
            inner.hired = hire(&self.0);
        }
        match &inner.hired {
            Some(hired) if hired.ready => hand_over(&mut inner, &self.0),
            Some(_) => {}
            None => {
                // Whoever asks hears of it once it has asked.
                let all = self.0.clone();
                spawn(move || end(&all, Err(Trouble::Missing)));
            }
        }
    }

    /// Ends what is asked, if anything; nothing more is heard of it.
    pub fn cancel(&self) {
        let mut inner = self.0.borrow_mut();
        if inner.job.take().is_some() {
            inner.hired = None;
        }
    }
}

impl Drop for Book {
    fn drop(&mut self) {
        let mut inner = self.0.borrow_mut();
        inner.job = None;
        inner.hired = None;
    }
}

impl Ask {
    fn limit_ms(&self) -> u32 {
        match self {
            Ask::Read(_) => READING_MS,
            Ask::Workbook { .. } | Ask::Case(_) | Ask::Archive(_) => MAKING_MS,
        }
    }

    /// What the worker is told.
    fn message(self, id: u32) -> JsValue {
        let (name, value) = match self {
            Ask::Workbook {
                link,
                address,
                date,
                case,
            } => {
                let of = [
                    ("link", Some(link)),
                    ("address", Some(address)),
                    ("date", Some(date)),
                    ("case", case),
                ];
                (
                    "write",
                    object(of.map(|(name, value)| (name, value.into()))),
                )
            }
            Ask::Case(file) => ("case", file.into()),
            Ask::Read(bytes) => ("read", bytes.into()),
            Ask::Archive(files) => {
                let pair = |(name, bytes): (String, Uint8Array)| Array::of2(&name.into(), &bytes);
                ("zip", files.into_iter().map(pair).collect::<Array>().into())
            }
        };
        object([("id", id.into()), (name, value)])
    }
}

fn object<const N: usize>(of: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in of {
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

fn spawn(what: impl FnOnce() + 'static) {
    Timeout::new(0, what).forget();
}

/// A worker on its way; none where the page names none or the browser refuses.
fn hire(inner: &Rc<RefCell<Inner>>) -> Option<Hired> {
    let heard = {
        let weak = Rc::downgrade(inner);
        move |message: &JsValue| {
            if let Some(inner) = weak.upgrade() {
                heard(&inner, message);
            }
        }
    };
    let lost = {
        let weak = Rc::downgrade(inner);
        move || {
            if let Some(inner) = weak.upgrade() {
                lost(&inner, Trouble::Missing);
            }
        }
    };
    let mut hired = Hired::new(ADDRESS, heard, lost.clone())?;
    hired.patience = Some(Timeout::new(PATIENCE_MS, lost));
    Some(hired)
}

/// Hands the job to the worker, which is ready, and looks at the clock.
fn hand_over(inner: &mut Inner, all: &Rc<RefCell<Inner>>) {
    let (Some(hired), Some(job)) = (&mut inner.hired, &inner.job) else {
        return;
    };
    hired.tell(&job.message);
    let weak = Rc::downgrade(all);
    hired.patience = Some(Timeout::new(job.limit_ms, move || {
        if let Some(inner) = weak.upgrade() {
            lost(&inner, Trouble::Late);
        }
    }));
}

/// Lets the worker go; the next question hires another.
fn lost(inner: &Rc<RefCell<Inner>>, trouble: Trouble) {
    inner.borrow_mut().hired = None;
    end(inner, Err(trouble));
}

/// Says what came of the job, if there still is one.
fn end(inner: &Rc<RefCell<Inner>>, answer: Result<Answer, Trouble>) {
    let job = inner.borrow_mut().job.take();
    if let Some(job) = job {
        job.heard.emit(answer);
    }
}

/// Takes in a message of the worker: `ready`, or with the job's id its `bytes`, what was
/// `found`, or why it `failed`.
fn heard(inner: &Rc<RefCell<Inner>>, message: &JsValue) {
    let told = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
    if told("ready").is_truthy() {
        // An old worker from a cache would work out other figures.
        if told("model").as_string().as_deref() != Some(MODEL_VERSION) {
            return lost(inner, Trouble::Missing);
        }
        let mut borrowed = inner.borrow_mut();
        if let Some(hired) = &mut borrowed.hired {
            hired.ready = true;
            hired.patience = None;
        }
        return hand_over(&mut borrowed, inner);
    }
    let id = told("id").as_f64();
    let job = inner.borrow().job.as_ref().map(|job| f64::from(job.id));
    // Without an id it is the worker itself that failed to start.
    if id.is_some() && id != job {
        return;
    }
    if let Some(hired) = &mut inner.borrow_mut().hired {
        hired.patience = None;
    }
    if let Ok(bytes) = told("bytes").dyn_into::<Uint8Array>() {
        end(inner, Ok(Answer::Bytes(bytes)));
    } else if let Some(found) = told("found").as_string() {
        end(inner, Ok(Answer::Found(found)));
    } else if id.is_none() {
        lost(inner, Trouble::Missing);
    } else {
        let words = told("failed").as_string().unwrap_or_default();
        end(inner, Err(Trouble::Failed(words)));
    }
}
