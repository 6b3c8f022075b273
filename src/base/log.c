#include "base/log.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"

struct line { char text[LOG_LINE_MAX]; size_t length; };

/* What stands on every line; set by main and by the dispatcher. */
static char log_program_name[32];
static char log_request_reference[32];

static void
put(struct line *line, const char *bytes, size_t length)
{
	enum { ROOM_FOR_THE_END = 4 };

	if (line->length + length > sizeof line->text - ROOM_FOR_THE_END)
		return;
	memcpy(line->text + line->length, bytes, length);
	line->length += length;
}

static void
put_string(struct line *line, const char *text)
{
	char escaped[8];

	put(line, "\"", 1);
	while (*text != '\0') {
		size_t n = text_utf8_length(text);
		unsigned char c = (unsigned char)*text;

		if (n == 0 || c < 0x20 || c == 0x7f) {
			snprintf(escaped, sizeof escaped, "\\u%04x", c);
			put(line, escaped, 6);
			text++;
			continue;
		}
		if (c == '"' || c == '\\')
			put(line, "\\", 1);
		put(line, text, n);
		text += n;
	}
	put(line, "\"", 1);
}

static void
put_field(struct line *line, const struct log_field *field)
{
	char number[32];

	if (field->text_given && field->text == NULL)
		return;
	if (line->length > 1)
		put(line, ",", 1);
	put_string(line, field->name);
	put(line, ":", 1);
	if (field->text_given) {
		put_string(line, field->text);
	} else {
		snprintf(number, sizeof number, "%lld", field->number);
		put(line, number, strlen(number));
	}
}

void
log_event(const char *event, const struct log_field *fields)
{
	struct line line = { .length = 0 };
	struct timespec now;
	struct tm utc;
	char day[32], at[48];

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &utc);
	strftime(day, sizeof day, "%Y-%m-%dT%H:%M:%S", &utc);
	snprintf(at, sizeof at, "%s.%03ldZ", day, now.tv_nsec / 1000000);
	put(&line, "{", 1);
	put_field(&line, &(struct log_field)LOG_TEXT("at", at));
	put_field(&line, &(struct log_field)LOG_TEXT("program", log_program_name));
	put_field(&line, &(struct log_field)LOG_TEXT("event", event));
	if (log_request_reference[0] != '\0')
		put_field(&line, &(struct log_field)LOG_TEXT("reference", log_request_reference));
	for (; fields != NULL && fields->name != NULL; fields++)
		put_field(&line, fields);
	memcpy(line.text + line.length, "}\n", 2);
	/* A log that cannot be written must not stop a case worker; the supervisor watches its own pipe. */
	if (write(STDERR_FILENO, line.text, line.length + 2) < 0)
		return;
}

void
log_program(const char *program)
{
	snprintf(log_program_name, sizeof log_program_name, "%s", program);
}

void
log_reference(const char *reference)
{
	snprintf(log_request_reference, sizeof log_request_reference, "%s", reference);
}
