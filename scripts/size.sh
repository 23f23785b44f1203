#!/usr/bin/env bash
# Holds the first loads to the budget: the program with its case, the scripts and the styles that a first visit to
# Explore or to the panel page fetches, as brotli -11 sends them. What a piece that is fetched later adds is printed as
# well, and so is the page itself with its icon: it shows the published figures before any of this is there.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

budget=$((180 * 1024))
[ -f dist/index.html ] || fail "no dist/ to measure; run 'make build' first"

# files_of PIECE : the files that the page names for a piece and its styles.
files_of() {
  grep -o "name=\"piece-$1\(-css\)\?\" content=\"[^\"]*\"" dist/index.html | sed 's/.*content="//; s/"//'
}

# About five thousand bytes as sent, which src/case/decimal.rs does without.
first=(target/split/app.wasm)
for file in target/split/carried/*.wasm; do
  # Those that are carried have lost their names; where they came from they have them.
  first+=("target/split/$(basename "$file")")
done
for piece in explore panel; do
  for file in $(files_of "$piece"); do
    name=$(basename "$file" .wasm)
    case $file in *.wasm) first+=("target/split/${name%-*}.wasm") ;; esac
  done
done
for file in "${first[@]}"; do
  if grep -aq flt2dec "$file"; then
    fail "the standard library writes floating-point numbers in $file: use case::Decimal, and no f64::clamp between values that are not constants"
  fi
done

sent() { brotli --quality=11 --stdout -- "$1" | wc -c; }

printf '%-44s %9s %9s\n' file bytes brotli
declare -A brotli
while IFS= read -r -d '' file; do
  brotli[$file]=$(sent "$file")
  printf '%-44s %9d %9d\n' "${file#dist/}" "$(wc -c <"$file")" "${brotli[$file]}"
done < <(find dist -maxdepth 1 -type f ! -name '*.d.ts' -print0 | sort -z)

# Every screen takes all but the pieces and the program for the worker and for other people's scripts.
common=0 page=0
for file in "${!brotli[@]}"; do
  case ${file#dist/} in
    split_* | chunk_* | host-*.js | offline-*.js | sw.js | api* | worker-* | book* | panel-*.css | desk-*.css | answers-*.css | stress-*.css | report-*.css | files-*.css | cases-*.css | editor-*.css) ;;
    *.wasm | *.js | *.css) common=$((common + brotli[$file])) ;;
    *) page=$((page + brotli[$file])) ;;
  esac
done
printf '%-44s %9s %9d\n' 'the page, its icon and config.json' '' "$page"

over=''
for piece in explore panel answers desk stress report files cases editor; do
  total=$common
  for file in $(files_of "$piece"); do
    total=$((total + brotli[dist/${file#./}]))
  done
  case $piece in
    explore | panel)
      printf '%-44s %9s %9d of %d\n' "first load, $piece" '' "$total" "$budget"
      if [ "$total" -gt "$budget" ]; then over+=" $piece by $((total - budget)) bytes"; fi
      ;;
    *) printf '%-44s %9s %9d\n' "fetched when used, $piece" '' $((total - common)) ;;
  esac
done
[ -z "$over" ] || fail "a first load is over its budget:$over"
