/*
 * /plan/:id/focus-areas - what hinders and what helps, coded in ICF.
 *	<course codes-href> <focus-area id component kind icf-code icf-title retired qualifier qualifier-title grade priority profession
 *	    responsible state catalogue-version catalogue-title catalogue-href href> <description/> <suggestion/> <form move-focus-area/>
 *	    </focus-area>* <icf-hits q> <icf-hit code title component href/>* </icf-hits>? <form focus-area/> </course>
 * q searches the classification: in the address, or by the form's own submit find, which keeps all that was typed; without it the
 * hits are what the user chooses often.  A hit is a choice of icf-code; ?code= takes one into the form.
 */
#include "domain/course.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/focus_area.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

/* A code that cannot be chosen any more still says what was seen. */
static const char areas_sql[] =
    "SELECT a.id, a.component, a.kind, a.icf_code AS 'icf-code', a.icf_title AS 'icf-title', a.qualifier,"
    "  a.qualifier_title AS 'qualifier-title', RIGHT(a.qualifier, 1) AS grade, a.priority, a.profession, a.uid AS responsible,"
    "  s.name AS 'responsible-name', a.state, a.state_reason AS 'state-reason', a.created_at AS 'created-at',"
    "  IF(i.valid_to < t.today OR NOT i.selectable, 'yes', NULL) AS retired, a.catalogue_version_id AS 'catalogue-version',"
    "  v.entry_id AS 'catalogue-entry', v.title AS 'catalogue-title', a.description, a.suggestion"
    " FROM (SELECT CAST(? AS DATE) AS today) t JOIN focus_area a ON a.course_id = ? JOIN staff s ON s.uid = a.uid"
    " LEFT JOIN icf i ON i.code = a.icf_code LEFT JOIN catalogue_version v ON v.id = a.catalogue_version_id"
    " ORDER BY a.state IN ('resolved', 'dropped'), a.priority, a.id";

bool
focus_areas_writable(const struct request *rq, const xmlNode *course)
{
	return course_writable(rq, course) && request_may(rq, MAY_ANALYSE);
}

static bool
is_worked_on(const xmlNode *area)
{
	const char *state = node_get(area, "state");

	return state != NULL && (state[0] == 'o' || state[0] == 'c');
}

/* The first one goes down only, the last one up only. */
static void
add_move(struct request *rq, xmlNode *area, bool first, bool last)
{
	const char *place = node_get(area, "priority");
	xmlNode *form = form_add(rq, area, &focus_area_move_form, "/plan/%lld/focus-areas/%s/move", rq->subject, node_get(area, "id"));

	form_drop(form, "field", "to");
	form_drop(form, "submit", "move");
	form_set(form, "from", place);
	if (first)
		form_drop(form, "submit", "up");
	if (last)
		form_drop(form, "submit", "down");
}

static void
add_links(struct request *rq, xmlNode *area, bool writable)
{
	if (node_get(area, "catalogue-entry") != NULL)
		node_set(area, "catalogue-href", request_href(rq, "/admin/catalogue/%s", node_get(area, "catalogue-entry")));
	if (writable)
		node_set(area, "href", request_href(rq, "/plan/%lld/focus-areas/%s", rq->subject, node_get(area, "id")));
}

xmlNode *
focus_areas_add(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *area, *next;
	bool writable = focus_areas_writable(rq, course), first = true;

	if (course == NULL)
		return NULL;
	rows_add(rq->db, course, "focus-area", areas_sql, ARGS(TEXT(request_today(rq)), INT(rq->subject)));
	for (area = node_child(course, "focus-area"); area != NULL; area = next) {
		next = node_next(area, "focus-area");
		add_links(rq, area, writable);
		if (writable && is_worked_on(area) && (!first || (next != NULL && is_worked_on(next))))
			add_move(rq, area, first, next == NULL || !is_worked_on(next));
		first = false;
	}
	return course;
}

static void
focus_areas_get(struct request *rq, xmlNode *content)
{
	const char *path = request_format(rq, "/plan/%lld/focus-areas", rq->subject);
	xmlNode *course = focus_areas_add(rq, content), *form;

	if (!focus_areas_writable(rq, course))
		return;
	focus_area_add_codes(rq, course, path);
	form = form_add(rq, course, &focus_area_form, "%s", path);
	focus_area_set_code(rq, form);
	page_script(rq, "focus.js", NULL);
}

long long
focus_areas_count(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT COUNT(*) FROM focus_area WHERE course_id = ? AND state IN ('open', 'chosen')"
	    " LOCK IN SHARE MODE", ARGS(INT(rq->subject)));
}

void
focus_areas_place(struct request *rq, long long area, long long at)
{
	/* Halves stand between places: before the one that is there when it comes from below, after it when it comes from above. */
	exec(rq->db, "UPDATE focus_area a JOIN (SELECT id, LEAST(ROW_NUMBER() OVER (ORDER BY"
	    "   CASE WHEN id = ? AND ? > 0 THEN ? + IF(priority < ?, 0.5, -0.5) ELSE priority END, id), ?) AS place"
	    "  FROM focus_area WHERE course_id = ? AND state IN ('open', 'chosen')) n ON n.id = a.id"
	    " SET a.priority = n.place, a.changed_by = ? WHERE a.course_id = ? AND a.priority <> n.place",
	    ARGS(INT(area), INT(at), INT(at), INT(at), INT(FOCUS_AREA_PLACES_MAX), INT(rq->subject), TEXT(rq->user->uid), INT(rq->subject)));
}

static void
focus_areas_post(struct request *rq)
{
	const char *profession = profession_of(rq->user->roles);
	long long last, place;
	struct focus_area is;

	if (!focus_area_read(rq, NULL, &is) || course_lock(rq, rq->subject) == NULL)
		return;
	last = focus_areas_count(rq) + 1;
	last = last > FOCUS_AREA_PLACES_MAX ? FOCUS_AREA_PLACES_MAX : last;
	place = field_int(rq, "priority", last);
	/* The others make room in a statement of their own: history tells them from one that was moved. */
	if (place < last)
		exec(rq->db, "UPDATE focus_area SET priority = LEAST(priority + 1, ?), changed_by = ?"
		    " WHERE course_id = ? AND state IN ('open', 'chosen') AND priority >= ?",
		    ARGS(INT(FOCUS_AREA_PLACES_MAX), TEXT(rq->user->uid), INT(rq->subject), INT(place)));
	exec_insert(rq->db, "INSERT INTO focus_area (course_id, component, kind, icf_code, icf_title, qualifier, qualifier_title,"
	    " priority, description, suggestion, catalogue_version_id, profession, uid, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(INT(rq->subject), TEXT(is.component), FIELD(rq, "kind"), TEXT(is.code), TEXT(is.title), TEXT(is.qualifier),
	    TEXT(is.qualifier_title), INT(place < last ? place : last), FIELD(rq, "description"), FIELD(rq, "suggestion"), FIELD(rq, "catalogue"),
	    TEXT(profession == NULL ? "other" : profession), TEXT(rq->user->uid), TEXT(rq->user->uid)));
	see_other(rq, "focus-area-added", "/plan/%lld/focus-areas", rq->subject);
}

const struct route plan_focus_areas = {
	.path = "/plan/:id/focus-areas", .page = "focus-areas", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = focus_areas_get, .post = focus_areas_post, .form = &focus_area_form,
};
