#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "base/file_name.h"
#include "base/text.h"

#include <cmocka.h>

#define FORTY "abcdefghijklmnopqrstuvwxyzabcdefghijklmn"

static const struct { const char *name, *given, *want; } names[] = {
	{ "an ordinary one",          "Speciall\xc3\xa6geerkl\xc3\xa6ring 2026.pdf", "Speciall\xc3\xa6geerkl\xc3\xa6ring 2026.pdf" },
	{ "decomposed letters",       "la\xcc\x8age.pdf", "l\xc3\xa5ge.pdf" },
	{ "none",                     NULL, "" },
	{ "an empty one",             "", "" },
	{ "only points",              "...", "" },
	{ "a hidden one",             ".htaccess", "htaccess" },
	{ "folders",                  "../../etc/passwd", "passwd" },
	{ "folders of Windows",       "C:\\Users\\lene\\brev.docx", "brev.docx" },
	{ "only folders",             "../", "" },
	{ "controls",                 "a\x01\x1b[31mb\x7f.pdf", "a[31mb.pdf" },
	{ "a break",                  "a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie- x=1.pdf" },
	{ "right to left",            "brev\xe2\x80\xae" "fdp.exe", "brevfdp.exe" },
	{ "isolates and marks",       "a\xe2\x81\xa6" "b\xe2\x80\x8f" "c\xd8\x9c.txt", "abc.txt" },
	{ "no width",                 "a\xe2\x80\x8b" "b\xef\xbb\xbf" "c\xc2\xad.txt", "abc.txt" },
	{ "tags",                     "a\xf3\xa0\x81\xa1" "b.txt", "ab.txt" },
	{ "wide spaces",              "a\xe3\x80\x80\xc2\xa0 b.txt", "a b.txt" },
	{ "what Windows forbids",     "svar: <a|b>?*.txt", "svar- -a-b---.txt" },
	{ "quotes",                   "\"brev\".pdf", "-brev-.pdf" },
	{ "points and spaces behind", "brev.pdf. . ", "brev.pdf" },
	{ "Arabic",                   "\xd8\xb1\xd8\xb3\xd8\xa7\xd9\x84\xd8\xa9.pdf", "\xd8\xb1\xd8\xb3\xd8\xa7\xd9\x84\xd8\xa9.pdf" },
	{ "300 characters",           FORTY FORTY FORTY FORTY FORTY FORTY FORTY "abcdefghijklmnop.pdf", FORTY FORTY "abcdefghijklmnopqrstuvwxyzabcdefghij.pdf" },
	{ "a very long ending",       "a." FORTY FORTY FORTY FORTY, "a." FORTY FORTY "abcdefghijklmnopqrstuvwxyzabcdefghijkl" },
};

static void
names_are_cleaned(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		char *got = file_name_clean(NULL, names[i].given), *again;

		if (got == NULL || strcmp(got, names[i].want) != 0)
			fail_msg("%s: %s", names[i].name, got);
		assert_true(text_characters(got) <= FILE_NAME_MAX);
		/* What is clean stays so. */
		again = file_name_clean(got, got);
		if (strcmp(again, got) != 0)
			fail_msg("%s: again %s", names[i].name, again);
		talloc_free(got);
	}
	assert_null(file_name_clean(NULL, "\xe6.pdf"));
}

static const struct { const char *name, *ending, *title; } endings[] = {
	{ "brev.pdf", "pdf", "brev" },
	{ "brev.PDF", "pdf", "brev" },
	{ "a.tar.gz", "gz", "a.tar" },
	{ "Svar_fra_l\xc3\xa6gen.docx", "docx", "Svar fra l\xc3\xa6gen" },
	{ "brev", "", "brev" },
	{ "brev.", "", "brev." },
	{ ".pdf", "", ".pdf" },
	{ "aftale d. 3", "", "aftale d. 3" },
	{ "Vers. 2.l\xc3\xa6s", "", "Vers. 2.l\xc3\xa6s" },
	{ "a.12345678901", "", "a.12345678901" },
	{ "", "", "" },
};

static void
endings_are_found(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		char *ending = file_name_ending(NULL, endings[i].name), *title = file_name_title(NULL, endings[i].name);

		if (strcmp(ending, endings[i].ending) != 0 || strcmp(title, endings[i].title) != 0)
			fail_msg("%s: %s, %s", endings[i].name, ending, title);
		talloc_free(ending);
		talloc_free(title);
	}
}

static const struct { const char *name, *want; } sent[] = {
	{ "brev.pdf", "attachment; filename=\"brev.pdf\"" },
	{ "Svar fra l\xc3\xa6gen.pdf", "attachment; filename=\"Svar fra l_gen.pdf\"; filename*=UTF-8''Svar%20fra%20l%C3%A6gen.pdf" },
	{ "100% \"sikker\"; a.txt", "attachment; filename=\"100_ _sikker__ a.txt\"; filename*=UTF-8''100%25%20%22sikker%22%3B%20a.txt" },
	{ "a'b(c).txt", "attachment; filename=\"a'b(c).txt\"" },
	{ "\xd8\xb1.pdf", "attachment; filename=\"_.pdf\"; filename*=UTF-8''%D8%B1.pdf" },
	{ "", "attachment; filename=\"\"" },
};

static void
headers_carry_names(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof sent / sizeof sent[0]; i++) {
		char *got = file_name_disposition(NULL, sent[i].name);

		assert_string_equal(got, sent[i].want);
		talloc_free(got);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_cleaned),
		cmocka_unit_test(endings_are_found),
		cmocka_unit_test(headers_carry_names),
	};

	return cmocka_run_group_tests_name("file_name", tests, NULL, NULL);
}
