/* sound_parts.h - what the rules of accessibility share.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_SOUND_PARTS_H
#define SAMSPIL_XML_GATE_SOUND_PARTS_H

#include <stdbool.h>

#include "xml/gate/judge_parts.h"

/* sound_name.c: is it nothing to those who listen? */
bool sound_is_away(const struct thing *thing);

/* Its text as a finding tells it, on the outline's memory. */
const char *sound_text(const struct outline *outline, const struct thing *thing);

/* What its author would look for: the id, else the name, else where it leads, else the element. */
const char *sound_called(const struct outline *outline, const struct thing *thing);

/* Has it a name beside its text: aria-label, a title, or what aria-labelledby leads to? */
bool sound_is_labelled(const struct outline *outline, const struct thing *thing);

/* sound_landmarks.c, sound_labels.c, sound_aria.c: the rules, of all of the outline or of one thing in it. */
void sound_check_landmarks(const struct outline *outline, struct report *report);
void sound_check_fields(const struct outline *outline, struct report *report);
void sound_check_name(const struct outline *outline, const struct thing *thing, struct report *report);
void sound_check_ids(const struct outline *outline, struct report *report);
void sound_check_references(const struct outline *outline, const struct thing *thing, struct report *report);
void sound_check_aria(const struct outline *outline, const struct thing *thing, struct report *report);

#endif
