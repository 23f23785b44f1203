#!/usr/bin/env bash
# Changes the code of the figures and of links in one small way after another and says which changes no test notices.
# Without arguments all of them, in one program (mutation/), in three quarters of an hour; a run that was stopped goes on where it was.
# Arguments go to cargo-mutants, which builds each by itself: `--shard 0/24 --sharding round-robin` for a sample,
# `-f src/model/payback.rs` for a file, `-F 'in Teller::inputs'` for those of that name.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

if ! [ "$(cargo mutants --version 2>/dev/null | awk '{print $2}')" = "$CARGO_MUTANTS_VERSION" ]; then
  fail "cargo-mutants $CARGO_MUTANTS_VERSION is not there: run 'scripts/setup.sh mutants'"
fi
# Properties with few cases: whatever is wrong in every figure is wrong in the first. No snapshot is written, and what
# one change made fail is not tried on the next.
export PROPTEST_CASES=12 PROPTEST_DISABLE_FAILURE_PERSISTENCE=true INSTA_UPDATE=no RUST_BACKTRACE=0
what=(-f 'src/model/**' -f 'src/link/**' -f 'src/analysis/**')
mkdir -p target/mutants
if [ $# -gt 0 ]; then
  case " $* " in *' -f '*) what=() ;; esac
  exec cargo mutants --output target/mutants "${what[@]}" "$@"
fi

# Each state of the code has a place of its own: what was found in one says nothing about the next.
state=$(git ls-files -z --cached --others --exclude-standard src tests examples www Cargo.lock .cargo mutation |
  xargs -0 sha256sum | sha256sum | cut -c1-16)
work=target/mutants/$state
rm -rf "$work/tree" && mkdir -p "$work/tree"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$work/tree"
cargo mutants --list --json "${what[@]}" >"$work/list.json"
mapfile -t tests < <(sed -n '/^additional_cargo_test_args/,/^\]/p' .cargo/mutants.toml | grep -o '"[^"]*"' | tr -d '"')
say "All mutants in one program (what was found stands in $work)"
CARGO_TARGET_DIR=$PWD/target/mutants/built cargo run --locked --quiet --release --manifest-path mutation/Cargo.toml --target-dir target/mutation -- \
  "$work/tree" "$work/list.json" "$work/outcomes" "${tests[@]}" | tee "$work/report.txt"
