#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# schema.sh - the sum of all migrations, as readable SQL on standard output:
# what pg_dump says of the database of LEER_DATABASE, without its own remarks.
set -eu
PATH=$PATH:/usr/lib/postgresql/15/bin
cat <<'SQL'
-- The sum of the migrations, made by `make schema`: to read, never to run.
SQL
pg_dump --schema-only --schema=public --no-owner --no-privileges "$LEER_DATABASE" |
  sed -e '/^--$/d' -e '/^-- \(Name\|Dumped\|PostgreSQL database dump\)/d' \
    -e '/^\\\(un\)\{0,1\}restrict /d' -e '/^SET /d' \
    -e '/^SELECT pg_catalog.set_config/d' -e '/^\(CREATE\|COMMENT ON\) SCHEMA /d' \
    -e 's/\bpublic\.//g' |
  cat -s
