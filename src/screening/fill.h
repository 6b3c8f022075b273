/* fill.h - the forms by which staff begin to fill in a questionnaire.  For samspil-screening alone. */
#ifndef SAMSPIL_SCREENING_FILL_H
#define SAMSPIL_SCREENING_FILL_H

#include <libxml/tree.h>

#include "web/request.h"

/* <form name="begin"/> <form name="begin-paper"/>, for who may see answers. */
void fill_forms_add(struct request *rq, xmlNode *screening);

#endif
