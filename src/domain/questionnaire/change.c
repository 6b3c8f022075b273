/* change.c - what changed between two responses. */
#include <talloc.h>

#include "domain/questionnaire.h"

static struct measured
measured_answer(const struct question *question, const struct answer *answer)
{
	struct measured out = { false, 0 };

	out.is = answer_score(question, answer, &out.value);
	return out;
}

struct change
question_change(const struct question *question, const struct answer *before, const struct answer *now)
{
	return change_of(measured_answer(question, before), measured_answer(question, now), question->change);
}

static struct change
mean_change(const struct questionnaire *q, const struct score_rule *rule, const struct response *before, const struct response *now)
{
	struct measured items[2][QUESTIONNAIRE_QUESTIONS_MAX];
	size_t i;

	for (i = 0; i < rule->count; i++) {
		const struct question *question = &q->questions[rule->first + i];

		items[0][i] = measured_answer(question, &before->answers[rule->first + i]);
		items[1][i] = measured_answer(question, &now->answers[rule->first + i]);
	}
	return change_of_mean(items[0], items[1], rule->count, rule->change);
}

struct change
score_change(const struct questionnaire *q, size_t i, const struct response *before, const struct response *now)
{
	const struct score_rule *rule = &q->scores[i];
	const struct score_result *is[] = { &before->scores[i], &now->scores[i] };

	if (rule->method == SCORE_MEAN)
		return mean_change(q, rule, before, now);
	return change_of((struct measured){ is[0]->computed, is[0]->value }, (struct measured){ is[1]->computed, is[1]->value }, rule->change);
}
