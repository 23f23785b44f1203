//! The pictures of the stress test, whose figures stand in tables on the same page.

mod chances;
mod fan;
mod heat;
mod keys;
mod reader;
mod rows;

use std::rc::Rc;

use yew::prelude::*;

use crate::app::charts::{use_reader, use_width};
use crate::case::{Decimal, Years};
use crate::chart::{Board, Chance, FanOf, HeatOf, Rank, Reading, TornadoOf};
use reader::{BoardReader, use_board};

/// What a picture is of.
#[derive(Clone, PartialEq)]
pub enum Subject {
    /// How far each assumption moves a figure.
    Tornado(Rc<TornadoOf>),
    /// Cumulative net over many draws.
    Fan(Years, Rc<FanOf>),
    /// Two assumptions at once.
    Heat(Rc<HeatOf>),
    /// How likely payback is by the end of each year.
    Chances(Years, Rc<[Chance]>),
    /// How closely each assumption goes with a figure.
    Ranks(Rc<[Rank]>),
}

#[derive(PartialEq, Properties)]
pub struct PictureProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// Its title, in text.
    pub title: AttrValue,
    /// The sentence that says what the picture shows, for who cannot see it.
    pub summary: AttrValue,
    pub subject: Subject,
    /// What belongs to it and stands under it: its table, its file.
    #[prop_or_default]
    pub children: Html,
}

/// What a picture is made of.
pub struct Parts {
    pub legend: Html,
    /// Width and height.
    pub size: (f64, f64),
    pub drawing: Html,
    /// What is read by year; none where a board is read.
    years: Vec<Reading>,
    /// What is read by row, or by row and column.
    board: Board,
}

impl Subject {
    /// The picture at this width; `id` is the page's name for it.
    pub fn parts(&self, id: &str, width: f64) -> Parts {
        match self {
            Subject::Tornado(of) => rows::tornado(of, width),
            Subject::Fan(years, of) => fan::parts(*years, of, width),
            Subject::Heat(of) => heat::parts(of, id, width),
            Subject::Chances(years, of) => chances::parts(*years, of, width),
            Subject::Ranks(of) => rows::ranks(of, width),
        }
    }

    /// What a place of the board says.
    fn read(&self, place: (usize, usize)) -> String {
        match self {
            Subject::Tornado(of) => of.reading(place.1),
            Subject::Heat(of) => of.reading(place),
            Subject::Ranks(of) => of.get(place.1).map(Rank::reading).unwrap_or_default(),
            Subject::Fan(..) | Subject::Chances(..) => String::new(),
        }
    }
}

/// A picture with its title, its legend and what is read in it.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let PictureProps {
        id, title, summary, ..
    } = props;
    let (node, width) = use_width();
    // Not placed again while somebody reads it: a grid has more than a thousand cells.
    let parts = use_memo(
        (props.subject.clone(), id.clone(), width),
        |(subject, id, width)| subject.parts(id, *width),
    );
    let by_year = use_reader(&node, &parts.years);
    let by_place: BoardReader = use_board(&node, &parts.board);
    let (width, height) = parts.size;
    let (titled, summed) = (format!("{id}-title"), format!("{id}-summary"));
    let grid = matches!(props.subject, Subject::Heat(_));
    let yearly = parts.board.is_empty();
    let drawing = html! {
        <svg role="img" aria-labelledby={titled.clone()} aria-describedby={summed.clone()}
            width={Decimal(width).to_string()} height={Decimal(height).to_string()}
            viewBox={format!("0 0 {} {}", Decimal(width), Decimal(height))}>
            if yearly {
                { by_year.guide.clone() }
            } else if !grid {
                { by_place.guide("read-row") }
            }
            { parts.drawing.clone() }
            if grid {
                { by_place.guide("read-cell") }
            }
        </svg>
    };
    html! {
        <figure class="stress-figure" aria-labelledby={titled.clone()}>
            <figcaption id={titled}>{ title }</figcaption>
            <p class="legend">{ parts.legend.clone() }</p>
            if yearly {
                { by_year.picture(drawing) }
                { by_year.words.clone() }
            } else {
                { by_place.picture(grid, drawing) }
                { by_place.words(grid, |place| props.subject.read(place)) }
            }
            <p class="visually-hidden" id={summed}>{ summary }</p>
            { props.children.clone() }
        </figure>
    }
}
