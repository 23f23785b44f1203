#!/usr/bin/env bash
# The figures docs/performance.md reports: one evaluation, the analyses, keystroke to updated page, loading, a simulation,
# the tools people would use instead, and Lighthouse. Each looks for right answers first. One that misses its budget does
# not keep the others from being measured, and is named at the end.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

missed=()
# measure NAME COMMAND... : one measurement.
measure() {
  local name=$1
  shift
  say "$name"
  "$@" || missed+=("$name")
}

measure 'One evaluation, natively' cargo bench --locked --no-default-features --bench run
measure 'The analyses, natively' cargo bench --locked --no-default-features --bench stress
scripts/build.sh
measure 'Keystroke to updated page, in headless Chromium' node benches/keystroke.mjs
measure 'Loading, a first and a second visit' node benches/load.mjs
cargo bench --locked --no-default-features --bench simulation
measure 'A simulation: natively, in a worker, and in JavaScript tuned by hand' node benches/simulation.mjs
scripts/npm.sh
cargo build --locked --quiet --no-default-features --features cli --bin send-modeller
measure 'The same workbook in HyperFormula, in IronCalc and in LibreOffice' node benches/peers.mjs
measure 'Lighthouse' node e2e/lighthouse.mjs

if [ ${#missed[@]} -gt 0 ]; then fail "missed: ${missed[*]}"; fi
