# SPDX-License-Identifier: EUPL-1.2
"""Compares the rekenkern with the oracle on random plans.

    python3 vergelijk.py [--plannen N] [--zaad N] [--processen N]

Every field of every result, every path of every refusal, the dashboard over
the results, and the invariants of §9. A difference is shrunk to the smallest
plan that still shows it, and printed with both values; exit 1.
"""
import argparse
import copy
import json
import multiprocessing
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
import generator  # noqa: E402
from gevoeligheid import oordeel_gevoeligheid  # noqa: E402
from oordeel import dashboard_oordeel, keur_vectoren, oordeel  # noqa: E402

PROGRAMMA = os.environ.get("REKENKERN", ".build/rekenkern")
PER_KEER = 250
DEEL_FOUT = 5  # one plan in five has faults
DEEL_TEKST = 25
DEEL_GEVOELIG = 8  # §7 is eight plans more for the oracle


def vraag(regels, *woorden):
    """The lines that the program answers, and its exit."""
    klaar = subprocess.run(
        [PROGRAMMA, *woorden], input="".join(r + "\n" for r in regels),
        capture_output=True, text=True, encoding="utf-8", check=False)
    return klaar.stdout.splitlines(), klaar.returncode


def reken(plan):
    antwoord, _ = vraag([json.dumps(plan)], "reken", "--ndjson")
    return json.loads(antwoord[0])


def dashboard(uitkomsten):
    antwoord, einde = vraag(map(json.dumps, uitkomsten), "dashboard")
    return json.loads("\n".join(antwoord)) if einde == 0 else {}


# --- shrinking ---------------------------------------------------------------

def kleinere(plan):
    """Plans that are one step simpler."""
    def met(wijzig):
        ander = copy.deepcopy(plan)
        try:
            wijzig(ander)
        except (KeyError, TypeError, AttributeError, IndexError):
            return
        if ander != plan:
            yield ander

    def zet(waar, sleutel, waarde):
        def wijzig(p):
            for stap in waar:
                p = p[stap]
            if waarde is None:
                del p[sleutel]
            else:
                p[sleutel] = waarde
        return met(wijzig)

    scenarios = plan.get("scenarios")
    lijsten = scenarios.items() if isinstance(scenarios, dict) else ()
    for naam, lijst in lijsten:
        yield from zet(["scenarios"], naam, [])
        for i in range(len(lijst) if isinstance(lijst, list) else 0):
            yield from zet(["scenarios", naam], i, None)
    for sleutel in set(plan) - {"rekenregels", "scenarios"}:
        yield from zet([], sleutel, None)
    yield from zet(["rekenregels"], "horizon_jaren", 1)
    yield from zet(["rekenregels"], "disconto_pct", "0")
    for naam, lijst in lijsten:
        for i in range(len(lijst) if isinstance(lijst, list) else 0):
            waar = ["scenarios", naam, i]
            for sleutel in ("kans", "start_maand"):
                yield from zet(waar, sleutel, None)
            for sleutel, waarde in (
                    ("hoeveelheid", "1"), ("tarief_eurocent", 1),
                    ("wet", "W"), ("domein", "overig"), ("per", "maand"),
                    ("aard", "dienst"), ("rol", "lopend"), ("code", "T"),
                    ("persoon", "HH"),
                    ("duur", {"aantal": "1", "eenheid": "maand"})):
                yield from zet(waar, sleutel, waarde)
            yield from met(lambda p, n=naam, k=i: (
                p["scenarios"][n][k].pop("betalers"),
                p["scenarios"][n][k].update(betaler="gemeente")))


def soort(gevonden):
    """What a difference is about, without the place of the line."""
    def kern(pad):
        return re.sub(r"\[\d+\]|huidig|dreigend|doorbraak", "", pad)

    return {(pad, *map(kern, a if pad == "fouten" else ()), "|",
             *map(kern, b if pad == "fouten" else ()))
            for pad, a, b in gevonden}


def krimp(plan, gevonden):
    """The smallest plan of these steps with a difference at the same place."""
    zoekt = soort(gevonden)
    verder = True
    while verder:
        verder = False
        for ander in kleinere(plan):
            nu = oordeel(ander, reken(ander))
            if soort(nu) & zoekt:
                plan, gevonden, verder = ander, nu, True
                break
    return plan, gevonden


# --- documents that are not JSON of a plan -----------------------------------

def bederf(maker, tekst):
    """§11.1: syntax, encoding and double keys have regel:kolom as path."""
    plek = maker.r.randrange(1, len(tekst))
    return maker.kies((
        tekst[:plek],
        tekst.replace('"scenarios": {', '"scenarios": {"huidig": [], ', 1)
        if '"huidig"' in tekst else tekst[:plek],
        tekst + "x", "[" + tekst, tekst.replace(":", ";", 1),
        tekst.replace('"versie"', '"versie": "1", "versie"', 1),
    ))


def is_plaats(kern):
    return len(kern.get("fouten", [])) == 1 and \
        re.fullmatch(r"\d+:\d+", kern["fouten"][0]["pad"])


# --- many --------------------------------------------------------------------

def keur_dashboards(uitkomsten):
    """Per horizon, as the program wants; sums that stay below 2^53."""
    gevonden = []
    for jaren in range(1, 6):
        samen = [u for u in uitkomsten if u["horizon_jaren"] == jaren
                 and max(s["totaal"] for s in u["scenarios"].values())
                 < 10 ** 12]
        # All of them; and two, whose average is often on a half.
        for deel in (samen, samen[:2]):
            if deel:
                gevonden += dashboard_oordeel(dashboard(deel), deel)
    return gevonden


def beurt(opdracht):
    """One handful of plans: how many of each kind, and the first fault."""
    zaad, aantal = opdracht
    maker = generator.Maker(zaad)
    plannen = [maker.fout() if maker.r.randrange(DEEL_FOUT) == 0
               else maker.plan() for _ in range(aantal)]
    kapot = [bederf(maker, json.dumps(maker.plan()))
             for _ in range(aantal // DEEL_TEKST)]
    antwoorden, _ = vraag([*map(json.dumps, plannen), *kapot],
                          "reken", "--ndjson")
    kern = [json.loads(a) for a in antwoorden]
    if len(kern) != aantal + len(kapot):
        return 0, 0, (zaad, None, [("antwoorden", len(kern), aantal)])
    for plan, antwoord in zip(plannen, kern):
        gevonden = oordeel(plan, antwoord)
        if gevonden:
            return 0, 0, (zaad, *krimp(plan, gevonden))
    for i, antwoord in enumerate(kern, 1):
        if antwoord.get("regel", i) != i:
            return 0, 0, (zaad, None, [("regel", antwoord["regel"], i)])
    for tekst, antwoord in zip(kapot, kern[aantal:]):
        if not is_plaats(antwoord):
            return 0, 0, (zaad, tekst, [("regel:kolom", antwoord, None)])
    for plan, antwoord in list(zip(plannen, kern))[::DEEL_GEVOELIG]:
        gevonden = "fouten" not in antwoord \
            and oordeel_gevoeligheid(plan, antwoord)
        if gevonden:
            return 0, 0, (zaad, plan, gevonden)
    goed = [k for k in kern if "fouten" not in k]
    gevonden = keur_dashboards(goed)
    if gevonden:
        return 0, 0, (zaad, None, gevonden)
    return len(goed), len(kern) - len(goed), None


def opdrachten(plannen, zaad):
    for begin in range(0, plannen, PER_KEER):
        yield "%s/%d" % (zaad, begin), min(PER_KEER, plannen - begin)


def toon(waar, plan, gevonden):
    """A difference, for somebody who has to decide who is right."""
    print("orakel: verschil, zaad %s" % waar)
    if plan is not None:
        print(plan if isinstance(plan, str) else json.dumps(plan, indent=1))
    for pad, kern, verwacht in gevonden[:20]:
        print("%s\n  kern:   %s\n  orakel: %s" % (pad, kern, verwacht))
    return 1


def main():
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--plannen", type=int, default=3000)
    lezer.add_argument("--zaad", default="1")
    lezer.add_argument("--processen", type=int,
                       default=min(2, os.cpu_count() or 1))
    keuze = lezer.parse_args()
    gevonden = keur_vectoren(reken, dashboard)
    if gevonden:
        return toon("vectoren", None, gevonden)
    goed = geweigerd = 0
    with multiprocessing.Pool(keuze.processen) as pool:
        for g, w, gevonden in pool.imap(
                beurt, opdrachten(keuze.plannen, keuze.zaad)):
            goed, geweigerd = goed + g, geweigerd + w
            if g + w and (goed + geweigerd) % 10000 < g + w:
                print("orakel: %d ..." % (goed + geweigerd), file=sys.stderr)
            if not gevonden:
                continue
            return toon(*gevonden)
    print("orakel: %d uitkomsten en %d weigeringen, geen verschil (zaad %s)"
          % (goed, geweigerd, keuze.zaad))
    return 0


if __name__ == "__main__":
    sys.exit(main())
