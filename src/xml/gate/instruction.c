/* Elements of XSLT: which there are, where one may stand, and what its content is asked for. */
#include <libxml/tree.h>
#include <string.h>

#include "xml/gate/instruction_parts.h"
#include "xml/gate/nearest.h"
#include "xml/node.h"

static void
check_template(struct source *source, const struct here *here, const struct given *given, struct nodes *inner)
{
	*inner = given->match.name != NULL && given->name.name == NULL ? given->matched : nodes_unknown();
	if (given->match.name != NULL)
		instruction_check_mode(source, here, given->mode.name == NULL ? NULL : &given->mode, &given->matched);
	if (given->match.name == NULL && given->name.name == NULL)
		source_say(source, &(struct saying){ .key = "missing-attribute", .refuses = true, .at = here->tag->name, .name = "match",
		    .where = "template" });
}

static void
selected_nodes(const struct given *given, struct nodes *out)
{
	*out = given->selected.is_nodes ? given->selected.nodes : nodes_unknown();
}

/* Do only instructions of that name stand before it? */
static bool
follows_only(const xmlNode *node, const char *name)
{
	for (node = node->prev; node != NULL; node = node->prev)
		if (node->type == XML_ELEMENT_NODE && !words_is_xsl(node, name))
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
	if (!instruction->inside || words_is_xsl(parent, "text"))
		return false;
	if (strcmp(name, "param") == 0)
		return words_is_xsl(parent, "template") && follows_only(node, "param");
	if (strcmp(name, "when") == 0 || strcmp(name, "otherwise") == 0)
		return words_is_xsl(parent, "choose") && follows_only(node, "when");
	if (strcmp(name, "with-param") == 0)
		return words_is_xsl(parent, "call-template") || words_is_xsl(parent, "apply-templates") || words_is_xsl(parent, "apply-imports");
	if (strcmp(name, "sort") == 0)
		return words_is_xsl(parent, "apply-templates") || (words_is_xsl(parent, "for-each") && follows_only(node, "sort"));
	if (words_is_xsl(parent, "choose") || words_is_xsl(parent, "apply-templates") || words_is_xsl(parent, "call-template"))
		return false;
	return !words_is_xsl(parent, "attribute-set") || strcmp(name, "attribute") == 0;
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
		source_say(source, &(struct saying){ .key = "bad-name", .refuses = true, .at = given->name.place->value, .name = given->name.value });
}

static void
act(struct source *source, const struct here *here, const struct words_instruction *instruction, const struct given *given,
    struct nodes *inner)
{
	const char *name = instruction->name;

	if (strcmp(name, "template") == 0)
		check_template(source, here, given, inner);
	else if (strcmp(name, "variable") == 0 || strcmp(name, "param") == 0)
		instruction_declare(source, instruction, given);
	else if (strcmp(name, "for-each") == 0)
		selected_nodes(given, inner);
	else if (strcmp(name, "apply-templates") == 0 && given->mode.name != NULL)
		instruction_check_name(source, &given->mode, "unknown-mode", &source->contract->modes, &source->own.modes);
	else if (strcmp(name, "call-template") == 0 && given->name.name != NULL)
		instruction_check_name(source, &given->name, "unknown-template", &source->contract->templates, &source->own.templates);
	else if (strcmp(name, "with-param") == 0 && given->name.name != NULL)
		instruction_check_with_param(source, here, &given->name);
	else if (strcmp(name, "element") == 0 && given->name.name != NULL)
		result_check_element(source, &given->name);
	else if (strcmp(name, "attribute") == 0 && given->name.name != NULL)
		result_check_attribute(source, &given->name);
	else if (strcmp(name, "copy-of") == 0 && given->select.name != NULL && given->selected.is_nodes)
		result_check_copied(source, here, &given->selected.nodes, given->select.place->value);
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
	instruction_read(source, &asked, instruction, &given);
	check_content(source, here, instruction, &given);
	instruction_check_twice(source, here, instruction, &given);
	act(source, here, instruction, &given, inner);
}
