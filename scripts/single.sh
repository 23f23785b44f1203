#!/usr/bin/env bash
# Makes dist-single/send-modeller.html, the app in one file that needs no server, of what is in dist/. The app itself is
# built once more, in one piece, since a page opened from a file can fetch no others. Held to its budget here.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

budget=1500000

# One program for the page and for its workers: what simulates and what makes workbooks share nearly all they need with
# the app, and three programs would hold it three times. It is small rather than fast, as the app is.
build_in_pieces
cargo build --quiet --offline --locked --profile web --target wasm32-unknown-unknown --bin app \
  --no-default-features --features app,api,book,packed
single=target/single
rm -rf "$single"
mkdir -p "$single" dist-single
"$TOOLS/bin/wasm-bindgen" --target=web --no-typescript --out-dir="$single" --out-name=app \
  target/wasm32-unknown-unknown/web/app.wasm
scripts/split/without-names.pl "$single/app_bg.wasm"

# Every piece's sheet once; those of several pieces come first, as they do for each.
cat www/styles/pieces/*+*.css $(ls www/styles/pieces/*.css | grep -v +) | scripts/split/terse-css.pl >"$single/pieces.css"
xz --format=lzma --lzma1=preset=9e,pb=0 --stdout "$single/app_bg.wasm" >"$single/program"
scripts/single/page.pl "$single/program" "$single/app_bg.wasm" >"$single/send-modeller.html"
size=$(wc -c <"$single/send-modeller.html")
[ "$size" -le "$budget" ] || fail "the one file has $size bytes, $((size - budget)) more than its budget of $budget"
mv "$single/send-modeller.html" dist-single/
say "dist-single/send-modeller.html: $size of $budget bytes"
