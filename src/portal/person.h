/* person.h - fields about a citizen that several forms have.  portal/: may use web/ and what is below it. */
#ifndef SAMSPIL_PORTAL_PERSON_H
#define SAMSPIL_PORTAL_PERSON_H

#include "web/request.h"

/*
 * A field's check.  A Danish number becomes its eight digits, with or without +45, spaces and hyphens; one of another country
 * keeps its "+".
 */
const char *check_phone(struct request *rq, const char **value);

/* The languages that a citizen's own can be chosen from, as choices of a field. */
extern const char *const citizen_languages[];

#endif
