/* answer.c - one answer: its state, and what it scores. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/questionnaire.h"

static const char *const names[] = {
	[ANSWER_NONE] = "none", [ANSWER_GIVEN] = "answered", [ANSWER_DONT_KNOW] = "dont-know", [ANSWER_DECLINED] = "declined",
	[ANSWER_NOT_ASKED] = "not-asked",
};

const char *
answer_state_name(enum answer_state state)
{
	return names[state];
}

enum answer_state
answer_state_of(const char *name)
{
	enum answer_state state;

	for (state = ANSWER_NOT_ASKED; state > ANSWER_NONE; state--)
		if (name != NULL && strcmp(names[state], name) == 0)
			return state;
	return ANSWER_NONE;
}

bool
answer_equal(const struct answer *one, const struct answer *other)
{
	if (one->state != other->state || one->option != other->option || one->chosen != other->chosen)
		return false;
	if (one->given == NULL || other->given == NULL)
		return one->given == other->given;
	return strcmp(one->given, other->given) == 0;
}

/* Of many: the sum of what is chosen, or the highest. */
static double
score_many(const struct question *question, unsigned long long chosen)
{
	double score = 0;
	bool first = true;
	size_t i;

	for (i = 0; i < question->option_count; i++) {
		double one = question->options[i].score;

		if ((chosen >> i & 1) == 0)
			continue;
		score = !question->most ? score + one : first || one > score ? one : score;
		first = false;
	}
	return score;
}

bool
answer_score(const struct question *question, const struct answer *answer, double *out)
{
	if (answer->state != ANSWER_GIVEN || !question->scored)
		return false;
	if (question->kind == QUESTION_MANY)
		*out = score_many(question, answer->chosen);
	else if (question->kind == QUESTION_NUMBER)
		*out = strtod(answer->given, NULL);
	else
		*out = answer->option->score;
	return true;
}

/* The options named in a text; 0 when one of them is not known. */
static unsigned long long
chosen_of(const struct question *question, const char *text)
{
	unsigned long long chosen = 0;
	char *copy = talloc_strdup(NULL, text), *rest = NULL, *word;
	bool known = copy != NULL;

	for (word = strtok_r(copy, " ", &rest); known && word != NULL; word = strtok_r(NULL, " ", &rest)) {
		const struct option *option = question_option(question, word);

		known = option != NULL;
		chosen |= known ? 1ull << (option - question->options) : 0;
	}
	talloc_free(copy);
	return known ? chosen : 0;
}

struct answer
answer_read(const void *owner, const struct question *question, const char *text)
{
	struct answer answer = { .state = ANSWER_GIVEN };

	if (text == NULL)
		return (struct answer){ .state = ANSWER_NONE };
	if (question->kind == QUESTION_MANY)
		answer.chosen = chosen_of(question, text);
	else if (question->kind == QUESTION_SINGLE || question->kind == QUESTION_SCALE)
		answer.option = question_option(question, text);
	else
		answer.given = text[0] == '\0' ? NULL : talloc_strdup(owner, text);
	if (answer.chosen == 0 && answer.option == NULL && answer.given == NULL)
		answer.state = ANSWER_NONE;
	return answer;
}

static bool
stands_alone(const struct question *question, unsigned long long chosen)
{
	size_t i;

	for (i = 0; i < question->option_count; i++)
		if (question->options[i].alone && (chosen >> i & 1) != 0)
			return true;
	return false;
}

/* A day that may be "today". */
static const char *
day_of(const char *day, struct date *today)
{
	if (strcmp(day, "today") != 0)
		return day;
	date_today(today);
	return today->iso;
}

const char *
answer_fault(const struct question *question, const struct answer *answer)
{
	const char *point = question->kind == QUESTION_NUMBER ? strchr(answer->given, '.') : NULL;
	struct date today;

	if (question->kind == QUESTION_MANY && (answer->chosen & (answer->chosen - 1)) != 0 && stands_alone(question, answer->chosen))
		return "alone";
	if (question->kind == QUESTION_NUMBER && (strtod(answer->given, NULL) < (double)question->min ||
	    strtod(answer->given, NULL) > (double)question->max))
		return "out-of-range";
	if (point != NULL && strlen(point + 1) > (size_t)question->decimals)
		return "decimals";
	if (question->kind == QUESTION_DATE && question->from != NULL && strcmp(answer->given, day_of(question->from, &today)) < 0)
		return "too-early";
	if (question->kind == QUESTION_DATE && question->to != NULL && strcmp(answer->given, day_of(question->to, &today)) > 0)
		return "too-late";
	return NULL;
}
