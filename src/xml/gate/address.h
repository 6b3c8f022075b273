/* address.h - may an address stand in a page?  Judged by how it begins.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_ADDRESS_H
#define SAMSPIL_XML_GATE_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * How an address is known to begin, piece by piece.  While it is OPEN all that is known of it is in text: nothing, or what may become
 * a scheme.
 */
enum address_state {
	ADDRESS_OPEN,
	ADDRESS_SLASH,		/* begins with one '/'; a second would name a host */
	ADDRESS_BASE,		/* begins with $base, which may be empty */
	ADDRESS_BASE_SLASH,
	ADDRESS_MIXED,		/* one of several beginnings, each fine by itself; nothing may follow */
	ADDRESS_MAIL,		/* mailto: only what stands there in plain text may follow */
	ADDRESS_SAFE,		/* of this house, whatever follows */
	ADDRESS_ROOTED,		/* the same, but without the prefix under which the house is mounted */
	ADDRESS_COMPUTED,	/* from here on the address cannot be known: all below is refused */
	ADDRESS_ELSEWHERE,
	ADDRESS_CODE,
};

struct address { enum address_state state; char text[32]; size_t length; };

/* A piece of plain text. */
void address_text(struct address *address, const char *text, size_t length);

/* A piece that is computed: what is known of it. */
void address_piece(struct address *address, const struct address *piece);

/* One of two ways that an address may have begun: what holds for both. */
void address_either(struct address *address, const struct address *other);

static inline bool
address_refused(const struct address *address)
{
	return address->state >= ADDRESS_COMPUTED;
}

#endif
