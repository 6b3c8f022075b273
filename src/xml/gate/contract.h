/*
 * contract.h - what a layer may build on, as the gate keeps it.  Private to xml/gate/.
 *
 * A kind is an element as the grammar defines it in one place: a row "course" of a list and the "course" of a page are two kinds of one
 * name.  A field is the name of an attribute.
 */
#ifndef SAMSPIL_XML_GATE_CONTRACT_H
#define SAMSPIL_XML_GATE_CONTRACT_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fail.h"
#include "xml/labels.h"

enum { KINDS_MAX = 1024, FIELDS_MAX = 1024, KIND_ROOT = 0 };

struct bits { uint64_t word[KINDS_MAX / 64]; };
_Static_assert(KINDS_MAX == FIELDS_MAX && KINDS_MAX % 64 == 0, "a set holds either");

static inline void
bits_set(struct bits *bits, size_t i)
{
	bits->word[i / 64] |= (uint64_t)1 << (i % 64);
}

static inline bool
bits_has(const struct bits *bits, size_t i)
{
	return (bits->word[i / 64] >> (i % 64) & 1) != 0;
}

void bits_join(struct bits *into, const struct bits *from);
void bits_keep(struct bits *in, const struct bits *only);
bool bits_empty(const struct bits *bits);
bool bits_meet(const struct bits *a, const struct bits *b);

/*
 * Nodes of a page that may be meant; of unknown ones nothing is known, but that they are of the layer's own data when they are kept, and
 * addresses of the house, without its prefix, when they are rooted.  Attributes: any of fields on any of owners.
 */
struct nodes { bool unknown, text, kept, rooted; struct bits kinds, owners, fields; };

bool nodes_meet(const struct nodes *a, const struct nodes *b);
void nodes_join(struct nodes *into, const struct nodes *from);

struct kind { const char *name; struct bits children, below, parents, above, fields, addresses; bool text; };

/* A list of names with what belongs to them. */
struct known { const char *name; struct nodes nodes; bool is_hook; const char **with; size_t with_count; bool any_with; };
struct knowns { struct known *list; size_t count; };

struct contract {
	const char *program;
	const struct labels *labels;
	struct kind *kinds;		/* kinds[KIND_ROOT]: the document, named "/" */
	size_t kind_count;
	const char **fields;
	size_t field_count;
	struct knowns modes;		/* "" is the default mode */
	struct knowns templates, variables, keys, attribute_sets;
	const char **classes;		/* sp-... and is-... of the house's CSS, sorted; none when it cannot be read */
	size_t class_count;
	const char **programs;		/* that have a stylesheet here */
	size_t program_count;
};

/* The one called name, NULL when there is none; or a new one, NULL only without memory. */
struct known *knowns_find(const struct knowns *knowns, const char *name);
struct known *knowns_get(const void *owner, struct knowns *knowns, const char *name);

/* Note that templates of this name take a parameter. */
bool known_takes(const void *owner, struct known *known, const char *parameter);

/* Read schema/page.rng into kinds and fields. */
enum fail grammar_read(struct contract *contract, const char *dir);

#endif
