/* Ids, what leads to them, and the names that ARIA has. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "xml/gate/sound_parts.h"

/* Ids and what leads to them */

void
sound_check_ids(const struct outline *outline, struct report *report)
{
	size_t i;

	for (i = 0; i < outline->id_count; i++) {
		const struct thing *thing = &outline->list[outline->ids[i].thing];

		if (i > 0 && strcmp(outline->ids[i].name, outline->ids[i - 1].name) == 0)
			report_say(report, true, "id-twice", thing, outline->ids[i].name, NULL);
		else if (*outline->ids[i].name == '\0' || outline->ids[i].name[strcspn(outline->ids[i].name, " \t\r\n")] != '\0')
			report_say(report, true, "id-wrong", thing, outline->ids[i].name, NULL);
	}
}

static void
check_reference(const struct outline *outline, const struct thing *thing, const char *attribute, struct report *report)
{
	const char *ids = outline_value(outline, thing, attribute);

	for (ids += strspn(ids, " \t\r\n"); *ids != '\0'; ids += strspn(ids, " \t\r\n")) {
		size_t n = strcspn(ids, " \t\r\n");
		char *id = talloc_strndup(outline->owner, ids, n);

		if (id != NULL && outline_find(outline, id) == NONE)
			report_say(report, true, "reference-broken", thing, id, attribute);
		talloc_free(id);
		ids += n;
	}
}

void
sound_check_references(const struct outline *outline, const struct thing *thing, struct report *report)
{
	static const char *const attributes[] = { "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details",
	    "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns", "for", "form", "headers", "list", "popovertarget" };
	const char *href = thing->element->tag == TAG_A ? outline_value(outline, thing, "href") : "";
	size_t i;

	for (i = 0; i < sizeof attributes / sizeof attributes[0]; i++)
		check_reference(outline, thing, attributes[i], report);
	if (href[0] == '#' && href[1] != '\0' && strcasecmp(href, "#top") != 0 && outline_find(outline, href + 1) == NONE)
		report_say(report, true, "reference-broken", thing, href, "href");
}

/* Names of ARIA */

static int
compare_names(const void *a, const void *b)
{
	return strcasecmp(a, *(const char *const *)b);
}

static bool
is_known(const char *name, const char *const *names, size_t count)
{
	return bsearch(name, names, count, sizeof names[0], compare_names) != NULL;
}

static bool
is_state(const char *name)
{
	static const char *const states[] = { "activedescendant", "atomic", "autocomplete", "braillelabel", "brailleroledescription", "busy",
	    "checked", "colcount", "colindex", "colindextext", "colspan", "controls", "current", "describedby", "description", "details",
	    "disabled", "dropeffect", "errormessage", "expanded", "flowto", "grabbed", "haspopup", "hidden", "invalid", "keyshortcuts",
	    "label", "labelledby", "level", "live", "modal", "multiline", "multiselectable", "orientation", "owns", "placeholder",
	    "posinset", "pressed", "readonly", "relevant", "required", "roledescription", "rowcount", "rowindex", "rowindextext", "rowspan",
	    "selected", "setsize", "sort", "valuemax", "valuemin", "valuenow", "valuetext" };

	return is_known(name, states, sizeof states / sizeof states[0]);
}

static bool
is_role(const char *name)
{
	static const char *const roles[] = { "alert", "alertdialog", "application", "article", "banner", "blockquote", "button", "caption",
	    "cell", "checkbox", "code", "columnheader", "combobox", "complementary", "contentinfo", "definition", "deletion", "dialog",
	    "directory", "document", "emphasis", "feed", "figure", "form", "generic", "graphics-document", "graphics-object",
	    "graphics-symbol", "grid", "gridcell", "group", "heading", "img", "insertion", "link", "list", "listbox", "listitem", "log",
	    "main", "marquee", "math", "menu", "menubar", "menuitem", "menuitemcheckbox", "menuitemradio", "meter", "navigation", "none",
	    "note", "option", "paragraph", "presentation", "progressbar", "radio", "radiogroup", "region", "row", "rowgroup", "rowheader",
	    "scrollbar", "search", "searchbox", "separator", "slider", "spinbutton", "status", "strong", "subscript", "superscript",
	    "switch", "tab", "table", "tablist", "tabpanel", "term", "textbox", "time", "timer", "toolbar", "tooltip", "tree", "treegrid",
	    "treeitem" };

	return is_known(name, roles, sizeof roles / sizeof roles[0]);
}

void
sound_check_aria(const struct outline *outline, const struct thing *thing, struct report *report)
{
	const char *role = outline_value(outline, thing, "role");
	const xmlAttr *attr;
	char *first;

	for (attr = thing->node->properties; attr != NULL; attr = attr->next)
		if (strncasecmp((const char *)attr->name, "aria-", 5) == 0 && !is_state((const char *)attr->name + 5))
			report_say(report, true, "aria-unknown", thing, (const char *)attr->name, (const char *)thing->node->name);
	role += strspn(role, " \t\r\n");
	if (*role == '\0')
		return;
	first = talloc_strndup(outline->owner, role, strcspn(role, " \t\r\n"));
	if (first != NULL && !is_role(first))
		report_say(report, true, "role-unknown", thing, first, (const char *)thing->node->name);
	talloc_free(first);
}
