# SPDX-License-Identifier: EUPL-1.2
"""§7: what the outcome is when a judgement is another one.

    oordeel_gevoeligheid(plan, kern)    [(path, core, oracle)]

The lines that the core names are taken from it: of two that are as large,
either may be. That they are the largest is checked.
"""
import copy
from fractions import Fraction
from math import ceil, floor

import rekenkern_oracle as oracle
from weigeringen import te_groot


def anders(plan, wijzig):
    """The outcomes of a plan with one thing changed; None when too large."""
    ander = copy.deepcopy(plan)
    ander.pop("kans_dreigend", None)
    ander.pop("slaagkans", None)
    wijzig(ander)
    uit = oracle.reken(ander)
    if te_groot(uit):
        return None
    return {
        "tov_huidige_situatie": uit["tov_huidige_situatie"]["totale_baten"],
        "tov_dreigende_situatie":
            uit["tov_dreigende_situatie"]["totale_baten"],
        "break_even_kans": uit["break_even_kans"]["decimaal4"],
        "duiding": uit["break_even_kans"]["duiding"],
    }


def drempel(uitkomst):
    """p* as "1 op de n", n rounded down, and as a percentage that is safe:
    from p* rounded up, up to p* rounded down."""
    kans = uitkomst["break_even_kans"]
    if kans["duiding"] not in ("voordelig_vanaf_deze_kans",
                               "voordelig_tot_deze_kans"):
        return None, None
    p = Fraction(kans["teller_eurocent"], kans["noemer_eurocent"])
    if kans["duiding"] == "voordelig_tot_deze_kans":
        return None, floor(p * 100)
    return floor(1 / p), ceil(p * 100)


def kansen(h, d, b):
    """p at 0, 25, 50, 75 and 100 %."""
    return [dict(oracle.verwachting({"kans_dreigend": p}, h, d, b, 0))
            for p in ("0", "0.25", "0.5", "0.75", "1")]


def slaagkansen(plan, h, d, b, interventie):
    """q at 50 and 75 %, at the plan's own p."""
    for q in ("0.5", "0.75"):
        uit = oracle.verwachting(
            {"kans_dreigend": plan["kans_dreigend"], "slaagkans": q},
            h, d, b, interventie)
        klein = {"slaagkans": q,
                 "verwachte_plankosten": uit["verwachte_plankosten"],
                 "verwachte_baten": uit["verwachte_baten_met_slaagkans"]}
        yield None if te_groot(klein) else klein


def tarieven(plan, kern):
    """The tariff of one of the three largest lines 20 % lower and higher;
    lines with that code and tariff move along."""
    def zelfde(regel, rij):
        return (regel["code"], regel["tarief_eurocent"]) == \
            (rij["code"], rij["tarief_eurocent"])

    for rij in kern:
        def wijzig(ander, keer):
            for lijst in ander["scenarios"].values():
                for regel in lijst:
                    if zelfde(regel, rij):
                        regel["tarief_eurocent"] *= keer
        yield {
            "aantal_regels": sum(zelfde(regel, rij)
                                 for lijst in plan["scenarios"].values()
                                 for regel in lijst),
            "min_20_pct": anders(plan, lambda p: wijzig(p, Fraction(4, 5))),
            "plus_20_pct": anders(plan, lambda p: wijzig(p, Fraction(6, 5))),
        }


def grootste(plan, uitkomst):
    """The amounts of the three largest lines; a tariff counts once."""
    per_tarief = {}
    for naam, lijst in plan["scenarios"].items():
        for regel in lijst:
            sleutel = regel["code"], regel["tarief_eurocent"]
            bedrag = uitkomst["scenarios"][naam]["regels"][regel["id"]]
            per_tarief[sleutel] = max(per_tarief.get(sleutel, 0), bedrag)
    return [b for b in sorted(per_tarief.values(), reverse=True) if b][:3]


def oordeel_gevoeligheid(plan, kern):
    uitkomst = oracle.reken(plan)
    s = uitkomst["scenarios"]
    h, d, b = (s[naam]["contante_waarde"] for naam in oracle.SCENARIOS)
    g = kern["gevoeligheid"]

    def jaren(n):
        def wijzig(ander):
            ander["rekenregels"]["horizon_jaren"] = n
        return {"horizon_jaren": n, "uitkomst": anders(plan, wijzig)}

    een_op, pct = drempel(uitkomst)
    verwacht = {
        "een_op": een_op, "drempel_pct": pct,
        "kansen": kansen(h, d, b),
        "slaagkansen": list(slaagkansen(
            plan, h, d, b, s["doorbraak"]["interventiekosten_cw"]))
        if "kans_dreigend" in plan else [],
        "horizonnen": [jaren(1), jaren(3)],
        "bedragen": grootste(plan, uitkomst),
        "tarieven": list(tarieven(plan, g["tarieven"])),
    }
    gezien = dict(g, bedragen=[t["bedrag"] for t in g["tarieven"]])
    gezien["tarieven"] = [{k: t[k] for k in
                           ("aantal_regels", "min_20_pct", "plus_20_pct")}
                          for t in g["tarieven"]]
    return [("gevoeligheid." + sleutel, gezien.get(sleutel), waarde)
            for sleutel, waarde in verwacht.items()
            if gezien.get(sleutel) != waarde]
