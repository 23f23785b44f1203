#!/usr/bin/env bash
# Makes dist-single/send-modeller.html, the app in one file that needs no server, of what is in dist/. The app itself is
# built once more, in one piece, since a page opened from a file can fetch no others. Held to its budget here.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

budget=1500000
for file in api.js api_bg.wasm book.js book_bg.wasm; do
  [ -f "dist/$file" ] || fail "no dist/$file; run 'make single', which builds it"
done

# As Trunk builds the programs, so that nothing they have in common is built twice.
build_in_pieces
cargo build --quiet --offline --locked --profile web --target wasm32-unknown-unknown --bin app \
  --no-default-features --features app,packed
single=target/single
rm -rf "$single"
mkdir -p "$single" dist-single
"$TOOLS/bin/wasm-bindgen" --target=web --no-typescript --out-dir="$single" --out-name=app \
  target/wasm32-unknown-unknown/web/app.wasm
scripts/split/without-names.pl "$single/app_bg.wasm"
cp dist/api.js dist/api_bg.wasm dist/book.js dist/book_bg.wasm "$single/"

# Every piece's sheet once; those of several pieces come first, as they do for each.
cat www/styles/pieces/*+*.css $(ls www/styles/pieces/*.css | grep -v +) | scripts/split/terse-css.pl >"$single/pieces.css"
# Together, since they have much in common: apart they would be a twelfth larger.
cat "$single"/{app,api,book}_bg.wasm | xz --format=lzma --lzma1=preset=9e,pb=0 --stdout >"$single/programs"
scripts/single/page.pl "$single/programs" "app:$single/app_bg.wasm" "api:$single/api_bg.wasm" "book:$single/book_bg.wasm" \
  >"$single/send-modeller.html"
size=$(wc -c <"$single/send-modeller.html")
[ "$size" -le "$budget" ] || fail "the one file has $size bytes, $((size - budget)) more than its budget of $budget"
mv "$single/send-modeller.html" dist-single/
say "dist-single/send-modeller.html: $size of $budget bytes"
