#include "tools/import/rows_signs.h"

#include <string.h>

/* What Windows-1252 has where ISO 8859-1 has controls; 0: nothing. */
static const unsigned windows[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

/* How many bytes follow the first one of a character; 9: it is none. */
static size_t
follow(unsigned char c)
{
	if (c < 0x80)
		return 0;
	if (c >= 0xc2 && c <= 0xdf)
		return 1;
	if (c >= 0xe0 && c <= 0xef)
		return 2;
	return c >= 0xf0 && c <= 0xf4 ? 3 : 9;
}

static void
bad(struct signs *signs)
{
	if (signs->bad_line == 0)
		signs->bad_line = signs->line + 1;
	signs->expected = 0;
}

static void
look_at(struct signs *signs, unsigned char c)
{
	size_t n = follow(c);

	if (signs->expected > 0 && (c & 0xc0) == 0x80) {
		signs->whole += --signs->expected == 0;
		return;
	}
	if (signs->expected > 0)
		bad(signs);
	if (n == 9)
		bad(signs);
	else
		signs->expected = n;
	signs->line += c == '\n';
}

/* What the file begins with, blanks and a mark of UTF-8 left out. */
static void
begin(struct signs *signs, unsigned char c)
{
	static const unsigned char mark[] = { 0xef, 0xbb, 0xbf };

	if (signs->mark < sizeof mark && signs->mark + 1 == signs->seen && c == mark[signs->mark]) {
		signs->mark++;
		return;
	}
	if (strchr(" \t\r\n", c) != NULL && c != '\0')
		return;
	signs->begun = true;
	signs->xml = c == '<';
}

void
signs_look(struct signs *signs, const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (signs->seen < sizeof signs->first)
			signs->first[signs->seen] = c;
		signs->seen++;
		if (!signs->begun)
			begin(signs, c);
		look_at(signs, c);
	}
}

void
signs_end(struct signs *signs)
{
	bool utf16 = (signs->first[0] == 0xff && signs->first[1] == 0xfe) || (signs->first[0] == 0xfe && signs->first[1] == 0xff);

	if (signs->expected > 0)
		bad(signs);
	if (utf16)
		signs->wrong = "this is UTF-16: save it as CSV in UTF-8";
	else if (signs->bad_line > 0 && signs->whole - (signs->mark == 3) > 0)
		signs->wrong = "most of the file is UTF-8, and this line is not: which letters are meant cannot be known";
	else
		signs->latin = signs->bad_line > 0;
	signs->wrong_line = utf16 ? 1 : signs->bad_line;
}

static size_t
put(char *out, unsigned c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | c >> 12);
	out[1] = (char)(0x80 | (c >> 6 & 0x3f));
	out[2] = (char)(0x80 | (c & 0x3f));
	return 3;
}

size_t
signs_utf8(char *bytes, size_t length)
{
	char *from = bytes + length * (SIGNS_LONGEST - 1);
	size_t i, n = 0;

	memmove(from, bytes, length);
	for (i = 0; i < length; i++) {
		unsigned char c = (unsigned char)from[i];

		n += put(bytes + n, c >= 0x80 && c < 0xa0 ? windows[c - 0x80] : c);
	}
	return n;
}
