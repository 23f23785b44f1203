//! Outcomes in the forms people take away: numbers in words, sentences, tables, JSON.
//!
//! The core returns values; this module turns them into text and rows that the page,
//! the screen reader and the files all show alike. It works out no figure of its own
//! beyond differences between two of the engine's.

mod changes;
mod evaluation;
mod format;
mod ledger;
mod sentence;
mod tiles;
mod yearly;

pub use changes::{ChangeWords, changes};
pub use evaluation::Evaluation;
pub use format::{
    horizon, number, one_decimal, pounds, pounds_short, range, signed_pounds, value,
    value_difference, value_with_note,
};
pub use ledger::{Row, RowKind, Section, Table, ledger, payers};
pub use sentence::{
    Sentence, appraisal, cumulative_summary, headline, payback_words, yearly_summary,
};
pub use tiles::{Tile, sources_of_totals, tiles};
pub use yearly::{yearly_net, yearly_totals};
