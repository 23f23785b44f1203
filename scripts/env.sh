# shellcheck shell=bash
# Sourced by every script here: where the tools are, and which versions of them.

TRUNK_VERSION=0.21.14
WASM_SPLIT_VERSION=0.2.4
GECKODRIVER_VERSION=0.37.1
CARGO_DENY_VERSION=0.20.2
CARGO_FUZZ_VERSION=0.13.2
CARGO_MUTANTS_VERSION=27.1.0
# The crate and its command line tool must be the same version, so the manifest is the one place that names it.
WASM_BINDGEN_VERSION=$(sed -n 's/^wasm-bindgen = .*version = "=\([0-9.]*\)".*/\1/p' Cargo.toml)

# Outside the checkout, so that a second clone does not build them again.
TOOLS="${XDG_CACHE_HOME:-$HOME/.cache}/send-modeller/tools"
# First, so that no other version of a tool is found before ours.
PATH="$TOOLS/bin:$PATH:$HOME/.cargo/bin"

CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
# The same engine without a window around its pages: decision 0047.
CHROMIUM_SHELL=${CHROMIUM_SHELL:-/usr/bin/chromium-headless-shell}
CHROMEDRIVER=${CHROMEDRIVER:-/usr/bin/chromedriver}
FIREFOX=${FIREFOX:-/usr/bin/firefox-esr}

# Trunk takes NO_COLOR=1, which is what everyone sets, for a wrong value of its own option.
if [ -n "${NO_COLOR:-}" ]; then NO_COLOR=true; fi

export TRUNK_VERSION WASM_SPLIT_VERSION CARGO_DENY_VERSION CARGO_FUZZ_VERSION CARGO_MUTANTS_VERSION WASM_BINDGEN_VERSION
export GECKODRIVER_VERSION TOOLS PATH CHROMIUM CHROMIUM_SHELL CHROMEDRIVER FIREFOX

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\nFAILED: %s\n' "$*" >&2; exit 1; }

# Before Trunk builds: the splitter in the place of wasm-bindgen, and the linker's notes that it goes by.
build_in_pieces() {
  PATH="$PWD/scripts/split:$PATH"
  # Where something could stop, the program names the file. That the crates lie in somebody's home is nobody's business,
  # and would give another program on another machine.
  local flags='-C link-args=--emit-relocs' crates
  for crates in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do flags+=" --remap-path-prefix=$crates=crates"; done
  export PATH CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags
}
