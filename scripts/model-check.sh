#!/usr/bin/env bash
# Holds this engine against that of the release before, and says which figures moved. `model-check.sh RELEASE` takes an
# earlier one of docs/releases.tsv; with `--if-there` a clone without that release's commit is no failure, and says so.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

if_there=
if [ "${1:-}" = --if-there ]; then
  if_there=yes
  shift
fi
version=$(sed -n '0,/^version/s/^version = "\(.*\)"/\1/p' Cargo.toml)
# The last line that is of another version than this one, or of the one that was asked for.
IFS=$'\t' read -r release model commit < <(
  awk -F '\t' -v here="$version" -v want="${1:-}" \
    '!/^#/ && (want == "" ? $1 != here : $1 == want) { line = $0 } END { print line }' docs/releases.tsv
) || true
[ -n "$release" ] || fail "docs/releases.tsv has no release ${1:-before $version}"

if ! git cat-file -e "$commit^{commit}" 2>/dev/null; then
  why="the commit of $release, $commit, is not in this clone, so its engine cannot be built"
  if [ -n "$if_there" ]; then
    say "NOT CHECKED: $why; 'git fetch --unshallow' brings it"
    exit 0
  fi
  fail "$why; 'git fetch --unshallow' brings it"
fi

# The release as it was, and a program of its own about its example: its dependencies are those of the model alone.
place=target/model-check/$release
old=$PWD/$place/evaluate-${commit:0:12}
if ! [ -x "$old" ]; then
  say "Building the engine of $release"
  rm -rf "$place"
  mkdir -p "$place/source" "$place/program"
  git archive "$commit" | tar -x -C "$place/source"
  cp "$place/source/Cargo.lock" "$place/program/"
  cat >"$place/program/Cargo.toml" <<'END'
[package]
name = "evaluate"
version = "0.0.0"
edition = "2024"
[workspace]
[[bin]]
name = "evaluate"
path = "../source/examples/evaluate.rs"
[dependencies]
send-modeller = { path = "../source", default-features = false }
serde_json = "1"
END
  build() { cargo build --quiet --manifest-path "$place/program/Cargo.toml" --target-dir "$place/built" "$@"; }
  build --offline 2>/dev/null || build
  cp "$place/built/debug/evaluate" "$old"
  rm -rf "$place/built"
fi

cargo build --locked --quiet --no-default-features --features cli --example model_check
say "This engine beside that of $release"
target/debug/examples/model_check "$old" "$release" "$model" ||
  fail "$version moves figures of $release without saying so: see above, CHANGELOG.md and MODEL_VERSION"
