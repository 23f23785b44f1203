#!/usr/bin/env bash
# After Trunk's build, before it is put in place: the pieces of the program that are fetched when used, the script
# that fetches them, and in the page which files each piece takes, so that boot.js can ask for them early.
set -euo pipefail
cd "$(dirname "$0")/../.."

stage=$TRUNK_STAGING_DIR
split=target/split
stamp=$(cat "$split/stamp")
program=$(cd "$stage" && ls app-*.js)

names=()
for file in "$split"/split_*.wasm "$split"/chunk_*.wasm; do
  [ -f "$file" ] || continue
  name=$(basename "$file" .wasm)
  perl scripts/split/without-names.pl <"$file" >"$stage/$name-$stamp.wasm"
  names+=(-e "s|\./$name\.wasm|./$name-$stamp.wasm|")
done

# Not streamed: a host that serves WebAssembly under another type would break that, and the pieces are small.
sed "${names[@]}" -e "s|\./app\.js|./$program|" -e '/^ *\/\//d' \
  -e 's|WebAssembly.instantiateStreaming(src, imports)|WebAssembly.instantiate(await (await src).arrayBuffer(), imports)|' \
  "$split/__wasm_split.js" >"$stage/pieces-$stamp.js"
if grep -q 'instantiateStreaming\|__wasm_split_load.*app\.js' "$stage/pieces-$stamp.js"; then
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
  for name in "split_$piece" $shared; do files+="${files:+ }./$name-$stamp.wasm"; done
  metas+="<meta name=\"piece-$piece\" content=\"$files\">"
done
for file in www/styles/pieces/*.css; do
  piece=$(basename "$file" .css)
  name=$piece-$(sha256sum "$file" | cut -c1-16).css
  cp "$file" "$stage/$name"
  metas+="<meta name=\"piece-$piece-css\" content=\"./$name\">"
done
sed -i "s|<meta name=\"\?app-js\"\?|$metas&|" "$stage/index.html"
grep -q 'name="piece-explore"' "$stage/index.html"
