/* gatekeeper.c - the worker's side of a check: a renderer for one question. */
#include <glob.h>
#include <string.h>
#include <talloc.h>

#include "base/clock.h"
#include "xml/node.h"
#include "xml/render/message.h"
#include "xml/render/talk.h"

/* Less than nginx waits for a program; sanitized, where nobody waits but tests, three times that. */
#ifdef __SANITIZE_ADDRESS__
enum { ASK_MS = 60000 };
#else
enum { ASK_MS = 20000 };
#endif

/* The texts of an answer outlive the message. */
static char *
copy(const void *owner, struct wire *in)
{
	const char *text = wire_get_text(in);

	return text == NULL ? NULL : talloc_strdup(owner, text);
}

static void
read_finding(struct findings *findings, struct wire *in)
{
	struct finding one = { .line = (int)wire_get_int(in), .column = (int)wire_get_int(in) };

	one.refuses = wire_get_int(in) != 0;
	one.key = wire_get_text(in);
	one.name = wire_get_text(in);
	one.nearest = wire_get_text(in);
	one.where = wire_get_text(in);
	one.page = wire_get_text(in);
	if (one.key != NULL && !in->bad)
		findings_add(findings, &one);
}

static void
read_done(const void *owner, struct wire *in, struct verdict *out)
{
	long count, i;

	out->pages = (unsigned)wire_get_int(in);
	out->slowest_microseconds = wire_get_int(in);
	out->slowest_page = copy(owner, in);
	out->largest = (size_t)wire_get_int(in);
	count = wire_get_int(in);
	for (i = 0; i < count && i < FINDINGS_MAX && !in->bad; i++)
		read_finding(&out->findings, in);
	out->judged = !in->bad;
	if (in->bad)
		out->why = talloc_strdup(owner, "an answer that is none");
}

/* It ended while it worked on a page: then that page is what is wrong, if it is one; else the check could not be made. */
static void
blame(const char *page, char *why, bool ours, struct verdict *out)
{
	if (page == NULL || ours) {
		out->why = why;
		return;
	}
	out->judged = true;
	findings_add(&out->findings, &(struct finding){ .refuses = true, .key = page[0] == '\0' ? "does-not-compile" : "ends-the-renderer",
	    .name = why, .page = page[0] == '\0' ? NULL : page });
}

void
renderer_check(const void *owner, const struct renderer_options *options, const struct layer *layer, struct verdict *out)
{
	long long deadline = clock_ms() + ASK_MS;
	void *memory = talloc_new(owner);
	char *page = NULL;
	struct child child;
	struct wire message;
	enum wire_end end;
	bool ours = false;

	*out = (struct verdict){ .findings = { .owner = owner } };
	if (!talk_start(&child, options, layer->program)) {
		out->why = talloc_strdup(owner, "samspil-render cannot be started");
		return;
	}
	wire_begin(&message, owner, MESSAGE_CHECK);
	talk_put_look(&message, layer);
	end = wire_send(child.fd, &message, deadline);
	while (end == WIRE_DONE) {
		/* One that only ever tells how far it is shall not be listened to for ever. */
		end = clock_ms() < deadline ? wire_receive(memory, child.fd, deadline, &message) : WIRE_LATE;
		if (end == WIRE_DONE && wire_kind(&message) != MESSAGE_PROGRESS)
			break;
		if (end != WIRE_DONE)
			break;
		talloc_free(page);
		page = copy(owner, &message);
		talloc_free(message.bytes);
	}
	if (end == WIRE_DONE && wire_kind(&message) == MESSAGE_DONE) {
		read_done(owner, &message, out);
	} else {
		char *why = talk_obituary(owner, &child, end == WIRE_DONE ? WIRE_BAD : end, ASK_MS, &ours);

		blame(page, why, ours, out);
	}
	child_end(&child);
	talloc_free(memory);
}

/* One question, one answer in *in; the reason in *why when there is none. */
static bool
ask(const void *owner, const struct renderer_options *options, const char *program, struct wire *question, struct wire *in, char **why)
{
	long long deadline = clock_ms() + ASK_MS;
	struct child child;
	enum wire_end end;
	bool ours = false;

	*why = NULL;
	if (!talk_start(&child, options, program)) {
		*why = talloc_strdup(owner, "samspil-render cannot be started");
		return false;
	}
	end = wire_send(child.fd, question, deadline);
	if (end == WIRE_DONE)
		end = wire_receive(owner, child.fd, deadline, in);
	if (end != WIRE_DONE)
		*why = talk_obituary(owner, &child, end, ASK_MS, &ours);
	child_end(&child);
	return end == WIRE_DONE;
}

/* The reason of an answer that says that it failed. */
static char *
read_reason(const void *owner, struct wire *in, int *line)
{
	wire_get_int(in), wire_get_int(in);
	*line = (int)wire_get_int(in);
	return copy(owner, in);
}

static void
read_facts(struct wire *in, struct facts *out)
{
	long left_out = wire_get_int(in), count = wire_get_int(in), i;

	out->left_out = left_out < 0 ? 0 : (size_t)left_out;
	for (i = 0; i < count && !in->bad; i++) {
		struct fact one = { .path = copy(out->owner, in) };

		one.element = copy(out->owner, in);
		one.name = copy(out->owner, in);
		one.value = copy(out->owner, in);
		out->list = talloc_realloc(out->owner, out->list, struct fact, (unsigned)out->count + 1);
		if (out->list == NULL)
			return;
		out->list[out->count++] = one;
	}
}

bool
renderer_facts(const void *owner, const struct renderer_options *options, const struct layer *layer, const char *sample,
    xmlDoc *page, struct facts *out, char **why)
{
	struct wire question, in;
	size_t length = 0;
	char *bytes = page == NULL ? NULL : node_bytes(owner, page, &length);
	int line;

	*out = (struct facts){ .owner = owner };
	wire_begin(&question, owner, MESSAGE_FACTS);
	talk_put_look(&question, layer);
	wire_put_text(&question, sample);
	wire_put(&question, bytes == NULL ? "" : bytes, length);
	if (!ask(owner, options, layer->program, &question, &in, why))
		return false;
	if (wire_kind(&in) != MESSAGE_FOUND) {
		*why = read_reason(owner, &in, &line);
		return false;
	}
	read_facts(&in, out);
	return !in.bad;
}

void
renderer_sample(const void *owner, const struct renderer_options *options, const struct layer *layer, const char *sample,
    const struct sheet_params *params, struct rendering *out, char **outline)
{
	struct wire question, in;
	const char *bytes;

	*out = (struct rendering){ .html = NULL };
	*outline = NULL;
	wire_begin(&question, owner, MESSAGE_SAMPLE);
	talk_put_look(&question, layer);
	wire_put_text(&question, sample);
	talk_put_pairs(&question, params->names_and_values);
	if (!ask(owner, options, layer->program, &question, &in, &out->reason))
		return;
	if (wire_kind(&in) != MESSAGE_HTML) {
		out->reason = read_reason(owner, &in, &out->line);
		return;
	}
	wire_get_int(&in);
	out->microseconds = wire_get_int(&in);
	bytes = wire_get(&in, &out->length);
	*outline = copy(owner, &in);
	out->html = in.bad || bytes == NULL ? NULL : talloc_memdup(owner, bytes, out->length + 1);
	if (out->html == NULL)
		out->reason = talloc_strdup(owner, "an answer that is none");
}

static const char *
sample_name(const void *owner, const char *path)
{
	const char *name = strrchr(path, '/') + 1;

	return talloc_strndup(owner, name, strlen(name) - strlen(".xml"));
}

const char *const *
renderer_samples(const void *owner, const char *share, const char *program)
{
	const char **names;
	glob_t paths;
	size_t i;
	int found = glob(talloc_asprintf(owner, "%s/xslt/samples/%s-*.xml", share, program), 0, NULL, &paths);

	names = talloc_zero_array(owner, const char *, found == 0 ? (unsigned)paths.gl_pathc + 1 : 1);
	for (i = 0; found == 0 && names != NULL && i < paths.gl_pathc; i++)
		names[i] = sample_name(names, paths.gl_pathv[i]);
	if (found == 0)
		globfree(&paths);
	return names;
}
