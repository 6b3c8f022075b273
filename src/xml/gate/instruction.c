#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "xml/gate/source_parts.h"
#include "xml/gate/nearest.h"
#include "xml/node.h"

/* What the base gives its stylesheets; a layer that made another of it would send pages' links elsewhere. */
static const char reserved[] = "base demo look site static version";

static size_t
at_value(const struct attribute *attribute)
{
	return attribute->place->value;
}

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
	source_say(source, &(struct saying){ .key = key, .refuses = true, .at = at_value(attribute), .name = attribute->value,
	    .nearest = nearest.best });
}

static void
check_name(struct source *source, const struct attribute *attribute, const char *key, const struct knowns *known, const struct knowns *own)
{
	if (knowns_find(known, attribute->value) == NULL && knowns_find(own, attribute->value) == NULL)
		say_unknown(source, attribute, key, known, own);
}

/* The mode of a template: one of the base's, or one that the layer itself applies. */
static void
check_template_mode(struct source *source, const struct here *here, const struct attribute *mode, const struct nodes *matched)
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
		    .at = mode == NULL ? here->tag->name : at_value(mode), .name = name, .where = node_get(here->node, "match") });
}

static void
check_with_param(struct source *source, const struct here *here, const struct attribute *name)
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
	source_say(source, &(struct saying){ .key = "unknown-parameter", .refuses = true, .at = at_value(name), .name = name->value, .nearest = nearest.best,
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
			check_name(source, &one, "unknown-attribute-set", &source->contract->attribute_sets, &source->own.attribute_sets);
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

/* All that an instruction's attributes gave. */
struct given {
	struct attribute name, mode, select, match;
	struct value selected;
	struct nodes matched;
};

/* The entry of an attribute in an instruction's list; NULL when it may not have it. */
static const char *
entry_of(const char *list, const char *name)
{
	size_t length = strlen(name), n, signs;

	for (; *list != '\0'; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		signs = strspn(list, "!?");
		if (n - signs == length && memcmp(list + signs, name, length) == 0)
			return list;
	}
	return NULL;
}

static void
say_entry(struct source *source, const struct attribute *attribute, const struct words_instruction *instruction)
{
	char *list = talloc_strdup(source->owner, instruction->attributes), *name;
	struct nearest nearest = nearest_to(attribute->name, strlen(attribute->name));

	while (list != NULL && (name = strsep(&list, " ")) != NULL)
		nearest_try(&nearest, name + strspn(name, "!?"));
	source_say(source, &(struct saying){ .key = "unknown-instruction-attribute", .refuses = true, .at = attribute->place->name,
	    .name = attribute->name, .nearest = nearest.best, .where = instruction->name });
}

static void
read_expressions(struct source *source, const struct here *here, const struct attribute *attribute, struct given *given)
{
	const struct nodes *current = here->current;
	struct value value;

	if (strcmp(attribute->name, "select") == 0) {
		given->select = *attribute;
		source_read(source, attribute, current, &given->selected);
	} else if (strcmp(attribute->name, "use") == 0) {
		source_read(source, attribute, given->match.name == NULL ? &(struct nodes){ .unknown = true } : &given->matched, &value);
	} else if (strcmp(attribute->name, "test") == 0 || strcmp(attribute->name, "value") == 0) {
		source_read(source, attribute, current, &value);
	} else if (strcmp(attribute->name, "match") == 0) {
		given->match = *attribute;
		source_read_pattern(source, attribute, &given->matched);
	} else if (strcmp(attribute->name, "count") == 0 || strcmp(attribute->name, "from") == 0) {
		source_read_pattern(source, attribute, &value.nodes);
	}
}

/* Attributes that mean the same on whatever instruction they stand. */
static void
check_common(struct source *source, const struct attribute *attribute, const char *entry, struct given *given)
{
	if (strcmp(attribute->name, "name") == 0)
		given->name = *attribute;
	else if (strcmp(attribute->name, "mode") == 0)
		given->mode = *attribute;
	else if (strcmp(attribute->name, "use-attribute-sets") == 0)
		instruction_check_sets(source, attribute);
	else if (strcmp(attribute->name, "disable-output-escaping") == 0)
		source_say(source, &(struct saying){ .key = "escaping", .refuses = true, .at = attribute->place->name, .name = attribute->name });
	else if (strcmp(attribute->name, "extension-element-prefixes") == 0)
		source_say(source, &(struct saying){ .key = "extension", .refuses = true, .at = attribute->place->name, .name = attribute->value });
	if (entry[strspn(entry, "!")] == '?')
		source_read_template(source, attribute, NULL, NULL);
}

static void
check_missing(struct source *source, const struct here *here, const struct words_instruction *instruction)
{
	const char *list = instruction->attributes;
	char name[40];
	size_t n, signs;

	for (; *list != '\0'; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		signs = strspn(list, "!?");
		if (list[0] != '!' || n - signs >= sizeof name)
			continue;
		memcpy(name, list + signs, n - signs);
		name[n - signs] = '\0';
		if (node_get(here->node, name) == NULL && xmlHasProp((xmlNode *)(uintptr_t)here->node, BAD_CAST name) == NULL)
			source_say(source, &(struct saying){ .key = "missing-attribute", .refuses = true, .at = here->tag->name, .name = name,
			    .where = instruction->name });
	}
}

/* Values that may only be one of some words. */
static void
check_words(struct source *source, const struct attribute *attribute, const char *instruction)
{
	static const struct { const char *name, *attribute, *words; } values[] = {
		{ "number", "level", "single multiple any" }, { "sort", "case-order", "upper-first lower-first" },
		{ "sort", "data-type", "text number" }, { "sort", "order", "ascending descending" },
	};
	size_t i;
	char *end;

	for (i = 0; i < sizeof values / sizeof values[0]; i++)
		if (strcmp(values[i].name, instruction) == 0 && strcmp(values[i].attribute, attribute->name) == 0 &&
		    strchr(attribute->value, '{') == NULL && !words_lists(values[i].words, attribute->value))
			source_say(source, &(struct saying){ .key = "bad-value", .refuses = true, .at = at_value(attribute),
			    .name = attribute->value, .where = values[i].words });
	if (strcmp(attribute->name, "priority") == 0 && (strtod(attribute->value, &end), *end != '\0' || end == attribute->value))
		source_say(source, &(struct saying){ .key = "bad-value", .refuses = true, .at = at_value(attribute), .name = attribute->value,
		    .where = "0.5 1 2" });
	if (strcmp(instruction, "decimal-format") == 0 && strcmp(attribute->name, "name") != 0 && strcmp(attribute->name, "infinity") != 0 &&
	    strcmp(attribute->name, "NaN") != 0 && text_characters(attribute->value) != 1)
		source_say(source, &(struct saying){ .key = "bad-value", .refuses = true, .at = at_value(attribute), .name = attribute->value,
		    .where = ", ." });
}

static void
check_attributes(struct source *source, const struct here *here, const struct words_instruction *instruction, struct given *given)
{
	struct attribute_walk walk = { 0 };
	struct attribute attribute;
	const char *entry;

	while (source_attribute(source, here, &walk, &attribute)) {
		if (strcmp(attribute.name, "xml:base") == 0)
			source_say(source, &(struct saying){ .key = "forbidden-attribute", .refuses = true, .at = attribute.place->name,
			    .name = attribute.name });
		if (attribute.uri[0] != '\0')
			continue;
		entry = entry_of(instruction->attributes, attribute.name);
		if (entry == NULL) {
			say_entry(source, &attribute, instruction);
			continue;
		}
		check_common(source, &attribute, entry, given);
		check_words(source, &attribute, instruction->name);
		read_expressions(source, here, &attribute, given);
	}
	check_missing(source, here, instruction);
}

static void
check_template(struct source *source, const struct here *here, const struct given *given, struct nodes *inner)
{
	*inner = given->match.name != NULL && given->name.name == NULL ? given->matched : nodes_unknown();
	if (given->match.name != NULL)
		check_template_mode(source, here, given->mode.name == NULL ? NULL : &given->mode, &given->matched);
	if (given->match.name == NULL && given->name.name == NULL)
		source_say(source, &(struct saying){ .key = "missing-attribute", .refuses = true, .at = here->tag->name, .name = "match",
		    .where = "template" });
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
		source_say(source, &(struct saying){ .key = "unknown-parameter", .refuses = true, .at = at_value(name), .name = name->value,
		    .nearest = nearest.best, .where = source->contract->program });
}

static void
check_variable(struct source *source, const struct words_instruction *instruction, const struct given *given)
{
	bool variable = strcmp(instruction->name, "variable") == 0;

	if (given->name.name == NULL)
		return;
	if (words_lists(reserved, given->name.value))
		source_say(source, &(struct saying){ .key = "reserved-name", .refuses = true, .at = at_value(&given->name), .name = given->name.value });
	if (!variable)
		check_slip(source, &given->name);
	declare(source, &given->name, variable && given->select.name != NULL ? &given->selected : NULL,
	    given->name.here->node->parent != xmlDocGetRootElement(given->name.here->node->doc));
}

static void
selected_nodes(const struct given *given, struct nodes *out)
{
	*out = given->selected.is_nodes ? given->selected.nodes : nodes_unknown();
}

static bool
is_named(const xmlNode *node, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL &&
	    strcmp((const char *)node->ns->href, WORDS_XSL) == 0 && (name == NULL || node_is(node, name));
}

/* Do only instructions of that name stand before it? */
static bool
follows_only(const xmlNode *node, const char *name)
{
	for (node = node->prev; node != NULL; node = node->prev)
		if (node->type == XML_ELEMENT_NODE && !is_named(node, name))
			return false;
	return true;
}

/* May an instruction stand where it stands? */
static bool
is_in_place(const struct here *here, const struct words_instruction *instruction)
{
	const xmlNode *node = here->node, *parent = node->parent, *root = xmlDocGetRootElement(node->doc);
	const char *name = instruction->name;

	if (node == root)
		return true;
	if (parent == root)
		return instruction->top;
	if (!instruction->inside || is_named(parent, "text"))
		return false;
	if (strcmp(name, "param") == 0)
		return is_named(parent, "template") && follows_only(node, "param");
	if (strcmp(name, "when") == 0 || strcmp(name, "otherwise") == 0)
		return is_named(parent, "choose") && follows_only(node, "when");
	if (strcmp(name, "with-param") == 0)
		return is_named(parent, "call-template") || is_named(parent, "apply-templates") || is_named(parent, "apply-imports");
	if (strcmp(name, "sort") == 0)
		return is_named(parent, "apply-templates") || (is_named(parent, "for-each") && follows_only(node, "sort"));
	if (is_named(parent, "choose") || is_named(parent, "apply-templates") || is_named(parent, "call-template"))
		return false;
	return !is_named(parent, "attribute-set") || strcmp(name, "attribute") == 0;
}

/* What may stand in it, and beside a select nothing. */
static void
check_content(struct source *source, const struct here *here, const struct words_instruction *instruction, const struct given *given)
{
	const char *name = instruction->name;
	bool holder = strcmp(name, "variable") == 0 || strcmp(name, "param") == 0 || strcmp(name, "with-param") == 0;

	if (!is_in_place(here, instruction))
		source_say(source, &(struct saying){ .key = "misplaced", .refuses = true, .at = here->tag->name, .name = name });
	if (strcmp(name, "choose") == 0 && node_child(here->node, "when") == NULL)
		source_say(source, &(struct saying){ .key = "no-when", .refuses = true, .at = here->tag->name, .name = name });
	if (holder && given->select.name != NULL && here->node->children != NULL)
		source_say(source, &(struct saying){ .key = "select-and-content", .refuses = true, .at = here->tag->name, .name = name });
	if (given->name.name != NULL && strcmp(name, "attribute") != 0 && strcmp(name, "element") != 0 &&
	    xmlValidateQName(BAD_CAST given->name.value, 0) != 0)
		source_say(source, &(struct saying){ .key = "bad-name", .refuses = true, .at = at_value(&given->name), .name = given->name.value });
}

/* A second template or variable of one name. */
static void
check_twice(struct source *source, const struct here *here, const struct words_instruction *instruction, const struct given *given)
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
		source_say(source, &(struct saying){ .key = "twice", .refuses = true, .at = at_value(&given->name), .name = given->name.value });
}

static void
act(struct source *source, const struct here *here, const struct words_instruction *instruction, const struct given *given,
    struct nodes *inner)
{
	const char *name = instruction->name;

	if (strcmp(name, "template") == 0)
		check_template(source, here, given, inner);
	else if (strcmp(name, "variable") == 0 || strcmp(name, "param") == 0)
		check_variable(source, instruction, given);
	else if (strcmp(name, "for-each") == 0)
		selected_nodes(given, inner);
	else if (strcmp(name, "apply-templates") == 0 && given->mode.name != NULL)
		check_name(source, &given->mode, "unknown-mode", &source->contract->modes, &source->own.modes);
	else if (strcmp(name, "call-template") == 0 && given->name.name != NULL)
		check_name(source, &given->name, "unknown-template", &source->contract->templates, &source->own.templates);
	else if (strcmp(name, "with-param") == 0 && given->name.name != NULL)
		check_with_param(source, here, &given->name);
	else if (strcmp(name, "element") == 0 && given->name.name != NULL)
		result_check_element(source, &given->name);
	else if (strcmp(name, "attribute") == 0 && given->name.name != NULL)
		result_check_attribute(source, &given->name);
	else if (strcmp(name, "copy-of") == 0 && given->select.name != NULL && given->selected.is_nodes)
		result_check_copied(source, here, &given->selected.nodes, at_value(&given->select));
	else if (strcmp(name, "copy") == 0)
		result_check_copied(source, here, here->current, here->tag->name);
	else if ((strcmp(name, "import") == 0 || strcmp(name, "include") == 0) &&
	    (here->node != node_child(here->node->parent, NULL) || strcmp(name, "include") == 0))
		source_say(source, &(struct saying){ .key = "import-other", .refuses = true, .at = here->tag->name, .name = node_get(here->node, "href") });
}

static void
say_instruction(struct source *source, const struct here *here)
{
	struct nearest nearest = nearest_to((const char *)here->node->name, strlen((const char *)here->node->name));
	const struct words_instruction *instruction;
	size_t i;

	for (i = 0; (instruction = words_instruction(i)) != NULL; i++)
		if (instruction->verdict == WORDS_FINE)
			nearest_try(&nearest, instruction->name);
	source_say(source, &(struct saying){ .key = "unknown-instruction", .refuses = true, .at = here->tag->name,
	    .name = (const char *)here->node->name, .nearest = nearest.best });
}

/* Of apply-templates the child xsl:sort is asked for other nodes than the rest. */
static void
ask_sort(struct source *source, const struct here *here, struct here *out, struct nodes *chosen)
{
	const char *select;
	struct value value;

	*out = *here;
	if (!node_is(here->node, "sort") || !node_is(here->node->parent, "apply-templates"))
		return;
	select = node_get(here->node->parent, "select");
	if (select == NULL) {
		*chosen = nodes_unknown();
	} else {
		source_read_quietly(source, here->node->parent, select, here->current, &value);
		*chosen = value.is_nodes ? value.nodes : nodes_unknown();
	}
	out->current = chosen;
}

void
instruction_check(struct source *source, const struct here *here, struct nodes *inner)
{
	const char *name = (const char *)here->node->name;
	const struct words_instruction *instruction;
	struct given given = { .selected = { .nodes = { .unknown = true } }, .matched = { .unknown = true } };
	struct nodes chosen;
	struct here asked;
	size_t i;

	for (i = 0; (instruction = words_instruction(i)) != NULL && strcmp(instruction->name, name) != 0; i++)
		;
	if (instruction == NULL) {
		say_instruction(source, here);
		return;
	}
	if (instruction->verdict == WORDS_REFUSED) {
		source_say(source, &(struct saying){ .key = "forbidden-instruction", .refuses = true, .at = here->tag->name, .name = name });
		return;
	}
	ask_sort(source, here, &asked, &chosen);
	check_attributes(source, &asked, instruction, &given);
	check_content(source, here, instruction, &given);
	check_twice(source, here, instruction, &given);
	act(source, here, instruction, &given, inner);
}
