#!/usr/bin/env bash
# Holds the first load to its budget: everything in dist/ that a first visit fetches, as brotli -11 sends it.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

budget=$((180 * 1024))
total=0
[ -f dist/index.html ] || fail "no dist/ to measure; run 'make build' first"

printf '%-44s %9s %9s\n' file bytes brotli
# cases/ and the TypeScript types are there for others to fetch; the app has its copy of the case inside the wasm.
while IFS= read -r -d '' file; do
  raw=$(wc -c <"$file")
  sent=$(brotli --quality=11 --stdout -- "$file" | wc -c)
  total=$((total + sent))
  printf '%-44s %9d %9d\n' "${file#dist/}" "$raw" "$sent"
done < <(find dist -path dist/cases -prune -o -type f ! -name '*.d.ts' -print0 | sort -z)
printf '%-44s %9s %9d of %d\n' 'first load' '' "$total" "$budget"

[ "$total" -le "$budget" ] || fail "the first load is $((total - budget)) bytes over its budget"
