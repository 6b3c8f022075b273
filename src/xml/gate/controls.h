/* controls.h - private to xml/gate/: the forms of a result, and what each of them sends. */
#ifndef SAMSPIL_XML_GATE_CONTROLS_H
#define SAMSPIL_XML_GATE_CONTROLS_H

#include <stdbool.h>
#include <stddef.h>

#include "xml/gate/outline.h"

/* How a control is filled in.  One of several by radio buttons or a list, several by boxes or a list, are the same thing. */
enum control_kind { CONTROL_LINE, CONTROL_TEXT, CONTROL_ONE, CONTROL_MANY, CONTROL_HIDDEN, CONTROL_OTHER, CONTROL_SUBMIT, CONTROL_BUTTON };

struct control {
	unsigned form;		/* the form's thing; NONE: outside of all */
	const char *name;	/* "" when it sends nothing */
	enum control_kind kind;
	const char *type;	/* of an <input>, in small letters as HTML has them; else the element's name */
	const char *value;
	const struct thing *thing;
};

/* Sorted by form, then name, then place. */
struct controls { struct control *list; size_t count; };

/* Of the whole result, on its memory; false without memory. */
bool controls_find(const struct outline *outline, struct controls *out);

/* Those of a form; name NULL: all of them. */
struct controls controls_of(const struct controls *all, unsigned form, const char *name);

/* A value that can be chosen. */
struct option { const char *value; bool on; const struct thing *thing; };
struct options { struct option *list; size_t count; };

/* What can be chosen by the controls of one name, by value; on what stands chosen before anybody touches it. */
struct options options_find(const struct outline *outline, const struct controls *group);

/* The one with that value, NULL when there is none. */
const struct option *options_get(const struct options *options, const char *value);

#endif
