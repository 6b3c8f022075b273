/* figures_whole.h - tables whose columns tell of each other, for figures_hide alone.  domain/report/. */
#ifndef SAMSPIL_DOMAIN_REPORT_FIGURES_WHOLE_H
#define SAMSPIL_DOMAIN_REPORT_FIGURES_WHOLE_H

#include <libxml/tree.h>

/* Hide rows as figures_whole() said; nothing where the table is none of those. */
void figures_whole_hide(xmlNode *figures);

/* A total that another table keeps is not told by one of these: it is hidden as a whole. */
void figures_whole_agree(xmlNode *report);

/* Take what a figure says out of it; it was hidden. */
void figure_hide(xmlNode *figure);

#endif
