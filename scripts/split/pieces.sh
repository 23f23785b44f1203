#!/usr/bin/env bash
# After Trunk's build, before it is put in place: the pieces of the program that are fetched when used, the script
# that fetches them, and in the page which files each piece takes, so that boot.js can ask for them early.
set -euo pipefail
cd "$(dirname "$0")/../.."

stage=$TRUNK_STAGING_DIR
split=target/split
stamp=$(cat "$split/stamp")
program=$(cd "$stage" && ls app-*.js)

# The chunks that the program carries are taken from it.
names=(-e "s|import { initSync } from \"\./app\.js\";|import { initSync, wasmModule } from \"./$program\";\\n\
const carried = async (name) => new Response(WebAssembly.Module.customSections(wasmModule, name)[0]);|")
for file in "$split"/split_*.wasm "$split"/chunk_*.wasm; do
  [ -f "$file" ] || continue
  name=$(basename "$file" .wasm)
  if [ -f "$split/carried/$name.wasm" ]; then
    names+=(-e "s|fetch(new URL(\"\./$name\.wasm\", import\.meta\.url))|carried(\"$name\")|")
    continue
  fi
  cp "$file" "$stage/$name-$stamp.wasm"
  scripts/split/without-names.pl "$stage/$name-$stamp.wasm"
  names+=(-e "s|\./$name\.wasm|./$name-$stamp.wasm|")
done

# Not streamed: a host that serves WebAssembly under another type would break that, and the pieces are small.
sed "${names[@]}" -e '/^ *\/\//d' \
  -e 's|WebAssembly.instantiateStreaming(src, imports)|WebAssembly.instantiate(await (await src).arrayBuffer(), imports)|' \
  "$split/__wasm_split.js" >"$stage/pieces-$stamp.js"
if grep -q 'instantiateStreaming\|app\.js\|/chunk_[0-9]*\.wasm' "$stage/pieces-$stamp.js"; then
  echo "the script of the pieces is not as expected; was wasm-split updated?" >&2
  exit 1
fi

# "explore: split_explore, chunk_4" in the page, from the loader of each piece and the chunks it shares.
metas=''
for file in "$split"/split_*.wasm; do
  piece=$(basename "$file" .wasm)
  piece=${piece#split_}
  shared=$(sed -n "/__wasm_split_load_$piece /,/^, /p" "$split/__wasm_split.js" | tail -1 | grep -o 'chunk_[0-9]*' || true)
  files=''
  for name in "split_$piece" $shared; do
    if [ ! -f "$split/carried/$name.wasm" ]; then files+="${files:+ }./$name-$stamp.wasm"; fi
  done
  metas+="<meta name=\"piece-$piece\" content=\"$files\">"
done
# A sheet named for several pieces, such as desk+stress.css, is part of the sheet of each.
for piece in $(ls www/styles/pieces | sed 's/[-.].*//' | tr + '\n' | LC_ALL=C sort -u); do
  shared=$(ls www/styles/pieces/*+* | grep -E "[/+]$piece[+.-]" || true)
  # shellcheck disable=SC2086
  style=$(cat $shared www/styles/pieces/"$piece"[-.]*css | scripts/split/terse-css.pl)
  name=$piece-$(sha256sum <<<"$style" | cut -c1-16).css
  printf '%s' "$style" >"$stage/$name"
  metas+="<meta name=\"piece-$piece-css\" content=\"./$name\">"
done
# A worker and the program it takes bear one stamp.
# worker META SCRIPT PROGRAM : puts the stamped script in place and its address into the page.
worker() {
  local meta=$1 script=$2 program=$3 stamp
  stamp=$(cat "www/$script.js" "$stage/$program.js" "$stage/${program}_bg.wasm" | sha256sum | cut -c1-16)
  sed -e '/^ *\/\//d' -e "s|\./$program\.js|&?$stamp|; s|\./${program}_bg\.wasm|&?$stamp|" "www/$script.js" >"$stage/$script-$stamp.js"
  [ "$(grep -c "?$stamp" "$stage/$script-$stamp.js")" = 2 ]
  metas+="<meta name=\"$meta\" content=\"./$script-$stamp.js\">"
}
worker worker worker api
worker book book-worker book
# What reads config.json.
host=host-$(sha256sum <www/host.js | cut -c1-16).js
sed '/^ *\/\//d' www/host.js >"$stage/$host"
metas+="<meta name=\"host-js\" content=\"./$host\">"
# Nobody reads the page's comments there.
perl -0pi -e 's/<!--.*?-->\n?//gs' "$stage/index.html"
sed -i "s|<meta name=\"\?app-js\"\?|$metas&|" "$stage/index.html"
grep -q 'name="piece-explore"' "$stage/index.html"
# scripts/serve.sh sets OFFLINE=none: what is being worked on comes from the disk each time.
# shellcheck disable=SC2086
scripts/split/offline.pl "$stage" ${OFFLINE:-}
