#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run-unit.sh PROGRAM… - run cmocka test programs one after the other. Prints
# what fails, and closes with a line "N passed, N failed". A program that
# crashes, or that runs no test at all, counts as a failure.
set -u
export CMOCKA_MESSAGE_OUTPUT=TAP
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0
failed=0

if [ $# = 0 ]; then
  echo 'Er zijn geen testprogrammas gevonden.' >&2
  echo '0 passed, 1 failed'
  exit 1
fi

for program; do
  "$program" >"$log" 2>&1
  code=$?
  good=$(grep -c '^ok ' "$log")
  bad=$(grep -c '^not ok ' "$log")
  passed=$((passed + good))
  failed=$((failed + bad))
  if [ "$bad" -gt 0 ]; then
    echo "--- $program"
    grep -v -e '^ok ' -e '^1\.\.' "$log"
  elif [ "$code" != 0 ] || [ "$good" = 0 ]; then
    failed=$((failed + 1))
    echo "--- $program: gestopt met code $code na $good geslaagde proeven"
    tail -n 20 "$log"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
