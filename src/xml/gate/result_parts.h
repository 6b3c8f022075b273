/* result_parts.h - one element of the page as a layer writes it, shared by result*.c.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_RESULT_PARTS_H
#define SAMSPIL_XML_GATE_RESULT_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "xml/gate/source_parts.h"

enum { RESULT_NAME_ROOM = 200 };

/* The plain text that a computed name begins with goes to begin; true when all of it is plain. */
bool result_name_is_plain(const struct attribute *name, char begin[RESULT_NAME_ROOM]);

/* Does it stand in what the layer keeps for itself in a variable?  That may be called anything. */
bool result_is_kept(const xmlNode *node);

/* result_attribute.c: may no page have an attribute of that name? */
bool result_forbids(const char *name);

/* An attribute that is written out, of an element of that name. */
void result_read_attribute(struct source *source, const struct here *here, const struct attribute *attribute, const char *element);

/* result_address.c: a value that is an address, as it is put together.  Zeroed, before the first piece. */
struct whole_address {
	struct address address;	/* how it begins */
	size_t count;		/* pieces so far */
	bool own;		/* the only piece is an expression that gives addresses of the page */
	bool of_house;		/* begins with $static or $look, or within this page */
};

/* The next piece of it, as source_read_template hands them out; data: the whole. */
void result_take_address(void *data, const struct template_piece *piece, const struct value *value);

/* All that stands in an xsl:attribute.  Its expressions are told of where the walk comes to them. */
void result_read_content(struct source *source, const xmlNode *node, const struct nodes *current, struct whole_address *out);

/* Say what is wrong with it; element NULL: not known. */
void result_judge_address(struct source *source, const struct whole_address *whole, const char *element, const char *name, size_t at);

/* fill="url(...)" and its like reach for another document, unless it is a part of this one. */
void result_check_url(struct source *source, const struct attribute *attribute, const char *element);

#endif
