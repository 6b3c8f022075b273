/* room_show.c - what stands on the conference's screen beside its form. */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "plan/conferences.h"
#include "plan/room.h"
#include "rule/timeline.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

#define OPEN_TODAY(cc) cc ".from_on <= me.today AND (" cc ".to_on IS NULL OR " cc ".to_on > me.today)"

/* Of somebody with several parts the first one.  A doctor and an employer are named when they come. */
void
room_invite(struct request *rq, long long course, long long conference)
{
	exec(rq->db, "INSERT INTO conference_attendee (course_id, conference_id, ordinal, uid, name, role, changed_by)"
	    " SELECT me.course, me.conference, ROW_NUMBER() OVER (ORDER BY x.ordinal), x.uid, x.name, x.role, me.by_uid"
	    " FROM (SELECT ? AS course, ? AS conference, CAST(? AS DATE) AS today, ? AS by_uid) me JOIN ("
	    "  SELECT c.id AS course, 0 AS ordinal, c.caseworker_uid AS uid, CAST(NULL AS CHAR(200)) AS name, 'caseworker' AS role FROM course c"
	    "   WHERE c.id = ?"
	    "  UNION ALL SELECT cc.course_id, cc.id, cc.uid, cc.name, cc.role FROM (SELECT CAST(? AS DATE) AS today) me JOIN course_contact cc"
	    "   ON cc.course_id = ? AND " OPEN_TODAY("cc") " JOIN course c ON c.id = cc.course_id"
	    "   WHERE cc.role NOT IN ('doctor', 'employer') AND NOT cc.uid <=> c.caseworker_uid AND (cc.uid IS NULL OR NOT EXISTS (SELECT 1"
	    "    FROM course_contact o WHERE o.course_id = cc.course_id AND o.uid = cc.uid AND o.id < cc.id AND " OPEN_TODAY("o") "))"
	    " ) x ON x.course = me.course",
	    ARGS(INT(course), INT(conference), TEXT(request_today(rq)), TEXT(rq->user->uid), INT(course), TEXT(request_today(rq)), INT(course)));
}

void
room_add_attendees(struct request *rq, xmlNode *conference, long long id)
{
	rows_add(rq->db, conference, "attendee",
	    "SELECT a.ordinal AS n, COALESCE(s.name, a.name) AS name, a.role, a.uid, a.present FROM conference_attendee a"
	    " LEFT JOIN staff s ON s.uid = a.uid WHERE a.course_id = ? AND a.conference_id = ? ORDER BY a.ordinal", ARGS(INT(rq->subject), INT(id)));
}

/* A place across, in per cent. */
static void
set_place(xmlNode *node, const char *name, long hundredths)
{
	node_set_format(node, name, "%ld.%02ld", hundredths / 100, hundredths % 100);
}

static const char *
end_of(const xmlNode *decision, const struct timeline *line)
{
	const char *ends = node_get(decision, "ends-on");

	return ends != NULL ? ends : line->to.iso;
}

/* What runs at the same time stands below each other: the point of it all. */
static void
add_weeks(struct request *rq, xmlNode *conference)
{
	const char *from = request_today(rq), *to = from;
	struct timeline line;
	struct date first;
	xmlNode *d, *weeks, *month;
	size_t n;

	for (d = node_child(conference, "decision"); d != NULL; d = node_next(d, "decision")) {
		const char *last = node_get(d, node_get(d, "ends-on") != NULL ? "ends-on" : "first-measurement-on");

		if (strcmp(node_get(d, "starts-on"), from) < 0)
			from = node_get(d, "starts-on");
		if (strcmp(last, to) > 0)
			to = last;
	}
	timeline_span(from, to, &line);
	for (d = node_child(conference, "decision"); d != NULL; d = node_next(d, "decision")) {
		long x = timeline_x(&line, node_get(d, "starts-on"));

		set_place(d, "x", x);
		set_place(d, "width", timeline_x(&line, end_of(d, &line)) - x);
		set_place(d, "measured-x", timeline_x(&line, node_get(d, "first-measurement-on")));
	}
	weeks = node_add(conference, "months");
	for (n = 0; n < timeline_months(&line); n += timeline_months(&line) > 12 ? 3 : 1) {
		timeline_month(&line, n, &first);
		month = node_add(weeks, "month");
		node_set_int(month, "number", atoi(first.iso + 5));
		node_set_int(month, "year", atoi(first.iso));
		set_place(month, "x", timeline_x(&line, first.iso));
	}
}

void
room_add_decisions(struct request *rq, xmlNode *conference, long long id)
{
	xmlNode *d;

	if (rows_add(rq->db, conference, "decision",
	    "SELECT d.id, d.title, d.goal, d.provider_uid AS provider, s.name AS 'provider-name', d.starts_on AS 'starts-on',"
	    "  d.first_measurement_on AS 'first-measurement-on', d.ends_on AS 'ends-on', d.focus_area_id AS finding,"
	    "  COALESCE(a.icf_title, LEFT(a.description, 80)) AS 'finding-title', d.catalogue_version_id AS version, d.intervention_id AS intervention"
	    " FROM conference_decision d JOIN staff s ON s.uid = d.provider_uid LEFT JOIN focus_area a ON a.id = d.focus_area_id"
	    " WHERE d.course_id = ? AND d.conference_id = ? ORDER BY d.id", ARGS(INT(rq->subject), INT(id))) == 0)
		return;
	for (d = node_child(conference, "decision"); d != NULL; d = node_next(d, "decision"))
		if (node_get(d, "intervention") != NULL)
			node_set(d, "href", request_href(rq, "/plan/interventions/%s", node_get(d, "intervention")));
	add_weeks(rq, conference);
}

/* Whose turn it is next says no name: somebody else sits here. */
void
room_add_turn(struct request *rq, xmlNode *course, const char *planned_at)
{
	xmlNode *list, *item, *before = NULL, *after, *turn;
	struct date day;
	char hhmm[6];
	long long n = 0, of = 0;

	if (planned_at == NULL || !date_local(planned_at, &day, hhmm))
		return;
	turn = node_add(course, "turn");
	node_set(turn, "day", day.iso);
	node_set(turn, "href", request_href(rq, "/plan/conferences?day=%s", day.iso));
	list = node_add(turn, "day");
	conferences_of(rq, list, day.iso);
	for (item = node_child(list, "meeting"); item != NULL; item = node_next(item, "meeting"), of++) {
		if (atoll(node_get(item, "id")) != ROOM_CONFERENCE(rq)) {
			before = n == 0 ? item : before;
			continue;
		}
		n = of + 1;
		after = node_next(item, "meeting");
		if (before != NULL)
			node_set(turn, "previous-href", node_get(before, "href"));
		if (after != NULL) {
			node_set(turn, "next-href", node_get(after, "href"));
			node_set(turn, "next-at", node_get(after, "planned-at"));
		}
	}
	node_set_int(turn, "number", n);
	node_set_int(turn, "of", of);
	xmlUnlinkNode(list);
	xmlFreeNode(list);
}
