/* publishing_check.c - a text from outside becomes a questionnaire, or the reasons why not. */
#include <string.h>
#include <talloc.h>

#include "base/secret.h"
#include "domain/publishing.h"
#include "xml/node.h"

/*
 * Where a text is put together with the file that it shares, the lines of that file's elements are told by this bit.  libxml2 keeps
 * 16 bits of a line, so a file has less than half of that many lines.
 */
enum { LINE_SHARED = 0x8000 };

/* What is being checked, and by what. */
struct checking {
	const void *owner;
	const struct schema *grammar;
	const struct publishing_text *own, *shared;
	xmlDoc *doc, *shared_doc;
	struct checked *out;
};

/* Which file's line that is. */
static const char *
file_of(const struct checking *c, long line, const char *file)
{
	return line >= LINE_SHARED && c->shared != NULL && c->shared->bytes != NULL ? c->shared->name : file;
}

/* What was found since there were so many gets its file, and that file's line. */
static void
place(const struct checking *c, struct reasons *reasons, size_t from, const char *file)
{
	size_t i;

	for (i = from; i < reasons->count; i++) {
		reasons->list[i].file = file_of(c, reasons->list[i].line, file);
		reasons->list[i].line &= ~LINE_SHARED;
	}
}

/* The grammar only says that the attributes are not right; these are what authors leave out. */
static void
name_missing(struct checking *c, const xmlNode *root)
{
	static const char *const needed[] = { "id", "version", "lang", "licence", "legal-basis", NULL };
	size_t i;

	for (i = 0; node_is(root, "questionnaire") && needed[i] != NULL; i++)
		if (node_get(root, needed[i]) == NULL)
			reasons_add(&c->out->faults, &(struct reason){ .key = REASON_ATTRIBUTE_MISSING, .line = xmlGetLineNo(root),
			    .element = "questionnaire", .name = needed[i] });
}

static bool
is_ours(const xmlNode *root)
{
	return root->ns != NULL && strcmp((const char *)root->ns->href, QUESTIONNAIRE_NAMESPACE) == 0 &&
	    (node_is(root, "questionnaire") || node_is(root, "shared"));
}

/* That an element failed is said only where nothing says why. */
static bool
obey(struct checking *c, xmlDoc *doc, const char *file)
{
	static const enum reason_key keys[] = { [SCHEMA_OTHER] = REASON_GRAMMAR, [SCHEMA_FAILED] = REASON_GRAMMAR,
	    [SCHEMA_ATTRIBUTE] = REASON_GRAMMAR_ATTRIBUTE, [SCHEMA_ELEMENT] = REASON_GRAMMAR_ELEMENT,
	    [SCHEMA_EXPECTED] = REASON_GRAMMAR_EXPECTED, [SCHEMA_SHORT] = REASON_GRAMMAR_SHORT };
	const xmlNode *root = xmlDocGetRootElement(doc);
	struct schema_fault *list;
	size_t i, count = schema_faults(c->owner, c->grammar, doc, &list), before = c->out->faults.count;
	bool precise;

	if (count == 0)
		return true;
	if (!is_ours(root)) {
		reasons_add(&c->out->faults, &(struct reason){ .key = REASON_NOT_QUESTIONNAIRE, .file = file, .line = xmlGetLineNo(root),
		    .element = (const char *)root->name });
		return false;
	}
	name_missing(c, root);
	precise = c->out->faults.count > before;
	for (i = 0; i < count; i++)
		precise = precise || list[i].wrong != SCHEMA_FAILED;
	for (i = 0; i < count; i++)
		if (!precise || list[i].wrong != SCHEMA_FAILED)
			reasons_add(&c->out->faults, &(struct reason){ .key = keys[list[i].wrong], .line = list[i].line,
			    .element = list[i].element, .name = list[i].name, .words = list[i].words });
	place(c, &c->out->faults, before, file);
	return false;
}

static void
add_unreadable(struct checking *c, const char *file, const struct node_fault *fault)
{
	static const enum reason_key keys[] = { [NODE_NOT_WELL_FORMED] = REASON_NOT_WELL_FORMED, [NODE_TOO_LARGE] = REASON_TOO_LARGE,
	    [NODE_NOT_TEXT] = REASON_NOT_TEXT, [NODE_MANY_ATTRIBUTES] = REASON_MANY_ATTRIBUTES, [NODE_DOCTYPE] = REASON_DOCTYPE,
	    [NODE_EMPTY] = REASON_EMPTY, [NODE_AMPERSAND] = REASON_AMPERSAND, [NODE_UNFINISHED] = REASON_UNFINISHED,
	    [NODE_TAG_MISMATCH] = REASON_TAG_MISMATCH, [NODE_ATTRIBUTE_TWICE] = REASON_ATTRIBUTE_TWICE };

	const int limit = fault->wrong == NODE_TOO_LARGE ? QUESTIONNAIRE_MAX :
	    fault->wrong == NODE_MANY_ATTRIBUTES ? NODE_ATTRIBUTES_MAX : 0;

	reasons_add(&c->out->faults, &(struct reason){ .key = keys[fault->wrong], .file = file, .line = fault->line, .name = fault->name,
	    .where = fault->other, .wanted = limit == 0 ? NULL : talloc_asprintf(c->owner, "%d", limit),
	    .words = fault->wrong == NODE_NOT_WELL_FORMED ? fault->words : NULL });
}

static xmlDoc *
read_text(struct checking *c, const struct publishing_text *text)
{
	struct node_fault fault;
	xmlDoc *doc = node_parse_told(c->owner, text->bytes, text->length, QUESTIONNAIRE_MAX, &fault);

	if (doc == NULL)
		add_unreadable(c, text->name, &fault);
	else if (obey(c, doc, text->name))
		return doc;
	xmlFreeDoc(doc);
	return NULL;
}

const char *
publishing_shares(const void *owner, const struct publishing_text *own)
{
	char *error = NULL;
	xmlDoc *doc = node_parse(owner, own->bytes, own->length, QUESTIONNAIRE_MAX, &error);
	const char *name = doc == NULL ? NULL : node_get(xmlDocGetRootElement(doc), "shared");

	if (name != NULL)
		name = talloc_strdup(owner, name);
	talloc_free(error);
	xmlFreeDoc(doc);
	return name;
}

static void
mark_lines(xmlNode *node)
{
	for (; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		node->line = (unsigned short)(node->line | LINE_SHARED);
		mark_lines(node->children);
	}
}

/* The file that the text names; false, with its reason, where it is named and not there. */
static bool
read_shared(struct checking *c, const char *name)
{
	if (c->shared == NULL || c->shared->bytes == NULL) {
		reasons_add(&c->out->faults, &(struct reason){ .key = REASON_SHARED_MISSING, .file = c->own->name,
		    .line = xmlGetLineNo(xmlDocGetRootElement(c->doc)), .element = "questionnaire", .name = name });
		return false;
	}
	c->shared_doc = read_text(c, c->shared);
	if (c->shared_doc != NULL && !node_is(xmlDocGetRootElement(c->shared_doc), "shared"))
		reasons_add(&c->out->faults, &(struct reason){ .key = REASON_SHARED_IS_NONE, .file = c->shared->name });
	if (c->shared_doc != NULL)
		mark_lines(xmlDocGetRootElement(c->shared_doc));
	return c->out->faults.count == 0;
}

/* The text with what it shares: c->out->xml; as it was written where it shares nothing. */
static bool
join(struct checking *c)
{
	const char *name = node_get(xmlDocGetRootElement(c->doc), "shared");
	size_t length = c->own->length;
	size_t before = c->out->faults.count;
	char *joined;

	if (name != NULL && !read_shared(c, name))
		return false;
	if (!questionnaire_join(c->doc, c->shared_doc, &c->out->faults)) {
		place(c, &c->out->faults, before, c->own->name);
		return false;
	}
	if (!obey(c, c->doc, c->own->name))
		return false;
	joined = node_bytes(c->owner, c->doc, &length);
	c->out->checksum = secret_hash(c->owner, "questionnaire", joined);
	c->out->xml = name != NULL ? joined : talloc_strndup(c->owner, c->own->bytes, c->own->length);
	if (strlen(c->out->xml) <= PUBLISHING_TEXT_MAX)
		return true;
	reasons_add(&c->out->faults, &(struct reason){ .key = REASON_JOINED_TOO_LARGE, .file = c->own->name,
	    .wanted = talloc_asprintf(c->owner, "%d", PUBLISHING_TEXT_MAX) });
	return false;
}

/* Its own language first, then those of its translations. */
static const char *
languages_of(struct checking *c, const xmlNode *root)
{
	char *all = talloc_strdup(c->owner, node_get(root, "lang"));
	const xmlNode *node;

	for (node = node_child(root, "translation"); node != NULL; node = node_next(node, "translation"))
		all = talloc_asprintf_append(all, " %s", node_get(node, "lang"));
	return all;
}

static void
run_tests(struct checking *c)
{
	const struct questionnaire *q = c->out->q;
	const xmlNode *node;

	for (node = node_child(q->root, "test"); node != NULL; node = node_next(node, "test"))
		c->out->tests++;
	questionnaire_try(q, &c->out->failed);
	place(c, &c->out->failed, 0, c->own->name);
}

/* The document becomes the questionnaire's, whatever comes of it. */
static void
read_rules(struct checking *c)
{
	const xmlNode *root = xmlDocGetRootElement(c->doc);
	const char *audience = node_get(root, "audience");
	xmlDoc *doc = c->doc;

	c->out->languages = languages_of(c, root);
	c->out->audience = talloc_strdup(c->owner, audience == NULL ? "citizen" : audience);
	c->doc = NULL;
	if (questionnaire_read(c->owner, doc, &c->out->q, &c->out->faults) == FAIL_NONE) {
		run_tests(c);
		return;
	}
	c->out->q = NULL;
	if (c->out->faults.count == 0)
		reasons_add(&c->out->faults, &(struct reason){ .key = REASON_FAILED });
	place(c, &c->out->faults, 0, c->own->name);
}

void
publishing_check(const void *owner, const struct schema *grammar, const struct publishing_text *own,
    const struct publishing_text *shared, struct checked *out)
{
	struct checking c = { .owner = owner, .grammar = grammar, .own = own, .shared = shared, .out = out };

	*out = (struct checked){ .faults = { .owner = owner }, .failed = { .owner = owner }, .doubts = { .owner = owner } };
	c.doc = read_text(&c, own);
	if (c.doc != NULL && !node_is(xmlDocGetRootElement(c.doc), "questionnaire"))
		reasons_add(&out->faults, &(struct reason){ .key = REASON_IS_SHARED, .file = own->name });
	else if (c.doc != NULL && join(&c))
		read_rules(&c);
	xmlFreeDoc(c.doc);
	xmlFreeDoc(c.shared_doc);
}
