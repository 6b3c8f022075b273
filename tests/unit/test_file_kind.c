#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule/file_kind.h"

#include <cmocka.h>

#define BYTES(text) text, sizeof(text) - 1

/* A zip file of empty entries, by hand: local heads, the directory, its end; unpacked: what the directory says of each entry. */
struct made { unsigned char *bytes; size_t length; };

static void
put(struct made *to, const void *bytes, size_t length)
{
	to->bytes = realloc(to->bytes, to->length + length);
	memcpy(to->bytes + to->length, bytes, length);
	to->length += length;
}

static void
put_number(struct made *to, uint32_t number, size_t bytes)
{
	unsigned char little[4] = { (unsigned char)number, (unsigned char)(number >> 8), (unsigned char)(number >> 16), (unsigned char)(number >> 24) };

	put(to, little, bytes);
}

static void
put_zeros(struct made *to, size_t count)
{
	static const unsigned char zeros[64];

	put(to, zeros, count);
}

static void
put_entry(struct made *to, const char *name, const char *words)
{
	put(to, BYTES("PK\3\4\x14\0\0\0\0\0"));
	put_zeros(to, 8);
	put_number(to, (uint32_t)strlen(words), 4);
	put_number(to, (uint32_t)strlen(words), 4);
	put_number(to, (uint32_t)strlen(name), 2);
	put_zeros(to, 2);
	put(to, name, strlen(name));
	put(to, words, strlen(words));
}

static void
put_listed(struct made *to, const char *name, uint32_t packed, uint32_t unpacked)
{
	put(to, BYTES("PK\1\2\x14\0\x14\0\0\0\0\0"));
	put_zeros(to, 8);
	put_number(to, packed, 4);
	put_number(to, unpacked, 4);
	put_number(to, (uint32_t)strlen(name), 2);
	put_zeros(to, 16);
	put(to, name, strlen(name));
}

static struct made
zip(const char *first, const char *const *names, uint32_t packed, uint32_t unpacked)
{
	struct made out = { NULL, 0 };
	uint32_t count = 0, at;
	const char *const *name;

	for (name = names; *name != NULL; name++, count++)
		put_entry(&out, *name, name == names ? first : "");
	at = (uint32_t)out.length;
	for (name = names; *name != NULL; name++)
		put_listed(&out, *name, packed, unpacked);
	put(&out, BYTES("PK\5\6\0\0\0\0"));
	put_number(&out, count, 2);
	put_number(&out, count, 2);
	put_number(&out, (uint32_t)out.length - 12 - at, 4);
	put_number(&out, at, 4);
	put_number(&out, 3, 2);
	put(&out, "end", 3);
	return out;
}

/* Each case also cut after every byte, in memory of just that size: nothing behind it is read. */
static void
judge_all_cuts(const char *ending, const char *magic, const unsigned char *bytes, size_t length)
{
	const struct file_kind *kind;
	size_t n;

	for (n = 0; n < length; n++) {
		unsigned char *copy = malloc(n == 0 ? 1 : n);

		memcpy(copy, bytes, n);
		file_kind_judge(ending, magic, copy, n, &kind);
		free(copy);
	}
}

static void
judge_as(const char *name, const char *ending, const char *magic, const void *bytes, size_t length, const char *want, const char *want_kind)
{
	const struct file_kind *kind = NULL;
	const char *got = file_kind_judge(ending, magic, bytes, length, &kind);

	if ((got == NULL) != (want == NULL) || (got != NULL && strcmp(got, want) != 0))
		fail_msg("%s: %s", name, got == NULL ? "fine" : got);
	if (want == NULL && strcmp(kind->name, want_kind) != 0)
		fail_msg("%s: %s", name, kind->name);
	judge_all_cuts(ending, magic, bytes, length);
}

#define JPEG "\xff\xd8\xff\xe0\0\4JF\xff\xda\0\4xx\1\2\xff\0\3"
#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0crc1\0\0\0\2IDATabcrc2"
#define PNG_END "\0\0\0\0IEND\xae\x42\x60\x82"
#define HEIC "\0\0\0\x18" "ftypheic\0\0\0\0mif1heic"
#define MAIL "From: lene@example.org\r\nTo: a@example.org\r\nSubject: Svar\r\n\r\nHej\r\n"

static const struct { const char *name, *ending, *magic, *bytes; size_t length; const char *want, *kind; } cases[] = {
	{ "nothing",                "pdf", "application/x-empty", BYTES(""), "file-empty", NULL },
	{ "a PDF",                  "pdf", "application/pdf", BYTES("%PDF-1.7\nxref\n%%EOF\n"), NULL, "pdf" },
	{ "a PDF without a name",   "", "application/pdf", BYTES("%PDF-1.7\nxref\n%%EOF\n"), NULL, "pdf" },
	{ "a PDF, cut",             "pdf", "application/pdf", BYTES("%PDF-1.7\nxref\n"), "file-cut", NULL },
	{ "a PDF as a picture",     "jpg", "application/pdf", BYTES("%PDF-1.7\nxref\n%%EOF\n"), "file-lies", NULL },
	{ "a PDF as a program",     "exe", "application/pdf", BYTES("%PDF-1.7\nxref\n%%EOF\n"), "file-lies", NULL },
	{ "a program as a PDF",     "pdf", "application/x-dosexec", BYTES("MZ\x90\0\3\0\0\0"), "file-lies", NULL },
	{ "a program",              "exe", "application/x-dosexec", BYTES("MZ\x90\0\3\0\0\0"), "file-unknown", NULL },
	{ "what libmagic doubts",   "pdf", "text/html", BYTES("%PDF-1.7\n<html>%%EOF\n"), "file-lies", NULL },
	{ "a JPEG",                 "jpeg", "image/jpeg", BYTES(JPEG "\xff\xd9"), NULL, "jpg" },
	{ "a JPEG with a tail",     "jpg", "image/jpeg", BYTES(JPEG "\xff\xd9xxxx"), NULL, "jpg" },
	{ "a JPEG, cut",            "jpg", "image/jpeg", BYTES(JPEG), "file-cut", NULL },
	{ "a JPEG, cut in its head", "jpg", "image/jpeg", BYTES("\xff\xd8\xff\xe0\xff\xffxxxxxxxxxxxx"), "file-cut", NULL },
	{ "a PNG",                  "png", "image/png", BYTES(PNG PNG_END), NULL, "png" },
	{ "a PNG, cut",             "png", "image/png", BYTES(PNG), "file-cut", NULL },
	{ "a PNG with a huge part", "png", "image/png", BYTES("\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDRxxxxxxxx"), "file-cut", NULL },
	{ "a HEIC",                 "heic", "image/heic", BYTES(HEIC "\0\0\0\x0cmetaabcd"), NULL, "heic" },
	{ "a HEIC to the end",      "heif", "image/heif", BYTES(HEIC "\0\0\0\0mdatxyz"), NULL, "heic" },
	{ "a HEIC, cut",            "heic", "image/heic", BYTES(HEIC "\0\0\1\0metaabcd"), "file-cut", NULL },
	{ "a film as a HEIC",       "heic", "video/mp4", BYTES("\0\0\0\x14" "ftypisom\0\0\0\0mp42"), "file-lies", NULL },
	{ "an RTF",                 "rtf", "text/rtf", BYTES("{\\rtf1 Hej}\r\n\0"), NULL, "rtf" },
	{ "an RTF, cut",            "rtf", "text/rtf", BYTES("{\\rtf1 Hej"), "file-cut", NULL },
	{ "a mail",                 "eml", "message/rfc822", BYTES(MAIL), NULL, "eml" },
	{ "a mail without a name",  "", "message/rfc822", BYTES(MAIL), NULL, "eml" },
	{ "a text as a mail",       "eml", "text/plain", BYTES("Kære Lene\n\nHej\n"), "file-lies", NULL },
	{ "a text",                 "txt", "text/plain", BYTES("K\xc3\xa6re Lene\n"), NULL, "txt" },
	{ "a text in Latin-1",      "txt", "text/plain", BYTES("K\xe6re Lene\r\n"), NULL, "txt" },
	{ "a text in UTF-16",       "txt", "text/plain", BYTES("\xff\xfe" "H\0e\0j\0"), NULL, "txt" },
	{ "a text with a NUL",      "txt", "application/octet-stream", BYTES("Hej\0du"), "file-lies", NULL },
	{ "a page",                 "html", "text/html", BYTES("<script>alert(1)</script>"), "file-unknown", NULL },
	{ "a script as a text",     "txt", "text/x-shellscript", BYTES("#!/bin/sh\nrm -rf /\n"), "file-lies", NULL },
	{ "an SVG",                 "svg", "image/svg+xml", BYTES("<svg/>"), "file-unknown", NULL },
	{ "an SVG as a PNG",        "png", "image/svg+xml", BYTES("<svg/>"), "file-lies", NULL },
	{ "an old document",        "doc", "application/msword", BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "file-unknown", NULL },
	{ "a zip, cut",             "docx", "application/zip", BYTES("PK\3\4\x14\0\0\0\0\0\0\0"), "file-cut", NULL },
	{ "part of an ending",      "p", "application/pdf", BYTES("%PDF-1.7\n%%EOF"), "file-lies", NULL },
};

static void
files_are_what_their_names_say(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
		judge_as(cases[i].name, cases[i].ending, cases[i].magic, cases[i].bytes, cases[i].length, cases[i].want, cases[i].kind);
}

static const char *const letter[] = { "[Content_Types].xml", "word/document.xml", NULL };
static const char *const table[] = { "[Content_Types].xml", "xl/workbook.xml", NULL };
static const char *const macros[] = { "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin", NULL };
static const char *const open_text[] = { "mimetype", "content.xml", NULL };
static const char *const other[] = { "a.exe", NULL };
#define OPEN_TEXT "application/vnd.oasis.opendocument.text"

static const struct { const char *name, *ending; const char *const *names; const char *first; uint32_t packed, unpacked; const char *want; } zips[] = {
	{ "a letter",             "docx", letter, "x", 0, 0, NULL },
	{ "a letter of 40 MB",    "docx", letter, "x", 0, 20000000, "file-bomb" },
	{ "a table",              "xlsx", table, "x", 0, 1000, NULL },
	{ "a table as a letter",  "docx", table, "x", 0, 0, "file-lies" },
	{ "a letter with macros", "docx", macros, "x", 0, 0, "file-macros" },
	{ "an open text",         "odt", open_text, OPEN_TEXT, 0, 0, NULL },
	{ "an open template",     "odt", open_text, OPEN_TEXT "-template", 0, 0, "file-lies" },
	{ "an open text as a table", "ods", open_text, OPEN_TEXT, 0, 0, "file-lies" },
	{ "any zip as a letter",  "docx", other, "MZ", 0, 0, "file-lies" },
	{ "any zip",              "zip", other, "MZ", 0, 0, "file-unknown" },
	{ "a bomb",               "docx", letter, "x", 0, 0xfffffff0, "file-bomb" },
	{ "a bomb of 64 bits",    "docx", letter, "x", 0, 0xffffffff, "file-bomb" },
	{ "entries that overlap", "docx", letter, "x", 5000, 6000, "file-bomb" },
};

static void
what_is_packed_is_looked_at(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof zips / sizeof zips[0]; i++) {
		struct made made = zip(zips[i].first, zips[i].names, zips[i].packed, zips[i].unpacked);

		judge_as(zips[i].name, zips[i].ending, "application/zip", made.bytes, made.length, zips[i].want, zips[i].ending);
		/* Without its end it is cut, whatever it holds. */
		if (strcmp(zips[i].ending, "zip") != 0)
			judge_as(zips[i].name, zips[i].ending, "application/zip", made.bytes, made.length - 1, "file-cut", NULL);
		free(made.bytes);
	}
}

/* A file of files of two sectors: its table, and a directory with what makes it a mail of Outlook. */
static void
mails_of_outlook_are_read(void **state)
{
	static const unsigned char name[] = "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\0001\0.\0000";
	unsigned char bytes[3 * 512];

	(void)state;
	memset(bytes, 0xff, sizeof bytes);
	memcpy(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
	memcpy(bytes + 30, "\x09\0", 2);
	memcpy(bytes + 44, "\1\0\0\0", 4);
	memcpy(bytes + 76, "\0\0\0\0", 4);
	memcpy(bytes + 512, "\xfd\xff\xff\xff\xfe\xff\xff\xff", 8);
	memcpy(bytes + 1024, name, sizeof name - 1);
	judge_as("a mail of Outlook", "msg", "application/vnd.ms-outlook", bytes, sizeof bytes, NULL, "msg");
	judge_as("cut", "msg", "application/vnd.ms-outlook", bytes, 1024, "file-cut", NULL);
	memset(bytes + 1024, 0, sizeof name);
	judge_as("an old document as a mail", "msg", "application/CDFV2", bytes, sizeof bytes, "file-lies", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_what_their_names_say),
		cmocka_unit_test(what_is_packed_is_looked_at),
		cmocka_unit_test(mails_of_outlook_are_read),
	};

	return cmocka_run_group_tests_name("file_kind", tests, NULL, NULL);
}
