/* internals.h - what the files of domain/questionnaire/ share.  For them alone. */
#ifndef SAMSPIL_DOMAIN_QUESTIONNAIRE_INTERNALS_H
#define SAMSPIL_DOMAIN_QUESTIONNAIRE_INTERNALS_H

#include "domain/questionnaire.h"

/* A copy with runs of white space as one space, none at the ends; owned by owner (talloc). */
char *questionnaire_squeeze(const void *owner, const char *text);

/* The questionnaire's form, and one for each section, from its questions. */
void questionnaire_make_forms(struct questionnaire *q);

/* The value of a parameter: of parameters (NULL is fine), else of the questionnaire. */
const char *questionnaire_parameter(const struct questionnaire *q, const struct parameter *parameters, size_t i);

/* What a sentence can be filled with, owned by owner; response NULL: the names alone. */
struct filling *questionnaire_fillings(const void *owner, const struct questionnaire *q, const struct response *response,
    const struct parameter *parameters);

#endif
