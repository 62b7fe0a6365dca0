# SPDX-License-Identifier: EUPL-1.2
"""Where the core's answer to a plan differs from what the contract says.

    oordeel(plan, antwoord)     [(path, core, oracle)], empty when they agree
    dashboard_oordeel(...)      the same for sums over plans
    keur_vectoren(vraag)        §9: oracle and core on every vector
"""
import copy
import glob
import json
import os
import re

import rekenkern_oracle as oracle
from gevoeligheid import oordeel_gevoeligheid
from weigeringen import te_groot, weigeringen

MODI = ("tov_huidige_situatie", "tov_dreigende_situatie")
VECTOREN = "tests/fixtures/vectors"

# --- comparing ---------------------------------------------------------------

def vlak(waarde, pad=""):
    """Every leaf of a JSON value with its path."""
    if isinstance(waarde, dict) and waarde:
        for sleutel in waarde:
            yield from vlak(waarde[sleutel], "%s.%s" % (pad, sleutel))
    elif isinstance(waarde, list) and waarde:
        for i, onder in enumerate(waarde):
            yield from vlak(onder, "%s[%d]" % (pad, i))
    else:
        yield pad, waarde


def zelfde_sleutels(kern, verwacht):
    """The core's answer without what it holds more (§11: "and may hold
    more"): other keys of the whole, of a scenario and of a mode."""
    def samen(a, b):
        return {sleutel: a.get(sleutel, "(afwezig)") for sleutel in b}

    kern = samen(kern, verwacht)
    for modus in MODI:
        kern[modus] = samen(kern[modus], verwacht[modus])
    kern["scenarios"] = {
        naam: samen(kern["scenarios"][naam], verwacht["scenarios"][naam])
        for naam in oracle.SCENARIOS}
    return kern


def verschillen(kern, verwacht):
    """(path, core, oracle) of each leaf that one of them has otherwise."""
    links = dict(vlak(zelfde_sleutels(kern, verwacht)))
    rechts = dict(vlak(verwacht))
    for pad in sorted(set(links) | set(rechts)):
        a, b = links.get(pad, "(afwezig)"), rechts.get(pad, "(afwezig)")
        if pad.endswith("kans_dreigend") or pad.endswith(".slaagkans"):
            a, b = str(a), str(b)  # echoed: text or the whole number
        if a != b or isinstance(a, bool) != isinstance(b, bool):
            yield pad, a, b


def zakken(kern, verwacht):
    """§5 Verkeerde zak. Of two that gain the same, either may be named."""
    gevonden = {(z["modus"], z["betaler"]): z for z in kern["verkeerde_zak"]}
    for modus in MODI:
        baten = verwacht[modus]["baten_per_betaler"]
        for zak in oracle.verkeerde_zak(baten,
                                        verwacht[modus]["totale_baten"]):
            z = gevonden.pop((modus, zak["betaler"]), {})
            if (z.get("tekort_eurocent") != zak["tekort"]
                    or z.get("medefinancier") not in zak["kan_meebetalen"]
                    or z.get("baat_medefinancier_eurocent")
                    != baten[z["medefinancier"]]):
                yield "verkeerde_zak", z, zak
    if gevonden:
        yield "verkeerde_zak", list(gevonden), "(afwezig)"


def invarianten(kern):
    """§9: asserted on what the core says, whatever the oracle says."""
    modi = [kern[m] for m in MODI]
    for modus in modi:
        for tabel in ("baten_per_wet", "baten_per_domein",
                      "baten_per_betaler"):
            if sum(modus[tabel].values()) != modus["totale_baten"]:
                yield tabel, sum(modus[tabel].values()), modus["totale_baten"]
        if modus["vrijval"] - modus["extra_inzet"] != modus["totale_baten"]:
            yield "vrijval - extra_inzet", modus["vrijval"], \
                modus["extra_inzet"]
    verschil = modi[1]["totale_baten"] - modi[0]["totale_baten"]
    if verschil != kern["voorkomen_verergering"]:
        yield "modus D - modus H", verschil, kern["voorkomen_verergering"]
    for naam, s in kern["scenarios"].items():
        for tabel in ("regels", "per_wet", "per_domein", "per_betaler"):
            if sum(s[tabel].values()) != s["totaal"]:
                yield naam + "." + tabel, sum(s[tabel].values()), s["totaal"]
        if sum(s["per_jaar"]) != s["totaal"]:
            yield naam + ".per_jaar", sum(s["per_jaar"]), s["totaal"]


def grote_paden(plan, uitkomst):
    """§11.1 Size, as paths of a plan: a line by its place."""
    paden = te_groot(uitkomst)
    for naam, lijst in plan["scenarios"].items():
        for i, regel in enumerate(lijst):
            pad = "scenarios.%s.regels.%s" % (naam, regel["id"])
            if pad in paden:
                paden.add("scenarios.%s[%d]" % (naam, i))
    return paden


def oordeel(plan, kern):
    """All differences between the core's answer and the oracle's."""
    paden = {f["pad"] for f in kern.get("fouten", [])}
    moet = weigeringen(plan)
    if moet or not paden:
        if moet != paden:
            return [("fouten", sorted(paden - moet), sorted(moet - paden))]
        if moet:
            return []
    verwacht = oracle.reken(plan)
    groot = grote_paden(plan, verwacht)
    if groot or paden:
        # Many totals are too large at once; the core may name the first, but
        # each line that is too large by itself, and nothing that is not.
        regels = {p for p in groot if p.endswith("]") and "].per" not in p
                  and re.fullmatch(r"scenarios\.[a-z]+\[\d+\]", p)}
        if not paden or paden - groot or regels - paden:
            return [("te groot", sorted(paden), sorted(groot))]
        return []
    return [*verschillen(kern, verwacht), *zakken(kern, verwacht),
            *invarianten(kern)]


def dashboard_oordeel(kern, uitkomsten):
    """§5 Dashboard: every sum, n and average."""
    links = dict(vlak(kern))
    rechts = dict(vlak(oracle.dashboard(uitkomsten)))
    return [("dashboard" + pad, links.get(pad), waarde)
            for pad, waarde in rechts.items() if links.get(pad) != waarde]


# --- the vectors -------------------------------------------------------------

def gelijk(kern, verwacht):
    """The leaves of an expected file that are otherwise or absent."""
    links = dict(vlak(kern))
    return [(pad, links.get(pad, "(afwezig)"), waarde)
            for pad, waarde in vlak(verwacht)
            if links.get(pad, "(afwezig)") != waarde]


def vector(naam, soort):
    with open("%s/%s_%s.json" % (VECTOREN, naam, soort),
              encoding="utf-8") as bestand:
        return json.load(bestand)


def merkt_alles(plan, kern):
    """That a difference in any leaf of an answer would be seen."""
    verwacht = oracle.reken(plan)

    def leden(waarde):
        paren = waarde.items() if isinstance(waarde, dict) \
            else enumerate(waarde) if isinstance(waarde, list) else ()
        for sleutel, onder in list(paren):
            if isinstance(onder, (dict, list)):
                yield from leden(onder)
            else:
                yield waarde, sleutel, onder

    antwoord = copy.deepcopy(zelfde_sleutels(kern, verwacht))
    for waar, sleutel, oud in leden(antwoord):
        waar[sleutel] = oud + 1 if isinstance(oud, int) else "%s~" % oud
        if not list(verschillen(antwoord, verwacht)):
            yield "ongezien: %s" % sleutel, waar[sleutel], oud
        waar[sleutel] = oud


def keur_vectoren(reken, dashboard):
    """§9: V1 to V8 by the oracle and by the core; V9 over their results."""
    uitkomsten, gevonden = {}, []
    for pad in sorted(glob.glob(VECTOREN + "/*_invoer.json")):
        naam = os.path.basename(pad).split("_")[0]
        plan = vector(naam, "invoer")
        if "plannen" in plan:
            continue
        kern = reken(plan)
        for antwoord in (oracle.reken(plan), kern):
            gevonden += gelijk(antwoord, vector(naam, "verwacht"))
        gevonden += oordeel(plan, kern)
        gevonden += merkt_alles(plan, kern)
        gevonden += oordeel_gevoeligheid(plan, kern)
        uitkomsten[naam] = kern
    v9 = [uitkomsten[naam] for naam in vector("V9", "invoer")["plannen"]]
    verwacht = vector("V9", "verwacht")
    del verwacht["vector"]
    gevonden += gelijk(oracle.dashboard(v9), verwacht)
    return gevonden + dashboard_oordeel(dashboard(v9), v9)
