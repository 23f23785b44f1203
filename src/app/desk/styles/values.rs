//! What the design system page shows: the names that `tokens.css` gives to its values, and
//! the states and kinds of every control.

/// Sizes of type, and what each is for.
pub const TYPE: [(&str, &str); 7] = [
    ("title", "A page’s title"),
    ("figure", "A figure to remember, £17.64m"),
    ("xl", "The sentence: the programme pays back in 2019/20"),
    ("head", "A heading within a page"),
    ("l", "What is read: body text and number boxes"),
    ("m", "Controls and tables: £1,739,985"),
    ("s", "Notes, units and years: published 10%"),
];

/// Steps of space, and what each is for.
pub const SPACE: [(&str, &str); 6] = [
    ("s1", "Within a control"),
    ("s2", "Between controls that belong together"),
    ("s3", "Within a row or a notice"),
    ("s4", "Within a card, and between cards"),
    ("s5", "Between parts of a page, and at its sides"),
    ("s6", "After a page’s last part"),
];

/// Shapes and sizes, and what each is for.
pub const SHAPES: [(&str, &str); 9] = [
    ("family", "The one family of type: the reader’s own"),
    ("text-chart", "Text in a picture"),
    ("radius", "Corners of cards and tables"),
    ("radius-s", "Corners of controls"),
    ("control", "Least height of a control"),
    ("cell", "Room within a cell of a table"),
    (
        "bar",
        "Height of the bar at the top, while it stays in sight",
    ),
    ("widest", "Greatest width of a page"),
    ("panel", "Width of the assumptions beside the results"),
];

/// A token, the token of what is written on it, and what it is for.
type Colour = (&'static str, &'static str, &'static str);

/// Colours, by what they are for.
pub const COLOURS: [(&str, &[Colour]); 4] = [
    (
        "Text and grounds",
        &[
            ("ink", "paper", "Text"),
            ("ink-soft", "paper", "Notes and units"),
            ("paper", "ink", "Cards and tables"),
            ("ground", "ink", "The page behind them"),
            ("rule", "ink", "Lines between rows"),
            ("edge", "paper", "Edges of controls"),
        ],
    ),
    (
        "What can be pressed",
        &[
            ("accent", "accent-ink", "Links, main buttons"),
            ("accent-strong", "accent-ink", "The same, under the pointer"),
            ("accent-ink", "accent", "Text on either"),
            ("press", "ink", "While held down"),
        ],
    ),
    (
        "States",
        &[
            ("focus", "paper", "Round what has the keyboard"),
            ("changed", "ink", "Differs from published"),
            ("changed-rule", "ink", "Its edge"),
            ("notice", "ink", "Notices and warnings"),
            ("problem", "paper", "Cannot be used"),
        ],
    ),
    (
        "Series",
        &[
            ("investment", "paper", "Investment"),
            ("savings", "paper", "Savings"),
            ("avoidance", "paper", "Avoidance, always hatched"),
            ("hatching", "ink", "Its hatching"),
            ("mark", "paper", "The published case"),
        ],
    ),
];

/// Kinds of buttons, and their classes.
pub const BUTTONS: [(&str, &str); 4] = [
    ("Button", "button"),
    ("Primary", "button primary"),
    ("Link", "link"),
    ("A figure that can be asked about", "ask"),
];

/// States of a button, and the class that holds it there.
pub const STATES: [(&str, &str); 5] = [
    ("At rest", ""),
    ("Under the pointer", "is-hover"),
    ("With the keyboard", "is-focus"),
    ("Held down", "is-press"),
    ("Disabled", ""),
];

/// States of an assumption: its name, its classes, and what stands in its box.
pub const FIELDS: [(&str, &str, &str); 6] = [
    ("At rest", "", "10"),
    ("Under the pointer", "is-hover", "10"),
    ("With the keyboard", "is-focus", "10"),
    ("Changed", "", "15"),
    ("Invalid", "", "150"),
    ("Disabled", "", "10"),
];

/// Kinds of table rows: classes, name, and figures, each with the published one after it
/// where it differs.
pub const ROWS: [(&str, &str, &str); 6] = [
    (
        "is-investment",
        "Investment: money spent",
        "−£513,814|−£1,742,142|−£2,255,956",
    ),
    (
        "is-saving",
        "Savings: a budget line falls",
        "£0|£1,739,985|£1,739,985",
    ),
    (
        "is-saving changed",
        "Savings, changed",
        "£0|£1,231,095 £1,739,985|£1,231,095 £1,739,985",
    ),
    (
        "is-avoidance",
        "Avoidance: growth that does not happen",
        "£225,746|£2,561,246|£2,786,992",
    ),
    (
        "is-total sum",
        "Savings and avoidance",
        "£225,746|£4,301,231|£4,526,977",
    ),
    (
        "is-net sum changed",
        "Net, changed",
        "−£288,068|£2,050,199 £2,559,089|£1,762,131 £2,271,021",
    ),
];

/// Keys of the pictures.
pub const KEYS: [(&str, &str); 5] = [
    ("investment", "Investment"),
    ("savings", "Savings"),
    ("avoidance", "Avoidance"),
    ("net", "This scenario"),
    ("published-line", "As published"),
];

/// What a council sets.
pub const REBRAND: &str = ":root {
  --accent: #00625a;
  --accent-strong: #00453f;
  --accent-ink: #ffffff;
  --mark: #b5490a;
  --family: \"Council Sans\", system-ui, sans-serif;
  --radius: 2px;
  --radius-s: 2px;
}

@media screen and (prefers-color-scheme: dark) {
  :root {
    --accent: #6fd0c5;
    --accent-strong: #a3e4dc;
    --accent-ink: #08141f;
    --mark: #ff9a63;
  }
}";
