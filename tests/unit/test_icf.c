/* The classification of functioning, read from its two forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "tools/import/icf.h"

#include <cmocka.h>	/* last: it makes a macro of the word fail */

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* A file with these bytes, read as lines; the file is gone again. */
static struct lines
lines_of(const void *owner, const char *bytes, size_t length)
{
	char path[] = "/tmp/samspil-icf.XXXXXX";
	int fd = mkstemp(path);
	struct lines lines;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, length), (ssize_t)length);
	close(fd);
	assert_int_equal(lines_read(owner, path, &lines), FAIL_NONE);
	unlink(path);
	lines.path = "test";
	return lines;
}

static enum fail
read_text(const void *owner, const char *text, struct icf_list *list, struct lines *lines)
{
	*lines = lines_of(owner, text, strlen(text));
	return icf_read(owner, lines, list);
}

static const struct icf_row *
row(const struct icf_list *list, const char *code)
{
	const struct icf_row *found = icf_find(list, code, strlen(code));

	if (found == NULL)
		fail_msg("%s is not there", code);
	return found;
}

/* The list that is shipped: each code with its component, and what the issue of the case needs. */
static void
own_list(void **state)
{
	static const char *const codes[] = { "FB130", "FB164", "FB455", "FA155", "FP155", "FA240", "FP240", "FA720", "FP720", "FA845", "FP845",
	    "FA850", "FP850", "FA855", "FP855", "FE310", "FE330", "FE580", "FE590", "FB525", "FB28013", "FB160" };
	void *owner = talloc_new(NULL);
	struct icf_list list;
	struct lines lines;
	size_t i;

	(void)state;
	assert_int_equal(lines_read(owner, SOURCE "/sql/reference/icf.tsv", &lines), FAIL_NONE);
	assert_int_equal(icf_read(owner, &lines, &list), FAIL_NONE);
	assert_int_equal(list.count, lines.count - 1);
	for (i = 0; i < COUNT(codes); i++)
		assert_string_equal(row(&list, codes[i])->selectable, "y");
	assert_string_equal(row(&list, "FB28013")->component, "function");
	assert_string_equal(row(&list, "FA850")->component, "activity");
	assert_string_equal(row(&list, "FP850")->component, "participation");
	assert_string_equal(row(&list, "FE310")->component, "environment");
	assert_string_equal(row(&list, "FS760")->component, "anatomy");
	assert_string_equal(row(&list, "FZBG12")->component, "function");
	assert_string_equal(row(&list, "FZEG1P3")->component, "environment");
	assert_string_equal(row(&list, "FZPG11")->component, "participation");
	assert_string_equal(row(&list, "F")->component, "root");
	assert_null(row(&list, "F")->parent);
	talloc_free(owner);
}

static char *
fixed_line(const void *owner, const char *code, const char *from, const char *to, const char *title)
{
	char *line = talloc_asprintf(owner, "fkt%-20s%-8s%-8s%-8s%s", code, from, "20200101", to, title);
	int wide = (int)strlen(title);
	const char *c;

	for (c = title; *c != '\0'; c++)
		wide -= ((unsigned char)*c & 0xc0) == 0x80;
	return talloc_asprintf(owner, "%s%*s%20s1\r\n", line, 120 - wide, "", "");
}

/* What the fixed width leaves out follows from the code: parent, kind, component, the international code. */
static void
fixed_width(void **state)
{
	static const struct { const char *code, *title, *parent, *kind, *icf, *selectable; } cases[] = {
		{ "F",       "Funktionsevne",             NULL,     "root",            NULL,        "n" },
		{ "FB",      "Funktioner",                "F",      "component",       "b",         "n" },
		{ "FB2",     "Sanser",                    "FB",     "chapter",         "b2",        "n" },
		{ "FB28",    "Smerter (b280-b289)",       "FB2",    "block",           "b280-b289", "n" },
		{ "FB280",   "Oplevelse af smerter",      "FB28",   "category",        "b280",      "y" },
		{ "FB2801",  "Smerter på et sted",        "FB280",  "category4",       "b2801",     "y" },
		{ "FB28013", "Rygsmerter æøå",            "FB2801", "category5",       "b28013",    "y" },
		{ "FB5",     "Fordøjelse",                "FB",     "chapter",         "b5",        "n" },
		{ "FB51",    "Fordøjelsen (b510-b539)",   "FB5",    "block",           "b510-b539", "n" },
		{ "FB525",   "Afføring",                  "FB51",   "category",        "b525",      "y" },
		{ "FB598",   "Andet",                     "FB5",    "category",        "b598",      "y" },
		{ "FP",      "Deltagelse",                "F",      "component",       "d",         "n" },
		{ "FP8",     "Arbejde",                   "FP",     "chapter",         "d8",        "n" },
		{ "FP850",   "Lønnet arbejde",            "FP8",    "category",        "d850",      "y" },
		{ "FZEG",    "Grader",                    "F",      "qualifier-group", NULL,        "n" },
		{ "FZEG1P",  "Fremmer",                   "FZEG",   "qualifier-group", NULL,        "n" },
		{ "FZEG1P2", "Fremmer moderat",           "FZEG1P", "qualifier",       "+2",        "y" },
		{ "FZEG1N2", "Hæmmer moderat",            "FZEG",   "qualifier",       ".2",        "y" },
		{ "FZEG1X",  "Ikke vurderet",             "FZEG",   "qualifier",       NULL,        "y" },
	};
	void *owner = talloc_new(NULL);
	char *text = talloc_strdup(owner, "\xef\xbb\xbf");
	struct icf_list list;
	struct lines lines;
	size_t i;

	(void)state;
	text = talloc_asprintf_append(text, "%s", fixed_line(owner, "DM545", "20050101", "25000101", "Lænderygsmerter"));
	text = talloc_asprintf_append(text, "%s", fixed_line(owner, "FB525", "20050101", "25000101", "Afføring"));
	text = talloc_asprintf_append(text, "%s", fixed_line(owner, "FB525", "19990101", "20041231", "Et ældre ord"));
	for (i = 0; i < COUNT(cases); i++)
		if (strcmp(cases[i].code, "FB525") != 0)
			text = talloc_asprintf_append(text, "%s", fixed_line(owner, cases[i].code, "20050101", "", cases[i].title));
	assert_int_equal(read_text(owner, text, &list, &lines), FAIL_NONE);
	assert_int_equal(list.count, COUNT(cases));
	assert_int_equal(list.skipped, 1);
	assert_int_equal(list.superseded, 1);
	for (i = 0; i < COUNT(cases); i++) {
		const struct icf_row *is = row(&list, cases[i].code);

		print_message("# %s\n", cases[i].code);
		assert_string_equal(is->title, cases[i].title);
		assert_string_equal(is->kind, cases[i].kind);
		assert_string_equal(is->selectable, cases[i].selectable);
		assert_string_equal(is->valid_from, "2005-01-01");
		assert_null(is->valid_to);
		assert_string_equal(is->parent == NULL ? "" : is->parent, cases[i].parent == NULL ? "" : cases[i].parent);
		assert_string_equal(is->icf == NULL ? "" : is->icf, cases[i].icf == NULL ? "" : cases[i].icf);
	}
	talloc_free(owner);
}

/* The official files come in ISO 8859-1. */
static void
latin_1(void **state)
{
	static const char text[] = "code\ttitle\nF\tFunktionsevne\nFB\tKroppens\nFB5\tFord\xf8jelse\n";
	void *owner = talloc_new(NULL);
	struct icf_list list;
	struct lines lines;

	(void)state;
	assert_int_equal(read_text(owner, text, &list, &lines), FAIL_NONE);
	assert_string_equal(row(&list, "FB5")->title, "Fordøjelse");
	talloc_free(owner);
}

static void
refused(void **state)
{
#define HEAD "code\ttitle\tparent\tvalid_from\tvalid_to\tselectable\tkind\nF\tAlt\t\t\t\t\t\n"
	static const struct { const char *name, *text; unsigned faults; } cases[] = {
		{ "nothing",                  "",                                              1 },
		{ "no header",                "F\tx\n",                                        3 },
		{ "a column twice",           "code\ttitle\ttitle\nF\tx\ty\n",                 1 },
		{ "an unknown column",        "code\ttitle\tcolour\nF\tx\ty\n",                1 },
		{ "too few columns",          HEAD "FB\tx\n",                                  1 },
		{ "lower case",               HEAD "fb\tx\t\t\t\t\t\n",                        1 },
		{ "too long a code",          HEAD "FB00000000000\tx\t\t\t\t\t\n",             1 },
		{ "no code",                  HEAD "\tx\t\t\t\t\t\n",                          1 },
		{ "no component",             HEAD "FQ1\tx\t\t\t\t\t\n",                       1 },
		{ "no title",                 HEAD "FB\t\t\t\t\t\t\n",                         1 },
		{ "twice",                    HEAD "FB\tx\t\t\t\t\t\nFB\ty\t\t\t\t\t\n",       1 },
		{ "unknown parent",           HEAD "FB\tx\tFZ\t\t\t\t\n",                      1 },
		{ "no such date",             HEAD "FB\tx\t\t2026-02-30\t\t\t\n",              1 },
		{ "ends before it begins",    HEAD "FB\tx\t\t2026-02-03\t2026-02-02\t\t\n",    1 },
		{ "selectable",               HEAD "FB\tx\t\t\t\tja\t\n",                      1 },
		{ "kind",                     HEAD "FB\tx\t\t\t\t\tslags\n",                   1 },
		{ "two lines wrong",          HEAD "FB\t\t\t\t\t\t\nFS\t\t\t\t\t\t\n",         2 },
		{ "good",                     HEAD "FB\tx\t\t2026-02-03\t2026-02-03\tn\t\n",   0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		void *owner = talloc_new(NULL);
		struct icf_list list;
		struct lines lines;
		enum fail f = read_text(owner, cases[i].text, &list, &lines);

		print_message("# %s\n", cases[i].name);
		assert_int_equal(lines.faults, cases[i].faults);
		assert_int_equal(f, cases[i].faults == 0 ? FAIL_NONE : FAIL_INPUT);
		talloc_free(owner);
	}
}

static void
fixed_refused(void **state)
{
	void *owner = talloc_new(NULL);
	struct icf_list list;
	struct lines lines;
	char *text;

	(void)state;
	text = talloc_asprintf(owner, "%s%sfkt\n", fixed_line(owner, "F", "20050101", "", "Alt"),
	    fixed_line(owner, "Fb5", "20050101", "", "x"));
	assert_int_equal(read_text(owner, text, &list, &lines), FAIL_INPUT);
	assert_int_equal(lines.faults, 2);
	text = talloc_asprintf(owner, "%s%s", fixed_line(owner, "F", "20050101", "", "Alt"), fixed_line(owner, "FB", "2005-1-1", "", "x"));
	assert_int_equal(read_text(owner, text, &list, &lines), FAIL_INPUT);
	assert_int_equal(lines.faults, 1);
	talloc_free(owner);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(own_list),
		cmocka_unit_test(fixed_width),
		cmocka_unit_test(latin_1),
		cmocka_unit_test(refused),
		cmocka_unit_test(fixed_refused),
	};

	return cmocka_run_group_tests_name("icf", tests, NULL, NULL);
}
