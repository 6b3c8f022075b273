/*
 * form.h - forms as tables: the same table draws the form and checks what came back.  Only listed fields exist.
 * web/: may use base/, sql/, xml/.
 */
#ifndef SAMSPIL_WEB_FORM_H
#define SAMSPIL_WEB_FORM_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "sql/db.h"
#include "web/request.h"

enum field_type {
	FIELD_LINE, FIELD_TEXT, FIELD_INTEGER, FIELD_DECIMAL, FIELD_DATE, FIELD_TIME, FIELD_CHOICE, FIELD_CHOICES, FIELD_CHECK,
	FIELD_SCALE, FIELD_PASSWORD, FIELD_CODE, FIELD_HIDDEN, FIELD_FILE,
};
enum { REQUIRED = 1, IN_CASE = 2, FIELD_LINE_MAX = 200, FIELD_TEXT_MAX = 20000, FORM_CHOICES_MAX = 50 };

struct field {
	const char *name;		/* NULL ends a table */
	enum field_type type;
	unsigned required;		/* REQUIRED; IN_CASE: by what stands in other fields, as the handler finds; 0: it may be left out */
	long min, max;			/* a number's range, a file's bytes, else characters (max 0: the type's own limit) */
	const char *const *choices;	/* keys (label "choice.FIELD.KEY" or "choice.KEY"), NULL-terminated */
	void (*source)(struct request *rq, xmlNode *field);	/* choices that are data: adds <choice value="">text</choice> */
	const char *(*check)(struct request *rq, const char **value);	/* an error's key, or NULL; may tidy *value (on rq) */
	const char *accept;		/* a file: what the browser should offer, "image/png,image/jpeg" */
	long most;			/* a file: so many may be chosen at once, of which max is for each; 0: one */
};

struct form {
	const char *name;		/* "focus-area" */
	const struct field *fields;
	const char *const *submits;	/* NULL: one, "save" */
	bool get;			/* a filter: method get, no token, nothing is checked on arrival */
	const char *asks;		/* a submit that changes nothing: the page comes again with what was typed, unchecked; NULL: none */
	const char *keeps;		/* a submit that keeps what was typed: post is called with it as it is, unchecked; NULL: none */
	bool always;			/* also on a page of an earlier moment: it changes no case */
};

/* What came in for one field: value NULL when absent or wrong; typed is what stood there, for showing it again. */
struct form_value { const struct field *field; const char *typed, *value, *error; };
struct form_state { const struct form *form; struct form_value *values; size_t count; unsigned errors; };

/*
 * Draw a form under parent; action is a path of ours.  After an error it shows what was typed, with the errors.  Nothing is drawn
 * (NULL) on a page as of an earlier moment, or for a user who may not send it.
 */
xmlNode *form_add(struct request *rq, xmlNode *parent, const struct form *form, const char *action_format, ...)
    __attribute__((format(printf, 4, 5)));

/*
 * What stands in a field at first (NULL or "": nothing); never replaces what was typed.  In a stale form it is <theirs> where it
 * is something else ("": they emptied it; NULL: nothing is said).  form NULL is fine.
 */
void form_set(xmlNode *form, const char *field, const char *value);
void form_set_int(xmlNode *form, const char *field, long long value);

/* A <field> or <submit> of a form that was drawn, by its name; NULL where there is none (form NULL is fine).  And away with it. */
xmlNode *form_part(xmlNode *form, const char *kind, const char *name);
void form_drop(xmlNode *form, const char *kind, const char *name);

/* The revision that the form changes, sent back as field "revision"; a stale one is for revision_stale to find. */
void form_set_revision(xmlNode *form, long long revision);

/*
 * Read and check the request's body by the table, into rq->form.  Called by the dispatcher for route.form; a handler with a
 * form made at run time calls it.  FAIL_INPUT when a field is wrong
 * or when the form only asks (form_asks).
 */
enum fail form_read(struct request *rq, const struct form *form);

/* Was the form sent by the submit that changes nothing? */
bool form_asks(const struct request *rq);

/*
 * Has this sender's form with that once been carried out?  What a script had sent of it meanwhile, and comes later, is older than
 * what stands there now.  once NULL: false.
 */
bool form_was_sent(struct request *rq, const char *once);

/* Was it sent by the submit that keeps what was typed? */
bool form_keeps(const struct request *rq);

/* A checked value of rq->form: NULL when nothing was given.  Dates are ISO, decimals have a point. */
const char *field_text(const struct request *rq, const char *name);
long long field_int(const struct request *rq, const char *name, long long fallback);
bool field_check(const struct request *rq, const char *name);

/* Did the field come, and nothing in it? */
bool field_emptied(const struct request *rq, const char *name);

/* The file that was sent with a FIELD_FILE, whose value is its name; NULL: none was. */
const struct file *field_file(const struct request *rq, const char *name);

/* Of several: the i-th, also one that is empty; NULL behind the last. */
const struct file *field_file_at(const struct request *rq, const char *name, size_t i);

/* Was what was typed refused? */
bool field_refused(const struct request *rq, const char *name);

/* The same as an argument of a statement (NULL where nothing was given). */
struct value FIELD(const struct request *rq, const char *name);

/* Say what only the handler can know: the field gets the error, the request becomes 422.  key names label "error.KEY". */
void field_error(struct request *rq, const char *field, const char *key);

/*
 * Is the form's revision older than the row's?  Then the request becomes 409 and the page shows both versions: the handler
 * returns, and its get draws the form with what was typed and, in <theirs>, what stands there now.
 */
bool revision_stale(struct request *rq, long long revision_now);
long long form_revision(const struct request *rq);

#endif
