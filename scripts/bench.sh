#!/usr/bin/env bash
# The figures docs/performance.md reports: one evaluation, the analyses, keystroke to updated page, loading, a simulation,
# the tools people would use instead, and Lighthouse. Each looks for right answers first. One that misses its budget does
# not keep the others from being measured, and is named at the end.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

missed=()
mkdir -p target/bench
# measure FILE NAME COMMAND... : one measurement, whose output is kept for the plots.
measure() {
  local file=target/bench/$1.txt name=$2
  shift 2
  say "$name"
  "$@" | tee "$file" || missed+=("$name")
}

measure run 'One evaluation, natively' cargo bench --locked --no-default-features --bench run
measure stress 'The analyses, natively' cargo bench --locked --no-default-features --bench stress
scripts/build.sh
measure keystroke 'Keystroke to updated page, in headless Chromium' node benches/keystroke.mjs
measure load 'Loading, a first and a second visit' node benches/load.mjs
cargo bench --locked --no-default-features --bench simulation
measure simulation 'A simulation: natively, in a worker, and in JavaScript tuned by hand' node benches/simulation.mjs
scripts/npm.sh
cargo build --locked --quiet --no-default-features --features cli --bin send-modeller
measure peers 'The same workbook in HyperFormula, in IronCalc and in LibreOffice' node benches/peers.mjs
measure lighthouse 'Lighthouse' node e2e/lighthouse.mjs
node benches/plot.mjs

if [ ${#missed[@]} -gt 0 ]; then fail "missed: ${missed[*]}"; fi
