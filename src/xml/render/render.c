#include "xml/render/render.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "base/date.h"
#include "xml/arena.h"
#include "xml/node.h"
#include "xml/render/check.h"
#include "xml/render/kept.h"
#include "xml/render/looks.h"
#include "xml/render/message.h"
#include "xml/render/seal.h"
#include "xml/sheet.h"

/* All that one rendering may ask for, given back or not; well below the limit of address space. */
enum { SOCKET = 0, MEMORY = 160 * 1024 * 1024, RUNS_MAX = 5000 };

struct renderer_inside { struct looks looks; struct checking *checking; unsigned long runs; bool last; };

/* After a failure nothing that this process keeps is to be trusted. */
static void
fail_answer(struct renderer_inside *inside, const void *owner, struct wire *out, const char *why)
{
	inside->last = true;
	wire_begin(out, owner, MESSAGE_FAILED);
	wire_put_int(out, 1);
	wire_put_int(out, 0);
	wire_put_int(out, sheet_fault_line(why));
	wire_put_text(out, why);
}

/* Draw the page of the message with that look. */
static void
draw(struct renderer_inside *inside, const void *owner, struct compiled *look, struct wire *in, struct wire *out)
{
	const char *const *params = looks_pairs(owner, in);
	struct sheet_params told = { look->labels, params };
	size_t length, html_length = 0;
	const char *bytes = wire_get(in, &length);
	char *why = NULL, *html = NULL;
	xmlDoc *page = NULL;

	if (params != NULL && bytes != NULL && !in->bad)
		page = node_parse(owner, bytes, length, MESSAGE_PAGE_MAX, &why);
	if (look->sheet == NULL)
		why = look->why;
	else if (page == NULL)
		why = NULL;
	else if (sheet_try(owner, look->sheet, page, &told, &html, &html_length, true, &why) != FAIL_NONE)
		html = NULL;
	xmlFreeDoc(page);
	if (html == NULL) {
		fail_answer(inside, owner, out, why == NULL ? "the page could not be read" : why);
		return;
	}
	inside->last = seal_was_slow() || ++inside->runs >= RUNS_MAX;
	wire_begin(out, owner, MESSAGE_HTML);
	wire_put_int(out, inside->last);
	wire_put_int(out, 0);
	wire_put(out, html, html_length);
}

static void
render(struct renderer_inside *inside, const void *owner, struct wire *in, struct wire *out)
{
	const char *key = wire_get_text(in);
	struct compiled *look = looks_find(&inside->looks, key);

	if (wire_get_int(in) != 0) {
		struct compiled *sent = looks_read(NULL, inside->looks.languages, in, false);

		if (sent != NULL)
			looks_keep(&inside->looks, sent);
		look = sent;
	}
	if (look == NULL) {
		inside->last = in->bad;
		wire_begin(out, owner, MESSAGE_UNKNOWN);
		wire_put_int(out, inside->last);
		return;
	}
	draw(inside, owner, look, in, out);
}

/* One message: answered in out. */
static void
answer(struct renderer_inside *inside, const void *owner, struct wire *in, struct wire *out)
{
	switch (wire_kind(in)) {
	case MESSAGE_RENDER:
		seal_clock(SEAL_CPU_MS);
		render(inside, owner, in, out);
		seal_clock_off();
		break;
	case MESSAGE_CHECK:
	case MESSAGE_FACTS:
	case MESSAGE_SAMPLE:
		if (inside->checking != NULL) {
			checking_answer(inside->checking, owner, in, out);
			break;
		}
		/* fall through */
	default:
		fail_answer(inside, owner, out, "a message that is none");
	}
}

static void
serve(struct renderer_inside *inside)
{
	bool on = true;

	while (on) {
		void *owner = talloc_new(NULL);
		struct wire in, out;

		on = wire_receive(owner, SOCKET, 0, &in) == WIRE_DONE;
		if (on) {
			answer(inside, owner, &in, &out);
			on = wire_send(SOCKET, &out, 0) == WIRE_DONE && !inside->last;
		}
		talloc_free(owner);
	}
}

int
render_main(const char *share, const char *language, const char *program)
{
	struct renderer_inside inside = { .runs = 0 };
	char *dir = talloc_asprintf(NULL, "%s/xslt", share);
	const struct labels *const *languages;

	date_start();
	arena_start_counting();
	node_start();
	if (sheet_start(dir) != FAIL_NONE || sheet_preload() != FAIL_NONE ||
	    labels_read_all(dir, talloc_asprintf(dir, "%s/labels", dir), language, &languages) != FAIL_NONE)
		return 1;
	inside.looks.languages = languages;
	if (program != NULL && (inside.checking = checking_start(dir, dir, program, languages)) == NULL)
		return 1;
	arena_limit(MEMORY);
	sheet_look_at(kept_missing);
	if (!seal())
		return 1;
	serve(&inside);
	/* A sanitizer's last look at the memory needs calls that are forbidden by now. */
	_exit(0);
}
