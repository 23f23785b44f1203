#!/usr/bin/env bash
# Makes the npm package in pkg/ of the engine in dist/ and of what stands in npm/.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

for file in api.js api_bg.wasm api.d.ts; do
  [ -f "dist/$file" ] || fail "no dist/$file; run 'make npm', which builds it"
done
version=$(sed -n '0,/^version/s/^version = "\(.*\)"/\1/p' Cargo.toml)

rm -rf pkg
mkdir pkg
cp dist/api.js dist/api_bg.wasm dist/api.d.ts npm/functions.js npm/index.js npm/index.d.ts npm/node.js LICENSE pkg/
sed "s/\"version\": \"0.0.0\"/\"version\": \"$version\"/" npm/package.json >pkg/package.json
sed "s/VERSION/$version/" npm/README.md >pkg/README.md
say "pkg/ holds send-modeller $version; 'npm pack ./pkg' makes one file of it"
