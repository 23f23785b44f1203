#!/usr/bin/env bash
# `fuzz.sh SECONDS [TARGET...]`: each target of fuzz/ (or those named) for so long, from the project's own files and from
# what was found before. The same inputs each time on a new machine, so that a test says the same of the same program;
# FUZZ_SEED=0, as `make fuzz` has it, for others. Stops at the first input that breaks something and says how to keep it: docs/fuzzing.md.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

seconds=${1:?how many seconds for each target}
shift
work=target/fuzz
mkdir -p target
export CARGO_NET_OFFLINE=true

# cargo-fuzz itself takes no --locked.
cargo metadata --locked --format-version 1 --manifest-path fuzz/Cargo.toml >/dev/null ||
  fail "fuzz/Cargo.lock is not that of fuzz/Cargo.toml and Cargo.toml: run 'cargo metadata --manifest-path fuzz/Cargo.toml'"
# Without a sanitizer, which wants a nightly compiler: the project has no unsafe code for one to watch.
fuzz() { cargo fuzz "$1" --sanitizer none --target-dir "$work" "${@:2}"; }
fuzz build 2>"$work.log" || { cat "$work.log" >&2; fail 'the fuzz targets do not build'; }
built=$work/$(rustc -vV | sed -n 's/^host: //p')/release
SEEDS=$work/seeds "$built/seeds" -runs=0 >"$work.log" 2>&1 || { cat "$work.log" >&2; fail 'the seeds cannot be made'; }

targets=("$@")
if [ ${#targets[@]} = 0 ]; then
  mapfile -t targets < <(sed -n 's|^path = "targets/\(.*\)\.rs"$|\1|p' fuzz/Cargo.toml)
fi
for target in "${targets[@]}"; do
  mkdir -p "$work/corpus/$target" "$work/found/$target" "fuzz/regressions/$target"
  # What broke something once is replayed first, whole; then the seeds and what a run before kept, with new ones of them.
  log=$work/$target.log
  if ! "$built/$target" -runs=0 "fuzz/regressions/$target" >"$log" 2>&1; then
    cat "$log" >&2
    fail "$target: an input in fuzz/regressions/$target breaks it again"
  fi
  if ! "$built/$target" -max_total_time="$seconds" -seed="${FUZZ_SEED:-2018}" -timeout=20 -rss_limit_mb=3000 -max_len=200000 -dict="$work/seeds/words" \
    -artifact_prefix="$work/found/$target/" -print_final_stats=1 \
    "$work/corpus/$target" "$work/seeds/$target" >"$log" 2>&1; then
    tail -40 "$log" >&2
    fail "$target: an input was found that breaks it, in $work/found/$target; mend it, and keep it in fuzz/regressions/$target"
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  [ "${runs:-0}" -gt 0 ] || fail "$target: nothing was run; see $log"
  printf '%-14s %9d inputs in %d s\n' "$target" "$runs" "$seconds"
done
