//! Workbooks for the page: a program of its own, fetched when a workbook is asked for.

// Its functions are exported by the library; this only makes a program of them.
use send_modeller as _;

fn main() {}
