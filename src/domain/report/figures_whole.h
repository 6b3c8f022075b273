/* figures_whole.h - tables whose columns tell of each other, for figures_hide alone.  domain/report/. */
#ifndef SAMSPIL_DOMAIN_REPORT_FIGURES_WHOLE_H
#define SAMSPIL_DOMAIN_REPORT_FIGURES_WHOLE_H

#include <libxml/tree.h>
#include <stdbool.h>

/* Hide rows as figures_whole() said; nothing where the table is none of those. */
void figures_whole_hide(xmlNode *figures);

/* A total that another table keeps is not told by one of these: it is hidden as a whole. */
void figures_whole_agree(xmlNode *report);

/* Before anything is hidden, say which rows are of few; and when it is, take them out: as figures_rows() said. */
void figures_rows_mark(xmlNode *figures);
void figures_rows_leave(xmlNode *figures);

/* Take what a figure says out of it; it was hidden.  Of what is open, nothing is. */
void figure_hide(xmlNode *figure);

/* Is it no matter of how many people there are that there is no figure? */
bool figure_why_is_open(const xmlNode *figure);

#endif
