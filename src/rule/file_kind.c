#include "rule/file_kind.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "rule/file_parts.h"
#include "rule/file_zip.h"

const struct file_kind file_kinds[] = {
	{ "pdf",  " pdf ",      "application/pdf" },
	{ "docx", " docx ",     "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
	{ "xlsx", " xlsx ",     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
	{ "odt",  " odt ",      "application/vnd.oasis.opendocument.text" },
	{ "ods",  " ods ",      "application/vnd.oasis.opendocument.spreadsheet" },
	{ "rtf",  " rtf ",      "application/rtf" },
	{ "jpg",  " jpg jpeg ", "image/jpeg" },
	{ "png",  " png ",      "image/png" },
	{ "heic", " heic heif ", "image/heic" },
	{ "msg",  " msg ",      "application/vnd.ms-outlook" },
	{ "eml",  " eml ",      "message/rfc822" },
	{ "txt",  " txt ",      "text/plain" },
	{ NULL, NULL, NULL }
};

/*
 * For each of them: how it begins, at which byte; what libmagic may call it (words that it begins with, with spaces around each); what is
 * wrong with it as a whole, NULL when nothing is.
 */
struct look {
	size_t at;
	const char *begins;
	const char *magic;
	const char *(*whole)(const unsigned char *bytes, size_t length);
};

#define ZIPS " application/zip application/octet-stream application/vnd.openxmlformats application/vnd.oasis.opendocument "

static const char *
judge_office(const unsigned char *bytes, size_t length, const char *part)
{
	const char *why = file_zip_judge(bytes, length);

	if (why != NULL)
		return why;
	if (!file_zip_holds(bytes, length, "[Content_Types].xml", true) || !file_zip_holds(bytes, length, part, true))
		return "file-lies";
	return file_zip_holds(bytes, length, "vbaProject.bin", false) ? "file-macros" : NULL;
}

static const char *
judge_docx(const unsigned char *bytes, size_t length)
{
	return judge_office(bytes, length, "word/document.xml");
}

static const char *
judge_xlsx(const unsigned char *bytes, size_t length)
{
	return judge_office(bytes, length, "xl/workbook.xml");
}

/* The first entry says what it is, unpacked: its name stands at byte 30, its words behind that. */
static const char *
judge_open(const unsigned char *bytes, size_t length, const char *type)
{
	enum { NAME = 30, WORDS = 38 };
	const char *why = file_zip_judge(bytes, length);
	size_t n = strlen(type);

	if (why != NULL)
		return why;
	if (length < WORDS + n + 2 || memcmp(bytes + NAME, "mimetype", 8) != 0 || memcmp(bytes + WORDS, type, n) != 0 ||
	    memcmp(bytes + WORDS + n, "PK", 2) != 0)
		return "file-lies";
	return file_zip_holds(bytes, length, "content.xml", true) ? NULL : "file-lies";
}

static const char *
judge_odt(const unsigned char *bytes, size_t length)
{
	return judge_open(bytes, length, "application/vnd.oasis.opendocument.text");
}

static const char *
judge_ods(const unsigned char *bytes, size_t length)
{
	return judge_open(bytes, length, "application/vnd.oasis.opendocument.spreadsheet");
}

/* In the order of file_kinds. */
static const struct look looks[] = {
	{ 0, "%PDF-",                            " application/pdf ", file_judge_pdf },
	{ 0, "PK\3\4",                           ZIPS, judge_docx },
	{ 0, "PK\3\4",                           ZIPS, judge_xlsx },
	{ 0, "PK\3\4",                           ZIPS, judge_odt },
	{ 0, "PK\3\4",                           ZIPS, judge_ods },
	{ 0, "{\\rtf",                           " text/rtf application/rtf ", file_judge_rtf },
	{ 0, "\xff\xd8\xff",                     " image/jpeg ", file_judge_jpeg },
	{ 0, "\x89PNG\r\n\x1a\n",                " image/png ", file_judge_png },
	{ 4, "ftyp",                             " image/heic image/heif image/avif video/mp4 ", file_judge_heic },
	{ 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", " application/vnd.ms-outlook application/CDFV2 application/vnd.ms-office application/x-ole-storage ",
	    file_judge_msg },
	{ 0, "",                                 " message/ text/ application/octet-stream ", file_judge_eml },
	{ 0, "",                                 " text/ message/ application/json application/csv application/octet-stream ", file_judge_txt },
};

/* What begins with one of the words of a list with spaces around each. */
static bool
begins_with_one(const char *text, const char *words)
{
	const char *word = words + 1;
	size_t n;

	for (; (n = strcspn(word, " ")) > 0; word += n + 1)
		if (strncasecmp(text, word, n) == 0)
			return true;
	return false;
}

static bool
begins_so(const struct look *look, const unsigned char *bytes, size_t length)
{
	size_t n = strlen(look->begins);

	return length >= look->at + n && memcmp(bytes + look->at, look->begins, n) == 0;
}

static const char *
judge_as(size_t kind, const char *magic, const unsigned char *bytes, size_t length)
{
	if (!begins_so(&looks[kind], bytes, length) || !begins_with_one(magic, looks[kind].magic))
		return "file-lies";
	return looks[kind].whole(bytes, length);
}

static bool
has_ending(const struct file_kind *kind, const char *ending)
{
	const char *at = ending[0] == '\0' ? NULL : strstr(kind->endings, ending);

	return at != NULL && at[-1] == ' ' && at[strlen(ending)] == ' ';
}

const char *
file_kind_judge(const char *ending, const char *magic, const unsigned char *bytes, size_t length, const struct file_kind **kind)
{
	const char *why;
	size_t i;

	if (length == 0)
		return "file-empty";
	for (i = 0; file_kinds[i].name != NULL; i++) {
		if (!has_ending(&file_kinds[i], ending))
			continue;
		why = judge_as(i, magic, bytes, length);
		*kind = &file_kinds[i];
		return why;
	}
	for (i = 0; file_kinds[i].name != NULL; i++) {
		if (judge_as(i, magic, bytes, length) != NULL)
			continue;
		*kind = &file_kinds[i];
		/* Any text is a text file: that says nothing about an ending that is none of ours. */
		return ending[0] == '\0' ? NULL : looks[i].begins[0] == '\0' ? "file-unknown" : "file-lies";
	}
	return "file-unknown";
}
