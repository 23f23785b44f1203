//! How the shapes of a picture look in a file: the colours are those of
//! `www/styles/tokens.css` in light, since paper is white; a test holds the two together.

pub const INK: &str = "#14181d";
pub const SOFT: &str = "#4d5863";
pub const PAPER: &str = "#ffffff";
const RULE: &str = "#dde1e4";
const EDGE: &str = "#7d8791";
const ACCENT: &str = "#12436d";
const INVESTMENT: &str = "#801650";
const SAVINGS: &str = "#12436d";
const AVOIDANCE: &str = "#28a197";
const MARK: &str = "#c94f0c";

/// The look of a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Colour of its inside; none where it has none.
    pub fill: Option<&'static str>,
    /// How much of that colour there is, as SVG writes it; empty for all of it.
    pub strength: &'static str,
    /// Colour and width of its line; none where it has none.
    pub line: Option<(&'static str, &'static str)>,
    /// How its line is broken; empty where it is not.
    pub dashes: &'static str,
}

const fn area(fill: &'static str) -> Look {
    Look {
        fill: Some(fill),
        strength: "",
        line: None,
        dashes: "",
    }
}

const fn tint(fill: &'static str, strength: &'static str) -> Look {
    Look {
        strength,
        ..area(fill)
    }
}

const fn line(colour: &'static str, width: &'static str) -> Look {
    Look {
        fill: None,
        strength: "",
        line: Some((colour, width)),
        dashes: "",
    }
}

const fn dashed(colour: &'static str, width: &'static str, dashes: &'static str) -> Look {
    Look {
        dashes,
        ..line(colour, width)
    }
}

pub const GROUND: Look = area(PAPER);
pub const GRID: Look = line(RULE, "1");
pub const AXIS: Look = line(EDGE, "1");
pub const SPENT: Look = area(INVESTMENT);
pub const SAVED: Look = area(SAVINGS);
pub const AVOIDED: Look = area(AVOIDANCE);
pub const PRESSED: Look = area(EDGE);
/// Over an area that is told apart by more than its colour.
pub const HATCHING: Look = line(PAPER, "1.5");
pub const PUBLISHED_MARK: Look = line(MARK, "3");
pub const PUBLISHED: Look = dashed(MARK, "2", "5 5");
pub const NET: Look = line(INK, "3");
/// Lines beside one another: the published case, then up to four scenarios.
pub const LINES: [Look; 5] = [
    PUBLISHED,
    NET,
    dashed(SAVINGS, "3", "12 4"),
    dashed(INVESTMENT, "3", "3 3"),
    dashed(AVOIDANCE, "3", "12 3 3 3"),
];
pub const POINT: Look = Look {
    fill: Some(PAPER),
    ..line(INK, "3")
};
pub const HIGH: Look = area(ACCENT);
pub const LOW: Look = Look {
    fill: Some(PAPER),
    ..line(ACCENT, "2")
};
pub const NOW: Look = line(INK, "2");
pub const MOST: Look = tint(ACCENT, "0.18");
pub const HALF: Look = tint(ACCENT, "0.3");
/// The band of half the draws as it looks over that of most.
pub const BOTH: Look = tint(ACCENT, "0.43");
pub const BETWEEN: Look = line(PAPER, "1");
pub const BORDER: Look = line(INK, "2.5");
pub const AROUND: Look = line(PAPER, "6");
pub const THERE: Look = line(INK, "2.5");
pub const HERE: Look = area(INK);

/// Cells that stand, from the weakest shade to the strongest.
const ABOVE: [Look; 5] = shades(ACCENT);
/// Cells that fail.
const BELOW: [Look; 5] = shades(INVESTMENT);

const fn shades(colour: &'static str) -> [Look; 5] {
    [
        tint(colour, "0.1"),
        tint(colour, "0.27"),
        tint(colour, "0.48"),
        tint(colour, "0.76"),
        area(colour),
    ]
}

/// The look of a cell: whether it fails, and how strong its shade is, from 1.
pub fn shade(fails: bool, strength: usize) -> Look {
    let shades = if fails { BELOW } else { ABOVE };
    shades[strength.clamp(1, shades.len()) - 1]
}

/// The look of words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// Its colour.
    pub colour: &'static str,
    /// Its size in pixels, where it is not that of a picture's words.
    pub size: Option<&'static str>,
    /// Whether it is in heavier type.
    pub heavy: bool,
}

const fn letters(colour: &'static str, heavy: bool) -> Type {
    Type {
        colour,
        size: None,
        heavy,
    }
}

pub const TICK: Type = letters(SOFT, false);
pub const PLAIN: Type = letters(INK, false);
pub const AMOUNT: Type = letters(INK, true);
pub const PUBLISHED_END: Type = letters(MARK, true);
pub const REVERSED: Type = letters(PAPER, false);
pub const TITLE: Type = Type {
    size: Some("17"),
    ..AMOUNT
};
pub const SOURCE: Type = Type {
    size: Some("12"),
    ..TICK
};

#[cfg(test)]
mod tests {
    use super::*;

    /// The roles of `tokens.css` that a picture on paper takes, with their light colours.
    const ROLES: [(&str, &str); 10] = [
        ("ink", INK),
        ("ink-soft", SOFT),
        ("paper", PAPER),
        ("rule", RULE),
        ("edge", EDGE),
        ("accent", ACCENT),
        ("investment", INVESTMENT),
        ("savings", SAVINGS),
        ("avoidance", AVOIDANCE),
        ("mark", MARK),
    ];

    #[test]
    fn the_colours_are_those_of_the_design_system_in_light() {
        let tokens = include_str!("../../../www/styles/tokens.css");
        let light = tokens.split("@media").next().unwrap();
        for (role, colour) in ROLES {
            let set = format!("--{role}: {colour};");
            assert!(light.contains(&set), "{set}");
        }
    }

    #[test]
    fn the_shades_are_those_of_the_stress_test_in_light() {
        let css = include_str!("../../../www/styles/pieces/report+stress-charts.css");
        let light = css.split("@media").next().unwrap();
        for (strength, look) in (1..=4).zip(ABOVE) {
            let set = format!("--shade-{strength}: {};", look.strength);
            assert!(light.contains(&set), "{set}");
        }
        assert_eq!(shade(true, 9), shade(true, 5));
        assert_ne!(shade(true, 1), shade(false, 1));
    }
}
