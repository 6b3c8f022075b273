/* question.c - the element <question> becomes a question. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"
#include "xml/node.h"

enum { SCALE_MAX = 100 };
static const long NUMBER_MAX = 1000000000;

/* Names of fields that a form has of its own. */
static const char *const reserved[] = { "token", "once", "revision", "submit", "next", "back", "pause", "send", NULL };

static const struct { const char *name; enum question_kind kind; } kinds[] = {
	{ "single", QUESTION_SINGLE }, { "many", QUESTION_MANY }, { "scale", QUESTION_SCALE }, { "number", QUESTION_NUMBER },
	{ "date", QUESTION_DATE }, { "text", QUESTION_TEXT },
};

static enum question_kind
kind_of(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	return QUESTION_SINGLE;
}

static void
check_option(struct reading *r, const struct question *question, const struct option *option, const xmlNode *node)
{
	if (strcmp(option->id, ANSWER_DECLINED_CHOICE) == 0 || strcmp(option->id, ANSWER_DONT_KNOW_CHOICE) == 0)
		reading_fault(r, node, &(struct reason){ .key = REASON_OPTION_RESERVED, .name = option->id });
	if (question_option(question, option->id) != NULL)
		reading_fault(r, node, &(struct reason){ .key = REASON_OPTION_TWICE, .name = option->id });
}

static void
read_options(struct reading *r, struct question *question, const xmlNode *node)
{
	struct option *options = talloc_zero_array(r->q, struct option, QUESTION_OPTIONS_MAX);
	const xmlNode *child;

	question->options = options;
	question->most = node_get(node, "count") != NULL && strcmp(node_get(node, "count"), "max") == 0;
	for (child = node_child(node, "option"); child != NULL; child = node_next(child, "option")) {
		struct option *option = &options[question->option_count];

		if (question->option_count == QUESTION_OPTIONS_MAX) {
			reading_fault(r, child, &(struct reason){ .key = REASON_TOO_MANY_OPTIONS,
			    .wanted = reading_figure(r, QUESTION_OPTIONS_MAX) });
			return;
		}
		option->id = node_get(child, "id");
		option->text = reading_text(r, child);
		option->score = reading_number(child, "score", 0);
		option->level = node_get(child, "level");
		option->alone = reading_yes(child, "alone");
		check_option(r, question, option, child);
		question->option_count++;
	}
}

/* What a scale's number says beside itself. */
static void
read_step(struct reading *r, struct option *options, const struct question *question, const xmlNode *node)
{
	const struct option *option = question_option(question, node_get(node, "id"));

	if (option == NULL) {
		reading_fault(r, node, &(struct reason){ .key = REASON_NOT_ON_SCALE, .name = node_get(node, "id") });
		return;
	}
	options[option - question->options].score = reading_number(node, "score", option->score);
	options[option - question->options].level = node_get(node, "level");
}

/* A scale's options are its numbers. */
static void
read_scale(struct reading *r, struct question *question, const xmlNode *node)
{
	const xmlNode *child;
	struct option *options;
	long value;

	question->reverse = reading_yes(node, "reverse");
	if (question->min >= question->max || question->max - question->min > SCALE_MAX) {
		reading_fault(r, node, &(struct reason){ .key = REASON_SCALE_RANGE, .name = question->id,
		    .wanted = reading_figure(r, SCALE_MAX) });
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
		read_step(r, options, question, child);
}

static void
read_number(struct reading *r, struct question *question, const xmlNode *node)
{
	question->scored = reading_yes(node, "scored");
	question->decimals = (int)reading_number(node, "decimals", 0);
	if (question->min >= question->max || question->min < -NUMBER_MAX || question->max > NUMBER_MAX)
		reading_fault(r, node, &(struct reason){ .key = REASON_NUMBER_RANGE, .name = question->id,
		    .wanted = reading_figure(r, NUMBER_MAX) });
}

/* A day, or "today". */
static const char *
read_day(struct reading *r, const xmlNode *node, const char *attribute)
{
	const char *day = node_get(node, attribute);
	struct date date;

	if (day == NULL || strcmp(day, "today") == 0)
		return day;
	if (!date_parse(day, &date))
		reading_fault(r, node, &(struct reason){ .key = REASON_NO_DATE, .name = day, .where = attribute });
	return day;
}

static void
read_kind(struct reading *r, struct question *question, const xmlNode *node)
{
	switch (question->kind) {
	case QUESTION_SCALE:
		read_scale(r, question, node);
		break;
	case QUESTION_NUMBER:
		read_number(r, question, node);
		break;
	case QUESTION_DATE:
		question->from = read_day(r, node, "from");
		question->to = read_day(r, node, "to");
		if (question->from != NULL && question->to != NULL && strcmp(question->from, question->to) > 0)
			reading_fault(r, node, &(struct reason){ .key = REASON_FROM_AFTER_TO, .name = question->id });
		break;
	case QUESTION_TEXT:
		if (question->max < 1 || question->max > QUESTION_TEXT_MAX)
			reading_fault(r, node, &(struct reason){ .key = REASON_TEXT_MAX_RANGE, .name = question->id,
			    .wanted = reading_figure(r, QUESTION_TEXT_MAX) });
		break;
	default:
		read_options(r, question, node);
	}
}

static void
check_name(struct reading *r, const char *id, const xmlNode *node)
{
	const char *const *name, *point = strchr(id, '.');

	for (name = reserved; *name != NULL; name++)
		if (strcmp(*name, id) == 0)
			reading_fault(r, node, &(struct reason){ .key = REASON_QUESTION_RESERVED, .name = id });
	if (point != NULL)
		reading_fault(r, node, &(struct reason){ .key = REASON_QUESTION_POINT, .name = id });
}

void
questionnaire_read_question(struct reading *r, struct question *question, const xmlNode *node)
{
	question->id = reading_id(r, node, "question");
	check_name(r, question->id, node);
	question->kind = kind_of(node_get(node, "type"));
	question->required = reading_yes(node, "required");
	question->dont_know = reading_yes(node, "dont-know");
	question->scored = question->kind <= QUESTION_SCALE;
	question->min = (long)reading_number(node, "min", 0);
	question->max = (long)reading_number(node, "max", 0);
	question->weight = reading_number(node, "weight", 1);
	question->change = reading_number(node, "change", 0);
	question->text = reading_text(r, node_child(node, "text"));
	question->help = reading_text(r, node_child(node, "help"));
	question->low = reading_text(r, node_child(node, "low"));
	question->high = reading_text(r, node_child(node, "high"));
	question->unit = node_get(node, "unit");
	question->show_if = reading_rule(r, node, "show-if");
	read_kind(r, question, node);
}
