/* The facts of a page: values that the shipped sheet shows; each is changed in turn to see who shows the change. */
#include <string.h>
#include <talloc.h>

#include "xml/gate/facts_parts.h"
#include "xml/gate/judge.h"
#include "xml/gate/judge_parts.h"
#include "xml/node.h"

enum { SPOTS_MAX = 300, WAYS = 3 };

struct search {
	void *owner;
	xmlDoc *page;
	xmlNode *content;
	xmlDoc *(*render)(void *data, xmlDoc *page, bool layer);
	void *data;
	char *shipped, *layer;	/* what each shows of the unchanged page */
	char **kinds;		/* "list/course@state" of every value that was tried */
	size_t kind_count, tried;
	struct facts *facts;
};

/* What a rendering of the page as it is now shows; NULL when there is none. */
static char *
shown(const struct search *search, bool layer)
{
	xmlDoc *result = search->render(search->data, search->page, layer);
	char *text = result == NULL ? NULL : visible_text(search->owner, result);

	xmlFreeDoc(result);
	return text;
}

/* Is what is shown now other than text?  A page that cannot be rendered shows nothing. */
static bool
is_shown(const struct search *search, bool layer)
{
	char *now = shown(search, layer);
	bool other = now != NULL && strcmp(now, layer ? search->layer : search->shipped) != 0;

	talloc_free(now);
	return other;
}

/* Looking at one value */

/* Where an attribute stood among the others. */
struct gap { xmlAttr *before, *after; };

static struct gap
take_out(const struct spot *spot)
{
	struct gap gap = { spot->attr->prev, spot->attr->next };

	if (gap.before == NULL)
		spot->element->properties = gap.after;
	else
		gap.before->next = gap.after;
	if (gap.after != NULL)
		gap.after->prev = gap.before;
	return gap;
}

static void
put_back(const struct spot *spot, struct gap gap)
{
	if (gap.before == NULL)
		spot->element->properties = spot->attr;
	else
		gap.before->next = spot->attr;
	if (gap.after != NULL)
		gap.after->prev = spot->attr;
}

/* The shipped sheet shows the page as it is now in another way, and the layer does not. */
static void
compare(const struct search *search, bool *shipped, bool *layer)
{
	*shipped = is_shown(search, false);
	*layer = *shipped && is_shown(search, true);
}

/* Whether the value is shown; changed in one way after the other until the shipped sheet shows the change. */
static void
try(const struct search *search, const struct spot *spot, bool *shipped, bool *layer)
{
	xmlChar *old = spot->text->content;
	int way;

	*shipped = *layer = false;
	for (way = 0; way < WAYS && !*shipped; way++) {
		char *value = facts_other_value(search->owner, search->content, spot, (const char *)old, way);

		if (value != NULL) {
			spot->text->content = BAD_CAST value;
			compare(search, shipped, layer);
			spot->text->content = old;
		} else if (way == WAYS - 1 && spot->attr != NULL) {
			struct gap gap = take_out(spot);

			compare(search, shipped, layer);
			put_back(spot, gap);
		}
		talloc_free(value);
	}
}

/* Paths */

/* Its place among the siblings of its name, from 1, and how many there are. */
static unsigned
place_of(const xmlNode *node, unsigned *total)
{
	const xmlNode *other = node->parent->children;
	unsigned place = 0;

	for (*total = 0; other != NULL; other = other->next) {
		if (!node_is(other, (const char *)node->name))
			continue;
		++*total;
		if (other == node)
			place = *total;
	}
	return place;
}

static char *
path_of(const struct search *search, const struct spot *spot)
{
	const xmlNode *node;
	char *path = spot->attr == NULL ? talloc_strdup(search->owner, "") : talloc_asprintf(search->owner, "/@%s", spot->attr->name);

	for (node = spot->element; path != NULL && node != search->content; node = node->parent) {
		unsigned total, place = place_of(node, &total);
		char *longer = total > 1 ? talloc_asprintf(search->owner, "/%s[%u]%s", node->name, place, path) :
		    talloc_asprintf(search->owner, "/%s%s", node->name, path);

		talloc_free(path);
		path = longer;
	}
	return path;
}

static void
add_fact(const struct search *search, const struct spot *spot)
{
	struct facts *facts = search->facts;
	struct fact *list = talloc_realloc(facts->owner, facts->list, struct fact, (unsigned)facts->count + 1);
	char *path = path_of(search, spot);

	if (list != NULL && path != NULL) {
		facts->list = list;
		list[facts->count++] = (struct fact){ .path = talloc_strdup(facts->owner, path + 1),
		    .element = talloc_strdup(facts->owner, (const char *)spot->element->name),
		    .name = spot->attr == NULL ? NULL : talloc_strdup(facts->owner, (const char *)spot->attr->name),
		    .value = talloc_strdup(facts->owner, (const char *)spot->text->content) };
	}
	talloc_free(path);
}

/* Which values are looked at */

static bool
is_one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(name, *names) == 0)
			return true;
	return false;
}

/* Elements that say what a page can do, not what is the case. */
static bool
is_machinery(const xmlNode *node)
{
	static const char *const names[] = { "breadcrumbs", "once", "submit", "tabs", "token", NULL };

	return is_one_of((const char *)node->name, names);
}

static bool
is_data(const struct spot *spot)
{
	static const char *const never[] = { "accept", "action", "enctype", "href", "limit", "method", "offset", "revision", "sort", NULL };
	static const char *const named[] = { "choice", "error", "field", "form", "item", "list", "step", NULL };
	static const char *const bare[] = { "choice", "field", "form", NULL };
	const char *element = (const char *)spot->element->name;

	if (*spot->text->content == '\0' || (spot->attr == NULL && is_blank((const char *)spot->text->content)))
		return false;
	if (spot->attr == NULL)
		return true;
	if (is_one_of((const char *)spot->attr->name, never) || is_one_of(element, bare))
		return false;
	return !is_one_of(element, named) || strcmp((const char *)spot->attr->name, "name") != 0;
}

/* Rows are alike: the first, one between and the last of those of a name stand for all. */
static bool
is_picked(const struct search *search, const xmlNode *node)
{
	unsigned total, place;

	for (; node != search->content; node = node->parent) {
		place = place_of(node, &total);
		if (place != 1 && place != total && place != (total + 1) / 2)
			return false;
	}
	return true;
}

/* Was a value of this kind tried?  Remembers that it was. */
static bool
is_known_kind(struct search *search, const struct spot *spot)
{
	char *kind = talloc_asprintf(search->owner, "%s/%s@%s", spot->element->parent->name, spot->element->name,
	    spot->attr == NULL ? "" : (const char *)spot->attr->name);
	char **kinds;
	size_t i;

	for (i = 0; kind != NULL && i < search->kind_count; i++)
		if (strcmp(search->kinds[i], kind) == 0) {
			talloc_free(kind);
			return true;
		}
	kinds = talloc_realloc(search->owner, search->kinds, char *, (unsigned)search->kind_count + 1);
	if (kinds != NULL && kind != NULL) {
		search->kinds = kinds;
		kinds[search->kind_count++] = kind;
	}
	return false;
}

static void
look_at(struct search *search, const struct spot *spot, bool picked)
{
	bool shipped, layer, known;

	if (spot->text == NULL || spot->text->type != XML_TEXT_NODE || spot->text->next != NULL || spot->text->content == NULL || !is_data(spot))
		return;
	known = is_known_kind(search, spot);
	if (known && !picked)
		return;
	if (search->tried++ >= SPOTS_MAX) {
		search->facts->left_out++;
		return;
	}
	try(search, spot, &shipped, &layer);
	if (shipped && !layer)
		add_fact(search, spot);
}

static void
look_at_element(struct search *search, xmlNode *element)
{
	const bool picked = is_picked(search, element);
	xmlAttr *attr, *next;

	for (attr = element->properties; attr != NULL; attr = next) {
		next = attr->next;
		look_at(search, &(struct spot){ element, attr, attr->children }, picked);
	}
	look_at(search, &(struct spot){ element, NULL, element->children }, picked);
}

xmlNode *
facts_next_element(const xmlNode *content, xmlNode *node, bool down)
{
	xmlNode *found = down ? node_child(node, NULL) : NULL;

	while (found == NULL && node != content) {
		found = node_next(node, NULL);
		node = node->parent;
	}
	return found;
}

bool
judge_facts(xmlDoc *page, xmlDoc *(*render)(void *data, xmlDoc *page, bool layer), void *data, struct facts *facts)
{
	struct search search = { .owner = talloc_new(NULL), .page = page, .render = render, .data = data, .facts = facts };
	bool fine = false;
	xmlNode *node;

	search.content = node_child(xmlDocGetRootElement(page), "content");
	if (search.owner != NULL && search.content != NULL) {
		search.shipped = shown(&search, false);
		search.layer = search.shipped == NULL ? NULL : shown(&search, true);
		fine = search.layer != NULL;
	}
	for (node = fine ? facts_next_element(search.content, search.content, true) : NULL; node != NULL;) {
		if (!is_machinery(node))
			look_at_element(&search, node);
		node = facts_next_element(search.content, node, !is_machinery(node));
	}
	talloc_free(search.owner);
	return fine;
}
