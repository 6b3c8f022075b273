/*
 * /admin/stylesheets/:id - a version of a look: its text to edit while it is a draft, else to read; ?check=yes asks the gate.
 *	<stylesheet id number state ...> <check/>? <code/>? <form stylesheet/>? <form ask/>? <form discard/>? <form roll-back/>?
 *	    <version .../>* <use .../>? <failure .../>* </stylesheet>
 * POST saves; /ask asks for activation, /discard throws a draft away, /roll-back takes the active version out of use.
 */
#include <string.h>

#include "admin/pages.h"
#include "admin/studio.h"
#include "base/date.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { DAYS_COUNTED = 30, FAILURES_SHOWN = 20 };

static const char *
check_size(struct request *rq, const char **value)
{
	(void)rq;
	return strlen(*value) > LAYER_MAX ? "too-large" : NULL;
}

static const struct field stylesheet_fields[] = {
	{ .name = "sheet", .type = FIELD_TEXT, .required = REQUIRED, .max = LAYER_MAX, .check = check_size },
	{ .name = "file", .type = FIELD_FILE, .max = LAYER_MAX, .accept = STUDIO_FILE_TYPES },
	{ .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 },
	{ 0 }
};
static const char *const stylesheet_submits[] = { "save-and-check", "save", NULL };
static const struct form stylesheet_form = { .name = "stylesheet", .fields = stylesheet_fields, .submits = stylesheet_submits };

static const struct field no_fields[] = { { 0 } };
static const char *const ask_submits[] = { "ask", NULL };
static const struct form ask_form = { .name = "ask", .fields = no_fields, .submits = ask_submits };
static const char *const discard_submits[] = { "discard", NULL };
static const struct form discard_form = { .name = "discard", .fields = no_fields, .submits = discard_submits };

static void
add_edit_form(struct request *rq, xmlNode *node, const struct stylesheet_version *version)
{
	xmlNode *form = form_add(rq, node, &stylesheet_form, "/admin/stylesheets/%lld", version->id);

	form_set_revision(form, version->revision);
	form_set(form, "sheet", version->sheet);
	form_set(form, "reason", version->reason);
}

static void
add_step_forms(struct request *rq, xmlNode *node, const struct stylesheet_version *version)
{
	if (version->asked_at == NULL)
		form_set_revision(form_add(rq, node, &ask_form, "/admin/stylesheets/%lld/ask", version->id), version->revision);
	form_set_revision(form_add(rq, node, &discard_form, "/admin/stylesheets/%lld/discard", version->id), version->revision);
}

static void
add_use(struct request *rq, xmlNode *node, long long id)
{
	struct date day;

	date_today(&day);
	date_add_days(day.iso, -DAYS_COUNTED, &day);
	rows_add(rq->db, node, "use",
	    "SELECT CAST(SUM(renderings) AS INT) AS renderings, CAST(SUM(failures) AS INT) AS failures,"
	    " CAST(SUM(microseconds) / 1000 / NULLIF(SUM(renderings), 0) AS DECIMAL(10, 1)) AS milliseconds"
	    " FROM stylesheet_use WHERE version_id = ? AND day >= ? HAVING renderings IS NOT NULL", ARGS(INT(id), TEXT(day.iso)));
	rows_add(rq->db, node, "failure",
	    "SELECT at, page, line, reference, reason FROM stylesheet_failure WHERE version_id = ? ORDER BY id DESC LIMIT ?",
	    ARGS(INT(id), INT(FAILURES_SHOWN)));
}

/* The gate is asked when somebody wants to know, and when it refused the step that brings the page again. */
static bool
wants_check(const struct request *rq)
{
	const char *check = query_text(rq, "check");

	if (rq->post)
		return rq->form != NULL && rq->form->form == &ask_form;
	return check != NULL && strcmp(check, "yes") == 0;
}

static void
stylesheet_get(struct request *rq, xmlNode *content)
{
	struct stylesheet_version version, active;
	xmlNode *node, *check = NULL;
	bool editable;

	if (!studio_find(rq, &version))
		return;
	node = studio_add(rq, content, &version);
	if (node == NULL)
		return;
	editable = node_get(node, "editable") != NULL;
	if (wants_check(rq)) {
		studio_check(rq, node, &version);
		check = node_child(node, "check");
	}
	if (!editable || node_child(check, "finding") != NULL)
		studio_add_code(node, version.sheet, check);
	if (editable) {
		add_edit_form(rq, node, &version);
		add_step_forms(rq, node, &version);
	}
	if (strcmp(version.state, "active") == 0 || (node_get(node, "taken-out") != NULL &&
	    !stylesheet_active(rq->db, rq, version.department, version.program, &active)))
		studio_add_roll_back(rq, node, &studio_roll_back_form, version.id);
	studio_add_versions(rq, node, &version);
	add_use(rq, node, version.id);
}

static void
stylesheet_post(struct request *rq)
{
	const char *sheet = field_text(rq, "sheet");
	struct stylesheet_version version;

	if (!studio_find_own(rq, &version) || !studio_file_text(rq, &sheet) ||
	    !studio_step(rq, stylesheet_save(rq->db, version.id, form_revision(rq), rq->user->uid, sheet, field_text(rq, "reason"))))
		return;
	see_other(rq, version.asked_by != NULL ? "stylesheet-no-longer-asked" : "saved", "/admin/stylesheets/%lld%s", version.id, strcmp(rq->submit, "save-and-check") == 0 ? "?check=yes" : "");
}

/* Only what would pass is asked for: nobody is called to look at what the gate refuses. */
static void
ask_post(struct request *rq)
{
	struct stylesheet_version version;

	if (!studio_find_own(rq, &version))
		return;
	if (studio_passes(rq, &version) && studio_step(rq, stylesheet_ask(rq->db, version.id, form_revision(rq), rq->user->uid)))
		see_other(rq, "stylesheet-asked", "/admin/stylesheets/%lld", version.id);
}

static void
discard_post(struct request *rq)
{
	struct stylesheet_version version;

	if (studio_find_own(rq, &version) && studio_step(rq, stylesheet_discard(rq->db, version.id, form_revision(rq))))
		see_other(rq, "stylesheet-discarded", "/admin/stylesheets");
}

/* The path names the version that whoever asks saw in use, or saw taken out: if another is in use by now, that one stays. */
static void
roll_back_post(struct request *rq)
{
	struct stylesheet_version version;
	enum stylesheet_step step;

	if (!studio_find(rq, &version))
		return;
	step = stylesheet_roll_back(rq->db, version.department, version.program, strcmp(version.state, "active") == 0 ? version.id : 0,
	    rq->user->uid, field_text(rq, "why"));
	if (step == STYLESHEET_STALE)
		fail_request(rq, FAIL_STALE, "stylesheet-not-active");
	else if (studio_step(rq, step))
		see_other(rq, "stylesheet-rolled-back", "/admin/stylesheets");
}

const struct route admin_stylesheet = {
	.path = "/admin/stylesheets/:id", .page = "stylesheet", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK, .may_post = MAY_EDIT_LOOK,
	.get = stylesheet_get, .post = stylesheet_post, .form = &stylesheet_form,
};

const struct route admin_stylesheet_ask = {
	.path = "/admin/stylesheets/:id/ask", .page = "stylesheet", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK, .may_post = MAY_EDIT_LOOK,
	.get = stylesheet_get, .post = ask_post, .form = &ask_form,
};

const struct route admin_stylesheet_discard = {
	.path = "/admin/stylesheets/:id/discard", .page = "stylesheet", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK,
	.may_post = MAY_EDIT_LOOK, .get = stylesheet_get, .post = discard_post, .form = &discard_form,
};

const struct route admin_stylesheet_roll_back = {
	.path = "/admin/stylesheets/:id/roll-back", .page = "stylesheet", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK,
	.get = stylesheet_get, .post = roll_back_post, .form = &studio_roll_back_form,
};
