//! Which screen is shown, and how its tables read: what `view` says in a link.
//!
//! The value of `view` is words joined by commas, in any order: `view=panel`,
//! `view=thousands,running,payer,changed`. What is at its default is not written, and a
//! word that is not known here is passed over, since a newer copy may have more of them.

use crate::model::{Pounds, Series};

/// Which screen is shown, and how its tables read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct View {
    /// The screen.
    pub page: Page,
    /// How amounts are written in the tables.
    pub money: Money,
    /// Which of the three readings of a yearly figure the tables show.
    pub years: LedgerView,
    /// What the rows of the ledger are.
    pub by: GroupBy,
    /// True where rows that are as published are left out.
    pub changed_only: bool,
}

/// A screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// Change assumptions and see what follows.
    #[default]
    Explore,
    /// How wrong the case can be, and what would have to be true.
    Stress,
    /// Saved scenarios and presets side by side.
    Compare,
    /// Where every figure comes from, and what it was checked against.
    Sources,
    /// What a panel member sees.
    Panel,
    /// The design system, for who builds on it.
    Styles,
    /// All of it on paper, for an officer.
    Report,
    /// The case itself, to be written.
    Case,
}

/// How amounts are written in the tables.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Money {
    /// Whole pounds, as they are worked out.
    #[default]
    Pounds,
    /// Thousands of pounds.
    Thousands,
    /// Millions of pounds.
    Millions,
}

/// What the rows of the ledger are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum GroupBy {
    /// Every line, under its workstream.
    #[default]
    Line,
    /// One row for each workstream's investment, savings and avoidance.
    Workstream,
    /// One row for each payer.
    Payer,
    /// Every line, under investment, savings and avoidance.
    Kind,
}

/// A choice with a word for it in links.
trait Word: Copy + PartialEq + Default + 'static {
    const WORDS: &'static [(&'static str, Self)];

    fn write(self, words: &mut Vec<&'static str>) {
        let word = Self::WORDS.iter().find(|(_, choice)| *choice == self);
        words.extend(
            word.filter(|_| self != Self::default())
                .map(|(word, _)| word),
        );
    }

    fn read(word: &str, choice: &mut Self) {
        if let Some((_, found)) = Self::WORDS.iter().find(|(known, _)| *known == word) {
            *choice = *found;
        }
    }
}

impl Word for Page {
    const WORDS: &'static [(&'static str, Page)] = &[
        ("explore", Page::Explore),
        ("stress", Page::Stress),
        ("compare", Page::Compare),
        ("sources", Page::Sources),
        ("panel", Page::Panel),
        ("styles", Page::Styles),
        ("report", Page::Report),
        ("case", Page::Case),
    ];
}

impl Word for Money {
    const WORDS: &'static [(&'static str, Money)] = &[
        ("pounds", Money::Pounds),
        ("thousands", Money::Thousands),
        ("millions", Money::Millions),
    ];
}

impl Word for LedgerView {
    const WORDS: &'static [(&'static str, LedgerView)] = &[
        ("annual", LedgerView::Annual),
        ("change", LedgerView::Change),
        ("running", LedgerView::Running),
    ];
}

impl Word for GroupBy {
    const WORDS: &'static [(&'static str, GroupBy)] = &[
        ("line", GroupBy::Line),
        ("workstream", GroupBy::Workstream),
        ("payer", GroupBy::Payer),
        ("kind", GroupBy::Kind),
    ];
}

impl View {
    /// Reads the value of `view`. Total: what is not known leaves its default.
    pub fn read(text: &str) -> View {
        let mut view = View::default();
        for word in text.split(',') {
            Page::read(word, &mut view.page);
            Money::read(word, &mut view.money);
            LedgerView::read(word, &mut view.years);
            GroupBy::read(word, &mut view.by);
            view.changed_only |= word == "changed";
        }
        view
    }

    /// How the tables read, on the screen that is shown by default.
    pub fn tables(self) -> View {
        View {
            page: Page::default(),
            ..self
        }
    }

    /// The same reading of the tables on another screen.
    pub fn on(self, page: Page) -> View {
        View { page, ..self }
    }

    /// The value of `view`; empty where everything is at its default.
    pub fn write(self) -> String {
        let mut words = Vec::new();
        self.page.write(&mut words);
        self.money.write(&mut words);
        self.years.write(&mut words);
        self.by.write(&mut words);
        if self.changed_only {
            words.push("changed");
        }
        words.join(",")
    }
}

/// The three views of the same yearly numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LedgerView {
    /// The effect in each year against the base budget, as printed.
    #[default]
    Annual,
    /// What each year adds to the year before: the increment a budget book shows.
    Change,
    /// The sum to date.
    Running,
}

impl LedgerView {
    /// Every view, in the order they are offered.
    pub const ALL: [LedgerView; 3] = [Self::Annual, Self::Change, Self::Running];

    /// Name in words.
    pub fn label(self) -> &'static str {
        match self {
            LedgerView::Annual => "Annual effect",
            LedgerView::Change => "Year-on-year change",
            LedgerView::Running => "Running total",
        }
    }

    /// One sentence on how to read it.
    pub fn help(self) -> &'static str {
        match self {
            LedgerView::Annual => {
                "The effect in each year against the base budget, as the paper prints it."
            }
            LedgerView::Change => {
                "What each year adds to the year before: the increment a budget book shows."
            }
            LedgerView::Running => "The sum of the annual effects to date.",
        }
    }

    /// A yearly series as this view shows it.
    pub fn of(self, series: &Series) -> Series {
        match self {
            LedgerView::Annual => *series,
            LedgerView::Change => series.yearly_change(),
            LedgerView::Running => series.running_total(),
        }
    }

    /// The figure at the end of a row. For the annual effect and the running total that
    /// is all years together; yearly changes add up to the last year's annual effect.
    pub fn end(self, series: &Series) -> Pounds {
        match self {
            LedgerView::Annual | LedgerView::Running => series.total(),
            LedgerView::Change => series.yearly_change().total(),
        }
    }

    /// Heading of the last column, given the label of the last year.
    pub fn end_heading(self, last_year: &str) -> String {
        match self {
            LedgerView::Annual | LedgerView::Running => "All years".to_owned(),
            LedgerView::Change => format!("A year by {last_year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_reads_back_as_it_was_written() {
        for (_, page) in Page::WORDS {
            for (_, money) in Money::WORDS {
                for (_, years) in LedgerView::WORDS {
                    for (_, by) in GroupBy::WORDS {
                        for changed_only in [false, true] {
                            let view = View {
                                page: *page,
                                money: *money,
                                years: *years,
                                by: *by,
                                changed_only,
                            };
                            assert_eq!(View::read(&view.write()), view);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_default_is_not_written_and_unknown_words_are_passed_over() {
        assert_eq!(View::default().write(), "");
        assert_eq!(View::read("hologram,,running").write(), "running");
        assert_eq!(
            View::read("styles"),
            View {
                page: Page::Styles,
                ..View::default()
            }
        );
    }
}
