//! The parts of the app that are fetched when they are first needed.
//!
//! The program that is served (feature `split`) is one WebAssembly file with what every
//! screen needs, and a file for each piece here; `scripts/split/` makes them, and
//! decision 0012 says why. In every other build a piece is simply there.

#![allow(unsafe_code, reason = "the macro that marks a split point needs it")]

use std::cell::Cell;
use std::pin::Pin;
use std::thread::LocalKey;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::pages::{explore, panel};
use super::settled::Settled;
use super::{answers, browser, cases, desk, editor, files, lines, report, stress};
use crate::link::Page;
use crate::session::{Action, Session};

/// Draws a screen: the session, what of it is drawn a moment later, and who hears what the
/// person does.
pub(super) type Screen = fn(&Session, &Settled, &Callback<Action>) -> Html;

/// Why a piece is not here: its file could not be fetched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Missing {
        Missing
    }
}

/// What keeps a piece once it is here.
type Keep = Box<dyn FnOnce()>;

/// What comes in time, or cannot be had.
type Coming<T> = Pin<Box<dyn Future<Output = Result<T, Missing>>>>;

/// A piece: the functions it brings.
pub(super) trait Piece: Sized + 'static {
    /// The name that its style sheet has in the page.
    const STYLES: &'static str;

    /// Where it is kept once it is here.
    fn kept() -> &'static LocalKey<Cell<Option<&'static Self>>>;

    /// Fetches its code.
    fn load() -> Coming<Keep>;

    /// The piece, if it is here.
    fn here() -> Option<&'static Self> {
        Self::kept().get()
    }
}

/// Makes a piece of a function that gives its table.
/// One that comes `after_explore` is cut as if it used all that Explore uses: nobody asks for
/// it before that, and what they share is then a few files, not one for each set of pieces
/// that happens to share something.
macro_rules! piece {
    ($name:ident, $table:ty, $content:expr $(, $after_explore:ident)?) => {
        impl Piece for $table {
            const STYLES: &'static str = concat!("piece-", stringify!($name), "-css");

            fn kept() -> &'static LocalKey<Cell<Option<&'static $table>>> {
                thread_local! {
                    #[cfg(feature = "split")]
                    static KEPT: Cell<Option<&'static $table>> = const { Cell::new(None) };
                    #[cfg(not(feature = "split"))]
                    static KEPT: Cell<Option<&'static $table>> = const { Cell::new(Some(&$content)) };
                }
                &KEPT
            }

            fn load() -> Coming<Keep> {
                #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($name, fallible))]
                fn $name() -> Result<&'static $table, Missing> {
                    $($after_explore();)?
                    Ok(&$content)
                }
                Box::pin(async {
                    let found = $name();
                    #[cfg(feature = "split")]
                    let found = found.await;
                    let found = found?;
                    Ok(Box::new(|| Self::kept().set(Some(found))) as Keep)
                })
            }
        }
    };
}

piece!(explore, explore::Piece, explore::PIECE);
piece!(panel, panel::Piece, panel::PIECE);
piece!(answers, answers::Piece, answers::PIECE);
piece!(desk, desk::Piece, desk::PIECE, after_explore);
piece!(stress, stress::Piece, stress::PIECE, after_explore);
piece!(report, report::Piece, report::PIECE, after_explore);
piece!(files, files::Piece, files::PIECE, after_explore);
piece!(cases, cases::Piece, cases::PIECE, after_explore);
piece!(editor, editor::Piece, editor::PIECE, after_explore);
piece!(lines, lines::Piece, lines::PIECE);

/// Names what Explore uses, and does nothing with it.
#[inline(always)]
fn after_explore() {
    std::hint::black_box(&explore::PIECE);
}

/// How far a piece has come.
pub(super) enum Fetched<T> {
    /// It is here.
    Here(T),
    /// It is on its way, or not wanted yet.
    Coming,
    /// It could not be fetched; calling back tries again.
    Failed(Callback<MouseEvent>),
}

/// A piece, fetched if it is not here; none where it cannot be had.
pub(super) async fn fetched<T: Piece>() -> Option<&'static T> {
    if T::here().is_none() {
        fetching::<T>().await.ok()?;
    }
    T::here()
}

/// A piece, fetched as soon as it is wanted.
#[hook]
pub(super) fn use_piece<T: Piece>(wanted: bool) -> Fetched<&'static T> {
    // One piece, so which page it is for makes no difference.
    let wanted = (wanted && T::here().is_none()).then(Page::default);
    let failed = use_fetching(wanted, |_| fetching::<T>());
    come(T::here(), failed)
}

/// The screen of a page, fetched as soon as it is shown.
#[hook]
pub(super) fn use_screen(page: Page) -> Fetched<Screen> {
    let screen = match page {
        Page::Explore => explore::Piece::here().map(|piece| piece.page),
        Page::Panel => panel::Piece::here().map(|piece| piece.page),
        Page::Stress => stress::Piece::here().map(|piece| piece.page),
        Page::Report => report::Piece::here().map(|piece| piece.page),
        Page::Case => editor::Piece::here().map(|piece| piece.page),
        Page::Compare | Page::Sources | Page::Styles => {
            desk::Piece::here().map(|piece| piece.page(page))
        }
    };
    let failed = use_fetching(screen.is_none().then_some(page), fetch_screen);
    come(screen, failed)
}

/// Fetches the screen of a page.
pub(super) fn fetch_screen(page: Page) -> Coming<()> {
    match page {
        Page::Explore => fetching::<explore::Piece>(),
        Page::Panel => fetching::<panel::Piece>(),
        Page::Stress => fetching::<stress::Piece>(),
        Page::Report => fetching::<report::Piece>(),
        Page::Case => fetching::<editor::Piece>(),
        Page::Compare | Page::Sources | Page::Styles => fetching::<desk::Piece>(),
    }
}

/// Fetches a piece.
fn fetching<T: Piece>() -> Coming<()> {
    Box::pin(fetch(T::load, T::STYLES))
}

/// Apart from [`fetching`], to be there once for all pieces.
async fn fetch(load: fn() -> Coming<Keep>, styles: &'static str) -> Result<(), Missing> {
    let keep = load().await?;
    browser::add_styles(styles).await;
    keep();
    Ok(())
}

fn come<T>(here: Option<T>, failed: Option<Callback<MouseEvent>>) -> Fetched<T> {
    match (here, failed) {
        (Some(here), _) => Fetched::Here(here),
        (None, Some(again)) => Fetched::Failed(again),
        (None, None) => Fetched::Coming,
    }
}

/// Fetches what is wanted and draws again when that has ended, either way. Where it
/// failed, what tries again. Apart from [`use_piece`], to be there once for all pieces.
#[hook]
fn use_fetching(
    wanted: Option<Page>,
    fetch: fn(Page) -> Coming<()>,
) -> Option<Callback<MouseEvent>> {
    // With the page that it was for: another may have been wanted meanwhile.
    let ended = use_state_eq(|| None::<(Page, Result<(), Missing>)>);
    let fetch = {
        let ended = ended.clone();
        move |page: Page| {
            ended.set(None);
            let ended = ended.clone();
            spawn_local(async move { ended.set(Some((page, fetch(page).await))) });
        }
    };
    {
        let fetch = fetch.clone();
        use_effect_with(wanted, move |wanted| {
            if let Some(page) = *wanted {
                fetch(page);
            }
        });
    }
    let page = wanted.filter(|page| *ended == Some((*page, Err(Missing))))?;
    Some(Callback::from(move |_| fetch(page)))
}

/// What stands in the place of a piece until it is here.
pub(super) fn waiting<T>(fetched: &Fetched<T>) -> Html {
    match fetched {
        Fetched::Here(_) => Html::default(),
        Fetched::Coming => html! { <p class="waiting" role="status">{ "Loading…" }</p> },
        Fetched::Failed(again) => html! {
            <div class="waiting" role="alert">
                <p>{ "This part of the app could not be loaded. Check the connection and try again, \
                       or reload the page. Nothing you have done is lost." }</p>
                <button type="button" class="button" onclick={again}>{ "Try again" }</button>
                <button type="button" class="button" data-reload="">{ "Reload the page" }</button>
            </div>
        },
    }
}
