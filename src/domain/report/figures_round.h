/* figures_round.h - what is told of people in round figures, for figures_hide alone.  domain/report/. */
#ifndef SAMSPIL_DOMAIN_REPORT_FIGURES_ROUND_H
#define SAMSPIL_DOMAIN_REPORT_FIGURES_ROUND_H

#include <libxml/tree.h>

/*
 * For who may not open the lists, after few were hidden.  In tables (and what is said in short) of persons: counts to the nearest 5; a share in whole per
 * cent of two such counts, which are not told; differences of shares in whole points; kroner to the nearest 100,000; all others, as means, in two digits (no more than one decimal).
 * A figure that has a value for others (figure_others) gets that: so does each that is computed of several numbers, from round ones.  A note says so where there is anything of the kind.
 */
void figures_round(xmlNode *report);

/* What figures of a report's own are marked with, taken away. */
void figures_unmark(xmlNode *report);

#endif
