/* log.h - one JSON object a line on standard error, for operators.  base/: may use nothing of ours but its neighbours. */
#ifndef SAMSPIL_BASE_LOG_H
#define SAMSPIL_BASE_LOG_H

/* A named value: text (NULL: the field is left out) or, when text_given is 0, an integer. */
struct log_field { const char *name; const char *text; long long number; int text_given; };

#define LOG_TEXT(name, value) { (name), (value), 0, 1 }
#define LOG_INT(name, value) { (name), 0, (value), 0 }
#define LOG_FIELDS(...) ((const struct log_field[]){ __VA_ARGS__, { 0, 0, 0, 0 } })

/*
 * Write one line: {"at":"2026-04-15T08:30:00.123Z","program":"plan","event":event,"reference":...,field...}.
 * Control characters, quotes and bytes that are no UTF-8 are escaped, so that no value can forge a line; a line over
 * LOG_LINE_MAX bytes is shortened.  No personal data: callers pass keys, codes, ids, never names or text that people wrote.
 * fields ends with a field without a name; everything is only read during the call.  Never fails.
 */
void log_event(const char *event, const struct log_field *fields);

/* The program's name and the current request's reference ("" for none), put on every line.  Both are copied. */
void log_program(const char *program);
void log_reference(const char *reference);

enum { LOG_LINE_MAX = 4096 };

#endif
