//! Scenarios kept by this browser, as text that any later version can read.
//!
//! The text is a heading and one link a line; links of version 1 open for ever, and so
//! does the shelf. A line that cannot be read is never thrown away: it is kept as it is
//! and written back, for a newer copy or for a person to mend.

use crate::link::{LONGEST_TITLE, Link, Opened, open, title_of};
use crate::model::{Library, Model, Scenario};

/// The first line of the text, before the number of its version.
const HEADING: &str = "send-modeller scenarios ";

/// The version this program writes.
const VERSION: &str = "1";

/// The most scenarios that are kept, far more than a person can tell apart.
pub const MOST_SAVED: usize = 100;

/// The longest line that is taken for a link, in bytes: more than a scenario takes in which
/// every value and every range differs in all its digits, with as many lines of one's own
/// as there may be.
const LONGEST_LINE: usize = 80_000;

/// One kept scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Its name; never empty, and no two are the same.
    pub name: String,
    /// Its link, without the name.
    link: String,
}

impl Saved {
    /// What its link opens.
    pub fn open(&self, library: &Library) -> Opened {
        open(&self.link, library)
    }
}

/// The kept scenarios, in the person's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    saved: Vec<Saved>,
    /// Lines that this program cannot read.
    unread: Vec<String>,
    /// What was deleted or written over last, and where it stood.
    removed: Option<(usize, Saved)>,
}

/// A change to the shelf. Places are counted from nought; one past the end does nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShelfEdit {
    /// Another name for one of them.
    Rename(usize, String),
    /// A copy of one, after it.
    Duplicate(usize),
    /// Away with one; it can be restored until the next one goes.
    Delete(usize),
    /// One up in the order.
    MoveUp(usize),
    /// One down in the order.
    MoveDown(usize),
    /// The one deleted or written over last comes back.
    Restore,
    /// Away with the lines that cannot be read.
    ForgetUnread,
}

impl Shelf {
    /// Reads what a browser kept. Total: rubbish gives an empty shelf that knows of it.
    pub fn read(text: &str) -> Shelf {
        let mut shelf = Shelf::default();
        let mut lines = text.lines().filter(|line| !line.is_empty());
        let ours = text.starts_with(HEADING);
        if ours {
            lines.next();
        }
        for line in lines {
            let (name, link) = line.split_once('\t').unwrap_or(("", line));
            let readable = ours
                && line.len() <= LONGEST_LINE
                && link.starts_with("case=")
                && shelf.saved.len() < MOST_SAVED;
            if readable {
                let name = shelf.free_name(name);
                let link = link.to_owned();
                shelf.saved.push(Saved { name, link });
            } else {
                shelf.unread.push(line.to_owned());
            }
        }
        shelf
    }

    /// The text to keep.
    pub fn write(&self) -> String {
        let mut text = format!("{HEADING}{VERSION}\n");
        for saved in &self.saved {
            text.push_str(&format!("{}\t{}\n", saved.name, saved.link));
        }
        for line in &self.unread {
            text.push_str(line);
            text.push('\n');
        }
        text
    }

    /// The kept scenarios, in the person's order.
    pub fn saved(&self) -> &[Saved] {
        &self.saved
    }

    /// How many lines could not be read.
    pub fn unread(&self) -> usize {
        self.unread.len()
    }

    /// The name of what can be restored.
    pub fn removed(&self) -> Option<&str> {
        self.removed.as_ref().map(|(_, saved)| saved.name.as_str())
    }

    /// True where there is room for one more.
    pub fn has_room(&self) -> bool {
        self.saved.len() < MOST_SAVED
    }

    /// Keeps a scenario under a name: in the stead of the one that has it, or at the end.
    /// A name of nothing but spaces becomes "Scenario". Nothing is kept where there is no
    /// room.
    pub fn save(&mut self, name: &str, model: &Model, scenario: &Scenario) {
        let link = Link::to(model, scenario).fragment();
        let wanted = clean(name);
        let place = self.saved.iter().position(|saved| saved.name == wanted);
        if let Some(place) = place {
            let new = Saved { name: wanted, link };
            let old = std::mem::replace(&mut self.saved[place], new);
            if old != self.saved[place] {
                self.removed = Some((place, old));
            }
        } else if self.has_room() {
            self.saved.push(Saved { name: wanted, link });
        }
    }

    /// Makes a change.
    pub fn edit(&mut self, edit: ShelfEdit) {
        match edit {
            ShelfEdit::Rename(place, name) => {
                if self
                    .saved
                    .get(place)
                    .is_some_and(|saved| saved.name != clean(&name))
                {
                    let name = self.free_name(&name);
                    self.saved[place].name = name;
                }
            }
            ShelfEdit::Duplicate(place) => {
                if let Some(saved) = self.saved.get(place).filter(|_| self.has_room()) {
                    let link = saved.link.clone();
                    let name = self.free_name(&saved.name);
                    self.saved.insert(place + 1, Saved { name, link });
                }
            }
            ShelfEdit::Delete(place) => {
                if place < self.saved.len() {
                    self.removed = Some((place, self.saved.remove(place)));
                }
            }
            ShelfEdit::MoveUp(place) => {
                if place > 0 && place < self.saved.len() {
                    self.saved.swap(place, place - 1);
                }
            }
            ShelfEdit::MoveDown(place) => {
                if place + 1 < self.saved.len() {
                    self.saved.swap(place, place + 1);
                }
            }
            ShelfEdit::Restore => {
                if !self.has_room() {
                    return;
                }
                if let Some((place, saved)) = self.removed.take() {
                    let name = self.free_name(&saved.name);
                    let place = place.min(self.saved.len());
                    self.saved.insert(place, Saved { name, ..saved });
                }
            }
            ShelfEdit::ForgetUnread => self.unread.clear(),
        }
    }

    /// What another window of this browser has kept takes this one's place; what can be
    /// restored here still can.
    pub fn follow(&mut self, text: &str) {
        let removed = self.removed.take();
        *self = Shelf::read(text);
        self.removed = removed;
    }

    /// The name, or where that is taken the name with the first number that makes it free.
    fn free_name(&self, name: &str) -> String {
        let wanted = clean(name);
        let taken = |name: &str| self.saved.iter().any(|saved| saved.name == name);
        let mut free = wanted.clone();
        let mut number = 2;
        while taken(&free) {
            let mark = format!(" ({number})");
            // No longer than a name may be, or it would be cut when it is read back.
            let room = LONGEST_TITLE.saturating_sub(mark.len());
            let begins: String = wanted.chars().take(room).collect();
            free = format!("{}{mark}", begins.trim_end());
            number += 1;
        }
        free
    }
}

/// A name as it is kept: one line without space at its ends, never empty.
fn clean(name: &str) -> String {
    let name = title_of(name);
    let name = name.trim();
    if name.is_empty() { "Scenario" } else { name }.to_owned()
}
