/* judge_parts.h - private to xml/gate/: what the parts of the judge share. */
#ifndef SAMSPIL_XML_GATE_JUDGE_PARTS_H
#define SAMSPIL_XML_GATE_JUDGE_PARTS_H

#include <stdbool.h>

#include "xml/gate/finding.h"
#include "xml/gate/outline.h"

/* Where findings go.  lines: the lines that elements say are the layer's. */
struct report { struct findings *findings; const char *page; bool lines; };

/* at: the thing in the layer's result that the finding is about; NULL: none is. */
void report_say(struct report *report, bool refuses, const char *key, const struct thing *at, const char *name, const char *where);

/* What keeps people from a thing of the layer's but not from the same one of the shipped sheet's. */
unsigned newly_hidden(const struct thing *shipped, const struct thing *layer);

/* What the shipped result holds and the layer's has lost, hidden or changed. */
void keep_frame(const struct outline *shipped, const struct outline *layer, struct report *report);
void keep_notices(const struct outline *shipped, const struct outline *layer, struct report *report);
void keep_forms(const struct outline *shipped, const struct outline *layer, struct report *report);

/* What may stand in no page, and what is unsound: said of any result. */
void safe_check(const struct outline *outline, struct report *report);
void sound_check(const struct outline *outline, struct report *report);
void place_check(const struct outline *outline, struct report *report);
void table_check(const struct outline *outline, struct report *report);

/* Has it a name for those who listen: its text, a label, a title, the text that aria-labelledby leads to? */
bool sound_has_name(const struct outline *outline, const struct thing *thing);

/* Everything that a result shows, as one text: what is seen, and what is heard. */
char *visible_text(const void *owner, const xmlDoc *result);

#endif
