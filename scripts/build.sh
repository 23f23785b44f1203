#!/usr/bin/env bash
# Builds what is served into dist/.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
build_in_pieces

trunk --quiet build --release --offline --locked "$@"
