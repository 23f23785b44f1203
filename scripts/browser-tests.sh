#!/usr/bin/env bash
# The browser tests of the app and of its JavaScript face, in headless Chromium and in headless Firefox. The runner takes
# Firefox where it is told of a geckodriver.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

# Starting a browser on a busy machine can take longer than the runner's own patience.
export WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-200}
# Not quiet: cargo would hand that on to the runner, which does not know it.
tests=(cargo test --locked --target wasm32-unknown-unknown --test browser)
say 'In Chromium'
"${tests[@]}"
say 'In Firefox'
GECKODRIVER=$TOOLS/bin/geckodriver "${tests[@]}"
