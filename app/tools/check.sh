#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# check.sh - what a reviewer need not look for: which folder touches what,
# functions that are banned, promises that are made in one file only, assets
# that are what their sources give, shell scripts without traps.
set -u
B=${B:-.build}
faults=0

fault() {
  echo "check: $*" >&2
  faults=$((faults + 1))
}

# Undefined symbols of a folder's objects that match a pattern.
uses() {
  nm -u "$B"/obj/app/"$1"/*.o "$B"/obj/app/"$1"/*/*.o 2>/dev/null | grep -E " U ($2)" | sort -u
}

layer() {
  found=$(uses "$1" "$2")
  [ -z "$found" ] || fault "app/$1/ mag dit niet aanroepen ($3): $(echo "$found" | tr -d '\n')"
}

# A rule does no I/O, asks no clock and no chance; only server/ knows Kore.
PURE='(time|clock_gettime|gettimeofday|rand|random|getenv|open|fopen|read|write|socket|connect|system|printf|puts)$'
layer core "$PURE" 'geen I/O, klok of toeval'
found=$(git ls-files 'app/calc/*.c' | grep -v /programma/ | sed "s|^|$B/obj/|; s|c\$|o|" | xargs nm -u | grep -E " U ($PURE|json_[a-z_]+|malloc|free)" | sort -u)
[ -z "$found" ] || fault "app/calc/ mag dit niet aanroepen (I/O, klok, jansson en geheugen horen in calc/programma/): $(echo "$found" | tr -d '\n')"
# The rekenkern keeps no state between calls and knows no floating point.
for object in $(git ls-files 'app/calc/*.c' | grep -v /programma/ | sed "s|^|$B/obj/|; s|c\$|o|"); do
  found=$(size -A "$object" | awk '$1 ~ /^\.(data|bss|tdata|tbss)$/ && $2 > 0 { print $1 }')
  [ -z "$found" ] || fault "$object bewaart iets tussen twee aanroepen: $(echo "$found" | tr '\n' ' ')"
  found=$(objdump -d --no-show-raw-insn "$object" | grep -cE '%[xyz]mm|%st\b|\bf(ld|st|add|mul|div|ild)[a-z]*\b')
  [ "$found" = 0 ] || fault "$object rekent met drijvende komma: $found opdrachten"
done
for folder in base calc core content web; do
  layer "$folder" '(PQ|pq)[A-Za-z]+' 'libpq hoort in store/ en server/'
done
for folder in base calc core content store web cli; do
  layer "$folder" '(http_|kore_|net_)[a-z_]+' 'Kore hoort in server/'
done
for folder in base calc core store web server cli; do
  layer "$folder" 'cmark_[a-z_]+' 'cmark hoort in content/'
done

# Only the entry points that Kore looks for leave the module.
exported=$(nm -D --defined-only "$B/leer.so" | awk '{ print $3 }' | sort | tr '\n' ' ')
for name in $exported; do
  case $name in
  lms_request | kore_parent_configure | kore_worker_configure | kore_worker_teardown | kore_parent_teardown | kore_seccomp_hook | kore_parent_daemonized) ;;
  *) fault "leer.so geeft naar buiten wat daar niet hoort: $name" ;;
  esac
done

banned=$(git grep -nE '\b(strcpy|strcat|sprintf|strtok|gets|atoi|alloca|system)\(' -- 'app/*.c' 'app/*.h')
[ -z "$banned" ] || fault "verboden functie: $banned"
memory=$(git grep -nE '\b(malloc|calloc|realloc)\(' -- 'app/*.c' | grep -vE '^app/(base/arena|calc/|server/|cli/)')
[ -z "$memory" ] || fault "geheugen buiten base/arena.c: $memory"

html=$(git grep -nE '\(const struct safe_html \*\)' -- 'app/*.c' | grep -v '^app/content/markdown.c')
url=$(git grep -nE '\(const struct safe_url \*\)' -- 'app/*.c' | grep -v '^app/base/url.c')
[ -z "$html$url" ] || fault "een belofte buiten haar bestand: $html$url"

if command -v node >/dev/null && [ -d assets/node_modules ]; then
  node assets/build.mjs --check >/dev/null || fault 'assets/dist is niet wat assets/src geeft: doe make assets'
fi
if command -v shellcheck >/dev/null; then
  # shellcheck disable=SC2046 # names without spaces
  shellcheck -x $(git ls-files '*.sh') .ci/run || fault 'shellcheck vindt iets'
fi
if command -v clang >/dev/null; then
  clang -w -fsyntax-only -std=c11 -D_GNU_SOURCE -DKORE_USE_PGSQL \
    -DKORE_USE_TASKS -Iapp -I"$B/gen" -isystem /usr/include/postgresql \
    tests/fuzz/*_fuzz.c || fault 'een proef van make fuzz past niet meer op de code'
fi

[ "$faults" = 0 ] || exit 1
echo 'check: in orde'
