/*
 * /plan - the courses that one works on.
 *	<form name="courses"/> <list name="courses"> <course id state href citizen-id name cpr birth-date frame caseworker-name
 *	    next-deadline next-deadline-kind late protected died-on/>* </list>
 * Who only runs interventions finds those here: provider.c.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/citizen.h"
#include "domain/course.h"
#include "domain/permission.h"
#include "plan/inbox.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/list.h"
#include "xml/node.h"

static const char *const states[] = { "new", "screened", "assessed-risk", "assessment", "conference-ready", "planning", "active",
    "paused", "closed", "closed-low", "any", NULL };
static const char *const whose[] = { "mine", "all", NULL };

static const struct field find_fields[] = {
	{ .name = "q",     .type = FIELD_LINE },
	{ .name = "state", .type = FIELD_CHOICE, .choices = states },
	{ .name = "whose", .type = FIELD_CHOICE, .choices = whose },
	{ 0 }
};
static const struct form find_form = { .name = "courses", .fields = find_fields, .get = true };

/* For those who see no department's courses there is nothing to choose between. */
static const struct field own_fields[] = {
	{ .name = "q",     .type = FIELD_LINE },
	{ .name = "state", .type = FIELD_CHOICE, .choices = states },
	{ 0 }
};
static const struct form own_form = { .name = "courses", .fields = own_fields, .get = true };

/*
 * Those that one may see: one's own and those that one takes part in; with a department, all of its; for an editor, those of
 * fictional citizens.
 * Arguments: today, 1 for those that are not closed, state, number, CPR (a beginning), name; uid, uid, today, today, department,
 * 1 for those who see what was made up.
 */
#define FROM_MINE \
	" FROM (SELECT CAST(? AS DATE) AS today, ? AS open, ? AS state, ? AS number, ? AS cpr, ? AS name) t" \
	" JOIN (SELECT id FROM course WHERE caseworker_uid = ?" \
	"   UNION SELECT course_id FROM course_contact WHERE uid = ? AND from_on <= ? AND (to_on IS NULL OR to_on > ?)" \
	"   UNION SELECT id FROM course WHERE department_id = ?" \
	"   UNION SELECT y.id FROM course y JOIN fictional_citizen v ON v.citizen_id = y.citizen_id WHERE ? = 1) mine" \
	" JOIN course c ON c.id = mine.id JOIN citizen z ON z.id = c.citizen_id JOIN citizen_cpr p ON p.citizen_id = z.id"
#define THAT_FIT \
	" WHERE (t.open = 0 OR c.state NOT IN ('closed', 'closed-low')) AND (t.state IS NULL OR c.state = t.state)" \
	"  AND (t.number IS NULL AND t.cpr IS NULL AND t.name IS NULL OR c.id = t.number OR p.cpr LIKE t.cpr OR z.name LIKE t.name)"
#define COURSES \
	"SELECT c.id, c.state, z.id AS 'citizen-id', z.name, " CPR_MASKED("p.cpr") " AS cpr, z.birth_date AS 'birth-date'," \
	"  f.name AS frame, w.name AS 'caseworker-name', c.opened_on AS 'opened-on'," \
	"  l.due_on AS 'next-deadline', l.kind AS 'next-deadline-kind', CASE WHEN l.due_on < t.today THEN 'yes' END AS late," \
	"  CASE WHEN l.due_on < t.today THEN DATEDIFF(t.today, l.due_on) END AS 'days-over', z.death_date AS 'died-on'," \
	"  CASE WHEN z.protection_from <= t.today AND (z.protection_to IS NULL OR z.protection_to >= t.today) THEN 'yes' END" \
	"   AS protected" \
	FROM_MINE \
	" LEFT JOIN course_frame f ON f.id = c.frame_id JOIN staff w ON w.uid = c.caseworker_uid" \
	" LEFT JOIN deadline l ON l.course_id = c.id AND l.id = (SELECT m.id FROM deadline m" \
	"   WHERE m.course_id = c.id AND m.done_on IS NULL ORDER BY m.due_on, m.id LIMIT 1)" \
	THAT_FIT

static const struct list_sort sorts[] = {
	{ "deadline",   COURSES " ORDER BY l.due_on IS NULL, l.due_on, c.id LIMIT ? OFFSET ?" },
	{ "-deadline",  COURSES " ORDER BY l.due_on IS NULL, l.due_on DESC, c.id LIMIT ? OFFSET ?" },
	{ "name",       COURSES " ORDER BY z.name, c.id LIMIT ? OFFSET ?" },
	{ "-name",      COURSES " ORDER BY z.name DESC, c.id LIMIT ? OFFSET ?" },
	{ "state",      COURSES " ORDER BY c.state, c.id LIMIT ? OFFSET ?" },
	{ "-state",     COURSES " ORDER BY c.state DESC, c.id LIMIT ? OFFSET ?" },
	{ "opened",     COURSES " ORDER BY c.opened_on, c.id LIMIT ? OFFSET ?" },
	{ "-opened",    COURSES " ORDER BY c.opened_on DESC, c.id DESC LIMIT ? OFFSET ?" },
	{ NULL, NULL }
};

/* What was typed into q: a course's number, a birth date or CPR number, else a part of a name. */
struct sought { const char *number, *cpr, *name; };

static void
read_sought(struct request *rq, const char *q, struct sought *out)
{
	char *digits = talloc_strdup(rq, "");
	const char *at;
	bool plain = q != NULL;

	*out = (struct sought){ NULL, NULL, NULL };
	for (at = q; plain && *at != '\0'; at++) {
		if (isdigit((unsigned char)*at))
			digits = talloc_strndup_append(digits, at, 1);
		else if (*at != '-' && *at != ' ')
			plain = false;
	}
	if (!plain || digits[0] == '\0') {
		out->name = q == NULL ? NULL : text_like(rq, "%", q);
		return;
	}
	if (strlen(digits) < 10)
		out->number = digits;
	if (strlen(digits) == 6 || strlen(digits) == 10)
		out->cpr = request_format(rq, "%s%%", digits);
}

/* A search looks everywhere that one may look; the plain list shows one's own work, a team leader's the team's. */
static bool
shows_all(const struct request *rq)
{
	const char *asked = query_text(rq, "whose");

	if (!request_may(rq, MAY_SEE_DEPARTMENT))
		return false;
	if (asked != NULL)
		return strcmp(asked, "all") == 0;
	return query_text(rq, "q") != NULL || course_led(rq);
}

static void
add_list(struct request *rq, xmlNode *content)
{
	const char *q = query_text(rq, "q"), *state = query_text(rq, "state"), *today = request_today(rq), *uid = rq->user->uid;
	struct sought sought;
	xmlNode *list, *row;
	bool all = shows_all(rq), open = state == NULL && q == NULL;

	read_sought(rq, q, &sought);
	if (state != NULL && strcmp(state, "any") == 0)
		state = NULL;
	list = list_add(rq, content, "courses", "course", sorts, "SELECT COUNT(*)" FROM_MINE THAT_FIT,
	    ARGS(TEXT(today), INT(open ? 1 : 0), TEXT(state), TEXT(sought.number), TEXT(sought.cpr), TEXT(sought.name), TEXT(uid),
	    TEXT(uid), TEXT(today), TEXT(today), TEXT(all ? rq->user->department : NULL), INT(request_wide(rq) & SUBJECT_WIDE_FICTIONAL ? 1 : 0)));
	for (row = node_child(list, "course"); row != NULL; row = node_next(row, "course"))
		node_set(row, "href", request_href(rq, "/plan/%s", node_get(row, "id")));
}

static void
courses_get(struct request *rq, xmlNode *content)
{
	if (request_may(rq, MAY_SEE_CASES)) {
		form_add(rq, content, request_may(rq, MAY_SEE_DEPARTMENT) ? &find_form : &own_form, "/plan");
		add_list(rq, content);
	}
	if (request_may(rq, MAY_PROVIDE))
		inbox_add(rq, content);
	else if (!request_may(rq, MAY_SEE_CASES))
		fail_request(rq, FAIL_DENIED, NULL);
}

const struct route plan_courses = {
	.path = "/plan", .page = "courses", .menu = "courses",
	.get = courses_get,
};
