/* route.h - the tables that programs are made of.  web/: knows no word of rehabilitation. */
#ifndef SAMSPIL_WEB_ROUTE_H
#define SAMSPIL_WEB_ROUTE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

struct look_source;
struct request;
struct form;

/*
 * What the path's first id names, and who may see it: a constant of domain/.  sql is one SELECT with five '?': uid, department,
 * what the user sees beyond own relations (SUBJECT_WIDE_...), today in Denmark, id.  It gives no row for what is not there, else a
 * row of citizen_id and grade, where grade NULL means: no relation, SUBJECT_FICTIONAL: nobody real, who may be looked at only, and
 * SUBJECT_FORMER: what was the user's once, to be looked at only.
 */
struct subject { const char *name; const char *sql; };

enum {
	SUBJECT_WIDE_DEPARTMENT = 1,	/* all of the user's own department */
	SUBJECT_WIDE_FICTIONAL = 2,	/* all that were made up, to try things on */
};
#define SUBJECT_FICTIONAL	"fictional"
#define SUBJECT_FORMER		"former-own"

/* One page or action. */
struct route {
	const char *path;		/* "/plan/:id/focus-areas"; :name matches digits; the first one is the subject */
	const char *page;		/* the page's name in the XML: "focus-areas" */
	const struct subject *subject;	/* NULL: the path names none */
	unsigned long long may;		/* permissions needed to see it (all of them); 0: any who is signed in */
	unsigned long long may_post;	/* permissions needed for the POST; 0: as may */
	bool open;			/* for nobody in particular: no session is asked for */
	bool even_away;			/* get is called though no database answers: rq->db has failed then */
	bool immutable;			/* what an address of it answers never changes: browsers may keep it; only for what is open */
	bool takes_moment;		/* ?as-of= is its own matter: it shows nobody, rq->db is of today, and a moment that never was is for it to refuse */
	bool shipped_look;		/* drawn without the department's look: where looks are judged, none may be in the way */
	const char *menu;		/* its item in the navigation; NULL: none */
	void (*get)(struct request *rq, xmlNode *content);	/* adds to <content>; also draws the form after an error */
	void (*post)(struct request *rq);			/* changes rows, then see_other */
	size_t files_max;		/* bytes of a body with files; 0: REQUEST_FILES_MAX */
	const struct form *form;	/* what post takes, read and checked before it is called; NULL: post reads it itself */
	/* What post reads itself, so that text typed in it outlives its session; never fails: NULL where there is none now. */
	const struct form *(*made_form)(struct request *rq);
};

/* A program: what its main hands to serve_main. */
struct program {
	const char *name;				/* "plan": samspil-plan, its database account, its stylesheet */
	const struct route *const *routes;		/* ends with NULL */
	const struct look_source *looks;		/* what domain/ knows of departments' looks; NULL: the shipped look for all */
	enum fail (*find_view)(struct request *rq);	/* look_set_view for a page that is drawn; NULL: identify has done it */
	unsigned long long edits_look;			/* the permission to see one's own draft of a look */
	unsigned long long (*may)(const char *role);	/* the permissions of a role: domain/ */
	unsigned long long sees_department;		/* the permission to see all of one's department; 0: nobody does */
	unsigned long long sees_fictional;		/* ... to GET any page about a made-up subject, whatever its may; 0: nobody does */
	enum fail (*identify)(struct request *rq);	/* find rq->user by the cookie */
	bool visitors;					/* for people without an account: what they sent too late is kept elsewhere, if at all */
	void (*navigation)(struct request *rq, xmlNode *navigation);	/* NULL: none */
	const char *sign_in;				/* where those go who must sign in: "/sign-in" */
	const char *cookie_path;			/* "/" or the program's own: "/answer" */
};

#endif
