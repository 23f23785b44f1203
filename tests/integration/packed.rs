//! The packed form of the cases that come with the program.

use std::fs;

use proptest::prelude::*;
use send_modeller::case::{Case, Evidence, shipped_cases};

use crate::{cases, project};

/// The text of a shipped case's file.
pub fn shipped_text(id: &str) -> String {
    fs::read_to_string(project(format!("www/cases/{id}.json"))).unwrap()
}

#[test]
fn a_packed_case_comes_back_as_it_was_read_from_its_file() {
    for shipped in shipped_cases() {
        let text = shipped_text(shipped.id);
        let case = Case::from_json(&text).unwrap();
        assert_eq!(
            shipped.read().unwrap(),
            case,
            "the file is what is embedded"
        );
        let packed = case.packed().unwrap();
        assert!(packed.len() < text.len() / 2, "{} bytes", packed.len());
        let back = Case::unpacked(&packed).unwrap();
        let evidence = Evidence::unpacked(&case.evidence().packed().unwrap()).unwrap();
        assert_eq!(evidence, *case.evidence());
        assert!(!evidence.failures.is_empty() && evidence.notes.len() == case.assumptions.len());
        let mut whole = back.clone();
        whole.change_evidence(|of| *of = evidence);
        assert_eq!(whole, case);
    }
}

#[test]
fn a_cut_or_longer_pack_is_no_case() {
    let packed = shipped_cases()[0].read().unwrap().packed().unwrap();
    for end in 0..packed.len() {
        assert_eq!(Case::unpacked(&packed[..end]), None, "{end}");
    }
    assert_eq!(Case::unpacked(&[&packed[..], &[0]].concat()), None);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn numbers_come_back_to_the_last_bit_or_are_not_packed(
        whole in -999_999_999_i32..=999_999_999,
        decimals in 0_u32..=6,
    ) {
        let number = f64::from(whole) / 10_f64.powi(i32::try_from(decimals).unwrap());
        let mut case = shipped_cases()[0].read().unwrap();
        case.assumptions[0].published = number;
        let back = Case::unpacked(&case.packed().unwrap()).unwrap();
        prop_assert_eq!(back.assumptions[0].published, number);
        case.assumptions[0].published = 1.0 / 3.0;
        prop_assert_eq!(case.packed(), None);
    }

    #[test]
    fn damaged_bytes_never_stop_the_program(place in any::<prop::sample::Index>(), byte: u8) {
        let mut packed = shipped_cases()[0].read().unwrap().packed().unwrap();
        *place.get_mut(&mut packed) = byte;
        let _ = Case::unpacked(&packed);
        let mut packed = shipped_cases()[0].read().unwrap().evidence().packed().unwrap();
        *place.get_mut(&mut packed) = byte;
        let _ = Evidence::unpacked(&packed);
    }
}
