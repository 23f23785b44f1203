//! The cases that this browser keeps: each under its id, and a list of them, the one used
//! last first.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::app::browser::{self, NotKept};

/// Names in the browser's storage: of the list, and before the id of each.
const LIST: &str = "cases";
const EACH: &str = "case.";

/// The most cases that are kept.
const MOST: usize = 30;

thread_local! {
    /// The files, by their ids, that the browser did not keep, and why: here as long as the
    /// page is.
    static UNKEPT: RefCell<BTreeMap<String, (String, NotKept)>> =
        const { RefCell::new(BTreeMap::new()) };
}

/// A kept case, as it stands in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCase {
    /// Its id.
    pub id: String,
    /// Its short name.
    pub title: String,
}

/// The cases that are kept, the one used last first.
pub fn list() -> Vec<KeptCase> {
    let text = browser::kept(LIST).unwrap_or_default();
    let cases = text.lines().filter_map(|line| {
        let (id, title) = line.split_once('\t')?;
        Some(KeptCase {
            id: id.to_owned(),
            title: title.to_owned(),
        })
    });
    cases.take(MOST).collect()
}

/// The name under which the browser keeps the case of an id.
pub fn place(id: &str) -> String {
    format!("{EACH}{id}")
}

/// The file of a kept case, with or without faults; none where it is not kept.
pub fn text(id: &str) -> Option<String> {
    browser::kept(&place(id))
}

/// The file of a case as it was left in this page, whether the browser keeps it or not.
pub fn latest(id: &str) -> Option<String> {
    let unkept = UNKEPT.with_borrow(|unkept| unkept.get(id).map(|(text, _)| text.clone()));
    unkept.or_else(|| text(id))
}

/// Why the browser does not keep what was left of a case last; none where it does.
pub fn unkept(id: &str) -> Option<NotKept> {
    UNKEPT.with_borrow(|unkept| unkept.get(id).map(|(_, why)| *why))
}

/// Keeps a case in the place of the one of its id, or has it here at least.
///
/// # Errors
/// Where the browser keeps nothing for this page, or has no room.
pub fn keep(id: &str, title: &str, text: &str) -> Result<(), NotKept> {
    let kept = browser::keep(&place(id), text);
    UNKEPT.with_borrow_mut(|unkept| match kept {
        Ok(()) => unkept.remove(id),
        Err(why) => unkept.insert(id.to_owned(), (text.to_owned(), why)),
    });
    kept?;
    used(id, title)
}

/// Puts a kept case first in the list.
///
/// # Errors
/// As [`keep`].
pub fn used(id: &str, title: &str) -> Result<(), NotKept> {
    let mut cases = list();
    cases.retain(|known| known.id != id);
    // One line each, whatever somebody typed.
    let title: String = title
        .chars()
        .filter(|letter| !letter.is_control())
        .collect();
    let id = id.to_owned();
    cases.insert(0, KeptCase { id, title });
    cases.truncate(MOST);
    write(&cases)
}

/// Forgets a kept case.
pub fn forget(id: &str) {
    browser::forget(&place(id));
    let mut cases = list();
    cases.retain(|known| known.id != id);
    // What was kept before can be kept without one of it.
    let _ = write(&cases);
}

/// The first of `id`, `id-2`, `id-3` … under which nothing is kept and no case is at hand.
pub fn free(id: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2_u32..).map(|number| format!("{id}-{number}"));
    let mut ids = std::iter::once(id.to_owned()).chain(numbered);
    let taken = |id: &str| taken(id) || text(id).is_some();
    ids.find(|id| !taken(id)).unwrap_or_default()
}

fn write(cases: &[KeptCase]) -> Result<(), NotKept> {
    let lines = cases
        .iter()
        .map(|case| format!("{}\t{}\n", case.id, case.title));
    browser::keep(LIST, &lines.collect::<String>())
}
