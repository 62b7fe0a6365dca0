#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# with-stack.sh database|site|guarded COMMAND… - run a command beside a
# throw-away stack: a new PostgreSQL cluster with the migrations applied, or
# for `site` a copy of one with demo data and search as well (ready-stack.sh),
# two Kore instances and nginx on a free port. All of it has a state of its own
# and is gone when the command ends, however it ends. A Kore that dies stays
# dead, and the run fails; `guarded` is a site whose instances are started
# again, by what `make run` does it with.
#
# The command finds in its environment:
#   LEER_DATABASE      connection as the owner of the tables
#   LEER_DATABASE_APP  connection as the application's role
#   LEER_SLEUTEL       the file of master keys
#   LEER_PG_CTL        prefix: `$LEER_PG_CTL stop|start|restart`
#   LEER_STATE         folder of this stack: log/, run/, app/
#   LEER_SOCKETS       folder of its unix sockets: kore-1.sock, kore-2.sock
#   LEER_SOCKET        the first Kore's socket        (site, guarded)
#   LEER_URL           http://127.0.0.1:<free port>   (site, guarded)
#   LEER_DEMO          path of demo.json              (site, guarded)
set -eu
ROOT=$(cd "$(dirname "$0")/.." && pwd)
unset DATABASE_URL
# shellcheck source=conf/scripts/lib.sh
. "$ROOT/conf/scripts/lib.sh"
# shellcheck source=tests/ready-stack.sh
. "$ROOT/tests/ready-stack.sh"
INSTANCES=2

kind=${1:-}
case $kind in
database | site | guarded) shift ;;
*) die 'gebruik: with-stack.sh database|site|guarded OPDRACHT…' ;;
esac
[ $# -gt 0 ] || die 'er is geen opdracht gegeven.'

kores=
nginx=
command=

# shellcheck disable=SC2317 # called by the trap
clean_up() {
  status=$?
  trap '' INT TERM HUP
  trap - EXIT
  [ -z "$command" ] || stop_process "$command"
  [ -z "$nginx" ] || stop_process "$nginx"
  stop_kores
  if [ "$status" != 0 ]; then keep_logs; fi
  remove_test_state
  exit "$status"
}

# What a failed run leaves for whoever looks into it.
# shellcheck disable=SC2317 # called by clean_up
keep_logs() {
  rm -rf "$ROOT/.build/test-log"
  mkdir -p "$ROOT/.build"
  cp -R "$STATE/log" "$ROOT/.build/test-log" 2>/dev/null || return 0
  echo "De logs van deze proef staan in .build/test-log." >&2
}

# shellcheck disable=SC3013 # dash and busybox know -nt
node_packages() {
  [ -f "$ROOT/tests/package-lock.json" ] || return 0
  if [ -f "$ROOT/tests/node_modules/.package-lock.json" ] &&
    [ ! "$ROOT/tests/package-lock.json" -nt "$ROOT/tests/node_modules/.package-lock.json" ]; then
    return 0
  fi
  say 'Ik haal de npm-pakketten van de proeven op.'
  (cd "$ROOT/tests" && npm ci --no-audit --no-fund --loglevel=error) ||
    die 'npm kan de pakketten van tests/package-lock.json niet ophalen.'
  touch "$ROOT/tests/node_modules/.package-lock.json"
}

start_site() {
  APP_DATABASE=$LEER_DATABASE_APP
  export LEER_CONTACT=mailto:lek@voorbeeld.example
  port=$(free_port)
  sed -i "s|$READY_URL|http://127.0.0.1:$port|" "$STATE/demo.json"
  fill_in test "$port" "$INSTANCES"
  start_kores "$INSTANCES"
  start_nginx
  nginx=$started
  leer gezond --wacht 20 "127.0.0.1:$port" ||
    die "de leeromgeving antwoordt niet: $(tail -n 3 "$STATE/log/kore-1.log")"
  export LEER_URL="http://127.0.0.1:$port" LEER_DEMO="$STATE/demo.json" \
    LEER_SOCKET="$SOCKETS/kore-1.sock"
}

[ "$kind" = database ] || node_packages
sweep_tests
STATE=
SOCKETS=
state_for_test
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

check_space 300
stage
unset LEER_SLEUTEL
LEER_DATABASE=$(database_url leer)
LEER_DATABASE_APP=$(database_url leer_app)
LEER_STATE=$STATE
LEER_SOCKETS=$SOCKETS
# A script of its own: the prefix must not hold the spaces of a path.
printf 'exec sh "%s/conf/scripts/cluster.sh" "$@"\n' "$ROOT" >"$SOCKETS/pg.sh"
LEER_PG_CTL="sh $SOCKETS/pg.sh"
# psql itself: Debian's own is a script before it, which takes longer than most
# questions that tests ask.
PATH=$PG_BIN:$PATH
export LEER_DATABASE LEER_DATABASE_APP LEER_STATE LEER_SOCKETS LEER_PG_CTL PATH
if [ "$kind" = database ]; then
  make_database
else
  ready_stack
  start_site
fi

"$@" 9>&- &
command=$!
code=0
while [ "$kind" = guarded ] && is_running "$command"; do
  sleep 0.2 &
  wait $! || true
  guard_kores >>"$STATE/log/guard.log"
done
wait "$command" || code=$?
command=
if [ "$kind" = site ] && ! kores_all_run; then
  echo 'Een Kore is tijdens de proeven gestopt; zie zijn log.' >&2
  code=1
fi
exit "$code"
