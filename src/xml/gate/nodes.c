#include "xml/gate/expression_parts.h"

#include <stdio.h>
#include <string.h>

#include "xml/functions.h"
#include "xml/gate/finding.h"
#include "xml/gate/nearest.h"
#include "xml/gate/words.h"
#include "xml/node.h"

struct bits
nodes_kinds_named(const struct contract *contract, const char *name, size_t length)
{
	struct bits kinds = { { 0 } };
	size_t i;

	for (i = KIND_ROOT + 1; i < contract->kind_count; i++)
		if (words_same(name, length, contract->kinds[i].name))
			bits_set(&kinds, i);
	return kinds;
}

size_t
nodes_field_named(const struct contract *contract, const char *name, size_t length)
{
	size_t i;

	for (i = 0; i < contract->field_count; i++)
		if (words_same(name, length, contract->fields[i]))
			break;
	return i;
}

struct bits
nodes_related(const struct contract *contract, const struct bits *of, size_t offset)
{
	struct bits all = { { 0 } };
	size_t i;

	for (i = 0; i < contract->kind_count; i++)
		if (bits_has(of, i))
			bits_join(&all, (const struct bits *)(const void *)((const char *)&contract->kinds[i] + offset));
	return all;
}

static bool
has_text(const struct contract *contract, const struct bits *kinds)
{
	size_t i;

	for (i = 0; i < contract->kind_count; i++)
		if (bits_has(kinds, i) && contract->kinds[i].text)
			return true;
	return false;
}

struct nodes
nodes_unknown(void)
{
	return (struct nodes){ .unknown = true };
}

struct nodes
nodes_everything(const struct contract *contract)
{
	struct nodes all = { .text = true };
	size_t i;

	for (i = 0; i < contract->kind_count; i++)
		bits_set(&all.kinds, i);
	return all;
}

void
nodes_names(const struct contract *contract, const struct bits *kinds, char *out, size_t room)
{
	const char *last = NULL;
	size_t i, j, n = 0, length = 0;

	out[0] = '\0';
	for (i = 0; i < contract->kind_count && n <= 3; i++) {
		for (j = 0; j < i; j++)
			if (bits_has(kinds, j) && strcmp(contract->kinds[j].name, contract->kinds[i].name) == 0)
				break;
		if (!bits_has(kinds, i) || j < i)
			continue;
		last = n == 3 ? "..." : contract->kinds[i].name;
		length += (size_t)snprintf(out + length, room - length, "%s%s", n == 0 ? "" : ", ", last);
		if (length >= room)
			return;
		n++;
	}
}

struct nodes
nodes_along(const struct contract *contract, const struct nodes *from, enum axis axis)
{
	struct nodes to = { .unknown = from->unknown, .kept = from->kept };
	struct bits up;

	switch (axis) {
	case AXIS_CHILD:
		to.kinds = NODES_RELATED(contract, &from->kinds, children);
		to.text = has_text(contract, &from->kinds);
		break;
	case AXIS_ATTRIBUTE:
		to.owners = from->kinds;
		to.fields = NODES_RELATED(contract, &from->kinds, fields);
		break;
	case AXIS_SELF:
		to = *from;
		break;
	case AXIS_PARENT:
		to.kinds = NODES_RELATED(contract, &from->kinds, parents);
		bits_join(&to.kinds, &from->owners);
		to.unknown |= from->text;
		break;
	case AXIS_BELOW_OR_SELF:
	case AXIS_BELOW:
		to.kinds = NODES_RELATED(contract, &from->kinds, below);
		to.text = true;
		break;
	case AXIS_ABOVE_OR_SELF:
	case AXIS_ABOVE:
		to.kinds = NODES_RELATED(contract, &from->kinds, above);
		up = NODES_RELATED(contract, &from->owners, above);
		bits_join(&to.kinds, &up);
		bits_join(&to.kinds, &from->owners);
		to.unknown |= from->text;
		break;
	case AXIS_BESIDE:
		up = NODES_RELATED(contract, &from->kinds, parents);
		to.kinds = NODES_RELATED(contract, &up, children);
		to.text = true;
		to.unknown |= from->text;
		break;
	case AXIS_ANYWHERE:
		to = nodes_everything(contract);
		break;
	case AXIS_NAMESPACE:
		to = nodes_unknown();
		break;
	}
	if (axis == AXIS_BELOW_OR_SELF || axis == AXIS_ABOVE_OR_SELF)
		nodes_join(&to, from);
	return to;
}
