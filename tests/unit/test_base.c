#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/date.h"
#include "base/log.h"
#include "base/qr.h"
#include "base/secret.h"
#include "base/text.h"

/* Last: its macro fail() would rename enum fail. */
#include <cmocka.h>

static const struct { const char *name, *typed, *want; } dates[] = {
	{ "as Danes write it",      "15-04-2026", "2026-04-15" },
	{ "with points",            "15.04.2026", "2026-04-15" },
	{ "with slashes, short",    "5/4/2026",   "2026-04-05" },
	{ "two-digit year, now",    "15.04.26",   "2026-04-15" },
	{ "two-digit year, before", "15.04.80",   "1980-04-15" },
	{ "ISO",                    "2026-04-15", "2026-04-15" },
	{ "29 February",            "29-02-2024", "2024-02-29" },
	{ "no 29 February",         "29-02-2026", NULL },
	{ "no 31 April",            "31-04-2026", NULL },
	{ "month 13",               "01-13-2026", NULL },
	{ "mixed separators",       "15-04.2026", NULL },
	{ "text behind it",         "15-04-2026x", NULL },
	{ "not padded ISO",         "2026-4-15",  NULL },
	{ "words",                  "i morgen",   NULL },
	{ "nothing",                "",           NULL },
	{ "five digits",            "15-04-20266", NULL },
	{ "with spaces",            "15 4 2026",  "2026-04-15" },
	{ "spaces and points",      "15. 4. 2026", NULL },
	{ "six digits",             "111168",     "1968-11-11" },
	{ "six digits, this century", "010203",   "2003-02-01" },
	{ "six digits, to come",    "311299",     "1999-12-31" },
	{ "six digits, leap day of 2000", "290200", "2000-02-29" },
	{ "six digits, leap day",   "290272",     "1972-02-29" },
	{ "six digits, no leap day", "290273",    NULL },
	{ "six digits, month 13",   "011368",     NULL },
	{ "six digits, day 0",      "000168",     NULL },
	{ "six digits, year first", "680111",     NULL },
	{ "eight digits",           "11111968",   "1968-11-11" },
	{ "eight digits, leading 0", "01021972",  "1972-02-01" },
	{ "eight digits, impossible", "31021972", NULL },
	{ "eight digits, year first", "19681111", NULL },
	{ "eight digits, year 0",   "11110000",   NULL },
	{ "seven digits",           "1111968",    NULL },
	{ "nine digits",            "111119680",  NULL },
	{ "six digits and a space", "111168 1",   NULL },
};

static void
dates_are_read(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof dates / sizeof dates[0]; i++) {
		struct date got = { "" };
		bool ok = date_parse(dates[i].typed, &got);

		if (ok != (dates[i].want != NULL) || (ok && strcmp(got.iso, dates[i].want) != 0))
			fail_msg("%s: %s", dates[i].name, got.iso);
	}
}

static void
dates_are_counted(void **state)
{
	struct date day;

	(void)state;
	assert_int_equal(date_years("1980-03-25", "2026-03-24"), 45);
	assert_int_equal(date_years("1980-03-25", "2026-03-25"), 46);
	assert_int_equal(date_years("1996-02-29", "2026-02-28"), 29);
	assert_int_equal(date_days("2026-03-02", "2026-04-26"), 55);
	date_add_days("2026-01-31", 1825, &day);
	assert_string_equal(day.iso, "2031-01-30");
}

static void
moments_are_shown_in_danish_time(void **state)
{
	char out[32];

	(void)state;
	date_start();
	assert_true(date_show_time("2026-04-15T08:30:00Z", out));
	assert_string_equal(out, "15-04-2026 kl.\xc2\xa0" "10.30");
	assert_true(date_show_time("2026-01-15T23:30:00Z", out));
	assert_string_equal(out, "16-01-2026 kl.\xc2\xa0" "00.30");
	assert_false(date_show_time("15-04-2026", out));
	assert_true(date_show("2026-04-15", out));
	assert_string_equal(out, "15-04-2026");
	assert_true(date_moment("2026-03-01T10:00:00Z", out));
	assert_string_equal(out, "2026-03-01 10:00:00");
	assert_true(date_moment("2026-07-01", out));
	assert_string_equal(out, "2026-07-01 21:59:59");
	assert_false(date_moment("'; DROP TABLE citizen", out));
}

static const struct { const char *name, *day, *at, *want; } moments[] = {
	{ "summer",                    "2026-04-15", "08:30",    "2026-04-15 06:30:00" },
	{ "winter",                    "2026-01-15", "08:30",    "2026-01-15 07:30:00" },
	{ "as SQL writes it",          "2026-01-15", "08:30:00", "2026-01-15 07:30:00" },
	{ "the day before in UTC",     "2026-07-01", "00:15",    "2026-06-30 22:15:00" },
	{ "before the clocks skip",    "2026-03-29", "01:59",    "2026-03-29 00:59:00" },
	{ "skipped",                   "2026-03-29", "02:00",    NULL },
	{ "skipped too",               "2026-03-29", "02:59",    NULL },
	{ "after the clocks skipped",  "2026-03-29", "03:00",    "2026-03-29 01:00:00" },
	{ "the morning after",         "2026-03-29", "08:00",    "2026-03-29 06:00:00" },
	{ "before the hour that comes twice", "2026-10-25", "01:59", "2026-10-24 23:59:00" },
	{ "twice: the first",          "2026-10-25", "02:00",    "2026-10-25 00:00:00" },
	{ "twice: the first, to its end", "2026-10-25", "02:59", "2026-10-25 00:59:00" },
	{ "after the second",          "2026-10-25", "03:00",    "2026-10-25 02:00:00" },
	{ "a leap day",                "2028-02-29", "23:59",    "2028-02-29 22:59:00" },
	{ "no leap day",               "2026-02-29", "08:00",    NULL },
	{ "no such hour",              "2026-04-15", "24:00",    NULL },
	{ "no such minute",            "2026-04-15", "08:60",    NULL },
	{ "one digit",                 "2026-04-15", "8:30",     NULL },
	{ "with seconds",              "2026-04-15", "08:30:01", NULL },
	{ "the wrong marks",           "2026-04-15", "08:3:00",  NULL },
	{ "no date",                   "i dag",      "08:30",    NULL },
	{ "no time",                   "2026-04-15", "",         NULL },
};

static void
danish_time_becomes_utc(void **state)
{
	char out[TIME_LENGTH], back[6];
	struct date day;
	size_t i;

	(void)state;
	date_start();
	for (i = 0; i < sizeof moments / sizeof moments[0]; i++) {
		bool ok = date_utc(moments[i].day, moments[i].at, out);

		if (ok != (moments[i].want != NULL) || strcmp(out, ok ? moments[i].want : "") != 0)
			fail_msg("%s: %s", moments[i].name, out);
		if (!ok)
			continue;
		assert_true(date_local(out, &day, back));
		assert_string_equal(day.iso, moments[i].day);
		assert_memory_equal(back, moments[i].at, 5);
	}
	assert_true(date_local("2026-04-15T06:30:00Z", &day, back));
	assert_string_equal(back, "08:30");
	assert_false(date_local("i dag", &day, back));
	assert_true(date_add_minutes("2028-02-28 23:50:00", 20, out));
	assert_string_equal(out, "2028-02-29 00:10:00");
	assert_false(date_add_minutes("2028-02-28", 20, out));
	assert_int_equal(date_weekday("2026-04-15"), 2);
	assert_int_equal(date_weekday("1969-12-28"), 6);
}

static const struct { const char *name, *bytes; size_t length; bool clean; } texts[] = {
	{ "Danish",                 "\xc3\xa6\xc3\xb8\xc3\xa5", 6, true },
	{ "line breaks and tabs",   "a\r\n\tb", 5, true },
	{ "an emoji",               "\xf0\x9f\x99\x82", 4, true },
	{ "NUL",                    "a\0b", 3, false },
	{ "a bell",                 "a\ab", 3, false },
	{ "Latin-1",                "\xe6", 1, false },
	{ "overlong",               "\xc0\xaf", 2, false },
	{ "a surrogate",            "\xed\xa0\x80", 3, false },
	{ "beyond Unicode",         "\xf4\x90\x80\x80", 4, false },
	{ "U+FFFF",                 "\xef\xbf\xbf", 3, false },
	{ "cut in the middle",      "\xc3", 1, false },
};

static void
text_is_judged(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		/* Not a byte more: a sanitizer notices who reads on. */
		char *bytes = malloc(texts[i].length + (texts[i].length == 0));

		assert_non_null(bytes);
		memcpy(bytes, texts[i].bytes, texts[i].length);
		if (text_is_clean(bytes, texts[i].length) != texts[i].clean)
			fail_msg("%s", texts[i].name);
		free(bytes);
	}
}

static void
text_is_tidied(void **state)
{
	void *memory = talloc_new(NULL);
	char turned[32];

	(void)state;
	assert_string_equal(text_tidy(memory, " \r\n a\r\nb\rc \n"), "a\nb\nc");
	assert_string_equal(text_tidy(memory, "a\xcc\x8a"), "\xc3\xa5");
	assert_null(text_tidy(memory, "\xff"));
	strcpy(turned, "a\xe2\x80\xae" "b\xe2\x81\xa6" "c\xe2\x80\x8f" "d\xe2\x80\xa8" "e");
	text_heal(turned);
	assert_string_equal(turned, "abc\xe2\x80\x8f" "d\ne");
	assert_int_equal(text_characters("\xc3\xa6\xc3\xb8x"), 3);
	talloc_free(memory);
}

/* What a directory may take for one name is one name to those who count guesses. */
static void
names_are_folded(void **state)
{
	static const char *const same[] = { "mads.sb", "MADS.SB", " Mads . SB ", "m\xc3\xa4" "ds.sb", "ma\xcc\x8a" "ds.sb",
	    "\xef\xbd\x8d\xef\xbd\x81\xef\xbd\x84\xef\xbd\x93.sb", "ma\xe2\x80\x8b" "ds.sb", "ma\xc2\xad" "ds.sb" };
	void *memory = talloc_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof same / sizeof same[0]; i++)
		assert_string_equal(text_fold(memory, same[i]), "mads.sb");
	assert_string_not_equal(text_fold(memory, "mads.sc"), "mads.sb");
	assert_null(text_fold(memory, "\xff"));
	assert_string_equal(text_like(memory, "%", "100%_\\ å"), "%100\\%\\_\\\\ å%");
	assert_string_equal(text_spell(memory, "Åben rønÆ, aa é"), "aaben roenae, aa é");
	talloc_free(memory);
}

/* In a pool the memory stays ours after the text was freed. */
static void
a_wiped_secret_is_gone(void **state)
{
	void *pool = talloc_pool(NULL, 4096);
	char *text = talloc_strdup(pool, "hemmelig ord"), zeros[13] = "";

	secret_wipe(NULL);
	secret_wipe(text);
	assert_string_equal(text, "hemmelig ord");
	talloc_free(text);
	assert_memory_equal(text, zeros, sizeof zeros);
	talloc_free(pool);
	(void)state;
}

static void
secrets_are_random_and_compared(void **state)
{
	void *memory = talloc_new(NULL);
	char *a, *b, *code;
	int i;

	(void)state;
	assert_true(secret_start());
	a = secret_token(memory);
	b = secret_token(memory);
	assert_int_equal(strlen(a), SECRET_TOKEN_LENGTH);
	assert_string_not_equal(a, b);
	assert_false(secret_equal(a, b));
	assert_true(secret_equal(a, a));
	assert_false(secret_equal(NULL, NULL));
	assert_string_not_equal(secret_hash(memory, "session", a), secret_hash(memory, "form", a));
	/* The SHA-256 of "p", a zero byte and "x", from another program. */
	assert_string_equal(secret_hash(memory, "p", "x"), "89a1db2113864175b693f46aac6d791779ce4404992fd13d14b6ef6a94cc4e1b");
	for (i = 0; i < 200; i++) {
		code = secret_code(memory);
		assert_int_equal(strlen(code), SECRET_CODE_LENGTH);
		assert_null(strpbrk(code, "01OIL"));
		assert_string_equal(secret_code_tidy(memory, code), code);
	}
	assert_string_equal(secret_code_tidy(memory, " abcd efgh-jkmn "), "ABCD-EFGH-JKMN");
	assert_null(secret_code_tidy(memory, "ABCD-EFGH-JKM0"));
	assert_null(secret_code_tidy(memory, "ABCD-EFGH-JKMNP"));
	assert_null(secret_code_tidy(memory, ""));
	talloc_free(memory);
}

/* A file with this text, removed by the caller. */
static const char *
write_file(const char *text)
{
	static char path[] = "/tmp/samspil-test-XXXXXX";
	FILE *file;

	memcpy(path + sizeof path - 7, "XXXXXX", 6);
	file = fdopen(mkstemp(path), "w");
	fputs(text, file);
	fclose(file);
	return path;
}

static void
configuration_is_read(void **state)
{
	void *memory = talloc_new(NULL);
	struct conf *conf;
	const char *path, *key, *value;

	(void)state;
	path = write_file("; a comment\n[site]\nname = K\xc3\xb8ge\nhttps = maybe\nidle-minutes = 5000\n[roles]\na = cn=a,dc=x\nb = cn=b\n");
	assert_int_equal(conf_read(memory, path, &conf), FAIL_NONE);
	assert_string_equal(conf_text(conf, "site", "name", ""), "K\xc3\xb8ge");
	assert_null(conf_text(conf, "site", "absent", NULL));
	assert_true(conf_flag(conf, "site", "https", true));
	assert_int_equal(conf_number(conf, "site", "idle-minutes", 60, 1, 1440), 60);
	assert_true(conf_entry(conf, "roles", 1, &key, &value));
	assert_string_equal(key, "b");
	assert_false(conf_entry(conf, "roles", 2, &key, &value));
	unlink(path);
	path = write_file("[site]\na = 1\na = 2\n");
	assert_int_equal(conf_read(memory, path, &conf), FAIL_BROKEN);
	unlink(path);
	assert_int_equal(conf_read(memory, path, &conf), FAIL_BROKEN);
	talloc_free(memory);
}

/* What was logged while what ran; to be freed. */
static char *
logged(const char *text)
{
	int ends[2], kept = dup(STDERR_FILENO);
	char *line = calloc(1, LOG_LINE_MAX + 1);

	assert_int_equal(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	log_event("test", LOG_FIELDS(LOG_TEXT("text", text), LOG_INT("n", -3), LOG_TEXT("absent", NULL)));
	dup2(kept, STDERR_FILENO);
	assert_true(read(ends[0], line, LOG_LINE_MAX) > 0);
	close(ends[0]);
	close(ends[1]);
	close(kept);
	return line;
}

static void
log_lines_cannot_be_forged(void **state)
{
	char *line = logged("a\"b\\c\nfalse line\x1b[31m\xff"), *long_text = calloc(1, 10000), *long_line;

	(void)state;
	assert_non_null(strstr(line, "\"text\":\"a\\\"b\\\\c\\u000afalse line\\u001b[31m\\u00ff\",\"n\":-3}\n"));
	assert_null(strstr(line, "absent"));
	assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1);
	memset(long_text, 'x', 9999);
	long_line = logged(long_text);
	assert_true(strlen(long_line) <= LOG_LINE_MAX);
	assert_string_equal(long_line + strlen(long_line) - 2, "}\n");
	free(line);
	free(long_text);
	free(long_line);
}

/* Is the module at (x, y) dark? */
static bool
is_dark(const struct qr *qr, int x, int y)
{
	size_t i;

	for (i = 0; i < qr->count; i++)
		if (qr->runs[i].y == y && qr->runs[i].x <= x && x < qr->runs[i].x + qr->runs[i].width)
			return true;
	return false;
}

/* The square in a corner by which a reader finds the code: dark, light, and 3 by 3 dark within. */
static bool
has_finder(const struct qr *qr, int left, int top)
{
	int x, y, ring;

	for (y = 0; y < 7; y++)
		for (x = 0; x < 7; x++) {
			ring = abs(x - 3) > abs(y - 3) ? abs(x - 3) : abs(y - 3);
			if (is_dark(qr, left + x, top + y) != (ring != 2))
				return false;
		}
	return true;
}

static void
a_text_becomes_a_qr_code(void **state)
{
	void *memory = talloc_new(NULL);
	const struct qr *qr = qr_of(memory, "https://samspil.kommune.dk/samspil/answer#HB3N-22S7-KY9G");
	char *large = talloc_zero_array(memory, char, QR_TEXT_MAX + 2);
	size_t i;
	int far;

	(void)state;
	assert_non_null(qr);
	assert_int_equal(qr->size, 33 + 2 * QR_QUIET);
	far = qr->size - QR_QUIET - 7;
	assert_true(has_finder(qr, QR_QUIET, QR_QUIET) && has_finder(qr, far, QR_QUIET) && has_finder(qr, QR_QUIET, far));
	assert_false(has_finder(qr, far, far));
	for (i = 0; i < qr->count; i++) {
		const struct qr_run *run = &qr->runs[i], *before = run - 1;

		assert_true(run->x >= QR_QUIET && run->x + run->width <= qr->size - QR_QUIET && run->width > 0);
		assert_true(run->y >= QR_QUIET && run->y < qr->size - QR_QUIET);
		assert_true(i == 0 || run->y > before->y || (run->y == before->y && run->x > before->x + before->width));
	}
	assert_null(qr_of(memory, ""));
	memset(large, 'x', QR_TEXT_MAX + 1);
	assert_null(qr_of(memory, large));
	large[QR_TEXT_MAX] = '\0';
	assert_non_null(qr_of(memory, large));
	talloc_free(memory);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read),
		cmocka_unit_test(dates_are_counted),
		cmocka_unit_test(moments_are_shown_in_danish_time),
		cmocka_unit_test(danish_time_becomes_utc),
		cmocka_unit_test(text_is_judged),
		cmocka_unit_test(text_is_tidied),
		cmocka_unit_test(names_are_folded),
		cmocka_unit_test(secrets_are_random_and_compared),
		cmocka_unit_test(a_text_becomes_a_qr_code),
		cmocka_unit_test(a_wiped_secret_is_gone),
		cmocka_unit_test(configuration_is_read),
		cmocka_unit_test(log_lines_cannot_be_forged),
	};

	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
