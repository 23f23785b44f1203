#!/usr/bin/env bash
# Before Trunk's build: what the page takes besides the program, as it is sent, into target/packed/. One style sheet
# for every screen, since eight files compress worse than one; and nobody reads the comments there.
set -euo pipefail
cd "$(dirname "$0")/../.."

packed=target/packed
mkdir -p "$packed"
# In the order of the cascade.
for name in boot tokens base layout controls results charts print; do
  cat "www/styles/$name.css"
done | scripts/split/terse-css.pl >"$packed/styles.css"
cat www/served.js www/boot.js | sed -E '/^ *\/\//d; s/^ +//; s/; \/\/ .*$/;/' >"$packed/boot.js"
