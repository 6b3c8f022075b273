/* read.c - the XML of a questionnaire becomes tables. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

void
reading_fault(struct reading *r, const xmlNode *node, const struct reason *reason)
{
	struct reason whole = *reason;

	if (r->wrong)
		return;
	whole.line = xmlGetLineNo(node);
	whole.element = (const char *)node->name;
	reasons_add(r->faults, &whole);
	r->wrong = true;
}

const char *
reading_figure(struct reading *r, long figure)
{
	return talloc_asprintf(r->q, "%ld", figure);
}

size_t
reading_count(const xmlNode *parent, const char *name)
{
	const xmlNode *node;
	size_t n = 0;

	for (node = node_child(parent, name); node != NULL; node = node_next(node, name))
		n++;
	return n;
}

const char *
reading_text(struct reading *r, const xmlNode *node)
{
	xmlChar *content = node == NULL ? NULL : xmlNodeGetContent(node);
	char *text = content == NULL ? NULL : questionnaire_squeeze(r->q, (const char *)content);

	xmlFree(content);
	return text;
}

const char *
reading_id(struct reading *r, const xmlNode *node, const char *kind)
{
	const char *id = node_get(node, "id"), *name = talloc_asprintf(r->q, "%s %s", kind, id);
	size_t i;

	if (r->id_count == QUESTIONNAIRE_IDS_MAX) {
		reading_fault(r, node, &(struct reason){ .key = REASON_TOO_MANY_IDS, .wanted = reading_figure(r, QUESTIONNAIRE_IDS_MAX) });
		return id;
	}
	for (i = 0; i < r->id_count; i++)
		if (strcmp(r->ids[i], name) == 0)
			reading_fault(r, node, &(struct reason){ .key = REASON_ID_TWICE, .name = id });
	r->ids = talloc_realloc(r->q, r->ids, const char *, (unsigned)r->id_count + 1);
	r->ids[r->id_count++] = name;
	return id;
}

double
reading_number(const xmlNode *node, const char *attribute, double otherwise)
{
	const char *text = node_get(node, attribute);

	return text == NULL ? otherwise : strtod(text, NULL);
}

bool
reading_yes(const xmlNode *node, const char *attribute)
{
	const char *text = node_get(node, attribute);

	return text != NULL && strcmp(text, "yes") == 0;
}

const struct expression *
reading_rule(struct reading *r, const xmlNode *node, const char *attribute)
{
	const char *text = node_get(node, attribute);
	struct expression *expression;
	struct expression_fault fault;

	if (text == NULL)
		return NULL;
	expression = expression_compile(r->q, text, r->parameters, &fault);
	if (expression == NULL)
		reading_fault(r, node, &(struct reason){ .key = fault.wrong == EXPRESSION_LONG ? REASON_RULE_LONG :
		    fault.wrong == EXPRESSION_UNKNOWN ? REASON_RULE_UNKNOWN : REASON_RULE_NOT_XPATH,
		    .name = fault.wrong == EXPRESSION_UNKNOWN ? fault.name : text, .where = attribute,
		    .wanted = reading_figure(r, EXPRESSION_MAX) });
	return expression;
}

void
reading_need_true(struct reading *r, const xmlNode *last)
{
	if (last != NULL && strcmp(node_get(last, "test"), "true()") != 0)
		reading_fault(r, last, &(struct reason){ .key = REASON_LAST_NOT_TRUE });
}

static void
read_colours(struct reading *r, struct dimension *dimension, const xmlNode *node)
{
	const struct filling *known = colour_fillings(r->q, r->q, 0);
	struct colour *colours = talloc_zero_array(r->q, struct colour, (unsigned)reading_count(node, "colour"));
	const xmlNode *child, *last = NULL;

	dimension->colours = colours;
	for (child = node_child(node, "colour"); child != NULL && !r->wrong; child = node_next(child, "colour")) {
		struct colour *colour = &colours[dimension->colour_count++];
		char *unknown;

		colour->id = reading_id(r, child, "rule");
		colour->level = level_of(node_get(child, "level"));
		colour->test = reading_rule(r, child, "test");
		colour->why = reading_text(r, child);
		unknown = scoring_unknown(r->q, colour->why, known);
		if (unknown != NULL)
			reading_fault(r, child, &(struct reason){ .key = REASON_UNKNOWN_PLACE, .name = unknown });
		last = child;
	}
	reading_need_true(r, last);
}

static void
read_hints(struct reading *r, struct dimension *dimension, const xmlNode *node)
{
	struct hint *hints = talloc_zero_array(r->q, struct hint, (unsigned)reading_count(node, "hint"));
	const xmlNode *child;

	for (child = node_child(node, "hint"); child != NULL; child = node_next(child, "hint"))
		hints[dimension->hint_count++] = (struct hint){ level_of(node_get(child, "level")), reading_text(r, child) };
	dimension->hints = hints;
}

/* Without a score there never is a colour. */
static void
check_colours(struct reading *r, const struct dimension *dimension, const xmlNode *node)
{
	size_t i, scored = 0;

	for (i = dimension->first; i < dimension->first + dimension->count; i++)
		scored += r->q->questions[i].scored;
	if (dimension->colour_count > 0 && scored == 0)
		reading_fault(r, node, &(struct reason){ .key = REASON_COLOURS_WITHOUT_SCORE, .name = dimension->id });
}

static void
read_dimension(struct reading *r, struct dimension *dimension, struct question *questions, const xmlNode *node)
{
	const xmlNode *child;

	dimension->id = reading_id(r, node, "dimension");
	dimension->title = reading_text(r, node_child(node, "title"));
	if (!missing_read(node_get(node, "missing"), &dimension->missing))
		reading_fault(r, node, &(struct reason){ .key = REASON_UNKNOWN_MISSING, .name = node_get(node, "missing") });
	dimension->first = r->q->question_count;
	for (child = node_child(node, "question"); child != NULL; child = node_next(child, "question")) {
		if (r->q->question_count == QUESTIONNAIRE_QUESTIONS_MAX) {
			reading_fault(r, child, &(struct reason){ .key = REASON_TOO_MANY_QUESTIONS,
			    .wanted = reading_figure(r, QUESTIONNAIRE_QUESTIONS_MAX) });
			return;
		}
		questionnaire_read_question(r, &questions[r->q->question_count++], child);
		dimension->count++;
	}
	read_colours(r, dimension, node);
	read_hints(r, dimension, node);
	check_colours(r, dimension, node);
}

static void
read_section(struct reading *r, struct section *section, struct dimension *dimensions, struct question *questions, const xmlNode *node)
{
	const xmlNode *child;

	section->id = reading_id(r, node, "section");
	section->title = reading_text(r, node_child(node, "title"));
	section->first = r->q->question_count;
	for (child = node_child(node, "dimension"); child != NULL; child = node_next(child, "dimension")) {
		if (r->q->dimension_count == QUESTIONNAIRE_QUESTIONS_MAX) {
			reading_fault(r, child, &(struct reason){ .key = REASON_TOO_MANY_DIMENSIONS,
			    .wanted = reading_figure(r, QUESTIONNAIRE_QUESTIONS_MAX) });
			return;
		}
		read_dimension(r, &dimensions[r->q->dimension_count++], questions, child);
	}
	section->count = r->q->question_count - section->first;
}

static void
read_sections(struct reading *r)
{
	struct questionnaire *q = r->q;
	struct section *sections = talloc_zero_array(q, struct section, (unsigned)reading_count(q->root, "section"));
	struct question *questions = talloc_zero_array(q, struct question, QUESTIONNAIRE_QUESTIONS_MAX);
	struct dimension *dimensions = talloc_zero_array(q, struct dimension, QUESTIONNAIRE_QUESTIONS_MAX);
	const xmlNode *node;

	q->sections = sections;
	q->questions = questions;
	q->dimensions = dimensions;
	for (node = node_child(q->root, "section"); node != NULL && !r->wrong; node = node_next(node, "section"))
		read_section(r, &sections[q->section_count++], dimensions, questions, node);
}

static void
read_parameters(struct reading *r)
{
	size_t n = reading_count(r->q->root, "parameter");
	struct parameter *parameters = talloc_zero_array(r->q, struct parameter, (unsigned)n);
	const xmlNode *node;

	r->q->parameters = parameters;
	r->parameters = talloc_zero_array(r->q, const char *, (unsigned)n + 1);
	for (node = node_child(r->q->root, "parameter"); node != NULL && !r->wrong; node = node_next(node, "parameter")) {
		size_t i = r->q->parameter_count++;

		r->parameters[i] = parameters[i].id = reading_id(r, node, "parameter");
		parameters[i].value = node_get(node, "value");
	}
}

static void
read_head(struct reading *r)
{
	struct questionnaire *q = r->q;

	q->code = node_get(q->root, "id");
	q->version = atol(node_get(q->root, "version"));
	q->language = node_get(q->root, "lang");
	q->licence = node_get(q->root, "licence");
	q->legal_basis = node_get(q->root, "legal-basis");
	q->benefit_type = node_get(q->root, "benefit-type");
	q->title = reading_text(r, node_child(q->root, "title"));
	q->intro = reading_text(r, node_child(q->root, "intro"));
	q->information = reading_text(r, node_child(q->root, "information"));
	q->audience = node_get(q->root, "audience") == NULL ? "citizen" : node_get(q->root, "audience");
}

static int
questionnaire_free(struct questionnaire *q)
{
	xmlFreeDoc(q->root->doc);
	return 0;
}

enum fail
questionnaire_read(const void *owner, xmlDoc *doc, struct questionnaire **out, struct reasons *faults)
{
	struct questionnaire *q = talloc_zero(owner, struct questionnaire);
	struct reading r = { .q = q, .faults = faults };

	if (q == NULL) {
		xmlFreeDoc(doc);
		return fail_log(FAIL_BROKEN, "questionnaire: out of memory");
	}
	q->root = xmlDocGetRootElement(doc);
	talloc_set_destructor(q, questionnaire_free);
	if (evaluator_new(q, &q->evaluator) != FAIL_NONE) {
		talloc_free(q);
		return FAIL_BROKEN;
	}
	if (!node_is(q->root, "questionnaire")) {
		reading_fault(&r, q->root, &(struct reason){ .key = REASON_NOT_QUESTIONNAIRE });
		talloc_free(q);
		return FAIL_INPUT;
	}
	read_head(&r);
	read_parameters(&r);
	read_sections(&r);
	questionnaire_read_rules(&r);
	if (!r.wrong)
		questionnaire_check_rules(&r);
	if (!r.wrong)
		questionnaire_read_words(&r);
	if (!r.wrong) {
		questionnaire_make_forms(q);
		*out = q;
		return FAIL_NONE;
	}
	talloc_free(q);
	return FAIL_INPUT;
}
