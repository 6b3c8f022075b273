/* fillings.c - what the sentences of a questionnaire are filled with. */
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"

/* A number as a reader of the questionnaire's language writes it. */
static const char *
shown_number(const void *owner, const struct questionnaire *q, double number)
{
	char *text = scoring_number(owner, number), *point = strchr(text, '.');

	if (point != NULL && strcmp(q->language, "da") == 0)
		*point = ',';
	return text;
}

struct filling *
questionnaire_fillings(const void *owner, const struct questionnaire *q, const struct response *response,
    const struct parameter *parameters)
{
	enum { OWN = 5 };
	const struct tally none = { 0, 0, 0, 0 }, *t = response == NULL ? &none : &response->tally;
	struct filling *list = talloc_zero_array(owner, struct filling, (unsigned)(OWN + q->parameter_count + q->score_count + 1));
	size_t i, n = OWN;

	list[0] = (struct filling){ "red", shown_number(list, q, t->red), t->red };
	list[1] = (struct filling){ "yellow", shown_number(list, q, t->yellow), t->yellow };
	list[2] = (struct filling){ "green", shown_number(list, q, t->green), t->green };
	list[3] = (struct filling){ "missing", shown_number(list, q, t->missing), t->missing };
	list[4] = (struct filling){ "indication", response == NULL || response->indication == NULL ? "" : response->indication->text, 0 };
	for (i = 0; i < q->parameter_count; i++)
		list[n++] = (struct filling){ q->parameters[i].id, questionnaire_parameter(q, parameters, i), 0 };
	for (i = 0; i < q->score_count; i++) {
		bool computed = response != NULL && response->scores[i].computed;

		list[n++] = (struct filling){ q->scores[i].id, computed ? shown_number(list, q, response->scores[i].value) : q->scores[i].uncomputable,
		    computed ? response->scores[i].value : 0 };
	}
	return list;
}

struct filling *
colour_fillings(const void *owner, const struct questionnaire *q, double score)
{
	struct filling *list = talloc_zero_array(owner, struct filling, (unsigned)(q->parameter_count + 2));
	size_t i;

	list[0] = (struct filling){ "score", shown_number(list, q, score), score };
	for (i = 0; i < q->parameter_count; i++)
		list[i + 1] = (struct filling){ q->parameters[i].id, questionnaire_parameter(q, NULL, i), 0 };
	return list;
}

const char *
colour_why(const void *owner, const struct questionnaire *q, const struct colour *colour, double score)
{
	return colour == NULL ? "" : scoring_fill(owner, colour->why, colour_fillings(owner, q, score));
}

const char *
indication_limit(const void *owner, const struct questionnaire *q, const struct indication *indication)
{
	if (indication == NULL || indication->limit == NULL)
		return NULL;
	return scoring_fill(owner, indication->limit, questionnaire_fillings(owner, q, NULL, NULL));
}
