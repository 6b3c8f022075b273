/*
 * /plan/conferences?day= - the conferences of a day, one citizen after the other; without a day the next one that has any.
 *	<form name="conferences"/> <conferences day [previous-day previous-href] [next-day next-href]> <meeting .../>* </conferences>
 * (conferences.h)  For the team, before the citizens come.
 */
#include "plan/conferences.h"

#include <string.h>

#include "base/date.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field day_fields[] = {
	{ .name = "day", .type = FIELD_DATE },
	{ 0 }
};
static const struct form day_form = { .name = "conferences", .fields = day_fields, .get = true };

/* Arguments: uid, department, wide, today. */
#define ME "(SELECT ? AS uid, ? AS department, ? AS wide, CAST(? AS DATE) AS today) me"
#define SEEN(states) ME " JOIN conference k ON k.state " states " AND k.planned_at >= ? AND k.planned_at < ?" \
	" JOIN course c ON c.id = k.course_id AND (" SUBJECT_COURSE_GRADE " END IS NOT NULL" \
	"  OR (me.wide & 2 AND EXISTS (SELECT 1 FROM fictional_citizen v WHERE v.citizen_id = c.citizen_id)))"

#define WANTED(profession) "(FIND_IN_SET('" profession "', f.professions) > 0)"
#define SIGNED(profession) \
	"(FIND_IN_SET('" profession "', f.professions) > 0 AND EXISTS (SELECT 1 FROM professional_note n WHERE n.course_id = c.id" \
	" AND n.profession = '" profession "' AND n.state = 'signed'))"
#define ALL(what) what("caseworker") " + " what("psychologist") " + " what("physiotherapist") " + " what("nurse") " + " what("other")

static const char meetings_sql[] =
    "SELECT k.id, k.course_id AS course, k.state, k.planned_at AS 'planned-at', k.place, z.id AS 'citizen-id', z.name,"
    "  IF(z.interpreter_needed, 'yes', NULL) AS interpreter, z.language,"
    "  IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL) AS protected,"
    "  z.death_date AS 'died-on', IF(f.id IS NULL, NULL, " ALL(SIGNED) ") AS 'notes-signed', IF(f.id IS NULL, NULL, " ALL(WANTED) ") AS 'notes-wanted'"
    " FROM " SEEN("IN ('planned', 'held', 'concluded')") " JOIN citizen z ON z.id = c.citizen_id LEFT JOIN course_frame f ON f.id = c.frame_id"
    " ORDER BY k.planned_at, k.id LIMIT 100";

/* How far the day before and the day after are sought: further away one types the day. */
enum { SOUGHT_DAYS = 60 };

/* The Danish day's beginning and end. */
static bool
bounds(const char *day, char from[TIME_LENGTH], char to[TIME_LENGTH])
{
	struct date next;

	date_add_days(day, 1, &next);
	return date_utc(day, "00:00", from) && date_utc(next.iso, "00:00", to);
}

size_t
conferences_of(struct request *rq, xmlNode *parent, const char *day)
{
	char from[TIME_LENGTH], to[TIME_LENGTH];
	xmlNode *m;
	size_t count;

	if (!bounds(day, from, to))
		return 0;
	count = rows_add(rq->db, parent, "meeting", meetings_sql, ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), INT(request_wide(rq)),
	    TEXT(request_today(rq)), TEXT(from), TEXT(to)));
	for (m = node_child(parent, "meeting"); m != NULL; m = node_next(m, "meeting"))
		node_set(m, "href", request_href(rq, "/plan/%s/conference/%s", node_get(m, "course"), node_get(m, "id")));
	return count;
}

/* One state at a time, so that the index gives the moments in order and the first that is seen is the answer. */
static const char *
nearest_of(struct request *rq, const char *state, bool later, const char *from, const char *to)
{
	static const char first_sql[] = "SELECT STRAIGHT_JOIN k.planned_at FROM " SEEN("= ?") " ORDER BY k.planned_at LIMIT 1";
	static const char last_sql[] = "SELECT STRAIGHT_JOIN k.planned_at FROM " SEEN("= ?") " ORDER BY k.planned_at DESC LIMIT 1";

	return rows_text(rq->db, rq, later ? first_sql : last_sql, ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), INT(request_wide(rq)),
	    TEXT(request_today(rq)), TEXT(state), TEXT(from), TEXT(to)));
}

/* The nearest day with a conference, from a day on or before it; false where there is none within two months. */
static bool
nearest(struct request *rq, bool later, const char *day, struct date *out)
{
	static const char *const states[] = { "planned", "held", "concluded" };
	char at[TIME_LENGTH], until[TIME_LENGTH], end[TIME_LENGTH], hhmm[6];
	const char *found = NULL, *one;
	struct date far;
	size_t i;

	date_add_days(day, later ? SOUGHT_DAYS : -SOUGHT_DAYS, &far);
	if (!bounds(day, at, end) || !bounds(far.iso, until, end))
		return false;
	for (i = 0; i < sizeof states / sizeof states[0]; i++) {
		one = nearest_of(rq, states[i], later, later ? at : until, later ? until : at);
		if (one != NULL && (found == NULL || (strcmp(one, found) < 0) == later))
			found = one;
	}
	return found != NULL && date_local(found, out, hhmm);
}

static void
set_day(struct request *rq, xmlNode *node, const char *name, const char *day)
{
	node_set(node, request_format(rq, "%s-day", name), day);
	node_set(node, request_format(rq, "%s-href", name), request_href(rq, "/plan/conferences?day=%s", day));
}

/* The day that is shown stands in the field, whatever was typed. */
static void
show_day(xmlNode *form, const char *day)
{
	xmlNode *field = form_part(form, "field", "day"), *value = node_child(field, "value");

	if (value != NULL) {
		xmlUnlinkNode(value);
		xmlFreeNode(value);
	}
	if (field != NULL)
		node_add_text(field, "value", day);
}

static void
conferences_get(struct request *rq, xmlNode *content)
{
	const char *sought = query_text(rq, "day");
	struct date day, after, other;
	xmlNode *node;

	if (sought == NULL || !date_parse(sought, &day)) {
		date_parse(request_today(rq), &day);
		if (nearest(rq, true, day.iso, &other))
			day = other;
	}
	show_day(form_add(rq, content, &day_form, "/plan/conferences"), day.iso);
	node = node_add(content, "conferences");
	node_set(node, "day", day.iso);
	conferences_of(rq, node, day.iso);
	if (nearest(rq, false, day.iso, &other))
		set_day(rq, node, "previous", other.iso);
	date_add_days(day.iso, 1, &after);
	if (nearest(rq, true, after.iso, &other))
		set_day(rq, node, "next", other.iso);
}

const struct route plan_conferences = {
	.path = "/plan/conferences", .page = "conferences", .menu = "courses", .may = MAY_SEE_CASES, .get = conferences_get,
};
