#include "web/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <talloc.h>
#include <unistd.h>

#include "base/child.h"
#include "base/clock.h"
#include "base/log.h"
#include "web/internals.h"

struct pdf_options
pdf_options_of(const void *owner, const struct conf *conf, const char *share)
{
	return (struct pdf_options){ .program = conf_text(conf, "pdf", "program", SAMSPIL_LIBEXEC "/samspil-pdf"),
	    .weasyprint = conf_text(conf, "pdf", "weasyprint", "/usr/bin/weasyprint"), .css = talloc_asprintf(owner, "%s/static/paper.css", share),
	    .limit_ms = conf_number(conf, "pdf", "limit-ms", PDF_LIMIT_MS, 100, 60000) };
}

bool
pdf_can(const struct request *rq)
{
	const struct pdf_options options = pdf_options_of(rq, rq->site->conf, rq->site->share);

	return options.weasyprint[0] != '\0' && access(options.weasyprint, X_OK) == 0 && access(options.program, X_OK) == 0;
}

void
page_as_pdf(struct request *rq, const char *file_name)
{
	rq->own->pdf = file_name;
}

/* A conversation: what is left to say, what was heard. */
struct talk { int fd; const char *rest; size_t left; char *heard; size_t length; };

/* false: the other side has closed. */
static bool
say(struct talk *talk)
{
	ssize_t n = send(talk->fd, talk->rest, talk->left, MSG_NOSIGNAL | MSG_DONTWAIT);

	if (n < 0)
		return errno == EAGAIN || errno == EINTR;
	talk->rest += n;
	talk->left -= (size_t)n;
	if (talk->left == 0)
		shutdown(talk->fd, SHUT_WR);
	return true;
}

static bool
hear(struct talk *talk)
{
	ssize_t n = recv(talk->fd, talk->heard + talk->length, PDF_MAX - talk->length, MSG_DONTWAIT);

	if (n < 0)
		return errno == EAGAIN || errno == EINTR;
	talk->length += (size_t)n;
	return n > 0;
}

/* true: all was said and heard before the deadline. */
static bool
converse(struct talk *talk, long long deadline)
{
	for (;;) {
		struct pollfd on = { .fd = talk->fd, .events = (short)(POLLIN | (talk->left > 0 ? POLLOUT : 0)) };
		long long left = deadline - clock_ms();

		if (left <= 0 || talk->length == PDF_MAX || (poll(&on, 1, (int)left) < 0 && errno != EINTR))
			return false;
		/* Who does not listen any more may have said something before. */
		if ((on.revents & POLLOUT) != 0 && !say(talk))
			talk->left = 0;
		if ((on.revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !hear(talk))
			return true;
	}
}

/* What came is a PDF, and who made it ended well; else why not goes to the log. */
static bool
is_whole(const struct talk *talk, int status, bool ended, long limit_ms)
{
	if (talk->length == PDF_MAX)
		fail_log(FAIL_BROKEN, "pdf: longer than %d bytes", PDF_MAX);
	else if (!ended)
		fail_log(FAIL_BROKEN, "pdf: took more than %ld ms", limit_ms);
	else if (WIFSIGNALED(status))
		fail_log(FAIL_BROKEN, "pdf: samspil-pdf died by signal %d", WTERMSIG(status));
	else if (WEXITSTATUS(status) != 0)
		fail_log(FAIL_BROKEN, "pdf: samspil-pdf ended with %d", WEXITSTATUS(status));
	else if (talk->length < 5 || memcmp(talk->heard, "%PDF-", 5) != 0)
		fail_log(FAIL_BROKEN, "pdf: what came is no PDF");
	else
		return true;
	return false;
}

/*
 * One at a time on this machine: each makes a worker wait, and there are as few workers as processors.  The program itself is what is locked: all
 * workers have it.  -1: somebody has it, or there is no such program.
 */
static int
take_turn(const char *program)
{
	int fd = open(program, O_RDONLY | O_CLOEXEC);

	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0) {
		log_event("pdf", LOG_FIELDS(LOG_TEXT("busy", "another one is being made")));
		close(fd);
		fd = -1;
	}
	return fd;
}

static const char *
print_now(const void *owner, const struct pdf_options *options, const char *html, size_t length, size_t *out_length)
{
	const char *args[] = { "samspil-pdf", options->weasyprint, options->css, NULL };
	struct talk talk = { .rest = html, .left = length, .heard = talloc_array(owner, char, PDF_MAX) };
	struct child child;
	bool ended;

	if (talk.heard == NULL || !child_start(&child, options->program, args, true))
		return NULL;
	talk.fd = child.fd;
	ended = converse(&talk, clock_ms() + options->limit_ms);
	if (!is_whole(&talk, ended ? child_settle(&child) : child_end(&child), ended, options->limit_ms)) {
		talloc_free(talk.heard);
		return NULL;
	}
	*out_length = talk.length;
	return talk.heard;
}

const char *
pdf_print(const void *owner, const struct pdf_options *options, const char *html, size_t length, size_t *out_length)
{
	const int turn = take_turn(options->program);
	const char *pdf = turn < 0 ? NULL : print_now(owner, options, html, length, out_length);

	if (pdf == NULL)
		*out_length = 0;
	if (turn >= 0)
		close(turn);
	return pdf;
}
