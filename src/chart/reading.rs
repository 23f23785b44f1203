//! What a picture says where a pointer or the keyboard stands: each year's exact figures,
//! and the part of the plot that belongs to it.

use super::Scale;
use crate::export::pounds;
use crate::model::Pounds;

/// One place of a picture that can be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The middle of what is read, across: where a line is drawn to it.
    pub x: f64,
    /// Left end of what belongs to it.
    pub left: f64,
    /// Right end of what belongs to it.
    pub right: f64,
    /// The figures, to the pound: `2019/20: investment £1,742,142, savings £1,739,985,
    /// avoidance £2,561,246`.
    pub label: String,
}

/// The reading of figures that stand over a whole year.
pub(super) fn over_year(across: &Scale, year: usize, label: String) -> Reading {
    #[expect(clippy::cast_precision_loss, reason = "at most ten years")]
    let at = year as f64;
    let (left, right) = (across.place(at), across.place(at + 1.0));
    Reading {
        x: f64::midpoint(left, right),
        left,
        right,
        label,
    }
}

/// The reading of points that stand at a year's end: from half a year before it to half
/// a year after, and to the ends of the plot at the first and the last.
pub(super) fn at_year_end(across: &Scale, year: usize, years: usize, label: String) -> Reading {
    #[expect(clippy::cast_precision_loss, reason = "at most ten years")]
    let (end, last) = ((year + 1) as f64, years as f64);
    Reading {
        x: across.place(end),
        left: across.place(if year == 0 { 0.0 } else { end - 0.5 }),
        right: across.place((end + 0.5).min(last)),
        label,
    }
}

/// Adds a figure to a label: `, savings £1,739,985`, with the published one where it is
/// another. The first one follows the year.
pub(super) fn say(label: &mut String, name: &str, now: Pounds, published: Pounds) {
    label.push_str(if label.bytes().any(|byte| byte == b':') {
        ", "
    } else {
        ": "
    });
    label.push_str(name);
    label.push(' ');
    label.push_str(&pounds(now));
    if now != published {
        label.push_str(" (published ");
        label.push_str(&pounds(published));
        label.push(')');
    }
}
