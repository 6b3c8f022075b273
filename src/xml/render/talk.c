#include "xml/render/talk.h"

#include <signal.h>
#include <sys/wait.h>
#include <talloc.h>

bool
talk_start(struct child *child, const struct renderer_options *options, const char *check)
{
	const char *drawing[] = { options->path, options->share, options->language, options->idle ? "idle" : NULL, NULL };
	const char *checking[] = { options->path, "--check", check, options->share, options->language, NULL };

	return child_start(child, options->path, check == NULL ? drawing : checking, false);
}

char *
talk_obituary(const void *owner, struct child *child, enum wire_end how, long wall_ms, bool *ours)
{
	int status = child->pid == 0 ? 0 : how == WIRE_CLOSED ? child_settle(child) : child_end(child);

	/* A layer makes it late, or a signal ends it; all else is this machine's doing. */
	*ours = how == WIRE_BAD || (how == WIRE_CLOSED && (!WIFSIGNALED(status) || WTERMSIG(status) == SIGKILL));
	if (how == WIRE_LATE)
		return talloc_asprintf(owner, "took more than %ld ms", wall_ms);
	if (how == WIRE_BAD)
		return talloc_strdup(owner, "an answer that is none");
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF)
		return talloc_strdup(owner, "took more processor time than a page may");
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
		return talloc_strdup(owner, "asked the system for what is forbidden");
	if (WIFSIGNALED(status))
		return talloc_asprintf(owner, "the renderer died by signal %d", WTERMSIG(status));
	return talloc_asprintf(owner, "the renderer ended with %d", WEXITSTATUS(status));
}

void
talk_put_pairs(struct wire *out, const char *const *pairs)
{
	long count = 0;

	while (pairs[count * 2] != NULL)
		count++;
	wire_put_int(out, count);
	for (; pairs[0] != NULL; pairs += 2) {
		wire_put_text(out, pairs[0]);
		wire_put_text(out, pairs[1]);
	}
}

void
talk_put_look(struct wire *out, const struct layer *layer)
{
	wire_put_text(out, layer->key);
	wire_put_text(out, layer->program);
	wire_put_text(out, layer->settings);
	if (layer->text == NULL)
		wire_put_text(out, NULL);
	else
		wire_put(out, layer->text, layer->length);
	wire_put_text(out, labels_language(layer->labels));
	talk_put_pairs(out, labels_pairs_over(layer->labels));
}
