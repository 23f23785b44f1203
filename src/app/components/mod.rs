//! The pieces the screens are made of. A piece is a component where it keeps a state of
//! its own or is worth not drawing again, and a plain function otherwise.

mod assumptions;
mod csv;
mod disclosure;
mod explained;
mod field;
mod header;
mod headline;
mod lines;
mod notices;
mod paper;
mod receipt;
mod sheet;
mod slider;
mod tables;
mod year_table;

pub use assumptions::{AssumptionPanel, assumption_field};
pub use csv::csv_button;
pub use disclosure::Disclosure;
pub use explained::{Explained, Explainer, ask_id, use_explainer};
pub use field::{box_id, unit_after, unit_words};
pub use header::{Dialog, header};
pub use headline::{pinned_view, sentence_view, tiles_view};
pub use notices::{entry_summary, link_problems, unfinished};
pub use paper::paper;
pub use receipt::receipt;
pub use sheet::{Taking, grid_table, sheet, use_taking};
pub use tables::{ledger, payers, view_picker};
pub use year_table::{TableLook, year_table};
