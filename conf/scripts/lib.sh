# shellcheck shell=sh
# SPDX-License-Identifier: EUPL-1.2
# lib.sh - shared by the scripts here and by tests/with-stack.sh: where state
# lives, as whom the parts run, how they are started and stopped. Sourced, with
# ROOT set to the clone's absolute path. Use in this order:
#
#   state_for_run, or state_for_test    sets STATE SOCKETS OWNER, makes folders
#   stage                               copies what runs to $STATE/app
#   cluster_create; cluster_start       then database_url leer|leer_app
#   fill_in; start_kores N; start_nginx  then guard_kores, again and again
#   stop_kores; cluster_stop
#
# As root all of it runs as the system user $OWNER, else as yourself.

PG_VERSION_WANTED=15
PG_BIN=/usr/lib/postgresql/$PG_VERSION_WANTED/bin

# Settings of the caller's own PostgreSQL have no say in ours.
if [ -z "${DATABASE_URL:-}" ]; then
  unset PGHOST PGHOSTADDR PGPORT PGUSER PGDATABASE PGDATA PGSERVICE \
    PGOPTIONS PGPASSFILE PGSSLMODE PGAPPNAME
fi
umask 022

# Each argument a line.
say() {
  printf '%s\n' "$@"
}

# One line: what is wrong and what to do.
die() {
  printf 'Fout: %s\n' "$*" >&2
  exit 1
}

hash8() {
  printf '%s' "$1" | sha256sum | cut -c1-8
}

# --- where, and as whom ------------------------------------------------------

am_root() {
  [ "$(id -u)" = 0 ]
}

# Runs a command as the owner of the state, in the state's folder, without the
# locks that this script holds.
as_owner() (
  cd "$STATE" || exit 1
  if am_root; then
    exec setpriv --reuid="$OWNER" --regid="$OWNER" --init-groups \
      env HOME="$STATE" USER="$OWNER" LOGNAME="$OWNER" "$@" 9>&-
  fi
  exec "$@" 9>&-
)

# Starts a command as the owner in the background, in a session of its own so
# that Ctrl-C reaches this script alone; it gets SIGTERM when this script dies.
# Its pid is in $started.
# shellcheck disable=SC2034 # the callers use it
start_as_owner() {
  if am_root; then
    (cd "$STATE" && exec setsid setpriv --reuid="$OWNER" --regid="$OWNER" \
      --init-groups --pdeathsig TERM \
      env HOME="$STATE" USER="$OWNER" LOGNAME="$OWNER" "$@" 9>&-) &
  else
    (cd "$STATE" && exec setsid setpriv --pdeathsig TERM "$@" 9>&-) &
  fi
  started=$!
}

make_owner() {
  OWNER=leeromgeving-$(hash8 "$ROOT")
  if ! getent passwd "$OWNER" >/dev/null; then
    useradd --system --user-group --no-create-home \
      --home-dir "/var/lib/$OWNER" --shell /usr/sbin/nologin "$OWNER" ||
      die "de systeemgebruiker $OWNER kan niet worden gemaakt (useradd)."
  fi
}

# A private folder of the owner. Refuses one that somebody else laid there.
own_folder() {
  [ -d "$1" ] || mkdir -m 700 "$1" || die "de map $1 kan niet worden gemaakt."
  if am_root; then
    chown "$OWNER:$OWNER" "$1"
    chmod 700 "$1"
  elif [ ! -O "$1" ] || [ -L "$1" ]; then
    die "de map $1 is van een ander: verwijder haar en begin opnieuw."
  else
    chmod 700 "$1"
  fi
}

# Where a short path for sockets can be: see conf/README.md.
socket_base() {
  if am_root; then
    echo "/run/leer-$1"
  elif [ -n "${XDG_RUNTIME_DIR:-}" ] && [ -w "$XDG_RUNTIME_DIR" ] &&
    [ "${#XDG_RUNTIME_DIR}" -lt 60 ]; then
    echo "$XDG_RUNTIME_DIR/leer-$1"
  else
    echo "/tmp/leer-$(id -u)-$1"
  fi
}

make_folders() {
  own_folder "$STATE"
  own_folder "$SOCKETS"
  for folder in log run tmp; do
    own_folder "$STATE/$folder"
  done
}

state_for_run() {
  if am_root; then
    make_owner
    STATE=/var/lib/$OWNER
  else
    OWNER=$(id -un)
    STATE=$ROOT/.var
  fi
  SOCKETS=$(socket_base "$(hash8 "$ROOT")")
  make_folders
  export STATE SOCKETS OWNER
}

# A fresh state of its own, also for two at a time.
state_for_test() {
  if am_root; then
    make_owner
    STATE=$(mktemp -d "/var/lib/$OWNER-test.XXXXXX")
  else
    OWNER=$(id -un)
    own_folder "$ROOT/.var"
    STATE=$(mktemp -d "$ROOT/.var/test.XXXXXX")
  fi
  SOCKETS=$(socket_base "$(hash8 "$STATE")")
  make_folders
  echo $$ >"$STATE/run/test.pid"
  echo "$SOCKETS" >"$STATE/run/sockets"
  export STATE SOCKETS OWNER
}

# Removes test states whose script was killed before it could do so itself.
sweep_tests() {
  if am_root; then
    make_owner
    leftovers=/var/lib/$OWNER-test
  else
    OWNER=$(id -un)
    leftovers=$ROOT/.var/test
  fi
  for STATE in "$leftovers".??????; do
    [ -f "$STATE/run/test.pid" ] || continue
    ! kill -0 "$(cat "$STATE/run/test.pid")" 2>/dev/null || continue
    SOCKETS=$(cat "$STATE/run/sockets" 2>/dev/null || true)
    remove_test_state
  done
}

remove_test_state() {
  stop_leftovers
  cluster_stop immediate
  if [ -n "$SOCKETS" ]; then rm -rf "$SOCKETS"; fi
  rm -rf "$STATE"
}

# At least this many megabytes for the state.
check_space() {
  free_kb=$(df -Pk "$STATE" | awk 'NR == 2 { print $4 }')
  [ "$free_kb" -ge $(($1 * 1024)) ] ||
    die "er is nog maar $((free_kb / 1024)) MB vrij waar $STATE staat; er is $1 MB nodig. Maak ruimte en begin opnieuw."
}

# --- what runs ---------------------------------------------------------------

# Copies what runs, because the owner may not be able to read the clone. The
# folder is made beside the old one and then takes its place.
stage() {
  new=$STATE/app.new
  rm -rf "$new"
  mkdir -m 755 "$new"
  cp "$ROOT/.build/leer.so" "$ROOT/.build/leer" "$new/"
  cp -R "$ROOT/courses" "$ROOT/migrations" "$ROOT/conf" "$new/"
  if [ -d "$ROOT/.build/assets" ]; then
    cp -R "$ROOT/.build/assets" "$new/"
  else
    mkdir "$new/assets"
  fi
  chmod -R u=rwX,go=rX "$new"
  if am_root; then chown -R "$OWNER:$OWNER" "$new"; fi
  rm -rf "$STATE/app"
  mv "$new" "$STATE/app"
}

leer() {
  as_owner "$STATE/app/leer" "$@"
}

# The master key under which texts are sealed: LEER_SLEUTEL, or a file beside
# the cluster, made once. Its loss is the loss of all texts.
master_key() {
  export LEER_SLEUTEL="${LEER_SLEUTEL:-$STATE/hoofdsleutel}"
  [ -e "$LEER_SLEUTEL" ] || leer sleutel maak ||
    die 'er is geen hoofdsleutel; hierboven staat wat je kunt doen.'
}

# --- PostgreSQL --------------------------------------------------------------

# The private cluster's address for a role. No password: only the owner (and
# root) can enter the folder of the socket.
database_url() {
  echo "postgresql://$1@/leer?host=$SOCKETS"
}

cluster_create() {
  [ -x "$PG_BIN/initdb" ] ||
    die "PostgreSQL $PG_VERSION_WANTED staat hier niet ($PG_BIN). Installeer het: apt-get install postgresql-$PG_VERSION_WANTED"
  if [ -s "$STATE/pg/PG_VERSION" ] && [ -f "$STATE/pg/leeromgeving.made" ]; then
    found=$(cat "$STATE/pg/PG_VERSION")
    [ "$found" = "$PG_VERSION_WANTED" ] ||
      die "de gegevens in $STATE/pg zijn van PostgreSQL $found en dit is $PG_VERSION_WANTED. Zet ze over met pg_upgrade, of verwijder die map om leeg te beginnen."
    return 0
  fi
  say 'Ik maak een eigen PostgreSQL-cluster. Dat is alleen de eerste keer nodig.'
  check_space 500
  rm -rf "$STATE/pg"
  as_owner "$PG_BIN/initdb" --pgdata="$STATE/pg" --username=postgres \
    --auth=trust --encoding=UTF8 --locale=C.UTF-8 --data-checksums \
    --no-instructions >"$STATE/log/initdb.log" 2>&1 ||
    die "PostgreSQL kan geen cluster maken: $(tail -n 1 "$STATE/log/initdb.log") Zie $STATE/log/initdb.log."
  cluster_settings | as_owner tee "$STATE/pg/postgresql.auto.conf" >/dev/null
  cluster_start
  as_owner "$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -h "$SOCKETS" -U postgres \
    -d postgres >>"$STATE/log/initdb.log" 2>&1 <<'SQL' ||
CREATE ROLE leer LOGIN;
CREATE ROLE leer_app LOGIN;
CREATE DATABASE leer OWNER leer;
REVOKE ALL ON DATABASE leer FROM PUBLIC;
GRANT CONNECT ON DATABASE leer TO leer_app;
SQL
    die "de database kan niet worden gemaakt. Zie $STATE/log/initdb.log."
  as_owner touch "$STATE/pg/leeromgeving.made"
}

cluster_settings() {
  cat <<CONF
# Written by conf/scripts/lib.sh.
listen_addresses = ''
unix_socket_directories = '$SOCKETS'
unix_socket_permissions = 0700
port = 5432
max_connections = 100
shared_buffers = 64MB
dynamic_shared_memory_type = posix
fsync = on
synchronous_commit = on
timezone = 'Europe/Amsterdam'
log_timezone = 'Europe/Amsterdam'
log_line_prefix = '%m [%p] %q%u '
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_min_error_statement = panic
CONF
}

cluster_is_up() {
  [ -f "$STATE/pg/postmaster.pid" ] &&
    as_owner "$PG_BIN/pg_ctl" -D "$STATE/pg" status >/dev/null 2>&1
}

cluster_start() {
  if cluster_is_up; then return 0; fi
  # The sockets' folder may have moved (another XDG_RUNTIME_DIR).
  as_owner "$PG_BIN/pg_ctl" -D "$STATE/pg" -l "$STATE/log/postgresql.log" \
    -o "-c unix_socket_directories='$SOCKETS'" -s -w -t 60 start ||
    die "PostgreSQL start niet: $(tail -n 1 "$STATE/log/postgresql.log") Zie $STATE/log/postgresql.log."
}

# Waits for running transactions to be broken off; data stays whole.
cluster_stop() {
  [ -f "$STATE/pg/postmaster.pid" ] || return 0
  as_owner "$PG_BIN/pg_ctl" -D "$STATE/pg" -m "${1:-fast}" -s -w -t 60 stop \
    >/dev/null 2>&1 || true
}

# The number of an external server's version, 150004 for 15.4; nothing when
# there is no answer.
server_version() {
  PGCONNECT_TIMEOUT=5 "$PG_BIN/psql" -X -A -t -c 'SHOW server_version_num' \
    -d "$1" 2>"$STATE/log/psql.log"
}

# --- Kore and nginx ----------------------------------------------------------

# Text that is safe on the right side of sed's s|…|…|.
sed_text() {
  printf '%s' "$1" | sed 's/[\\&|]/\\&/g'
}

fill_in_paths() {
  sed -e "s|@APP@|$(sed_text "$STATE/app")|g" \
    -e "s|@STATE@|$(sed_text "$STATE")|g" \
    -e "s|@SOCKETS@|$(sed_text "$SOCKETS")|g" \
    -e "s|@CONF@|$(sed_text "$STATE/run")|g" "$STATE/app/conf/$1"
}

# fill_in PURPOSE PORT INSTANCES: the configuration files, in $STATE/run.
fill_in() {
  upstreams=
  next=
  i=1
  while [ "$i" -le "$3" ]; do
    here=unix:$SOCKETS/kore-$i.sock
    upstreams="$upstreams server $here max_fails=0;"
    next="$next $here unix:$SOCKETS/kore-$((i % $3 + 1)).sock:;"
    fill_in_paths "kore.$1.conf" |
      sed -e "s|@SOCKET@|$(sed_text "$SOCKETS/kore-$i.sock")|g" \
        -e "s|@PIDFILE@|$(sed_text "$STATE/run/kore-$i.pid")|g" |
      as_owner tee "$STATE/run/kore-$i.conf" >/dev/null
    i=$((i + 1))
  done
  listen="listen 127.0.0.1:$2;"
  if grep -q '^0\{31\}1 ' /proc/net/if_inet6 2>/dev/null; then
    listen="$listen listen [::1]:$2;"
  fi
  for file in nginx.conf.template nginx-http.conf nginx-server.conf nginx-headers.conf; do
    fill_in_paths "$file" | sed -e "s|@LISTEN@|$listen|g" \
      -e "s|@UPSTREAMS@|$(sed_text "$upstreams")|g" \
      -e "s|@NEXT@|$(sed_text "$next")|g" |
      as_owner tee "$STATE/run/${file%.template}" >/dev/null
  done
}

# start_kore N: uses APP_DATABASE. The pid goes to $started and kore-N.pid.
start_kore() {
  rm -f "$SOCKETS/kore-$1.sock" "$STATE/run/kore-$1.pid"
  start_as_owner env -C "$STATE/app" LEER_DATABASE="$APP_DATABASE" \
    LEER_DATABASE_APP="$APP_DATABASE" LEER_COURSES="$STATE/app/courses" \
    LEER_CONTACT="${LEER_CONTACT:-}" LEER_SLEUTEL="$LEER_SLEUTEL" \
    kore -c "$STATE/run/kore-$1.conf" -f -n -r >>"$STATE/log/kore-$1.log" 2>&1
}

# start_kores COUNT: instances 1 to COUNT. In $kores for each, in order:
# pid, the pass of guard_kores in which it began or ended, its delay in passes.
start_kores() {
  kores=
  passes=0
  while [ "$(count_kores)" -lt "$1" ]; do
    start_kore "$(($(count_kores) + 1))"
    kores="$kores $started:0:0"
  done
}

count_kores() {
  # shellcheck disable=SC2086 # a list of words
  set -- $kores
  echo $#
}

# Called five times a second: a new instance for one that died, at once; one
# that dies within two seconds waits longer each time, at most ten seconds.
guard_kores() {
  passes=$((passes + 1))
  guarded=
  guard=0
  for entry in $kores; do
    guard=$((guard + 1))
    guard_kore "$guard" "${entry%%:*}" "${entry#*:}"
    guarded="$guarded $entry"
  done
  kores=$guarded
}

# guard_kore N PID SINCE:DELAY: one of them; its new state is in $entry. PID is
# "dead" while it waits.
guard_kore() {
  pid=$2
  since=${3%:*}
  delay=${3#*:}
  if [ "$pid" != dead ]; then
    if is_running "$pid"; then return 0; fi
    say "Kore $1 is gestopt; ik start hem opnieuw (zie $STATE/log/kore-$1.log)."
    stop_group "$pid"
    if [ $((passes - since)) -gt 10 ]; then delay=0; else delay=$((delay * 2 + 1)); fi
    if [ "$delay" -gt 50 ]; then delay=50; fi
    pid=dead
    since=$passes
  fi
  if [ $((passes - since)) -ge "$delay" ]; then
    start_kore "$1"
    pid=$started
    since=$passes
  fi
  entry=$pid:$since:$delay
}

kores_all_run() {
  for entry in $kores; do
    is_running "${entry%%:*}" || return 1
  done
}

stop_kores() {
  for entry in ${kores:-}; do
    if [ "${entry%%:*}" != dead ]; then stop_process "${entry%%:*}"; fi
  done
}

start_nginx() {
  as_owner /usr/sbin/nginx -t -q -e "$STATE/log/nginx-error.log" \
    -p "$STATE" -c "$STATE/run/nginx.conf" 2>"$STATE/log/nginx-start.log" ||
    die "nginx weigert zijn instellingen: $(tail -n 1 "$STATE/log/nginx-start.log")"
  start_as_owner /usr/sbin/nginx -e "$STATE/log/nginx-error.log" -p "$STATE" \
    -c "$STATE/run/nginx.conf" -g 'daemon off;' 2>>"$STATE/log/nginx-start.log"
}

# Is somebody listening on this TCP port of loopback or of all addresses?
port_in_use() {
  awk -v port=":$(printf '%04X' "$1")" '
    BEGIN {
      zero = "00000000"
      here["0100007F"] = here[zero] = here[zero zero zero zero] = 1
      here[zero zero zero "01000000"] = 1
    }
    $4 == "0A" {
      at = index($2, ":")
      if (substr($2, at) == port && substr($2, 1, at - 1) in here)
        found = 1
    }
    END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

# A port that nobody listens on; another process may still be quicker. Below
# 32768: above it, the kernel hands ports out to whoever connects somewhere.
free_port() {
  port=$((20000 + $$ % 12000))
  while port_in_use "$port"; do
    port=$((port + 7))
  done
  echo "$port"
}

is_running() {
  kill -0 "$1" 2>/dev/null
}

# Asks politely, and after five seconds no longer; then its group, because a
# worker does not always notice that its parent was killed.
stop_process() {
  if is_running "$1"; then
    kill "-${2:-TERM}" "$1" 2>/dev/null || true
    tries=0
    while is_running "$1" && [ "$tries" -lt 50 ]; do
      tries=$((tries + 1))
      sleep 0.1
    done
  fi
  stop_group "$1"
}

# What start_as_owner starts leads a process group of its own.
stop_group() {
  kill -KILL "-$1" 2>/dev/null || true
}

# Is one of these in this process group? Pids are used again after a restart.
group_is_ours() {
  for process in /proc/[0-9]*; do
    read -r of 2>/dev/null <"$process/stat" || continue
    # After the name, that may hold spaces and brackets: state, parent, group.
    of=${of##*) }
    of=${of#? * }
    [ "${of%% *}" = "$1" ] || continue
    case $(tr '\0' ' ' <"$process/cmdline" 2>/dev/null || true) in
    *nginx* | *kore*) return 0 ;;
    esac
  done
  return 1
}

# Stops what an earlier run left behind when it was killed.
stop_leftovers() {
  for file in "$STATE"/run/nginx.pid "$STATE"/run/kore-*.pid; do
    [ -s "$file" ] || continue
    left=$(cat "$file")
    if group_is_ours "$left"; then stop_process "$left"; fi
    rm -f "$file"
  done
}
