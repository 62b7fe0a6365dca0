#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh SECONDS NAME… - each fuzz target for so long; `make fuzz` builds them.
# Seeds are in tests/fuzz/corpus and the vectors; what libFuzzer finds beside
# them is kept in .build/fuzz, and so is the input of a crash. With FUZZ_SEED=
# the inputs are the same each time, from the seeds only: what `make test` runs
# must not depend on luck, looking for something new is for `make fuzz`.
set -eu
cd "$(dirname "$0")/../.."
seconds=$1
shift
out=.build/fuzz
failed=0
for name; do
  found=$out/corpus/$name
  [ -z "${FUZZ_SEED:-}" ] || { found=$out/again/$name; rm -rf "$found"; }
  mkdir -p "$found"
  seeds=tests/fuzz/corpus/$name
  [ "$name" != calc ] || seeds="$seeds tests/fixtures/vectors"
  log=$out/$name.log
  # shellcheck disable=SC2086 # a list of folders
  if "$out/fuzz_$name" -max_total_time="$seconds" -timeout=5 \
    -rss_limit_mb=2048 -max_len=16384 -artifact_prefix="$out/$name-" \
    -seed="${FUZZ_SEED:-0}" -print_final_stats=1 "$found" $seeds >"$log" 2>&1; then
    runs=$(awk '/number_of_executed_units/ { print $2 }' "$log")
    edges=$(awk '/ cov: / { for (i = 1; i < NF; i++) if ($i == "cov:") n = $(i + 1) } END { print n }' "$log")
    echo "$name: $runs keer, $edges takken gezien, niets gevonden"
  else
    tail -n 25 "$log"
    echo "$name: GEVONDEN, zie $log" >&2
    failed=1
  fi
done
exit "$failed"
