#!/usr/bin/env bash
# How the app stands to something else on the same machine in the same minute, each with head-room for a machine that is
# busy: a keystroke against a page that does nothing, the engine against a spreadsheet, a simulation against JavaScript
# tuned by hand. `make bench` measures; this only holds. Wants dist/, pkg/ and the command line built.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

node benches/keystroke.mjs 60 ratio
node benches/peers.mjs 60 ratio
node benches/simulation.mjs 3 ratio
