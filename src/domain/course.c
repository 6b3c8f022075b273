#include "domain/course.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "domain/place.h"
#include "rule/course_state.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static const char head_sql[] =
    "SELECT c.id, c.state, c.employment_goal AS 'employment-goal', c.caseworker_uid AS caseworker, w.name AS 'caseworker-name',"
    "  c.department_id AS department, d.name AS 'department-name', f.name AS frame, f.professions,"
    "  c.opened_on AS 'opened-on', c.closed_on AS 'closed-on', c.outcome, c.state_reason AS 'state-reason',"
    "  c.state_since AS 'state-since', DATEDIFF(t.today, " DANISH_DAY("c.state_since") ") AS 'state-days', c.returns_on AS 'returns-on',"
    "  (SELECT s.name FROM staff_absence a JOIN staff s ON s.uid = a.deputy_uid WHERE a.uid = c.caseworker_uid"
    "    AND t.today BETWEEN a.from_on AND a.to_on ORDER BY a.from_on, a.id LIMIT 1) AS 'deputy-name',"
    "  l.due_on AS 'next-deadline', l.kind AS 'next-deadline-kind', DATEDIFF(l.due_on, t.today) AS 'next-deadline-days',"
    "  CASE WHEN l.due_on < t.today THEN 'yes' END AS late,"
    "  (SELECT CAST(GROUP_CONCAT(DISTINCT n.profession) AS CHAR(200)) FROM professional_note n"
    "    WHERE n.course_id = c.id AND n.state = 'signed') AS signed,"
    "  (SELECT CAST(GROUP_CONCAT(v.profession) AS CHAR(200)) FROM note_waiver v WHERE v.course_id = c.id) AS waived,"
    "  (SELECT COUNT(*) FROM focus_area a WHERE a.course_id = c.id AND a.state IN ('open', 'chosen')) AS 'focus-areas',"
    "  COALESCE(i.alive, 0) AS interventions, COALESCE(i.proposed, 0) AS proposed, NULLIF(i.waiting, 0) AS waiting, COALESCE(i.ordered, 0) AS ordered,"
    "  COALESCE(i.declined, 0) AS declined, COALESCE(i.accepted, 0) AS accepted, COALESCE(i.unmeasured, 0) AS unmeasured"
    " FROM (SELECT CAST(? AS DATE) AS today) t JOIN course c ON c.id = ?"
    " LEFT JOIN staff w ON w.uid = c.caseworker_uid"
    " LEFT JOIN department d ON d.id = c.department_id"
    " LEFT JOIN course_frame f ON f.id = c.frame_id"
    " LEFT JOIN deadline l ON l.course_id = c.id AND l.id = (SELECT m.id FROM deadline m"
    "   WHERE m.course_id = c.id AND m.done_on IS NULL AND m.rests_since IS NULL ORDER BY m.due_on, m.id LIMIT 1)"
    " LEFT JOIN (SELECT v.course_id, SUM(v.state IN ('proposed', 'ordered', 'accepted', 'running')) AS alive,"
    "    SUM(v.state = 'proposed' AND v.waits_since IS NULL) AS proposed, SUM(v.waits_since IS NOT NULL) AS waiting,"
    "    SUM(v.state = 'ordered') AS ordered, SUM(v.state = 'declined' AND NOT EXISTS"
    "     (SELECT 1 FROM intervention r WHERE r.replaces_id = v.id AND r.state <> 'withdrawn')) AS declined,"
    "    SUM(v.state = 'accepted') AS accepted,"
    "    SUM(v.state = 'running' AND v.first_measurement_on < ? AND NOT EXISTS (SELECT 1 FROM measurement m"
    "      WHERE m.intervention_id = v.id AND m.measured_by = 'provider')) AS unmeasured"
    "   FROM intervention v WHERE v.course_id = ? GROUP BY v.course_id) i ON i.course_id = c.id";

static long long
count_of(const xmlNode *course, const char *name)
{
	const char *text = node_get(course, name);

	return text == NULL ? 0 : atoll(text);
}

bool
course_lists(const char *professions, const char *profession)
{
	size_t length = strlen(profession);
	const char *at;

	for (at = professions; at != NULL && *at != '\0'; at += at[0] == ',') {
		if (strncmp(at, profession, length) == 0 && (at[length] == ',' || at[length] == '\0'))
			return true;
		at += strcspn(at, ",");
	}
	return false;
}

/* Of the wanted professions, how many have signed, and how many neither have nor need to. */
struct wanted { int of, signed_, missing; };

static struct wanted
count_wanted(struct request *rq, const xmlNode *course)
{
	char *list = talloc_strdup(rq, node_get(course, "professions")), *rest = NULL, *word;
	struct wanted count = { .of = 0 };

	for (word = strtok_r(list, ",", &rest); word != NULL; word = strtok_r(NULL, ",", &rest)) {
		bool has = course_lists(node_get(course, "signed"), word);

		count.of++;
		count.signed_ += has;
		count.missing += !has && !course_lists(node_get(course, "waived"), word);
	}
	return count;
}

/* Since when: interventions in that state, or the course in its own. */
static const char *
waits_since(struct request *rq, const xmlNode *course, const char *waits_for)
{
	static const struct { const char *waits_for, *state; } by_intervention[] = {
		{ "agreement", "proposed" }, { "place", "proposed" }, { "offer", "proposed" }, { "provider", "declined" }, { "acceptance", "ordered" }, { "start", "accepted" },
	};
	struct date day;
	char at[6];
	size_t i;

	for (i = 0; i < sizeof by_intervention / sizeof by_intervention[0]; i++)
		if (strcmp(waits_for, by_intervention[i].waits_for) == 0)
			return rows_text(rq->db, rq, "SELECT " DANISH_DAY("MIN(ROW_START)") " FROM intervention WHERE course_id = ? AND state = ?",
			    ARGS(INT(rq->subject), TEXT(by_intervention[i].state)));
	if (strcmp(waits_for, "measurement") == 0)
		return rows_text(rq->db, rq, "SELECT MIN(v.first_measurement_on) FROM intervention v WHERE v.course_id = ? AND v.state = 'running'"
		    "  AND NOT EXISTS (SELECT 1 FROM measurement m WHERE m.intervention_id = v.id AND m.measured_by = 'provider')", ARGS(INT(rq->subject)));
	return date_local(node_get(course, "state-since"), &day, at) ? talloc_strdup(rq, day.iso) : NULL;
}

static void
add_waits(struct request *rq, xmlNode *course)
{
	struct wanted wanted = { .of = 0 };
	const char *waits_for;
	struct course_facts facts = { .state = node_get(course, "state"), .proposed = count_of(course, "proposed"), .waiting = count_of(course, "waiting"),
	    .ordered = count_of(course, "ordered"), .declined = count_of(course, "declined"),
	    .accepted = count_of(course, "accepted"), .unmeasured = count_of(course, "unmeasured") };

	if (node_get(course, "professions") != NULL) {
		wanted = count_wanted(rq, course);
		node_set_int(course, "notes-signed", wanted.signed_);
		node_set_int(course, "notes-wanted", wanted.of);
	}
	facts.notes_missing = wanted.missing;
	if (facts.waiting > 0)
		facts.gone = rows_int(rq->db, 0, "SELECT COUNT(*) FROM intervention i JOIN catalogue_version v ON v.id = i.catalogue_version_id"
		    " WHERE i.course_id = ? AND i.waits_since IS NOT NULL AND " PLACE_GONE("v"), ARGS(INT(rq->subject)));
	waits_for = course_waits_for(&facts);
	if (waits_for != NULL) {
		node_set(course, "waits-for", waits_for);
		node_set(course, "waits-since", waits_since(rq, course, waits_for));
	}
}

static void
add_steps(xmlNode *course)
{
	size_t at = course_step(node_get(course, "state")), i;
	xmlNode *steps = node_add(course, "steps");

	for (i = 0; course_steps[i] != NULL; i++) {
		xmlNode *step = node_add(steps, "step");

		node_set(step, "name", course_steps[i]);
		node_set(step, "state", i < at ? "done" : i == at ? "current" : "open");
	}
}

/* The tabs in order; count and of name the attributes of the course that hold them. */
static const struct { const char *name, *count, *of; } tabs[] = {
	{ "overview",      NULL,            NULL },
	{ "status",        NULL,            NULL },
	{ "background",    NULL,            NULL },
	{ "notes",         "notes-signed",  "notes-wanted" },
	{ "focus-areas",   "focus-areas",   NULL },
	{ "conference",    NULL,            NULL },
	{ "plan",          NULL,            NULL },
	{ "interventions", "interventions", NULL },
	{ "progression",   NULL,            NULL },
	{ "contacts",      NULL,            NULL },
	{ "documents",     NULL,            NULL },
	{ "control",       NULL,            NULL },
	{ "history",       NULL,            NULL },
};

/* "background-section" is a page of the tab "background". */
static bool
is_of_tab(const char *page, const char *tab)
{
	size_t length = strlen(tab);

	return strncmp(page, tab, length) == 0 && (page[length] == '\0' || page[length] == '-');
}

/* A page of the course, as of the same moment as this one. */
static const char *
tab_href(struct request *rq, const char *name)
{
	return request_href(rq, "/plan/%lld%s%s%s%s", rq->subject, strcmp(name, "overview") == 0 ? "" : "/",
	    strcmp(name, "overview") == 0 ? "" : name, rq->as_of_given == NULL ? "" : "?as-of=",
	    rq->as_of_given == NULL ? "" : rq->as_of_given);
}

static void
add_tabs(struct request *rq, xmlNode *course)
{
	xmlNode *list = node_add(course, "tabs");
	size_t i;

	for (i = 0; i < sizeof tabs / sizeof tabs[0]; i++) {
		const char *count = tabs[i].count == NULL ? NULL : node_get(course, tabs[i].count);
		const char *of = tabs[i].of == NULL ? NULL : node_get(course, tabs[i].of);
		xmlNode *tab = node_add(list, "item");

		node_set(tab, "name", tabs[i].name);
		node_set(tab, "href", tab_href(rq, tabs[i].name));
		if (is_of_tab(rq->route->page, tabs[i].name))
			node_set(tab, "current", "yes");
		if (count != NULL && strcmp(count, "0") != 0)
			node_set_format(tab, "count", of == NULL ? "%s" : "%s/%s", count, of);
	}
}

static const char *
tab_of(const char *page)
{
	size_t i;

	for (i = 0; i < sizeof tabs / sizeof tabs[0]; i++)
		if (is_of_tab(page, tabs[i].name))
			return tabs[i].name;
	return NULL;
}

xmlNode *
course_add(struct request *rq, xmlNode *content)
{
	const char *today = request_today(rq);
	xmlNode *citizen, *course = rows_add_one(rq->db, content, "course", head_sql,
	    ARGS(TEXT(today), INT(rq->subject), TEXT(today), INT(rq->subject)));

	if (course == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-course");
		return NULL;
	}
	add_waits(rq, course);
	citizen = citizen_add(rq, course, rq->citizen);
	if (citizen == NULL)
		return NULL;
	add_steps(course);
	add_tabs(rq, course);
	citizen_add_way(rq, content, citizen, tab_of(rq->route->page));
	return course;
}

xmlNode *
course_add_brief(struct request *rq, xmlNode *content)
{
	xmlNode *course = rows_add_one(rq->db, content, "course", "SELECT id, state FROM course WHERE id = ?", ARGS(INT(rq->subject)));

	if (course == NULL || rows_add_one(rq->db, course, "citizen", "SELECT id, name FROM citizen WHERE id = ?",
	    ARGS(INT(rq->citizen))) == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-course");
		return NULL;
	}
	return course;
}

bool
course_writable(const struct request *rq, const xmlNode *course)
{
	return course != NULL && rq->as_of == NULL && (rq->form != NULL || course_is_open(node_get(course, "state")));
}

const char *
course_lock_any(struct request *rq, long long course)
{
	const char *state = rows_text(rq->db, rq, "SELECT state FROM course WHERE id = ? FOR UPDATE", ARGS(INT(course)));

	if (state != NULL)
		exec(rq->db, "INSERT INTO course_turn (course_id) VALUES (?) ON DUPLICATE KEY UPDATE n = n + 1", ARGS(INT(course)));
	return request_failed(rq) ? NULL : state;
}

const char *
course_lock(struct request *rq, long long course)
{
	const char *state = course_lock_any(rq, course);

	if (state == NULL || course_is_open(state))
		return state;
	fail_request(rq, FAIL_INPUT, "course-closed");
	return NULL;
}

void
course_end_parts(struct request *rq, long long course)
{
	exec(rq->db, "UPDATE course_contact SET to_on = GREATEST(from_on, ?), changed_by = ? WHERE course_id = ? AND to_on IS NULL",
	    ARGS(TEXT(request_today(rq)), TEXT(rq->user->uid), INT(course)));
}

const char *
course_closing(struct request *rq, long long course)
{
	return rows_text(rq->db, rq, "SELECT DATE_FORMAT(MIN(v.ROW_START), '%Y-%m-%d %H:%i:%s.%f')"
	    " FROM course FOR SYSTEM_TIME ALL v JOIN course c ON c.id = v.id"
	    " WHERE v.id = ? AND v.closed_on = c.closed_on AND v.state = c.state AND v.state_since = c.state_since", ARGS(INT(course)));
}

bool
course_leads(const struct request *rq)
{
	if (rq->grade == NULL || !request_may(rq, MAY_LEAD))
		return false;
	if (course_own(rq) || strcmp(rq->grade, "department") == 0)
		return true;
	return strcmp(rq->grade, "team") == 0 && rows_int(rq->db, 0, "SELECT 1 FROM course WHERE id = ? AND department_id = ?",
	    ARGS(INT(rq->subject), TEXT(rq->user->department))) == 1;
}

bool
course_own(const struct request *rq)
{
	return rq->grade != NULL && (strcmp(rq->grade, "own") == 0 || strcmp(rq->grade, "deputy") == 0);
}
