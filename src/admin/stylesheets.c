/*
 * /admin/stylesheets - the views of one's department, or of all: what each shows with, what is being written, is it used?
 *	<stylesheets of="department|all">
 *	  <view department department-name program> <version .../>* <use renderings failures milliseconds/>? <failure .../>?
 *	    <form roll-back/>? </view>*
 *	  <form draft/>? </stylesheets>
 * A view's versions here are the active one, drafts, and the one that was taken out because it failed, until another is put to use.
 */
#include <string.h>

#include "admin/pages.h"
#include "admin/studio.h"
#include "base/date.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "web/link.h"
#include "xml/node.h"

enum { DAYS_COUNTED = 30 };

static void
program_choices(struct request *rq, xmlNode *field)
{
	size_t i;

	(void)rq;
	for (i = 0; stylesheet_programs[i] != NULL; i++)
		node_set(node_add(field, "choice"), "value", stylesheet_programs[i]);
}

static const char *const beginnings[] = { "shipped", "active", NULL };
static const struct field draft_fields[] = {
	{ .name = "program", .type = FIELD_CHOICE, .required = REQUIRED, .source = program_choices },
	{ .name = "beginning", .type = FIELD_CHOICE, .required = REQUIRED, .choices = beginnings },
	{ .name = "file", .type = FIELD_FILE, .max = LAYER_MAX, .accept = STUDIO_FILE_TYPES },
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const draft_submits[] = { "draft", NULL };
static const struct form draft_form = { .name = "draft", .fields = draft_fields, .submits = draft_submits };

/* All views of one's own department; of the others those that have a version. */
#define OTHERS_WITH_A_VERSION \
	"SELECT DISTINCT v.department_id AS department, d.name AS 'department-name', v.program" \
	" FROM stylesheet_version v JOIN department d ON d.id = v.department_id WHERE v.department_id <> ? ORDER BY d.name, v.program"

static void
add_views(struct request *rq, xmlNode *list, bool all)
{
	size_t i;

	for (i = 0; studio_edits(rq, rq->user->department) && stylesheet_programs[i] != NULL; i++) {
		xmlNode *view = node_add(list, "view");

		node_set(view, "department", rq->user->department);
		node_set(view, "department-name", rq->user->department_name);
		node_set(view, "program", stylesheet_programs[i]);
	}
	if (all)
		rows_add(rq->db, list, "view", OTHERS_WITH_A_VERSION, ARGS(TEXT(studio_edits(rq, rq->user->department) ? rq->user->department : "-")));
}

static xmlNode *
view_of(xmlNode *list, const xmlNode *row)
{
	xmlNode *view;

	for (view = node_child(list, "view"); view != NULL; view = node_next(view, "view"))
		if (strcmp(node_get(view, "department"), node_get(row, "department")) == 0 &&
		    strcmp(node_get(view, "program"), node_get(row, "program")) == 0)
			return view;
	return NULL;
}

/* Rows of all views come in one statement each; every row goes to its view. */
static void
sort_into_views(xmlNode *list, const char *name)
{
	xmlNode *row, *next, *view;

	for (row = node_child(list, name); row != NULL; row = next) {
		next = node_next(row, name);
		view = view_of(list, row);
		xmlUnlinkNode(row);
		if (view != NULL)
			xmlAddChild(view, row);
		else
			xmlFreeNode(row);
	}
}

#define SEEN " FROM (SELECT ? AS department) me JOIN stylesheet_version v ON me.department IS NULL OR v.department_id = me.department"

static void
add_versions(struct request *rq, xmlNode *list, struct value department)
{
	rows_add(rq->db, list, "version",
	    "SELECT v.id, v.number, v.state, v.program, v.department_id AS department, v.reason, v.changed_at AS 'changed-at',"
	    "  ch.name AS 'changed-by-name', v.asked_at AS 'asked-at', ask.name AS 'asked-by-name', v.activated_at AS 'activated-at',"
	    "  act.name AS 'activated-by-name', v.retired_at AS 'retired-at', v.retired_why AS 'retired-why',"
	    "  IF(v.state = 'retired', 'yes', NULL) AS 'taken-out'"
	    SEEN " LEFT JOIN stylesheet_view w ON w.department_id = v.department_id AND w.program = v.program"
	    " LEFT JOIN staff ch ON ch.uid = v.changed_by LEFT JOIN staff ask ON ask.uid = v.asked_by"
	    " LEFT JOIN staff act ON act.uid = v.activated_by"
	    " WHERE v.state IN ('active', 'draft') OR (w.active_id IS NULL AND v.retired_by IS NULL AND NOT EXISTS (SELECT 1"
	    "  FROM stylesheet_version later WHERE later.department_id = v.department_id AND later.program = v.program"
	    "  AND later.retired_at > v.retired_at))"
	    " ORDER BY FIELD(v.state, 'active', 'retired', 'draft'), v.number DESC", ARGS(department));
	link_rows(rq, list, "version", "id", "/admin/stylesheets");
	sort_into_views(list, "version");
}

static void
add_use(struct request *rq, xmlNode *list, struct value department)
{
	struct date day;

	date_today(&day);
	date_add_days(day.iso, -DAYS_COUNTED, &day);
	rows_add(rq->db, list, "use",
	    "SELECT v.department_id AS department, v.program, CAST(SUM(u.renderings) AS INT) AS renderings,"
	    "  CAST(SUM(u.failures) AS INT) AS failures,"
	    "  CAST(SUM(u.microseconds) / 1000 / NULLIF(SUM(u.renderings), 0) AS DECIMAL(10, 1)) AS milliseconds"
	    SEEN " JOIN stylesheet_use u ON u.version_id = v.id AND u.day >= ? GROUP BY v.department_id, v.program",
	    ARGS(department, TEXT(day.iso)));
	sort_into_views(list, "use");
	rows_add(rq->db, list, "failure",
	    "SELECT v.department_id AS department, v.program, v.number AS version, f.at, f.page, f.line, f.reference,"
	    "  CAST(f.reason AS CHAR(1000)) AS reason"
	    " FROM stylesheet_failure f JOIN stylesheet_version v ON v.id = f.version_id"
	    " JOIN (SELECT MAX(f.id) AS id" SEEN " JOIN stylesheet_failure f ON f.version_id = v.id"
	    "  GROUP BY v.department_id, v.program) last ON last.id = f.id WHERE f.at >= ?", ARGS(department, TEXT(day.iso)));
	sort_into_views(list, "failure");
}

static void
add_forms(struct request *rq, xmlNode *list)
{
	xmlNode *view, *version;

	for (view = node_child(list, "view"); view != NULL; view = node_next(view, "view")) {
		version = node_child(view, "version");
		if (version != NULL && strcmp(node_get(version, "state"), "draft") != 0)
			studio_add_roll_back(rq, view, &studio_roll_back_at_once_form, atoll(node_get(version, "id")));
	}
	if (studio_edits(rq, rq->user->department))
		form_add(rq, list, &draft_form, "/admin/stylesheets");
}

static void
stylesheets_get(struct request *rq, xmlNode *content)
{
	bool all = request_may(rq, MAY_RUN_LOOKS);
	struct value department = all ? NOTHING : TEXT(rq->user->department);
	xmlNode *list = node_add(content, "stylesheets");

	if (!all && rq->user->department[0] == '\0') {
		fail_request(rq, FAIL_DENIED, "no-department");
		return;
	}
	node_set(list, "of", all ? "all" : "department");
	add_views(rq, list, all);
	add_versions(rq, list, department);
	add_use(rq, list, department);
	add_forms(rq, list);
}

/* The text that a draft begins with: the file's, if one was sent; else the active version's, where that was asked for and there is one. */
static const char *
beginning(struct request *rq, const char *program)
{
	struct stylesheet_version active;
	const char *text = NULL;

	if (!studio_file_text(rq, &text) || text != NULL)
		return text;
	if (strcmp(field_text(rq, "beginning"), "active") != 0)
		return stylesheet_beginning(rq, program);
	if (stylesheet_active(rq->db, rq, rq->user->department, program, &active))
		return active.sheet;
	field_error(rq, "beginning", "no-active-stylesheet");
	return NULL;
}

static void
stylesheets_post(struct request *rq)
{
	const char *program = field_text(rq, "program"), *sheet;
	struct stylesheet_version own;
	long long id = 0;

	if (!studio_edits(rq, rq->user->department)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	/* The one that is there stays as it is: to begin anew is for its page to ask. */
	if (stylesheet_draft_of(rq->db, rq, rq->user->department, program, rq->user->uid, &own)) {
		field_error(rq, "program", "draft-exists");
		return;
	}
	sheet = beginning(rq, program);
	if (sheet != NULL)
		id = stylesheet_draft(rq->db, rq->user->department, program, rq->user->uid, sheet, field_text(rq, "reason"));
	see_other(rq, "stylesheet-begun", "/admin/stylesheets/%lld", id);
}

const struct route admin_stylesheets = {
	.path = "/admin/stylesheets", .page = "stylesheets", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK, .may_post = MAY_EDIT_LOOK,
	.get = stylesheets_get, .post = stylesheets_post, .form = &draft_form,
};
