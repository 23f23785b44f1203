//! What a link is to, before it is opened: which case, and the case itself where it is in it.

use send_modeller::link::{LONGEST_LINK, Named, Wanted, of_case, with_case};
use send_modeller::model::Scenario;

use crate::{CASE, model};

fn wanted(case: &str, packed: Option<&str>) -> Wanted {
    Wanted {
        case: Some(case.to_owned()),
        packed: packed.map(str::to_owned),
    }
}

#[test]
fn a_link_says_which_case_it_is_to() {
    for link in [
        "#case=elsewhere&v=1&in-county-journeys=15",
        "https://example.org/send/#v=1&case=elsewhere",
        "https://example.org/send/?case=elsewhere",
        "  case=elsewhere\r\n",
    ] {
        assert_eq!(Wanted::of(link), wanted("elsewhere", None), "{link}");
    }
    assert_eq!(Wanted::of("v=1&in-county-journeys=15"), Wanted::default());
    assert_eq!(Wanted::of(""), Wanted::default());
}

#[test]
fn a_case_in_a_link_comes_out_as_it_was_put_in() {
    let link = with_case("case=elsewhere&v=1", "AbC-_1");
    assert_eq!(link, "case=elsewhere&v=1&own-case=AbC-_1");
    assert_eq!(Wanted::of(&link), wanted("elsewhere", Some("AbC-_1")));
}

#[test]
fn past_the_longest_link_there_is_no_case() {
    let long = format!("case=elsewhere&title={}", "a".repeat(LONGEST_LINK));
    let link = with_case(&long, "AbC");
    assert_eq!(Wanted::of(&link).packed, None);
    assert_eq!(Wanted::of(&link).case.as_deref(), Some("elsewhere"));
}

#[test]
fn a_link_follows_its_case_to_another_id() {
    let link = "https://example.org/#case=elsewhere&v=1&in-county-journeys=15&title=case%3D1";
    let moved = "case=here&v=1&in-county-journeys=15&title=case%3D1";
    assert_eq!(of_case(link, "here"), moved);
    assert_eq!(of_case(moved, CASE), moved.replace("here", CASE));
    assert_eq!(of_case("v=1&flag", "here"), "v=1&flag", "it names none");
}

#[test]
fn a_preset_has_its_name_and_the_published_case_none() {
    let model = model();
    let presets = &model.case().evidence().presets;
    let empty = presets.iter().find(|preset| preset.values.is_empty());
    let published = Named::preset(&model, empty.unwrap());
    assert_eq!(published.name, "");
    assert_eq!(published.scenario, Scenario::published());
    let other = presets.iter().find(|preset| !preset.values.is_empty());
    let other = other.unwrap();
    let named = Named::preset(&model, other);
    assert_eq!(named.name, other.label);
    assert_eq!(named.scenario, model.preset(other));
    assert_ne!(named.scenario, Scenario::published());
}
