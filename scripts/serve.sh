#!/usr/bin/env bash
# Builds the app, serves it on http://127.0.0.1:8080 (or PORT) and builds it again when a file changes.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
build_in_pieces

port=${PORT:-8080}
options=()
if command -v xdg-open >/dev/null && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  options+=(--open)
fi
say "Building, then serving on http://127.0.0.1:$port (Ctrl-C stops it; reload the page after a change)"
# No service worker: what is being worked on comes from the disk each time.
export OFFLINE=none
# The optimised build, so that what one looks at is what is served to others.
exec trunk serve --release --offline --locked --port "$port" "${options[@]}"
