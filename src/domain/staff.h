/* staff.h - the people who work here.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_STAFF_H
#define SAMSPIL_DOMAIN_STAFF_H

#include <libxml/tree.h>

#include "web/request.h"

/* Choices of a field (a field's source), "Pia Bevæg (Sundhedscenter)": who can take part in a course ... */
void staff_choices(struct request *rq, xmlNode *field);

/* ... and who can run an intervention. */
void staff_provider_choices(struct request *rq, xmlNode *field);

/* A name for a uid, owned by the request; the uid itself when there is no such person. */
const char *staff_name(struct request *rq, const char *uid);

#endif
