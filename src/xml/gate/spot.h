/* spot.h - where in a text of XML its tags and attributes stand.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_SPOT_H
#define SAMSPIL_XML_GATE_SPOT_H

#include <stddef.h>

/* Bytes from the text's beginning; end is after the last one.  Values are without their quotes. */
struct spot_attribute { size_t name, name_end, value, value_end; };

/* A start tag; its attributes are list[first .. first + count - 1] of places->attributes, namespace declarations included. */
struct spot_tag { size_t name, name_end; size_t first, count; };

/* What no layer may have, seen before a parser sees it. */
enum spot_trouble { SPOT_FINE, SPOT_DOCTYPE, SPOT_INSTRUCTION, SPOT_ATTRIBUTES, SPOT_DEEP, SPOT_COMMENT, SPOT_OPEN, SPOT_TAG };

enum { SPOT_DEPTH_MAX = 100, SPOT_ATTRIBUTES_MAX = 100 };

struct spots {
	const char *text;	/* borrowed */
	size_t length;
	struct spot_tag *tags;
	size_t count;
	struct spot_attribute *attributes;
	size_t attribute_count;
	size_t *lines;		/* where each line begins */
	size_t line_count;
	enum spot_trouble trouble;	/* the first one, and where */
	size_t trouble_at;
};

/*
 * Scan a text.  Of a well-formed document every start tag in document order; of another whatever is found up to its fault.  The scan ends
 * at the first trouble.  Owned by owner; NULL only without memory.
 */
struct spots *spots_scan(const void *owner, const char *text, size_t length);

/* Line and column, in characters, both from 1, of a byte. */
void spots_find(const struct spots *places, size_t at, int *line, int *column);

/*
 * The byte in the text at which byte number `within` of an attribute's value, as a parser gives it, begins: entities and line ends are longer in
 * the text.
 */
size_t spots_within(const struct spots *places, const struct spot_attribute *attribute, size_t within);

#endif
