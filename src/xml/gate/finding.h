/* finding.h - what the gate has to say about a layer.  xml/gate/: may use base/, xml/. */
#ifndef SAMSPIL_XML_GATE_FINDING_H
#define SAMSPIL_XML_GATE_FINDING_H

#include <stdbool.h>
#include <stddef.h>

enum { FINDINGS_MAX = 200, FINDING_TEXT_MAX = 300 };

/*
 * One thing, said by the label gate.KEY, whose places {name} {nearest} {where} {page} are filled from here; all texts may be NULL,
 * which fills in nothing.  The labels say it in the reader's language: people in the studio, English on the command line.
 */
struct finding {
	int line, column;	/* in the layer's text, from 1, the column in characters; 0: at no place of it */
	bool refuses;		/* false: a remark, the layer may be put to use all the same */
	const char *key;	/* "unknown-attribute" */
	const char *name;	/* what it is about: "icf-titel" */
	const char *nearest;	/* what was perhaps meant: "icf-title" */
	const char *where;	/* in or on what: "focus-area", the attribute select, a form's name */
	const char *page;	/* the sample on which it was seen: "plan-focus-areas"; NULL: seen in the text itself */
};

/* All on one talloc context, list included. */
struct findings { const void *owner; struct finding *list; size_t count; };

/*
 * Append a copy of one, its texts cut to FINDING_TEXT_MAX bytes at a character's end.  What is there already, but for the page,
 * is not added again; after FINDINGS_MAX nothing is, and findings_refuse goes on knowing.  Never fails but for memory, and then
 * the findings refuse.
 */
void findings_add(struct findings *findings, const struct finding *one);

/* Does any of them refuse? */
bool findings_refuse(const struct findings *findings);

/* By line, then column; those without a place last, in their order. */
void findings_sort(struct findings *findings);

#endif
