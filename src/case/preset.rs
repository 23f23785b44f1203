//! Scenarios that a case offers by name: common questions, each one press away.

/// A scenario with a name.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Preset {
    /// Stable id.
    pub id: String,
    /// Name in words.
    pub label: String,
    /// What it sets, in one sentence.
    pub help: String,
    /// Section of the paper that a value of it is from; empty where none is.
    pub source: String,
    /// What differs from the published case; empty for the published case itself.
    pub values: Vec<PresetValue>,
}

/// One assumption that a preset sets. A list of these rather than an object of ids: JSON
/// keeps the last of two equal keys without a word, and a file should hear of it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PresetValue {
    /// Id of the assumption.
    pub assumption: String,
    /// Its value, within the assumption's bounds.
    pub value: f64,
}
