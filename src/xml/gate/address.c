#include "xml/gate/address.h"

#include <string.h>

static bool
is_letter(char c)
{
	return ((unsigned char)c | 0x20) >= 'a' && ((unsigned char)c | 0x20) <= 'z';
}

/* What begins with a scheme.  Case was taken away. */
static enum address_state
by_scheme(const char *scheme)
{
	if (strcmp(scheme, "tel") == 0)
		return ADDRESS_SAFE;
	if (strcmp(scheme, "mailto") == 0)
		return ADDRESS_MAIL;
	if (strcmp(scheme, "javascript") == 0 || strcmp(scheme, "vbscript") == 0 || strcmp(scheme, "data") == 0 || strcmp(scheme, "livescript") == 0)
		return ADDRESS_CODE;
	return ADDRESS_ELSEWHERE;
}

/* A character of an address of which no more is known than what may be a scheme. */
static void
open_char(struct address *address, char c)
{
	bool first = address->length == 0;

	/* Spaces of every alphabet: browsers pass over some before a scheme. */
	if (first && ((unsigned char)c <= ' ' || (unsigned char)c >= 0x80))
		return;
	if (first && c == '/') {
		address->state = ADDRESS_SLASH;
	} else if (first && c == '\\') {
		address->state = ADDRESS_ELSEWHERE;
	} else if (!first && c == ':') {
		address->text[address->length] = '\0';
		address->state = by_scheme(address->text);
	} else if (is_letter(c) || (!first && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
		if (address->length == sizeof address->text - 1)
			address->state = ADDRESS_ELSEWHERE;
		else
			address->text[address->length++] = is_letter(c) ? (char)(c | 0x20) : c;
	} else {
		address->state = ADDRESS_SAFE;
	}
}

/* Browsers take tabs and line ends out of an address before they read it, and take '\' for '/'. */
void
address_text(struct address *address, const char *text, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) {
		bool slash = text[i] == '/' || text[i] == '\\';

		if (text[i] == '\t' || text[i] == '\n' || text[i] == '\r')
			continue;
		switch (address->state) {
		case ADDRESS_OPEN:
			open_char(address, text[i]);
			break;
		case ADDRESS_SLASH:
			address->state = slash ? ADDRESS_ELSEWHERE : ADDRESS_ROOTED;
			break;
		case ADDRESS_BASE:
			address->state = text[i] == '/' ? ADDRESS_BASE_SLASH : text[i] == '?' || text[i] == '#' ? ADDRESS_SAFE : ADDRESS_COMPUTED;
			break;
		case ADDRESS_BASE_SLASH:
			address->state = slash ? ADDRESS_ELSEWHERE : ADDRESS_SAFE;
			break;
		case ADDRESS_MIXED:
			address->state = ADDRESS_COMPUTED;
			break;
		default:
			return;
		}
	}
}

void
address_piece(struct address *address, const struct address *piece)
{
	switch (address->state) {
	case ADDRESS_OPEN:
		if (address->length == 0)
			*address = *piece;
		else if (piece->state == ADDRESS_OPEN)
			address_text(address, piece->text, piece->length);
		else
			address->state = ADDRESS_COMPUTED;
		break;
	case ADDRESS_BASE:
		address->state = piece->state == ADDRESS_ROOTED ? ADDRESS_SAFE : ADDRESS_COMPUTED;
		break;
	case ADDRESS_SLASH:
	case ADDRESS_BASE_SLASH:
	case ADDRESS_MIXED:
	case ADDRESS_MAIL:
		address->state = ADDRESS_COMPUTED;
		break;
	default:
		break;
	}
}

static bool
is_settled(const struct address *address)
{
	return address->state == ADDRESS_SAFE || address->state == ADDRESS_ROOTED;
}

void
address_either(struct address *address, const struct address *other)
{
	if (address_refused(address) || is_settled(other))
		return;
	if (address_refused(other) || is_settled(address))
		*address = *other;
	else if (address->state != other->state || address->length != other->length || memcmp(address->text, other->text, other->length) != 0)
		address->state = ADDRESS_MIXED;
}
