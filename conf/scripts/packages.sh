#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# packages.sh run|test|bench|fuzz - install the Debian packages that are missing,
# and give PostgreSQL the Dutch dictionary of search.
#
# Asks nothing: installs as root, or through `sudo -n`; otherwise it prints the
# line to run and stops. No service is started: policy-rc.d forbids it while
# apt works, PostgreSQL makes no "main" cluster (port 5432), and an nginx that
# came new is not left enabled (port 80). All of that is undone at the end.
set -eu

RUN='gcc libc6-dev make kore libpq-dev libcmark-dev libjansson-dev libxxhash-dev zlib1g-dev
libsodium-dev libgmp-dev libssl-dev postgresql-15 nginx hunspell-nl'
TEST='libcmocka-dev chromium clang-format clang-tidy shellcheck jq curl openssl
python3 pkgconf groff-base'
BENCH='wrk nghttp2-client'
FUZZ='clang'
# The tests take it instead of chromium where it is: it costs less time. Only
# where apt knows it, and failing is no reason to stop.
WISH='chromium-headless-shell'

POLICY=/usr/sbin/policy-rc.d
CLUSTERS=/etc/postgresql-common/createcluster.d/leeromgeving.conf

# Node 18.19 or newer and npm, from wherever: then Debian's are not needed.
node_is_here() {
  command -v npm >/dev/null 2>&1 || return 1
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  major=${version%%.*}
  minor=${version#*.}
  [ "$major" -gt 18 ] || { [ "$major" = 18 ] && [ "${minor%%.*}" -ge 19 ]; }
}

wanted() {
  case $1 in
  run) echo "$RUN" ;;
  fuzz) echo "$RUN $FUZZ" ;;
  test | bench)
    echo "$RUN $TEST"
    node_is_here || echo 'nodejs npm'
    if [ "$1" = bench ]; then echo "$BENCH"; fi
    ;;
  *)
    echo 'gebruik: packages.sh run|test|bench|fuzz' >&2
    return 2
    ;;
  esac
}

missing() {
  for package; do
    printf '%s\n' "$package"
  done | {
    # shellcheck disable=SC2016 # dpkg-query's own ${…}
    here=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    while read -r package; do
      case "
$here
" in
      *"
installed $package
"*) ;;
      *) echo "$package" ;;
      esac
    done
  }
}

undo() {
  [ -z "${policy_is_ours:-}" ] || rm -f "$POLICY"
  [ ! -e "$POLICY.leeromgeving" ] || mv -f "$POLICY.leeromgeving" "$POLICY"
  rm -f "$CLUSTERS"
  [ -z "${made_folder:-}" ] || rmdir "${CLUSTERS%/*}" 2>/dev/null || true
}

forbid_services() {
  trap undo EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  if [ -e "$POLICY" ] && ! grep -q 'leeromgeving' "$POLICY"; then
    mv "$POLICY" "$POLICY.leeromgeving"
  fi
  policy_is_ours=1
  printf '#!/bin/sh\n# leeromgeving: temporary\nexit 101\n' >"$POLICY"
  chmod 755 "$POLICY"
  [ -d "${CLUSTERS%/*}" ] || made_folder=1
  mkdir -p "${CLUSTERS%/*}"
  echo 'create_main_cluster = false' >"$CLUSTERS"
}

known() {
  apt-cache show "$1" >/dev/null 2>&1
}

# As root. One at a time: two of these would undo each other's settings.
install_packages() {
  exec 8>/run/leeromgeving-packages.lock
  flock 8
  nginx_was_here=$(missing nginx)
  forbid_services
  export DEBIAN_FRONTEND=noninteractive
  apt='apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0'
  log=$(mktemp)
  $apt update >"$log" 2>&1 8>&- || true
  if ! known postgresql-15; then
    echo 'Deze machine kent geen pakket postgresql-15: neem Debian 12, of geef DATABASE_URL= van een PostgreSQL vanaf 15.' >&2
    return 1
  fi
  if ! $apt install --no-install-recommends "$@" >>"$log" 2>&1 8>&-; then
    tail -n 15 "$log" >&2
    echo "Installeren lukte niet; het volledige verslag staat in $log." >&2
    return 1
  fi
  rm -f "$log"
  if [ -n "$nginx_was_here" ] && command -v systemctl >/dev/null 2>&1; then
    systemctl --quiet disable nginx.service >/dev/null 2>&1 || true
  fi
}

DICTIONARY=$(dirname "$0")/dictionary.sh

# Search does without it, so failing is no reason to stop.
install_dictionary() {
  if sh "$DICTIONARY" --missing; then sh "$DICTIONARY" || true; fi
}

if [ "${1:-}" = --install ]; then
  shift
  [ $# = 0 ] || install_packages "$@"
  install_dictionary
  exit
fi

# Quietly, where installing is allowed.
install_wish() {
  { [ "$1" = test ] && [ -n "$(missing "$WISH")" ] && known "$WISH"; } || return 0
  if [ "$(id -u)" = 0 ]; then
    sh "$0" --install "$WISH" >/dev/null 2>&1 || true
  elif sudo -n true 2>/dev/null; then
    sudo -n sh "$0" --install "$WISH" >/dev/null 2>&1 || true
  fi
}

all=$(wanted "${1:-run}")
# shellcheck disable=SC2086 # a list of words
need=$(missing $all | tr '\n' ' ')
need=${need% }
if [ -z "$need" ]; then
  install_wish "${1:-run}"
  sh "$DICTIONARY" --missing || exit 0
  # Quietly, where that is allowed; else `leer zoeken` says what it misses.
  if [ "$(id -u)" = 0 ]; then
    install_dictionary
  elif sudo -n true 2>/dev/null; then
    sudo -n sh "$0" --install
  fi
  exit 0
fi

echo "Nodig en nog niet geïnstalleerd: $need"
if ! command -v apt-get >/dev/null 2>&1; then
  echo 'Dit is geen Debian of Ubuntu: installeer deze pakketten zelf en begin opnieuw.' >&2
  exit 1
elif [ "$(id -u)" = 0 ]; then
  as_root=
elif sudo -n true 2>/dev/null; then
  as_root='sudo -n'
else
  echo 'Ik mag hier niets installeren. Voer dit uit en begin daarna opnieuw:' >&2
  echo "  apt-get update && apt-get install --no-install-recommends $need" >&2
  exit 1
fi
echo 'Ik installeer ze met apt. Dit kan enkele minuten duren; er wordt geen dienst gestart.'
# shellcheck disable=SC2086 # words again
$as_root sh "$0" --install $need
install_wish "${1:-run}"
