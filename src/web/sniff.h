/* sniff.h - what bytes are, by libmagic, of which this is the only home.  web/: may use base/, sql/, xml/. */
#ifndef SAMSPIL_WEB_SNIFF_H
#define SAMSPIL_WEB_SNIFF_H

#include <stddef.h>

struct sniff;

/* Reads libmagic's database, which takes some milliseconds: once for all files of a request.  Owned by owner (talloc); NULL (logged) without it. */
struct sniff *sniff_new(const void *owner);

/* The media type ("application/pdf"), owned by sniff; "" when it cannot say, or sniff is NULL. */
const char *sniff_type(struct sniff *sniff, const void *bytes, size_t length);

#endif
