#!/usr/bin/env bash
# Runs every fuzz target for the time given, one after the other.
set -eu
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# fuzz FILE TARGET TIME
fuzz() {
	CGO_ENABLED=0 go test -tags test -run '^$' -fuzz "^$2\$" -fuzztime "$3" "./$(dirname "$1")" 2>&1 | tee "$log"
	return "${PIPESTATUS[0]}"
}

for file in $(grep -rl --include='*_test.go' '^func Fuzz' app store crypto); do
	for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(f \*testing.F).*/\1/p' "$file"); do
		fuzz "$file" "$target" "$1" && continue
		# The go tool sometimes takes the end of the time for a failure
		# (golang.org/issue/75804): that, and nothing else, is tried again.
		grep -q '^ *context deadline exceeded$' "$log" && ! grep -q 'Failing input written' "$log" || exit 1
		fuzz "$file" "$target" "$1"
	done
done
