#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule/image.h"

#include <cmocka.h>

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
#define BYTES(text) text, sizeof(text) - 1

static const struct { const char *name, *bytes; size_t length; const char *type; unsigned width, height; } cases[] = {
	{ "a PNG", BYTES(PNG "\0\0\1\x2c\0\0\0\x50\x08\6\0\0\0abcd"), "image/png", 300, 80 },
	{ "a PNG of no width", BYTES(PNG "\0\0\0\0\0\0\0\x50\x08\6\0\0\0abcd"), NULL, 0, 0 },
	{ "a huge PNG", BYTES(PNG "\xff\xff\xff\xff\0\0\0\1\x08\6\0\0\0abcd"), "image/png", 4294967295u, 1 },
	{ "a cut PNG", BYTES(PNG "\0\0\1\x2c\0\0\0\x50"), NULL, 0, 0 },
	{ "a JPEG", BYTES("\xff\xd8\xff\xe0\0\4JF\xff\xdb\0\3x\xff\xff\xc0\0\x11\x08\0\x50\1\x2c\3"), "image/jpeg", 300, 80 },
	{ "a progressive JPEG", BYTES("\xff\xd8\xff\xc2\0\x11\x08\0\x50\1\x2c\3"), "image/jpeg", 300, 80 },
	{ "Huffman tables are no frame", BYTES("\xff\xd8\xff\xc4\0\4xx\xff\xc0\0\x11\x08\0\x50\1\x2c\3"), "image/jpeg", 300, 80 },
	{ "a JPEG without a frame", BYTES("\xff\xd8\xff\xda\0\4xxxxxxxxxxx"), NULL, 0, 0 },
	{ "a JPEG whose segment never ends", BYTES("\xff\xd8\xff\xe0\xff\xffxxxxxxxxxxx"), NULL, 0, 0 },
	{ "a JPEG with an empty segment", BYTES("\xff\xd8\xff\xe0\0\0\xff\xe0\0\0\xff\xe0\0\0"), NULL, 0, 0 },
	{ "a lossy WebP", BYTES("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\1\x2a\x2c\1\x50\0"), "image/webp", 300, 80 },
	{ "a lossless WebP", BYTES("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x2b\xc1\x13\0xxxxx"), "image/webp", 300, 80 },
	{ "an extended WebP", BYTES("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x2b\1\0\x4f\0\0"), "image/webp", 300, 80 },
	{ "another RIFF", BYTES("RIFF\0\0\0\0WAVEfmt xxxxxxxxxxxxxxxxxxxx"), NULL, 0, 0 },
	{ "SVG", BYTES("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"80\"/>"), NULL, 0, 0 },
	{ "GIF", BYTES("GIF89a\x2c\1\x50\0xxxxxxxxxxxxxxxxxxxxxxxxxxx"), NULL, 0, 0 },
	{ "nothing", BYTES(""), NULL, 0, 0 },
};

/* Each case also cut after every byte, in memory of just that size: nothing behind it is read. */
static void
pictures_are_read(void **state)
{
	struct image got;
	size_t i, length;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const unsigned char *bytes = (const unsigned char *)cases[i].bytes;
		bool is = image_read(bytes, cases[i].length, &got);

		if (is != (cases[i].type != NULL) || (is && (strcmp(got.type, cases[i].type) != 0 ||
		    got.width != cases[i].width || got.height != cases[i].height)))
			fail_msg("%s: %s %u x %u", cases[i].name, is ? got.type : "no picture", got.width, got.height);
		for (length = 0; length < cases[i].length; length++) {
			unsigned char *copy = malloc(length + 1);

			memcpy(copy, bytes, length);
			copy = realloc(copy, length == 0 ? 1 : length);
			image_read(copy, length, &got);
			free(copy);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(pictures_are_read) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
