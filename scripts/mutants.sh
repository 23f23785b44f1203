#!/usr/bin/env bash
# Changes the code of the figures and of links in one small way after another and says which changes no test notices.
# Arguments go to cargo-mutants: `--shard 0/24 --sharding round-robin` for a sample, `-f src/model/payback.rs` for a file.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

if ! [ "$(cargo mutants --version 2>/dev/null | awk '{print $2}')" = "$CARGO_MUTANTS_VERSION" ]; then
  fail "cargo-mutants $CARGO_MUTANTS_VERSION is not there: run 'scripts/setup.sh mutants'"
fi
# Properties with few cases: whatever is wrong in every figure is wrong in the first. No snapshot is written.
export PROPTEST_CASES=12 INSTA_UPDATE=no RUST_BACKTRACE=0
mkdir -p target/mutants
case " $* " in
  *' -f '*) what=() ;;
  *) what=(-f 'src/model/**' -f 'src/link/**' -f 'src/analysis/**') ;;
esac
cargo mutants --output target/mutants "${what[@]}" "$@"
