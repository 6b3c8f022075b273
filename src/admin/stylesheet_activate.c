/*
 * /admin/stylesheets/:id/activate - put a colleague's draft to use: what happens, who asked, the difference, what the gate says now.
 *	<stylesheet id number state ... [hinders]> <check/>? <difference/> <form activate/>? </stylesheet>
 */
#include <string.h>

#include "admin/pages.h"
#include "admin/studio.h"
#include "domain/permission.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const activate_submits[] = { "activate", NULL };
static const struct form activate_form = { .name = "activate", .fields = no_fields, .submits = activate_submits };

/* Why this user cannot activate it, whatever the gate says; NULL when nothing hinders. */
static const char *
hindrance(const struct request *rq, const struct stylesheet_version *version)
{
	if (strcmp(version->state, "draft") != 0)
		return "not-a-draft";
	if (version->asked_at == NULL)
		return "not-asked";
	if (strcmp(version->created_by, rq->user->uid) == 0 || strcmp(version->changed_by, rq->user->uid) == 0 ||
	    strcmp(version->asked_by, rq->user->uid) == 0)
		return "same-person";
	return NULL;
}

/* From the version in use; where there is none, all of the text is new. */
static void
add_difference(struct request *rq, xmlNode *node, const struct stylesheet_version *version)
{
	struct stylesheet_version active;
	bool found = stylesheet_active(rq->db, rq, version->department, version->program, &active);

	stylesheet_difference(node, found ? &active : NULL, version);
}

static void
activate_get(struct request *rq, xmlNode *content)
{
	struct stylesheet_version version;
	const char *hinders;
	bool passes = false;
	xmlNode *node;

	if (!studio_find(rq, &version))
		return;
	node = studio_add(rq, content, &version);
	if (node == NULL)
		return;
	hinders = hindrance(rq, &version);
	node_set(node, "hinders", hinders);
	if (strcmp(version.state, "draft") == 0)
		passes = studio_check(rq, node, &version);
	add_difference(rq, node, &version);
	if (hinders == NULL && passes)
		form_set_revision(form_add(rq, node, &activate_form, "/admin/stylesheets/%lld/activate", version.id), version.revision);
}

/* The gate is asked again: what it said of this text a while ago it may not say of today's samples. */
static void
activate_post(struct request *rq)
{
	struct stylesheet_version version;

	if (!studio_find(rq, &version))
		return;
	if (studio_passes(rq, &version) && studio_step(rq, stylesheet_activate(rq->db, version.id, version.revision, rq->user->uid)))
		see_other(rq, "stylesheet-activated", "/admin/stylesheets");
}

const struct route admin_stylesheet_activate = {
	.path = "/admin/stylesheets/:id/activate", .page = "stylesheet-activate", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK,
	.get = activate_get, .post = activate_post, .form = &activate_form,
};
