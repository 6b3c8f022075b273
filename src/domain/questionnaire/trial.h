/* trial.h - a test of a questionnaire while it runs.  For try.c and try_expect.c alone. */
#ifndef SAMSPIL_DOMAIN_QUESTIONNAIRE_TRIAL_H
#define SAMSPIL_DOMAIN_QUESTIONNAIRE_TRIAL_H

#include <stdbool.h>

#include "domain/questionnaire.h"
#include "domain/questionnaire/internals.h"

/* One test being run, and what all of them found. */
struct trial {
	const struct questionnaire *q;
	const xmlNode *node;
	const char *id;
	struct answer *answers;
	struct parameter *parameters;
	size_t parameter_count;
	struct reasons *failed;
	bool wrong, late;
	long long began;
};

/* A fault of the element that is looked at, in the test that is run; id NULL: in none. */
void trial_fault(struct trial *t, const struct reason *reason);
void trial_fault_of(struct trial *t, enum reason_key key, const char *name);

/* For faults: a figure, in words. */
const char *trial_figure(struct trial *t, long value);

/* One <expect...> of a test. */
void trial_check(struct trial *t, const xmlNode *node, const struct response *response);

#endif
