#include "rule/image.h"

#include <string.h>

#include "base/bytes.h"

static bool
read_png(const unsigned char *bytes, size_t length, struct image *out)
{
	if (length < 33 || memcmp(bytes, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) != 0)
		return false;
	*out = (struct image){ "image/png", bytes_big(bytes + 16, 4), bytes_big(bytes + 20, 4) };
	return true;
}

/* The frame's head, among the segments before the picture; DHT, JPG and DAC have numbers among those of frames. */
static bool
read_jpeg(const unsigned char *bytes, size_t length, struct image *out)
{
	size_t at = 2;

	if (length < 4 || bytes[0] != 0xff || bytes[1] != 0xd8)
		return false;
	while (at + 9 <= length && bytes[at] == 0xff) {
		unsigned char marker = bytes[at + 1];

		if (marker == 0xff) {
			at++;
			continue;
		}
		if (marker == 0xda || marker == 0xd9)
			return false;
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
			*out = (struct image){ "image/jpeg", bytes_big(bytes + at + 7, 2), bytes_big(bytes + at + 5, 2) };
			return true;
		}
		at += 2 + bytes_big(bytes + at + 2, 2);
	}
	return false;
}

static bool
read_webp(const unsigned char *bytes, size_t length, struct image *out)
{
	unsigned bits;

	if (length < 30 || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WEBP", 4) != 0)
		return false;
	out->type = "image/webp";
	if (memcmp(bytes + 12, "VP8X", 4) == 0) {
		out->width = bytes_little(bytes + 24, 3) + 1;
		out->height = bytes_little(bytes + 27, 3) + 1;
		return true;
	}
	if (memcmp(bytes + 12, "VP8L", 4) == 0 && bytes[20] == 0x2f) {
		bits = bytes_little(bytes + 21, 4);
		out->width = (bits & 0x3fff) + 1;
		out->height = (bits >> 14 & 0x3fff) + 1;
		return true;
	}
	if (memcmp(bytes + 12, "VP8 ", 4) != 0 || memcmp(bytes + 23, "\x9d\x01\x2a", 3) != 0)
		return false;
	out->width = bytes_little(bytes + 26, 2) & 0x3fff;
	out->height = bytes_little(bytes + 28, 2) & 0x3fff;
	return true;
}

bool
image_read(const unsigned char *bytes, size_t length, struct image *out)
{
	return (read_png(bytes, length, out) || read_jpeg(bytes, length, out) || read_webp(bytes, length, out)) &&
	    out->width > 0 && out->height > 0;
}
