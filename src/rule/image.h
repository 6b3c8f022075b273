/*
 * image.h - what a picture's own bytes say of it, without decoding it.  A pure rule.  rule/: may use base/.
 *
 * Sources: PNG (RFC 2083, 3 and 4.1.1), JPEG (ITU-T T.81, B.2), WebP (RFC 9649, 2.4 to 2.7).
 */
#ifndef SAMSPIL_RULE_IMAGE_H
#define SAMSPIL_RULE_IMAGE_H

#include <stdbool.h>
#include <stddef.h>

struct image {
	const char *type;	/* "image/png", "image/jpeg" or "image/webp" */
	unsigned width, height;	/* in pixels, as the head says */
};

/* false: none of these three, or its head is cut or says no size. */
bool image_read(const unsigned char *bytes, size_t length, struct image *out);

#endif
