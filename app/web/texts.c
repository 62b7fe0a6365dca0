/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * texts.c - the pages for what does not work. Each says what happened, what
 * it means for the user's work, and what to do next.
 */
#include "web/texts.h"

static const struct status_text TEXTS[] = {
	[ST_OK] = { 200, "In orde", "", "/", "Naar Mijn leeromgeving" },
	[ST_NOT_FOUND] = { 404, "Deze pagina is er niet",
	    "Misschien klopt het adres niet, of is de pagina verplaatst. Je "
	    "werk is niet weg.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_NO_SESSION] = { 401, "Log eerst in",
	    "Je bent niet ingelogd, of je was te lang weg. Log opnieuw in en "
	    "ga verder.",
	    "/inloggen", "Inloggen" },
	[ST_DENIED] = { 403, "Deze pagina is niet voor jou",
	    "Je hebt niet de rol die hiervoor nodig is. Denk je dat dit niet "
	    "klopt? Vraag het de beheerder van je organisatie.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_INVALID] = { 400, "Dit verzoek klopt niet",
	    "De server begrijpt niet wat je browser stuurde. Ga terug, laad de "
	    "pagina opnieuw en probeer het nog een keer.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_WRONG_VERB] = { 405, "Dit adres werkt anders",
	    "Je kunt dit adres niet zo openen. Misschien laadde je een "
	    "formulier opnieuw. Ga terug en probeer het nog een keer.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_EXPIRED_FORM] = { 403, "Dit formulier is verlopen",
	    "Het formulier hoort niet bij hoe je nu bent ingelogd. Er is niets "
	    "veranderd. Ga terug, laad de pagina opnieuw en probeer het nog "
	    "een keer.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_CONFLICT] = { 409, "Ergens anders gewijzigd",
	    "Dit is intussen in een ander venster gewijzigd. We hebben niets "
	    "overschreven. Ga terug, laad de pagina opnieuw en kijk wat er "
	    "nu staat.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_HANDED_IN] = { 409, "Dit plan is al ingeleverd",
	    "Een ingeleverd plan verandert niet meer. Wil je verder? Begin op "
	    "de pagina van de casus een nieuwe versie.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_TOO_LARGE] = { 413, "Dit is te veel tekst",
	    "Er past niet zoveel in één keer. Ga terug en maak de tekst "
	    "korter, of haal eerst iets weg.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_PRIVATE] = { 422, "Hier staat iets van een echt mens",
	    "In je tekst staat iets dat bij een echt mens hoort. Een "
	    "oefenplan gaat over een verzonnen huishouden. Ga terug, haal het "
	    "weg en verstuur het opnieuw.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_OTHER_KEY] = { 409, "Je werkt nu voor een andere organisatie",
	    "Je wisselde in een ander venster van organisatie. Er is niets "
	    "overschreven. Ga terug, laad de pagina opnieuw en kijk of dit "
	    "het goede plan is.",
	    "/", "Naar Mijn leeromgeving" },
	[ST_BUSY] = { 503, "Het is even druk",
	    "Veel mensen loggen nu tegelijk in. Wacht een paar tellen en "
	    "probeer het opnieuw.",
	    "/inloggen", "Opnieuw proberen" },
	[ST_UNAVAILABLE] = { 503, "Even geduld",
	    "De leeromgeving kan nu niet bij de gegevens. Wat was opgeslagen, "
	    "is er nog. Probeer het over een paar tellen opnieuw.",
	    "/", "Opnieuw proberen" },
	[ST_BUG] = { 500, "Er ging iets mis",
	    "De fout ligt bij ons. Wat was opgeslagen, is er nog. Ga terug en "
	    "probeer het opnieuw. Blijft het misgaan? Meld het de beheerder.",
	    "/", "Naar Mijn leeromgeving" },
};

const struct status_text *
status_text(enum status status)
{
	return &TEXTS[status];
}
