/*
 * contrast.h - can text in, or on, a colour be read?  A pure rule.  rule/: may use base/.
 *
 * Source: WCAG 2.1, "relative luminance" and "contrast ratio", success criterion 1.4.3 (4.5:1 for text).
 */
#ifndef SAMSPIL_RULE_CONTRAST_H
#define SAMSPIL_RULE_CONTRAST_H

#include <stdbool.h>

#define CONTRAST_NEEDED 4.5

struct colour { unsigned char red, green, blue; };

/* "#10394c", in either case of letters; false: something else. */
bool colour_read(const char *text, struct colour *out);

/* "#10394c", terminated. */
void colour_write(struct colour colour, char out[8]);

/* From 0 (black) to 1 (white). */
double colour_luminance(struct colour colour);

/* From 1 to 21, the same both ways. */
double contrast_ratio(struct colour a, struct colour b);

/* Between a (share 0) and b (share 1). */
struct colour colour_mix(struct colour a, struct colour b, double share);

/* What a department's colour is for: behind the text of the header bar; links on the page, and buttons with white text. */
enum colour_use { COLOUR_BAR, COLOUR_LINK };

struct contrast {
	bool passes;		/* ratio is at least CONTRAST_NEEDED */
	double ratio;
	struct colour against;	/* bar: the text's colour that reads best on it; link: the darkest surface that links stand on */
	struct colour nearest;	/* the nearest shade that passes; the colour itself when it does */
};

void contrast_judge(enum colour_use use, struct colour colour, struct contrast *out);

/* A link's colour as a soft background, on which text in that colour can be read; and darker, for a button under the pointer. */
struct colour colour_soft(struct colour link);
struct colour colour_dark(struct colour link);

#endif
