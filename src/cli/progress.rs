//! How far long work is, on standard error.

use std::io::{IsTerminal, stderr, stdout};
use std::time::{Duration, Instant};

use crate::export::number;

/// How far some work is.
pub(super) struct Progress {
    what: &'static str,
    next: Instant,
    /// True where a line can be written over; a log gets one line after the other.
    over: bool,
    shown: bool,
}

impl Progress {
    /// Progress of so many `what`.
    pub fn of(what: &'static str) -> Progress {
        // Not into figures that are being written to the same screen.
        let over = stderr().is_terminal() && !stdout().is_terminal();
        Progress {
            what,
            next: Instant::now() + Duration::from_secs(if over { 1 } else { 5 }),
            over,
            shown: false,
        }
    }

    /// So much is done, of so much where that is known.
    pub fn at(&mut self, done: u64, of: Option<u64>) {
        let now = Instant::now();
        if now < self.next {
            return;
        }
        self.next = now + Duration::from_millis(if self.over { 200 } else { 5_000 });
        self.shown = true;
        let amount = |amount: u64| number(amount as f64);
        let of = of.map_or_else(String::new, |of| format!(" of {}", amount(of)));
        let said = format!("{}{of} {}", amount(done), self.what);
        if self.over {
            eprint!("\r{said} ");
        } else {
            eprintln!("{said}");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.over && self.shown {
            eprintln!();
        }
    }
}
