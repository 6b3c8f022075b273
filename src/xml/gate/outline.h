/* outline.h - private to xml/gate/: a result tree, laid out flat, so that every question about it is a look into a table. */
#ifndef SAMSPIL_XML_GATE_OUTLINE_H
#define SAMSPIL_XML_GATE_OUTLINE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

enum { OUTLINE_MAX = 1000000 };		/* elements of a result: a megabyte of HTML has 10^5 */
#define NONE ((unsigned)-1)

/* The elements that the judge asks about; all others are TAG_OTHER. */
enum tag {
	TAG_OTHER, TAG_A, TAG_ARTICLE, TAG_ASIDE, TAG_BODY, TAG_BUTTON, TAG_CAPTION, TAG_COL, TAG_COLGROUP, TAG_DATALIST, TAG_DD, TAG_DETAILS,
	TAG_DIALOG, TAG_DIV, TAG_DL, TAG_DT, TAG_FIELDSET, TAG_FOOTER, TAG_FORM, TAG_HEAD, TAG_HEADER, TAG_HEADING, TAG_HTML, TAG_IMG, TAG_INPUT,
	TAG_LABEL, TAG_LEGEND, TAG_LI, TAG_LINK, TAG_MAIN, TAG_MEDIA, TAG_META, TAG_METER, TAG_NAV, TAG_OL, TAG_OPTGROUP, TAG_OPTION, TAG_P,
	TAG_SECTION, TAG_SELECT, TAG_SUMMARY, TAG_SVG, TAG_TABLE, TAG_TBODY, TAG_TD, TAG_TEXTAREA, TAG_TH, TAG_THEAD, TAG_TITLE, TAG_TR, TAG_UL,
};

enum {
	IS_BLOCK = 1,		/* begins a line */
	ENDS_P = 2,		/* a parser closes an open <p> before it */
	IS_VOID = 4,		/* may have no content */
	IS_UNSEEN = 8,		/* nobody sees or hears what stands in it */
	IS_BANNED = 16,		/* may stand in no page */
	IS_HEAD = 32,		/* may stand in <head> */
	IS_TEXT_ONLY = 64,	/* may hold no elements */
};

struct element { const char *name; enum tag tag; unsigned is; };

/* What keeps people from a thing: its own doing or that of an ancestor. */
enum {
	HIDDEN = 1,		/* neither seen nor heard */
	UNHEARD = 2,		/* aria-hidden */
	UNSEEN = 4,		/* for those who listen only: sr-only */
	DISABLED = 8,
	IN_SVG = 16,
	CLOSED = 32,		/* what stands in it is hidden, but for the summary of a <details> */
	NESTED = 64,		/* a form inside a form: none, for a browser */
};

/* An element. Indexes are places in the outline's list; NONE: there is none. */
struct thing {
	const xmlNode *node;
	const struct element *element;
	unsigned parent, end;	/* end: the index after the last thing inside it */
	unsigned flags;
	unsigned seen_from, seen_to, heard_from, heard_to;	/* its text in the outline's words */
	unsigned form;		/* the form that a field in this place belongs to; of a form itself: it */
	unsigned label, p, group, clickable, sectioning;	/* the nearest such ancestor */
	unsigned table;		/* of a table itself: it */
};

/* Texts one after the other, spaces run together, a new line where a block begins or ends. */
struct words { char *bytes; size_t length, room; char gap; };

struct id { const char *name; unsigned thing; };

struct outline {
	const void *owner;
	struct thing *list;
	size_t count, room;
	struct words seen, heard;
	struct id *ids;		/* sorted by name, then by place */
	size_t id_count;
	bool has_lines;		/* any element says in which line it was written */
	bool has_markup;	/* text that asks not to be escaped */
	bool failed;		/* out of memory, or more than OUTLINE_MAX elements */
};

/* Lay out a tree; all of it belongs to owner (talloc).  NULL without memory or when there is too much of it.  The tree is only read. */
struct outline *outline_make(const void *owner, const xmlDoc *result);

/* What HTML says of an element's name (any case); never NULL. */
const struct element *element_find(const char *name);

/* An attribute's whole value, "" without one, NULL when absent; names in any case, the first one counts, as in browsers. */
const char *outline_get(const struct outline *outline, const struct thing *thing, const char *name);

/* outline_get, but "" when absent. */
const char *outline_value(const struct outline *outline, const struct thing *thing, const char *name);

/* Has it such an attribute? */
bool outline_has(const struct thing *thing, const char *name);

/* Is word one of the words in an attribute?  Any case. */
bool outline_has_word(const struct outline *outline, const struct thing *thing, const char *name, const char *word);

/* A new form's, field's or whatever's role: the attribute's first word; NULL without one. */
bool outline_has_role(const struct outline *outline, const struct thing *thing, const char *role);

/* The first thing with that id, NONE when there is none. */
unsigned outline_find(const struct outline *outline, const char *id);

/* The text that is seen or heard of a thing, spaces at both ends left out: not terminated. */
struct slice { const char *bytes; size_t length; };
struct slice outline_seen(const struct outline *outline, const struct thing *thing);
struct slice outline_heard(const struct outline *outline, const struct thing *thing);

/* The same but for spaces? */
bool slice_same(struct slice a, struct slice b);

/* A copy on owner, of at most FINDING_TEXT_MAX bytes, line ends become spaces. */
char *slice_text(const void *owner, struct slice slice);

/* The next thing from index at on that is of that tag, NONE after the last. */
unsigned outline_next(const struct outline *outline, unsigned at, enum tag tag);

bool is_blank(const char *text);

#endif
