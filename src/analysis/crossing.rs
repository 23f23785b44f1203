//! Where an answer changes as one assumption moves.
//!
//! Outcomes are rounded line by line, so they go in steps, and nothing says that they go
//! one way only. So no formula is turned round: values are tried over everything the
//! assumption takes, and wherever the answer changes between two of them, that is halved
//! down to neighbouring values. Both of those have then been run. What lies between two
//! values with the same answer has not, and is said not to have been.

use super::lattice::Lattice;
use super::trial::Trial;
use crate::model::{AssumptionIndex, Model, Outcome, Scenario};

/// Two neighbouring values, both of them run, with the answer changing between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// The last value for which it holds.
    pub holds: f64,
    /// The next one, for which it does not.
    pub fails: f64,
}

/// Values side by side for which something holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// Its lower end; none where it begins with the least value the assumption takes.
    pub from: Option<Edge>,
    /// Its upper end; none where it ends with the greatest value the assumption takes.
    pub to: Option<Edge>,
    /// True where it also holds for values further off, with others between for which it
    /// does not.
    pub more: bool,
}

/// How much an answer for all values rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tried {
    /// How many values were run.
    pub count: usize,
    /// True where there are no others, to the grain of the assumption.
    pub every: bool,
}

/// For which values of an assumption something holds, the others as in a scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Switch {
    /// For every value that was tried.
    Always(Tried),
    /// For no value that was tried.
    Never(Tried),
    /// For the scenario's own value and those of the stretch around it.
    Holds(Stretch),
    /// Not for the scenario's own value; the nearest values for which it does.
    Needs(Stretch),
}

impl Stretch {
    /// The end that is nearer to a value, by the value for which it holds; of a stretch of
    /// one value, where that is the same, by the neighbour for which it does not.
    pub fn edge_near(&self, value: f64) -> Option<Edge> {
        let apart = |edge: &Edge| [edge.holds, edge.fails].map(|end| (end - value).abs());
        match (self.from, self.to) {
            (Some(from), Some(to)) if apart(&to) < apart(&from) => Some(to),
            (Some(from), _) => Some(from),
            (None, to) => to,
        }
    }
}

/// Searches over the assumptions of one scenario, one after another.
#[derive(Debug)]
pub(super) struct Search<'a> {
    trial: Trial<'a>,
    scenario: &'a Scenario,
    model: &'a Model,
    samples: Vec<f64>,
    tried: Vec<(f64, bool)>,
}

impl<'a> Search<'a> {
    pub fn new(model: &'a Model, scenario: &'a Scenario) -> Search<'a> {
        Search {
            trial: Trial::new(model, scenario),
            scenario,
            model,
            samples: Vec::new(),
            tried: Vec::new(),
        }
    }

    /// The outcome with one assumption at a value.
    pub fn at(&mut self, assumption: AssumptionIndex, value: f64) -> &Outcome {
        self.trial.at(assumption, value)
    }

    /// For which values `holds`, which is asked of every run with the value that was run.
    pub fn switch(
        &mut self,
        assumption: AssumptionIndex,
        mut holds: impl FnMut(f64, &Outcome) -> bool,
    ) -> Switch {
        let table = self.model.assumptions();
        let known = &table[assumption];
        let now = self.scenario.value(table, assumption);
        let (low, high) = self.scenario.range(table, assumption);
        let lattice = Lattice::of(known);
        lattice.samples(known, low, high, now, &mut self.samples);
        self.tried.clear();
        for value in &self.samples {
            let held = holds(*value, self.trial.at(assumption, *value));
            self.tried.push((*value, held));
        }
        let some = self.tried.iter().any(|(_, held)| *held);
        if !some || self.tried.iter().all(|(_, held)| *held) {
            let tried = Tried {
                count: self.tried.len(),
                every: lattice.is_covered_by(self.samples.iter().copied()),
            };
            return if some {
                Switch::Always(tried)
            } else {
                Switch::Never(tried)
            };
        }
        let mut narrowing = Narrowing {
            trial: &mut self.trial,
            assumption,
            lattice,
            tried: &self.tried,
            holds: &mut holds,
        };
        let here = narrowing.tried.partition_point(|(value, _)| *value < now);
        match narrowing.tried.get(here) {
            Some((_, true)) => Switch::Holds(narrowing.around(here)),
            _ => {
                let place = narrowing.nearest(here, now);
                Switch::Needs(narrowing.around(place))
            }
        }
    }
}

/// What was tried of one assumption, some of it held and some not, being narrowed down.
struct Narrowing<'s, 'a, F> {
    trial: &'s mut Trial<'a>,
    assumption: AssumptionIndex,
    lattice: Lattice,
    tried: &'s [(f64, bool)],
    holds: &'s mut F,
}

impl<F: FnMut(f64, &Outcome) -> bool> Narrowing<'_, '_, F> {
    /// The stretch around the tried value at a place, which holds.
    fn around(&mut self, place: usize) -> Stretch {
        let fails = |tried: &(f64, bool)| !tried.1;
        let below = self.tried[..place].iter().rposition(fails);
        let above = self.tried[place..].iter().position(fails);
        let above = above.map(|steps| place + steps);
        let first = below.map_or(0, |below| below + 1);
        let last = above.unwrap_or(self.tried.len());
        let (before, after) = (&self.tried[..first], &self.tried[last..]);
        Stretch {
            more: before.iter().chain(after).any(|(_, held)| *held),
            from: below.map(|below| self.edge(first, below)),
            to: above.map(|above| self.edge(last - 1, above)),
        }
    }

    /// The place of the tried value that holds and whose stretch comes nearest to `now`,
    /// which stands at `here` and does not hold.
    fn nearest(&mut self, here: usize, now: f64) -> usize {
        let held = |tried: &(f64, bool)| tried.1;
        let below = self.tried[..here].iter().rposition(held);
        let above = self.tried[here..].iter().position(held);
        match (below, above.map(|steps| here + steps)) {
            (Some(below), Some(above)) => {
                let down = now - self.edge(below, below + 1).holds;
                let up = self.edge(above, above - 1).holds - now;
                if up < down { above } else { below }
            }
            (Some(only), None) | (None, Some(only)) => only,
            // Some value held, or this is not asked.
            (None, None) => here,
        }
    }

    /// The edge between a tried value that holds and its neighbour that does not.
    fn edge(&mut self, holds: usize, fails: usize) -> Edge {
        let mut edge = Edge {
            holds: self.tried[holds].0,
            fails: self.tried[fails].0,
        };
        loop {
            let (least, most) = (edge.holds.min(edge.fails), edge.holds.max(edge.fails));
            let Some(middle) = self.lattice.between(least, most) else {
                return edge;
            };
            if (self.holds)(middle, self.trial.at(self.assumption, middle)) {
                edge.holds = middle;
            } else {
                edge.fails = middle;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Library;

    /// Journeys removed, 10% of 0% to 100%, with an answer that goes by the value alone.
    fn journeys(holds: impl Fn(f64) -> bool) -> Switch {
        let library = Library::shipped().unwrap();
        let model = library.default_model();
        let published = Scenario::published();
        let assumption = model.assumptions().find("in-county-journeys").unwrap();
        Search::new(model, &published).switch(assumption, |value, _| holds(value))
    }

    fn edge(holds: f64, fails: f64) -> Option<Edge> {
        Some(Edge { holds, fails })
    }

    #[test]
    fn a_stretch_has_both_its_ends_and_says_where_there_is_more() {
        let found = journeys(|value| (7.33..=12.5).contains(&value) || value > 90.0);
        let stretch = Stretch {
            from: edge(7.33, 7.32),
            to: edge(12.5, 12.51),
            more: true,
        };
        assert_eq!(found, Switch::Holds(stretch));
        let found = journeys(|value| value < 10.005);
        let stretch = Stretch {
            from: None,
            to: edge(10.0, 10.01),
            more: false,
        };
        assert_eq!(found, Switch::Holds(stretch), "no room at all");
    }

    #[test]
    fn of_two_stretches_the_one_that_comes_nearer_is_needed() {
        let apart = |below: f64, above: f64| {
            journeys(move |value| (2.0..=below).contains(&value) || value >= above)
        };
        let above = Stretch {
            from: edge(13.0, 12.99),
            to: None,
            more: true,
        };
        assert_eq!(apart(6.9, 13.0), Switch::Needs(above));
        let below = Stretch {
            from: edge(2.0, 1.99),
            to: edge(7.1, 7.11),
            more: true,
        };
        assert_eq!(apart(7.1, 13.0), Switch::Needs(below));
        assert_eq!(below.edge_near(10.0), edge(7.1, 7.11));
        assert_eq!(above.edge_near(10.0), edge(13.0, 12.99));
    }

    #[test]
    fn all_and_none_say_what_they_rest_on() {
        let Switch::Always(tried) = journeys(|_| true) else {
            panic!("it always holds");
        };
        assert!(tried.count > 40 && !tried.every);
        assert_eq!(journeys(|_| false), Switch::Never(tried));
        // The published value itself is always tried, if nothing near it is.
        let exactly = journeys(|value| value.to_bits() == 10_f64.to_bits());
        let only = Stretch {
            from: edge(10.0, 9.99),
            to: edge(10.0, 10.01),
            more: false,
        };
        assert_eq!(exactly, Switch::Holds(only));
        // On the way to it from either side.
        assert_eq!(only.edge_near(20.0), edge(10.0, 10.01));
        assert_eq!(only.edge_near(0.0), edge(10.0, 9.99));
    }
}
