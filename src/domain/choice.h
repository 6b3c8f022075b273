/* choice.h - choices of a field that are rows.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_CHOICE_H
#define SAMSPIL_DOMAIN_CHOICE_H

#include <libxml/tree.h>

#include "sql/db.h"
#include "web/request.h"

/*
 * Append a <choice value="..">text</choice> for each row of a SELECT of two columns, value and text.  Where the text is a citizen's name, the citizen's
 * number is a third one (citizen-id), so that the access log has it.  sql and args as rows_add.
 */
void choices_add(struct request *rq, xmlNode *field, const char *sql, const struct value *args);

/* Sources of fields: the departments that there are today; all benefits, also those that ended. */
void choices_departments(struct request *rq, xmlNode *field);
void choices_benefits(struct request *rq, xmlNode *field);

#endif
