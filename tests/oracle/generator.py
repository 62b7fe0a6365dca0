# SPDX-License-Identifier: EUPL-1.2
"""Random plans within the limits of §11, and around them; seeded.

    Maker(zaad).plan()      a plan that must be computed
    Maker(zaad).fout()      a plan with one or more faults, or too large

The weights are on what goes wrong in sums: half cents, month and year
borders, thirds and sevenths, chances of 0 and 1, and amounts near 2^53.
"""
import copy
import random

from weigeringen import BETALERS, GROOTST, KEUZES, LANGSTE_DUUR

DOMEINEN = ("inkomen", "schulden", "opvang", "jeugd", "zorg", "overig")
WETTEN = ("Jeugdwet", "Wmo 2015", "Zvw", "Wgs", "W1", "W10", "W\u00e9t \"9\"",
          "\u20ac\\\U0001f600")
KANSEN = ("0", "1", "0.5", "0.000001", "0.999999", "1/3", "2/7", "0.1", "1.0",
          "999999/1000000", "1/1000000", "0/7", "6/6", 0, 1)
HOEVEELHEDEN = ("0", "1", "0.5", "1.5", "2.25", "0.000001", "1/3", "2/7",
                "7/2", "0.333333", "1/999983", "3", 2, "12", "0.125")
TARIEVEN = (0, 1, 2, 3, 5, 7, 99, 100, 333, 1001, 6110, 16359, 200213, 750000)
DISCONTO = ("0", "2.8", "2.25", "-5", "20", "-0.0001", "19.9999", "-1", "0.5",
            "3.3333", 3, "-0", "-2.5")
AANTALLEN = {
    "jaar": ("1", "2", "3", "0.5", "1/3", "5", "60", "2/7", "0.000001"),
    "maand": ("1", "2", "6", "12", "13", "0.5", "7/3", "24", "36", "720",
              "11.999999", "1/7", "12.000001"),
    "week": ("1", "26", "52", "53", "13/3", "4.5", "3120", "260", "0.25"),
    "dag": ("1", "7", "30", "31", "365", "366", "1/2", "30.416667", "120",
            "21900", "365/12", "730"),
}
STARTS = (1, 1, 1, 2, 6, 7, 10, 11, 12, 13, 24, 25, 36, 48, 49, 59, 60, 61,
          599, 600)
NIET = object()


class Maker:
    def __init__(self, zaad):
        self.r = random.Random(zaad)

    def kies(self, uit):
        return self.r.choice(uit)

    def soms(self, kans):
        return self.r.random() < kans

    # --- numbers ---

    def decimaal(self, grootst):
        """A number from 0 to grootst in any of the shapes of §11.1."""
        soort = self.r.randrange(3)
        if soort == 0:
            onder = self.kies((2, 3, 4, 6, 7, 8, 12, 52, 365, 1000000,
                               self.r.randrange(1, 10 ** 6)))
            return "%d/%d" % (self.r.randrange(grootst * onder + 1), onder)
        plaatsen = self.r.randrange(1, 7)
        heel = self.r.randrange(grootst * 10 ** plaatsen + 1)
        return "%d.%0*d" % (heel // 10 ** plaatsen, plaatsen,
                            heel % 10 ** plaatsen)

    def kans(self):
        return self.kies(KANSEN) if self.soms(.6) else self.decimaal(1)

    def hoeveelheid(self):
        if self.soms(.65):
            return self.kies(HOEVEELHEDEN)
        return self.decimaal(self.kies((1, 3, 40, 365)))

    def tarief(self):
        if self.soms(.6):
            return self.kies(TARIEVEN)
        return self.r.randrange(self.kies((10, 1000, 10 ** 6, 10 ** 7)))

    def duur(self):
        eenheid = self.kies(KEUZES["eenheid"])
        if self.soms(.6):
            return {"aantal": self.kies(AANTALLEN[eenheid]),
                    "eenheid": eenheid}
        # Mostly within five years: what lies beyond says little.
        aantal = self.decimaal(max(1, LANGSTE_DUUR[eenheid] // 12))
        if float(eval_breuk(aantal)) == 0:
            aantal = "1"
        return {"aantal": aantal, "eenheid": eenheid}

    def delen(self):
        """Shares that are 1 together: halves, thirds, sevenths, quarters,
        decimals; a payer can come twice."""
        n = self.r.randrange(1, 6)
        if self.soms(.7):
            onder = self.kies((2, 3, 4, 7, 10, 999983))
            if onder < n:
                onder = n
            # n - 1 places to cut the whole.
            sneden = sorted(self.r.sample(range(1, onder), n - 1))
            tellers = [b - a for a, b in zip([0] + sneden, sneden + [onder])]
            delen = ["%d/%d" % (t, onder) for t in tellers]
        else:
            sneden = sorted(self.r.sample(range(1, 10 ** 6), n - 1))
            tellers = [b - a for a, b in
                       zip([0] + sneden, sneden + [10 ** 6])]
            delen = ["%d.%06d" % divmod(t, 10 ** 6) for t in tellers]
        return [{"betaler": self.kies(BETALERS), "deel": d} for d in delen]

    # --- a plan ---

    def regel(self, naam, personen):
        per = self.kies(KEUZES["per"])
        regel = {
            "id": naam, "persoon": self.kies(personen + ["HH"]),
            "code": self.kies(("T", "ONBEKEND", "X-1")),
            "domein": self.kies(DOMEINEN), "wet": self.kies(WETTEN),
            "aard": self.kies(KEUZES["aard"]),
            "rol": self.kies(KEUZES["rol"]),
            "tarief_eurocent": self.tarief(),
            "hoeveelheid": self.hoeveelheid(), "per": per,
        }
        if self.soms(.6):
            regel["start_maand"] = self.kies(STARTS)
        if per != "eenmalig":
            regel["duur"] = self.duur()
        if self.soms(.25):
            regel["kans"] = self.kans()
        if self.soms(.3):
            regel["betalers"] = self.delen()
        else:
            regel["betaler"] = self.kies(BETALERS)
        return regel

    def regels(self, letter, personen):
        n = self.kies((0, 1, 1, 2, 2, 3, 4, 6))
        if self.soms(.003):
            n = self.kies((30, 60))
        return [self.regel("%s%d" % (letter, i + 1), personen)
                for i in range(n)]

    def scenarios(self, personen):
        """Three lists; often one is a copy of another (D = H, p* = 0, 1)."""
        h, d, b = (self.regels(letter, personen) for letter in "HDB")
        if self.soms(.3):
            bron, doel = self.r.sample((h, d, b), 2)
            doel[:] = copy.deepcopy(bron)
        elif self.soms(.15):
            d[:] = copy.deepcopy(h) + d
            for i, regel in enumerate(d):
                regel["id"] = "D%d" % (i + 1)
        return {"huidig": h, "dreigend": d, "doorbraak": b}

    def plan(self):
        personen = ["P%d" % (i + 1) for i in range(self.r.randrange(4))]
        plan = {
            "rekenregels": {
                "versie": "1", "horizon_jaren": self.r.randrange(1, 6),
                "disconto_pct": self.kies(DISCONTO)},
            "huishouden": [{"id": p, "rol": "kind"} for p in personen],
            "scenarios": self.scenarios(personen),
        }
        for sleutel, waarde in (("vector", "V"), ("titel", "T \u00e9"),
                                ("id", 7), ("prijspeil_jaar", 2026)):
            if self.soms(.1):
                plan[sleutel] = waarde
        if self.soms(.75):
            plan["kans_dreigend"] = self.kans()
            if self.soms(.6):
                plan["slaagkans"] = self.kans()
        if self.soms(.06):
            self.vergroot(plan)
        elif self.soms(.03):
            self.halve_kans(plan)
        return plan

    def halve_kans(self, plan):
        """A break-even that lies on half of its fourth decimal, on either
        side of nought: so many cents of 32."""
        h = self.r.randrange(200)
        d = max(0, h + self.kies((32, -32, 96, 160)))
        b = max(0, h + self.r.randrange(-99, 100))
        for naam, bedrag in zip(("huidig", "dreigend", "doorbraak"),
                                (h, d, b)):
            self.vul(plan["scenarios"][naam], bedrag)

    # --- near and over 2^53 - 1 ---

    def vergroot(self, plan):
        """Amounts near the limits; the total may be just over."""
        lijst = plan["scenarios"][self.kies(("huidig", "dreigend",
                                             "doorbraak"))]
        if self.soms(.5):
            for regel in lijst:
                regel["tarief_eurocent"] = self.kies(
                    (10 ** 9, 999999999, 900719925))
                regel["hoeveelheid"] = self.kies(
                    ("1000000", 10 ** 6, "999999.999999", "500000.5",
                     "27397.26", "7"))
            return
        self.vul(lijst, GROOTST + self.kies((-1, 0, 0, 1)))
        for regel in lijst:
            if self.soms(.2):
                regel.pop("betaler")
                regel["betalers"] = self.delen()

    def vul(self, lijst, bedrag):
        """Lines that are exactly `bedrag` together."""
        del lijst[:]
        while bedrag > 0:
            tarief, aantal = bedrag, 1
            if bedrag > 10 ** 9:
                aantal = self.kies((10 ** 6, 10 ** 6, 999983))
                aantal = min(aantal, bedrag // 10 ** 8)
                tarief = min(10 ** 9, bedrag // aantal)
            bedrag -= tarief * aantal
            regel = self.regel("G%d" % len(lijst), [])
            for sleutel in ("duur", "kans", "betalers"):
                regel.pop(sleutel, None)
            regel.update(tarief_eurocent=tarief, hoeveelheid=str(aantal),
                         per="eenmalig", betaler="gemeente", start_maand=1)
            lijst.append(regel)

    # --- plans with faults ---

    def fout(self):
        """A plan with one to three faults; some cancel or repeat."""
        while True:
            plan = self.plan()
            if sum(map(len, plan["scenarios"].values())) > 0:
                break
        for _ in range(self.kies((1, 1, 2, 3))):
            waar, fouten = self.plek(plan)
            sleutel = self.kies(sorted(fouten))
            waarde = self.kies(fouten[sleutel])
            if waarde is NIET:
                waar.pop(sleutel, None)
            else:
                waar[sleutel] = copy.deepcopy(waarde)
        return plan

    def plek(self, plan):
        """An object of the plan, and what can be wrong with its keys."""
        soort = self.r.randrange(10)
        if soort == 0:
            return plan, FOUT_PLAN
        if soort == 1 and isinstance(plan.get("rekenregels"), dict):
            return plan["rekenregels"], FOUT_REKENREGELS
        scenarios = plan.get("scenarios")
        if soort == 2 and isinstance(scenarios, dict):
            return scenarios, FOUT_SCENARIOS
        regels = [r for lijst in scenarios.values()
                  if isinstance(lijst, list) for r in lijst
                  if isinstance(r, dict)] \
            if isinstance(scenarios, dict) else []
        if not regels:
            return plan, FOUT_PLAN
        regel = self.kies(regels)
        if soort == 3 and isinstance(regel.get("duur"), dict):
            return regel["duur"], FOUT_DUUR
        if soort in (4, 5) and isinstance(regel.get("betalers"), list):
            delen = [d for d in regel["betalers"] if isinstance(d, dict)]
            if delen:
                return self.kies(delen), FOUT_DEEL
        return regel, FOUT_REGEL


def eval_breuk(tekst):
    from fractions import Fraction
    return Fraction(tekst)


GEEN_GETAL = ("", "abc", "1e3", "+1", " 1", "1 ", "1,5", ".5", "5.", "--1",
              "1/0", "1/-2", "0x1", "1/2/3", "1.5/2", "\u0661", None, 0.5,
              True, [], {}, "-", "/", "1/", "/2", "1.0.0")
GEEN_TEKST = ("", None, 5, 0.5, False, [], {})
GEEN_HEEL = ("1", None, 1.0, True, [], {})


def deel(betaler, aandeel):
    return {"betaler": betaler, "deel": aandeel}


FOUT_PLAN = {
    "rekenregels": (NIET, None, [], "x", {}),
    "huishouden": ([], [5], {}, None, [{"id": "HH"}], [{}],
                   [{"id": "P1"}, {"id": "P1"}], [{"id": "P1", "rol": "x"}],
                   [{"id": "", "leeftijd": -1}], [{"id": 3}],
                   [{"id": "P1", "leeftijd": 150}, {"leeftijd": 151}]),
    "scenarios": (NIET, None, [], {}, 3),
    "kans_dreigend": (NIET, "1.000001", "-0.1", "3/2", "0.1234567",
                      "1/1000001", 2, -1) + GEEN_GETAL,
    "slaagkans": ("1.000001", "-0.1", "4/3", 2) + GEEN_GETAL,
}
FOUT_REKENREGELS = {
    "versie": (NIET, "2", "0", 1) + GEEN_TEKST,
    "horizon_jaren": (NIET, 0, 6, -1, 2 ** 40) + GEEN_HEEL,
    "disconto_pct": (NIET, "20.0001", "-5.0001", "1.00000", "1/2", 21, -6)
    + GEEN_GETAL,
    "weken_per_jaar": (53, 0, 52) + GEEN_HEEL,
    "dagen_per_jaar": (360, 366, 365) + GEEN_HEEL,
    "afronding": ("half_even", "half_up_per_regel_per_jaar") + GEEN_TEKST,
}
FOUT_SCENARIOS = {
    naam: (NIET, None, {}, "x", [5], [[]], [{}])
    for naam in ("huidig", "dreigend", "doorbraak")
}
FOUT_DUUR = {
    "aantal": (NIET, "0", "0.0", "0/3", "-1", "21900.000001", "60.000001",
               "720.5", "3121", 10 ** 12, "1.0000001", "1/1000001")
    + GEEN_GETAL,
    "eenheid": (NIET, "uur", "eenmalig", "Dag") + GEEN_TEKST,
}
FOUT_DEEL = {
    "betaler": (NIET, "Gemeente", "onzin") + GEEN_TEKST,
    "deel": (NIET, "0", "-1/3", "1/3", "1", "2", "1.000001", "0.1234567",
             "1/1000001", 1, 0) + GEEN_GETAL,
}
FOUT_REGEL = {
    "id": (NIET, "H1", "D1", "B1") + GEEN_TEKST,
    "persoon": (NIET, "P9", "hh") + GEEN_TEKST,
    "code": (NIET,) + GEEN_TEKST,
    "domein": (NIET, "onzin") + GEEN_TEKST,
    "wet": (NIET,) + GEEN_TEKST,
    "omschrijving": GEEN_TEKST,
    "aard": (NIET, "lopend", "Dienst") + GEEN_TEKST,
    "rol": (NIET, "dienst", "x") + GEEN_TEKST,
    "tarief_eurocent": (NIET, -1, 10 ** 9 + 1, 2 ** 62) + GEEN_HEEL,
    "hoeveelheid": (NIET, "-0.000001", "1000000.000001", "1.0000000",
                    "1/1000001", "9" * 40, "9" * 40 + "/7", -1)
    + GEEN_GETAL,
    "per": (NIET, "kwartaal", "eenmalig") + GEEN_TEKST,
    "start_maand": (0, 601, -3) + GEEN_HEEL,
    "kans": ("1.1", "-1", "7/6", "0.0000001", 2) + GEEN_GETAL,
    "duur": (NIET, None, "x", [], {}, {"aantal": "1"}, {"eenheid": "dag"},
             {"aantal": "-1", "eenheid": "x"},
             {"aantal": "0", "eenheid": "maand"}),
    "betaler": (NIET, "onzin", "rijk") + GEEN_TEKST,
    "betalers": (NIET, None, "x", [], {}, [5], [deel("rijk", "1")],
                 [deel("rijk", "2/3")], [deel("x", "2/3")],
                 [deel("rijk", "1/2"), deel("uwv", "0.500001")],
                 [deel("rijk", "1/2"), {"betaler": "uwv"}],
                 [deel("rijk", "0"), deel("uwv", "1")]),
}
