//! The screens, one file each.

mod explore;

pub use explore::Explore;
