/*
 * /plan/handover?from=UID - a leader gives several of a colleague's courses to one or more others, in one transaction or not at all.
 *	<moving [from from-name]> <form name="handover-from"/> <course id .../>* <form name="handover"/>? <handover .../>* </moving>
 * The form knows which revision of each course was seen: what changed meanwhile is refused, and marked.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/staff.h"
#include "plan/hand.h"
#include "plan/pages.h"
#include "rule/course_state.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

enum { MOVED_MAX = FORM_CHOICES_MAX, TOLD_ALONE_MAX = 3 };

#define OPEN_ONES_OF " c.department_id = ? AND c.caseworker_uid = ? AND c.state NOT IN ('closed', 'closed-low')"

/* Whose courses they are: also of those who left. */
static void
from_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT s.uid, CONCAT(s.name, ': ', COUNT(*)) FROM course c JOIN staff s ON s.uid = c.caseworker_uid"
	    " WHERE c.department_id = ? AND c.state NOT IN ('closed', 'closed-low') GROUP BY s.uid, s.name ORDER BY s.name, s.uid",
	    ARGS(TEXT(rq->user->department)));
}

static const char *
moved_from(const struct request *rq)
{
	return rq->post ? pairs_find(&rq->body, "from") : query_text(rq, "from");
}

static void
course_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT c.id, z.name, z.id FROM course c JOIN citizen z ON z.id = c.citizen_id WHERE" OPEN_ONES_OF " ORDER BY c.id",
	    ARGS(TEXT(rq->user->department), TEXT(moved_from(rq))));
}

static const struct field from_fields[] = {
	{ .name = "from", .type = FIELD_CHOICE, .source = from_choices },
	{ 0 }
};
static const char *const from_submits[] = { "show", NULL };
static const struct form from_form = { .name = "handover-from", .fields = from_fields, .submits = from_submits, .get = true };

static const struct field move_fields[] = {
	{ .name = "from",      .type = FIELD_HIDDEN,  .required = REQUIRED },
	{ .name = "seen",      .type = FIELD_HIDDEN,  .required = REQUIRED, .max = 2000 },
	{ .name = "all",       .type = FIELD_CHECK },
	{ .name = "courses",   .type = FIELD_CHOICES, .source = course_choices },
	{ .name = "receivers", .type = FIELD_CHOICES, .required = REQUIRED, .source = hand_choices },
	{ .name = "reason",    .type = FIELD_TEXT,    .required = REQUIRED, .max = 1000 },
	{ 0 }
};
static const char *const move_submits[] = { "hand-over", NULL };
static const struct form move_form = { .name = "handover", .fields = move_fields, .submits = move_submits };

static const char courses_sql[] =
    "SELECT c.id, c.state, c.revision, z.id AS 'citizen-id', z.name AS citizen, " CPR_MASKED("p.cpr") " AS cpr,"
    "  IF(p.kind = 'replacement', 'replacement', NULL) AS 'cpr-kind', l.due_on AS 'next-deadline', l.kind AS 'next-deadline-kind',"
    "  CASE WHEN l.due_on < t.today THEN 'yes' END AS late,"
    "  CASE WHEN z.protection_from <= t.today AND (z.protection_to IS NULL OR z.protection_to >= t.today) THEN 'yes' END AS protected"
    " FROM (SELECT CAST(? AS DATE) AS today) t JOIN course c JOIN citizen z ON z.id = c.citizen_id JOIN citizen_cpr p ON p.citizen_id = z.id"
    " LEFT JOIN deadline l ON l.course_id = c.id AND l.id = (SELECT m.id FROM deadline m"
    "   WHERE m.course_id = c.id AND m.done_on IS NULL ORDER BY m.due_on, m.id LIMIT 1)"
    " WHERE" OPEN_ONES_OF " ORDER BY l.due_on IS NULL, l.due_on, c.id LIMIT 50";

/* The revision that "12:5,14:2" gives a course; 0 for one that is not in it. */
static long long
seen_revision(const char *seen, long long course)
{
	char *end;

	while (seen != NULL && *seen != '\0') {
		long long id = strtoll(seen, &end, 10), revision = *end == ':' ? strtoll(end + 1, &end, 10) : 0;

		if (id == course)
			return revision;
		seen = *end == ',' ? end + 1 : NULL;
	}
	return 0;
}

/* What is on the page now is what the form has seen, also where it is drawn again; what was seen otherwise is marked. */
static void
note_seen(struct request *rq, xmlNode *moving, xmlNode *form)
{
	xmlNode *field = form_part(form, "field", "seen"), *course;
	const char *before = rq->form == NULL ? NULL : pairs_find(&rq->body, "seen");
	char *seen = talloc_strdup(rq, "");

	for (course = node_child(moving, "course"); course != NULL; course = node_next(course, "course")) {
		const char *id = node_get(course, "id"), *revision = node_get(course, "revision");

		seen = talloc_asprintf_append(seen, "%s%s:%s", seen[0] == '\0' ? "" : ",", id, revision);
		if (before != NULL && seen_revision(before, atoll(id)) != atoll(revision))
			node_set(course, "changed", "yes");
		xmlUnsetProp(course, (const xmlChar *)"revision");
	}
	if (node_child(field, "value") != NULL)
		xmlNodeSetContent(node_child(field, "value"), (const xmlChar *)seen);
	else
		form_set(form, "seen", seen);
}

/* Who has them already is no choice. */
static void
drop_giver(xmlNode *form, const char *from)
{
	xmlNode *choice = node_child(form_part(form, "field", "receivers"), "choice");

	while (choice != NULL && strcmp(node_get(choice, "value"), from) != 0)
		choice = node_next(choice, "choice");
	if (choice != NULL) {
		xmlUnlinkNode(choice);
		xmlFreeNode(choice);
	}
}

static void
handovers_get(struct request *rq, xmlNode *content)
{
	const char *from = moved_from(rq);
	xmlNode *moving = node_add(content, "moving"), *form;

	form_set(form_add(rq, moving, &from_form, "/plan/handover"), "from", from);
	if (from != NULL && rows_int(rq->db, 0, "SELECT 1 FROM staff WHERE uid = ?", ARGS(TEXT(from))) == 1) {
		node_set(moving, "from", from);
		node_set(moving, "from-name", staff_name(rq, from));
		if (rows_add(rq->db, moving, "course", courses_sql, ARGS(TEXT(request_today(rq)), TEXT(rq->user->department), TEXT(from))) > 0) {
			form = form_add(rq, moving, &move_form, "/plan/handover");
			form_set(form, "from", from);
			note_seen(rq, moving, form);
			drop_giver(form, from);
		}
	}
	hand_history_add(rq, moving, 0);
}

/* Those who get courses, and how many they have; who has fewest gets the next. */
struct receiver { const char *uid; long long has, got, first; };
struct move { struct receiver to[MOVED_MAX]; long long courses[MOVED_MAX]; size_t receivers, count; };

static int
by_number(const void *a, const void *b)
{
	long long x = *(const long long *)a, y = *(const long long *)b;

	return (x > y) - (x < y);
}

/* The courses that were ticked, or all that were on the page, in one order, so that two leaders never wait for each other. */
static void
read_courses(struct request *rq, struct move *move)
{
	const char *at = field_check(rq, "all") ? field_text(rq, "seen") : field_text(rq, "courses");
	char *end;

	for (; at != NULL && *at != '\0' && move->count < MOVED_MAX; at = strpbrk(end, ", ")) {
		at += strspn(at, ", ");
		move->courses[move->count] = strtoll(at, &end, 10);
		if (move->courses[move->count] > 0)
			move->count++;
	}
	qsort(move->courses, move->count, sizeof move->courses[0], by_number);
}

static void
read_receivers(struct request *rq, struct move *move)
{
	char *rest = NULL, *word;

	for (word = strtok_r(talloc_strdup(rq, field_text(rq, "receivers")), " ", &rest); word != NULL && move->receivers < MOVED_MAX;
	    word = strtok_r(NULL, " ", &rest))
		move->to[move->receivers++] = (struct receiver){ .uid = word, .has = rows_int(rq->db, 0, "SELECT COUNT(*) FROM course"
		    " WHERE caseworker_uid = ? AND state NOT IN ('closed', 'closed-low')", ARGS(TEXT(word))) };
}

static struct receiver *
next_receiver(struct move *move)
{
	struct receiver *least = &move->to[0];
	size_t i;

	for (i = 1; i < move->receivers; i++)
		if (move->to[i].has < least->has)
			least = &move->to[i];
	return least;
}

/* Is it still as the leader saw it?  Then it is moved. */
static bool
move_one(struct request *rq, struct move *move, long long course)
{
	const char *from = field_text(rq, "from");
	struct receiver *to = next_receiver(move);
	struct held held;

	if (!hand_lock(rq, course, &held) || !course_is_open(held.state) || strcmp(held.caseworker, from) != 0 ||
	    strcmp(held.department, rq->user->department) != 0 || held.revision != seen_revision(field_text(rq, "seen"), course)) {
		field_error(rq, "courses", "course-changed");
		return false;
	}
	hand_over(rq, course, &held, to->uid, field_text(rq, "reason"));
	to->first = to->first == 0 ? course : to->first;
	to->has++;
	if (++to->got <= TOLD_ALONE_MAX)
		message_send(rq, course, to->uid, "course-handed-over", field_text(rq, "reason"), request_format(rq, "/plan/%lld", course));
	return true;
}

/* One message says of all the further ones. */
static void
tell(struct request *rq, const struct move *move)
{
	size_t i;

	for (i = 0; i < move->receivers; i++)
		if (move->to[i].got > TOLD_ALONE_MAX)
			message_send(rq, move->to[i].first, move->to[i].uid, "courses-handed-over", field_text(rq, "reason"), "/plan?whose=mine");
	message_send(rq, move->courses[0], field_text(rq, "from"), "courses-moved", field_text(rq, "reason"), "/plan");
}

static void
handovers_post(struct request *rq)
{
	struct move *move = talloc_zero(rq, struct move);
	size_t i;

	read_courses(rq, move);
	read_receivers(rq, move);
	if (move->count == 0) {
		field_error(rq, "courses", "required");
		return;
	}
	for (i = 0; i < move->receivers; i++)
		if (strcmp(move->to[i].uid, field_text(rq, "from")) == 0) {
			field_error(rq, "receivers", "has-them-already");
			return;
		}
	for (i = 0; i < move->count && db_failed(rq->db) == FAIL_NONE; i++)
		if (!move_one(rq, move, move->courses[i]))
			return;
	tell(rq, move);
	see_other(rq, "courses-moved", "/plan/handover");
}

const struct route plan_handovers = {
	.path = "/plan/handover", .page = "handover", .menu = "courses", .may = MAY_SEE_CASES | MAY_LEAD,
	.get = handovers_get, .post = handovers_post, .form = &move_form,
};
