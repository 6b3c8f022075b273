/* Names that an instruction uses or gives: modes, templates, sets, variables and parameters. */
#include <libxml/tree.h>
#include <string.h>
#include <talloc.h>

#include "xml/gate/instruction_parts.h"
#include "xml/gate/nearest.h"
#include "xml/node.h"

/* What the base gives its stylesheets; a layer that made another of it would send pages' links elsewhere. */
static const char reserved[] = "base demo look site static version";

/* A name that neither the contract nor the layer has. */
static void
say_unknown(struct source *source, const struct attribute *attribute, const char *key, const struct knowns *known, const struct knowns *own)
{
	struct nearest nearest = nearest_to(attribute->value, attribute->length);
	size_t i;

	for (i = 0; i < known->count; i++)
		nearest_try(&nearest, known->list[i].name);
	for (i = 0; i < own->count; i++)
		nearest_try(&nearest, own->list[i].name);
	source_say(source, &(struct saying){ .key = key, .refuses = true, .at = attribute->place->value, .name = attribute->value,
	    .nearest = nearest.best });
}

void
instruction_check_name(struct source *source, const struct attribute *attribute, const char *key, const struct knowns *known,
    const struct knowns *own)
{
	if (knowns_find(known, attribute->value) == NULL && knowns_find(own, attribute->value) == NULL)
		say_unknown(source, attribute, key, known, own);
}

void
instruction_check_mode(struct source *source, const struct here *here, const struct attribute *mode, const struct nodes *matched)
{
	const char *name = mode == NULL ? "" : mode->value;
	const struct known *known = knowns_find(&source->contract->modes, name);
	static const struct nodes nothing;

	if (knowns_find(&source->applied, name) != NULL)
		return;
	if (known == NULL && mode != NULL)
		say_unknown(source, mode, "unknown-mode", &source->contract->modes, &source->applied);
	else if (known != NULL && memcmp(&known->nodes, &nothing, sizeof nothing) != 0 && !nodes_meet(&known->nodes, matched))
		source_say(source, &(struct saying){ .key = mode == NULL ? "overrides-nothing.default" : "overrides-nothing",
		    .at = mode == NULL ? here->tag->name : mode->place->value, .name = name, .where = node_get(here->node, "match") });
}

void
instruction_check_with_param(struct source *source, const struct here *here, const struct attribute *name)
{
	const xmlNode *caller = here->node->parent;
	bool call = node_is(caller, "call-template");
	const char *of = node_get(caller, call ? "name" : "mode");
	const struct known *known[2];
	struct nearest nearest = nearest_to(name->value, name->length);
	size_t i, j;

	if ((!call && !node_is(caller, "apply-templates")) || (call && of == NULL))
		return;
	of = of == NULL ? "" : of;
	known[0] = knowns_find(call ? &source->contract->templates : &source->contract->modes, of);
	known[1] = knowns_find(call ? &source->own.templates : &source->own.modes, of);
	if (known[0] == NULL && known[1] == NULL)
		return;
	for (j = 0; j < 2; j++)
		for (i = 0; known[j] != NULL && i < known[j]->with_count; i++) {
			if (strcmp(known[j]->with[i], name->value) == 0)
				return;
			nearest_try(&nearest, known[j]->with[i]);
		}
	source_say(source, &(struct saying){ .key = "unknown-parameter", .refuses = true, .at = name->place->value, .name = name->value, .nearest = nearest.best,
	    .where = of });
}

void
instruction_check_sets(struct source *source, const struct attribute *attribute)
{
	char *rest = talloc_strdup(source->owner, attribute->value), *name;
	struct attribute one = *attribute;

	while (rest != NULL && (name = strsep(&rest, " \t\r\n")) != NULL) {
		one.value = name;
		one.length = strlen(name);
		if (one.length > 0)
			instruction_check_name(source, &one, "unknown-attribute-set", &source->contract->attribute_sets, &source->own.attribute_sets);
	}
}

/* A variable or parameter is seen by what follows it; what a parameter is given nobody knows. */
static void
declare(struct source *source, const struct attribute *name, const struct value *value, bool local)
{
	struct variable *variable;

	if (source->variable_count == source->variable_room) {
		size_t room = source->variable_room == 0 ? 16 : source->variable_room * 2;

		variable = talloc_realloc(source->owner, source->variables, struct variable, (unsigned)room);
		if (variable == NULL)
			return;
		source->variables = variable;
		source->variable_room = room;
	}
	variable = &source->variables[source->variable_count++];
	*variable = (struct variable){ .name = name->value, .local = local, .value = { .nodes = nodes_unknown(),
	    .address = { .state = ADDRESS_COMPUTED } } };
	if (value != NULL) {
		variable->value = *value;
		variable->value.text = NULL;
		variable->value.length = 0;
		variable->value.literal = false;
	}
}

/* A parameter of the layer that is nearly one of the base was meant to set it. */
static void
check_slip(struct source *source, const struct attribute *name)
{
	const struct knowns *known = &source->contract->variables;
	struct nearest nearest = nearest_to(name->value, name->length);
	size_t i;

	if (name->here->node->parent != xmlDocGetRootElement(name->here->node->doc) || knowns_find(known, name->value) != NULL)
		return;
	for (i = 0; i < known->count; i++)
		nearest_try(&nearest, known->list[i].name);
	if (nearest.best != NULL)
		source_say(source, &(struct saying){ .key = "unknown-parameter", .refuses = true, .at = name->place->value, .name = name->value,
		    .nearest = nearest.best, .where = source->contract->program });
}

void
instruction_declare(struct source *source, const struct words_instruction *instruction, const struct given *given)
{
	bool variable = strcmp(instruction->name, "variable") == 0;

	if (given->name.name == NULL)
		return;
	if (words_lists(reserved, given->name.value))
		source_say(source, &(struct saying){ .key = "reserved-name", .refuses = true, .at = given->name.place->value, .name = given->name.value });
	if (!variable)
		check_slip(source, &given->name);
	declare(source, &given->name, variable && given->select.name != NULL ? &given->selected : NULL,
	    given->name.here->node->parent != xmlDocGetRootElement(given->name.here->node->doc));
}

void
instruction_check_twice(struct source *source, const struct here *here, const struct words_instruction *instruction, const struct given *given)
{
	const xmlNode *root = xmlDocGetRootElement(here->node->doc);
	bool variable = strcmp(instruction->name, "variable") == 0 || strcmp(instruction->name, "param") == 0;
	bool top = here->node->parent == root, twice = false;
	struct knowns *seen = variable ? &source->seen_variables : &source->seen_templates;
	size_t i;

	if (given->name.name == NULL || (!variable && strcmp(instruction->name, "template") != 0))
		return;
	if (top) {
		twice = knowns_find(seen, given->name.value) != NULL;
		knowns_get(source->owner, seen, given->name.value);
	}
	for (i = source->variable_count; !top && i > 0 && source->variables[i - 1].local; i--)
		twice |= strcmp(source->variables[i - 1].name, given->name.value) == 0;
	if (twice)
		source_say(source, &(struct saying){ .key = "twice", .refuses = true, .at = given->name.place->value, .name = given->name.value });
}
