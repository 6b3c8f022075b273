/* read.c - the XML of a questionnaire becomes tables. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

/* What is read, and the first fault that was found. */
struct reading { struct questionnaire *q; char *error; const char **parameters; const char **ids; size_t id_count; };

/* Names of fields that a form has of its own. */
static const char *const reserved[] = { "token", "once", "revision", "submit", "next", "back", "pause", "send", NULL };

static void __attribute__((format(printf, 3, 4)))
fault(struct reading *r, const xmlNode *node, const char *format, ...)
{
	char *text;
	va_list ap;

	if (r->error != NULL)
		return;
	va_start(ap, format);
	text = talloc_vasprintf(r->q, format, ap);
	va_end(ap);
	r->error = talloc_asprintf(r->q, "line %ld: %s: %s", xmlGetLineNo(node), (const char *)node->name, text);
}

static size_t
count(const xmlNode *parent, const char *name)
{
	const xmlNode *node;
	size_t n = 0;

	for (node = node_child(parent, name); node != NULL; node = node_next(node, name))
		n++;
	return n;
}

/* The element's text with runs of white space as one space; NULL without the element. */
static const char *
text_of(struct reading *r, const xmlNode *node)
{
	xmlChar *content = node == NULL ? NULL : xmlNodeGetContent(node);
	char *text = content == NULL ? NULL : questionnaire_squeeze(r->q, (const char *)content);

	xmlFree(content);
	return text;
}

/* An id of rules, dimensions or questions: they are names in the database, so each stands for one thing. */
static const char *
id_of(struct reading *r, const xmlNode *node, const char *kind)
{
	const char *id = node_get(node, "id"), *name = talloc_asprintf(r->q, "%s %s", kind, id);
	size_t i;

	for (i = 0; i < r->id_count; i++)
		if (strcmp(r->ids[i], name) == 0)
			fault(r, node, "id \"%s\" is used twice", id);
	r->ids = talloc_realloc(r->q, r->ids, const char *, (unsigned)r->id_count + 1);
	r->ids[r->id_count++] = name;
	return id;
}

static const struct expression *
expression_of(struct reading *r, const xmlNode *node, const char *attribute)
{
	const char *text = node_get(node, attribute);
	struct expression *expression;
	char *error = NULL;

	if (text == NULL)
		return NULL;
	expression = expression_compile(r->q, text, r->parameters, &error);
	if (expression == NULL)
		fault(r, node, "%s: %s", attribute, error);
	return expression;
}

static void
need_true_last(struct reading *r, const xmlNode *last)
{
	if (last != NULL && strcmp(node_get(last, "test"), "true()") != 0)
		fault(r, last, "the last test must be true()");
}

static void
read_options(struct reading *r, struct question *question, const xmlNode *node)
{
	struct option *options = talloc_zero_array(r->q, struct option, (unsigned)count(node, "option"));
	const xmlNode *child;

	question->options = options;
	for (child = node_child(node, "option"); child != NULL; child = node_next(child, "option")) {
		struct option *option = &options[question->option_count];

		option->id = node_get(child, "id");
		option->text = text_of(r, child);
		option->score = strtod(node_get(child, "score"), NULL);
		option->level = node_get(child, "level");
		if (strcmp(option->id, ANSWER_DECLINED_CHOICE) == 0)
			fault(r, child, "every question has the option \"%s\" already", option->id);
		if (question_option(question, option->id) != NULL)
			fault(r, child, "option \"%s\" is there twice", option->id);
		question->option_count++;
	}
}

/* What a scale's number says beside itself. */
static void
read_number(struct reading *r, struct option *options, const struct question *question, const xmlNode *node)
{
	const struct option *option = question_option(question, node_get(node, "id"));

	if (option == NULL) {
		fault(r, node, "%s is not on the scale", node_get(node, "id"));
		return;
	}
	options[option - question->options].score = strtod(node_get(node, "score"), NULL);
	options[option - question->options].level = node_get(node, "level");
}

/* A scale's options are its numbers. */
static void
read_scale(struct reading *r, struct question *question, const xmlNode *node)
{
	const char *reverse = node_get(node, "reverse");
	const xmlNode *child;
	struct option *options;
	long value;

	question->scale = true;
	question->reverse = reverse != NULL && strcmp(reverse, "yes") == 0;
	question->min = atol(node_get(node, "min"));
	question->max = atol(node_get(node, "max"));
	question->low = text_of(r, node_child(node, "low"));
	question->high = text_of(r, node_child(node, "high"));
	if (question->min >= question->max || question->max - question->min > 100) {
		fault(r, node, "min must be below max, by at most 100");
		return;
	}
	question->option_count = (size_t)(question->max - question->min + 1);
	options = talloc_zero_array(r->q, struct option, (unsigned)question->option_count);
	for (value = question->min; value <= question->max; value++) {
		struct option *option = &options[value - question->min];

		option->id = option->text = talloc_asprintf(r->q, "%ld", value);
		option->score = (double)(question->reverse ? question->min + question->max - value : value);
	}
	question->options = options;
	for (child = node_child(node, "option"); child != NULL; child = node_next(child, "option"))
		read_number(r, options, question, child);
}

static void
read_question(struct reading *r, struct question *question, const xmlNode *node)
{
	const char *const *name;

	question->id = id_of(r, node, "question");
	for (name = reserved; *name != NULL; name++)
		if (strcmp(*name, question->id) == 0)
			fault(r, node, "\"%s\" is the name of something else in the form", question->id);
	question->required = strcmp(node_get(node, "required"), "yes") == 0;
	question->text = text_of(r, node_child(node, "text"));
	question->help = text_of(r, node_child(node, "help"));
	question->show_if = expression_of(r, node, "show-if");
	if (strcmp(node_get(node, "type"), "scale") == 0)
		read_scale(r, question, node);
	else
		read_options(r, question, node);
}

static void
read_colours(struct reading *r, struct dimension *dimension, const xmlNode *node)
{
	const struct filling known[] = { { "score", NULL, 0 }, { NULL, NULL, 0 } };
	struct colour *colours = talloc_zero_array(r->q, struct colour, (unsigned)count(node, "colour"));
	const xmlNode *child, *last = NULL;

	dimension->colours = colours;
	for (child = node_child(node, "colour"); child != NULL; child = node_next(child, "colour")) {
		struct colour *colour = &colours[dimension->colour_count++];
		char *unknown;

		colour->id = id_of(r, child, "rule");
		colour->level = level_of(node_get(child, "level"));
		colour->test = expression_of(r, child, "test");
		colour->why = text_of(r, child);
		unknown = scoring_unknown(r->q, colour->why, known);
		if (unknown != NULL)
			fault(r, child, "%s is not known", unknown);
		last = child;
	}
	need_true_last(r, last);
}

static void
read_hints(struct reading *r, struct dimension *dimension, const xmlNode *node)
{
	const char **hints = talloc_zero_array(r->q, const char *, (unsigned)count(node, "hint") + 1);
	const xmlNode *child;
	size_t n = 0;

	for (child = node_child(node, "hint"); child != NULL; child = node_next(child, "hint"))
		hints[n++] = text_of(r, child);
	dimension->hints = hints;
}

static void
read_dimension(struct reading *r, struct dimension *dimension, struct question *questions, const xmlNode *node)
{
	const xmlNode *child;

	dimension->id = id_of(r, node, "dimension");
	dimension->title = text_of(r, node_child(node, "title"));
	if (!missing_read(node_get(node, "missing"), &dimension->missing))
		fault(r, node, "missing=\"%s\" is not known", node_get(node, "missing"));
	dimension->first = r->q->question_count;
	for (child = node_child(node, "question"); child != NULL; child = node_next(child, "question")) {
		if (r->q->question_count == QUESTIONNAIRE_QUESTIONS_MAX) {
			fault(r, child, "more than %d questions", QUESTIONNAIRE_QUESTIONS_MAX);
			return;
		}
		read_question(r, &questions[r->q->question_count++], child);
		dimension->count++;
	}
	read_colours(r, dimension, node);
	read_hints(r, dimension, node);
}

static void
read_sections(struct reading *r)
{
	struct questionnaire *q = r->q;
	struct section *sections = talloc_zero_array(q, struct section, (unsigned)count(q->root, "section"));
	struct question *questions = talloc_zero_array(q, struct question, QUESTIONNAIRE_QUESTIONS_MAX);
	struct dimension *dimensions = talloc_zero_array(q, struct dimension, QUESTIONNAIRE_QUESTIONS_MAX);
	const xmlNode *node, *child;

	q->sections = sections;
	q->questions = questions;
	q->dimensions = dimensions;
	for (node = node_child(q->root, "section"); node != NULL; node = node_next(node, "section")) {
		struct section *section = &sections[q->section_count++];

		section->id = id_of(r, node, "section");
		section->title = text_of(r, node_child(node, "title"));
		section->first = q->question_count;
		for (child = node_child(node, "dimension"); child != NULL; child = node_next(child, "dimension")) {
			if (q->dimension_count == QUESTIONNAIRE_QUESTIONS_MAX) {
				fault(r, child, "more than %d dimensions", QUESTIONNAIRE_QUESTIONS_MAX);
				return;
			}
			read_dimension(r, &dimensions[q->dimension_count++], questions, child);
		}
		section->count = q->question_count - section->first;
	}
}

static void
read_parameters(struct reading *r)
{
	size_t n = count(r->q->root, "parameter");
	struct parameter *parameters = talloc_zero_array(r->q, struct parameter, (unsigned)n);
	const xmlNode *node;

	r->q->parameters = parameters;
	r->parameters = talloc_zero_array(r->q, const char *, (unsigned)n + 1);
	for (node = node_child(r->q->root, "parameter"); node != NULL; node = node_next(node, "parameter")) {
		size_t i = r->q->parameter_count++;

		r->parameters[i] = parameters[i].id = id_of(r, node, "parameter");
		parameters[i].value = node_get(node, "value");
	}
}

static void
read_scores(struct reading *r)
{
	struct score_rule *scores = talloc_zero_array(r->q, struct score_rule, (unsigned)count(r->q->root, "score"));
	const xmlNode *node;

	r->q->scores = scores;
	for (node = node_child(r->q->root, "score"); node != NULL; node = node_next(node, "score")) {
		struct score_rule *score = &scores[r->q->score_count++];
		const char *decimals = node_get(node, "decimals");

		score->id = id_of(r, node, "rule");
		score->title = text_of(r, node);
		score->decimals = decimals == NULL ? 0 : atoi(decimals);
		score->select = expression_of(r, node, "select");
		if (!missing_read(node_get(node, "missing"), &score->missing))
			fault(r, node, "missing=\"%s\" is not known", node_get(node, "missing"));
	}
}

/* A text whose {names} are the counts, the scores and the parameters. */
static const char *
template_of(struct reading *r, const xmlNode *node, const char *text)
{
	struct filling *known = questionnaire_fillings(r->q, r->q, NULL, NULL);
	char *unknown = text == NULL ? NULL : scoring_unknown(r->q, text, known);

	if (unknown != NULL)
		fault(r, node, "%s is not known", unknown);
	return text;
}

static void
read_undecided(struct reading *r)
{
	struct undecided *undecided = talloc_zero_array(r->q, struct undecided, (unsigned)count(r->q->root, "undecided"));
	const xmlNode *node;

	r->q->undecided = undecided;
	for (node = node_child(r->q->root, "undecided"); node != NULL; node = node_next(node, "undecided")) {
		struct undecided *is = &undecided[r->q->undecided_count++];

		is->id = id_of(r, node, "rule");
		is->test = expression_of(r, node, "test");
		is->text = template_of(r, node, text_of(r, node));
	}
}

static void
read_indications(struct reading *r)
{
	struct indication *indications = talloc_zero_array(r->q, struct indication, (unsigned)count(r->q->root, "indication"));
	const xmlNode *node, *last = NULL;

	r->q->indications = indications;
	for (node = node_child(r->q->root, "indication"); node != NULL; node = node_next(node, "indication")) {
		struct indication *is = &indications[r->q->indication_count++];

		is->id = id_of(r, node, "rule");
		is->risk = node_get(node, "risk");
		is->title = node_get(node, "title");
		is->limit = template_of(r, node, node_get(node, "limit"));
		is->text = text_of(r, node);
		is->test = expression_of(r, node, "test");
		if (strcmp(is->id, "none") == 0)
			fault(r, node, "\"none\" means that nothing is indicated");
		last = node;
	}
	need_true_last(r, last);
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
	q->title = text_of(r, node_child(q->root, "title"));
	q->intro = text_of(r, node_child(q->root, "intro"));
}

static int
questionnaire_free(struct questionnaire *q)
{
	xmlFreeDoc(q->root->doc);
	return 0;
}

enum fail
questionnaire_read(const void *owner, xmlDoc *doc, struct questionnaire **out, char **error)
{
	struct questionnaire *q = talloc_zero(owner, struct questionnaire);
	struct reading r = { .q = q };

	*error = NULL;
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
	read_head(&r);
	read_parameters(&r);
	read_sections(&r);
	read_scores(&r);
	read_undecided(&r);
	read_indications(&r);
	q->sentence = template_of(&r, node_child(q->root, "sentence"), text_of(&r, node_child(q->root, "sentence")));
	if (r.error == NULL) {
		questionnaire_make_forms(q);
		*out = q;
		return FAIL_NONE;
	}
	*error = talloc_steal(owner, r.error);
	talloc_free(q);
	return FAIL_INPUT;
}
