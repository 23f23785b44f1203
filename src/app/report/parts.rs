//! What every part of the report is made of: a numbered heading, text, tables and pictures
//! that stand still.

use yew::prelude::*;

use crate::app::components::grid_table;
use crate::case::Decimal;
use crate::export::Grid;

/// How wide pictures are drawn, in pixels: a little less than upright A4 has room for
/// within its margins, so that their words are printed in the size they have.
pub const WIDTH: f64 = 660.0;

/// A part of the report.
pub struct Part {
    /// The id of its heading.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// True where its tables take paper lengthways.
    pub wide: bool,
    /// What stands under the heading.
    pub content: Html,
}

impl Part {
    /// A part on upright paper.
    pub fn new(id: &'static str, name: &'static str, content: Html) -> Part {
        Part {
            id,
            name,
            wide: false,
            content,
        }
    }

    /// The same on paper lengthways.
    pub fn wide(self) -> Part {
        Part { wide: true, ..self }
    }
}

/// The parts, numbered from one. Neighbours of one direction share their sheets.
pub fn parts_view(parts: Vec<Part>) -> Html {
    let numbered: Vec<(usize, Part)> = (1..).zip(parts).collect();
    let sheets = numbered.chunk_by(|(_, one), (_, next)| one.wide == next.wide);
    sheets
        .map(|sheet| {
            let wide = sheet.first().is_some_and(|(_, part)| part.wide);
            html! {
                <div class={wide.then_some("lengthways")}>
                    { for sheet.iter().map(|(number, part)| html! {
                        <section class="part" aria-labelledby={part.id}>
                            <h2 id={part.id}>{ format!("{number}. {}", part.name) }</h2>
                            { part.content.clone() }
                        </section>
                    }) }
                </div>
            }
        })
        .collect()
}

/// A table under its name.
pub fn table(grid: &Grid) -> Html {
    html! {
        <div class="named-table">
            <h3>{ &grid.caption }</h3>
            { grid_table(grid, Html::default()) }
        </div>
    }
}

/// A picture that stands still.
pub struct Still {
    /// The id of its title; unique on the page.
    pub id: &'static str,
    /// What the styles call its kind.
    pub class: &'static str,
    /// Its title, in text.
    pub title: String,
    pub legend: Html,
    /// Width and height.
    pub size: (f64, f64),
    pub drawing: Html,
    /// What it shows, in a sentence or two.
    pub summary: String,
}

impl Still {
    /// The picture, with what it shows in words under it.
    pub fn view(self) -> Html {
        let (width, height) = (Decimal(self.size.0), Decimal(self.size.1));
        let summed = format!("{}-summary", self.id);
        html! {
            <figure class={self.class} aria-labelledby={self.id}>
                <figcaption id={self.id}>{ self.title }</figcaption>
                <p class="legend">{ self.legend }</p>
                <div class="picture" tabindex="0" role="group" aria-labelledby={self.id}>
                    <svg role="img" aria-labelledby={self.id} aria-describedby={summed.clone()}
                        width={width.to_string()} height={height.to_string()}
                        viewBox={format!("0 0 {width} {height}")}>
                        { self.drawing }
                    </svg>
                </div>
                <p id={summed}>{ self.summary }</p>
            </figure>
        }
    }
}
