#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run-browser.sh FILE… - run browser tests, each with a site of its own, two
# side by side. What a file says is printed when it has ended, in one piece.
set -u
here=$(dirname "$0")

if [ "${1:-}" = --one ]; then
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  sh "$here/with-stack.sh" site node --test "$2" >"$log" 2>&1
  code=$?
  cat "$log"
  exit "$code"
fi
printf '%s\n' "$@" | xargs -P 2 -n 1 sh "$0" --one
