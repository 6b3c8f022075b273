/*
 * /admin/stylesheets/:id/facts?page=SAMPLE - what the shipped look shows of a sample page and this version does not, so that
 * nobody hides a barrier by mistake.
 *	<stylesheet id number state ...> <sample name href [current]/>* <facts page [why]> <fact path element [name]>value</fact>* </facts>?
 *	</stylesheet>
 */
#include <string.h>

#include "admin/pages.h"
#include "admin/studio.h"
#include "domain/permission.h"
#include "xml/node.h"

static const char *
add_samples(struct request *rq, xmlNode *node, const struct stylesheet_version *version)
{
	const char *wanted = query_text(rq, "page"), *found = NULL;
	const char *const *name;

	for (name = renderer_samples(rq, rq->site->share, version->program); name != NULL && *name != NULL; name++) {
		xmlNode *sample = node_add(node, "sample");

		node_set(sample, "name", *name);
		node_set(sample, "href", request_href(rq, "/admin/stylesheets/%lld/facts?page=%s", version->id, *name));
		node_set(sample, "beside", request_href(rq, "/admin/stylesheets/%lld/beside?sample=%s", version->id, *name));
		if (wanted != NULL && strcmp(*name, wanted) == 0) {
			node_set(sample, "current", "yes");
			found = *name;
		}
	}
	return found;
}

static void
add_facts(xmlNode *node, const struct facts *facts)
{
	size_t i;

	for (i = 0; i < facts->count; i++) {
		xmlNode *fact = node_add_text(node, "fact", facts->list[i].value);

		node_set(fact, "path", facts->list[i].path);
		node_set(fact, "element", facts->list[i].element);
		node_set(fact, "name", facts->list[i].name);
	}
}

static void
facts_get(struct request *rq, xmlNode *content)
{
	struct stylesheet_version version;
	struct renderer_options options;
	struct facts facts = { .owner = rq };
	struct layer layer;
	const char *sample;
	char *why = NULL;
	xmlNode *node;

	if (!studio_find(rq, &version) || !studio_layer(rq, &version, &layer))
		return;
	node = studio_add(rq, content, &version);
	sample = node == NULL ? NULL : add_samples(rq, node, &version);
	if (sample == NULL) {
		if (query_text(rq, "page") != NULL)
			fail_request(rq, FAIL_MISSING, NULL);
		return;
	}
	studio_options(rq, &options);
	node = node_add(node, "facts");
	node_set(node, "page", sample);
	if (renderer_facts(rq, &options, &layer, sample, NULL, &facts, &why))
		add_facts(node, &facts);
	else
		node_set(node, "why", why == NULL ? "" : why);
}

const struct route admin_stylesheet_facts = {
	.path = "/admin/stylesheets/:id/facts", .page = "stylesheet-facts", .menu = "admin", .shipped_look = true,
	.may = MAY_ACTIVATE_LOOK, .get = facts_get,
};
