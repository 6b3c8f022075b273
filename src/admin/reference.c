/*
 * /admin/reference - what pages are made of, and what a department may build on: of one ?program=, or all entries with ?q= in them.
 *	<reference [program] [q found [more]]> <form name="reference"/> <chapter name href [current]/>* <group kind> <entry/>* </group>* </reference>
 * The entries are made at build time (xslt/reference/make): a file for each program, read when it is asked for.
 */
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "base/fail.h"
#include "domain/permission.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/labels.h"
#include "xml/node.h"

enum { REFERENCE_FILE_MAX = 1024 * 1024, REFERENCE_FOUND_MAX = 200, REFERENCE_Q_MAX = 100, REFERENCE_WORDS_MAX = 8 };

static const char *const programs[] = { "base", "portal", "answer", "screening", "triage", "plan", "report", "admin", NULL };

static const struct field find_fields[] = {
	{ .name = "q",       .type = FIELD_LINE, .max = REFERENCE_Q_MAX },
	{ .name = "program", .type = FIELD_CHOICE, .choices = programs },
	{ 0 }
};
static const struct form find_form = { .name = "reference", .fields = find_fields, .get = true };

static const char *
wanted_program(struct request *rq)
{
	const char *wanted = query_text(rq, "program");
	size_t i;

	for (i = 0; wanted != NULL && programs[i] != NULL; i++)
		if (strcmp(programs[i], wanted) == 0)
			return programs[i];
	return NULL;
}

/* The first words of a search, NULL for none. */
static char **
words_of(struct request *rq, const char *q)
{
	char **words = NULL, *rest = NULL, *word, *copy = talloc_strdup(rq, q);
	size_t count = 0;

	for (word = strtok_r(copy, " ", &rest); word != NULL && count < REFERENCE_WORDS_MAX; word = strtok_r(NULL, " ", &rest)) {
		words = talloc_realloc(rq, words, char *, (unsigned)count + 2);
		words[count++] = word;
		words[count] = NULL;
	}
	return words;
}

static bool
holds_word(const xmlNode *node, const char *word)
{
	const xmlNode *child;
	const xmlAttr *attribute;

	if (node->type == XML_TEXT_NODE)
		return strcasestr((const char *)node->content, word) != NULL;
	if (node->type != XML_ELEMENT_NODE)
		return false;
	for (attribute = node->properties; attribute != NULL; attribute = attribute->next)
		if (attribute->children != NULL && strcasestr((const char *)attribute->children->content, word) != NULL)
			return true;
	for (child = node->children; child != NULL; child = child->next)
		if (!node_is(child, "example") && holds_word(child, word))
			return true;
	return false;
}

/* Each word stands in the entry, or in the text of the label that it is about. */
static bool
is_found(struct request *rq, const xmlNode *entry, char *const *words)
{
	const char *key = strcmp(node_get(entry, "kind"), "label") == 0 ? node_get(entry, "name") : node_get(entry, "key");
	const char *label = key == NULL ? NULL : labels_find(rq->site->labels, key);

	for (; words != NULL && *words != NULL; words++)
		if (!holds_word(entry, *words) && (label == NULL || strcasestr(label, *words) == NULL))
			return false;
	return true;
}

static void
link_entry(struct request *rq, xmlNode *entry, const char *name)
{
	xmlNode *link;

	for (link = node_child(entry, name); link != NULL; link = node_next(link, name))
		node_set(link, "href", request_href(rq, "/admin/reference?program=%s#element-%s", node_get(link, "program"), node_get(link, "of")));
}

struct search { const char *program, *q; char **words; size_t found; bool many; };

/* The group's entries that were asked for; a group without one is left out. */
static void
group_add(struct request *rq, xmlNode *reference, const xmlNode *group, const char *program, struct search *search)
{
	xmlNode *to = NULL;
	const xmlNode *entry;

	for (entry = node_child(group, "entry"); entry != NULL; entry = node_next(entry, "entry")) {
		xmlNode *copy;

		if (search->q != NULL && (!is_found(rq, entry, search->words) || ++search->found > REFERENCE_FOUND_MAX))
			continue;
		if (to == NULL) {
			to = node_add(reference, "group");
			node_set(to, "kind", node_get(group, "kind"));
		}
		copy = xmlAddChild(to, xmlDocCopyNode((xmlNode *)entry, to->doc, 1));
		if (search->many)
			node_set(copy, "program", program);
		link_entry(rq, copy, "holds");
		link_entry(rq, copy, "within");
	}
}

static void
program_add(struct request *rq, xmlNode *reference, const char *program, struct search *search)
{
	const char *path = request_format(rq, "%s/reference/%s.xml", rq->site->share, program);
	char *error = NULL;
	xmlDoc *doc = node_read(rq, path, REFERENCE_FILE_MAX, &error);
	const xmlNode *group;

	if (doc == NULL) {
		fail_log(FAIL_BROKEN, "reference: %s: %s", path, error);
		fail_request(rq, FAIL_BROKEN, NULL);
		return;
	}
	for (group = node_child(xmlDocGetRootElement(doc), "group"); group != NULL; group = node_next(group, "group"))
		group_add(rq, reference, group, program, search);
	xmlFreeDoc(doc);
}

static void
chapters_add(struct request *rq, xmlNode *reference, const char *current)
{
	size_t i;

	for (i = 0; programs[i] != NULL; i++) {
		xmlNode *chapter = node_add(reference, "chapter");

		node_set(chapter, "name", programs[i]);
		node_set(chapter, "href", request_href(rq, "/admin/reference?program=%s", programs[i]));
		node_set(chapter, "current", current != NULL && strcmp(current, programs[i]) == 0 ? "yes" : NULL);
	}
}

static void
reference_get(struct request *rq, xmlNode *content)
{
	xmlNode *reference = node_add(content, "reference");
	struct search search = { .program = wanted_program(rq), .q = query_text(rq, "q") };
	size_t i;

	search.words = search.q == NULL ? NULL : words_of(rq, search.q);
	if (search.words == NULL)
		search.q = NULL;
	search.many = search.program == NULL && search.q != NULL;
	form_add(rq, reference, &find_form, "/admin/reference");
	chapters_add(rq, reference, search.program);
	for (i = 0; programs[i] != NULL; i++)
		if (search.many || (search.program != NULL && strcmp(search.program, programs[i]) == 0))
			program_add(rq, reference, programs[i], &search);
	node_set(reference, "program", search.program);
	node_set(reference, "q", search.q);
	if (search.q == NULL)
		return;
	node_set_int(reference, "found", (long long)search.found);
	node_set(reference, "more", search.found > REFERENCE_FOUND_MAX ? "yes" : NULL);
}

const struct route admin_reference = {
	.path = "/admin/reference", .page = "reference", .menu = "admin", .may = MAY_SEE_ADMIN, .get = reference_get,
};
