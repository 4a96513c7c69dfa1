#!/usr/bin/env bash
# Packs the program, installs the tarball into an empty folder, and runs it there as a user would.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$root"
tarball="$(npm pack --silent --pack-destination "$work" | tail -n 1)"
cd "$work"
echo '{ "private": true }' > package.json
npm install --silent --no-fund --no-audit "./$tarball"
for driver in mongoose pg redis memjs natural; do
  if [ -e "node_modules/$driver" ]; then echo "unexpected package: $driver"; exit 1; fi
done
mkdir study
printf 'I: Wat vraagt dat?\nR: Een vrijwilliger heeft begeleiding nodig.\n' > study/one.txt
printf 'name: own\nlanguages: [nl]\ncodes:\n  - { id: help, name: Help, terms: [begeleiding] }\n' > study/codebook.yaml
printed="$(node_modules/.bin/code-transcripts matrix study -f csv -q 2>&1)"
expected=$'code,code_id,one,sum\nHelp,help,1,1\nCoded segments,,1,1\nSegments with a code,,1,1'
if [ "$printed" != "$expected" ]; then printf 'unexpected output:\n%s\n' "$printed"; exit 1; fi
node --input-type=module -e "
  import { readCodebook, termKinds, version } from 'code-transcripts';
  const { codebook } = readCodebook('name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [rol] }]', { path: 'x', notations: termKinds });
  if (codebook.codes[0].id !== 'a' || !version) process.exit(1);
"
node_modules/.bin/code-transcripts node_modules/code-transcripts/fixtures/interviews -q -o coded > /dev/null
test -s coded/coded-segments.csv
echo "package: $(ls node_modules | wc -l | tr -d ' ') packages installed, 4 passed, 0 failed"
