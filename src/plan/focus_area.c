/*
 * /plan/:id/focus-areas/:area - one area, to change.
 *	<course changes> <focus-area .../>* <icf-hits/> <form focus-area/> <form focus-area-state/> <form move-focus-area/> </course>
 * /plan/:id/focus-areas/:area/state - POST: chosen for the plan, resolved, dropped with a reason, or open again.
 * /plan/:id/focus-areas/:area/move - POST: up, down, or to a place.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/focus_area.h"
#include "plan/pages.h"
#include "rule/transition.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static const struct field state_fields[] = {
	{ .name = "reason", .type = FIELD_LINE, .required = IN_CASE, .max = 400 },
	{ 0 }
};
static const char *const state_submits[] = { "choose", "resolve", "reopen", "drop", NULL };
static const struct form state_form = { .name = "focus-area-state", .fields = state_fields, .submits = state_submits };

/* What each submit makes of an area, and what it says then. */
static const struct { const char *submit, *state, *done; } steps[] = {
	{ "choose",  "chosen",   "focus-area-chosen" },
	{ "resolve", "resolved", "focus-area-resolved" },
	{ "reopen",  "open",     "focus-area-reopened" },
	{ "drop",    "dropped",  "focus-area-dropped" },
};

/* The place that was seen. */
static const char *
check_place(struct request *rq, const char **value)
{
	(void)rq;
	return strlen(*value) > 3 || strspn(*value, "0123456789") != strlen(*value) ? "not-a-number" : NULL;
}

static const struct field move_fields[] = {
	{ .name = "from", .type = FIELD_HIDDEN, .check = check_place },
	{ .name = "to",   .type = FIELD_INTEGER, .min = 1, .max = FOCUS_AREA_PLACES_MAX },
	{ 0 }
};
static const char *const move_submits[] = { "up", "down", "move", NULL };
const struct form focus_area_move_form = { .name = "move-focus-area", .fields = move_fields, .submits = move_submits };

static void
set_area(struct request *rq, xmlNode *form)
{
	static const char *const names[] = { "component", "kind", "icf-code", "qualifier", "description", "catalogue", "suggestion" };
	enum { NAMES = sizeof names / sizeof names[0] };
	const char *is[NAMES + 1];
	bool chosen = query_text(rq, "code") != NULL;
	size_t i;

	if (!rows_one(rq->db, rq, is, NAMES + 1, "SELECT revision, component, kind, icf_code, qualifier, description, catalogue_version_id,"
	    " suggestion FROM focus_area WHERE course_id = ? AND id = ?", ARGS(INT(rq->subject), INT(rq->ids[1]))))
		return;
	form_set_revision(form, atoll(is[0]));
	for (i = 0; i < NAMES; i++)
		if (!chosen || (strcmp(names[i], "component") != 0 && strcmp(names[i], "icf-code") != 0))
			form_set(form, names[i], is[i + 1] == NULL ? "" : is[i + 1]);
}

/* The submits that lead on from the state it has. */
static void
add_state(struct request *rq, xmlNode *course, const char *path, const char *state, long long revision)
{
	xmlNode *form = form_add(rq, course, &state_form, "%s/state", path);
	size_t i;

	form_set_revision(form, revision);
	for (i = 0; i < sizeof steps / sizeof steps[0]; i++)
		if (!transition_allowed(focus_area_transitions, state, steps[i].state))
			form_drop(form, "submit", steps[i].submit);
}

static void
add_forms(struct request *rq, xmlNode *course, const char *path, const char *state, long long revision)
{
	xmlNode *form;

	focus_area_add_codes(rq, course, path);
	form = form_add(rq, course, &focus_area_form, "%s", path);
	form_drop(form, "field", "priority");
	focus_area_set_code(rq, form);
	set_area(rq, form);
	add_state(rq, course, path, state, revision);
	if (!transition_allowed(focus_area_transitions, state, "dropped"))
		return;
	form = form_add(rq, course, &focus_area_move_form, "%s/move", path);
	form_drop(form, "field", "from");
	form_drop(form, "submit", "up");
	form_drop(form, "submit", "down");
}

static void
focus_area_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = focus_areas_add(rq, content);
	const char *is[2];

	if (course == NULL)
		return;
	if (!rows_one(rq->db, rq, is, 2, "SELECT state, revision FROM focus_area WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(rq->ids[1])))) {
		fail_request(rq, FAIL_MISSING, "no-such-focus-area");
		return;
	}
	node_set_int(course, "changes", rq->ids[1]);
	if (!focus_areas_writable(rq, course))
		return;
	add_forms(rq, course, request_format(rq, "/plan/%lld/focus-areas/%lld", rq->subject, rq->ids[1]), is[0], atoll(is[1]));
	page_script(rq, "focus.js", NULL);
}

/* Lock the area that the path names; its state, NULL when it is not there (which the request remembers). */
static const char *
lock_area(struct request *rq, long long *revision)
{
	const char *is[2];

	if (course_lock(rq, rq->subject) == NULL)
		return NULL;
	if (!rows_one(rq->db, rq, is, 2, "SELECT state, revision FROM focus_area WHERE course_id = ? AND id = ? FOR UPDATE",
	    ARGS(INT(rq->subject), INT(rq->ids[1])))) {
		fail_request(rq, FAIL_MISSING, "no-such-focus-area");
		return NULL;
	}
	*revision = atoll(is[1]);
	return is[0];
}

static bool
read_kept(struct request *rq, struct focus_area *kept)
{
	const char *is[5];

	if (!rows_one(rq->db, rq, is, 5, "SELECT component, icf_code, icf_title, qualifier, qualifier_title FROM focus_area"
	    " WHERE course_id = ? AND id = ?", ARGS(INT(rq->subject), INT(rq->ids[1]))))
		return false;
	*kept = (struct focus_area){ .component = is[0], .code = is[1], .title = is[2], .qualifier = is[3], .qualifier_title = is[4] };
	return true;
}

static void
focus_area_post(struct request *rq)
{
	long long revision;
	struct focus_area kept, is;

	if (lock_area(rq, &revision) == NULL || revision_stale(rq, revision) || !read_kept(rq, &kept) || !focus_area_read(rq, &kept, &is))
		return;
	exec(rq->db, "UPDATE focus_area SET component = ?, kind = ?, icf_code = ?, icf_title = ?, qualifier = ?, qualifier_title = ?,"
	    " description = ?, suggestion = ?, catalogue_version_id = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(is.component), FIELD(rq, "kind"), TEXT(is.code), TEXT(is.title), TEXT(is.qualifier), TEXT(is.qualifier_title),
	    FIELD(rq, "description"), FIELD(rq, "suggestion"), FIELD(rq, "catalogue"), TEXT(rq->user->uid), INT(rq->subject),
	    INT(rq->ids[1])));
	see_other(rq, "saved", "/plan/%lld/focus-areas", rq->subject);
}

static size_t
step_of(const char *submit)
{
	size_t i;

	for (i = 0; i + 1 < sizeof steps / sizeof steps[0] && strcmp(steps[i].submit, submit) != 0; i++)
		;
	return i;
}

/* One that is worked on again comes last; the places of the others close up. */
static void
focus_area_state_post(struct request *rq)
{
	size_t step = step_of(rq->submit);
	const char *to = steps[step].state, *state;
	long long revision;

	if ((state = lock_area(rq, &revision)) == NULL || revision_stale(rq, revision))
		return;
	if (!transition_allowed(focus_area_transitions, state, to)) {
		fail_request(rq, FAIL_INPUT, "focus-area-state");
		return;
	}
	if (strcmp(to, "dropped") == 0 && field_text(rq, "reason") == NULL) {
		field_error(rq, "reason", "required");
		return;
	}
	exec(rq->db, "UPDATE focus_area SET state = ?, state_reason = ?, priority = IF(?, ?, priority), changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?", ARGS(TEXT(to), FIELD(rq, "reason"),
	    INT(transition_allowed(focus_area_transitions, state, "dropped") ? 0 : 1), INT(FOCUS_AREA_PLACES_MAX), TEXT(rq->user->uid),
	    INT(rq->subject), INT(rq->ids[1])));
	focus_areas_place(rq, 0, 0);
	see_other(rq, steps[step].done, "/plan/%lld/focus-areas", rq->subject);
}

/*
 * Up and down mean the place beside the one that was seen: two who press at once, and one who presses twice, move it once.  What
 * somebody else writes in the area meanwhile is not touched.
 */
static void
focus_area_move_post(struct request *rq)
{
	bool up = strcmp(rq->submit, "up") == 0, down = strcmp(rq->submit, "down") == 0;
	long long revision, count, to = up || down ? field_int(rq, "from", 0) + (up ? -1 : 1) : field_int(rq, "to", 0);
	const char *state = lock_area(rq, &revision), *button = up ? "-up" : down ? "-down" : "";

	if (state == NULL)
		return;
	if (!transition_allowed(focus_area_transitions, state, "dropped")) {
		fail_request(rq, FAIL_INPUT, "focus-area-state");
		return;
	}
	if (!up && !down && field_text(rq, "to") == NULL) {
		field_error(rq, "to", "required");
		return;
	}
	count = focus_areas_count(rq);
	focus_areas_place(rq, rq->ids[1], to < 1 ? 1 : to > count ? count : to);
	/* One stands where one stood, on the button that can be pressed again. */
	if (up && to <= 1)
		button = "-down";
	else if (down && to >= count)
		button = "-up";
	see_other(rq, NULL, "/plan/%lld/focus-areas#focus-area-%lld%s", rq->subject, rq->ids[1], button);
}

const struct route plan_focus_area = {
	.path = "/plan/:id/focus-areas/:area", .page = "focus-areas", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = focus_area_get, .post = focus_area_post, .form = &focus_area_form,
};

const struct route plan_focus_area_state = {
	.path = "/plan/:id/focus-areas/:area/state", .page = "focus-areas", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = focus_area_get, .post = focus_area_state_post, .form = &state_form,
};

const struct route plan_focus_area_move = {
	.path = "/plan/:id/focus-areas/:area/move", .page = "focus-areas", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = focus_area_get, .post = focus_area_move_post, .form = &focus_area_move_form,
};
