//! The engine for JavaScript, with nothing to start: see `send_modeller::api`.

// Named, so that its functions are exported.
use send_modeller as _;

fn main() {}
