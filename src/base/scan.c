#include "base/scan.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"

enum { CHUNK = 256 * 1024, ANSWER_MAX = 512 };

/* A conversation: it ends at a moment, and what went wrong in it is told once. */
struct talk { int fd; long long end; bool failed; };

const char *
scan_socket(const struct conf *conf)
{
	return conf_text(conf, "scan", "socket", NULL);
}

long
scan_timeout(const struct conf *conf)
{
	return conf_number(conf, "scan", "timeout-ms", SCAN_MS, 100, 60000);
}

static void
give_up(struct talk *talk, const char *what)
{
	if (!talk->failed)
		fail_log(FAIL_AWAY, "scan: %s: %s", what, strerror(errno));
	talk->failed = true;
}

static bool
wait_for(struct talk *talk, short events)
{
	long long left = talk->end - clock_ms();
	struct pollfd on = { talk->fd, events, 0 };
	int ready = left <= 0 ? 0 : poll(&on, 1, (int)left);

	if (ready == 0)
		errno = ETIMEDOUT;
	if (ready > 0 || (ready < 0 && errno == EINTR))
		return true;
	give_up(talk, "clamd");
	return false;
}

static void
dial(struct talk *talk, const char *path, long milliseconds)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	*talk = (struct talk){ -1, clock_ms() + milliseconds, false };
	if (strlen(path) >= sizeof address.sun_path) {
		errno = ENAMETOOLONG;
		give_up(talk, path);
		return;
	}
	strcpy(address.sun_path, path);
	talk->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	/* A full queue says so at once (EAGAIN): clamd is busy, and the file waits. */
	if (talk->fd < 0 || connect(talk->fd, (struct sockaddr *)&address, sizeof address) != 0)
		give_up(talk, path);
}

static void
say(struct talk *talk, const void *bytes, size_t length)
{
	const char *at = bytes;

	while (!talk->failed && length > 0 && wait_for(talk, POLLOUT)) {
		ssize_t n = send(talk->fd, at, length, MSG_NOSIGNAL | MSG_DONTWAIT);

		if (n < 0 && errno != EAGAIN && errno != EINTR)
			give_up(talk, "clamd");
		if (n > 0) {
			at += n;
			length -= (size_t)n;
		}
	}
}

/* One answer, which a NUL ends; what is there of it where it is cut. */
static void
hear(struct talk *talk, char answer[ANSWER_MAX])
{
	size_t have = 0;

	while (!talk->failed && have < ANSWER_MAX - 1 && wait_for(talk, POLLIN)) {
		ssize_t n = recv(talk->fd, answer + have, ANSWER_MAX - 1 - have, MSG_DONTWAIT);

		if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
			break;
		have += n > 0 ? (size_t)n : 0;
		if (have > 0 && answer[have - 1] == '\0')
			break;
	}
	answer[have] = '\0';
}

static void
hang_up(const struct talk *talk)
{
	if (talk->fd >= 0)
		close(talk->fd);
}

/* Each piece is preceded by its length; no bytes are the end. */
static void
say_stream(struct talk *talk, const char *bytes, size_t length)
{
	static const uint32_t end = 0;

	say(talk, "zINSTREAM", sizeof "zINSTREAM");
	while (!talk->failed && length > 0) {
		size_t n = length < CHUNK ? length : CHUNK;
		uint32_t size = htonl((uint32_t)n);

		say(talk, &size, sizeof size);
		say(talk, bytes, n);
		bytes += n;
		length -= n;
	}
	say(talk, &end, sizeof end);
}

/* "stream: OK", "stream: Win.Test.EICAR_HDB-1 FOUND", or an error. */
static enum scan
understand(const char *answer, char found[SCAN_FOUND_MAX])
{
	static const char begins[] = "stream: ", ends[] = " FOUND";
	size_t n = strlen(answer), name;

	if (strcmp(answer, "stream: OK") == 0)
		return SCAN_CLEAN;
	if (strncmp(answer, begins, sizeof begins - 1) == 0 && n > sizeof begins + sizeof ends && strcmp(answer + n - sizeof ends + 1, ends) == 0) {
		name = n - (sizeof begins - 1) - (sizeof ends - 1);
		name = name < SCAN_FOUND_MAX ? name : SCAN_FOUND_MAX - 1;
		memcpy(found, answer + sizeof begins - 1, name);
		found[name] = '\0';
		return SCAN_INFECTED;
	}
	fail_log(FAIL_AWAY, "scan: clamd says \"%.80s\"", answer);
	return SCAN_WAITING;
}

enum scan
scan_bytes(const char *path, long milliseconds, const void *bytes, size_t length, char found[SCAN_FOUND_MAX])
{
	char answer[ANSWER_MAX] = "";
	struct talk talk;

	found[0] = '\0';
	if (path == NULL)
		return SCAN_NOT_ASKED;
	dial(&talk, path, milliseconds);
	say_stream(&talk, bytes, length);
	hear(&talk, answer);
	hang_up(&talk);
	return talk.failed ? SCAN_WAITING : understand(answer, found);
}

enum fail
scan_ping(const char *path, long milliseconds)
{
	char answer[ANSWER_MAX] = "";
	struct talk talk;

	dial(&talk, path, milliseconds);
	say(&talk, "zPING", sizeof "zPING");
	hear(&talk, answer);
	hang_up(&talk);
	return !talk.failed && strcmp(answer, "PONG") == 0 ? FAIL_NONE : FAIL_AWAY;
}

const char *
scan_word(enum scan scan)
{
	static const char *const words[] = { [SCAN_NOT_ASKED] = "not-asked", [SCAN_CLEAN] = "clean", [SCAN_INFECTED] = "infected",
	    [SCAN_WAITING] = "waiting" };

	return words[scan];
}
