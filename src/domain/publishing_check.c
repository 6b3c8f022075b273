/* publishing_check.c - a text from outside becomes a questionnaire, or the reasons why not. */
#include <stdarg.h>
#include <stdlib.h>
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

void
reasons_add(struct reasons *reasons, const char *file, long line, const char *format, ...)
{
	char *words;
	va_list ap;

	if (reasons->count == PUBLISHING_REASONS_MAX) {
		reasons->left_out++;
		return;
	}
	va_start(ap, format);
	words = talloc_vasprintf(reasons->owner, format, ap);
	va_end(ap);
	reasons->list = talloc_realloc(reasons->owner, reasons->list, struct reason, (unsigned)reasons->count + 1);
	reasons->list[reasons->count++] = (struct reason){ file, line, words };
}

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

/* "line 3: a; line 5: b" as reasons of their own; of the text itself, or of what it shares. */
static void
add_faults(struct checking *c, const char *file, const char *text)
{
	char *copy = talloc_strdup(c->owner, text), *one, *next;

	for (one = copy; one != NULL; one = next) {
		char *end;
		long line = strncmp(one, "line ", 5) == 0 ? strtol(one + 5, &end, 10) : 0;

		next = strstr(one, "; line ");
		if (next != NULL) {
			*next = '\0';
			next += 2;
		}
		if (line > 0 && strncmp(end, ": ", 2) == 0)
			one = end + 2;
		reasons_add(&c->out->faults, file_of(c, line, file), line & ~LINE_SHARED, "%s", one);
	}
}

/* The grammar only says that the attributes are not right; these are what authors leave out. */
static void
name_missing(struct checking *c, const char *file, const xmlNode *root)
{
	static const char *const needed[] = { "id", "version", "lang", "licence", "legal-basis", NULL };
	size_t i;

	for (i = 0; node_is(root, "questionnaire") && needed[i] != NULL; i++)
		if (node_get(root, needed[i]) == NULL)
			reasons_add(&c->out->faults, file, xmlGetLineNo(root), "questionnaire: attribute %s is missing", needed[i]);
}

static xmlDoc *
read_text(struct checking *c, const struct publishing_text *text)
{
	char *error = NULL;
	xmlDoc *doc = node_parse(c->owner, text->bytes, text->length, QUESTIONNAIRE_MAX, &error);

	if (doc != NULL)
		error = schema_check(c->owner, c->grammar, doc);
	if (error == NULL)
		return doc;
	if (doc != NULL)
		name_missing(c, text->name, xmlDocGetRootElement(doc));
	add_faults(c, text->name, error);
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
		reasons_add(&c->out->faults, c->own->name, xmlGetLineNo(xmlDocGetRootElement(c->doc)),
		    "it takes questions from \"%s\", which is not there", name);
		return false;
	}
	c->shared_doc = read_text(c, c->shared);
	if (c->shared_doc != NULL && !node_is(xmlDocGetRootElement(c->shared_doc), "shared"))
		reasons_add(&c->out->faults, c->shared->name, 0, "this is no file of shared dimensions");
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
	char *error, *joined;

	if (name != NULL && !read_shared(c, name))
		return false;
	error = questionnaire_join(c->owner, c->doc, c->shared_doc);
	if (error == NULL)
		error = schema_check(c->owner, c->grammar, c->doc);
	if (error != NULL) {
		add_faults(c, c->own->name, error);
		return false;
	}
	joined = node_bytes(c->owner, c->doc, &length);
	c->out->checksum = secret_hash(c->owner, "questionnaire", joined);
	c->out->xml = name != NULL ? joined : talloc_strndup(c->owner, c->own->bytes, c->own->length);
	if (strlen(c->out->xml) <= PUBLISHING_TEXT_MAX)
		return true;
	reasons_add(&c->out->faults, c->own->name, 0, "more than %d bytes when put together", PUBLISHING_TEXT_MAX);
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
	char *failed = questionnaire_try(c->owner, q), *one;
	const xmlNode *node;

	for (node = node_child(q->root, "test"); node != NULL; node = node_next(node, "test"))
		c->out->tests++;
	while ((one = strsep(&failed, "\n")) != NULL) {
		char *words = one;
		long line = strncmp(one, "line ", 5) == 0 ? strtol(one + 5, &words, 10) : 0;

		words += strncmp(words, ": ", 2) == 0 ? 2 : 0;
		reasons_add(&c->out->failed, file_of(c, line, c->own->name), line & ~LINE_SHARED, "%s", words);
	}
}

/* The document becomes the questionnaire's, whatever comes of it. */
static void
read_rules(struct checking *c)
{
	const xmlNode *root = xmlDocGetRootElement(c->doc);
	const char *audience = node_get(root, "audience");
	xmlDoc *doc = c->doc;
	char *error = NULL;

	c->out->languages = languages_of(c, root);
	c->out->audience = talloc_strdup(c->owner, audience == NULL ? "citizen" : audience);
	c->doc = NULL;
	if (questionnaire_read(c->owner, doc, &c->out->q, &error) == FAIL_NONE) {
		run_tests(c);
		return;
	}
	c->out->q = NULL;
	add_faults(c, c->own->name, error == NULL ? "cannot be read" : error);
}

void
publishing_check(const void *owner, const struct schema *grammar, const struct publishing_text *own,
    const struct publishing_text *shared, struct checked *out)
{
	struct checking c = { .owner = owner, .grammar = grammar, .own = own, .shared = shared, .out = out };

	*out = (struct checked){ .faults = { .owner = owner }, .failed = { .owner = owner } };
	c.doc = read_text(&c, own);
	if (c.doc != NULL && !node_is(xmlDocGetRootElement(c.doc), "questionnaire"))
		reasons_add(&out->faults, own->name, 0, "this is shared by questionnaires, not one itself");
	else if (c.doc != NULL && join(&c))
		read_rules(&c);
	xmlFreeDoc(c.doc);
	xmlFreeDoc(c.shared_doc);
}
