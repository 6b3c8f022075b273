/* link.h - places of ours that a page leads to.  web/: may use base/, sql/, xml/, rule/. */
#ifndef SAMSPIL_WEB_LINK_H
#define SAMSPIL_WEB_LINK_H

#include <libxml/tree.h>

#include "web/request.h"

/* Append <item name href/>, a place in a list of them (the way here, tabs, tools): format is a path of ours without the base path. */
xmlNode *link_add(struct request *rq, xmlNode *list, const char *name, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same of a place that people named: <item href>title</item>. */
xmlNode *link_add_title(struct request *rq, xmlNode *list, const char *title, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Each child of that name gets as href path/ID, which is what its attribute id says.  list NULL is fine. */
void link_rows(struct request *rq, xmlNode *list, const char *row, const char *id, const char *path);

#endif
