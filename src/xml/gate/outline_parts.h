/* outline_parts.h - what lays out a result, shared by outline*.c.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_OUTLINE_PARTS_H
#define SAMSPIL_XML_GATE_OUTLINE_PARTS_H

#include <stdbool.h>

#include "xml/gate/outline.h"

/* outline_attributes.c: is word one of these, or the first of them?  Any case. */
bool outline_lists(const char *words, const char *word, bool first_only);

/* outline_words.c: add a text to what is seen and heard, as far as a thing with such flags is. */
void outline_say(struct outline *outline, unsigned flags, const char *text);

/* Add a word of its own to one of the two: a name or a value between the texts.  NULL is fine. */
void outline_say_apart(struct outline *outline, struct words *words, const char *text);

/* outline_hidden.c: what the thing itself does to it, over what it has of its parent. */
unsigned outline_own_flags(const struct outline *outline, const struct thing *thing);

#endif
