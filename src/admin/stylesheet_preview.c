/*
 * /admin/stylesheets/:id/preview - where to see a draft: on fictional citizens, on any page of one's own, on samples.
 *	<stylesheet id number state ...> <citizen id name> <place name href beside/>* </citizen>* <form beside/>?
 *	    <sample name href beside/>* </stylesheet>
 * /admin/stylesheets/:id/beside?page=/plan/3 or ?sample=NAME - the same page twice: with this version, and with the shipped look.
 *	<stylesheet id number state ...> <pane look src href/> <pane look src href/> <form beside/>? </stylesheet>
 * /admin/stylesheets/:id/sample?name=NAME&look=draft|default - a sample page as HTML; where it cannot be made:
 *	<stylesheet id number state ...> <unrendered [line]>why</unrendered> </stylesheet>
 */
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "admin/studio.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { PAGE_MAX = 400, CITIZENS_SHOWN = 50 };

static const struct field beside_fields[] = {
	{ .name = "page", .type = FIELD_LINE, .required = REQUIRED, .max = PAGE_MAX },
	{ 0 }
};
static const char *const beside_submits[] = { "beside", NULL };
static const struct form beside_form = { .name = "beside", .fields = beside_fields, .submits = beside_submits, .get = true };

/* Only its author sees a draft on pages with people's records; everybody else on samples. */
static bool
on_records(const struct request *rq, const struct stylesheet_version *version)
{
	return strcmp(version->state, "draft") == 0 && strcmp(version->created_by, rq->user->uid) == 0;
}

/* Which program answers a path? */
static const char *
program_of(const char *path)
{
	static const char *const named[] = { "answer", "screening", "triage", "plan", "report", "admin" };
	size_t i, n;

	for (i = 0; i < sizeof named / sizeof named[0]; i++) {
		n = strlen(named[i]);
		if (strncmp(path + 1, named[i], n) == 0 && strchr("/?", path[1 + n]) != NULL)
			return named[i];
	}
	return "portal";
}

/* The pages of a citizen by program: the number between begins and ends is the citizen's, or that of a course or a screening. */
static const struct { const char *program, *name, *of, *begins, *ends; } pages[] = {
	{ "portal",    "citizen",       "citizen",   "/citizens/", "" },
	{ "screening", "screening",     "screening", "/screening/", "" },
	{ "triage",    "assessment",    "screening", "/triage/", "" },
	{ "plan",      "overview",      "course",    "/plan/", "" },
	{ "plan",      "background",    "course",    "/plan/", "/background" },
	{ "plan",      "notes",         "course",    "/plan/", "/notes" },
	{ "plan",      "focus-areas",   "course",    "/plan/", "/focus-areas" },
	{ "plan",      "conference",    "course",    "/plan/", "/conference" },
	{ "plan",      "plan",          "course",    "/plan/", "/plan" },
	{ "plan",      "interventions", "course",    "/plan/", "/interventions" },
	{ "plan",      "progression",   "course",    "/plan/", "/progression" },
	{ "plan",      "contacts",      "course",    "/plan/", "/contacts" },
	{ "plan",      "history",       "course",    "/plan/", "/history" },
};

static void
add_place(struct request *rq, xmlNode *parent, long long version, const char *name, const char *path)
{
	xmlNode *place = node_add(parent, "place");

	node_set(place, "name", name);
	node_set(place, "href", request_href(rq, "%s?stylesheet=%lld", path, version));
	node_set(place, "beside", request_href(rq, "/admin/stylesheets/%lld/beside?page=%s", version, uri_encode(rq, path)));
}

static void
add_places(struct request *rq, xmlNode *citizen, const struct stylesheet_version *version)
{
	size_t i;

	for (i = 0; i < sizeof pages / sizeof pages[0]; i++) {
		const char *id = strcmp(pages[i].of, "citizen") == 0 ? node_get(citizen, "id") : node_get(citizen, pages[i].of);

		if (strcmp(pages[i].program, version->program) == 0 && id != NULL)
			add_place(rq, citizen, version->id, pages[i].name, request_format(rq, "%s%s%s", pages[i].begins, id, pages[i].ends));
	}
}

/* People whom somebody made up: with their latest course and screening. */
static void
add_citizens(struct request *rq, xmlNode *node, const struct stylesheet_version *version)
{
	xmlNode *citizen;

	if (strcmp(version->program, "answer") == 0 || strcmp(version->program, "admin") == 0)
		return;
	rows_add(rq->db, node, "citizen",
	    "SELECT z.id, z.name, (SELECT MAX(c.id) FROM course c WHERE c.citizen_id = z.id) AS course,"
	    "  (SELECT MAX(s.id) FROM screening s WHERE s.citizen_id = z.id) AS screening"
	    " FROM fictional_citizen f JOIN citizen z ON z.id = f.citizen_id ORDER BY z.death_date IS NOT NULL, z.id LIMIT ?", ARGS(INT(CITIZENS_SHOWN)));
	for (citizen = node_child(node, "citizen"); citizen != NULL; citizen = node_next(citizen, "citizen"))
		add_places(rq, citizen, version);
}

static void
add_samples(struct request *rq, xmlNode *node, const struct stylesheet_version *version)
{
	const char *const *name;

	for (name = renderer_samples(rq, rq->site->share, version->program); name != NULL && *name != NULL; name++) {
		xmlNode *sample = node_add(node, "sample");
		const char *at = request_format(rq, "/admin/stylesheets/%lld", version->id);

		node_set(sample, "name", *name);
		node_set(sample, "href", request_href(rq, "%s/sample?look=draft&name=%s", at, *name));
		node_set(sample, "beside", request_href(rq, "%s/beside?sample=%s", at, *name));
	}
}

static void
preview_get(struct request *rq, xmlNode *content)
{
	struct stylesheet_version version;
	xmlNode *node;

	if (!studio_find(rq, &version))
		return;
	node = studio_add(rq, content, &version);
	if (node == NULL)
		return;
	if (on_records(rq, &version)) {
		add_citizens(rq, node, &version);
		form_add(rq, node, &beside_form, "/admin/stylesheets/%lld/beside", version.id);
	}
	add_samples(rq, node, &version);
}

static bool
cut_prefix(const char **text, const char *prefix)
{
	size_t n = strlen(prefix);

	if (n == 0 || strncmp(*text, prefix, n) != 0 || strchr("/?#", (*text)[n]) == NULL)
		return false;
	*text += n;
	return true;
}

/* The query of a page without what says which look it has: that is ours to say. */
static char *
other_parameters(struct request *rq, const char *query)
{
	char *rest = NULL, *word, *out = talloc_strdup(rq, "");

	for (word = strtok_r(talloc_strdup(rq, query), "&", &rest); word != NULL; word = strtok_r(NULL, "&", &rest))
		if (strncmp(word, "stylesheet=", 11) != 0 && strncmp(word, "frame=", 6) != 0)
			out = talloc_asprintf_append(out, "%s&", word);
	return out;
}

/*
 * A page of ours as people paste it, whole address or path, becomes a path without the prefix, with "?" or "&" at its end; NULL
 * for what is none.
 */
static const char *
tidy_page(struct request *rq, const char *given)
{
	char *path;
	size_t n;

	cut_prefix(&given, request_origin(rq));
	if (given[0] == '/')
		cut_prefix(&given, rq->site->base_path);
	n = strcspn(given, "?#");
	if (given[0] != '/' || given[1] == '/' || strlen(given) > PAGE_MAX || strpbrk(given, "\\ \n\t") != NULL)
		return NULL;
	path = talloc_strndup(rq, given, n);
	if (given[n] != '?')
		return talloc_asprintf_append(path, "?");
	return talloc_asprintf_append(path, "?%s", other_parameters(rq, talloc_strndup(rq, given + n + 1, strcspn(given + n + 1, "#"))));
}

static void
add_pane(struct request *rq, xmlNode *node, const char *look, const char *address)
{
	xmlNode *pane = node_add(node, "pane");

	node_set(pane, "look", look);
	node_set(pane, "href", request_href(rq, "%s", address));
	node_set(pane, "src", request_href(rq, "%s&frame=1", address));
}

static void
add_sample_panes(struct request *rq, xmlNode *node, long long version, const char *sample)
{
	const char *at = request_format(rq, "/admin/stylesheets/%lld/sample?name=%s", version, uri_encode(rq, sample));

	node_set(node, "shows", sample);
	node_set(node, "facts", request_href(rq, "/admin/stylesheets/%lld/facts?page=%s", version, uri_encode(rq, sample)));
	add_pane(rq, node, "draft", request_format(rq, "%s&look=draft", at));
	add_pane(rq, node, "default", request_format(rq, "%s&look=default", at));
}

static void
add_page_panes(struct request *rq, xmlNode *node, const struct stylesheet_version *version)
{
	const char *given = query_text(rq, "page"), *page = given == NULL ? NULL : tidy_page(rq, given);

	if (page == NULL) {
		if (given != NULL)
			notice_add(rq, "error", "stylesheet-no-page");
		return;
	}
	if (strcmp(program_of(page), version->program) != 0) {
		notice_add(rq, "error", "stylesheet-other-program");
		return;
	}
	node_set(node, "shows", given);
	add_pane(rq, node, "draft", request_format(rq, "%sstylesheet=%lld", page, version->id));
	add_pane(rq, node, "default", request_format(rq, "%sstylesheet=default", page));
}

static void
beside_get(struct request *rq, xmlNode *content)
{
	struct stylesheet_version version;
	const char *sample = query_text(rq, "sample");
	xmlNode *node;

	if (!studio_find(rq, &version))
		return;
	node = studio_add(rq, content, &version);
	if (node == NULL)
		return;
	if (sample != NULL)
		add_sample_panes(rq, node, version.id, sample);
	else if (on_records(rq, &version))
		add_page_panes(rq, node, &version);
	else
		notice_add(rq, "error", "stylesheet-not-author");
	if (on_records(rq, &version))
		form_add(rq, node, &beside_form, "/admin/stylesheets/%lld/beside", version.id);
}

/* Is it one of the program's samples?  What is asked for by name is looked up, never put into a file's name. */
static bool
is_sample(struct request *rq, const char *program, const char *name)
{
	const char *const *sample;

	for (sample = renderer_samples(rq, rq->site->share, program); name != NULL && sample != NULL && *sample != NULL; sample++)
		if (strcmp(*sample, name) == 0)
			return true;
	return false;
}

static void
sample_get(struct request *rq, xmlNode *content)
{
	const char *name = query_text(rq, "name"), *look = query_text(rq, "look");
	const char *const params[] = { "base", rq->site->base_path, "version", PACKAGE_VERSION, "site", rq->site->name,
	    "demo", rq->site->demo ? "yes" : "no", NULL };
	struct stylesheet_version version;
	struct renderer_options options;
	struct rendering made = { 0 };
	struct layer layer;
	char *outline = NULL;
	xmlNode *node;

	if (!studio_find(rq, &version) || !studio_layer(rq, &version, &layer))
		return;
	if (!is_sample(rq, version.program, name)) {
		fail_request(rq, FAIL_MISSING, NULL);
		return;
	}
	if (look != NULL && strcmp(look, "default") == 0)
		layer = (struct layer){ .program = version.program, .labels = rq->site->labels };
	studio_options(rq, &options);
	renderer_sample(rq, &options, &layer, name, &(struct sheet_params){ layer.labels, params }, &made, &outline);
	if (made.html != NULL) {
		respond_file(rq, "text/html; charset=utf-8", NULL, made.html, made.length);
		return;
	}
	node = studio_add(rq, content, &version);
	node_set(node, "shows", name);
	node = node_add_text(node, "unrendered", made.reason);
	if (made.line > 0)
		node_set_int(node, "line", made.line);
}

const struct route admin_stylesheet_preview = {
	.path = "/admin/stylesheets/:id/preview", .page = "stylesheet-preview", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK,
	.get = preview_get,
};

const struct route admin_stylesheet_beside = {
	.path = "/admin/stylesheets/:id/beside", .page = "stylesheet-beside", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK,
	.get = beside_get,
};

const struct route admin_stylesheet_sample = {
	.path = "/admin/stylesheets/:id/sample", .page = "stylesheet-sample", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK,
	.get = sample_get,
};
