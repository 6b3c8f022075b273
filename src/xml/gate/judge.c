#include "xml/gate/judge.h"

#include <string.h>
#include <talloc.h>

#include "xml/gate/judge_parts.h"

/* More than the list can tell of would only cost time. */
static bool
is_full(const struct findings *findings)
{
	return findings->count == FINDINGS_MAX && findings->list[FINDINGS_MAX - 1].refuses;
}

void
report_say(struct report *report, bool refuses, const char *key, const struct thing *at, const char *name, const char *where)
{
	if (is_full(report->findings))
		return;
	findings_add(report->findings, &(struct finding){ .line = at != NULL && report->lines ? (int)xmlGetLineNo(at->node) : 0,
	    .refuses = refuses, .key = key, .name = name, .where = where, .page = report->page });
}

unsigned
newly_hidden(const struct thing *shipped, const struct thing *layer)
{
	return layer->flags & ~shipped->flags & (HIDDEN | UNHEARD | UNSEEN);
}

static bool
is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool
is_among(const struct findings *findings, const struct finding *one)
{
	size_t i;

	for (i = 0; i < findings->count; i++)
		if (strcmp(findings->list[i].key, one->key) == 0 && is_same(findings->list[i].name, one->name) &&
		    is_same(findings->list[i].where, one->where))
			return true;
	return false;
}

static void
look(const struct outline *outline, struct report *report)
{
	safe_check(outline, report);
	sound_check(outline, report);
	place_check(outline, report);
	table_check(outline, report);
}

/* What is wrong in the layer's result and not in the shipped one. */
static void
look_at_both(const void *owner, const struct outline *shipped, const struct outline *layer, struct report *report)
{
	struct findings old = { .owner = owner }, new = { .owner = owner };
	size_t i;

	look(shipped, &(struct report){ .findings = &old });
	look(layer, &(struct report){ .findings = &new, .lines = report->lines });
	for (i = 0; i < new.count; i++) {
		new.list[i].page = report->page;
		if (!is_among(&old, &new.list[i]))
			findings_add(report->findings, &new.list[i]);
	}
}

void
judge_result(const xmlDoc *shipped, const xmlDoc *layer, const char *page, struct findings *findings)
{
	void *owner = talloc_new(NULL);
	struct outline *a = owner == NULL ? NULL : outline_make(owner, shipped);
	struct outline *b = a == NULL ? NULL : outline_make(owner, layer);
	struct report report = { .findings = findings, .page = page };

	if (b == NULL) {
		report_say(&report, true, "page-not-judged", NULL, NULL, NULL);
	} else {
		report.lines = !a->has_lines;
		keep_forms(a, b, &report);
		keep_notices(a, b, &report);
		keep_frame(a, b, &report);
		look_at_both(owner, a, b, &report);
	}
	talloc_free(owner);
}

void
judge_forget_lines(xmlDoc *sheet)
{
	xmlNode *node = (xmlNode *)sheet, *top = node;

	while (node != NULL) {
		if (node->type == XML_ELEMENT_NODE)
			node->line = 0;
		if (node->children != NULL && (node->type == XML_ELEMENT_NODE || node == top)) {
			node = node->children;
			continue;
		}
		while (node != top && node->next == NULL)
			node = node->parent;
		node = node == top ? NULL : node->next;
	}
}
