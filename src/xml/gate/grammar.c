#include <string.h>
#include <talloc.h>

#include "xml/gate/contract.h"
#include "xml/node.h"

enum { GRAMMAR_MAX = 4 * 1024 * 1024, DEFINES_MAX = 1024 };

void
bits_join(struct bits *into, const struct bits *from)
{
	size_t i;

	for (i = 0; i < sizeof into->word / sizeof into->word[0]; i++)
		into->word[i] |= from->word[i];
}

void
bits_keep(struct bits *in, const struct bits *only)
{
	size_t i;

	for (i = 0; i < sizeof in->word / sizeof in->word[0]; i++)
		in->word[i] &= only->word[i];
}

bool
bits_empty(const struct bits *bits)
{
	return !bits_meet(bits, bits);
}

bool
bits_meet(const struct bits *a, const struct bits *b)
{
	size_t i;

	for (i = 0; i < sizeof a->word / sizeof a->word[0]; i++)
		if ((a->word[i] & b->word[i]) != 0)
			return true;
	return false;
}

bool
nodes_meet(const struct nodes *a, const struct nodes *b)
{
	return a->unknown || b->unknown || (a->text && b->text) || bits_meet(&a->kinds, &b->kinds) ||
	    (bits_meet(&a->owners, &b->owners) && bits_meet(&a->fields, &b->fields));
}

void
nodes_join(struct nodes *into, const struct nodes *from)
{
	into->unknown |= from->unknown;
	into->kept &= from->kept;
	into->rooted &= from->rooted;
	into->text |= from->text;
	bits_join(&into->kinds, &from->kinds);
	bits_join(&into->owners, &from->owners);
	bits_join(&into->fields, &from->fields);
}

/* The grammar while it is read: each element stands at the index of its kind. */
struct reading {
	struct contract *contract;
	const xmlNode *elements[KINDS_MAX];
	const xmlNode *defines[DEFINES_MAX];
	size_t define_count;
	bool full;
};

/* Elements and definitions, wherever they stand. */
static void
gather(struct reading *reading, const xmlNode *node)
{
	struct contract *contract = reading->contract;
	const xmlNode *child;

	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL)) {
		if (node_is(child, "element") && node_get(child, "name") != NULL) {
			if (contract->kind_count == KINDS_MAX)
				reading->full = true;
			else
				reading->elements[contract->kind_count++] = child;
		} else if (node_is(child, "define")) {
			if (reading->define_count == DEFINES_MAX)
				reading->full = true;
			else
				reading->defines[reading->define_count++] = child;
		}
		gather(reading, child);
	}
}

static size_t
field_number(struct reading *reading, const char *name)
{
	struct contract *contract = reading->contract;
	size_t i;

	for (i = 0; i < contract->field_count; i++)
		if (strcmp(contract->fields[i], name) == 0)
			return i;
	if (contract->field_count == FIELDS_MAX) {
		reading->full = true;
		return 0;
	}
	contract->fields[contract->field_count] = talloc_strdup(contract, name);
	return contract->field_count++;
}

static void
take_attribute(struct reading *reading, struct kind *kind, const xmlNode *node)
{
	const xmlNode *type = node_child(node, "ref");
	const char *name = node_get(node, "name"), *ref = node_get(type, "name");
	size_t field;

	if (name == NULL)
		return;
	field = field_number(reading, name);
	bits_set(&kind->fields, field);
	if (ref != NULL && strcmp(ref, "address") == 0)
		bits_set(&kind->addresses, field);
}

static void take_content(struct reading *reading, size_t kind, const xmlNode *node, bool *visited);

static void
take_refs(struct reading *reading, size_t kind, const char *name, bool *visited)
{
	size_t i;

	for (i = 0; name != NULL && i < reading->define_count; i++) {
		const char *other = node_get(reading->defines[i], "name");

		if (visited[i] || other == NULL || strcmp(other, name) != 0)
			continue;
		visited[i] = true;
		take_content(reading, kind, reading->defines[i], visited);
	}
}

/* What may stand in a kind, followed through definitions, not into its child elements. */
static void
take_content(struct reading *reading, size_t kind, const xmlNode *node, bool *visited)
{
	struct kind *own = &reading->contract->kinds[kind];
	const xmlNode *child;
	size_t i;

	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL)) {
		if (node_is(child, "attribute")) {
			take_attribute(reading, own, child);
		} else if (node_is(child, "element")) {
			for (i = 0; i < reading->contract->kind_count; i++)
				if (reading->elements[i] == child)
					bits_set(&own->children, i);
		} else if (node_is(child, "ref")) {
			take_refs(reading, kind, node_get(child, "name"), visited);
		} else {
			own->text |= node_is(child, "text") || node_is(child, "data") || node_is(child, "value");
			take_content(reading, kind, child, visited);
		}
	}
}

/* Who stands below and above whom, at any depth. */
static void
close_relations(struct contract *contract)
{
	size_t i, j, n = contract->kind_count;

	for (i = 0; i < n; i++)
		contract->kinds[i].below = contract->kinds[i].children;
	for (j = 0; j < n; j++)
		for (i = 0; i < n; i++)
			if (bits_has(&contract->kinds[i].below, j))
				bits_join(&contract->kinds[i].below, &contract->kinds[j].below);
	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++) {
			if (bits_has(&contract->kinds[i].children, j))
				bits_set(&contract->kinds[j].parents, i);
			if (bits_has(&contract->kinds[i].below, j))
				bits_set(&contract->kinds[j].above, i);
		}
}

static void
take_kinds(struct reading *reading, const xmlNode *grammar)
{
	struct contract *contract = reading->contract;
	bool visited[DEFINES_MAX];
	size_t i;

	for (i = 0; i < contract->kind_count; i++) {
		const xmlNode *element = i == KIND_ROOT ? node_child(grammar, "start") : reading->elements[i];

		memset(visited, 0, sizeof visited);
		contract->kinds[i].name = talloc_strdup(contract, i == KIND_ROOT ? "/" : node_get(element, "name"));
		take_content(reading, i, element, visited);
	}
	close_relations(contract);
}

enum fail
grammar_read(struct contract *contract, const char *dir)
{
	struct reading *reading = talloc_zero(contract, struct reading);
	char *path = talloc_asprintf(contract, "%s/schema/page.rng", dir), *error = NULL;
	enum fail f = FAIL_NONE;
	xmlDoc *doc;

	if (reading == NULL || path == NULL)
		return fail_log(FAIL_BROKEN, "gate: out of memory");
	doc = node_read(reading, path, GRAMMAR_MAX, &error);
	if (doc == NULL) {
		f = fail_log(FAIL_BROKEN, "gate: %s: %s", path, error);
		goto done;
	}
	reading->contract = contract;
	contract->kind_count = KIND_ROOT + 1;
	gather(reading, xmlDocGetRootElement(doc));
	contract->kinds = talloc_zero_array(contract, struct kind, (unsigned)contract->kind_count);
	contract->fields = talloc_zero_array(contract, const char *, FIELDS_MAX);
	if (contract->kinds == NULL || contract->fields == NULL)
		f = fail_log(FAIL_BROKEN, "gate: out of memory");
	else
		take_kinds(reading, xmlDocGetRootElement(doc));
	if (reading->full || contract->kind_count < 2)
		f = fail_log(FAIL_BROKEN, "gate: %s: more elements or attributes than can be kept, or none", path);
done:
	xmlFreeDoc(doc);
	talloc_free(reading);
	talloc_free(path);
	return f;
}
