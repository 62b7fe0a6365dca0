/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * privacy_name.c - what looks like the name of somebody who is not in the
 * case: "mevrouw Pietersen", or a common first name with a surname. Whatever
 * stands in the case's own texts is known, and so is a name that is a function
 * ("mevrouw de wethouder" has no capital).
 *
 * It asks and never stops, so it would rather miss a name than ask about a
 * law: two words with capitals count only after a first name of the list.
 */
#include "core/privacy.h"

#include "core/privacy_match.h"

#include <string.h>

static const char *const TITLES[] = {"mevrouw", "mevr.", "mw.", "mej.",
    "de heer", "dhr.", "meneer", "mijnheer", "familie", "fam.", "gezin",
    "zuster", "broeder", "dokter", "dr.", NULL};

static const char *const PARTICLES[] = {"van", "de", "den", "der", "het", "ten",
    "ter", "te", "el", "al", "ben", "bin", "da", "dos", "von", "la", "le", "'t",
    "’t", "op", "in", NULL};

/* The most common ones of three generations, and of who came later. */
static const char FIRST_NAMES[] =
    " Aad Aart Abdel Abdullah Achmed Ad Adam Adriaan Ahmed Aicha Aisha Albert "
    "Alex Ali Alice Alie Amber Amina Amir Anass Andre André Anita Anja Anke "
    "Ankie Anna Anne Anneke Annemarie Annie Anouk Anton Arend Arie Arjan Arjen "
    "Arnold Arthur Ashley Astrid Atie Ayoub Ayse Ayşe Bart Bas Bea Ben Berend "
    "Bernard Bert Betty Bianca Björn Bob Bram Brigitte Bruno Carla Carolien "
    "Caroline Charlotte Chantal Chris Christiaan Cindy Claudia Cor Corrie Daan "
    "Daniel Danny Danielle David Debbie Demi Denise Dennis Diana Dick Diederik "
    "Dimitri Dirk Dominique Dylan Ed Edith Eduard Edwin Eef Elif Elisabeth "
    "Elise "
    "Ellen Els Elsje Emine Emma Emre Eric Erik Erwin Esmee Esther Eva Evelien "
    "Fadima Farid Fatima Fatma Fenna Ferdinand Floor Floris Frank Frans Fred "
    "Freek Frits Geert Gemma Gerard Gerda Gerrit Gert Gijs Gerben Greet Guus "
    "Halima Hamza Hanna Hannah Hanneke Hannie Hans Harm Harry Hasan Hassan "
    "Heleen Helena Henk Hendrik Herman Hilda Houda Hugo Huub Ibrahim Ids Ilona "
    "Imane Inge Ingrid Irene Iris Isa Ismail Ivo Jaap Jacob Jacqueline Jamal "
    "James Jan Janneke Jannie Janny Jantje Japie Jasmijn Jasper Jayden Jelle "
    "Jennifer Jeroen Jesse Jessica Jim Jo Joan Joanna Job Joep Johan Johanna "
    "John Jolanda Joop Joost Jordy Joris Jos Jose Josef Joyce Judith Julia "
    "Jurgen Karel Karen Karim Karin Karlijn Kees Kelly Kevin Khadija Kim Klaas "
    "Klaas-Jan Koen Laila Lars Laura Leen Leila Lena Leni Leo Leon Liam Lian "
    "Lies Lieke Linda Lisa Liza Loes Lotte Louis Louise Luc Lucas Luuk Maaike "
    "Maarten Malika Manon Marc Marcel Margriet Maria Mariam Marian Marianne "
    "Marie Marieke Marijke Mario Marion Marja Marjan Marjolein Mark Marleen "
    "Marlies Martijn Martin Martine Marwa Mathilde Matthijs Max Mehmet Melanie "
    "Melissa Merel Mia Michael Michel Michelle Miep Milan Mike Milou Mirjam "
    "Mohamed Mohammed Monique Mourad Murat Mustafa Myrthe Nadia Naima Nathalie "
    "Nel Nick Nico Niek Niels Nina Noa Nora Nordin Olga Omar Omer Onno Oscar "
    "Patricia Patrick Paul Paula Peter Petra Piet Pieter Pim Priscilla Rachel "
    "Rachid Ramon Ramona Rani Raymond Rebecca Remco Rene René Renate Ria "
    "Richard Rick Riet Rik Rita Rob Robert Robin Roel Roelof Romy Ron Ronald "
    "Roos "
    "Rosa Roy Ruben Rudi Rudolf Ruth Ruud Saida Said Salma Samantha Samir "
    "Samira Sander Sandra Sanne Sara Sarah Sascha Saskia Sebastiaan Selma "
    "Serge Sharon Siem Sieta Sigrid Sil Silvia Simon Simone Sjaak Sjoerd "
    "Sofie Sonja Soraya Stefan Stephanie Steven Stijn Sultan Suzan Suzanne "
    "Sven Sylvia Tamara Tess Theo Thea Thijs Thomas Tim Timo Tineke Tinus "
    "Tjeerd "
    "Tom Ton Tony Trudy Truus Turgut Twan Umar Ursula Victor Vincent Wendy "
    "Wesley Wietske Wilfred Willem Willemien Wil Wilma Wim Wouter Xander Yara "
    "Yasin Yasmina Yassin Yusuf Youssef Yvonne Zahra Zeynep ";

static bool
is_capital(const char *text)
{
	return (text[0] >= 'A' && text[0] <= 'Z') ||
	       (text[0] == '\xC3' && (unsigned char)text[1] >= 0x80 &&
		   (unsigned char)text[1] <= 0x9E);
}

/* A word, with hyphens within; É and other letters are two bytes. */
static size_t
word_len(const char *text)
{
	size_t i = 0;

	while (privacy_is_letter(text[i]) || (text[i] & 0xC0) == 0x80 ||
	       (i > 0 && text[i] == '-' && privacy_is_letter(text[i + 1])))
		i++;
	return i;
}

/* Not "WMO": a name has small letters after its capital. */
static size_t
name_len(const char *text)
{
	size_t n = is_capital(text) ? word_len(text) : 0;

	return n >= 2 && !(text[1] >= 'A' && text[1] <= 'Z') ? n : 0;
}

static bool
is_known(const char *word, size_t n, const char *const *known)
{
	for (size_t k = 0; known[k] != NULL; k++)
		for (const char *p = known[k];
		     (p = memmem(p, strlen(p), word, n)) != NULL; p++)
			if ((p == known[k] || !privacy_is_word(p[-1])) &&
			    !privacy_is_word(p[n]))
				return true;
	return false;
}

/* Small words between first name and surname, each with its space. */
static size_t
particles_len(const char *text)
{
	size_t i = 0, before;

	do {
		before = i;
		for (size_t k = 0; PARTICLES[k] != NULL; k++) {
			size_t n = strlen(PARTICLES[k]);

			if (strncmp(text + i, PARTICLES[k], n) == 0 &&
			    text[i + n] == ' ') {
				i += n + 1;
				break;
			}
		}
	} while (i != before);
	return i;
}

/* "Mevrouw Van der Berg": where the surname stands, and its length. */
static size_t
after_title(const char *text, size_t at, size_t *len)
{
	for (size_t k = 0; TITLES[k] != NULL; k++) {
		size_t n = strlen(TITLES[k]), i;

		if (strncasecmp(text + at, TITLES[k], n) != 0 ||
		    text[at + n] != ' ')
			continue;
		i = at + n + 1;
		i += particles_len(text + i);
		*len = name_len(text + i);
		if (*len > 0)
			return i;
	}
	return 0;
}

static bool
is_first_name(const char *word, size_t n)
{
	const char *p = FIRST_NAMES;

	while ((p = memmem(p, strlen(p), word, n)) != NULL) {
		if (p[-1] == ' ' && p[n] == ' ')
			return true;
		p++;
	}
	return false;
}

/* "Peter van Dijk": where the surname stands, and its length. */
static size_t
after_first_name(const char *text, size_t at, size_t *len)
{
	size_t n = name_len(text + at), i;

	if (n == 0 || !is_first_name(text + at, n) || text[at + n] != ' ')
		return 0;
	i = at + n + 1;
	i += particles_len(text + i);
	*len = name_len(text + i);
	return *len > 0 ? i : 0;
}

bool
privacy_asks(
    struct privacy_find *out, const char *text, const char *const *known)
{
	for (size_t at = 0; text[at] != '\0'; at++) {
		size_t len = 0, name;

		if (!privacy_is_letter(text[at]) || !privacy_begins(text, at))
			continue;
		name = after_title(text, at, &len);
		if (name == 0)
			name = after_first_name(text, at, &len);
		if (name == 0 || is_known(text + name, len, known))
			continue;
		*out = (struct privacy_find){PRIVACY_NAME, at, name + len - at};
		return true;
	}
	return false;
}
