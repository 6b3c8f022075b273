/* find.c - the parts of a questionnaire by their ids. */
#include <ctype.h>
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"

const struct indication *
questionnaire_indication(const struct questionnaire *q, const char *id)
{
	size_t i;

	for (i = 0; id != NULL && i < q->indication_count; i++)
		if (strcmp(q->indications[i].id, id) == 0)
			return &q->indications[i];
	return NULL;
}

const struct question *
questionnaire_question(const struct questionnaire *q, const char *id)
{
	size_t i;

	for (i = 0; id != NULL && i < q->question_count; i++)
		if (strcmp(q->questions[i].id, id) == 0)
			return &q->questions[i];
	return NULL;
}

const struct dimension *
questionnaire_dimension(const struct questionnaire *q, const char *id)
{
	size_t i;

	for (i = 0; id != NULL && i < q->dimension_count; i++)
		if (strcmp(q->dimensions[i].id, id) == 0)
			return &q->dimensions[i];
	return NULL;
}

const struct dimension *
questionnaire_dimension_of(const struct questionnaire *q, size_t i)
{
	const struct dimension *dimension = q->dimensions;

	while (i >= dimension->first + dimension->count)
		dimension++;
	return dimension;
}

const struct colour *
dimension_colour(const struct dimension *dimension, const char *id)
{
	size_t i;

	for (i = 0; dimension != NULL && id != NULL && i < dimension->colour_count; i++)
		if (strcmp(dimension->colours[i].id, id) == 0)
			return &dimension->colours[i];
	return NULL;
}

const struct option *
question_option(const struct question *question, const char *id)
{
	size_t i;

	for (i = 0; id != NULL && i < question->option_count; i++)
		if (strcmp(question->options[i].id, id) == 0)
			return &question->options[i];
	return NULL;
}

const char *
questionnaire_parameter(const struct questionnaire *q, const struct parameter *parameters, size_t i)
{
	for (; parameters != NULL && parameters->id != NULL; parameters++)
		if (strcmp(parameters->id, q->parameters[i].id) == 0)
			return parameters->value;
	return q->parameters[i].value;
}

char *
questionnaire_squeeze(const void *owner, const char *text)
{
	char *out = talloc_array(owner, char, (unsigned)strlen(text) + 1);
	size_t n = 0;

	for (; out != NULL && *text != '\0'; text++) {
		if (!isspace((unsigned char)*text))
			out[n++] = *text;
		else if (n > 0 && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	if (out != NULL)
		out[n > 0 && out[n - 1] == ' ' ? n - 1 : n] = '\0';
	return out;
}
