/* looks.h - the looks that a process keeps.  For look.c and look_render.c alone. */
#ifndef SAMSPIL_WEB_LOOKS_H
#define SAMSPIL_WEB_LOOKS_H

#include "web/internals.h"
#include "web/look.h"
#include "xml/renderer.h"

enum { KEPT_MAX = 32 };

/* A look as it was loaded; it never changes, since its key names versions. */
struct kept_look {
	char *key;
	long long of;			/* the version whose text it is; 0: settings alone */
	struct layer layer;		/* text NULL: settings alone */
	struct sheet *settings;		/* compiled here; NULL: there are none */
	const struct labels *labels;	/* borrowed from the site, or owned with the department's over them */
	unsigned long used;
	unsigned failures;		/* since it last worked here */
	long long suspect_until, rest_until;	/* of clock_ms */
	long renderings, microseconds;
};

struct looks {
	struct renderer *renderer, *suspects;
	struct kept_look *kept[KEPT_MAX];
	unsigned long clock;
	long counted;			/* renderings since they were written, */
	long long first_ms;		/* the first of them at */
	long limit;			/* failures in a row that take a version out */
};

#endif
