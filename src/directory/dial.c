#include "directory/dial.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "directory/watchdog.h"

/* What a look-up in the background works on; it outlives us when the name server is silent. */
struct look_up { struct gaicb request; struct addrinfo hints; char host[256], port[8]; };

static int
wait_for(struct look_up *look_up, long long deadline)
{
	const struct gaicb *list[] = { &look_up->request };
	long long left;

	while (gai_error(&look_up->request) == EAI_INPROGRESS && (left = deadline - clock_ms()) > 0) {
		struct timespec time = { left / 1000, left % 1000 * 1000000 };

		gai_suspend(list, 1, &time);
	}
	return gai_error(&look_up->request);
}

/* The addresses of a host by name; getaddrinfo itself knows no time-out. */
static int
look_up_name(const char *host, const char *port, long long deadline, struct addrinfo **out)
{
	struct look_up *look_up = calloc(1, sizeof *look_up);
	struct gaicb *list[] = { look_up == NULL ? NULL : &look_up->request };
	int rc;

	if (look_up == NULL)
		return EAI_MEMORY;
	snprintf(look_up->host, sizeof look_up->host, "%s", host);
	snprintf(look_up->port, sizeof look_up->port, "%s", port);
	look_up->hints.ai_socktype = SOCK_STREAM;
	look_up->request = (struct gaicb){
		.ar_name = look_up->host, .ar_service = look_up->port, .ar_request = &look_up->hints,
	};
	rc = getaddrinfo_a(GAI_NOWAIT, list, 1, NULL);
	if (rc == 0)
		rc = wait_for(look_up, deadline);
	if (rc == 0)
		*out = look_up->request.ar_result;
	if (rc == EAI_INPROGRESS && gai_cancel(&look_up->request) == EAI_NOTCANCELED)
		return rc;
	free(look_up);
	return rc;
}

static int
addresses(const char *host, const char *port, long long deadline, struct addrinfo **out)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV };

	if (getaddrinfo(host, port, &hints, out) == 0)
		return 0;
	return look_up_name(host, port, deadline, out);
}

/* 0, or why not. */
static int
connect_until(int fd, const struct addrinfo *address, long long deadline)
{
	struct pollfd ready = { .fd = fd, .events = POLLOUT };
	socklen_t size = sizeof(int);
	int error = 0, n;

	if (connect(fd, address->ai_addr, address->ai_addrlen) == 0)
		return 0;
	if (errno != EINPROGRESS)
		return errno;
	do {
		long long left = deadline - clock_ms();

		n = poll(&ready, 1, left > 0 ? (int)left : 0);
	} while (n < 0 && errno == EINTR);
	if (n == 0)
		return ETIMEDOUT;
	if (n < 0 || getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
		return errno;
	return error;
}

static int
dial_address(const struct addrinfo *address, long long deadline, int *error)
{
	int fd = socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), on = 1;

	*error = fd < 0 ? errno : connect_until(fd, address, deadline);
	if (*error == 0) {
		fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
		setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
		return fd;
	}
	if (fd >= 0)
		close(fd);
	return -1;
}

int
dial(const char *host, const char *port, long long deadline, char *problem, size_t size)
{
	struct addrinfo *list = NULL, *at;
	int rc = addresses(host, port, deadline, &list), fd = -1, error = 0, left = 0;

	if (rc != 0) {
		snprintf(problem, size, "%s",
		    rc == EAI_INPROGRESS ? "the name look-up took too long" : gai_strerror(rc));
		return -1;
	}
	for (at = list; at != NULL; at = at->ai_next)
		left++;
	for (at = list; at != NULL && fd < 0; at = at->ai_next, left--) {
		long long now = clock_ms();

		fd = dial_address(at, now + (deadline - now) / left, &error);
	}
	if (fd < 0)
		snprintf(problem, size, "%s", strerror(error));
	freeaddrinfo(list);
	return fd;
}
