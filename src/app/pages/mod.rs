//! The screens that people meet first, each a piece of its own.

pub mod explore;
pub mod panel;
