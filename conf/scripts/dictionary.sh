#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# dictionary.sh [--missing] - give PostgreSQL the Dutch dictionary of search.
#
# Makes leer_nl.affix and leer_nl.dict of Debian's hunspell-nl (BSD or CC BY)
# in PostgreSQL's tsearch_data, as root. PostgreSQL knows less of Hunspell than
# OpenTaal uses: only its affixes and its flags for compounds are kept, and no
# words with a slash. With --missing it only says, by its exit code, whether
# there is something to make. `leer zoeken` uses what is there.
set -eu

WORDS=/usr/share/hunspell/nl
DATA=/usr/share/postgresql/15/tsearch_data
PARTS='COMPOUNDBEGIN|COMPOUNDMIDDLE|COMPOUNDEND|COMPOUNDPERMITFLAG|ONLYINCOMPOUND|COMPOUNDFORBIDFLAG'

is_missing() {
  [ -d "$DATA" ] && [ -r "$WORDS.aff" ] && [ -r "$WORDS.dic" ] || return 1
  [ ! -s "$DATA/leer_nl.affix" ] || [ ! -s "$DATA/leer_nl.dict" ]
}

if [ "${1:-}" = --missing ]; then
  is_missing
  exit
fi

# Each beside its place first: half a dictionary must never be read.
affix=$(mktemp "$DATA/leer_nl.XXXXXX")
dict=$(mktemp "$DATA/leer_nl.XXXXXX")
trap 'rm -f "$affix" "$dict"' EXIT
{
  grep -E '^(SET|FLAG|PFX|SFX)' "$WORDS.aff"
  grep -E "^($PARTS)" "$WORDS.aff"
} >"$affix"
grep -vE '\\/' "$WORDS.dic" >"$dict"
chmod 644 "$affix" "$dict"
mv "$affix" "$DATA/leer_nl.affix"
mv "$dict" "$DATA/leer_nl.dict"
