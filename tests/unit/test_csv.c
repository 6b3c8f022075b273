#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include <cmocka.h>

#include "base/csv_reader.h"
#include "rule/number.h"

/* What comes in pieces of so many bytes. */
struct text { const char *bytes; size_t length, at, piece; };

static size_t
give(void *user, char *buffer, size_t room)
{
	struct text *text = user;
	size_t n = text->length - text->at;

	n = n > text->piece ? text->piece : n;
	n = n > room ? room : n;
	memcpy(buffer, text->bytes + text->at, n);
	text->at += n;
	return n;
}

/* Every row as "LINE:cell|cell" with a "/" behind it, "LINE!" for one that is wrong, "~" behind one whose line has no end. */
static const struct { const char *name, *text, *want; } cases[] = {
	{ "nothing",                     "",                             "" },
	{ "a header alone",              "a;b\n",                        "1:a|b/" },
	{ "a mark before it",            "\xef\xbb\xbf" "a;b\n1;2\n",    "1:a|b/2:1|2/" },
	{ "commas",                      "a,b\n1;2,3\n",                 "1:a|b/2:1;2|3/" },
	{ "tabs, and CRLF",              "a\tb\r\n1\t\r\n",              "1:a|b/2:1|/" },
	{ "quotes in the header",        "\"a;x\",b\n\"1,5\",2\n",       "1:a;x|b/2:1,5|2/" },
	{ "a quote, a line end inside",  "a;b\n\"x\"\"y\nz\";2\nq;r\n",  "1:a|b/2:x\"y\nz|2/4:q|r/" },
	{ "CRLF inside",                 "a;b\r\n\"x\r\ny\";\"\"\r\n",   "1:a|b/2:x\r\ny|/" },
	{ "empty lines",                 "\n\r\na;b\n\n1;2\n\n",         "3:a|b/5:1|2/" },
	{ "a CR alone is a sign",        "a;b\nx\ry;2\n",                "1:a|b/2:x\ry|2/" },
	{ "no end of the last line",     "a;b\n1;2",                     "1:a|b/2:1|2~/" },
	{ "cut behind a separator",      "a;b\n1;",                      "1:a|b/2:1|~/" },
	{ "cut within a quote",          "a;b\n1;\"2\n3",                "1:a|b/2!" },
	{ "cut behind a quote",          "a;b\n1;\"2\"",                 "1:a|b/2:1|2~/" },
	{ "a quote inside",              "a;b\n1;2\"3\nx;y\n",           "1:a|b/2!3:x|y/" },
	{ "something behind a quote",    "a;b\n\"1\" ;2\nx;y\n",         "1:a|b/2!3:x|y/" },
};

static char *
read_all(const void *owner, const char *bytes, size_t length, size_t piece)
{
	struct text text = { bytes, length, 0, piece };
	struct csv_reader *csv = csv_reader_new(owner, give, &text);
	char *out = talloc_strdup(owner, "");
	enum csv_verdict verdict;
	struct csv_row row;
	size_t i;

	csv_reader_separator(csv);
	while ((verdict = csv_reader_next(csv, &row)) != CSV_END) {
		out = talloc_asprintf_append(out, "%ld%s", row.line, verdict == CSV_ROW ? ":" : "!");
		for (i = 0; verdict == CSV_ROW && i < row.count; i++)
			out = talloc_asprintf_append(out, "%s%s", i == 0 ? "" : "|", row.cells[i]);
		if (verdict == CSV_ROW)
			out = talloc_asprintf_append(out, "%s/", row.unended ? "~" : "");
	}
	return out;
}

static void
rows(void **state)
{
	void *owner = talloc_new(NULL);
	size_t i, piece;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
		for (piece = 1; piece < 8; piece += 3) {
			const char *got = read_all(owner, cases[i].text, strlen(cases[i].text), piece);

			if (strcmp(got, cases[i].want) != 0)
				fail_msg("%s: %s, wanted %s", cases[i].name, got, cases[i].want);
		}
	talloc_free(owner);
}

/* However long it is, and wherever the buffer ends. */
static void
limits(void **state)
{
	size_t length = 600 * 1024, i;
	char *long_text = talloc_array(NULL, char, (unsigned)length);

	(void)state;
	memset(long_text, 'x', length);
	assert_string_equal(read_all(long_text, long_text, length, 4096), "1!");
	memcpy(long_text, "a;b\n\"", 5);
	assert_string_equal(read_all(long_text, long_text, length, 4096), "1:a|b/2!");
	memset(long_text, ';', length);
	long_text[99] = '\n';
	assert_string_equal(read_all(long_text, long_text, 100, 7), "1!");
	for (i = 65530; i < 65540; i++) {
		memset(long_text, 'x', length);
		memcpy(long_text + i, "\r\n\r\n1;2\r\n", 10);
		assert_non_null(strstr(read_all(long_text, long_text, i + 10, 65536), "/3:1|2/"));
	}
	talloc_free(long_text);
}

static const struct { const char *text; enum number_manner manner; unsigned decimals; enum number_verdict want; const char *out; } numbers[] = {
	{ "17",            NUMBER_ASKED, 2, NUMBER_OK,        "17" },
	{ "-17",           NUMBER_ASKED, 0, NUMBER_OK,        "-17" },
	{ "4,5",           NUMBER_ASKED, 2, NUMBER_UNCERTAIN, "" },
	{ "4.5",           NUMBER_ASKED, 2, NUMBER_UNCERTAIN, "" },
	{ "4.500",         NUMBER_ASKED, 2, NUMBER_UNCERTAIN, "" },
	{ "1.234,5",       NUMBER_ASKED, 2, NUMBER_UNCERTAIN, "" },
	{ "4,5 mio.",      NUMBER_ASKED, 2, NUMBER_NONE,      "" },
	{ "4,5",           NUMBER_COMMA, 1, NUMBER_OK,        "4.5" },
	{ "4.5",           NUMBER_POINT, 1, NUMBER_OK,        "4.5" },
	{ "4.5",           NUMBER_COMMA, 1, NUMBER_GROUPS,    "" },
	{ "4,5",           NUMBER_POINT, 1, NUMBER_GROUPS,    "" },
	{ "4.500",         NUMBER_COMMA, 1, NUMBER_OK,        "4500" },
	{ "4.500",         NUMBER_POINT, 1, NUMBER_OK,        "4.5" },
	{ "4,500",         NUMBER_COMMA, 1, NUMBER_OK,        "4.5" },
	{ "1.234,5",       NUMBER_COMMA, 1, NUMBER_OK,        "1234.5" },
	{ "1.234,5",       NUMBER_POINT, 1, NUMBER_NONE,      "" },
	{ "1,234.5",       NUMBER_POINT, 1, NUMBER_OK,        "1234.5" },
	{ "1234.567,5",    NUMBER_COMMA, 1, NUMBER_GROUPS,    "" },
	{ "1.23.456",      NUMBER_COMMA, 1, NUMBER_GROUPS,    "" },
	{ "1 234 567,50",  NUMBER_COMMA, 1, NUMBER_OK,        "1234567.5" },
	{ "1\xc2\xa0" "158", NUMBER_ASKED, 0, NUMBER_OK,      "1158" },
	{ "- 15,5",        NUMBER_COMMA, 1, NUMBER_OK,        "-15.5" },
	{ "\xe2\x88\x92" "15,5", NUMBER_COMMA, 1, NUMBER_OK,  "-15.5" },
	{ "-0,0",          NUMBER_COMMA, 1, NUMBER_OK,        "0" },
	{ "007,10",        NUMBER_COMMA, 2, NUMBER_OK,        "7.1" },
	{ "0,05",          NUMBER_COMMA, 2, NUMBER_OK,        "0.05" },
	{ "0,05",          NUMBER_COMMA, 1, NUMBER_FINE,      "" },
	{ "5,00",          NUMBER_COMMA, 0, NUMBER_OK,        "5" },
	{ "5,",            NUMBER_COMMA, 1, NUMBER_NONE,      "" },
	{ ",5",            NUMBER_COMMA, 1, NUMBER_NONE,      "" },
	{ "",              NUMBER_COMMA, 1, NUMBER_NONE,      "" },
	{ "-",             NUMBER_COMMA, 1, NUMBER_NONE,      "" },
	{ "1e5",           NUMBER_POINT, 1, NUMBER_NONE,      "" },
	{ "+5",            NUMBER_POINT, 1, NUMBER_NONE,      "" },
	{ "999999999999999",  NUMBER_ASKED, 0, NUMBER_OK,     "999999999999999" },
	{ "1000000000000000", NUMBER_ASKED, 0, NUMBER_GREAT,  "" },
	{ "99999999999999,12", NUMBER_COMMA, 2, NUMBER_GREAT, "" },
};

static void
numbers_of_files(void **state)
{
	char out[NUMBER_TEXT_MAX + 1];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		enum number_verdict got = number_read(numbers[i].text, numbers[i].manner, numbers[i].decimals, out);

		if (got != numbers[i].want || strcmp(out, numbers[i].out) != 0)
			fail_msg("%s (%d): %d \"%s\"", numbers[i].text, (int)numbers[i].manner, (int)got, out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(rows), cmocka_unit_test(limits), cmocka_unit_test(numbers_of_files) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
