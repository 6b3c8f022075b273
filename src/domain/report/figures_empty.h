/* figures_empty.h - charts in which nothing would be seen, for figures_draw alone.  domain/report/. */
#ifndef SAMSPIL_DOMAIN_REPORT_FIGURES_EMPTY_H
#define SAMSPIL_DOMAIN_REPORT_FIGURES_EMPTY_H

#include <libxml/tree.h>

/*
 * Why a chart of this table (as it may be shown) would be an empty frame: "none" (it has no figures), "hidden" (none may be told), "zero" (all are 0; a line
 * of shares at 0 is seen, and says something).  NULL: something is drawn.
 */
const char *figures_empty(const xmlNode *chart, const xmlNode *figures);

#endif
