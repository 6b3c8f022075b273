/* Can a day be as its form has it? */
#include "plan/day.h"

#include <string.h>
#include <talloc.h>

#include "rule/workday.h"
#include "web/form.h"
#include "xml/node.h"

void
day_read_times(struct request *rq, struct day *day)
{
	const char *conference = field_text(rq, "conference-on"), *at = field_text(rq, "conference-at");
	struct date next;

	day->held_on = field_text(rq, "held-on");
	day->starts_at = field_text(rq, "starts-at");
	day->slot_minutes = (long)field_int(rq, "slot-minutes", 45);
	day->pause_minutes = (long)field_int(rq, "pause-minutes", 0);
	day->break_after = (long)field_int(rq, "break-after", 0);
	day->break_minutes = (long)field_int(rq, "break-minutes", 0);
	workday_after(day->held_on, &next);
	day->conference_on = conference != NULL ? conference : talloc_strdup(day, next.iso);
	day->conference_at = at != NULL ? at : DAY_CONFERENCE_AT;
}

/* Either none, or where it is and how long; it is longer than the others. */
static void
check_break(struct request *rq, const struct day *day)
{
	if (day->break_after > 0 && day->break_minutes == 0)
		field_error(rq, "break-minutes", "required");
	else if (day->break_after == 0 && day->break_minutes > 0)
		field_error(rq, "break-after", "required");
	else if (day->break_after > 0 && day->break_minutes <= day->pause_minutes)
		field_error(rq, "break-minutes", "break-too-short");
}

/* A day on which nobody works is asked about, not refused. */
static void
check_workday(struct request *rq, const char *field, const char *on)
{
	if (!workday_is(on) && !field_check(rq, "anyway"))
		field_error(rq, field, workday_holiday(on) != NULL ? "is-holiday" : "is-weekend");
}

static bool
is_day_off(xmlNode *form, const char *field)
{
	const xmlNode *error = node_child(form_part(form, "field", field), "error");

	return error != NULL && strncmp(node_get(error, "key"), "is-", strlen("is-")) == 0;
}

bool
day_asks_day_off(xmlNode *form)
{
	return is_day_off(form, "held-on") || is_day_off(form, "conference-on");
}

void
day_check_dates(struct request *rq, const struct day *day)
{
	char at[TIME_LENGTH];

	if (strcmp(day->held_on, request_today(rq)) < 0)
		field_error(rq, "held-on", "day-in-past");
	else
		check_workday(rq, "held-on", day->held_on);
	if (!date_utc(day->held_on, day->starts_at, at))
		field_error(rq, "starts-at", "skipped-hour");
	if (strcmp(day->conference_on, day->held_on) <= 0)
		field_error(rq, "conference-on", "before-day");
	else if (!date_utc(day->conference_on, day->conference_at, at))
		field_error(rq, "conference-at", "skipped-hour");
	else
		check_workday(rq, "conference-on", day->conference_on);
	check_break(rq, day);
}

void
day_check_length(struct request *rq, const struct day *day)
{
	char end[6];
	size_t k;

	for (k = 0; k < day->talks; k++)
		if (day_takes_place(&day->talk[k]) && (day_never(day, day->talk[k].slots) >> day->talk[k].slot & 1) == 1) {
			field_error(rq, "break-after", "break-cuts-talk");
			break;
		}
	day_slot_local(day, day->slots - 1, true, end);
	if (strcmp(end, day->starts_at) <= 0 || day->slots * (day->slot_minutes + day->pause_minutes) + day->break_minutes >= 24 * 60)
		field_error(rq, "slot-minutes", "past-midnight");
}
