#include "xml/render/kept.h"

#include <stdbool.h>
#include <string.h>

#include "xml/node.h"

enum { FORMS_MAX = 200 };

/* What was found in one tree; actions are borrowed from it. */
struct kept {
	size_t mains, headings, titles, tokens, notices, as_ofs, drafts, form_count;
	const char *forms[FORMS_MAX];
};

/* The next node of a walk below top, without recursion; NULL at its end. */
static const xmlNode *
next_of(const xmlNode *node, const xmlNode *top)
{
	if (node->type == XML_ELEMENT_NODE && node->children != NULL)
		return node->children;
	while (node != NULL && node != top && node->next == NULL)
		node = node->parent;
	return node == NULL || node == top ? NULL : node->next;
}

static void
note_form(struct kept *kept, const xmlNode *form)
{
	const char *action = node_get(form, "action");

	if (action != NULL && kept->form_count < FORMS_MAX)
		kept->forms[kept->form_count++] = action;
}

static void
note_result(struct kept *kept, const xmlNode *node)
{
	const char *keep = node_get(node, "data-keep"), *name;

	if (node_is(node, "main"))
		kept->mains++;
	else if (node_is(node, "h1"))
		kept->headings++;
	else if (node_is(node, "title"))
		kept->titles += node_text(node)[0] != '\0';
	else if (node_is(node, "form"))
		note_form(kept, node);
	else if (node_is(node, "input") && (name = node_get(node, "name")) != NULL && strcmp(name, "token") == 0)
		kept->tokens += node_get(node, "value") != NULL;
	if (keep != NULL) {
		kept->notices += strcmp(keep, "notice") == 0;
		kept->as_ofs += strcmp(keep, "as-of") == 0;
		kept->drafts += strcmp(keep, "draft") == 0;
	}
}

static void
note_page(struct kept *kept, const xmlNode *node)
{
	if (node_is(node, "form"))
		note_form(kept, node);
	else if (node_is(node, "token"))
		kept->tokens++;
	else if (node_is(node, "notice"))
		kept->notices++;
}

static void
walk(struct kept *kept, const xmlDoc *doc, void (*note)(struct kept *kept, const xmlNode *node))
{
	const xmlNode *top = xmlDocGetRootElement(doc), *node;

	for (node = top; node != NULL; node = next_of(node, top))
		if (node->type == XML_ELEMENT_NODE)
			note(kept, node);
}

static bool
has_form(const struct kept *kept, const char *action)
{
	size_t i;

	for (i = 0; i < kept->form_count; i++)
		if (strcmp(kept->forms[i], action) == 0)
			return true;
	return false;
}

const char *
kept_missing(const xmlDoc *page, const xmlDoc *result)
{
	const xmlNode *root = xmlDocGetRootElement(page);
	const char *state = node_get(root, "stylesheet");
	struct kept wanted = { .mains = 0 }, found = { .mains = 0 };
	size_t i;

	walk(&wanted, page, note_page);
	walk(&found, result, note_result);
	if (found.mains == 0 || found.headings == 0 || found.titles == 0)
		return "the page's main part, heading or title is missing";
	for (i = 0; i < wanted.form_count; i++)
		if (!has_form(&found, wanted.forms[i]))
			return "a form is missing";
	if (found.tokens < wanted.tokens)
		return "a form's token is missing";
	if (found.notices < wanted.notices)
		return "a notice is missing";
	if ((node_get(root, "as-of") != NULL && found.as_ofs == 0) || (state != NULL && strcmp(state, "draft") == 0 && found.drafts == 0))
		return "a warning is missing: that the page shows the past, or a draft";
	return NULL;
}
