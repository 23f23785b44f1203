#!/usr/bin/env bash
# Makes release/ of what has been built: the folder to be hosted as one archive, the app in one file, the npm package,
# the bill of materials, and the SHA-256 of each. Packed so that the same files always give the same bytes: names in
# order, no owner, and the time of the commit.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

version=$(sed -n '0,/^version/s/^version = "\(.*\)"/\1/p' Cargo.toml)
for made in dist/sw.js dist-single/send-modeller.html pkg/package.json; do
  [ -f "$made" ] || fail "no $made; run 'make dist', which builds it"
done
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}

# pack FOLDER : release/ as it is to be, in there.
pack() {
  local to=$1
  rm -rf "$to"
  mkdir -p "$to"
  tar --create --sort=name --format=ustar --mtime="@$epoch" --owner=0 --group=0 --numeric-owner \
    --mode='u=rwX,go=rX' --transform="s|^dist|send-modeller-$version|" dist |
    gzip -9 --no-name >"$to/send-modeller-$version-site.tar.gz"
  cp dist-single/send-modeller.html "$to/send-modeller-$version.html"
  npm pack --silent --ignore-scripts --pack-destination "$to" ./pkg >/dev/null
  mv "$to/send-modeller-$version.tgz" "$to/send-modeller-$version-npm.tgz"
  node scripts/sbom.mjs >"$to/send-modeller-$version.cdx.json"
  (cd "$to" && sha256sum -- * >SHA256SUMS)
}

pack release
pack target/release-again
diff release/SHA256SUMS target/release-again/SHA256SUMS || fail "packing the same files twice gave different archives"
rm -rf target/release-again
# What was packed is what is there, as whoever takes it finds out.
(cd release && sha256sum --quiet --check SHA256SUMS)
unpacked=$(tar --list --gzip --file="release/send-modeller-$version-site.tar.gz" | grep -vc '/$')
[ "$unpacked" = "$(find dist -type f | wc -l)" ] || fail "the archive has $unpacked files, and dist/ has not"
say "release/ holds:"
cat release/SHA256SUMS
