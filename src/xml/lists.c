#include "xml/lists.h"

#include <string.h>
#include <talloc.h>

#include "base/fail.h"
#include "xml/loader.h"
#include "xml/node.h"

#define DOC "urn:samspil:doc"
#define XSL "http://www.w3.org/1999/XSL/Transform"
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

enum { INCLUDES_DEEP = 4 };

/* What was read once is kept: it came with the program, and is the same as long as the program runs. */
struct program_lists { const char *program; struct shipped_list *lists; size_t count; struct program_lists *next; };
static struct program_lists *known;

/* "a b c" as a list that ends with NULL; only names. */
static const char **
split(const void *owner, const char *words)
{
	const char **list = talloc_zero_array(owner, const char *, words == NULL ? 1 : (unsigned)strlen(words) / 2 + 2);
	char *rest = NULL, *word;
	size_t n = 0;

	if (list == NULL || words == NULL)
		return list;
	for (word = strtok_r(talloc_strdup(list, words), " \t\r\n", &rest); word != NULL; word = strtok_r(NULL, " \t\r\n", &rest))
		if (strspn(word, NAME_LETTERS) == strlen(word))
			list[n++] = word;
	return list;
}

static const char *
mode(const void *owner, const xmlNode *node, const char *attribute)
{
	const char *given = node_get(node, attribute);

	return talloc_strdup(owner, given == NULL ? attribute : given);
}

static void
take_list(struct program_lists *of, const xmlNode *node)
{
	struct shipped_list *list;

	if (node_get(node, "name") == NULL || node_get(node, "columns") == NULL)
		return;
	of->lists = talloc_realloc(of, of->lists, struct shipped_list, (unsigned)of->count + 2);
	if (of->lists == NULL)
		return;
	list = &of->lists[of->count++];
	list->name = talloc_strdup(of, node_get(node, "name"));
	list->row = talloc_strdup(of, node_get(node, "row"));
	list->head = mode(of, node, "head");
	list->cells = mode(of, node, "cells");
	list->columns = split(of, node_get(node, "columns"));
	list->fixed = split(of, node_get(node, "fixed"));
	memset(list + 1, 0, sizeof *list);
}

static bool
is(const xmlNode *node, const char *space, const char *name)
{
	return node_is(node, name) && node->ns != NULL && strcmp((const char *)node->ns->href, space) == 0;
}

/* A sheet, and those that it includes; what it imports is the common base, which has no list of its own. */
static void
read_sheet(struct program_lists *of, const char *name, int deep)
{
	xmlDoc *doc = loader_read(name);
	const xmlNode *node;

	if (doc == NULL)
		fail_log(FAIL_BROKEN, "lists: %s cannot be read", name);
	for (node = doc == NULL ? NULL : node_child(xmlDocGetRootElement(doc), NULL); node != NULL; node = node_next(node, NULL)) {
		if (is(node, DOC, "list"))
			take_list(of, node);
		else if (is(node, XSL, "include") && deep < INCLUDES_DEEP && node_get(node, "href") != NULL)
			read_sheet(of, node_get(node, "href"), deep + 1);
	}
	xmlFreeDoc(doc);
}

const struct shipped_list *
lists_of(const char *program)
{
	static const struct shipped_list none;
	struct program_lists *of;

	for (of = known; of != NULL; of = of->next)
		if (strcmp(of->program, program) == 0)
			return of->lists == NULL ? &none : of->lists;
	of = strspn(program, NAME_LETTERS) == strlen(program) ? talloc_zero(NULL, struct program_lists) : NULL;
	if (of == NULL)
		return &none;
	of->program = talloc_strdup(of, program);
	read_sheet(of, talloc_asprintf(of, "samspil:pages/%s.xsl", program), 0);
	of->next = known;
	known = of;
	return of->lists == NULL ? &none : of->lists;
}

const struct shipped_list *
lists_find(const char *program, const char *name)
{
	const struct shipped_list *list;

	for (list = lists_of(program); list->name != NULL; list++)
		if (strcmp(list->name, name) == 0)
			return list;
	return NULL;
}

static bool
among(const char *const *names, const char *name)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

bool
lists_has(const struct shipped_list *list, const char *column)
{
	return among(list->columns, column);
}

bool
lists_keeps(const struct shipped_list *list, const char *column)
{
	return among(list->fixed, column);
}
