/* check.h - what samspil-check looks at, a file for each area.  tools/check/: may use all libraries. */
#ifndef SAMSPIL_TOOLS_CHECK_CHECK_H
#define SAMSPIL_TOOLS_CHECK_CHECK_H

#include "base/conf.h"

struct check {
	void *owner;
	const char *path;		/* of the configuration */
	const struct conf *conf;
	const char *share;		/* holds sql/ and xslt/ */
	const char *const *programs;	/* those with a file in sql/grants/, ends with NULL */
	const char *user;		/* whom to look up in the directory; NULL: nobody */
	unsigned faults;
};

/* "ok AREA: text", "FAULT AREA: text → todo". */
void check_ok(struct check *check, const char *area, const char *format, ...) __attribute__((format(printf, 3, 4)));
void check_fault(struct check *check, const char *area, const char *todo, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Each prints its lines and counts its faults. */
void check_configuration(struct check *check);
void check_database(struct check *check);
void check_directory(struct check *check);
void check_scan(struct check *check);
void check_mail(struct check *check);
void check_stylesheets(struct check *check);

/* Print the keys that a configuration may hold, "section.key" a line; returns 0. */
int check_keys(void);

#endif
