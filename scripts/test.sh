#!/usr/bin/env bash
# Everything CI checks, cheapest first. Stops at the first step that fails and names it.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

wasm=(--target wasm32-unknown-unknown)
summary=''

# step NAME COMMAND... : one check, with its name before it and its time after.
step() {
  local name=$1 start=$SECONDS took
  shift
  say "$name"
  "$@" || fail "$name (after $((SECONDS - start)) s): $*"
  took=$((SECONDS - start))
  summary+=$(printf '%5d s  %s' "$took" "$name")$'\n'
}

step 'Format' cargo fmt --check
step 'Audit what it is made of' scripts/audit.sh
step 'Format of the fuzz targets' cargo fmt --check --manifest-path fuzz/Cargo.toml
step 'Format of the mutation tool' cargo fmt --check --manifest-path mutation/Cargo.toml
step 'Lint the pure parts' cargo clippy --locked --quiet --no-default-features --lib --examples -- -D warnings
step 'Lint everything' cargo clippy --locked --quiet --features cli --all-targets -- -D warnings
step 'Lint for the browser' cargo clippy --locked --quiet "${wasm[@]}" --features book --lib --bins --test browser -- -D warnings
# By itself: `cargo test --examples` would build them as tests, and not as the programs that a test calls.
step 'Build the examples' cargo build --locked --quiet --no-default-features --features cli --examples
step 'Test the pure parts and the command line' cargo test --locked --quiet --no-default-features --features cli --lib --test integration
step 'Recalculate in LibreOffice' cargo test --locked --quiet --no-default-features --features cli --test recalculate
step 'Model check against the release before' scripts/model-check.sh --if-there
step 'Fuzz, ten seconds each' scripts/fuzz.sh 10
step 'Documentation' env RUSTDOCFLAGS='-D warnings' cargo doc --locked --quiet --features cli --no-deps --lib
step 'Test in headless Chromium and Firefox' scripts/browser-tests.sh
step 'Build what is served' scripts/build.sh
step 'Size of the first load' scripts/size.sh
step 'Make the one-file app' scripts/single.sh
step 'Make the npm package' scripts/npm.sh
step 'Test the npm package' node --test npm/test/*.test.mjs
step 'Ratios, with head-room' scripts/ratios.sh
step 'Pack the release' scripts/release.sh
step 'End to end' node_modules/.bin/playwright test -c e2e

say "All passed in $SECONDS s"
printf '%s' "$summary"
