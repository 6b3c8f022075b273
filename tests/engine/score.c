/*
 * score GRAMMAR FILE [SHARED] - what the engine finds in responses, for tests/engine/test_scores.py.
 *
 * A line of input is a response: QUESTION=TEXT with tabs between ("declined" and "dont-know" as states, with a "!" before), and
 * $PARAMETER=VALUE.  A line of output says what was found: asked questions, dimensions, scores, indication.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/publishing.h"
#include "domain/questionnaire.h"
#include "xml/node.h"
#include "xml/schema.h"

enum { LINE = 65536, PARAMETERS = 32 };

static struct publishing_text
read_text(const void *owner, const char *path)
{
	FILE *file = fopen(path, "rb");
	char *bytes = talloc_array(owner, char, 2 * QUESTIONNAIRE_MAX);
	size_t length = file == NULL ? 0 : fread(bytes, 1, 2 * QUESTIONNAIRE_MAX, file);

	if (file != NULL)
		fclose(file);
	return (struct publishing_text){ .name = path, .bytes = bytes, .length = length };
}

static void
tell(const struct reasons *reasons)
{
	size_t i;

	for (i = 0; i < reasons->count; i++)
		fprintf(stderr, "%s: line %ld: %s\n", reasons->list[i].file, reasons->list[i].line,
		    reason_text(reasons->owner, NULL, &reasons->list[i]));
	if (reasons->count > 0)
		exit(1);
}

/* As publishing does. */
static struct questionnaire *
open_questionnaire(const void *owner, char **files)
{
	const struct publishing_text own = read_text(owner, files[1]);
	struct publishing_text shared = { .name = files[2] };
	struct schema *grammar;
	struct checked checked;

	if (schema_read(owner, files[0], &grammar) != FAIL_NONE)
		exit(1);
	if (files[2] != NULL)
		shared = read_text(owner, files[2]);
	publishing_check(owner, grammar, &own, files[2] == NULL ? NULL : &shared, &checked);
	tell(&checked.faults);
	tell(&checked.failed);
	return checked.q;
}

static void
read_pair(void *owner, const struct questionnaire *q, char *name, char *text, struct answer *answers, struct parameter *parameters)
{
	const struct question *question = questionnaire_question(q, name);

	if (name[0] == '$') {
		while (parameters->id != NULL)
			parameters++;
		*parameters = (struct parameter){ name + 1, text };
		return;
	}
	if (question == NULL) {
		fprintf(stderr, "no question %s\n", name);
		exit(1);
	}
	answers[question - q->questions] = text[0] == '!' ? (struct answer){ .state = answer_state_of(text + 1) } :
	    answer_read(owner, question, text);
}

static void
print_response(const struct questionnaire *q, const struct response *response)
{
	size_t i;

	for (i = 0; i < q->question_count; i++)
		putchar(response->answers[i].state == ANSWER_NOT_ASKED ? '-' : '+');
	for (i = 0; i < q->dimension_count; i++) {
		const struct dimension_result *is = &response->dimensions[i];

		printf("\t%s ", is->colour == NULL ? "none" : is->colour->id);
		if (is->scored)
			printf("%.6f", is->score);
	}
	for (i = 0; i < q->score_count; i++) {
		const struct score_result *is = &response->scores[i];

		printf("\t%s ", is->band == NULL ? "none" : is->band->id);
		if (is->computed)
			printf("%.6f", is->value);
	}
	printf("\t%d %d %d %d\t%s\t%s\t%s\n", response->tally.red, response->tally.yellow, response->tally.green, response->tally.missing,
	    response->indication == NULL ? "none" : response->indication->id, response->rule == NULL ? "none" : response->rule,
	    response->sentence == NULL ? "" : response->sentence);
}

static void
respond(const void *owner, const struct questionnaire *q, char *line)
{
	void *here = talloc_new(owner);
	struct answer *answers = talloc_zero_array(here, struct answer, (unsigned)q->question_count);
	struct parameter parameters[PARAMETERS] = { { NULL, NULL } };
	struct response *response;
	char *pair, *rest = NULL;

	for (pair = strtok_r(line, "\t\n", &rest); pair != NULL; pair = strtok_r(NULL, "\t\n", &rest)) {
		char *equals = strchr(pair, '=');

		*equals = '\0';
		read_pair(here, q, pair, equals + 1, answers, parameters);
	}
	if (response_evaluate(here, q, answers, parameters, &response) != FAIL_NONE)
		exit(1);
	print_response(q, response);
	talloc_free(here);
}

int
main(int argc, char **argv)
{
	static char line[LINE];
	void *owner = talloc_new(NULL);
	struct questionnaire *q;

	if (argc < 3)
		return 2;
	node_start();
	q = open_questionnaire(owner, argv + 1);
	while (fgets(line, sizeof line, stdin) != NULL)
		respond(owner, q, line);
	talloc_free(owner);
	return 0;
}
