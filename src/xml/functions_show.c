/* functions_show.c - days, moments and numbers as people write them: s:date, s:time, s:show, s:number. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "xml/functions_own.h"

enum { DIGITS_MAX = 40 };

/* In words that run from right to left a date would be turned around, part by part: signs that nobody sees keep it as it is. */
static const char *
isolated(const struct labels *labels, const char *shown, char out[FUNCTIONS_SHOWN_MAX])
{
	const char *direction = labels_find(labels, "direction");

	if (direction == NULL || strcmp(direction, "rtl") != 0)
		return strcpy(out, shown);
	snprintf(out, FUNCTIONS_SHOWN_MAX, "\xe2\x81\xa6%.10s\xe2\x81\xa9%s", shown, shown + DATE_LENGTH);
	return out;
}

/* Write "15-04-2026 kl. 10.30", with the labels' own word for "kl."; false when utc is no moment. */
static bool
time_shown(const struct labels *labels, const char *utc, char out[80])
{
	const char *word = labels_find(labels, "time.at");
	char shown[32];

	if (!date_show_time(utc, shown))
		return false;
	snprintf(out, 80, "%.10s %s\xc2\xa0%s", shown, word == NULL ? "kl." : word, shown + strlen(shown) - 5);
	return true;
}

const char *
functions_shown(const struct labels *labels, const char *text, int forms, char out[FUNCTIONS_SHOWN_MAX])
{
	size_t length = strlen(text);
	char shown[80];

	if (((forms & SHOW_DATE) == 0 || length != DATE_LENGTH || text[4] != '-' || !date_show(text, shown)) &&
	    ((forms & SHOW_TIME) == 0 || length <= DATE_LENGTH || text[length - 1] != 'Z' || !time_shown(labels, text, shown)))
		return text;
	return isolated(labels, shown, out);
}

static void
show(xmlXPathParserContext *ctxt, int forms)
{
	xmlChar *value = xmlXPathPopString(ctxt);
	char out[FUNCTIONS_SHOWN_MAX];

	give(ctxt, value == NULL ? "" : functions_shown(labels_of(ctxt), (const char *)value, forms, out));
	xmlFree(value);
}

void
functions_show_date(xmlXPathParserContext *ctxt, int nargs)
{
	CHECK_ARITY(1);
	show(ctxt, SHOW_DATE);
}

void
functions_show_time(xmlXPathParserContext *ctxt, int nargs)
{
	CHECK_ARITY(1);
	show(ctxt, SHOW_TIME);
}

void
functions_show_any(xmlXPathParserContext *ctxt, int nargs)
{
	CHECK_ARITY(1);
	show(ctxt, SHOW_DATE | SHOW_TIME);
}

/* Is text a decimal as the page contract writes it: digits, perhaps a minus before and a point with digits inside? */
static bool
is_decimal(const char *text)
{
	size_t whole;

	if (*text == '-')
		text++;
	whole = strspn(text, "0123456789");
	if (whole == 0 || strlen(text) > DIGITS_MAX)
		return false;
	text += whole;
	return *text == '\0' || (*text == '.' && text[1] != '\0' && text[1 + strspn(text + 1, "0123456789")] == '\0');
}

static xmlChar *
decimal_shown(const char *text, const char *point, const char *group)
{
	size_t whole, i;
	xmlChar *out = xmlStrdup(BAD_CAST (*text == '-' ? "\xe2\x88\x92" : ""));

	text += *text == '-';
	whole = strcspn(text, ".");
	for (i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0)
			out = xmlStrcat(out, BAD_CAST group);
		out = xmlStrncat(out, BAD_CAST text + i, 1);
	}
	if (text[whole] == '.') {
		out = xmlStrcat(out, BAD_CAST point);
		out = xmlStrcat(out, BAD_CAST text + whole + 1);
	}
	return out;
}

void
functions_show_number(xmlXPathParserContext *ctxt, int nargs)
{
	const char *point = labels_find(labels_of(ctxt), "number.decimal");
	const char *group = labels_find(labels_of(ctxt), "number.group");
	xmlChar *text;

	CHECK_ARITY(1);
	text = xmlXPathPopString(ctxt);
	if (text == NULL || !is_decimal((const char *)text)) {
		give_whole(ctxt, text == NULL ? xmlStrdup(BAD_CAST "") : text);
		return;
	}
	give_whole(ctxt, decimal_shown((const char *)text, point == NULL ? "," : point, group == NULL ? "." : group));
	xmlFree(text);
}
