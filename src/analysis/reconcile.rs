//! The figures the paper prints, beside the engine's published run.

use crate::case::PrintedFigure;
use crate::model::{Model, Pounds, Scenario};

/// How one printed figure stands to the engine's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reconciled {
    /// Its place in the case's printed figures.
    pub printed: usize,
    /// The engine's published figure.
    pub engine: Pounds,
    /// The engine's figure rounded to what the paper rounded to.
    pub rounded: Pounds,
    /// What follows.
    pub verdict: Verdict,
}

/// Whether a printed figure agrees with the engine's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The same, to what the paper rounded to.
    Agrees,
    /// Different, and the disagreement of this number says why.
    Explained(u32),
    /// Different, and nothing says why. A test holds shipped cases to having none.
    Unexplained,
}

/// Every printed figure of a case, held against the engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconciliation {
    /// One for each printed figure, in the case's order.
    pub figures: Vec<Reconciled>,
}

impl Reconciliation {
    /// How many figures agree.
    pub fn agreeing(&self) -> usize {
        let agrees = |figure: &&Reconciled| figure.verdict == Verdict::Agrees;
        self.figures.iter().filter(agrees).count()
    }

    /// The disagreements that explain a figure, each once, smallest number first.
    pub fn explaining(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = Vec::new();
        for figure in &self.figures {
            if let Verdict::Explained(number) = figure.verdict
                && let Err(at) = numbers.binary_search(&number)
            {
                numbers.insert(at, number);
            }
        }
        numbers
    }
}

/// Holds every printed figure against the published run: the paper printed its own case,
/// so no scenario comes into it.
pub fn reconcile(model: &Model) -> Reconciliation {
    let published = model.evaluate(&Scenario::published());
    let printed = model.case().evidence().printed.iter().enumerate();
    let figures = printed.map(|(place, printed)| {
        let engine = model.figure(&published, &printed.figure);
        let rounded = to_nearest(engine, printed.to_nearest);
        Reconciled {
            printed: place,
            engine,
            rounded,
            verdict: verdict(rounded, printed),
        }
    });
    Reconciliation {
        figures: figures.collect(),
    }
}

fn verdict(rounded: Pounds, printed: &PrintedFigure) -> Verdict {
    if rounded == Pounds::round(printed.amount) {
        Verdict::Agrees
    } else {
        printed
            .disagreement
            .map_or(Verdict::Unexplained, Verdict::Explained)
    }
}

/// Rounded to a multiple of `nearest` pounds, half away from zero; `nearest` is one or
/// more in a checked case.
fn to_nearest(amount: Pounds, nearest: f64) -> Pounds {
    Pounds::round(Pounds::round(amount.as_f64() / nearest).as_f64() * nearest)
}
