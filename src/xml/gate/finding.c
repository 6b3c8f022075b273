#include "xml/gate/finding.h"

#include <string.h>
#include <talloc.h>

#include "base/text.h"

/* text, cut to FINDING_TEXT_MAX bytes where a character ends; NULL stays NULL. */
static const char *
cut(struct findings *findings, const char *text)
{
	if (text == NULL)
		return NULL;
	return talloc_strndup(findings->owner, text, text_cut(text, strnlen(text, FINDING_TEXT_MAX + 1), FINDING_TEXT_MAX));
}

static bool
is_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strncmp(a, b, FINDING_TEXT_MAX - 4) == 0;
}

static bool
is_there(const struct findings *findings, const struct finding *one)
{
	size_t i;

	for (i = 0; i < findings->count; i++) {
		const struct finding *other = &findings->list[i];

		if (other->line == one->line && other->column == one->column && strcmp(other->key, one->key) == 0 &&
		    is_same(other->name, one->name) && is_same(other->where, one->where))
			return true;
	}
	return false;
}

/* A list that cannot be told of any more refuses by its last entry. */
void
findings_add(struct findings *findings, const struct finding *one)
{
	struct finding *list;

	if (is_there(findings, one))
		return;
	if (findings->count == FINDINGS_MAX) {
		findings->list[FINDINGS_MAX - 1].refuses |= one->refuses;
		return;
	}
	list = talloc_realloc(findings->owner, findings->list, struct finding, (unsigned)findings->count + 1);
	if (list == NULL) {
		if (findings->count > 0)
			findings->list[findings->count - 1].refuses = true;
		return;
	}
	findings->list = list;
	list[findings->count++] = (struct finding){ .line = one->line, .column = one->column, .refuses = one->refuses,
	    .key = cut(findings, one->key), .name = cut(findings, one->name), .nearest = cut(findings, one->nearest),
	    .where = cut(findings, one->where), .page = cut(findings, one->page) };
}

bool
findings_refuse(const struct findings *findings)
{
	size_t i;

	for (i = 0; i < findings->count; i++)
		if (findings->list[i].refuses)
			return true;
	return false;
}

static bool
comes_before(const struct finding *a, const struct finding *b)
{
	if (a->line == 0 || b->line == 0)
		return a->line != 0 && b->line == 0;
	return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* Insertion keeps the order of equals, and the list is short. */
void
findings_sort(struct findings *findings)
{
	size_t i, j;

	for (i = 1; i < findings->count; i++) {
		struct finding one = findings->list[i];

		for (j = i; j > 0 && comes_before(&one, &findings->list[j - 1]); j--)
			findings->list[j] = findings->list[j - 1];
		findings->list[j] = one;
	}
}
