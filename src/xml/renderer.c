#include "xml/renderer.h"

#include <string.h>
#include <sys/socket.h>
#include <talloc.h>

#include "base/clock.h"
#include "xml/node.h"
#include "xml/render/message.h"
#include "xml/render/talk.h"

enum { WALL_MS = 2000, KEYS = 16 };

/* keys: what this child was sent.  It may have dropped some since, and says so then. */
struct renderer { struct renderer_options options; struct child child; char *keys[KEYS]; size_t next; };

static int
renderer_free(struct renderer *renderer)
{
	child_end(&renderer->child);
	return 0;
}

struct renderer_options
renderer_options_of(const struct conf *conf, const char *share, const char *language)
{
	return (struct renderer_options){ .path = conf_text(conf, "site", "renderer", SAMSPIL_LIBEXEC "/samspil-render"), .share = share,
	    .language = language, .wall_ms = conf_number(conf, "site", "renderer-ms", WALL_MS, 100, 60000) };
}

enum fail
renderer_new(const void *owner, const struct renderer_options *options, struct renderer **out)
{
	struct renderer *renderer = talloc_zero(owner, struct renderer);

	*out = renderer;
	if (renderer == NULL)
		return fail_log(FAIL_BROKEN, "renderer: out of memory");
	renderer->options = (struct renderer_options){ .path = talloc_strdup(renderer, options->path),
	    .share = talloc_strdup(renderer, options->share), .language = talloc_strdup(renderer, options->language),
	    .wall_ms = options->wall_ms > 0 ? options->wall_ms : WALL_MS, .idle = options->idle };
	talloc_set_destructor(renderer, renderer_free);
	return FAIL_NONE;
}

static void
forget_keys(struct renderer *renderer)
{
	size_t i;

	for (i = 0; i < KEYS; i++)
		TALLOC_FREE(renderer->keys[i]);
}

static bool
was_sent(const struct renderer *renderer, const char *key)
{
	size_t i;

	for (i = 0; i < KEYS; i++)
		if (renderer->keys[i] != NULL && strcmp(renderer->keys[i], key) == 0)
			return true;
	return false;
}

static void
note_sent(struct renderer *renderer, const char *key)
{
	talloc_free(renderer->keys[renderer->next]);
	renderer->keys[renderer->next] = talloc_strdup(renderer, key);
	renderer->next = (renderer->next + 1) % KEYS;
}

static void
put_request(struct wire *out, const void *owner, const struct layer *layer, bool with_look, const struct sheet_params *params,
    xmlDoc *page)
{
	size_t length = 0;
	char *bytes = node_bytes(owner, page, &length);

	wire_begin(out, owner, MESSAGE_RENDER);
	wire_put_text(out, layer->key);
	wire_put_int(out, with_look);
	if (with_look)
		talk_put_look(out, layer);
	talk_put_pairs(out, params->names_and_values);
	wire_put(out, bytes == NULL ? "" : bytes, length);
}

/* Send and hear. */
static enum wire_end
converse_once(struct renderer *renderer, const void *owner, const struct layer *layer, bool with_look, const struct sheet_params *params,
    xmlDoc *page, long long deadline, struct wire *in, bool *heard)
{
	struct wire out;
	enum wire_end end;

	if (renderer->child.pid == 0) {
		forget_keys(renderer);
		if (!talk_start(&renderer->child, &renderer->options, NULL))
			return WIRE_BAD;
	}
	with_look = with_look || !was_sent(renderer, layer->key);
	put_request(&out, owner, layer, with_look, params, page);
	end = wire_send(renderer->child.fd, &out, deadline);
	*heard = end == WIRE_DONE;
	if (end == WIRE_DONE && with_look)
		note_sent(renderer, layer->key);
	return end == WIRE_DONE ? wire_receive(owner, renderer->child.fd, deadline, in) : end;
}

/* Where the child ended before it heard all, another one hears it: that is no fault of the layer. */
static enum wire_end
converse(struct renderer *renderer, const void *owner, const struct layer *layer, bool with_look, const struct sheet_params *params,
    xmlDoc *page, long long deadline, struct wire *in)
{
	bool heard = false;
	enum wire_end end = converse_once(renderer, owner, layer, with_look, params, page, deadline, in, &heard);

	if (end != WIRE_CLOSED || heard)
		return end;
	child_end(&renderer->child);
	return converse_once(renderer, owner, layer, with_look, params, page, deadline, in, &heard);
}

/* A child that ended of itself between two requests leaves a socket that nobody reads. */
static void
reap_idle(struct renderer *renderer)
{
	char byte;

	if (renderer->child.pid != 0 && recv(renderer->child.fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
		child_end(&renderer->child);
}

static void
read_answer(struct renderer *renderer, const void *owner, struct wire *in, struct rendering *out)
{
	char kind = wire_kind(in);
	bool last = wire_get_int(in) != 0;
	const char *bytes;

	wire_get_int(in);
	if (kind == MESSAGE_HTML) {
		bytes = wire_get(in, &out->length);
		out->html = in->bad || bytes == NULL ? NULL : talloc_memdup(owner, bytes, out->length + 1);
	} else if (kind == MESSAGE_FAILED) {
		out->line = (int)wire_get_int(in);
		out->reason = talloc_strdup(owner, wire_get_text(in));
	}
	if (last || out->html == NULL)
		child_end(&renderer->child);
	if (out->html == NULL && out->reason == NULL)
		out->reason = talloc_strdup(owner, "an answer that is none");
}

void
renderer_render(struct renderer *renderer, const void *owner, const struct layer *layer, xmlDoc *page,
    const struct sheet_params *params, struct rendering *out)
{
	long long start = clock_us(), deadline = clock_ms() + renderer->options.wall_ms;
	void *memory = talloc_new(owner);
	struct wire in;
	enum wire_end end;

	*out = (struct rendering){ .html = NULL };
	reap_idle(renderer);
	end = converse(renderer, memory, layer, false, params, page, deadline, &in);
	if (end == WIRE_DONE && wire_kind(&in) == MESSAGE_UNKNOWN)
		end = converse(renderer, memory, layer, true, params, page, deadline, &in);
	if (end == WIRE_DONE)
		read_answer(renderer, owner, &in, out);
	else
		out->reason = talk_obituary(owner, &renderer->child, end, renderer->options.wall_ms, &out->ours);
	out->microseconds = (long)(clock_us() - start);
	talloc_free(memory);
}
