/* questionnaire - libFuzzer: any bytes as a questionnaire, read and tried as publishing does.  Started by tests/fuzz/run. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "domain/questionnaire.h"
#include "xml/node.h"
#include "xml/schema.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct schema *grammar;
static char path[4096];

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	date_start();
	node_start();
	snprintf(path, sizeof path, "%s/schema/questionnaire.rng", getenv("SAMSPIL_FUZZ_XSLT"));
	if (schema_read(NULL, path, &grammar) != FAIL_NONE)
		abort();
	return 0;
}

/* No response of a questionnaire that was accepted may fail. */
static void
respond(const void *owner, const struct questionnaire *q)
{
	struct answer *answers = talloc_zero_array(owner, struct answer, (unsigned)q->question_count);
	struct response *response;
	size_t i;

	for (i = 0; i < q->question_count; i++)
		if (q->questions[i].option_count > 0)
			answers[i] = answer_read(owner, &q->questions[i], q->questions[i].options[i % q->questions[i].option_count].id);
	if (response_evaluate(owner, q, answers, NULL, &response) != FAIL_NONE)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	void *owner = talloc_new(NULL);
	struct reasons faults = { .owner = owner };
	struct questionnaire *q = NULL;
	char *error = NULL;
	xmlDoc *doc = node_parse(owner, (const char *)bytes, length, QUESTIONNAIRE_MAX, &error);

	if (doc != NULL && ((error = schema_check(owner, grammar, doc)) != NULL || !questionnaire_join(doc, NULL, &faults))) {
		xmlFreeDoc(doc);
	} else if (doc != NULL && questionnaire_read(owner, doc, &q, &faults) == FAIL_NONE) {
		if (questionnaire_try(q, &faults))
			respond(owner, q);
	}
	if (doc == NULL && error == NULL)
		abort();
	talloc_free(owner);
	return 0;
}
