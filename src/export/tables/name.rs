//! What files are called, so that whoever finds one in a folder knows what it is of.

use crate::model::{Model, Scenario};

/// The most characters of a scenario's title in a name.
const LONGEST: usize = 60;

/// How the names of all files of a scenario begin: the case, then the scenario's title or,
/// where it has none, the date (`2026-11-26`).
pub fn file_stem(model: &Model, scenario: &Scenario, title: &str, date: &str) -> String {
    let case = &model.case().id;
    let words = match slug(title).as_str() {
        "" if scenario.is_published() => "as-published".to_owned(),
        "" => slug(date),
        words => words.to_owned(),
    };
    format!("{case}-{words}")
}

/// The name of one of them: `hertfordshire-2018-late-start-ledger.csv`.
pub fn file_name(stem: &str, what: &str, ending: &str) -> String {
    match what {
        "" => format!("{stem}.{ending}"),
        what => format!("{stem}-{what}.{ending}"),
    }
}

/// Letters and digits of any script, small, with a hyphen for whatever stands between them:
/// nothing that Windows or a shell refuses or takes for something else.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut letters = 0;
    for character in text.chars().flat_map(char::to_lowercase) {
        if letters == LONGEST {
            break;
        }
        if character.is_alphanumeric() {
            slug.push(character);
            letters += 1;
        } else if !slug.is_empty() && !slug.ends_with('-') && !"'\u{2019}".contains(character) {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        for (title, name) in [
            ("Late start", "late-start"),
            ("What if: 50% / \"late\" <2020>?", "what-if-50-late-2020"),
            ("..\\..\\CON", "con"),
            ("Children\u{2019}s case", "childrens-case"),
            ("Sgoil Ghàidhlig", "sgoil-ghàidhlig"),
            (" . ", ""),
            ("a\u{202e}gpj.exe", "a-gpj-exe"),
        ] {
            assert_eq!(slug(title), name);
        }
        assert_eq!(slug(&"a".repeat(200)).len(), LONGEST);
    }
}
