/*
 * /plan/icf - the classification: what can be chosen, by words or code, and one's profession's favourites.
 *	<form codes/> <icf-hits q> <icf-hit code title component word recent favourite> <form favourite/> </icf-hit>* </icf-hits>
 * Nothing here is about anybody: a page of a case asks it while a code is sought.
 * /plan/icf/favourite - POST: pin a code for one's profession, or unpin it.
 */
#include "domain/icf.h"
#include "domain/permission.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field filter_fields[] = {
	{ .name = "q",         .type = FIELD_LINE, .max = 60 },
	{ .name = "component", .type = FIELD_CHOICE, .choices = icf_components },
	{ 0 }
};
static const struct form filter_form = { .name = "codes", .fields = filter_fields, .get = true };

static const char *
check_code(struct request *rq, const char **value)
{
	(void)rq;
	return icf_is_ascii(*value) ? NULL : "icf-unknown";
}

static const struct field favourite_fields[] = {
	{ .name = "code", .type = FIELD_HIDDEN, .required = REQUIRED, .max = 12, .check = check_code },
	{ .name = "q",    .type = FIELD_HIDDEN, .max = 60 },
	{ 0 }
};
static const char *const favourite_submits[] = { "pin", "unpin", NULL };
static const struct form favourite_form = { .name = "favourite", .fields = favourite_fields, .submits = favourite_submits };

static void
add_pins(struct request *rq, xmlNode *hits, const char *q)
{
	xmlNode *hit, *form;

	for (hit = node_child(hits, "icf-hit"); hit != NULL; hit = node_next(hit, "icf-hit")) {
		form = form_add(rq, hit, &favourite_form, "/plan/icf/favourite");
		form_set(form, "code", node_get(hit, "code"));
		form_set(form, "q", q);
		form_drop(form, "submit", node_get(hit, "favourite") == NULL ? "unpin" : "pin");
	}
}

static void
icf_get(struct request *rq, xmlNode *content)
{
	const char *q = query_text(rq, "q"), *component = query_text(rq, "component"), *profession = profession_of(rq->user->roles);
	xmlNode *hits;

	form_add(rq, content, &filter_form, "/plan/icf");
	hits = q != NULL ? icf_add_hits(rq, content, q, component, NULL) : icf_add_usual(rq, content, component, NULL);
	node_set(hits, "profession", profession);
	if (profession != NULL)
		add_pins(rq, hits, q);
}

static void
favourite_post(struct request *rq)
{
	const char *profession = profession_of(rq->user->roles), *code = field_text(rq, "code"), *title, *q = field_text(rq, "q");
	bool pin = rq->submit[0] == 'p';

	if (profession == NULL || (pin && icf_check(rq, NULL, code, &title) != NULL)) {
		fail_request(rq, FAIL_INPUT, "icf-unknown");
		return;
	}
	if (pin)
		exec(rq->db, "INSERT IGNORE INTO icf_favourite (profession, code, added_by) VALUES (?, ?, ?)",
		    ARGS(TEXT(profession), TEXT(code), TEXT(rq->user->uid)));
	else
		exec(rq->db, "DELETE FROM icf_favourite WHERE profession = ? AND code = ?", ARGS(TEXT(profession), TEXT(code)));
	see_other(rq, pin ? "code-pinned" : "code-unpinned", "/plan/icf%s%s", q == NULL ? "" : "?q=", q == NULL ? "" : uri_encode(rq, q));
}

const struct route plan_icf = {
	.path = "/plan/icf", .page = "icf", .menu = "courses", .may = MAY_SEE_CASES, .get = icf_get,
};

const struct route plan_icf_favourite = {
	.path = "/plan/icf/favourite", .page = "icf", .menu = "courses", .may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_ANALYSE,
	.get = icf_get, .post = favourite_post, .form = &favourite_form,
};
