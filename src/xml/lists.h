/* lists.h - which columns the shipped lists have: the <doc:list> of their stylesheets (xslt/README.md).  xml/: may use base/. */
#ifndef SAMSPIL_XML_LISTS_H
#define SAMSPIL_XML_LISTS_H

#include <stdbool.h>
#include <stddef.h>

/* A list or table whose columns may be chosen. */
struct shipped_list {
	const char *name;		/* "courses" */
	const char *row;		/* pattern of a row where it is no p:list; else NULL */
	const char *head, *cells;	/* modes that are to be overridden */
	const char **columns;		/* in the shipped order, NULL-terminated */
	const char **fixed;		/* those that always stay */
};

/*
 * All of a program ("plan"), ended by one without a name; borrowed, kept for the life of the process.  They are read at the first call,
 * which must come after sheet_start.  Empty, with the reason logged, when a stylesheet cannot be read.
 */
const struct shipped_list *lists_of(const char *program);

/* One of them, NULL when there is none; and whether it has the column, and has to keep it. */
const struct shipped_list *lists_find(const char *program, const char *name);
bool lists_has(const struct shipped_list *list, const char *column);
bool lists_keeps(const struct shipped_list *list, const char *column);

#endif
