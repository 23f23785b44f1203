#!/usr/bin/env bash
# What the project is made of: licences, sources and what must not be used, which take no network; and what is known
# against the versions that are used, which takes somebody to ask. Where nobody answers that is said at the end and in the
# summary, since it is not the same as "nothing is known". A finding fails.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh

not_asked=()
found=target/audit
mkdir -p "$found"

cargo deny --offline --log-level error check bans licenses sources

# The advisories about crates are a repository on GitHub, of which cargo-deny keeps a copy. An old copy is asked where no
# new one can be had.
advisories='the advisories about crates (github.com/rustsec/advisory-db)'
copies=${CARGO_HOME:-$HOME/.cargo}/advisory-dbs
if ! timeout 60 cargo deny --log-level off fetch db >"$found/fetch" 2>&1; then
  not_asked+=("$advisories")
fi
if [ -n "$(find "$copies" -mindepth 1 -maxdepth 1 -type d 2>/dev/null)" ]; then
  cargo deny --offline --log-level error check advisories
fi

# Each package of the lock file is held to a hash, whoever hands it over.
node -e '
  const { packages } = JSON.parse(require("fs").readFileSync("package-lock.json"));
  const loose = Object.entries(packages).filter(([path, { integrity, link }]) => path && !link && !/^sha512-/.test(integrity));
  const hooked = Object.entries(packages).filter(([path, { hasInstallScript }]) => hasInstallScript && !path.endsWith("/fsevents"));
  for (const [path] of loose) console.error(`${path} has no hash in package-lock.json`);
  for (const [path] of hooked) console.error(`${path} runs a script when it is installed`);
  process.exit(loose.length + hooked.length > 0 ? 1 : 0);
'
# What fails is what is found; that nobody answers is told by the answer, which then has no count of them.
npm audit --json --audit-level=high --fetch-retries=0 --fetch-timeout=20000 >"$found/npm.json" 2>"$found/npm.log" || true
case $(node -e '
  const { readFileSync } = require("fs");
  let answer = {};
  try { answer = JSON.parse(readFileSync(process.argv[1])); } catch {}
  const counts = answer.metadata?.vulnerabilities;
  if (!counts) console.log("unanswered");
  else if (counts.high + counts.critical > 0) console.log("found");
  else console.log("clean");
' "$found/npm.json") in
  clean) ;;
  found)
    npm audit --audit-level=high || true
    fail 'npm knows of a grave fault in a package of package-lock.json'
    ;;
  *) not_asked+=("npm about packages ($(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1])).message ?? "no answer"' "$found/npm.json" 2>/dev/null || echo 'no answer'))") ;;
esac

if [ ${#not_asked[@]} -gt 0 ]; then
  say 'NOT ASKED, since there was no answer; to be run where there is a network:'
  printf '  %s\n' "${not_asked[@]}"
else
  say 'Nothing is known against what is used'
fi
