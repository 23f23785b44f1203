#!/usr/bin/env bash
# Installs what the project needs and is not there yet: `setup.sh build` what building and serving takes,
# `setup.sh` what the tests take as well, `setup.sh mutants` what mutation testing takes besides. Says what it does; a
# second run only looks.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

want=${1:-all}

# apt_install PACKAGE... : Debian's packages, as root or through sudo.
apt_install() {
  command -v apt-get >/dev/null || fail "please install by hand: $*"
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || fail "neither root nor sudo; please have these installed: $*"
    as_root=(sudo)
  fi
  say "Installing Debian packages: $*"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# has_version COMMAND VERSION : whether that very version of the tool is the one found.
has_version() {
  [ "$("$1" --version 2>/dev/null | awk 'NR == 1 {print $2}')" = "$2" ]
}

# cargo_tool CRATE VERSION OPT_LEVEL [OPTION...] : built lightly, since a tool that runs for a second need not
# be optimised for minutes.
cargo_tool() {
  local crate=$1 version=$2 opt_level=$3
  shift 3
  say "Building $crate $version into $TOOLS (about three minutes, once per machine)"
  # From the root folder, so that this project's cargo settings do not reach the tool.
  (
    toolchain=$(rustup show active-toolchain | awk '{print $1}')
    cd / &&
      CARGO_PROFILE_RELEASE_OPT_LEVEL=$opt_level CARGO_PROFILE_RELEASE_LTO=off \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 RUSTFLAGS='' RUSTUP_TOOLCHAIN=$toolchain \
        cargo install --quiet --locked --force --root "$TOOLS" "$@" "$crate@$version"
  )
}

command -v rustup >/dev/null || fail "rustup is not installed; see https://rustup.rs"
command -v cc >/dev/null || apt_install gcc libc6-dev
command -v xz >/dev/null || apt_install xz-utils

if ! rustc --version >/dev/null 2>&1; then
  say "Installing the Rust toolchain that rust-toolchain.toml names"
  rustup toolchain install
fi
if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
  say "Installing the Rust target wasm32-unknown-unknown"
  rustup target add wasm32-unknown-unknown
fi

if ! has_version wasm-bindgen "$WASM_BINDGEN_VERSION"; then
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" 1
fi
if ! [ -e "$TOOLS/wasm-split-$WASM_SPLIT_VERSION" ]; then
  cargo_tool wasm_split_cli_support "$WASM_SPLIT_VERSION" 1 --features build-binary
  # It does not tell its version itself.
  rm -f "$TOOLS"/wasm-split-* && touch "$TOOLS/wasm-split-$WASM_SPLIT_VERSION"
fi
if ! has_version trunk "$TRUNK_VERSION"; then
  # Without its default features it has no TLS and so can download nothing, which is what we want.
  cargo_tool trunk "$TRUNK_VERSION" 0 --no-default-features
fi

# Builds run with --offline, so that they cannot depend on what a registry says that day. What is here already
# is found without asking one.
if ! cargo fetch --locked --offline --quiet 2>/dev/null; then
  say "Fetching the crates of Cargo.lock"
  cargo fetch --locked --quiet
fi

if [ "$want" = build ]; then exit 0; fi

if ! has_version cargo-deny "$CARGO_DENY_VERSION"; then
  cargo_tool cargo-deny "$CARGO_DENY_VERSION" 0
fi
# The fuzz targets are a workspace of their own, about a fuzzer in C++.
if ! cargo fetch --locked --offline --quiet --manifest-path fuzz/Cargo.toml 2>/dev/null; then
  say "Fetching the crates of fuzz/Cargo.lock"
  cargo fetch --locked --quiet --manifest-path fuzz/Cargo.toml
fi
has_version cargo-fuzz "$CARGO_FUZZ_VERSION" || cargo_tool cargo-fuzz "$CARGO_FUZZ_VERSION" 0

missing=()
command -v c++ >/dev/null || missing+=(g++)
[ -x "$CHROMIUM" ] || missing+=(chromium fonts-liberation)
[ -x "$CHROMIUM_SHELL" ] || missing+=(chromium-headless-shell)
[ -x "$CHROMEDRIVER" ] || missing+=(chromium-driver)
[ -x "$FIREFOX" ] || missing+=(firefox-esr)
command -v brotli >/dev/null || missing+=(brotli)
command -v soffice >/dev/null || missing+=(libreoffice-calc)
/usr/bin/python3 -c 'import openpyxl' 2>/dev/null || missing+=(python3-openpyxl)
/usr/bin/python3 -c 'import uno' 2>/dev/null || missing+=(python3-uno)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
if [ ${#missing[@]} -gt 0 ]; then apt_install "${missing[@]}"; fi

# Between the browser tests and Firefox; Debian has none.
if ! has_version geckodriver "$GECKODRIVER_VERSION"; then
  cargo_tool geckodriver "$GECKODRIVER_VERSION" 0
fi

node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' ||
  fail "node $(node --version) is too old; the end to end tests need 18 or newer"

# The copy of the lock file in node_modules says what was installed from it.
if ! cmp -s package-lock.json node_modules/.installed-lock.json; then
  say "Installing the packages of package-lock.json"
  # No install scripts: Playwright's would download browsers, and Debian's Chromium is used instead.
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock.json
fi

# The mutation tool is a workspace of its own as well, and only wanted for mutation testing.
if [ "$want" = mutants ] && ! cargo fetch --locked --offline --quiet --manifest-path mutation/Cargo.toml 2>/dev/null; then
  say "Fetching the crates of mutation/Cargo.lock"
  cargo fetch --locked --quiet --manifest-path mutation/Cargo.toml
fi
if [ "$want" = mutants ] && [ "$(cargo mutants --version 2>/dev/null | awk '{print $2}')" != "$CARGO_MUTANTS_VERSION" ]; then
  cargo_tool cargo-mutants "$CARGO_MUTANTS_VERSION" 1
fi
