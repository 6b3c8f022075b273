/* Accessibility, as far as a tree tells: WCAG 2.1 AA, by the rules that axe checks in a browser. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/gate/controls.h"
#include "xml/gate/judge_parts.h"

enum { TEXT_IN_FINDING = 80 };

static bool
is_away(const struct thing *thing)
{
	return (thing->flags & (HIDDEN | UNHEARD)) != 0;
}

static const char *
text_of(const struct outline *outline, const struct thing *thing)
{
	struct slice slice = outline_heard(outline, thing);

	slice.length = text_cut(slice.bytes, slice.length, TEXT_IN_FINDING);
	return slice_text(outline->owner, slice);
}

/* What its author would look for: the id, else the name, else the element. */
static const char *
called(const struct outline *outline, const struct thing *thing)
{
	static const char *const names[] = { "id", "name", "href", "src" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (*outline_value(outline, thing, names[i]) != '\0')
			return outline_value(outline, thing, names[i]);
	return (const char *)thing->node->name;
}

/* Names */

/* Does any of the ids lead to something that has a text? A hidden one may name too. */
static bool
is_labelled_by(const struct outline *outline, const char *ids)
{
	for (ids += strspn(ids, " \t\r\n"); *ids != '\0'; ids += strspn(ids, " \t\r\n")) {
		size_t n = strcspn(ids, " \t\r\n");
		char *id = talloc_strndup(outline->owner, ids, n);
		unsigned to = id == NULL ? NONE : outline_find(outline, id);

		talloc_free(id);
		if (to != NONE && (outline_heard(outline, &outline->list[to]).length > 0 ||
		    (is_away(&outline->list[to]) && outline->list[to].node->children != NULL)))
			return true;
		ids += n;
	}
	return false;
}

static bool
is_labelled(const struct outline *outline, const struct thing *thing)
{
	return !is_blank(outline_value(outline, thing, "aria-label")) || !is_blank(outline_value(outline, thing, "title")) ||
	    is_labelled_by(outline, outline_value(outline, thing, "aria-labelledby"));
}

bool
sound_has_name(const struct outline *outline, const struct thing *thing)
{
	return outline_heard(outline, thing).length > 0 || is_labelled(outline, thing);
}

/* The page as a whole */

static bool
is_language(const char *lang)
{
	size_t n = strspn(lang, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return n >= 2 && n <= 8 && (lang[n] == '\0' || lang[n] == '-');
}

static void
check_language(const struct outline *outline, struct report *report)
{
	unsigned at = outline_next(outline, 0, TAG_HTML);
	size_t i;

	if (at == NONE || is_blank(outline_value(outline, &outline->list[at], "lang")))
		report_say(report, true, "language-missing", at == NONE ? NULL : &outline->list[at], NULL, NULL);
	for (i = 0; i < outline->count; i++) {
		const char *lang = outline->list[i].node->properties == NULL ? NULL : outline_get(outline, &outline->list[i], "lang");

		if (lang != NULL && *lang != '\0' && !is_language(lang))
			report_say(report, true, "language-wrong", &outline->list[i], lang, NULL);
	}
}

static bool
has_text(const xmlNode *node)
{
	const xmlNode *child;

	for (child = node->children; child != NULL; child = child->next)
		if (child->type == XML_TEXT_NODE && child->content != NULL && !is_blank((const char *)child->content))
			return true;
	return false;
}

static void
check_title(const struct outline *outline, struct report *report)
{
	unsigned at;

	for (at = 0; (at = outline_next(outline, at, TAG_TITLE)) != NONE; at++)
		if ((outline->list[at].flags & IN_SVG) == 0 && has_text(outline->list[at].node))
			return;
	report_say(report, true, "title-missing", NULL, NULL, NULL);
}

/* A viewport that forbids to enlarge. */
static void
check_viewport(const struct outline *outline, struct report *report)
{
	unsigned at;

	for (at = 0; (at = outline_next(outline, at, TAG_META)) != NONE; at++) {
		const char *content = outline_value(outline, &outline->list[at], "content");

		if (outline_has_word(outline, &outline->list[at], "name", "viewport") &&
		    (strcasestr(content, "user-scalable") != NULL || strcasestr(content, "maximum-scale") != NULL))
			report_say(report, true, "viewport-zoom", &outline->list[at], NULL, NULL);
	}
}

/* Headings */

static int
level_of(const struct outline *outline, const struct thing *thing)
{
	const char *level = outline_value(outline, thing, "aria-level");
	bool native = thing->element->tag == TAG_HEADING;

	if (native && outline_get(outline, thing, "role") == NULL)
		return thing->element->name[1] - '0';
	if (!outline_has_role(outline, thing, "heading"))
		return 0;
	return *level >= '1' && *level <= '9' ? (int)strtol(level, NULL, 10) : native ? thing->element->name[1] - '0' : 2;
}

static void
check_headings(const struct outline *outline, struct report *report)
{
	int last = 0, first = 0;
	size_t i;

	for (i = 0; i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];
		int level = is_away(thing) ? 0 : level_of(outline, thing);
		char from[16];

		if (level == 0)
			continue;
		first += level == 1;
		snprintf(from, sizeof from, "h%d", last);
		if (last != 0 && level > last + 1)
			report_say(report, true, "heading-order", thing, text_of(outline, thing), from);
		if (!sound_has_name(outline, thing))
			report_say(report, true, "heading-empty", thing, (const char *)thing->node->name, NULL);
		if (level == 1 && first == 2)
			report_say(report, true, "h1-twice", thing, text_of(outline, thing), NULL);
		last = level;
	}
}

/* Landmarks */

struct landmark { const char *role, *name; const struct thing *thing; };

static const char *
landmark_role(const struct outline *outline, const struct thing *thing)
{
	static const char *const roles[] = { "banner", "complementary", "contentinfo", "main", "navigation", "region", "search" };
	bool named = *outline_value(outline, thing, "aria-label") != '\0' || *outline_value(outline, thing, "aria-labelledby") != '\0';
	size_t i;

	for (i = 0; i < sizeof roles / sizeof roles[0]; i++)
		if (outline_has_role(outline, thing, roles[i]))
			return roles[i];
	if (outline_get(outline, thing, "role") != NULL)
		return NULL;
	switch (thing->element->tag) {
	case TAG_HEADER:
		return thing->sectioning == NONE ? "banner" : NULL;
	case TAG_FOOTER:
		return thing->sectioning == NONE ? "contentinfo" : NULL;
	case TAG_MAIN:
		return "main";
	case TAG_NAV:
		return "navigation";
	case TAG_ASIDE:
		return thing->sectioning == NONE || named ? "complementary" : NULL;
	case TAG_SECTION:
		return named ? "region" : NULL;
	case TAG_FORM:
		return named ? "form" : NULL;
	default:
		return NULL;
	}
}

static const char *
landmark_name(const struct outline *outline, const struct thing *thing)
{
	const char *ids = outline_value(outline, thing, "aria-labelledby");
	char *id = talloc_strndup(outline->owner, ids, strcspn(ids, " \t\r\n"));
	unsigned to = id == NULL || *id == '\0' ? NONE : outline_find(outline, id);

	return to != NONE ? text_of(outline, &outline->list[to]) : outline_value(outline, thing, "aria-label");
}

static int
by_role(const void *a, const void *b)
{
	const struct landmark *one = a, *other = b;
	int way = strcmp(one->role, other->role);

	way = way != 0 ? way : strcmp(one->name, other->name);
	return way != 0 ? way : one->thing < other->thing ? -1 : one->thing > other->thing;
}

static bool
is_only_one(const char *role)
{
	return strcmp(role, "main") == 0 || strcmp(role, "banner") == 0 || strcmp(role, "contentinfo") == 0;
}

static size_t
find_landmarks(const struct outline *outline, struct landmark *list)
{
	size_t i, count = 0;

	for (i = 0; i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];
		const char *role = is_away(thing) ? NULL : landmark_role(outline, thing);

		if (role != NULL)
			list[count++] = (struct landmark){ role, landmark_name(outline, thing), thing };
	}
	if (count > 0)
		qsort(list, count, sizeof list[0], by_role);
	return count;
}

static void
check_landmarks(const struct outline *outline, struct report *report)
{
	struct landmark *list = talloc_array(outline->owner, struct landmark, (unsigned)outline->count + 1);
	size_t i, count = list == NULL ? 0 : find_landmarks(outline, list);

	for (i = 1; i < count; i++) {
		if (strcmp(list[i].role, list[i - 1].role) != 0)
			continue;
		if (is_only_one(list[i].role))
			report_say(report, true, "landmark-twice", list[i].thing, list[i].role, NULL);
		else if (strcmp(list[i].name, list[i - 1].name) == 0)
			report_say(report, true, *list[i].name == '\0' ? "landmark-name" : "landmark-same-name", list[i].thing, list[i].role,
			    list[i].name);
	}
}

/* Fields, buttons, links, pictures */

/* Has a <label for> that leads to it, or stands in one, with words that are heard. */
static bool *
labelled_by_for(const struct outline *outline)
{
	bool *labelled = talloc_zero_array(outline->owner, bool, (unsigned)outline->count + 1);
	unsigned i;

	for (i = 0; labelled != NULL && (i = outline_next(outline, i, TAG_LABEL)) != NONE; i++) {
		const char *id = outline_get(outline, &outline->list[i], "for");
		unsigned to = id == NULL ? NONE : outline_find(outline, id);

		if (to != NONE && outline_heard(outline, &outline->list[i]).length > 0)
			labelled[to] = true;
	}
	return labelled;
}

static void
check_field(const struct outline *outline, const struct control *control, const bool *labelled, struct report *report)
{
	const struct thing *thing = control->thing;

	if (control->kind == CONTROL_HIDDEN || is_away(thing))
		return;
	if (control->kind == CONTROL_SUBMIT || control->kind == CONTROL_BUTTON) {
		if (!sound_has_name(outline, thing) && (thing->element->tag == TAG_BUTTON || strcmp(control->type, "submit") != 0 ||
		    outline_get(outline, thing, "value") != NULL))
			report_say(report, true, "button-name", thing, called(outline, thing), NULL);
		return;
	}
	if (!labelled[thing - outline->list] && !is_labelled(outline, thing) && strcmp(control->type, "image") != 0 &&
	    (thing->label == NONE || outline_heard(outline, &outline->list[thing->label]).length == 0))
		report_say(report, true, "field-label", thing, called(outline, thing), NULL);
}

/* Several radio buttons or boxes of one name answer one question: it must be asked. */
static void
check_group(const struct outline *outline, const struct controls *group, struct report *report)
{
	const struct thing *thing = group->list[0].thing;
	const struct thing *fieldset = thing->group == NONE ? NULL : &outline->list[thing->group];

	if (group->count < 2 || is_away(thing) || thing->element->tag != TAG_INPUT ||
	    (group->list[0].kind != CONTROL_ONE && group->list[0].kind != CONTROL_MANY))
		return;
	if (fieldset == NULL || (fieldset->element->tag != TAG_FIELDSET && !is_labelled(outline, fieldset)))
		report_say(report, true, "group-legend", thing, group->list[0].name, NULL);
}

static void
check_fields(const struct outline *outline, struct report *report)
{
	struct controls all, group;
	bool *labelled = labelled_by_for(outline);
	size_t i;

	if (labelled == NULL || !controls_find(outline, &all)) {
		report_say(report, true, "page-not-judged", NULL, NULL, NULL);
		return;
	}
	for (i = 0; i < all.count; i++)
		check_field(outline, &all.list[i], labelled, report);
	for (i = 0; i < all.count; i += group.count) {
		group = controls_of(&all, all.list[i].form, all.list[i].name);
		check_group(outline, &group, report);
	}
}

static void
check_legend(const struct outline *outline, const struct thing *thing, struct report *report)
{
	const struct thing *first = thing + 1;

	if (is_labelled(outline, thing))
		return;
	if (first >= outline->list + thing->end || first->element->tag != TAG_LEGEND || !sound_has_name(outline, first))
		report_say(report, true, "fieldset-legend", thing, called(outline, thing), NULL);
}

/* A drawing is named, or is none for those who listen. */
static void
check_drawing(const struct outline *outline, const struct thing *thing, struct report *report)
{
	if (!sound_has_name(outline, thing) && !outline_has_role(outline, thing, "presentation") && !outline_has_role(outline, thing, "none"))
		report_say(report, true, "svg-name", thing, called(outline, thing), NULL);
}

static void
check_names(const struct outline *outline, const struct thing *thing, struct report *report)
{
	switch (thing->element->tag) {
	case TAG_A:
		if (outline_get(outline, thing, "href") != NULL && !sound_has_name(outline, thing))
			report_say(report, true, "link-name", thing, called(outline, thing), NULL);
		break;
	case TAG_IMG:
		if (outline_get(outline, thing, "alt") == NULL && !is_labelled(outline, thing))
			report_say(report, true, "image-alt", thing, called(outline, thing), NULL);
		break;
	case TAG_INPUT:
		if (outline_has_word(outline, thing, "type", "image") && !sound_has_name(outline, thing))
			report_say(report, true, "image-alt", thing, called(outline, thing), NULL);
		break;
	case TAG_SVG:
		if ((thing->flags & IN_SVG) == 0)
			check_drawing(outline, thing, report);
		break;
	case TAG_FIELDSET:
		check_legend(outline, thing, report);
		break;
	case TAG_METER:
		if (!is_labelled(outline, thing) && thing->label == NONE)
			report_say(report, true, "field-label", thing, called(outline, thing), NULL);
		break;
	case TAG_MEDIA:
		if (outline_get(outline, thing, "autoplay") != NULL)
			report_say(report, true, "media-plays", thing, (const char *)thing->node->name, NULL);
		break;
	default:
		if (outline_has_role(outline, thing, "img") && !sound_has_name(outline, thing))
			report_say(report, true, "image-alt", thing, called(outline, thing), NULL);
		break;
	}
}

/* What the keyboard reaches must be heard, in the order in which it stands. */
static void
check_focus(const struct outline *outline, const struct thing *thing, struct report *report)
{
	const char *tabindex = outline_value(outline, thing, "tabindex");
	enum tag tag = thing->element->tag;
	bool reached = tag == TAG_BUTTON || tag == TAG_SELECT || tag == TAG_TEXTAREA || tag == TAG_INPUT ||
	    (tag == TAG_A && outline_get(outline, thing, "href") != NULL);

	if (strtol(tabindex, NULL, 10) > 0)
		report_say(report, true, "tabindex", thing, called(outline, thing), NULL);
	if ((reached || *tabindex == '0') && (thing->flags & (UNHEARD | HIDDEN | DISABLED)) == UNHEARD && *tabindex != '-')
		report_say(report, true, "focus-unheard", thing, called(outline, thing), NULL);
}

/* Ids and what leads to them */

static void
check_ids(const struct outline *outline, struct report *report)
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

static void
check_references(const struct outline *outline, const struct thing *thing, struct report *report)
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

static void
check_aria(const struct outline *outline, const struct thing *thing, struct report *report)
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

void
sound_check(const struct outline *outline, struct report *report)
{
	size_t i;

	check_language(outline, report);
	check_title(outline, report);
	check_viewport(outline, report);
	check_headings(outline, report);
	check_landmarks(outline, report);
	check_fields(outline, report);
	check_ids(outline, report);
	for (i = 0; i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];

		if (!is_away(thing))
			check_names(outline, thing, report);
		if (thing->node->properties == NULL)
			continue;
		check_focus(outline, thing, report);
		check_references(outline, thing, report);
		check_aria(outline, thing, report);
	}
}
