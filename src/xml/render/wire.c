#include "xml/render/wire.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <talloc.h>
#include <unistd.h>

#include "base/clock.h"

/* A field of this length is no bytes at all: NULL. */
#define NO_TEXT UINT32_MAX

enum { HEAD = sizeof(uint32_t) };

static void
append(struct wire *wire, const void *bytes, size_t length)
{
	char *more;
	size_t room = wire->bytes == NULL ? 0 : talloc_get_size(wire->bytes);

	if (wire->bad || length > WIRE_MAX - wire->length) {
		wire->bad = true;
		return;
	}
	if (wire->length + length > room) {
		more = talloc_realloc(wire->owner, wire->bytes, char, (unsigned)(wire->length + length + room + 256));
		if (more == NULL) {
			wire->bad = true;
			return;
		}
		wire->bytes = more;
	}
	if (length > 0)
		memcpy(wire->bytes + wire->length, bytes, length);
	wire->length += length;
}

void
wire_begin(struct wire *wire, const void *owner, char kind)
{
	static const char head[HEAD];

	*wire = (struct wire){ .owner = owner };
	append(wire, head, HEAD);
	append(wire, &kind, 1);
}

/* Every field ends with a NUL, so that a text can be read where it lies. */
void
wire_put(struct wire *wire, const char *bytes, size_t length)
{
	uint32_t n = (uint32_t)length;

	if (length >= WIRE_MAX) {
		wire->bad = true;
		return;
	}
	append(wire, &n, sizeof n);
	append(wire, bytes, length);
	append(wire, "", 1);
}

void
wire_put_text(struct wire *wire, const char *text)
{
	uint32_t none = NO_TEXT;

	if (text == NULL)
		append(wire, &none, sizeof none);
	else
		wire_put(wire, text, strlen(text));
}

void
wire_put_int(struct wire *wire, long number)
{
	char text[32];

	snprintf(text, sizeof text, "%ld", number);
	wire_put_text(wire, text);
}

char
wire_kind(struct wire *wire)
{
	wire->at = 1;
	return wire->bad || wire->length == 0 ? '\0' : wire->bytes[0];
}

const char *
wire_get(struct wire *wire, size_t *length)
{
	const char *field;
	uint32_t n;

	*length = 0;
	if (wire->bad || wire->length - wire->at < sizeof n) {
		wire->bad = true;
		return "";
	}
	memcpy(&n, wire->bytes + wire->at, sizeof n);
	wire->at += sizeof n;
	if (n == NO_TEXT)
		return NULL;
	if (n >= wire->length - wire->at || wire->bytes[wire->at + n] != '\0') {
		wire->bad = true;
		return "";
	}
	field = wire->bytes + wire->at;
	wire->at += n + 1;
	*length = n;
	return field;
}

const char *
wire_get_text(struct wire *wire)
{
	size_t length;

	return wire_get(wire, &length);
}

long
wire_get_int(struct wire *wire)
{
	const char *text = wire_get_text(wire);

	return text == NULL ? 0 : atol(text);
}

/* Wait until fd is ready for events; false when it is too late. */
static bool
wait_ready(int fd, short events, long long deadline)
{
	struct pollfd on = { .fd = fd, .events = events };

	for (;;) {
		long long left = deadline == 0 ? -1 : deadline - clock_ms();
		int n;

		if (deadline != 0 && left <= 0)
			return false;
		n = poll(&on, 1, (int)left);
		if (n > 0)
			return true;
		if (n < 0 && errno != EINTR)
			return false;
	}
}

static enum wire_end
send_bytes(int fd, const char *bytes, size_t length, long long deadline)
{
	while (length > 0) {
		ssize_t n = send(fd, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);

		if (n > 0) {
			bytes += n;
			length -= (size_t)n;
		} else if (n < 0 && errno != EINTR && errno != EAGAIN) {
			return WIRE_CLOSED;
		} else if (!wait_ready(fd, POLLOUT, deadline)) {
			return WIRE_LATE;
		}
	}
	return WIRE_DONE;
}

enum wire_end
wire_send(int fd, struct wire *wire, long long deadline)
{
	uint32_t length;

	if (wire->bad)
		return WIRE_BAD;
	length = (uint32_t)(wire->length - HEAD);
	memcpy(wire->bytes, &length, HEAD);
	return send_bytes(fd, wire->bytes, wire->length, deadline);
}

static enum wire_end
receive_bytes(int fd, char *bytes, size_t length, long long deadline)
{
	while (length > 0) {
		ssize_t n = recv(fd, bytes, length, MSG_DONTWAIT);

		if (n > 0) {
			bytes += n;
			length -= (size_t)n;
		} else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
			return WIRE_CLOSED;
		} else if (!wait_ready(fd, POLLIN, deadline)) {
			return WIRE_LATE;
		}
	}
	return WIRE_DONE;
}

enum wire_end
wire_receive(const void *owner, int fd, long long deadline, struct wire *wire)
{
	uint32_t length;
	enum wire_end end = receive_bytes(fd, (char *)&length, HEAD, deadline);

	*wire = (struct wire){ .owner = owner, .bad = true };
	if (end != WIRE_DONE)
		return end;
	if (length == 0 || length > WIRE_MAX)
		return WIRE_BAD;
	wire->bytes = talloc_array(owner, char, length);
	if (wire->bytes == NULL)
		return WIRE_BAD;
	end = receive_bytes(fd, wire->bytes, length, deadline);
	wire->length = length;
	wire->bad = end != WIRE_DONE;
	return end;
}
