//! Pictures as SVG that stands by itself.

use send_modeller::chart::{Picture, pictures};

use super::opening;

/// A tag and its attributes.
type Tag = (String, Vec<(String, String)>);

/// Reads XML as far as these files go: every tag is closed by its own, every attribute is
/// quoted, and no text holds what it may not. Gives the tags with their attributes, and
/// every text.
fn read(svg: &str) -> (Vec<Tag>, Vec<String>) {
    let (mut open, mut tags, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    let mut rest = svg;
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>'), "{before}");
        assert!(!open.is_empty() || before.trim().is_empty(), "{before}");
        if !before.trim().is_empty() {
            texts.push(unescaped(before));
        }
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
            continue;
        }
        let (tag, closed) = tag
            .strip_suffix('/')
            .map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let parts: Vec<&str> = attributes.split('"').collect();
        assert_eq!(parts.len() % 2, 1, "{attributes}");
        let pairs = parts.chunks_exact(2).map(|pair| {
            let name = pair[0].trim().strip_suffix('=').unwrap();
            (name.to_owned(), unescaped(pair[1]))
        });
        tags.push((name.to_owned(), pairs.collect()));
        if !closed {
            open.push(name.to_owned());
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
    (tags, texts)
}

fn unescaped(text: &str) -> String {
    let mut plain = text.to_owned();
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")] {
        plain = plain.replace(entity, character);
    }
    let ampersands = plain.matches('&').count();
    assert_eq!(ampersands, plain.matches("&amp;").count(), "{plain}");
    plain.replace("&amp;", "&")
}

/// Where the pictures are left to be looked at, if that is asked for.
fn leave(of: &str, picture: &Picture, svg: &str) {
    if let Ok(folder) = std::env::var("PICTURES") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(format!("{folder}/{of}-{}.svg", picture.name), svg).unwrap();
    }
}

const SOURCE: &str = "Hertfordshire 2018. A scenario, not an approved budget.";

const LINKS: [(&str, &str); 5] = [
    ("published", ""),
    (
        "all",
        "benefit-delay=6&in-county-journeys=7.5&stress=size_21,run,draws_1000\
         &compare-1=title%3DLate%26benefit-delay%3D12&compare-2=title%3DNothing%2520saved%26benefit-delivery%3D0",
    ),
    ("none", "benefit-delivery=0&stress=payback"),
    (
        "dear",
        "investment-overrun=200&benefit-delivery=10&stress=npv,payer_core,size_5",
    ),
    (
        "fails",
        "benefit-delivery=12&benefit-delay=18&stress=payback,savings,size_41,run,draws_1000",
    ),
];

#[test]
fn every_picture_is_sound_svg_that_needs_nothing_else() {
    for (name, link) in LINKS {
        let link = opening(link);
        for picture in pictures(&link.shown()) {
            let svg = picture.svg(SOURCE);
            leave(name, &picture, &svg);
            let (tags, texts) = read(&svg);
            let (root, attributes) = &tags[0];
            assert_eq!(root, "svg");
            let of = |name: &str| {
                &attributes
                    .iter()
                    .find(|(known, _)| known == name)
                    .unwrap()
                    .1
            };
            assert_eq!(of("xmlns"), "http://www.w3.org/2000/svg");
            assert_eq!(of("width"), "720");
            let height: f64 = of("height").parse().unwrap();
            assert_eq!(height, picture.height(SOURCE));
            assert!((150.0..1_000.0).contains(&height), "{height}");
            assert_eq!(tags[1].0, "title");
            assert_eq!(tags[2].0, "desc");
            assert_eq!(texts[..2], [picture.title.clone(), picture.summary.clone()]);
            assert_eq!(texts.last().map(String::as_str), Some(SOURCE));
            let labelled = format!("{0}-title {0}-summary", picture.name);
            assert_eq!(*of("aria-labelledby"), labelled);
            for (tag, attributes) in &tags {
                assert!(
                    [
                        "svg", "title", "desc", "rect", "g", "path", "circle", "text"
                    ]
                    .contains(&tag.as_str()),
                    "{tag}"
                );
                for (name, value) in attributes {
                    assert!(!["style", "class", "href", "onload"].contains(&name.as_str()));
                    assert!(!value.contains("url("), "{value}");
                    assert!(!value.contains("NaN") && !value.contains("inf"), "{value}");
                }
            }
        }
    }
}

#[test]
fn there_is_a_picture_of_everything_that_is_shown() {
    let names = |link: &str| -> Vec<&str> {
        let link = opening(link);
        pictures(&link.shown())
            .iter()
            .map(|picture| picture.name)
            .collect()
    };
    let always = [
        "investment-and-benefits",
        "cumulative-net",
        "pressures",
        "tornado",
        "two-at-once",
    ];
    assert_eq!(names(""), always);
    assert_eq!(
        names(LINKS[1].1),
        [
            &always[..],
            &[
                "comparison",
                "simulation-cumulative-net",
                "simulation-payback",
                "simulation-correlations"
            ]
        ]
        .concat()
    );
}

#[test]
fn amounts_stand_in_the_picture_as_the_engine_has_them() {
    let link = opening("in-county-journeys=0");
    let all = pictures(&link.shown());
    let (_, texts) = read(&all[0].svg(SOURCE));
    // £1,742,142 spent and £3,070,136 gained in 2019/20, in millions over the bars.
    for text in [
        "2019/20",
        "1.7",
        "3.1",
        "Investment",
        "Avoidance",
        "As published",
    ] {
        assert!(texts.iter().any(|one| one == text), "{text}: {texts:?}");
    }
    let (_, texts) = read(&all[1].svg(SOURCE));
    for text in ["£12.71m", "published", "pays back here"] {
        assert!(texts.iter().any(|one| one == text), "{text}: {texts:?}");
    }
}

#[test]
fn what_people_wrote_stays_text() {
    let name = "%253C%252Ftext%253E%253Cscript%253Ealert(1)%253C%252Fscript%253E%2526amp%253B";
    let link = opening(&format!("compare-1=title%3D{name}%26benefit-delay%3D12"));
    let source = "A < B & \"C\"</text><script>";
    let all = pictures(&link.shown());
    let compared = all
        .iter()
        .find(|picture| picture.name == "comparison")
        .unwrap();
    let (tags, texts) = read(&compared.svg(source));
    assert!(!tags.iter().any(|(tag, _)| tag == "script"));
    assert!(
        texts
            .iter()
            .any(|text| text == "</text><script>alert(1)</script>&amp;"),
        "{texts:?}"
    );
    assert_eq!(texts.last().map(String::as_str), Some(source));
}
