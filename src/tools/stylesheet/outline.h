/* outline.h - what pages show, as bags of lines.  tools/stylesheet/: pure functions. */
#ifndef SAMSPIL_TOOLS_STYLESHEET_OUTLINE_H
#define SAMSPIL_TOOLS_STYLESHEET_OUTLINE_H

#include <stddef.h>

/* A line of an outline, and the heading that it stands under (NULL: before the first), for those who look for it. */
struct outline_line { const char *text, *under; };
struct outline { struct outline_line *lines; size_t count; };

/*
 * Compare two outlines (judge_outline) as bags: a line that stands twice in one and once in the other is one line too many.  What
 * stands in one alone, in its order there; owned by owner.
 */
void outline_differ(const void *owner, const char *from, const char *to, struct outline *vanished, struct outline *appeared);

/* Take those lines out of a bag that are in another, each once for each; where they go to, in their order (NULL: nowhere). */
void outline_without(const void *owner, struct outline *lines, const struct outline *others, struct outline *taken);

#endif
