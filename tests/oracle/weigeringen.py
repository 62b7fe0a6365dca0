# SPDX-License-Identifier: EUPL-1.2
"""Which plans are refused, and where: §8 (E1, E2, E4), §11 and §11.1.

    weigeringen(plan)       the paths of every fault of a plan, as a set
    te_groot(uitkomst)      the paths of every total beyond 2^53 - 1 (Size)
"""
import re
from fractions import Fraction

from rekenkern_oracle import SCENARIOS

GETAL = re.compile(r"-?[0-9]+(\.[0-9]+)?|-?[0-9]+/[0-9]+")
BETALERS = ("gemeente", "rijk", "zorgverzekeraar", "zorgkantoor", "uwv", "svb",
            "onderwijs", "corporatie", "energieleverancier", "inwoner",
            "overig")
KEUZES = {
    "betaler": BETALERS,
    "aard": ("dienst", "overdracht", "schade"),
    "rol": ("lopend", "interventie"),
    "per": ("eenmalig", "dag", "week", "maand", "jaar"),
    "eenheid": ("dag", "week", "maand", "jaar"),
}
PERSOON_ROLLEN = ("alleenstaande", "ouder", "kind", "jongere", "overig")
# §11: up to 60 years' worth in its unit.
LANGSTE_DUUR = {"jaar": 60, "maand": 720, "week": 60 * 52, "dag": 60 * 365}
GROOTST = 2 ** 53 - 1
AFWEZIG = object()


def is_heel(waarde):
    return isinstance(waarde, int) and not isinstance(waarde, bool)


def is_gegeven(waar, sleutel):
    """A number is there, as text or whole: a value of another type, or an
    empty text, is a fault by itself and then as if it were absent."""
    waarde = waar.get(sleutel)
    return is_heel(waarde) or isinstance(waarde, str) and waarde != ""


def exact(waarde, decimalen, noemer):
    """§11, §11.1 Numbers: the exact value, or None when it is not a number
    of this shape or has more decimals or a larger denominator than allowed.
    `noemer` 0: a fraction is not allowed here."""
    if is_heel(waarde):
        return Fraction(waarde)
    if not isinstance(waarde, str) or not GETAL.fullmatch(waarde):
        return None
    if "/" in waarde:
        onder = int(waarde.split("/")[1])
        return Fraction(waarde) if 0 < onder <= noemer else None
    if "." in waarde and len(waarde.split(".")[1]) > decimalen:
        return None
    return Fraction(waarde)


class Controle:
    """Walks a plan and notes the path of every fault: all at once (§11)."""

    def __init__(self):
        self.paden = set()

    def fout(self, pad):
        self.paden.add(pad)

    def verplicht(self, waar, pad, sleutel):
        """§11.1 Required: the value, or AFWEZIG with its fault noted."""
        if sleutel not in waar:
            self.fout(pad + sleutel)
        return waar.get(sleutel, AFWEZIG)

    def is_object(self, waarde, pad):
        return self.is_soort(waarde, dict, pad)

    def is_lijst(self, waarde, pad):
        return self.is_soort(waarde, list, pad)

    def is_soort(self, waarde, soort, pad):
        """False, with its fault noted, for another type of JSON value."""
        if waarde is AFWEZIG:
            return False
        if not isinstance(waarde, soort):
            self.fout(pad)
        return isinstance(waarde, soort)

    def getal(self, waarde, pad, laag, hoog, decimalen=6, noemer=10 ** 6):
        """§11 Limits: a number from laag to hoog; the value, or None."""
        uit = exact(waarde, decimalen, noemer)
        if uit is None or not laag <= uit <= hoog:
            self.fout(pad)
            return None
        return uit

    def heel(self, waarde, pad, laag, hoog):
        if not is_heel(waarde) or not laag <= waarde <= hoog:
            self.fout(pad)
            return None
        return waarde

    def tekst(self, waarde, pad):
        if not isinstance(waarde, str) or waarde == "":
            self.fout(pad)

    def keuze(self, waarde, pad, soort):
        """§11 Errors: an unknown word."""
        if waarde not in KEUZES[soort]:
            self.fout(pad)

    # --- parts of a plan ---

    def rekenregels(self, regels):
        """§11 Input, §11.1 Required and Numbers. There is one version of the
        rules yet, "1", and one way of rounding."""
        pad = "rekenregels."
        versie = self.verplicht(regels, pad, "versie")
        if versie not in (AFWEZIG, "1"):
            self.fout(pad + "versie")
        jaren = self.verplicht(regels, pad, "horizon_jaren")
        if jaren is not AFWEZIG:
            self.heel(jaren, pad + "horizon_jaren", 1, 5)
        voet = self.verplicht(regels, pad, "disconto_pct")
        if voet is not AFWEZIG:
            self.getal(voet, pad + "disconto_pct", -5, 20, 4, 0)
        for sleutel, waarde in (("weken_per_jaar", 52),
                                ("dagen_per_jaar", 365)):
            if sleutel in regels:
                self.heel(regels[sleutel], pad + sleutel, waarde, waarde)
        if regels.get("afronding", "half_up_per_regel_per_jaar") \
                != "half_up_per_regel_per_jaar":
            self.fout(pad + "afronding")

    def huishouden(self, personen):
        """§1 Persoon; the ids that a line may name, and HH (E4)."""
        bekend = ["HH"]
        for i, persoon in enumerate(personen):
            pad = "huishouden[%d]" % i
            if not self.is_object(persoon, pad):
                continue
            naam = self.verplicht(persoon, pad + ".", "id")
            if naam is not AFWEZIG:
                self.tekst(naam, pad + ".id")
                if naam in bekend:
                    self.fout(pad + ".id")
                bekend.append(naam)
            if persoon.get("rol", "overig") not in PERSOON_ROLLEN:
                self.fout(pad + ".rol")
            if "leeftijd" in persoon:
                self.heel(persoon["leeftijd"], pad + ".leeftijd", 0, 150)
            if not isinstance(persoon.get("naam", ""), str):
                self.fout(pad + ".naam")
        return bekend

    def kansen(self, plan):
        """§11 Limits; §11.1: slaagkans needs kans_dreigend."""
        for sleutel in ("kans_dreigend", "slaagkans"):
            if sleutel in plan:
                self.getal(plan[sleutel], sleutel, 0, 1)
        if is_gegeven(plan, "slaagkans") \
                and not is_gegeven(plan, "kans_dreigend"):
            self.fout("slaagkans")

    def regel(self, regel, pad, personen, ids):
        """§1, §11, §11.1: one line. A domein may be any text: §11 does not
        name it among the unknown words that are errors."""
        for sleutel in ("code", "wet", "domein"):
            waarde = self.verplicht(regel, pad, sleutel)
            if waarde is not AFWEZIG:
                self.tekst(waarde, pad + sleutel)
        if not isinstance(regel.get("omschrijving", ""), str):
            self.fout(pad + "omschrijving")
        naam = self.verplicht(regel, pad, "id")
        if naam is not AFWEZIG:
            self.tekst(naam, pad + "id")
            if naam in ids:
                self.fout(pad + "id")
            ids.append(naam)
        persoon = self.verplicht(regel, pad, "persoon")
        if persoon is not AFWEZIG and persoon not in personen:
            self.fout(pad + "persoon")
        for sleutel in ("aard", "rol", "per"):
            waarde = self.verplicht(regel, pad, sleutel)
            if waarde is not AFWEZIG:
                self.keuze(waarde, pad + sleutel, sleutel)
        self.bedragen(regel, pad)
        self.wie_betaalt(regel, pad)

    def bedragen(self, regel, pad):
        """§11 Limits; E2; duur unless eenmalig."""
        tarief = self.verplicht(regel, pad, "tarief_eurocent")
        if tarief is not AFWEZIG:
            self.heel(tarief, pad + "tarief_eurocent", 0, 10 ** 9)
        aantal = self.verplicht(regel, pad, "hoeveelheid")
        if aantal is not AFWEZIG:
            self.getal(aantal, pad + "hoeveelheid", 0, 10 ** 6)
        if "start_maand" in regel:
            self.heel(regel["start_maand"], pad + "start_maand", 1, 600)
        if "kans" in regel:
            self.getal(regel["kans"], pad + "kans", 0, 1)
        duur = self.gegeven_duur(regel.get("duur", {}), pad + "duur")
        if duur is None:
            return
        if regel.get("per") == "eenmalig":
            if duur:
                self.fout(pad + "duur")
        elif duur:
            self.duur(duur, pad + "duur.")
        elif regel.get("per") in KEUZES["per"]:
            self.fout(pad + "duur")

    def gegeven_duur(self, duur, pad):
        """What is given of a duration: a value of another type is a fault,
        and then as if it were not there. None: the whole was."""
        if not self.is_object(duur, pad):
            return None
        uit = dict(duur)
        for sleutel in {"aantal", "eenheid"} & set(duur):
            tekst = isinstance(duur[sleutel], str)
            if not is_gegeven(duur, sleutel) or \
                    sleutel == "eenheid" and not tekst:
                self.fout("%s.%s" % (pad, sleutel))
                del uit[sleutel]
        return uit

    def duur(self, duur, pad):
        """§11 Limits: more than nothing, at most 60 years' worth."""
        eenheid = self.verplicht(duur, pad, "eenheid")
        if eenheid is not AFWEZIG:
            self.keuze(eenheid, pad + "eenheid", "eenheid")
        aantal = self.verplicht(duur, pad, "aantal")
        if aantal is not AFWEZIG:
            if eenheid not in KEUZES["eenheid"]:
                eenheid = "dag"  # of an unknown unit: the widest limit
            grens = LANGSTE_DUUR[eenheid]
            if self.getal(aantal, pad + "aantal", 0, grens) == 0:
                self.fout(pad + "aantal")

    def wie_betaalt(self, regel, pad):
        """§1: betaler or betalers, not both; E1."""
        if "betaler" in regel:
            self.keuze(regel["betaler"], pad + "betaler", "betaler")
            if "betalers" in regel and isinstance(regel["betaler"], str) \
                    and regel["betaler"]:
                self.fout(pad + "betalers")
        elif "betalers" not in regel:
            self.fout(pad + "betaler")
        betalers = regel.get("betalers", AFWEZIG)
        if self.is_lijst(betalers, pad + "betalers"):
            self.delen(betalers, pad + "betalers")

    def delen(self, betalers, pad):
        """§11: deel > 0, together exactly 1 (E1)."""
        som = Fraction(0)
        for i, betaler in enumerate(betalers):
            hier = "%s[%d]" % (pad, i)
            deel = None
            if self.is_object(betaler, hier):
                naam = self.verplicht(betaler, hier + ".", "betaler")
                if naam is not AFWEZIG:
                    self.keuze(naam, hier + ".betaler", "betaler")
                deel = self.verplicht(betaler, hier + ".", "deel")
                if deel is not AFWEZIG:
                    deel = self.getal(deel, hier + ".deel", 0, 1)
                    if deel == 0:
                        self.fout(hier + ".deel")
            bekend = som is not None and isinstance(deel, Fraction) and deel
            som = som + deel if bekend else None
        if som is not None and som != 1:
            self.fout(pad)

    def plan(self, plan):
        regels = plan.get("rekenregels", {})
        if self.is_object(regels, "rekenregels"):
            self.rekenregels(regels)
        self.kansen(plan)
        personen = plan.get("huishouden", [])
        if not self.is_lijst(personen, "huishouden"):
            personen = []
        bekend = self.huishouden(personen)
        scenarios = self.verplicht(plan, "", "scenarios")
        if not self.is_object(scenarios, "scenarios"):
            return
        for naam in SCENARIOS:
            pad = "scenarios." + naam
            lijst = self.verplicht(scenarios, "scenarios.", naam)
            if not self.is_lijst(lijst, pad):
                continue
            if len(lijst) > 500:
                self.fout(pad)
            self.regels(lijst, pad, bekend)

    def regels(self, lijst, pad, personen):
        """§11: an id is in a scenario once."""
        ids = []
        for i, regel in enumerate(lijst):
            hier = "%s[%d]" % (pad, i)
            if self.is_object(regel, hier):
                self.regel(regel, hier + ".", personen, ids)


def weigeringen(plan):
    """The path of every fault of a plan; empty when it can be computed."""
    controle = Controle()
    controle.plan(plan)
    return controle.paden


def te_groot(uitkomst):
    """§11.1 Size: the path of every total beyond +-(2^53 - 1) cents."""
    paden = set()

    def loop(waarde, pad):
        if isinstance(waarde, dict):
            for sleutel, onder in waarde.items():
                loop(onder, pad + "." + sleutel if pad else sleutel)
        elif isinstance(waarde, list):
            for i, onder in enumerate(waarde):
                loop(onder, "%s[%d]" % (pad, i))
        elif is_heel(waarde) and abs(waarde) > GROOTST:
            paden.add(pad)

    loop(uitkomst, "")
    return paden
