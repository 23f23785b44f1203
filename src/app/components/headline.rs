//! What it comes to: the sentence, the tiles, and a line that stays in sight on a phone.
//!
//! Plain functions: they are drawn with every change anyway, and each component costs the
//! browser some five thousand bytes.

use yew::prelude::*;

use super::explained::{Explainer, ask_id};
use crate::export::{Sentence, Tile, sources_of};
use crate::session::Session;

/// The one sentence; screen readers hear it again whenever it changes, and nothing else.
pub fn sentence_view(sentence: &Sentence, stale: bool) -> Html {
    html! {
        <p class="sentence" data-stale={stale.then_some("")} role="status" aria-atomic="true">
            { for sentence.0.iter().map(|(text, stressed)| if *stressed {
                html! { <strong>{ text }</strong> }
            } else {
                html! { { text } }
            }) }
        </p>
    }
}

/// The headline figures; each explains itself under them.
pub fn tiles_view(
    session: &Session,
    tiles: &[Tile],
    show_sources: bool,
    explainer: &Explainer,
) -> Html {
    let explained = tiles
        .iter()
        .enumerate()
        .find_map(|(place, _)| explainer.view(session, (TILES, place), Vec::new, false));
    html! {
        <>
            <dl class="tiles" data-stale={session.is_stale().then_some("")}>
                { for tiles.iter().enumerate().map(|(place, tile)| {
                    tile_view(session, tile, place, show_sources, explainer)
                }) }
            </dl>
            // Always one thing: with none there the list above would be made anew, and the
            // keyboard lose its place.
            { explained.unwrap_or_default() }
        </>
    }
}

/// The tiles among the places of the screen where figures are explained.
const TILES: &str = "tiles";

fn tile_view(
    session: &Session,
    tile: &Tile,
    place: usize,
    show_sources: bool,
    explainer: &Explainer,
) -> Html {
    let target = tile.target;
    let ask = explainer
        .asking(TILES)
        .reform(move |_: MouseEvent| (place, target));
    let explained = explainer.is_at((TILES, place));
    html! {
        <div class="tile" data-changed={tile.published.is_some().then_some("")}>
            <dt>
                <button type="button" class="ask" id={ask_id((TILES, place))} aria-expanded={explained.to_string()}
                    onclick={ask}>{ &tile.title }</button>
            </dt>
            <dd class="value">{ &tile.value }</dd>
            <dd class="exact">{ &tile.exact }</dd>
            <dd class="against">
                { tile.published.as_ref().map_or_else(
                    || "as published".to_owned(), |published| format!("published {published}")) }
                <span class="difference">{ &tile.difference }</span>
            </dd>
            if show_sources {
                <dd class="source">{ sources_of(session.model().case(), tile) }</dd>
            }
        </div>
    }
}

/// On a narrow screen, where the results scroll away from the assumptions: the net and
/// the payback at the foot of the window. It repeats the tiles, so only the eye needs it.
pub fn pinned_view(tiles: &[Tile], stale: bool) -> Html {
    let [_, _, _, net, payback, ..] = tiles else {
        return Html::default();
    };
    let part = |label: &'static str, tile: &Tile| {
        html! {
            <span data-changed={tile.published.is_some().then_some("")}>
                { label }<b>{ &tile.value }</b>
            </span>
        }
    };
    html! {
        <div class="pinned" data-stale={stale.then_some("")} aria-hidden="true">
            { part("Net ", net) }
            { part("Pays back ", payback) }
        </div>
    }
}
