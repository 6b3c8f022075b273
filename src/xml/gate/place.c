/* Elements where a browser would not leave them: it would make another tree than the one that was judged. */
#include <string.h>
#include <strings.h>

#include "xml/gate/judge_parts.h"

/* Where alone an element may stand. */
static bool
may_stand_in(enum tag tag, enum tag parent)
{
	switch (tag) {
	case TAG_LI:
		return parent == TAG_UL || parent == TAG_OL;
	case TAG_DT:
	case TAG_DD:
		return parent == TAG_DL || parent == TAG_DIV;
	case TAG_CAPTION:
	case TAG_COLGROUP:
	case TAG_THEAD:
	case TAG_TBODY:
		return parent == TAG_TABLE;
	case TAG_COL:
		return parent == TAG_COLGROUP;
	case TAG_TR:
		return parent == TAG_TABLE || parent == TAG_THEAD || parent == TAG_TBODY;
	case TAG_TD:
	case TAG_TH:
		return parent == TAG_TR;
	case TAG_OPTION:
		return parent == TAG_SELECT || parent == TAG_OPTGROUP || parent == TAG_DATALIST;
	case TAG_OPTGROUP:
		return parent == TAG_SELECT;
	case TAG_LEGEND:
		return parent == TAG_FIELDSET;
	case TAG_SUMMARY:
		return parent == TAG_DETAILS;
	case TAG_HEAD:
	case TAG_BODY:
		return parent == TAG_HTML;
	case TAG_TITLE:
		return parent == TAG_HEAD;
	default:
		return true;
	}
}

/* What alone an element may hold. */
static bool
may_hold(enum tag parent, const struct element *child)
{
	enum tag tag = child->tag;

	switch (parent) {
	case TAG_UL:
	case TAG_OL:
		return tag == TAG_LI;
	case TAG_DL:
		return tag == TAG_DT || tag == TAG_DD || tag == TAG_DIV;
	case TAG_TABLE:
		return tag == TAG_CAPTION || tag == TAG_COLGROUP || tag == TAG_THEAD || tag == TAG_TBODY || tag == TAG_TR;
	case TAG_THEAD:
	case TAG_TBODY:
		return tag == TAG_TR;
	case TAG_TR:
		return tag == TAG_TD || tag == TAG_TH;
	case TAG_COLGROUP:
		return tag == TAG_COL;
	case TAG_SELECT:
		return tag == TAG_OPTION || tag == TAG_OPTGROUP || (child->name != NULL && strcmp(child->name, "hr") == 0);
	case TAG_OPTGROUP:
		return tag == TAG_OPTION;
	case TAG_HEAD:
		return (child->is & (IS_HEAD | IS_BANNED)) != 0;
	case TAG_HTML:
		return tag == TAG_HEAD || tag == TAG_BODY;
	default:
		return true;
	}
}

/* In the groups of a <dl> as in the list itself: other elements there belong to no term. */
static bool
is_pair(const struct outline *outline, const struct thing *thing)
{
	const struct thing *parent = &outline->list[thing->parent];
	bool grouped = parent->element->tag == TAG_DIV && parent->parent != NONE && outline->list[parent->parent].element->tag == TAG_DL;

	if (thing->element->tag == TAG_DT || thing->element->tag == TAG_DD)
		return parent->element->tag == TAG_DL || grouped;
	return !grouped;
}

static bool
is_clickable(const struct outline *outline, const struct thing *thing)
{
	switch (thing->element->tag) {
	case TAG_A:
		return outline_has(thing, "href");
	case TAG_INPUT:
		return !outline_has_word(outline, thing, "type", "hidden");
	case TAG_BUTTON:
	case TAG_SELECT:
	case TAG_TEXTAREA:
	case TAG_LABEL:
	case TAG_DETAILS:
		return true;
	default:
		return false;
	}
}

static const char *
name_of(const struct thing *thing)
{
	return (const char *)thing->node->name;
}

static void
check_parent(const struct outline *outline, const struct thing *thing, struct report *report)
{
	const struct thing *parent = &outline->list[thing->parent];

	if (thing->flags & IN_SVG) {
		if (element_find(name_of(thing))->is & IS_BLOCK)
			report_say(report, true, "element-place", thing, name_of(thing), "svg");
		return;
	}
	if (!may_stand_in(thing->element->tag, parent->element->tag) || !may_hold(parent->element->tag, thing->element) ||
	    !is_pair(outline, thing) || parent->element->is & (IS_VOID | IS_TEXT_ONLY))
		report_say(report, true, "element-place", thing, name_of(thing), name_of(parent));
	else if (thing->element->tag == TAG_HEADING && parent->element->tag == TAG_HEADING)
		report_say(report, true, "element-place", thing, name_of(thing), name_of(parent));
	else if (thing->p != NONE && thing->element->is & ENDS_P)
		report_say(report, true, "element-place", thing, name_of(thing), "p");
}

static void
check_inside(const struct outline *outline, const struct thing *thing, struct report *report)
{
	if (thing->clickable != NONE && is_clickable(outline, thing))
		report_say(report, true, "clickable-in-clickable", thing, name_of(thing), name_of(&outline->list[thing->clickable]));
	if (thing->element->tag == TAG_LABEL && thing->label != NONE)
		report_say(report, true, "clickable-in-clickable", thing, name_of(thing), "label");
}

/* Text where only elements may be: a browser puts it in front of the table. */
static void
check_text(const struct thing *thing, struct report *report)
{
	const xmlNode *child;
	enum tag tag = thing->element->tag;
	bool only_elements = tag == TAG_TABLE || tag == TAG_THEAD || tag == TAG_TBODY || tag == TAG_TR || tag == TAG_COLGROUP ||
	    tag == TAG_UL || tag == TAG_OL || tag == TAG_DL || tag == TAG_HEAD || tag == TAG_HTML;

	if (!only_elements && (thing->element->is & IS_VOID) == 0)
		return;
	for (child = thing->node->children; child != NULL; child = child->next)
		if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL &&
		    ((thing->element->is & IS_VOID) != 0 || !is_blank((const char *)child->content))) {
			report_say(report, true, "text-place", thing, name_of(thing), NULL);
			return;
		}
}

/* A misspelt element: browsers take it for a <span>. */
static void
check_known(const struct thing *thing, struct report *report)
{
	if (thing->element->name == NULL && (thing->flags & IN_SVG) == 0 && strchr(name_of(thing), '-') == NULL)
		report_say(report, false, "element-unknown", thing, name_of(thing), NULL);
}

void
place_check(const struct outline *outline, struct report *report)
{
	size_t i;

	for (i = 0; i < outline->count; i++) {
		const struct thing *thing = &outline->list[i];

		if (thing->parent == NONE) {
			if (thing->element->tag != TAG_HTML)
				report_say(report, true, "element-place", thing, name_of(thing), "html");
		} else {
			check_parent(outline, thing, report);
		}
		check_inside(outline, thing, report);
		check_text(thing, report);
		check_known(thing, report);
	}
}
