//! Outcomes in the forms people take away: numbers in words, sentences, tables, JSON.
//!
//! The core returns values; this module turns them into text and rows that the page,
//! the screen reader and the files all show alike. It works out no figure of its own
//! beyond differences between two of the engine's, in pounds or per cent.

mod changes;
mod compare;
mod day;
mod delimited;
mod discounting;
mod draws;
mod entry;
mod evaluation;
mod explanation;
mod failing;
mod format;
mod graded;
mod grid;
mod ledger;
mod log;
mod movement;
mod overlap;
mod panel;
mod pressure;
mod receipt;
mod reconcile;
mod repaid;
mod report;
mod risk;
mod scope;
mod sense;
mod sentence;
mod shown;
mod simulated;
mod simulation;
mod stress;
mod table;
mod tables;
mod tiles;
mod yearly;

pub use changes::{ChangeWords, changes, changes_between};
pub use compare::{
    compared_assumptions, compared_headlines, compared_names, compared_summary, compared_years,
};
pub use day::day_in_words;
pub use delimited::{BYTE_ORDER_MARK, Field, Sheet};
pub use discounting::{cash_flow, discounting_notes, worth_by_scope};
pub use draws::{
    simulation_correlations_summary, simulation_fan_summary, simulation_payback_summary,
};
pub use entry::{
    EntryProblem, parse_entry, parse_pounds, read_number, step_from, text_of, without_thousands,
};
pub use evaluation::Evaluation;
pub use explanation::{ExplanationLine, ExplanationWords, InputWords, explanation};
pub use failing::{FailureWords, failure_table, failure_words};
pub use format::{
    horizon, in_paper, money, money_note, money_unit, number, one_decimal, pounds, pounds_short,
    range, signed_money, signed_pounds, value, value_difference, value_with_note,
};
pub use graded::{GradedLine, graded};
pub use grid::{Cell, Difference, Grid, GridRow};
pub use ledger::{ledger, payers};
pub use log::{LogRow, assumptions_log};
pub use movement::{MovementRow, MovementWords, movement_words};
pub use overlap::overlap_table;
pub use panel::{ChangeGroup, PayerYears, changed_workstreams, changes_by_group, who_pays};
pub use pressure::{NOT_GIVEN, offsets_elsewhere, overspends, pressure_summary, pressure_table};
pub use receipt::{ReceiptWords, VersionChanges, receipt_words};
pub use reconcile::{DisagreementWords, PrintedRow, ReconciliationWords, reconciliation_words};
pub use repaid::{payback_norm, repaid_table, ring_fence_warning};
pub use report::{
    changed_table, differing_table, headline_table, moving_table, ranges_table, switching_table,
};
pub use risk::{RiskTest, RiskWords, risks};
pub use scope::scope_name;
pub use sense::{SenseGroup, SenseRow, SenseWords, sense_words};
pub use sentence::{
    Sentence, appraisal, cumulative_summary, headline, payback_words, yearly_summary,
};
pub use shown::Shown;
pub use simulated::{Simulated, SimulatedRank, SimulatedScope, SimulatedSpread, SimulatedYear};
pub use simulation::{
    simulation_correlations, simulation_fan, simulation_method, simulation_payback,
    simulation_percentiles, simulation_sentence,
};
pub use stress::{
    AxisWords, GoalWords, SensitivityWords, SwingWords, SwitchWords, SwitchingWords, TwoWayWords,
    aim_words, condition_words, goal_words, sensitivity_words, switching_words, two_way_words,
};
pub use table::{Row, RowKind, Section, Table, when, when_at_end};
pub use tables::{About, Column, ColumnKind, TableFile, file_name, file_stem, tables};
pub use tiles::{Tile, sources_of, sources_of_totals, tiles};
pub use yearly::{yearly_net, yearly_totals};
