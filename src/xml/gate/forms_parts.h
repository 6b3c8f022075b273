/* forms_parts.h - the forms of both sides, shared by forms*.c.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_FORMS_PARTS_H
#define SAMSPIL_XML_GATE_FORMS_PARTS_H

#include <stdbool.h>

#include "xml/gate/controls.h"
#include "xml/gate/judge_parts.h"

struct side { const struct outline *outline; struct controls controls; };

/* Both sides of a form under comparison, and what it is called. */
struct pair { const struct side *shipped, *layer; unsigned one, other; const char *name; struct report *report; };

/* forms_form.c: a finding that refuses, of this form. */
void forms_refuse(const struct pair *pair, const char *key, const struct thing *at, const char *name);

/* A control's name, or what stands on a button that has none. */
const char *forms_called(const struct outline *outline, const struct control *control);

/* The two forms of a pair, with all that they send. */
void forms_keep_form(const struct pair *pair);

/* forms_fields.c: is it one of those that the program put there for itself? */
bool forms_is_token(const char *name);

/* Fields of one name, on both sides one or more: such as are filled in each by itself, and such as are chosen from. */
void forms_keep_singles(const struct pair *pair, const struct controls *ones, const struct controls *others);
void forms_keep_choices(const struct pair *pair, const struct controls *ones, const struct controls *others);

#endif
