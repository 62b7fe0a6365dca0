#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# cluster.sh create|start|stop|restart|conninfo - the private PostgreSQL.
#
# Works on the cluster of `make run`, or on the one of which STATE, SOCKETS
# and OWNER are in the environment (the tests').
set -eu
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=conf/scripts/lib.sh
. "$ROOT/conf/scripts/lib.sh"
[ -n "${STATE:-}" ] || state_for_run

case ${1:-} in
create) cluster_create ;;
start) cluster_start ;;
stop) cluster_stop "${2:-fast}" ;;
restart)
  cluster_stop "${2:-fast}"
  cluster_start
  ;;
conninfo) database_url leer ;;
*)
  echo 'gebruik: cluster.sh create|start|stop|restart|conninfo' >&2
  exit 2
  ;;
esac
