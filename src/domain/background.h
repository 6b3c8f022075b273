/*
 * background.h - what is known about a citizen beside the analysis: eight sections of fields, as tables.  domain/: may use base/,
 * sql/, xml/, rule/, web/.
 *
 * The tables make the forms, say what may be imported and in which order things are shown.  A value is kept as text: a date
 * 2026-04-15, a month 2015-03, a decimal with a point, a choice's key, "yes" where something is ticked.
 */
#ifndef SAMSPIL_DOMAIN_BACKGROUND_H
#define SAMSPIL_DOMAIN_BACKGROUND_H

#include <stdbool.h>
#include <stddef.h>

#include "web/form.h"

/* The forms, for routes. */
enum {
	BACKGROUND_REFERRAL, BACKGROUND_WORK, BACKGROUND_EDUCATION, BACKGROUND_SOCIAL, BACKGROUND_HEALTH, BACKGROUND_FUNCTIONING,
	BACKGROUND_LIFESTYLE, BACKGROUND_EARLIER, BACKGROUND_SECTIONS
};
extern const struct form background_forms[BACKGROUND_SECTIONS];

/* The form is called as the section is; its first fields are the section's own, then come source, told-on, and what is asked only of what was typed. */
struct background_section { const char *name; const struct form *form; };

/* In the order in which they are shown; the last one's name is NULL. */
extern const struct background_section background_sections[];

/* What a field is not to be without: on must be value, or (NULL) anything at all; else error is said of field at. */
struct background_need { const char *section, *field, *on, *value, *at, *error; };
extern const struct background_need background_needs[];		/* ends with a NULL section */

/* NULL where there is none of that name. */
const struct background_section *background_section(const char *name);
const struct field *background_field(const struct background_section *section, const char *name);

/* How many fields of its own a section has. */
size_t background_count(const struct background_section *section);

/* How a value is shown: text, date, month, decimal, integer or choice. */
const char *background_type(const struct field *field);

/* Is it for people alone to write, since it needs a legal basis in each case? */
bool background_by_hand(const struct field *field);

/* A value as a file has it ("31-03-2026", "37,5"), as it is kept; owned by owner (talloc).  NULL: it is none of this field. */
const char *background_read(const void *owner, const struct field *field, const char *text);

#endif
