#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# side-by-side.sh JOB… - two jobs at a time, in this order: a target of make,
# or a browser test, which gets a site of its own. What a job says is printed
# when it has ended, in one piece, with its time. Fails when one did.
set -u
here=$(dirname "$0")

if [ "${1:-}" = --one ]; then
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  began=$(date +%s)
  case $2 in
    *.mjs) sh "$here/with-stack.sh" site node --test "$2" >"$log" 2>&1 ;;
    *) make -s "$2" >"$log" 2>&1 ;;
  esac
  code=$?
  cat "$log"
  [ "$code" -eq 0 ] && how=geslaagd || how=MISLUKT
  echo "== $2: $how in $(($(date +%s) - began)) s"
  exit "$code"
fi
unset MAKEFLAGS MFLAGS MAKELEVEL
printf '%s\n' "$@" | xargs -P 2 -n 1 sh "$0" --one
