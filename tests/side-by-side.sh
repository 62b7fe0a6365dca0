#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# side-by-side.sh JOB… - several jobs at a time, in this order: a target of
# make, or a browser test, which gets a site of its own. What a job says is
# printed when it has ended, in one piece, with its time. There is one job more
# than the machine has processors, because a job also waits (JOBS= for another
# number).
#
# A job that fails is done once more, alone, when the others have ended: beside
# another on a busy machine a wait may run out that says nothing of the code.
# Only what fails both times fails the whole; what failed once is named at the
# end, because a test that wavers has something to tell.
set -u
here=$(dirname "$0")

if [ "${1:-}" = --one ]; then
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  began=$(date +%s)
  case $3 in
    *.mjs) sh "$here/with-stack.sh" site node --test "$3" >"$log" 2>&1 ;;
    *) make -s "$3" >"$log" 2>&1 ;;
  esac
  code=$?
  cat "$log"
  [ "$code" -eq 0 ] && how=geslaagd || how=MISLUKT
  echo "== $3: $how in $(($(date +%s) - began)) s"
  [ "$code" -eq 0 ] || echo "$3" >>"$2"
  exit 0
fi

unset MAKEFLAGS MFLAGS MAKELEVEL
first=$(mktemp)
second=$(mktemp)
trap 'rm -f "$first" "$second"' EXIT
printf '%s\n' "$@" | xargs -P "${JOBS:-$(($(nproc) + 1))}" -n 1 sh "$0" --one "$first" || exit 1
while read -r job; do
  echo "== $job: nog een keer, nu alleen"
  sh "$0" --one "$second" "$job" </dev/null
  grep -qxF "$job" "$second" || echo "== $job: WISSELVALLIG: mislukt naast een ander, geslaagd alleen"
done <"$first"
[ ! -s "$second" ]
