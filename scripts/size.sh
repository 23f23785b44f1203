#!/usr/bin/env bash
# Holds the first load of each screen to the budget: everything in dist/ that a first visit to it fetches, as
# brotli -11 sends it.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

budget=$((180 * 1024))
[ -f dist/index.html ] || fail "no dist/ to measure; run 'make build' first"

sent() { brotli --quality=11 --stdout -- "$1" | wc -c; }

printf '%-44s %9s %9s\n' file bytes brotli
declare -A brotli
while IFS= read -r -d '' file; do
  brotli[$file]=$(sent "$file")
  printf '%-44s %9d %9d\n' "${file#dist/}" "$(wc -c <"$file")" "${brotli[$file]}"
done < <(find dist -maxdepth 1 -type f ! -name '*.d.ts' -print0 | sort -z)

# Every screen takes all but the pieces and the program for other people's scripts.
common=0
for file in "${!brotli[@]}"; do
  case ${file#dist/} in
    split_* | chunk_* | api* | panel-*.css | desk-*.css | answers-*.css) ;;
    *) common=$((common + brotli[$file])) ;;
  esac
done

over=''
for piece in explore panel answers desk; do
  total=$common
  # shellcheck disable=SC2013
  for file in $(grep -o "name=\"piece-$piece\(-css\)\?\" content=\"[^\"]*\"" dist/index.html | sed 's/.*content="//; s/"//'); do
    total=$((total + brotli[dist/${file#./}]))
  done
  # The desk is fetched after a first screen, or alone by who opens a link to one of its screens.
  printf '%-44s %9s %9d of %d\n' "first load, $piece" '' "$total" "$budget"
  if [[ "$piece" = explore || "$piece" = panel ]] && [ "$total" -gt "$budget" ]; then over+=" $piece by $((total - budget)) bytes"; fi
done
[ -z "$over" ] || fail "a first load is over its budget:$over"
