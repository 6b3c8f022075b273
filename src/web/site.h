/* site.h - what the configuration says and a process keeps between requests.  web/: may use base/, sql/, xml/. */
#ifndef SAMSPIL_WEB_SITE_H
#define SAMSPIL_WEB_SITE_H

#include <stdbool.h>

#include "base/conf.h"
#include "base/fail.h"
#include "sql/db.h"
#include "xml/labels.h"
#include "xml/schema.h"
#include "xml/sheet.h"

struct looks;
struct program;

struct site {
	const struct conf *conf;
	const char *base_path;		/* "" or "/samspil" */
	const char *name;		/* the municipality, shown in the foot */
	const char *share;		/* where xslt/ and static files are installed */
	const char *edge_secret;	/* what nginx adds to each request; NULL: none is asked for */
	const char *cookie_name;	/* "__Host-samspil", "__Secure-samspil" or, without TLS, "samspil" */
	bool secure;			/* reached by https: Secure cookies, HSTS */
	bool demo;			/* the pages say DEMO */
	long idle_minutes, session_hours;
	struct db *db;
	const struct labels *labels;	/* of the site's language */
	const struct labels *const *languages;	/* of each language that there is, the site's first, up to a NULL: site_languages */
	struct sheet *sheet;		/* the program's shipped stylesheet */
	struct looks *looks;		/* departments' looks: web/look.h */
	struct schema *schema;		/* page.rng in tests and demo, else NULL */
};

/*
 * Read [site], open what the program needs (labels of every language, stylesheet, schema; the database is only made ready to connect).
 * out is owned by owner (talloc).  Every fault is logged; the worst is returned.
 */
enum fail site_open(const void *owner, const struct conf *conf, const struct program *program, struct site **out);

/*
 * The languages that pages can be in, the site's own first, up to a NULL.  labels_language says which one it is ("ar"), labels_find of
 * "language.name" what its speakers call it, labels_partial whether it is only for citizens' pages.
 */
const struct labels *const *site_languages(const struct site *site);

#endif
