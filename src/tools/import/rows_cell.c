#include "tools/import/rows_cell.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "rule/bounds.h"
#include "rule/cpr.h"

/* What is read, and into what. */
struct cell { const void *owner; const struct rows_column *column; struct cell_manner *manner; const char *text; const char **out; };

static const char *
read_cpr(const struct cell *cell)
{
	struct cpr cpr;

	switch (cpr_read(cell->text, cell->manner->today.iso, &cpr)) {
	case CPR_OK:
	case CPR_REPLACEMENT:
		break;
	case CPR_NOT_TEN_DIGITS:
		return "a CPR number has ten digits (were zeros at its beginning lost?)";
	case CPR_NO_SUCH_DATE:
		return "the number's date does not exist";
	case CPR_BORN_LATER:
		return "the number is of somebody born later than today";
	default:
		return "the number is of somebody more than 120 years old";
	}
	if (cell->column->required) {
		cell->manner->born = cpr.born;
		cell->manner->replacement = cpr_is_replacement(cpr.digits);
	}
	*cell->out = talloc_strdup(cell->owner, cpr.digits);
	return NULL;
}

/* Where the digits stand, and nothing else than sign between them: "dddd-dd-dd". */
static bool
shaped(const char *text, const char *shape)
{
	for (; *shape != '\0'; shape++, text++)
		if (*shape == 'd' ? !isdigit((unsigned char)*text) : *text != *shape)
			return false;
	return *text == '\0';
}

static bool
date_shaped(const char *text, bool exact)
{
	static const char *const shapes[] = { "dd-dd-dddd", "d-dd-dddd", "dd-d-dddd", "d-d-dddd", "dd.dd.dddd", "d.dd.dddd", "dd.d.dddd", "d.d.dddd" };
	size_t i;

	if (shaped(text, "dddd-dd-dd"))
		return true;
	for (i = 0; !exact && i < sizeof shapes / sizeof shapes[0]; i++)
		if (shaped(text, shapes[i]))
			return true;
	return false;
}

static const char *
read_date(const struct cell *cell)
{
	struct date date;

	if (!date_shaped(cell->text, cell->manner->exact))
		return cell->manner->exact ? "a date is written 2026-04-03 in XML"
		    : "a date is written 2026-04-03 or 03-04-2026: of anything else nobody can be certain which day is meant";
	if (!date_parse(cell->text, &date))
		return "there is no such day";
	if (cell->column->past && strcmp(date.iso, cell->manner->today.iso) > 0)
		return "the day is to come";
	if (cell->column->meant && !bounds_day(date.iso, cell->manner->today.iso))
		return "nobody can mean that day: it is before 1990, or more than five years ahead";
	if (cell->column->ahead > 0 && !bounds_ahead(date.iso, cell->manner->today.iso, cell->column->ahead))
		return talloc_asprintf(cell->owner, "the day is more than %ld days ahead", cell->column->ahead);
	*cell->out = talloc_strdup(cell->owner, date.iso);
	return NULL;
}

static const char *
read_born(const struct cell *cell)
{
	const struct cell_manner *manner = cell->manner;
	const char *wrong = cell->text[0] == '\0' ? NULL : read_date(cell);

	if (*cell->out == NULL)
		*cell->out = talloc_strdup(cell->owner, manner->born.iso);
	else if (!manner->replacement && manner->born.iso[0] != '\0' && strcmp(*cell->out, manner->born.iso) != 0)
		return "this is not the CPR number's birth date";
	return wrong;
}

/* "2026-04", "04-2026", or the month's first day. */
static const char *
read_month(const struct cell *cell)
{
	const char *text = cell->text, *wrong;
	struct cell first = *cell;

	if (shaped(text, "dddd-dd"))
		first.text = talloc_asprintf(cell->owner, "%s-01", text);
	else if (!cell->manner->exact && (shaped(text, "dd-dddd") || shaped(text, "dd.dddd")))
		first.text = talloc_asprintf(cell->owner, "%.4s-%.2s-01", text + 3, text);
	wrong = read_date(&first);
	if (wrong != NULL)
		return date_shaped(first.text, cell->manner->exact) ? wrong : "a month is written 2026-04 or 04-2026";
	if (strcmp(*cell->out + 8, "01") != 0)
		return "this is not a month's first day";
	return strcmp(*cell->out, cell->manner->today.iso) > 0 ? "the month is to come" : NULL;
}

static const char *
number_wrong(const struct cell *cell, enum number_verdict verdict)
{
	switch (verdict) {
	case NUMBER_OK:
		return NULL;
	case NUMBER_UNCERTAIN:
		return talloc_asprintf(cell->owner, "is \"%s\" with a comma or a point before the decimals? Say --decimal comma or --decimal point", cell->text);
	case NUMBER_GROUPS:
		return talloc_asprintf(cell->owner, "\"%s\": the sign between thousands stands where no thousands end", cell->text);
	case NUMBER_FINE:
		return talloc_asprintf(cell->owner, "\"%s\" has more than %u decimals", cell->text, cell->column->decimals);
	case NUMBER_GREAT:
		return "the number is too long";
	default:
		return talloc_asprintf(cell->owner, "\"%.40s\" is no number", cell->text);
	}
}

static const char *
read_number(const struct cell *cell)
{
	const struct rows_column *column = cell->column;
	char number[NUMBER_TEXT_MAX + 1];
	const char *wrong = number_wrong(cell, number_read(cell->text, cell->manner->exact ? NUMBER_POINT : cell->manner->numbers, column->decimals, number));
	double value = strtod(number, NULL);

	if (wrong != NULL)
		return wrong;
	if (cell->manner->exact && strpbrk(cell->text, ", ") != NULL)
		return "a number is written 1234.5 in XML";
	if (value < (double)column->min || value > (double)column->max)
		return talloc_asprintf(cell->owner, "\"%s\" is not from %lld to %lld", cell->text, column->min, column->max);
	*cell->out = talloc_strdup(cell->owner, number);
	return NULL;
}

static const char *
choices_text(const struct cell *cell)
{
	char *list = talloc_strdup(cell->owner, "");
	size_t i;

	for (i = 0; cell->column->choices[i] != NULL; i++)
		list = talloc_asprintf_append(list, "%s%s", i == 0 ? "" : ", ", cell->column->choices[i]);
	return talloc_asprintf(cell->owner, "\"%.40s\" is none of: %s", cell->text, list);
}

static const char *
read_choice(const struct cell *cell)
{
	size_t i;

	for (i = 0; cell->column->choices[i] != NULL; i++)
		if (strcmp(cell->column->choices[i], cell->text) == 0) {
			*cell->out = cell->column->choices[i];
			return NULL;
		}
	return choices_text(cell);
}

/* Does the word stand in the text, between spaces and commas? */
static bool
has_word(const char *text, const char *word)
{
	static const char between[] = " ,;";
	size_t length = strlen(word), n;

	for (text += strspn(text, between); *text != '\0'; text += n, text += strspn(text, between)) {
		n = strcspn(text, between);
		if (n == length && strncmp(text, word, n) == 0)
			return true;
	}
	return false;
}

static const char *
read_choices(const struct cell *cell)
{
	size_t i, words = 0, found = 0;
	char *list = NULL;
	const char *at;

	for (at = cell->text + strspn(cell->text, " ,;"); *at != '\0'; words++) {
		at += strcspn(at, " ,;");
		at += strspn(at, " ,;");
	}
	for (i = 0; cell->column->choices[i] != NULL; i++)
		if (has_word(cell->text, cell->column->choices[i])) {
			list = list == NULL ? talloc_strdup(cell->owner, cell->column->choices[i])
			    : talloc_asprintf_append(list, ",%s", cell->column->choices[i]);
			found++;
		}
	*cell->out = list;
	return found == words ? NULL : choices_text(cell);
}

static const char *
read_yes(const struct cell *cell)
{
	bool yes = strcmp(cell->text, "yes") == 0;

	if (!yes && strcmp(cell->text, "no") != 0)
		return "this is neither yes nor no";
	*cell->out = yes ? "1" : "0";
	return NULL;
}

/* Eight digits, also after +45; others with + and the country. */
static const char *
read_phone(const struct cell *cell)
{
	char *number = talloc_strdup(cell->owner, "");
	const char *at = cell->text;
	size_t plus;

	for (; *at != '\0'; at++)
		if (strchr(" -.()", *at) == NULL)
			number = talloc_strndup_append(number, at, 1);
	if (strncmp(number, "+45", 3) == 0)
		number += 3;
	plus = number[0] == '+';
	if (number[plus + strspn(number + plus, "0123456789")] != '\0' || (plus ? strlen(number) < 8 || strlen(number) > 16 : strlen(number) != 8))
		return "a phone number has eight digits, or + and a country before it";
	*cell->out = number;
	return NULL;
}

static const char *
read_text(const struct cell *cell)
{
	if (text_characters(cell->text) > (size_t)cell->column->max)
		return talloc_asprintf(cell->owner, "this is longer than %lld characters", cell->column->max);
	if (cell->column->kind != CELL_TEXT && strpbrk(cell->text, "\n\t") != NULL)
		return "a line break or a tab stands inside";
	if (cell->column->kind == CELL_EMAIL && strchr(cell->text, '@') == NULL)
		return "this is no e-mail address";
	if (cpr_stands_in(cell->text, NULL) != NULL)
		return "what looks like a CPR number stands inside";
	*cell->out = cell->text;
	return NULL;
}

static const char *
read_kind(const struct cell *cell)
{
	switch (cell->column->kind) {
	case CELL_CPR:
		return read_cpr(cell);
	case CELL_DATE:
		return read_date(cell);
	case CELL_BORN:
		return read_born(cell);
	case CELL_MONTH:
		return read_month(cell);
	case CELL_NUMBER:
	case CELL_INTEGER:
		return read_number(cell);
	case CELL_YES:
		return read_yes(cell);
	case CELL_CHOICE:
		return read_choice(cell);
	case CELL_CHOICES:
		return read_choices(cell);
	case CELL_PHONE:
		return read_phone(cell);
	default:
		return read_text(cell);
	}
}

/* Our own files, and those of others who fear formulas, have an apostrophe before a cell that looks like one: how many bytes it is. */
static size_t
guard(const char *bytes, size_t length)
{
	size_t i = 0;

	while (i < length && bytes[i] == '\'')
		i++;
	return i > 0 && i < length && bytes[i] != '\0' && strchr("=+-@\t\r", bytes[i]) != NULL ? 1 : 0;
}

const char *
cell_read(const void *owner, const struct rows_column *column, struct cell_manner *manner, const char *bytes, size_t length, const char **out)
{
	struct cell cell = { owner, column, manner, NULL, out };
	size_t skip = manner->exact ? 0 : guard(bytes, length);

	*out = NULL;
	if (!text_is_clean(bytes, length))
		return "this is no text: it holds signs that no text has";
	cell.text = text_tidy(owner, talloc_strndup(owner, bytes + skip, length - skip));
	if (cell.text == NULL)
		return "this is no text";
	if (cell.text[0] == '\0' && column->kind != CELL_BORN)
		return column->required ? "is empty" : NULL;
	return read_kind(&cell);
}
