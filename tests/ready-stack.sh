# shellcheck shell=sh
# SPDX-License-Identifier: EUPL-1.2
# ready-stack.sh - a cluster with migrations, demo data and search is made once
# and then copied: making one takes seconds of a processor, and `make test`
# needs some twenty. Sourced by with-stack.sh, after stage:
#
#   ready_stack    leaves in $STATE: pg/, hoofdsleutel, demo.json (its address
#                  is $READY_URL) and demo-wachtwoorden.json; the cluster runs
#
# It is kept beside the states of tests, in a folder named by a hash of all it
# was made of and of the day (the demo tells what people did lately), so that
# another program, migration or course makes another one. A clone keeps one. A
# lock lets one at a time make or copy; it is never held while a test runs.

READY_URL=http://ready.invalid
# One that nobody copied for so many days is of a clone that is gone.
READY_DAYS=3

ready_folder() {
  if am_root; then
    echo "/var/lib/$OWNER-ready"
  else
    echo "$ROOT/.var/ready"
  fi
}

# Everything that has a say in what is in the cluster.
ready_key() {
  {
    date +%F
    "$PG_BIN/postgres" --version
    cat "$STATE/app/leer" "$ROOT/conf/scripts/lib.sh" "$ROOT/tests/ready-stack.sh"
    cat "$DICTIONARY_MADE".* 2>/dev/null || true
    cd "$STATE/app" || exit
    find courses migrations -type f | LC_ALL=C sort | xargs sha256sum
  } | sha256sum | cut -c1-16
}
DICTIONARY_MADE=/usr/share/postgresql/$PG_VERSION_WANTED/tsearch_data/leer_nl

# A new cluster, with the migrations applied and a master key; it runs.
make_database() {
  cluster_create >"$STATE/log/create.log"
  cluster_start
  leer migreer "$STATE/app/migrations" >"$STATE/log/migreer.log"
  master_key >"$STATE/log/sleutel.log"
}

# All of it in $STATE.
ready_make() {
  make_database
  leer zoeken "$STATE/app/courses" >"$STATE/log/zoeken.log" 2>&1 ||
    die "de cursussen zijn niet doorzoekbaar: $(tail -n 1 "$STATE/log/zoeken.log")"
  leer demo --url "$READY_URL" --cursussen "$STATE/app/courses" \
    --wachtwoorden "$STATE/demo-wachtwoorden.json" |
    as_owner tee "$STATE/demo.json" >/dev/null
  [ -s "$STATE/demo.json" ] || die 'de demogegevens kunnen niet worden gemaakt.'
}

# copy_ready FROM TO: a cluster that does not run, and what belongs to it.
copy_ready() {
  as_owner cp -a --reflink=auto "$1/pg" "$1/hoofdsleutel" "$1/demo.json" \
    "$1/demo-wachtwoorden.json" "$2/"
}

# A copy is whole or it is not there: a folder of another name takes its place.
ready_keep() {
  cluster_stop
  rm -rf "${READY:?}"/*
  as_owner mkdir "$READY/new"
  if copy_ready "$STATE" "$READY/new"; then mv "$READY/new" "$READY/$1"; fi
  cluster_start
}

ready_sweep() {
  find "${READY%/*}" -maxdepth 1 -name 'leeromgeving-*-ready' -mtime "+$READY_DAYS" \
    -exec rm -rf '{}' + 2>/dev/null || true
}

ready_stack() {
  READY=$(ready_folder)
  own_folder "$READY"
  exec 9>"$READY.lock"
  flock 9
  key=$(ready_key)
  if [ -f "$READY/$key/pg/leeromgeving.made" ]; then
    touch "$READY"
    copy_ready "$READY/$key" "$STATE" || die "de klaargezette database in $READY kan niet worden gekopieerd."
    # Where its sockets are is another place now.
    cluster_settings | as_owner tee "$STATE/pg/postgresql.auto.conf" >/dev/null
    master_key >"$STATE/log/sleutel.log"
    exec 9>&-
    cluster_start
  else
    ready_make
    ready_keep "$key"
    ready_sweep
    exec 9>&-
  fi
}
