/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tarieventabel.c - what the signals of rekenregels §8 need of the tariff
 * table where a line is silent (§11.1): the unit, and whether a stay fills day
 * and night. No amounts: a line carries its own copy of its tariff.
 *
 * verblijf24 is our reading. A tariff per etmaal is a stay, but guidance of
 * foster care (JW-PLEEG-BEG) is not, and detention and foster care, priced per
 * dag, are. Sorted by code. tests/unit/calc/tarieventabel_test.c holds it
 * against the table itself.
 */
#include "calc/rekenkern.h"

/* clang-format off */
static const struct rk_tarief_rij RIJEN[] = {
	{"BEW-MENTOR-SCH", "maand", RK_NEE},
	{"BEW-SCH", "maand", RK_NEE},
	{"BEW-START", "stuk", RK_NEE},
	{"BEW-STD", "maand", RK_NEE},
	{"BOUWDEPOT", "maand", RK_NEE},
	{"BOUWDEPOT-BEG", "traject", RK_NEE},
	{"BOUWDEPOT-TOTAAL", "traject", RK_NEE},
	{"EN-ACHTERSTAND", "stuk", RK_NEE},
	{"EN-AFSLUIT", "stuk", RK_NEE},
	{"FONDS-REV", "stuk", RK_NEE},
	{"GGZ-AMB-WO", "uur", RK_NEE},
	{"GGZ-KLINIEK", "etmaal", RK_JA},
	{"INCASSO", "jaar", RK_NEE},
	{"JUS-DET", "dag", RK_JA},
	{"JUS-JJI", "dag", RK_JA},
	{"JUS-POLITIE", "uur", RK_NEE},
	{"JUS-RECLAS", "maand", RK_NEE},
	{"JUS-RVDK", "stuk", RK_NEE},
	{"JW-AMB-HBO", "uur", RK_NEE},
	{"JW-AMB-MBO", "uur", RK_NEE},
	{"JW-DAG-A", "dagdeel", RK_NEE},
	{"JW-DAG-B", "dagdeel", RK_NEE},
	{"JW-EED", "uur", RK_NEE},
	{"JW-GESLOTEN", "etmaal", RK_JA},
	{"JW-GEZINSHUIS", "etmaal", RK_JA},
	{"JW-GGZ-HBO", "uur", RK_NEE},
	{"JW-GGZ-HS-WO", "uur", RK_NEE},
	{"JW-GGZ-WO", "uur", RK_NEE},
	{"JW-KAMERTRAIN", "etmaal", RK_JA},
	{"JW-LOG-JO", "etmaal", RK_JA},
	{"JW-LOGEREN-BREDA", "etmaal", RK_JA},
	{"JW-OTS", "maand", RK_NEE},
	{"JW-PLEEG-0-8", "dag", RK_JA},
	{"JW-PLEEG-12-15", "dag", RK_JA},
	{"JW-PLEEG-16-17", "dag", RK_JA},
	{"JW-PLEEG-BEG", "etmaal", RK_NEE},
	{"JW-RESID", "etmaal", RK_JA},
	{"JW-VERBLIJF-GGZ", "etmaal", RK_JA},
	{"JW-VERVOER", "dag", RK_NEE},
	{"OND-LEERPLICHT", "uur", RK_NEE},
	{"OND-MBO", "uur", RK_NEE},
	{"OND-VERVOER", "jaar", RK_NEE},
	{"PW-BB-HUUR", "stuk", RK_NEE},
	{"PW-BB-INR", "stuk", RK_NEE},
	{"PW-BB-REIS", "stuk", RK_NEE},
	{"PW-BB-WAS", "stuk", RK_NEE},
	{"PW-IIT-ALL", "jaar", RK_NEE},
	{"PW-IIT-AO", "jaar", RK_NEE},
	{"PW-IIT-GEH", "jaar", RK_NEE},
	{"PW-INR-ALL", "maand", RK_NEE},
	{"PW-INR-GEH", "maand", RK_NEE},
	{"PW-LKS", "maand", RK_NEE},
	{"PW-NORM-18-20", "maand", RK_NEE},
	{"PW-NORM-18-20-VERH", "maand", RK_NEE},
	{"PW-NORM-ALL", "maand", RK_NEE},
	{"PW-NORM-AOW-ALL", "maand", RK_NEE},
	{"PW-NORM-GEH", "maand", RK_NEE},
	{"PW-REINT", "traject", RK_NEE},
	{"PW-STUDIETOESLAG", "maand", RK_NEE},
	{"VT-MELDING", "stuk", RK_NEE},
	{"WASSERETTE", "stuk", RK_NEE},
	{"WGS-BUDGETBEH", "maand", RK_NEE},
	{"WGS-TRAJECT", "traject", RK_NEE},
	{"WGS-TRAJECT-2005", "traject", RK_NEE},
	{"WGS-VROEG", "stuk", RK_NEE},
	{"WLZ-VERBLIJF", "etmaal", RK_JA},
	{"WMO-BEG-BASIS", "uur", RK_NEE},
	{"WMO-BEG-IND", "uur", RK_NEE},
	{"WMO-BEG-PLUS", "uur", RK_NEE},
	{"WMO-BEG-SPEC", "uur", RK_NEE},
	{"WMO-BW", "etmaal", RK_JA},
	{"WMO-CASUSREGIE", "uur", RK_NEE},
	{"WMO-DB-LICHT", "dagdeel", RK_NEE},
	{"WMO-DB-MIDDEN", "dagdeel", RK_NEE},
	{"WMO-DB-VERVOER", "dag", RK_NEE},
	{"WMO-DB-ZWAAR", "dagdeel", RK_NEE},
	{"WMO-EB", "maand", RK_NEE},
	{"WMO-HH", "uur", RK_NEE},
	{"WMO-HH-2", "uur", RK_NEE},
	{"WMO-IBW", "jaar", RK_NEE},
	{"WMO-LOGEER", "etmaal", RK_JA},
	{"WMO-NACHT", "etmaal", RK_JA},
	{"WMO-NOODOPV", "etmaal", RK_JA},
	{"WMO-OPV-JAAR", "jaar", RK_NEE},
	{"WMO-OPV-JONG", "etmaal", RK_JA},
	{"WMO-RESPIJT", "etmaal", RK_JA},
	{"WMO-VERHUIS", "stuk", RK_NEE},
	{"WMO-VERHUIS-EXTRA", "stuk", RK_NEE},
	{"WMO-VO", "etmaal", RK_JA},
	{"WMO-VRAAGVERH", "stuk", RK_NEE},
	{"WMO-VRAAGVERH-STAB", "stuk", RK_NEE},
	{"WMO-WIJKTEAM", "uur", RK_NEE},
	{"WON-ACHT", "stuk", RK_NEE},
	{"WON-KAMER", "maand", RK_NEE},
	{"WON-ONTR", "stuk", RK_NEE},
	{"WON-TAAK", "maand", RK_NEE},
	{"WON-UITZ-TOTAAL", "stuk", RK_NEE},
	{"ZVW-AMBULANCE", "stuk", RK_NEE},
	{"ZVW-CRISIS", "stuk", RK_NEE},
	{"ZVW-HA-CONSULT", "stuk", RK_NEE},
	{"ZVW-HA-VISITE", "stuk", RK_NEE},
	{"ZVW-PREMIE", "maand", RK_NEE},
	{"ZVW-SEH", "stuk", RK_NEE},
	{"ZVW-STDPREMIE", "jaar", RK_NEE},
	{"ZVW-WANBET", "maand", RK_NEE},
};
/* clang-format on */

const struct rk_tarieventabel *
rk_tarieven_ingebouwd(void)
{
	static const struct rk_tarieventabel TABEL = {
	    RIJEN, sizeof(RIJEN) / sizeof(*RIJEN), true};

	return &TABEL;
}
