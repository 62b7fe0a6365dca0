#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# run.sh - `make run`: build, private database, demo data, Kore, nginx.
#
# PORT=8080           where nginx listens, on loopback only
# WORKERS=<cores>     number of Kore instances
# DATABASE_URL=       an external PostgreSQL instead of the private cluster;
#                     then there are no demo accounts
# LEER_SLEUTEL=       the file of master keys, instead of one beside the cluster
#
# Everything it starts is a child of this script; Ctrl-C (or whatever ends
# this script) stops all of it. An instance of Kore that dies is started again.
set -eu
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=conf/scripts/lib.sh
. "$ROOT/conf/scripts/lib.sh"

PORT=${PORT:-8080}
WORKERS=${WORKERS:-$(nproc)}
DATABASE_URL=${DATABASE_URL:-}
URL=http://localhost:$PORT

kores=
nginx=
cluster=

check_settings() {
  case $PORT in
  '' | *[!0-9]*) die "PORT=$PORT is geen poort: geef een getal, bijvoorbeeld PORT=8081." ;;
  esac
  if [ "$PORT" -lt 1024 ] || [ "$PORT" -gt 65535 ]; then
    die "PORT=$PORT kan niet: kies een poort van 1024 tot en met 65535."
  fi
  case $WORKERS in
  '' | 0 | *[!0-9]* | ???*) die "WORKERS=$WORKERS kan niet: geef een getal van 1 tot en met 99." ;;
  esac
}

take_lock() {
  exec 9>"$STATE/run/lock"
  flock -n 9 ||
    die "uit deze map draait de leeromgeving al (proces $(cat "$STATE/run/run.pid" 2>/dev/null || echo onbekend)). Stop die eerst met Ctrl-C."
  echo $$ >"$STATE/run/run.pid"
}

stop_all() {
  trap '' INT TERM HUP
  trap - EXIT
  [ -z "$nginx$kores$cluster" ] || say 'Ik stop alles.'
  [ -z "$nginx" ] || stop_process "$nginx" QUIT
  stop_kores
  [ -z "$cluster" ] || cluster_stop
  rm -f "$STATE"/run/*.pid
}

database() {
  if [ -n "$DATABASE_URL" ]; then
    version=$(server_version "$DATABASE_URL") ||
      die "de database van DATABASE_URL antwoordt niet: $(head -n 1 "$STATE/log/psql.log")"
    [ "$version" -ge 150000 ] ||
      die "de PostgreSQL van DATABASE_URL is versie $((version / 10000)); nodig is 15 of nieuwer."
    OWNER_DATABASE=$DATABASE_URL
    APP_DATABASE=$DATABASE_URL
  else
    cluster=1
    cluster_create
    cluster_start
    OWNER_DATABASE=$(database_url leer)
    APP_DATABASE=$(database_url leer_app)
  fi
  LEER_DATABASE=$OWNER_DATABASE leer migreer "$STATE/app/migrations"
  # Of run.sh no other version runs: what is not sealed yet, is sealed now.
  export LEER_DATABASE="$OWNER_DATABASE"
  master_key
  leer sleutel verzegel >"$STATE/log/sleutel.log"
  unset LEER_DATABASE
  LEER_DATABASE=$OWNER_DATABASE leer zoeken "$STATE/app/courses"
}

demo() {
  [ -d "$ROOT/.var" ] || mkdir -m 700 "$ROOT/.var"
  if [ -n "$DATABASE_URL" ]; then
    rm -f "$ROOT/.var/demo.json"
    return 0
  fi
  made=$STATE/run/demo.json
  LEER_DATABASE=$OWNER_DATABASE leer demo --url "$URL" \
    --cursussen "$STATE/app/courses" --wachtwoorden "$STATE/demo-wachtwoorden.json" | as_owner tee "$made" >/dev/null
  [ -s "$made" ] || die 'de demo-organisatie kan niet worden gemaakt.'
  (umask 077 && cp "$made" "$ROOT/.var/demo.json.new")
  mv "$ROOT/.var/demo.json.new" "$ROOT/.var/demo.json"
}

show_address() {
  say '' "De leeromgeving staat klaar: $URL"
  if [ -n "$DATABASE_URL" ]; then
    say 'De eerste beheerder maak je zo:' \
      "  LEER_DATABASE='…' $ROOT/.build/leer gebruiker maak --email NAAM@VOORBEELD.NL --naam 'Voor Naam' --organisatie 'Naam' --rol admin"
  else
    say 'Inloggen kan met een van deze demo-accounts (ook in .var/demo.json):'
    leer demo --toon "$STATE/run/demo.json"
  fi
  say '' 'Stoppen: Ctrl-C.'
}

watch() {
  while :; do
    sleep 0.2 &
    wait $! || true
    is_running "$nginx" || die "nginx is gestopt. Zie $STATE/log/nginx-error.log."
    guard_kores
  done
}

check_settings
state_for_run
take_lock
stop_leftovers
if port_in_use "$PORT"; then
  die "poort $PORT is al in gebruik. Stop dat programma, of kies een andere poort: make run PORT=$((PORT + 1))"
fi
check_space 200

trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

[ -x "$ROOT/.build/leer" ] || say 'Ik bouw het programma. De eerste keer duurt dat een minuut.'
(cd "$ROOT" && make -s build 9>&-) || die 'het bouwen lukte niet; hierboven staat waarom.'
stage
say 'Ik maak de database klaar.'
database
demo
say "Ik start $WORKERS keer Kore, en nginx ervoor."
fill_in dev "$PORT" "$WORKERS"
start_kores "$WORKERS"
start_nginx
nginx=$started
leer gezond --wacht 20 "127.0.0.1:$PORT" ||
  die "de leeromgeving antwoordt niet. Zie $STATE/log/kore-1.log: $(tail -n 1 "$STATE/log/kore-1.log")"
show_address
watch
