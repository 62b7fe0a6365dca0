# SPDX-License-Identifier: EUPL-1.2
# Leeromgeving Doorbraakmethode. `make` shows what you can do.
# Sources are found by folder: a new .c, .sql, page or test needs no line here.

B      := .build
CC     ?= gcc
ifeq ($(origin CC),default)
CC     := gcc
endif

WARN   := -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wconversion \
          -Wsign-conversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
          -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings \
          -Wundef -Wvla -Wformat=2 -Wimplicit-fallthrough -Wnull-dereference \
          -Wdouble-promotion -Werror
HARDEN := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong \
          -fstack-clash-protection -fcf-protection -fPIC -fvisibility=hidden \
          -fno-common
# The library has no floating point, so it needs no such registers; without
# them its 128-bit numbers are also copied faster.
CALCOPT := $(if $(SANITIZE),,-O3) -mgeneral-regs-only
# Must be the defines that Kore itself was built with: they change its structs.
KORE   := -DKORE_USE_PGSQL -DKORE_USE_TASKS
CFLAGS := $(WARN) $(HARDEN) $(SANITIZE) -Iapp -I$(B)/gen \
          -isystem /usr/include/postgresql
LINK   := -Wl,-z,relro,-z,now,-z,noexecstack $(SANITIZE)

src     = $(sort $(wildcard app/$(1)/*.c))
obj     = $(patsubst %.c,$(B)/obj/%.o,$(1))

CALC_PROGRAM := $(call src,calc/programma)
CALC    := $(call src,calc) $(call src,calc/signaal) $(call src,calc/uitleg)
PAGES   := $(sort $(wildcard app/web/pages/*.html app/web/pages/*/*.html))
SQL     := $(sort $(wildcard app/store/*.sql))
ASSETS  := $(sort $(wildcard assets/dist/*))

# Everything that the module and the command share.
COMMON  := $(foreach d,base core content store,$(call src,$(d)))
WEB     := $(foreach d,web web/law web/peer web/plan web/review,$(call src,$(d)))
GEN_OBJ := $(B)/obj/gen/query.o
PAGE_OBJ := $(B)/obj/gen/pages.o
LIBS    := -lpq -lcmark -ljansson -lsodium -lgmp -lz -lxxhash

COMMON_OBJ := $(call obj,$(COMMON)) $(GEN_OBJ)
WEB_OBJ    := $(call obj,$(WEB)) $(PAGE_OBJ)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
.SUFFIXES:

.PHONY: help
help:
	@echo "make run           start de leeromgeving op http://localhost:8080"
	@echo "make test          alle proeven: unit, database, http, browser"
	@echo "make build         alleen bouwen"
	@echo "make attacks       de aanvallen op de voordeur, met wat eruit kwam"
	@echo "make faults        storingen onder belasting, met een controleur (4 minuten)"
	@echo "make typing        vijfhonderd cursisten die typen, met storingen (4 minuten)"
	@echo "make fifteen       een heel plan door een ervaren gebruiker: tekens, klikken en minuten"
	@echo "make oracle        de rekenkern naast een tweede, trage rekenaar (PLANS=100000)"
	@echo "make bench         metingen naast de ijkpunten"
	@echo "make bench-calc    metingen van de rekenkern naast wat het contract vraagt"
	@echo "make check         stijl, lagen, verboden functies, shellcheck"
	@echo "make assets        css en js opnieuw maken (vraagt Node en npm)"
	@echo "make golden        verwachte pagina's opnieuw schrijven"
	@echo "make schema        migrations/schema.sql opnieuw schrijven"
	@echo "make asan          bouwen en proeven met de sanitizers"
	@echo "make fuzz          willekeurige invoer voor elke lezer (FUZZ_SECONDS=20)"
	@echo "make fuzz-calc     dat voor de rekenkern: tien minuten voor elk deel"
	@echo "make install       de rekenkern als bibliotheek en programma (PREFIX=/usr/local DESTDIR=)"
	@echo "make format clean"

# --- generated sources -------------------------------------------------------

GEN := $(B)/gen/query.h $(B)/gen/query.c $(B)/gen/pages.h $(B)/gen/pages.c \
       $(B)/gen/asset_urls.h

$(B)/gen/query.c $(B)/gen/query.h &: $(SQL) app/tools/sql2c.awk
	@mkdir -p $(B)/gen
	awk -v HEADER=$(B)/gen/query.h -f app/tools/sql2c.awk $(SQL) > $(B)/gen/query.c

$(B)/gen/pages.c $(B)/gen/pages.h &: $(PAGES) app/tools/page2c.awk
	@mkdir -p $(B)/gen
	awk -v HEADER=$(B)/gen/pages.h -f app/tools/page2c.awk $(PAGES) > $(B)/gen/pages.c

$(B)/gen/asset_urls.h: $(ASSETS) app/tools/assets.sh
	@mkdir -p $(B)/gen
	sh app/tools/assets.sh assets/dist $(B)/assets $@

# What the rekenkern knows of tariffs is the table of the courses.
TARIFF_OBJ := $(B)/obj/gen/calc/tarieven.o

$(B)/gen/calc/tarieven.c: courses/gegevens/tarieven.csv app/tools/tarieven2c.awk
	@mkdir -p $(@D)
	LC_ALL=C awk -f app/tools/tarieven2c.awk $< > $@

# --- objects and programs ----------------------------------------------------

$(B)/obj/gen/calc/%.o: $(B)/gen/calc/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c $< -o $@

$(B)/obj/gen/%.o: $(B)/gen/%.c | $(GEN)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c $< -o $@

$(B)/obj/app/calc/%.o: app/calc/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(if $(findstring /programma/,$<),,$(CALCOPT)) -MMD -MP -c $< -o $@

$(B)/obj/app/server/%.o: app/server/%.c | $(GEN)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(KORE) -MMD -MP -c $< -o $@

$(B)/obj/app/%.o: app/%.c | $(GEN)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c $< -o $@

-include $(shell test -d $(B)/obj && find $(B)/obj $(B)/test -name '*.d' 2>/dev/null)

$(B)/librekenkern.a: $(call obj,$(CALC)) $(TARIFF_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(B)/librekenkern.so.1: $(call obj,$(CALC)) $(TARIFF_OBJ) app/calc/rekenkern.map
	$(CC) -shared $(LINK) -Wl,-soname,librekenkern.so.1 -Wl,--no-undefined \
	  -Wl,--version-script=app/calc/rekenkern.map -o $@ $(filter %.o,$^) -lgmp

$(B)/rekenkern: $(call obj,$(CALC_PROGRAM)) $(B)/librekenkern.a
	$(CC) $(LINK) -o $@ $^ -ljansson -lgmp

$(B)/leer.so: $(COMMON_OBJ) $(WEB_OBJ) $(call obj,$(call src,server)) $(B)/librekenkern.a
	$(CC) -shared $(LINK) -Wl,--exclude-libs,librekenkern.a -o $@ $^ $(LIBS)

$(B)/leer: $(COMMON_OBJ) $(call obj,$(call src,cli)) $(B)/librekenkern.a
	$(CC) $(LINK) -o $@ $^ $(LIBS)

.PHONY: build
build: $(B)/rekenkern $(B)/librekenkern.so.1 $(B)/leer $(B)/leer.so

# --- install the rekenkern ---------------------------------------------------

PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib
CALC_VERSION := $(shell sed -n 's/.*RK_BIBLIOTHEEK_VERSIE "\(.*\)"/\1/p' app/calc/rekenkern.h)
# A header that says RK_OPENBAAR is for others: app/calc/openbaar.h.
CALC_PUBLIC  := $(shell grep -l RK_OPENBAAR app/calc/*.h)

.PHONY: install
install: $(B)/librekenkern.a $(B)/librekenkern.so.1 $(B)/rekenkern
	install -d $(addprefix $(DESTDIR),$(PREFIX)/bin $(PREFIX)/include/rekenkern \
	  $(LIBDIR)/pkgconfig $(PREFIX)/share/man/man1 $(PREFIX)/share/rekenkern/schema)
	install -m 755 $(B)/rekenkern $(DESTDIR)$(PREFIX)/bin/
	install -m 644 $(CALC_PUBLIC) $(DESTDIR)$(PREFIX)/include/rekenkern/
	install -m 644 $(B)/librekenkern.a $(DESTDIR)$(LIBDIR)/
	install -m 755 $(B)/librekenkern.so.1 $(DESTDIR)$(LIBDIR)/librekenkern.so.$(CALC_VERSION)
	ln -sf librekenkern.so.$(CALC_VERSION) $(DESTDIR)$(LIBDIR)/librekenkern.so.1
	ln -sf librekenkern.so.1 $(DESTDIR)$(LIBDIR)/librekenkern.so
	sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@VERSION@|$(CALC_VERSION)|' \
	  app/calc/rekenkern.pc.in > $(DESTDIR)$(LIBDIR)/pkgconfig/rekenkern.pc
	install -m 644 app/calc/rekenkern.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 app/calc/README.md $(DESTDIR)$(PREFIX)/share/rekenkern/
	install -m 644 app/calc/schema/*.json $(DESTDIR)$(PREFIX)/share/rekenkern/schema/

# --- run ---------------------------------------------------------------------

.PHONY: run packages
packages:
	@sh conf/scripts/packages.sh run

run: packages
	@sh conf/scripts/run.sh

# --- tests -------------------------------------------------------------------

UNIT_SRC := $(sort $(wildcard tests/unit/*/*_test.c tests/unit/*/*/*_test.c))
UNIT_BIN := $(patsubst tests/unit/%.c,$(B)/test/unit/%,$(UNIT_SRC))
DB_SRC   := $(sort $(wildcard tests/db/*_test.c))
DB_BIN   := $(patsubst tests/db/%.c,$(B)/test/db/%,$(DB_SRC))

$(B)/test/unit/calc/%: tests/unit/calc/%.c $(B)/librekenkern.a $(B)/rekenkern
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Itests -MMD -MP $(LINK) -o $@ $< $(B)/librekenkern.a -lcmocka -ljansson -lgmp

$(B)/test/unit/%: tests/unit/%.c $(COMMON_OBJ) $(WEB_OBJ) $(B)/librekenkern.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Itests -MMD -MP $(LINK) -o $@ $< $(COMMON_OBJ) $(WEB_OBJ) $(B)/librekenkern.a $(LIBS) -lcmocka

# What administration does to the database is tried there as well.
DB_OBJ := $(COMMON_OBJ) $(WEB_OBJ) $(B)/obj/app/cli/search_load.o
$(B)/test/db/%: tests/db/%.c $(DB_OBJ) $(B)/librekenkern.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Itests -MMD -MP $(LINK) -o $@ $< $(DB_OBJ) $(B)/librekenkern.a $(LIBS) -lcmocka

# Each file has a site of its own: a newcomer is new only once.
BROWSER_LONG  := $(patsubst %,tests/browser/%.test.mjs,pages zoom path states everyone lost)
BROWSER_SHORT := $(filter-out $(BROWSER_LONG),$(sort $(wildcard tests/browser/*.test.mjs)))

.PHONY: fifteen
fifteen: build
	@sh tests/with-stack.sh site node tests/browser/fifteen.mjs

.PHONY: test test-packages test-unit test-calc test-oracle test-db test-http test-faults test-storm test-attacks
.PHONY: test-browser attacks
test-packages:
	@sh conf/scripts/packages.sh test

# All is built before several jobs at a time begin; the longest of these first.
test: test-packages
	@$(MAKE) -s -j$$(nproc) build $(UNIT_BIN) $(DB_BIN) tests/node_modules/.package-lock.json
	@sh tests/side-by-side.sh $(BROWSER_LONG) test-http test-db test-fuzz test-attacks test-faults test-storm \
	  $(BROWSER_SHORT) test-oracle check test-unit test-calc
	@echo "Alle proeven zijn geslaagd."

test-unit: build $(UNIT_BIN)
	@sh tests/run-unit.sh $(UNIT_BIN)

# The rekenkern beside a slow and exact one of another hand: tests/oracle.
PLANS ?= 100000
SEED  ?= 1
ORACLE = REKENKERN=$(B)/rekenkern python3 tests/oracle/vergelijk.py
.PHONY: oracle
oracle: build
	@$(ORACLE) --plannen $(PLANS) --zaad $(SEED)

test-oracle: build
	@$(ORACLE) --plannen 2000 --zaad proef

test-db: build $(DB_BIN)
	@sh tests/with-stack.sh database sh tests/run-unit.sh $(DB_BIN)

tests/node_modules/.package-lock.json: tests/package-lock.json
	cd tests && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# The rekenkern as others meet it: its documents, its library, its program.
test-calc: build tests/node_modules/.package-lock.json
	@node --test tests/schema/ tests/install/

test-http: build
	@sh tests/with-stack.sh site node --test tests/http/

test-faults: build
	@sh tests/with-stack.sh site node --test $(wildcard tests/faults/*.test.mjs)

# A short form of `make faults`.
test-storm: build
	@sh tests/with-stack.sh guarded node --test tests/faults/load/

test-attacks: build
	@sh tests/with-stack.sh site node --test tests/attacks/

attacks: build
	@sh tests/with-stack.sh site node --test --test-reporter=dot tests/attacks/attacks.test.mjs
	@cat $(B)/attacks.md

test-browser: build
	@sh tests/side-by-side.sh $(BROWSER_LONG) $(BROWSER_SHORT)

# --- care --------------------------------------------------------------------

C_FILES = $(shell git ls-files 'app/*.c' 'app/*.h' 'tests/*.c' 'tests/*.h')
SHELL_FILES = $(shell git ls-files '*.sh' .ci/run)

.PHONY: check format schema golden asan assets bench bench-calc faults typing clean
check: build
	@sh app/tools/check.sh

format:
	clang-format -i $(C_FILES)

# Through a file of its own: a failure must not leave half a sum.
schema: build
	@sh tests/with-stack.sh database sh app/tools/schema.sh > $(B)/schema.sql
	@mv $(B)/schema.sql migrations/schema.sql

golden: build
	@GOLDEN=write $(MAKE) -s test-unit

assets:
	cd assets && npm ci --no-audit --no-fund && node build.mjs

$(B)/bench/load: tests/bench/load.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LINK) -o $@ $<

$(B)/bench/kern: tests/bench/kern.c $(B)/librekenkern.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LINK) -o $@ $^ -lgmp

bench-calc: $(B)/rekenkern $(B)/bench/kern
	@node tests/bench/calc.mjs

bench: build $(B)/bench/load
	@sh conf/scripts/packages.sh bench
	@sh tests/with-stack.sh site node tests/bench/bench.mjs

faults: build test-packages
	@sh tests/with-stack.sh guarded node tests/faults/load/run.mjs

# Many who type at once, with kills and restarts (3 minutes).
typing: build test-packages
	@sh tests/with-stack.sh guarded node tests/faults/load/typing.mjs

asan:
	$(MAKE) B=.build/asan SANITIZE="-fsanitize=address,undefined -fno-omit-frame-pointer" test-unit

# Each parser gets anything for FUZZ_SECONDS: tests/fuzz/README.md.
FUZZ_SECONDS ?= 20
FUZZ_NAMES := $(patsubst tests/fuzz/%_fuzz.c,%,$(sort $(wildcard tests/fuzz/*_fuzz.c)))
# gcc has judged the style: clang only compiles.
FUZZ_FLAGS := -w -O1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

$(B)/fuzz_%: tests/fuzz/%_fuzz.c $(COMMON_OBJ) $(WEB_OBJ) $(B)/obj/app/server/message.o $(B)/librekenkern.a
	$(CC) $(CFLAGS) $(KORE) $(LINK) -fsanitize=fuzzer -o $@ $< $(COMMON_OBJ) $(WEB_OBJ) \
	  $(if $(filter message,$*),$(B)/obj/app/server/message.o) $(B)/librekenkern.a $(LIBS)

# The rekenkern's own need nothing else of the project, so they are soon built.
FUZZ_CALC := $(filter calc%,$(FUZZ_NAMES))
FUZZ_CALC_OBJ := $(filter-out %/main.o,$(call obj,$(CALC_PROGRAM)))
$(FUZZ_CALC:%=$(B)/fuzz_%): $(B)/fuzz_%: tests/fuzz/%_fuzz.c tests/fuzz/calc.h $(FUZZ_CALC_OBJ) $(B)/librekenkern.a
	$(CC) $(CFLAGS) $(LINK) -fsanitize=fuzzer -o $@ $< $(FUZZ_CALC_OBJ) $(B)/librekenkern.a -ljansson -lgmp

FUZZ_TARIFF_OBJ := $(call obj,$(call src,base) app/content/array.c app/content/csv.c app/content/fault.c app/content/source.c $(wildcard app/core/tariff*.c))
$(B)/fuzz_tariff: tests/fuzz/tariff_fuzz.c $(FUZZ_TARIFF_OBJ) $(B)/librekenkern.a
	$(CC) $(CFLAGS) $(LINK) -fsanitize=fuzzer -o $@ $^ $(LIBS)

# What becomes a plan: how much in words, and a file that was taken along.
FUZZ_PLAN_OBJ := $(call obj,$(call src,base) $(call src,core) \
  $(addprefix app/content/,array.c csv.c fault.c json_part.c json_where.c lookup.c plan_file.c plan_file_write.c source.c))
$(B)/fuzz_quantity $(B)/fuzz_plan_file: $(B)/fuzz_%: tests/fuzz/%_fuzz.c $(FUZZ_PLAN_OBJ) $(B)/librekenkern.a
	$(CC) $(CFLAGS) $(LINK) -fsanitize=fuzzer -o $@ $^ $(LIBS)

FUZZ_SUM := $(FUZZ_CALC) tariff quantity plan_file

.PHONY: fuzz fuzz-build fuzz-calc test-fuzz
fuzz-build: $(FUZZ_NAMES:%=$(B)/fuzz_%)

fuzz:
	@sh conf/scripts/packages.sh fuzz
	@$(MAKE) -s B=.build/fuzz CC=clang SANITIZE="$(FUZZ_FLAGS)" fuzz-build
	@sh tests/fuzz/run.sh $(FUZZ_SECONDS) $(FUZZ_NAMES)

# The rekenkern and the readers of what it computes with: ten minutes each, or
# half a minute in all.
fuzz-calc:
	@$(MAKE) -s fuzz FUZZ_NAMES="$(FUZZ_SUM)" FUZZ_SECONDS=600

test-fuzz:
	@FUZZ_SEED=1 $(MAKE) -s fuzz FUZZ_NAMES="$(FUZZ_SUM)" FUZZ_SECONDS=5

clean:
	rm -rf $(B)
