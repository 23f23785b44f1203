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
use super::{answers, browser, desk, stress};
use crate::session::{Action, Session};

/// Draws a screen.
pub(super) type Screen = fn(&Session, &Callback<Action>) -> Html;

/// Why a piece is not here: its file could not be fetched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Missing {
        Missing
    }
}

/// A piece: the functions it brings.
pub(super) trait Piece: Sized + 'static {
    /// Where it is kept once it is here.
    fn kept() -> &'static LocalKey<Cell<Option<&'static Self>>>;

    /// Fetches it.
    async fn fetch() -> Result<&'static Self, Missing>;

    /// The piece, if it is here.
    fn here() -> Option<&'static Self> {
        Self::kept().get()
    }
}

/// Makes a piece of a function that gives its table.
macro_rules! piece {
    ($name:ident, $table:ty, $content:expr) => {
        impl Piece for $table {
            fn kept() -> &'static LocalKey<Cell<Option<&'static $table>>> {
                thread_local! {
                    #[cfg(feature = "split")]
                    static KEPT: Cell<Option<&'static $table>> = const { Cell::new(None) };
                    #[cfg(not(feature = "split"))]
                    static KEPT: Cell<Option<&'static $table>> = const { Cell::new(Some(&$content)) };
                }
                &KEPT
            }

            async fn fetch() -> Result<&'static $table, Missing> {
                #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($name, fallible))]
                fn $name() -> Result<&'static $table, Missing> {
                    Ok(&$content)
                }
                let found = $name();
                #[cfg(feature = "split")]
                let found = found.await;
                let found = found?;
                browser::add_styles(concat!("piece-", stringify!($name), "-css")).await;
                Self::kept().set(Some(found));
                Ok(found)
            }
        }
    };
}

piece!(explore, explore::Piece, explore::PIECE);
piece!(panel, panel::Piece, panel::PIECE);
piece!(answers, answers::Piece, answers::PIECE);
piece!(desk, desk::Piece, desk::PIECE);
piece!(stress, stress::Piece, stress::PIECE);

/// How far a piece has come.
pub(super) enum Fetched<T: 'static> {
    /// It is here.
    Here(&'static T),
    /// It is on its way, or not wanted yet.
    Coming,
    /// It could not be fetched; calling back tries again.
    Failed(Callback<MouseEvent>),
}

/// A piece, fetched as soon as it is wanted.
#[hook]
pub(super) fn use_piece<T: Piece>(wanted: bool) -> Fetched<T> {
    let fetch: fn() -> Fetching = || Box::pin(async { T::fetch().await.map(|_| ()) });
    let failed = use_fetching(wanted && T::here().is_none(), fetch);
    match (T::here(), failed) {
        (Some(piece), _) => Fetched::Here(piece),
        (None, Some(again)) => Fetched::Failed(again),
        (None, None) => Fetched::Coming,
    }
}

type Fetching = Pin<Box<dyn Future<Output = Result<(), Missing>>>>;

/// Fetches what is wanted and draws again when that has ended, either way. Where it
/// failed, what tries again. Apart from [`use_piece`], to be there once for all pieces.
#[hook]
fn use_fetching(wanted: bool, fetch: fn() -> Fetching) -> Option<Callback<MouseEvent>> {
    let ended = use_state_eq(|| None::<Result<(), Missing>>);
    let fetch = {
        let ended = ended.clone();
        move || {
            ended.set(None);
            let ended = ended.clone();
            spawn_local(async move { ended.set(Some(fetch().await)) });
        }
    };
    {
        let fetch = fetch.clone();
        use_effect_with(wanted, move |wanted| {
            if *wanted {
                fetch();
            }
        });
    }
    matches!(*ended, Some(Err(Missing))).then(|| Callback::from(move |_| fetch()))
}

/// What stands in the place of a piece until it is here.
pub(super) fn waiting<T>(fetched: &Fetched<T>) -> Html {
    match fetched {
        Fetched::Here(_) => Html::default(),
        Fetched::Coming => html! { <p class="waiting" role="status">{ "Loading…" }</p> },
        Fetched::Failed(again) => html! {
            <div class="waiting" role="alert">
                <p>{ "This part of the app could not be loaded. Check the connection and try again; \
                      nothing you have done is lost." }</p>
                <button type="button" class="button" onclick={again}>{ "Try again" }</button>
            </div>
        },
    }
}
