# SPDX-License-Identifier: EUPL-1.2
"""A second opinion on every sum: slow, exact, and written from the contract.

Each function is one rule and names its paragraph of rekenkern.md. The amounts
are whole eurocents; everything between is a Fraction, so nothing is lost on the
way. Nothing here was taken from the C of app/calc: that is the point of it.

    from rekenkern_oracle import reken
    uitkomst = reken(plan)          # a plan as json.load() gives it
"""
from fractions import Fraction
from math import floor

SCENARIOS = ("huidig", "dreigend", "doorbraak")
# §11.1 "Public"
PUBLIEK = ("gemeente", "rijk", "zorgverzekeraar", "zorgkantoor", "uwv", "svb",
           "onderwijs")
# §2: 1 jaar = 12 maanden = 52 weken = 365 dagen
PER_JAAR = {"jaar": 1, "maand": 12, "week": 52, "dag": 365}


def getal(tekst):
    """§11.1 Numbers: "0.5", "1/3" or a whole JSON number, exactly."""
    return Fraction(tekst)


def afronden(bedrag):
    """§2: half-up, away from zero. 0,5 -> 1; -0,5 -> -1; 20,125 -> 20,13."""
    naar_boven = floor(abs(bedrag) + Fraction(1, 2))
    return naar_boven if bedrag >= 0 else -naar_boven


def vier_decimalen(breuk):
    """§5: a chance in four decimals, as text. 0,06793 -> "0.0679"."""
    heel = afronden(breuk * 10000)
    teken = "-" if heel < 0 else ""
    return "%s%d.%04d" % (teken, abs(heel) // 10000, abs(heel) % 10000)


# --- §2: one line ------------------------------------------------------------

def omrekenen(aantal, van, naar):
    """§2: 1 week = 7 dagen; every other pair of units through the year.

    26 weken = 6 maanden; 2 weken = 14 dagen; 365 dagen = 12 maanden.
    """
    if (van, naar) == ("week", "dag"):
        return aantal * 7
    if (van, naar) == ("dag", "week"):
        return aantal / 7
    return aantal * PER_JAAR[naar] / PER_JAAR[van]


def keren(regel):
    """§2: duur expressed in the unit of `per`; eenmalig: 1."""
    if regel["per"] == "eenmalig":
        return Fraction(1)
    duur = regel["duur"]
    return omrekenen(getal(duur["aantal"]), duur["eenheid"], regel["per"])


def regeltotaal(regel):
    """§2: tarief x hoeveelheid x keren x kans, exact."""
    return (regel["tarief_eurocent"] * getal(regel["hoeveelheid"])
            * keren(regel) * getal(regel.get("kans", 1)))


def overlap(maand, begin, eind):
    """§2: the part of month k (from k-1 to k) that lies in [begin, eind]."""
    return max(0, min(maand, eind) - max(maand - 1, begin))


def maandbedragen(regel, maanden):
    """§2: the exact amount of each month; beyond the horizon it is dropped."""
    start = regel.get("start_maand", 1)
    totaal = regeltotaal(regel)
    if regel["per"] == "eenmalig":
        return [totaal if k == start else 0 for k in range(1, maanden + 1)]
    duur = omrekenen(getal(regel["duur"]["aantal"]),
                     regel["duur"]["eenheid"], "maand")
    per_maand = totaal / duur
    eind = start - 1 + duur
    return [per_maand * overlap(k, start - 1, eind)
            for k in range(1, maanden + 1)]


def jaarbedragen(maanden):
    """§2: each year is the sum of its months, rounded once."""
    return [afronden(sum(maanden[begin:begin + 12]))
            for begin in range(0, len(maanden), 12)]


def contant(bedragen, disconto_pct):
    """§4: the rounded year amount x (1+r)^-(j-1), rounded again, added."""
    groei = 1 + getal(disconto_pct) / 100
    return sum(afronden(bedrag / groei ** j)
               for j, bedrag in enumerate(bedragen))


def verdeling(regel, totaal):
    """§2, §11.1 Shares: of the line's total; the last payer gets the rest.

    2 cent in four quarters: 1, 1, 1 and -1.
    """
    if "betalers" not in regel:
        return [(regel["betaler"], totaal)]
    delen, over = [], totaal
    for betaler in regel["betalers"][:-1]:
        deel = afronden(totaal * getal(betaler["deel"]))
        delen.append((betaler["betaler"], deel))
        over -= deel
    delen.append((regel["betalers"][-1]["betaler"], over))
    return delen


# --- §5: one scenario --------------------------------------------------------

def optellen(paren):
    """A table of sums: every name that occurs has a row, also at zero."""
    tabel = {}
    for naam, bedrag in paren:
        tabel[naam] = tabel.get(naam, 0) + bedrag
    return tabel


def scenario(regels, maanden, rekenregels):
    """§5 Per scenario: only additions of rounded amounts (§2)."""
    jaren = rekenregels["horizon_jaren"]
    per_regel = [jaarbedragen(m) for m in maanden]
    totalen = [sum(bedragen) for bedragen in per_regel]
    contanten = [contant(b, rekenregels["disconto_pct"]) for b in per_regel]
    betalers = optellen(paar for r, t in zip(regels, totalen)
                        for paar in verdeling(r, t))

    def waar(sleutel, waarde, bedragen):
        return sum(b for r, b in zip(regels, bedragen) if r[sleutel] == waarde)

    return {
        "regels": {r["id"]: t for r, t in zip(regels, totalen)},
        "regels_per_jaar": {r["id"]: b for r, b in zip(regels, per_regel)},
        "totaal": sum(totalen),
        "per_jaar": [sum(b[j] for b in per_regel) for j in range(jaren)],
        "per_wet": optellen((r["wet"], t) for r, t in zip(regels, totalen)),
        "per_domein": optellen((r["domein"], t)
                               for r, t in zip(regels, totalen)),
        "per_betaler": betalers,
        "totaal_publiek": sum(b for naam, b in betalers.items()
                              if naam in PUBLIEK),
        "waarvan_overdrachten": waar("aard", "overdracht", totalen),
        "interventiekosten": waar("rol", "interventie", totalen),
        "interventiekosten_cw": waar("rol", "interventie", contanten),
        "contante_waarde": sum(contanten),
    }


# --- §5: one mode ------------------------------------------------------------

def verschil(tabel, min_tabel):
    """§5: K_ref - K_doorbraak for every name that occurs in either."""
    return {naam: tabel.get(naam, 0) - min_tabel.get(naam, 0)
            for naam in list(tabel) + list(min_tabel)}


def terugverdientijd(ref, plan, aantal):
    """§5: 0 when never in the red, null when still so at the end, else the
    first month after the last month in the red."""
    saldo, laatste_rood = Fraction(0), 0
    for k in range(aantal):
        saldo += sum(m[k] for m in ref) - sum(m[k] for m in plan)
        if saldo < 0:
            laatste_rood = k + 1
    if laatste_rood == 0:
        return 0
    return None if saldo < 0 else laatste_rood + 1


def modus(ref, plan, maand):
    """§5 Per mode; a stream (stroom) is a wet (§1)."""
    per_wet = verschil(ref["per_wet"], plan["per_wet"])
    totaal = ref["totaal"] - plan["totaal"]
    overdrachten = ref["waarvan_overdrachten"] - plan["waarvan_overdrachten"]
    return {
        "baten_per_wet": per_wet,
        "baten_per_domein": verschil(ref["per_domein"], plan["per_domein"]),
        "baten_per_betaler": verschil(ref["per_betaler"],
                                      plan["per_betaler"]),
        "vrijval": sum(b for b in per_wet.values() if b > 0),
        "extra_inzet": sum(-b for b in per_wet.values() if b < 0),
        "totale_baten": totaal,
        "totale_baten_publiek": ref["totaal_publiek"] - plan["totaal_publiek"],
        "totale_baten_excl_overdrachten": totaal - overdrachten,
        "contante_waarde": ref["contante_waarde"] - plan["contante_waarde"],
        "terugverdientijd_maand": maand,
    }


def verkeerde_zak(betalers, totaal):
    """§5: some payer loses while the whole gains: who, how much, and who
    could co-finance (the payer that gains most)."""
    if totaal <= 0:
        return []
    meeste = max(betalers.values())
    return [{"betaler": naam, "tekort": -delta,
             "kan_meebetalen": {n for n, b in betalers.items() if b == meeste}}
            for naam, delta in betalers.items() if delta < 0]


# --- §5: chances -------------------------------------------------------------

def break_even_kans(h, d, b):
    """§5, §11.1: p* = (B - H)/(D - H) on present values."""
    if h >= b and d >= b:
        duiding = "altijd_voordelig"
    elif h < b and d < b:
        duiding = "nooit_voordelig"
    elif d > h:
        duiding = "voordelig_vanaf_deze_kans"
    else:
        duiding = "voordelig_tot_deze_kans"
    if d == h:
        return {"decimaal4": None, "duiding": duiding}
    return {"teller_eurocent": b - h, "noemer_eurocent": d - h,
            "decimaal4": vier_decimalen(Fraction(b - h, d - h)),
            "duiding": duiding}


def verwachting(plan, h, d, b, interventie):
    """§3, §5, §11.1 Expectation: N = p.D + (1-p).H, on present values."""
    p = getal(plan["kans_dreigend"])
    n = p * d + (1 - p) * h
    uit = {"kans_dreigend": plan["kans_dreigend"],
           "verwacht_nulalternatief": afronden(n),
           "verwachte_baten": afronden(n) - b}
    if "slaagkans" in plan:
        q = getal(plan["slaagkans"])
        plankosten = afronden(q * b + (1 - q) * (interventie + n))
        noemer = n - b + interventie
        uit.update({
            "slaagkans": plan["slaagkans"],
            "verwachte_plankosten": plankosten,
            "verwachte_baten_met_slaagkans": afronden(n) - plankosten,
            "break_even_slaagkans":
                vier_decimalen(interventie / noemer) if noemer > 0 else None,
        })
    return uit


# --- a whole plan, and many --------------------------------------------------

def reken(plan):
    """§5: the whole result of a plan that is within the limits (§11)."""
    rekenregels = plan["rekenregels"]
    lijsten = plan["scenarios"]
    aantal = 12 * rekenregels["horizon_jaren"]
    maanden = {naam: [maandbedragen(r, aantal) for r in lijsten[naam]]
               for naam in SCENARIOS}
    s = {naam: scenario(lijsten[naam], maanden[naam], rekenregels)
         for naam in SCENARIOS}
    uit = {"rekenregels_versie": rekenregels["versie"], "scenarios": s}
    for sleutel in ("vector", "titel", "id", "versie", "prijspeil_jaar",
                    "tarieventabel_versie"):
        if sleutel in plan:
            uit[sleutel] = plan[sleutel]
    for sleutel, ref in (("tov_huidige_situatie", "huidig"),
                         ("tov_dreigende_situatie", "dreigend")):
        maand = terugverdientijd(maanden[ref], maanden["doorbraak"], aantal)
        uit[sleutel] = modus(s[ref], s["doorbraak"], maand)
    uit["voorkomen_verergering"] = \
        s["dreigend"]["totaal"] - s["huidig"]["totaal"]
    h, d, b = (s[naam]["contante_waarde"] for naam in SCENARIOS)
    uit["break_even_kans"] = break_even_kans(h, d, b)
    if "kans_dreigend" in plan:
        uit["verwachting"] = verwachting(
            plan, h, d, b, s["doorbraak"]["interventiekosten_cw"])
    return uit


def dashboard(uitkomsten):
    """§5 Dashboard: sums over plans, n and the average, half-up."""
    uit = {}
    for sleutel in ("tov_huidige_situatie", "tov_dreigende_situatie"):
        modi = [u[sleutel] for u in uitkomsten]
        totaal = sum(m["totale_baten"] for m in modi)
        uit[sleutel] = {
            "aantal_plannen": len(modi),
            "totale_baten": totaal,
            "gemiddelde_baten": afronden(Fraction(totaal, len(modi))),
        }
        for naam, bron in (("baten_per_stroom", "baten_per_wet"),
                           ("baten_per_domein", "baten_per_domein"),
                           ("baten_per_betaler", "baten_per_betaler")):
            uit[sleutel][naam] = optellen(
                paar for m in modi for paar in m[bron].items())
    return uit
