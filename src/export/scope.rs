//! What scopes and measures are called.

use super::format::horizon;
use crate::analysis::Scope;
use crate::model::Model;

/// Whose benefits are held against the whole investment: `Savings alone`. Savings and
/// avoidance together are named as that.
pub fn scope_name(model: &Model, scope: Scope) -> String {
    match scope {
        Scope::Benefits => "All benefits (savings and avoidance)".to_owned(),
        Scope::Savings => "Savings alone".to_owned(),
        Scope::Payer(payer) => {
            let known = model.case().payers.get(payer);
            known.map_or(String::new(), |payer| payer.label.clone())
        }
    }
}

/// The years a figure covers: `five years`.
pub(super) fn years_of(model: &Model) -> String {
    horizon(model.case().years.count)
}
