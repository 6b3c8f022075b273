/* account_lines.h - the lines that the account is made of, as they were typed: amount, day and note.  Part of the report "account".  domain/report/. */
#ifndef SAMSPIL_DOMAIN_REPORT_ACCOUNT_LINES_H
#define SAMSPIL_DOMAIN_REPORT_ACCOUNT_LINES_H

#include <libxml/tree.h>

#include "sql/db.h"

/* side, code, title, whole, year, kind, hundredths, stated_on, note: of each category, year and kind the newest that was stated by then. */
extern const char account_lines_sql[];

/* Add the table "lines": a row each.  They tell of no persons. */
void account_lines_add(struct db *db, const void *owner, const struct value *args, xmlNode *report);

#endif
