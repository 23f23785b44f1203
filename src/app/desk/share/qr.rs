//! A link as a QR code, to be shown in a meeting.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use yew::prelude::*;

/// The white border that cameras need around a code, in squares.
const QUIET: i32 = 4;

/// With more squares a side than this, a camera needs the code large or near.
const EASY: i32 = 77;

/// A QR code, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// Squares a side.
    side: i32,
    /// Every dark square, as one path.
    path: AttrValue,
}

/// Why a link has no code.
pub fn why_none(link: &str) -> &'static str {
    if link.starts_with('#') {
        "There is no QR code, since this copy of the app is a file that no other device can open."
    } else {
        "This link is too long for a QR code."
    }
}

impl Code {
    /// The code of a link; none where the link is longer than any code can hold, or has no
    /// address that another device could open.
    pub fn of(link: &str) -> Option<Code> {
        if link.starts_with('#') {
            return None;
        }
        // The fewest squares, since large ones are what a camera at the back of a room
        // can tell apart. Where the same size allows for it, the crate corrects more.
        let code = QrCode::encode_text(link, QrCodeEcc::Low).ok()?;
        let side = code.size();
        let mut path = String::new();
        for y in 0..side {
            let mut x = 0;
            while x < side {
                let from = x;
                while x < side && code.get_module(x, y) {
                    x += 1;
                }
                let run = x - from;
                if run > 0 {
                    let _ = write!(path, "M{from} {y}h{run}v1h-{run}z");
                }
                x += 1;
            }
        }
        Some(Code {
            side,
            path: path.into(),
        })
    }

    /// True where it is hard to read when small.
    pub fn is_dense(&self) -> bool {
        self.side > EASY
    }

    /// The drawing, dark on white whatever the colours of the page: cameras expect that.
    pub fn draw(&self) -> Html {
        let across = self.side + 2 * QUIET;
        html! {
            <svg class="qr" viewBox={format!("-{QUIET} -{QUIET} {across} {across}")} role="img"
                aria-label="QR code of the link" shape-rendering="crispEdges">
                <rect x={format!("-{QUIET}")} y={format!("-{QUIET}")} width={across.to_string()}
                    height={across.to_string()} fill="#ffffff" />
                <path d={self.path.clone()} fill="#000000" />
            </svg>
        }
    }
}
