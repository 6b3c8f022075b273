/*
 * <assessment-day id state held-on weekday starts-at ends-at place slot-minutes pause-minutes [break-after break-minutes] today? past? [conference-on conference-at holiday weekend state-reason]>
 *   <note/>? <member ordinal uid name profession [room own]/>* <slot number starts-at ends-at> <place ...> <talk/>? </place>* </slot>*
 *   <assessed ordinal course name state ...> <talk/>* </assessed>* </assessment-day>
 */
#include "plan/day.h"

#include <stdlib.h>
#include <string.h>

#include "rule/workday.h"
#include "sql/rows.h"
#include "xml/node.h"

static void
set_day(struct request *rq, xmlNode *node, const struct day *day)
{
	static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
	int order = strcmp(day->held_on, request_today(rq));
	char ends[6];

	node_set(node, "weekday", weekdays[date_weekday(day->held_on)]);
	if (day->slots > 0) {
		day_slot_local(day, day->slots - 1, true, ends);
		node_set(node, "ends-at", ends);
	}
	node_set(node, "holiday", workday_holiday(day->held_on));
	node_set(node, "weekend", workday_weekend(day->held_on) ? "yes" : NULL);
	node_set(node, "when", order < 0 ? "past" : order == 0 ? "today" : "coming");
}

static void
add_members(struct request *rq, xmlNode *node, const struct day *day)
{
	int i;

	for (i = 0; i < day->members; i++) {
		xmlNode *member = node_add(node, "member");

		node_set_int(member, "ordinal", i);
		node_set(member, "uid", day->member[i].uid);
		node_set(member, "name", day->member[i].name);
		node_set(member, "profession", day->member[i].profession);
		if (day_planner(rq, day) && rq->as_of == NULL)
			node_set(member, "href", request_href(rq, "/plan/days/%lld/members/%d", day->id, i + 1));
		node_set(member, "room", day->member[i].room);
		node_set(member, "own", strcmp(day->member[i].uid, rq->user->uid) == 0 ? "yes" : NULL);
	}
}

static void
set_talk(struct request *rq, xmlNode *node, const struct day *day, const struct day_talk *talk)
{
	char from[6], to[6];

	day_slot_local(day, talk->slot, false, from);
	day_slot_local(day, talk->slot + talk->slots - 1, true, to);
	node_set(node, "state", talk->state);
	node_set(node, "starts-at", from);
	node_set(node, "ends-at", to);
	if (rq->as_of == NULL)
		node_set(node, "href", request_href(rq, "/plan/days/%lld/talks/%lld", day->id, talk->id));
}

static const struct day_talk *
talk_at(const struct day *day, int member, int slot)
{
	size_t i;

	for (i = 0; i < day->talks; i++)
		if (day->talk[i].member == member && day_takes_place(&day->talk[i]) && (rotation_bits(day->talk[i].slot, day->talk[i].slots) >> slot & 1) == 1)
			return &day->talk[i];
	return NULL;
}

static size_t
first_name_length(const char *name)
{
	return strcspn(name, " ");
}

/* Paper lies about: with protection the first name alone, and which of the citizens it is where another one has the same. */
static const char *
shown_name(struct request *rq, const struct day *day, int citizen)
{
	const char *name = day->citizen[citizen].name;
	int i, length = (int)first_name_length(name);

	if (!day->paper || !day->citizen[citizen].guarded)
		return name;
	for (i = 0; i < day->citizens; i++)
		if (i != citizen && day->citizen[i].guarded && (int)first_name_length(day->citizen[i].name) == length
		    && strncmp(day->citizen[i].name, name, (size_t)length) == 0)
			return request_format(rq, "%.*s (%d)", length, name, citizen + 1);
	return request_format(rq, "%.*s", length, name);
}

/* A talk of two slots stands in its first one, and goes on in the other. */
static void
add_place(struct request *rq, xmlNode *slot, const struct day *day, int member, int number)
{
	const struct day_talk *talk = talk_at(day, member, number);
	xmlNode *place, *in_it;

	place = node_add(slot, "place");
	node_set_int(place, "member", member);
	node_set(place, "profession", day->member[member].profession);
	node_set(place, "name", day->member[member].name);
	node_set(place, "own", strcmp(day->member[member].uid, rq->user->uid) == 0 ? "yes" : NULL);
	if (talk != NULL && talk->slot != number)
		node_set(place, "goes-on", "yes");
	if (talk == NULL || talk->slot != number)
		return;
	if (day->citizen[talk->citizen].hidden)
		node_set(place, "taken", "yes");
	if (talk->slots == 2)
		node_set_int(place, "slots", 2);
	if (day->citizen[talk->citizen].hidden)
		return;
	in_it = node_add(place, "talk");
	node_set_int(in_it, "id", talk->id);
	node_set(in_it, "citizen", shown_name(rq, day, talk->citizen));
	node_set(in_it, "protected", day->paper && day->citizen[talk->citizen].guarded ? "yes" : NULL);
	set_talk(rq, in_it, day, talk);
}

static void
add_slots(struct request *rq, xmlNode *node, const struct day *day)
{
	char at[6];
	int t, i;

	for (t = 0; t < day->slots; t++) {
		xmlNode *slot = node_add(node, "slot");

		node_set_int(slot, "number", t);
		day_slot_local(day, t, false, at);
		node_set(slot, "starts-at", at);
		day_slot_local(day, t, true, at);
		node_set(slot, "ends-at", at);
		if (t + 1 == day->break_after && t + 1 < day->slots) {
			day_slot_local(day, t + 1, false, at);
			node_set(slot, "pause-until", at);
		}
		for (i = 0; i < day->members; i++)
			add_place(rq, slot, day, i, t);
	}
}

/* What was said of a talk that did not take place. */
static const char talks_sql[] =
    "SELECT a.id, a.uid, s.name, a.profession, a.reason, a.cancelled_by AS 'cancelled-by' FROM assessment_appointment a"
    " LEFT JOIN staff s ON s.uid = a.uid WHERE a.day_id = ? AND a.course_id = ? ORDER BY a.state IN ('cancelled', 'no-show'), a.slot, a.id";

static void
add_talks(struct request *rq, xmlNode *assessed, const struct day *day, long long course)
{
	xmlNode *talk, *next;

	rows_add(rq->db, assessed, "talk", talks_sql, ARGS(INT(day->id), INT(course)));
	for (talk = node_child(assessed, "talk"); talk != NULL; talk = next) {
		const struct day_talk *is = day_talk_by_id(day, strtoll(node_get(talk, "id"), NULL, 10));

		next = node_next(talk, "talk");
		if (is != NULL) {
			set_talk(rq, talk, day, is);
			continue;
		}
		xmlUnlinkNode(talk);
		xmlFreeNode(talk);
	}
}

static const char assessed_sql[] =
    "SELECT a.ordinal, a.course_id AS course, z.id AS 'citizen-id', z.name AS citizen, z.birth_date AS 'birth-date', a.state,"
    "  IF(a.interpreter, 'yes', NULL) AS interpreter, a.reason,"
    "  IF(z.protection_from <= t.today AND (z.protection_to IS NULL OR z.protection_to >= t.today), 'yes', NULL) AS protected,"
    "  z.death_date AS 'died-on'"
    " FROM (SELECT CAST(? AS DATE) AS today) t JOIN assessment_citizen a ON a.day_id = ? JOIN course c ON c.id = a.course_id"
    " JOIN citizen z ON z.id = c.citizen_id ORDER BY a.ordinal";

static void
fill_assessed(struct request *rq, xmlNode *assessed, const struct day *day, int row)
{
	const struct day_citizen *c = &day->citizen[row];

	node_set(assessed, "citizen", shown_name(rq, day, row));
	if (day->paper && c->guarded)
		xmlUnsetProp(assessed, BAD_CAST "birth-date");
	node_set(assessed, "course-href", request_href(rq, "/plan/%lld", c->course));
	if (day_citizen_planner(rq, day, row) && rq->as_of == NULL)
		node_set(assessed, "href", request_href(rq, "/plan/days/%lld/citizens/%lld", day->id, c->course));
	add_talks(rq, assessed, day, c->course);
}

static void
add_assessed(struct request *rq, xmlNode *node, const struct day *day)
{
	xmlNode *assessed, *next;

	rows_add(rq->db, node, "assessed", assessed_sql, ARGS(TEXT(request_today(rq)), INT(day->id)));
	for (assessed = node_child(node, "assessed"); assessed != NULL; assessed = next) {
		int row = day_citizen_of_course(day, strtoll(node_get(assessed, "course"), NULL, 10));

		next = node_next(assessed, "assessed");
		if (row >= 0 && !day->citizen[row].hidden) {
			fill_assessed(rq, assessed, day, row);
			continue;
		}
		xmlUnlinkNode(assessed);
		xmlFreeNode(assessed);
	}
}

xmlNode *
day_add(struct request *rq, xmlNode *parent, const struct day *day)
{
	xmlNode *node = rows_add_one(rq->db, parent, "assessment-day",
	    "SELECT id, state, held_on AS 'held-on', CAST(starts_at AS CHAR(5)) AS 'starts-at', place, slot_minutes AS 'slot-minutes',"
	    "  pause_minutes AS 'pause-minutes', break_after AS 'break-after', break_minutes AS 'break-minutes', conference_on AS 'conference-on', CAST(conference_at AS CHAR(5)) AS 'conference-at',"
	    "  state_reason AS 'state-reason', note FROM assessment_day WHERE id = ?", ARGS(INT(day->id)));

	if (node == NULL)
		return NULL;
	set_day(rq, node, day);
	add_members(rq, node, day);
	add_slots(rq, node, day);
	add_assessed(rq, node, day);
	node_set(node, "href", request_href(rq, "/plan/days/%lld", day->id));
	node_set(node, "list-href", request_href(rq, "/plan/days/%lld/list", day->id));
	node_set(node, "calendar-href", request_href(rq, "/plan/days/%lld/calendar.ics", day->id));
	return node;
}
