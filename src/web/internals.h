/* internals.h - what web/'s own files share about a request.  For web/ alone. */
#ifndef SAMSPIL_WEB_INTERNALS_H
#define SAMSPIL_WEB_INTERNALS_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "web/form.h"
#include "web/request.h"
#include "web/session.h"

struct header { const char *name, *value; };

/* What the server's side (serve.c, or a test) hands over; all of it is borrowed. */
struct incoming {
	const char *method, *uri, *host, *origin, *fetch_site, *accept, *cookie, *content_type, *content_length, *address, *edge;
	bool repeated;			/* one of these came twice */
	/* Read the whole body of length bytes into out; returns the bytes that came. */
	size_t (*read_body)(void *from, char *out, size_t length);
	void *from;
};

struct outgoing {
	int status;
	struct header headers[24];
	size_t header_count;
	const char *body;
	size_t length;
	const char *file_type, *file_name;	/* body is a file, no page: its type; NULL for a page */
};

/* What the page is drawn with; look.c. */
struct page_look {
	long long version, settings, failures;	/* of the department's view, as the session's row has them; 0: none */
	struct kept_look *kept;			/* what was chosen; NULL: the shipped look */
	bool draft, refused, failed;		/* refused: a draft of somebody else was asked for */
};

struct request_internals {
	struct incoming in;
	struct outgoing out;
	const char *method;		/* GET, HEAD or POST */
	struct db *main_db;		/* session, log: also when rq->db sees an earlier moment */
	xmlDoc *doc;
	xmlNode *page, *content;
	xmlDoc *more;			/* what the notice of a refusal will say besides; NULL: nothing */
	const char *back;		/* where an error page leads back to; NULL: home */
	long again_s;			/* in how many seconds one may try again; 0: it does not say */
	const char *token;		/* the CSRF token, made at its first use */
	bool redraw;			/* the page is drawn again after a form was refused */
	bool stale;			/* ... because the row changed in between */
	bool kept;			/* a form that was kept waits at the page that the answer leads to */
	bool unreachable;		/* no database answers: trying again at once is of no use */
	struct page_look look;
	bool sign_out;			/* the answer takes what the browser keeps of us away */
	bool no_moment;			/* ?as-of= names none that there was */
	bool forget;			/* ... what it keeps of our pages */
	const char *refresh;		/* the header Refresh; NULL: none */
	const char *pdf;		/* the page goes out as PDF, under this name; NULL: as HTML */
	void (*outside)(struct request *);	/* what the handler asked for outside its transaction; NULL: nothing */
	const char *script;		/* the address of the page's script, as HTML; NULL: none */
	long render_microseconds, started;
};

/* request_read.c, and request.c */
enum fail request_read(struct request *rq);
void request_reset(struct request *rq);

/* uri.c: decode %xx in place; false for a malformed one, a NUL or what is no clean text.  plus: "+" is a space. */
bool uri_decode(char *text, bool plus);
enum fail uri_read_path(struct request *rq, const char *raw);
enum fail uri_read_pairs(struct request *rq, char *text, struct pairs *out);

/* multipart.c: a body for a form of so many files (more are for the form to refuse), into rq->body and rq->files; FAIL_MALFORMED for
   anything but a whole form. */
enum fail multipart_read(struct request *rq, size_t most, const char *content_type, const char *body, size_t length);

/* route.c: the row for a path; ids are filled in.  NULL: no such page. */
const struct route *route_find(const struct program *program, const char *path, long long *ids);
int route_print(const struct program *program);

/* guard.c */
enum fail guard_origin(struct request *rq);
enum fail guard_token(struct request *rq);
enum fail guard_permit(struct request *rq);
void guard_log_listed(struct request *rq);
void guard_log_refusal(struct request *rq);

/* once.c: the location of the first answer to this form, NULL when this is the first; and keeping it. */
const char *once_find(struct request *rq);
bool once_keep(struct request *rq);

/* keep.c: what was typed into a form whose session had ended. */
void keep_form(struct request *rq);
void keep_follow(struct request *rq, const char *uid, const char *new_secret);
void keep_restore(struct request *rq);

/* page.c */
void page_begin(struct request *rq);
void page_error(struct request *rq, enum fail f);
void page_finish(struct request *rq, int status);
void respond_see_other(struct request *rq);
void respond_with_file(struct request *rq);
void respond_header(struct request *rq, const char *name, const char *value);

/* dispatch.c: from rq->own->in to rq->own->out; never fails (a failure is an answer too). */
void dispatch(struct request *rq);

/* dispatch.c, for refuse.c: everything that the route's row asks for, up to the handler; then the page. */
enum { DISPATCH_TRIES = 3 };
enum fail dispatch_admit(struct request *rq);
enum fail dispatch_draw(struct request *rq);

/*
 * refuse.c: answer a request that failed.  A form that was refused is drawn again with what was typed, in a transaction of its own; nobody is
 * signed in: to the sign-in page, and back here afterwards.
 */
void refuse_failure(struct request *rq, enum fail f);
void refuse_signed_out(struct request *rq);

/* form.c, for form_draw.c and request_read.c */
size_t form_files(const struct form *form);	/* how many may come at most; 0: it asks for none */
struct form_value *form_value_of(const struct form_state *state, const char *name);

/* form_check.c: an error's key for what may not stand in the field, or NULL; may tidy *value (on rq). */
const char *field_check_value(struct request *rq, const struct field *field, const char **value);

#endif
