/* figures.h - a report's figures on standard output.  For samspil-reporter alone. */
#ifndef SAMSPIL_TOOLS_REPORTER_FIGURES_H
#define SAMSPIL_TOOLS_REPORTER_FIGURES_H

#include <stdbool.h>

#include "domain/report/report.h"
#include "sql/db.h"

/* What is asked for: owner is given, the rest is read. */
struct figures_asked {
	const void *owner;
	const struct report *report;
	struct report_ask ask;
	const char *moment;
	const char **departments;	/* count of them; none: everybody's, in one report */
	unsigned count;
	bool any;			/* an option of --figures was given */
};

/* Read an option (--from) with its value; --figures comes first.  false for what is none. */
bool figures_option(struct figures_asked *asked, const char *name, const char *value);

enum fail figures_print(const struct figures_asked *asked, struct db *db);

#endif
