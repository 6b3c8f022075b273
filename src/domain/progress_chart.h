/* progress_chart.h - lines from 0 to 10 over time become places on a page.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_PROGRESS_CHART_H
#define SAMSPIL_DOMAIN_PROGRESS_CHART_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

enum { CHART_LINES_MAX = 2, CHART_MARKS_MAX = 20 };

/* One column of one line: a value, or (given false) that there is none; impossible: and that it was said why.  on: the day when it was really measured; NULL: as `at`. */
struct chart_point { const char *on; bool given, corrected, impossible; int value; };
struct chart_line { const char *name, *style; const struct chart_point *points; };

/* Something that happened on a day: label chart.mark.KEY with {at} and {n} (0: none). */
struct chart_mark { const char *at, *key; int n; };

/* What is drawn.  Everything is borrowed. */
struct progress_chart {
	const char *name, *title;
	const char *const *days;		/* of the columns, in order: each line has a point for each */
	size_t count;
	struct chart_line lines[CHART_LINES_MAX];
	size_t lines_count;
	int target;				/* -1: none */
	int start, noticeable;			/* around the start less than that is no change; start -1: no such area */
	struct chart_mark marks[CHART_MARKS_MAX];
	size_t marks_count;
};

/*
 * <chart name title height left right base> <band top height key points/>? <grid y value/>* <target y value label-y/>? <mark x y at key n side/>*
 *	<apart x y1 y2 at points notable/>* <series name style last label-y> <line x1 y1 x2 y2 gap/>* <point x y at on value missing mute corrected/>*
 *	</series>* <tick x at wide/>* </chart>
 * apart: the distance of two lines, for each column that both have a value in; notable from a noticeable change on.  mute: "missing" is not to be written there again.  Returns it.
 */
xmlNode *progress_chart_add(xmlNode *parent, const struct progress_chart *chart);

/* One more mark, where there is room. */
void progress_chart_mark(struct progress_chart *chart, const char *at, const char *key, int n);

#endif
