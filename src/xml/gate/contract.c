#include "xml/gate/contract.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "xml/gate/expression.h"
#include "xml/gate/source.h"
#include "xml/gate/words.h"
#include "xml/node.h"
#include "xml/parse.h"

enum { FILE_MAX = 1024 * 1024, FILES_MAX = 200, CLASS_MAX = 64 };

#define SCHEME "samspil:"
#define SHIPPED "samspil:shipped/"

struct known *
knowns_find(const struct knowns *knowns, const char *name)
{
	size_t i;

	for (i = 0; i < knowns->count; i++)
		if (strcmp(knowns->list[i].name, name) == 0)
			return &knowns->list[i];
	return NULL;
}

struct known *
knowns_get(const void *owner, struct knowns *knowns, const char *name)
{
	struct known *known = knowns_find(knowns, name), *list;

	if (known != NULL)
		return known;
	if (knowns->count == 0 || (knowns->count & (knowns->count - 1)) == 0) {
		list = talloc_realloc(owner, knowns->list, struct known, (unsigned)(knowns->count == 0 ? 1 : knowns->count * 2));
		if (list == NULL)
			return NULL;
		knowns->list = list;
	}
	known = &knowns->list[knowns->count];
	*known = (struct known){ .name = talloc_strdup(owner, name) };
	if (known->name == NULL)
		return NULL;
	knowns->count++;
	return known;
}

bool
known_takes(const void *owner, struct known *known, const char *parameter)
{
	const char **with;
	size_t i;

	for (i = 0; i < known->with_count; i++)
		if (strcmp(known->with[i], parameter) == 0)
			return true;
	with = talloc_realloc(owner, known->with, const char *, (unsigned)known->with_count + 1);
	if (with == NULL)
		return false;
	known->with = with;
	with[known->with_count] = talloc_strdup(owner, parameter);
	return with[known->with_count++] != NULL;
}

/* The stylesheets while they are read. */
struct sheets { struct contract *contract; const char *dir; const char *read[FILES_MAX]; size_t count; };

static struct nodes
pattern_nodes(const struct contract *contract, const xmlNode *node, const char *pattern)
{
	struct reader reader = { .contract = contract, .node = node };
	struct nodes nodes;

	if (pattern == NULL)
		return nodes_unknown();
	expression_read_pattern(&reader, pattern, strlen(pattern), &nodes);
	return nodes;
}

/* A template's mode with what it is for, its name, and the parameters of both. */
static bool
take_template(struct contract *contract, const xmlNode *node)
{
	const char *name = node_get(node, "name"), *match = node_get(node, "match"), *mode = node_get(node, "mode");
	struct known *template = name == NULL ? NULL : knowns_get(contract, &contract->templates, name), *known = NULL;
	struct nodes nodes;
	const xmlNode *param;

	if (match != NULL) {
		known = knowns_get(contract, &contract->modes, mode == NULL ? "" : mode);
		nodes = pattern_nodes(contract, node, match);
		if (known != NULL)
			nodes_join(&known->nodes, &nodes);
	}
	if ((match != NULL && known == NULL) || (name != NULL && template == NULL))
		return false;
	for (param = node_child(node, "param"); param != NULL; param = node_next(param, "param")) {
		const char *with = node_get(param, "name");

		if (with != NULL && known != NULL && !known_takes(contract, known, with))
			return false;
		if (with != NULL && template != NULL && !known_takes(contract, template, with))
			return false;
	}
	return true;
}

/* What is documented is public, too, where no template stands: hooks, modes. */
static bool
take_documented(struct contract *contract, const xmlNode *node)
{
	const char *name = node_get(node, "name"), *match = node_get(node, "match");
	struct known *known;
	struct nodes nodes;

	if (name == NULL || (!node_is(node, "mode") && !node_is(node, "hook")))
		return true;
	known = knowns_get(contract, &contract->modes, name);
	if (known == NULL)
		return false;
	if (match != NULL) {
		nodes = pattern_nodes(contract, node, match);
		nodes_join(&known->nodes, &nodes);
	}
	return true;
}

/* Apply-templates in a mode that has no template of its own makes it known as well. */
static bool
take_applied(struct contract *contract, const xmlNode *node)
{
	const xmlNode *child;

	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL)) {
		const char *mode = node_is(child, "apply-templates") ? node_get(child, "mode") : NULL;

		if ((mode != NULL && knowns_get(contract, &contract->modes, mode) == NULL) || !take_applied(contract, child))
			return false;
	}
	return true;
}

static bool
take_top(struct contract *contract, const xmlNode *node)
{
	const char *name = node_get(node, "name"), *uri = node->ns == NULL ? "" : (const char *)node->ns->href;

	if (strcmp(uri, WORDS_DOC) == 0)
		return take_documented(contract, node);
	if (strcmp(uri, WORDS_XSL) != 0)
		return true;
	if (node_is(node, "template"))
		return take_template(contract, node) && take_applied(contract, node);
	if (name == NULL)
		return true;
	if (node_is(node, "param") || node_is(node, "variable"))
		return knowns_get(contract, &contract->variables, name) != NULL;
	if (node_is(node, "key"))
		return knowns_get(contract, &contract->keys, name) != NULL;
	if (node_is(node, "attribute-set"))
		return knowns_get(contract, &contract->attribute_sets, name) != NULL;
	return true;
}

static enum fail read_sheet(struct sheets *sheets, const char *address);

static enum fail
read_doc(struct sheets *sheets, const xmlDoc *doc)
{
	const xmlNode *node = node_child(xmlDocGetRootElement(doc), NULL);
	enum fail f = FAIL_NONE;

	for (; node != NULL && f == FAIL_NONE; node = node_next(node, NULL)) {
		if (words_is_xsl(node, "import") || words_is_xsl(node, "include"))
			f = read_sheet(sheets, node_get(node, "href"));
		else if (!take_top(sheets->contract, node))
			f = fail_log(FAIL_BROKEN, "gate: out of memory");
	}
	return f;
}

/* "samspil:pages/plan.xsl" and "samspil:shipped/pages/plan.xsl" are the same file; each is read once. */
static enum fail
read_sheet(struct sheets *sheets, const char *address)
{
	char *path, *error = NULL;
	const char *name = address;
	enum fail f;
	xmlDoc *doc;
	size_t i;

	if (name != NULL && strncmp(name, SHIPPED, strlen(SHIPPED)) == 0)
		name += strlen(SHIPPED);
	else if (name != NULL && strncmp(name, SCHEME, strlen(SCHEME)) == 0)
		name += strlen(SCHEME);
	if (name == NULL || name[0] == '/' || strstr(name, "..") != NULL || sheets->count == FILES_MAX)
		return fail_log(FAIL_BROKEN, "gate: cannot import %s", address == NULL ? "nothing" : address);
	for (i = 0; i < sheets->count; i++)
		if (strcmp(sheets->read[i], name) == 0)
			return FAIL_NONE;
	path = talloc_asprintf(sheets, "%s/%s", sheets->dir, name);
	sheets->read[sheets->count++] = talloc_strdup(sheets, name);
	if (path == NULL || sheets->read[sheets->count - 1] == NULL)
		return fail_log(FAIL_BROKEN, "gate: out of memory");
	doc = node_read(sheets, path, FILE_MAX, &error);
	if (doc == NULL)
		return fail_log(FAIL_BROKEN, "gate: %s: %s", path, error);
	f = read_doc(sheets, doc);
	xmlFreeDoc(doc);
	return f;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
add_class(struct contract *contract, const char *name, size_t length)
{
	if (length >= CLASS_MAX || (strncmp(name, "sp-", 3) != 0 && strncmp(name, "is-", 3) != 0))
		return true;
	contract->classes = talloc_realloc(contract, contract->classes, const char *, (unsigned)contract->class_count + 1);
	if (contract->classes == NULL)
		return false;
	contract->classes[contract->class_count] = talloc_strndup(contract, name, length);
	return contract->classes[contract->class_count++] != NULL;
}

/* The classes that the house's CSS knows, with what the stylesheets are tested without: none when it cannot be read. */
static void
read_classes(struct contract *contract, const char *dir)
{
	static const char *const places[] = { "static/samspil.css", "../static/samspil.css" };
	char *path, *css = NULL, *error = NULL, *at;
	size_t i, length, n;

	for (i = 0; css == NULL && i < sizeof places / sizeof places[0]; i++) {
		path = talloc_asprintf(contract, "%s/%s", dir, places[i]);
		css = path == NULL ? NULL : parse_file(contract, path, FILE_MAX, &length, &error);
	}
	for (at = css; at != NULL && (at = strchr(at, '.')) != NULL; at += n) {
		at++;
		for (n = 0; isalnum((unsigned char)at[n]) || at[n] == '-' || at[n] == '_'; n++)
			;
		if (!add_class(contract, at, n))
			break;
	}
	if (contract->class_count > 0)
		qsort(contract->classes, contract->class_count, sizeof contract->classes[0], by_name);
	talloc_free(css);
}

/* Programs are the files in pages/. */
static void
read_programs(struct contract *contract, const char *dir)
{
	char *path = talloc_asprintf(contract, "%s/pages", dir);
	DIR *folder = path == NULL ? NULL : opendir(path);
	const struct dirent *entry;

	while (folder != NULL && (entry = readdir(folder)) != NULL) {
		size_t n = strlen(entry->d_name);

		if (n < 5 || strcmp(entry->d_name + n - 4, ".xsl") != 0)
			continue;
		contract->programs = talloc_realloc(contract, contract->programs, const char *, (unsigned)contract->program_count + 1);
		if (contract->programs == NULL)
			break;
		contract->programs[contract->program_count] = talloc_strndup(contract, entry->d_name, n - 4);
		if (contract->programs[contract->program_count] != NULL)
			contract->program_count++;
	}
	if (folder != NULL)
		closedir(folder);
	if (contract->programs != NULL)
		qsort(contract->programs, contract->program_count, sizeof contract->programs[0], by_name);
	talloc_free(path);
}

enum fail
contract_read(const void *owner, const char *dir, const char *program, const struct labels *labels, struct contract **out)
{
	struct contract *contract = talloc_zero(owner, struct contract);
	struct sheets *sheets = talloc_zero(contract, struct sheets);
	enum fail f = FAIL_BROKEN;
	char *address;

	if (sheets == NULL)
		return fail_log(FAIL_BROKEN, "gate: out of memory");
	*sheets = (struct sheets){ .contract = contract, .dir = dir };
	contract->program = talloc_strdup(contract, program);
	contract->labels = labels;
	address = talloc_asprintf(sheets, SCHEME "pages/%s.xsl", program);
	if (contract->program == NULL || address == NULL)
		fail_log(FAIL_BROKEN, "gate: out of memory");
	else
		f = grammar_read(contract, dir);
	if (f == FAIL_NONE)
		f = read_sheet(sheets, address);
	read_classes(contract, dir);
	read_programs(contract, dir);
	talloc_free(sheets);
	if (f == FAIL_NONE)
		*out = contract;
	else
		talloc_free(contract);
	return f;
}
