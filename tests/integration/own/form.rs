//! The form for a line of one's own: what it takes, and what it says of the rest.

use proptest::prelude::*;
use send_modeller::case::{BenefitKind, OwnLine};
use send_modeller::session::draft::{Draft, Edit};
use send_modeller::session::{OwnDraft, OwnProblem};

use super::{lines, post, saving};
use crate::{cases, library, model};

fn filled(label: &str, amounts: [&str; 5]) -> OwnDraft {
    OwnDraft {
        label: label.to_owned(),
        workstream: "digital".to_owned(),
        amounts: amounts.map(str::to_owned).to_vec(),
        ..OwnDraft::new(&model())
    }
}

#[test]
fn what_was_filled_in_is_fitted_to_the_case_as_it_is_now() {
    let here = OwnDraft {
        payer: "dsg".to_owned(),
        ..filled("Extra post", ["1", "2", "3", "4", "five"])
    };
    assert_eq!(here.clone().fitted(&model()), here, "the case it is for");
    let longer = Edit::Years("count", "7".to_owned());
    let draft = Draft::of(model().case().to_value()).edit(longer).unwrap();
    let fitted = here.clone().fitted(draft.model().unwrap());
    assert_eq!(fitted.amounts, ["1", "2", "3", "4", "five", "", ""]);
    assert_eq!(fitted.fitted(&model()), here, "and back");
    // Another case has not got that workstream, nor that payer.
    let other = library().find("cambridgeshire-2019").unwrap().clone();
    let fitted = here.clone().fitted(&other);
    let new = OwnDraft::new(&other);
    assert_eq!(
        (fitted.workstream, fitted.payer),
        (new.workstream, new.payer)
    );
    assert_eq!((fitted.label, fitted.kind), (here.label.clone(), here.kind));
    // It comes back from what a tab keeps as it was.
    for kind in [
        None,
        Some(BenefitKind::Saving),
        Some(BenefitKind::Avoidance),
    ] {
        let draft = OwnDraft {
            kind,
            ..here.clone()
        };
        assert_eq!(OwnDraft::written(&draft.write()), Some(draft));
    }
    let name = |label: &str| OwnDraft {
        label: label.to_owned(),
        ..here.clone()
    };
    let written = OwnDraft::written(&name("A\nB\u{1e}C").write());
    assert_eq!(written, Some(name("A B C")), "on one line");
    for text in ["", "saving\ndigital\ndsg", "profit\ndigital\ndsg\nA\n1"] {
        assert_eq!(OwnDraft::written(text), None, "{text:?}");
    }
}

#[test]
fn amounts_are_read_as_in_every_other_box_and_an_empty_year_is_nought() {
    let draft = filled("  Extra post ", ["", "£45,000", "45k", " ", "0"]);
    assert_eq!(draft.read(&model(), None), Ok(post()));
}

#[test]
fn each_part_that_cannot_be_used_is_told_beside_it() {
    let problems = |draft: OwnDraft| draft.read(&model(), None).unwrap_err();
    let said = problems(filled(" ", ["1e3", "-1", "0.5", "2,00", "1000000001"]));
    assert_eq!(said.label, Some(OwnProblem::NoName));
    let words = said.amounts.iter().flatten().map(ToString::to_string);
    insta::assert_snapshot!(words.collect::<Vec<_>>().join("\n"), @r"
    Type a number, with a full stop for decimals: pounds, such as 0, £45,000, 45k or 1.5m.
    −1 is out of range: pounds, from 0 to 1,000,000,000.
    Use a whole number: pounds, such as 0, £45,000, 45k or 1.5m.
    Use a full stop for decimals, and commas only between thousands: pounds, such as 0, £45,000, 45k or 1.5m.
    1,000,000,001 is out of range: pounds, from 0 to 1,000,000,000.
    ");
    assert_eq!(said.all, None, "nothing can be said of the sum yet");
    let nothing = problems(filled("A", ["", "0", "", "", ""]));
    assert_eq!(nothing.all, Some(OwnProblem::Nothing));
    assert_eq!(nothing.label, None);
}

#[test]
fn a_line_that_is_there_or_one_too_many_is_refused_unless_it_is_the_one_that_is_changed() {
    let with = model().with_lines(&[post(), saving()]);
    let draft = OwnDraft::of(&with, &post());
    assert_eq!(
        draft.read(&with, None).unwrap_err().label,
        Some(OwnProblem::Same)
    );
    assert_eq!(draft.read(&with, Some(0)), Ok(post()));
    assert_eq!(
        draft.read(&with, Some(1)).unwrap_err().label,
        Some(OwnProblem::Same)
    );
    let many: Vec<OwnLine> = (0..20)
        .map(|number| OwnLine {
            label: format!("Line {number}"),
            ..post()
        })
        .collect();
    let full = model().with_lines(&many);
    assert_eq!(
        draft.read(&full, None).unwrap_err().label,
        Some(OwnProblem::TooMany)
    );
    assert_eq!(draft.read(&full, Some(3)), Ok(post()));
}

#[test]
fn one_year_s_amount_goes_into_every_later_one() {
    let mut draft = filled("A", ["1", "2k", "", "9", ""]);
    draft.same_after(1);
    assert_eq!(draft.amounts, ["1", "2k", "2k", "2k", "2k"]);
    draft.same_after(4);
    draft.same_after(99);
    assert_eq!(draft.amounts, ["1", "2k", "2k", "2k", "2k"]);
}

proptest! {
    #![proptest_config(cases(64))]

    /// What a form makes is a line of the case, and a line comes back from its form.
    #[test]
    fn a_form_makes_a_line_of_the_case_or_says_why_not(
        label in "\\PC{0,90}", texts in prop::collection::vec("[0-9£,.km -]{0,12}|\\PC{0,6}", 5),
    ) {
        let draft = OwnDraft { label, amounts: texts, ..OwnDraft::new(&model()) };
        if let Ok(line) = draft.read(&model(), None) {
            prop_assert_eq!(line.check(model().case()), Ok(()));
            let with = model().with_lines(std::slice::from_ref(&line));
            prop_assert_eq!(with.own_lines(), [line]);
        }
    }

    #[test]
    fn a_line_comes_back_from_its_form(lines in lines()) {
        let with = model().with_lines(&lines);
        for (place, line) in lines.iter().enumerate() {
            let whole = line.amounts.iter().all(|amount| amount.fract() == 0.0);
            let something = line.amounts.iter().any(|amount| *amount > 0.0);
            let read = OwnDraft::of(&with, line).read(&with, Some(place));
            prop_assert_eq!(read.is_ok(), whole && something);
            if let Ok(read) = read {
                prop_assert_eq!(&read, line);
            }
        }
    }
}
