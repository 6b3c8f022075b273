/*
 * look_sheet.c - settings become a stylesheet between the shipped one and a layer.  Nothing stored is written into it but what is known
 * or quoted.
 */
#include <libxml/tree.h>
#include <string.h>
#include <talloc.h>

#include "domain/look.h"
#include "rule/contrast.h"
#include "xml/node.h"

#define XSL "http://www.w3.org/1999/XSL/Transform"

/* "bar=10394c", with what stands before it; nothing for what is no colour. */
static char *
add_colour(char *address, const char *name, const char *colour)
{
	struct colour read;
	char hex[8];

	if (!colour_read(colour, &read))
		return address;
	colour_write(read, hex);
	return talloc_asprintf_append(address, "%c%s=%s", strchr(address, '?') == NULL ? '?' : '&', name, hex + 1);
}

char *
look_css_address(const void *owner, const char *bar, const char *link)
{
	char *address = talloc_strdup(owner, "/look/style.css");

	address = add_colour(add_colour(address, "bar", bar), "link", link);
	return strchr(address, '?') == NULL ? NULL : address;
}

char *
look_logo_address(const void *owner, const char *department, const char *revision)
{
	char *address = talloc_strdup(owner, "/look/logo?department=");
	const char *c;

	/* Not uri_encode: tools that know no web/ make these stylesheets, too. */
	for (c = department; revision != NULL && *c != '\0'; c++)
		address = talloc_asprintf_append(address, strchr("abcdefghijklmnopqrstuvwxyz0123456789-_", *c) != NULL ? "%c" : "%%%02X",
		    (unsigned char)*c);
	return revision == NULL ? NULL : talloc_asprintf_append(address, "&v=%s", revision);
}

static bool
among(const char **names, size_t count, const char *name)
{
	while (count-- > 0)
		if (strcmp(names[count], name) == 0)
			return true;
	return false;
}

const char **
look_columns(const void *owner, const struct shipped_list *list, const char *const *stored)
{
	const char **out, **column;
	size_t known = 0, count = 0, i;

	for (i = 0; stored[i] != NULL; i++)
		known += lists_has(list, stored[i]);
	if (known == 0)
		stored = list->columns;
	for (i = 0; list->columns[i] != NULL; i++)
		;
	out = talloc_zero_array(owner, const char *, (unsigned)i + 1);
	for (column = list->fixed; *column != NULL; column++) {
		bool there = !lists_has(list, *column);

		for (i = 0; stored[i] != NULL; i++)
			there = there || strcmp(stored[i], *column) == 0;
		if (!there)
			out[count++] = *column;
	}
	for (i = 0; stored[i] != NULL; i++)
		if (lists_has(list, stored[i]) && !among(out, count, stored[i]))
			out[count++] = stored[i];
	return out;
}

/* A text as XPath writes it: in quotes that it does not hold, or of pieces. */
static char *
quote(const void *owner, const char *text)
{
	char *out, *copy, *piece;

	if (strchr(text, '\'') == NULL)
		return talloc_asprintf(owner, "'%s'", text);
	out = talloc_strdup(owner, "concat(''");
	copy = talloc_strdup(owner, text);
	while ((piece = strsep(&copy, "'")) != NULL)
		out = talloc_asprintf_append(out, ", '%s'%s", piece, copy == NULL ? "" : ", \"'\"");
	return talloc_strdup_append(out, ")");
}

static void
add_parameter(xmlNode *sheet, const char *name, const char *select)
{
	xmlNode *parameter = select == NULL ? NULL : node_add(sheet, "param");

	node_set(parameter, "name", name);
	node_set(parameter, "select", select);
}

static void
add_address(const void *owner, xmlNode *sheet, const char *name, const char *address)
{
	if (address != NULL)
		add_parameter(sheet, name, talloc_asprintf(owner, "concat($base, %s)", quote(owner, address)));
}

/* <template match mode> that applies the mode of each column in turn. */
static void
add_template(xmlNode *sheet, const char *match, const char *mode, const char *kind, const char **columns)
{
	xmlNode *template = node_add(sheet, "template"), *apply;

	node_set(template, "match", match);
	node_set(template, "mode", mode);
	for (; *columns != NULL; columns++) {
		apply = node_add(template, "apply-templates");
		node_set(apply, "select", ".");
		node_set_format(apply, "mode", "%s.%s", kind, *columns);
	}
}

static void
add_list(const void *owner, xmlNode *sheet, const struct shipped_list *list, const struct look_column *columns, size_t count)
{
	const char **stored = talloc_zero_array(owner, const char *, (unsigned)count + 1), **order;
	const char *match = talloc_asprintf(owner, "p:list[@name = '%s']", list->name);
	size_t i, known = 0;

	for (i = 0; i < count; i++)
		if (lists_has(list, columns[i].column))
			stored[known++] = columns[i].column;
	if (known == 0)
		return;
	order = look_columns(owner, list, stored);
	add_template(sheet, list->row != NULL ? list->row : match, list->head, "head", order);
	add_template(sheet, list->row != NULL ? list->row : talloc_asprintf(owner, "%s/*", match), list->cells, "cell", order);
}

static void
add_lists(const void *owner, xmlNode *sheet, const char *program, const struct look_settings *settings)
{
	const struct shipped_list *list;
	size_t from, to;

	for (from = 0; from < settings->column_count; from = to) {
		const struct look_column *first = &settings->columns[from];

		for (to = from; to < settings->column_count && strcmp(settings->columns[to].list, first->list) == 0; to++)
			;
		list = lists_find(program, first->list);
		if (list != NULL)
			add_list(owner, sheet, list, first, to - from);
	}
}

char *
look_sheet(const void *owner, const char *program, const struct look_settings *settings)
{
	xmlDoc *doc = node_document("stylesheet", XSL);
	xmlNode *sheet = doc == NULL ? NULL : xmlDocGetRootElement(doc), *import;
	void *scratch = talloc_new(owner);
	char *out = NULL;
	size_t length;

	if (sheet == NULL)
		return NULL;
	node_set(sheet, "version", "1.0");
	xmlNewNs(sheet, BAD_CAST NODE_PAGE_NAMESPACE, BAD_CAST "p");
	node_set(sheet, "exclude-result-prefixes", "p");
	import = node_add(sheet, "import");
	node_set_format(import, "href", "samspil:shipped/pages/%s.xsl", program);
	add_address(scratch, sheet, "look", look_css_address(scratch, settings->bar, settings->link));
	add_address(scratch, sheet, "logo", look_logo_address(scratch, settings->department, settings->logo));
	if (settings->logo != NULL)
		add_parameter(sheet, "logo-text", quote(scratch, settings->logo_text == NULL ? "" : settings->logo_text));
	add_lists(scratch, sheet, program, settings);
	if (import->next != NULL)
		out = node_bytes(owner, doc, &length);
	xmlFreeDoc(doc);
	talloc_free(scratch);
	return out;
}
