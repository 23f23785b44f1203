#!/usr/bin/env bash
# The figures docs/performance.md reports: one evaluation, the analyses, keystroke to updated page, a simulation, the
# tools people would use instead, and Lighthouse. Each looks for right answers first.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

say 'One evaluation, natively'
cargo bench --locked --no-default-features --bench run
say 'The analyses, natively'
cargo bench --locked --no-default-features --bench stress
scripts/build.sh
say 'Keystroke to updated page, in headless Chromium'
node benches/keystroke.mjs
say 'Loading, a first and a second visit'
node benches/load.mjs
say 'A simulation: natively, in a worker, and in JavaScript tuned by hand'
cargo bench --locked --no-default-features --bench simulation
node benches/simulation.mjs
say 'The same workbook in HyperFormula, in IronCalc and in LibreOffice'
scripts/npm.sh
cargo build --locked --quiet --no-default-features --features cli --bin send-modeller
node benches/peers.mjs
say 'Lighthouse'
node e2e/lighthouse.mjs
