/*
 * wire.h - private to the renderer's two sides: messages through a socket pair, with a limit to their length and a time.
 *
 * A message is a kind (one letter) and fields; a field is bytes.  What comes from the other side is never trusted: a field that is not
 * there is empty, and the message is bad.
 */
#ifndef SAMSPIL_XML_RENDER_WIRE_H
#define SAMSPIL_XML_RENDER_WIRE_H

#include <stdbool.h>
#include <stddef.h>

enum { WIRE_MAX = 8 * 1024 * 1024 };

struct wire { const void *owner; char *bytes; size_t length, at; bool bad; };

/* To write one: begin, put its fields, send.  Without memory it is bad. */
void wire_begin(struct wire *wire, const void *owner, char kind);
void wire_put(struct wire *wire, const char *bytes, size_t length);
void wire_put_text(struct wire *wire, const char *text);	/* NULL: as no bytes, told apart from "" */
void wire_put_int(struct wire *wire, long number);

/* To read one: its kind ('\0' when bad), then its fields in order; bytes are borrowed from wire and end with a NUL. */
char wire_kind(struct wire *wire);
const char *wire_get(struct wire *wire, size_t *length);
const char *wire_get_text(struct wire *wire);			/* NULL for what was put as NULL */
long wire_get_int(struct wire *wire);

/* What stopped it. */
enum wire_end { WIRE_DONE, WIRE_CLOSED, WIRE_LATE, WIRE_BAD };

/* Until deadline (of clock_ms; 0: no limit).  A message read belongs to owner (talloc). */
enum wire_end wire_send(int fd, struct wire *wire, long long deadline);
enum wire_end wire_receive(const void *owner, int fd, long long deadline, struct wire *wire);

#endif
