#include "domain/report/question.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "base/secret.h"
#include "domain/choice.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "web/request.h"

enum { PARTS = 11, FIRST_YEAR = 1990, LAST_YEAR = 2100 };

/* The parts of a question's text, in their order. */
static void
parts_of(struct report_question *q, const char **parts[PARTS], const char *names[PARTS])
{
	static const char *const all[PARTS] = { "from", "to", "department", "group", "benefit", "own-1", "own-2", "own-3", "own-4", "as-of", NULL };
	const char **places[PARTS] = { &q->ask.from, &q->ask.to, &q->ask.department, &q->ask.target_group, &q->ask.benefit, &q->ask.own[0], &q->ask.own[1],
	    &q->ask.own[2], &q->ask.own[3], &q->moment, NULL };

	memcpy(parts, places, sizeof places);
	memcpy(names, all, sizeof all);
}

bool
question_close(const void *owner, struct report_question *q)
{
	const char **parts[PARTS], *names[PARTS];
	char *text = talloc_strdup(owner, "");
	size_t i;

	parts_of(q, parts, names);
	for (i = 0; parts[i] != NULL; i++)
		if (*parts[i] != NULL)
			text = talloc_asprintf_append(text, "%s%s=%s", text[0] == '\0' ? "" : "&", names[i], uri_encode(owner, *parts[i]));
	q->text = text;
	/* What was kept in another form answers no more. What is asked about now is asked about a day: tomorrow it is another question. */
	q->hash = secret_hash(owner, "report", talloc_asprintf(owner, "%s?%s#%s.%d", q->report->name, text, q->moment == NULL ? q->ask.today : "", FIGURES_FORM));
	return strlen(text) <= QUESTION_TEXT_MAX;
}

/* What uri_encode made, back in place. */
static void
decode(char *text)
{
	char *out = text;
	unsigned byte;

	for (; *text != '\0'; text++) {
		if (*text == '%' && sscanf(text + 1, "%2x", &byte) == 1) {
			*out++ = (char)byte;
			text += 2;
		} else {
			*out++ = *text;
		}
	}
	*out = '\0';
}

static bool
take(const void *owner, struct report_question *q, const char *part)
{
	const char **parts[PARTS], *names[PARTS], *equals = strchr(part, '=');
	char *value;
	size_t i;

	parts_of(q, parts, names);
	for (i = 0; equals != NULL && parts[i] != NULL; i++) {
		if (strlen(names[i]) != (size_t)(equals - part) || strncmp(names[i], part, strlen(names[i])) != 0)
			continue;
		value = talloc_strdup(owner, equals + 1);
		decode(value);
		*parts[i] = value;
		return true;
	}
	return false;
}

bool
question_open(const void *owner, const char *report, const char *text, const char *today, struct report_question *out)
{
	char *rest = NULL, *part;
	struct date day;

	*out = (struct report_question){ .report = report_find(report), .ask = { .today = today } };
	if (out->report == NULL)
		return false;
	for (part = strtok_r(talloc_strdup(owner, text), "&", &rest); part != NULL; part = strtok_r(NULL, "&", &rest))
		if (!take(owner, out, part))
			return false;
	if (out->moment != NULL && date_local(out->moment, &day, (char[6]){ "" }))
		out->ask.today = talloc_strdup(owner, day.iso);
	return question_close(owner, out);
}

static long
last_day(int year, int month)
{
	int day = 31;

	while (!date_exists(year, month, day))
		day--;
	return day;
}

void
question_period(const void *owner, const struct report *report, const char *today, const char **from, const char **to)
{
	int year = atoi(today), month = atoi(today + 5), months = report->months > 0 ? report->months : 12, first;

	if ((report->takes & REPORT_YEARS) != 0) {
		*from = talloc_asprintf(owner, "%04d-01-01", year - (months - 1) / 12);
		*to = talloc_asprintf(owner, "%04d-12-31", year);
		return;
	}
	first = year * 12 + month - 1 - (months - 1);
	*from = talloc_asprintf(owner, "%04d-%02d-01", first / 12, first % 12 + 1);
	*to = talloc_asprintf(owner, "%04d-%02d-%02ld", year, month, last_day(year, month));
}

/* "03-2026" and "2026-03" to 2026 and 3; a year alone has the month 0. */
static bool
read_month(const char *typed, int *year, int *month)
{
	int a = 0, b = 0, end = 0;
	char between = '-';

	if (strlen(typed) > 7 || typed[strspn(typed, "0123456789-./ ")] != '\0')
		return false;
	if (sscanf(typed, "%d%c%d%n", &a, &between, &b, &end) == 3 && typed[end] == '\0') {
		*year = a > b ? a : b;
		*month = abs(a > b ? b : a);
		return *month >= 1 && *month <= 12;
	}
	*month = 0;
	return sscanf(typed, "%d%n", year, &end) == 1 && typed[end] == '\0';
}

bool
question_month(const void *owner, const char *typed, const char **first, const char **last)
{
	int year, month, from, to;

	if (!read_month(typed, &year, &month) || year < FIRST_YEAR || year > LAST_YEAR)
		return false;
	from = month == 0 ? 1 : month;
	to = month == 0 ? 12 : month;
	*first = talloc_asprintf(owner, "%04d-%02d-01", year, from);
	*last = talloc_asprintf(owner, "%04d-%02d-%02ld", year, to, last_day(year, to));
	return true;
}

void
question_baselines(struct request *rq, xmlNode *field)
{
	const char *on = request_today(rq), *asked = query_text(rq, "baseline");
	struct date day;
	char hhmm[6];

	if (rq->as_of != NULL && date_local(rq->as_of, &day, hhmm))
		on = day.iso;
	choices_add(rq, field, "SELECT CAST(b.id AS CHAR(20)), b.title FROM baseline b WHERE b.ended_on IS NULL OR b.ended_on >= ? OR b.id = CAST(? AS UNSIGNED)"
	    " ORDER BY b.from_on DESC, b.id", ARGS(TEXT(on), TEXT(asked)));
}

bool
question_opens_lists(struct request *rq, const char *department)
{
	return department != NULL && request_may(rq, MAY_READ_REPORTS | MAY_SEE_DEPARTMENT) &&
	    rows_int(rq->db, 0, "SELECT COUNT(*) FROM department d LEFT JOIN department p1 ON p1.id = d.parent_id LEFT JOIN department p2 ON p2.id = p1.parent_id"
	    " WHERE d.id = ? AND ? IN (d.id, d.parent_id, p1.parent_id, p2.parent_id)", ARGS(TEXT(department), TEXT(rq->user->department))) > 0;
}
