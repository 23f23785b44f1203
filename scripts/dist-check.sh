#!/usr/bin/env bash
# Builds the release twice, from two checkouts of the same commit in folders of different names, and compares every
# byte. Takes two full builds, so it is no part of `make test`. With a SHA256SUMS as its argument it builds once and holds
# the build to that: the way for anybody to find out whether a release was made of this source.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

published=${1:-}
[ -z "$(git status --porcelain)" ] || fail "there are changes that are not committed; they would not be built"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# built NAME : builds a checkout of this commit under that name, and gives the hashes.
built() {
  git clone --quiet --no-hardlinks . "$place/$1"
  say "Building in $place/$1"
  (cd "$place/$1" && cp -r "$OLDPWD/node_modules" . && make --no-print-directory dist)
  cp "$place/$1/release/SHA256SUMS" "$place/$1.sums"
  rm -rf "${place:?}/$1"
}

built one
if [ -n "$published" ]; then
  cp "$published" "$place/another-place.sums"
else
  built another-place
fi
diff "$place/one.sums" "$place/another-place.sums" || fail "two builds of the same commit differ"
say "The same to the last byte:"
cat "$place/one.sums"
