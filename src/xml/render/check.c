#include "xml/render/check.h"

#include <talloc.h>

#include "base/clock.h"
#include "xml/gate/judge.h"
#include "xml/gate/source.h"
#include "xml/node.h"
#include "xml/render/looks.h"
#include "xml/render/message.h"
#include "xml/render/samples.h"
#include "xml/render/seal.h"

enum { SOCKET = 0 };

struct checking {
	const struct labels *const *languages;	/* the site's first */
	struct contract *contract;
	struct samples samples;
};

struct checking *
checking_start(const void *owner, const char *dir, const char *program, const struct labels *const *languages)
{
	struct checking *checking = talloc_zero(owner, struct checking);

	if (checking == NULL)
		return NULL;
	checking->languages = languages;
	sheet_prepare_with(judge_forget_lines);
	if (!samples_read(checking, dir, program, &checking->samples) ||
	    contract_read(checking, dir, program, languages[0], &checking->contract) != FAIL_NONE)
		TALLOC_FREE(checking);
	return checking;
}

/* What was measured over all samples. */
struct measured { unsigned pages; long slowest; const char *slowest_page; size_t largest; };

static void
measure(struct measured *all, const struct sample *sample, long microseconds, size_t length, struct findings *findings)
{
	all->pages++;
	if (microseconds > all->slowest) {
		all->slowest = microseconds;
		all->slowest_page = sample->name;
	}
	if (length > all->largest)
		all->largest = length;
	if (microseconds > CHECK_SLOW_MS * 1000L)
		findings_add(findings, &(struct finding){ .refuses = true, .key = "too-slow", .page = sample->name });
}

static void
add_failure(struct findings *findings, const char *key, const char *why, const char *page)
{
	findings_add(findings, &(struct finding){ .line = sheet_fault_line(why), .column = sheet_fault_line(why) > 0, .refuses = true,
	    .key = key, .name = why, .page = page });
}

/* Two trees of one page, side by side. */
static void
compare(const void *owner, struct compiled *look, const struct sample *sample, xmlDoc *page, const struct sheet_params *params,
    struct findings *findings)
{
	char *why;
	xmlDoc *shipped = sheet_tree(owner, look->shipped, page, params, &why), *layer = NULL;

	if (shipped != NULL)
		layer = sheet_tree(owner, look->sheet, page, params, &why);
	if (layer != NULL)
		judge_result(shipped, layer, sample->name, findings);
	else
		add_failure(findings, "fails", why, sample->name);
	xmlFreeDoc(shipped);
	xmlFreeDoc(layer);
}

static void
check_sample(struct checking *checking, const void *owner, struct compiled *look, const struct sample *sample, struct measured *all,
    struct findings *findings)
{
	struct sheet_params params = { look->labels, sample_params };
	char *html = NULL, *why = NULL;
	size_t length = 0;
	xmlDoc *page = node_parse(owner, sample->bytes, sample->length, MESSAGE_PAGE_MAX, &why);
	long long start;
	enum fail f;

	if (page == NULL) {
		add_failure(findings, "fails", why, sample->name);
		return;
	}
	params.labels = samples_labels(checking->languages, look, page);
	seal_clock(SEAL_CPU_MS);
	start = clock_spent_us();
	f = sheet_try(owner, look->sheet, page, &params, &html, &length, false, &why);
	measure(all, sample, (long)(clock_spent_us() - start), length, findings);
	if (f != FAIL_NONE)
		add_failure(findings, "fails", why, sample->name);
	else
		compare(owner, look, sample, page, &params, findings);
	seal_clock_off();
	xmlFreeDoc(page);
}

/* Whoever waits knows which sample it was, should this process end here. */
static void
tell_progress(const void *owner, const char *name)
{
	struct wire out;

	wire_begin(&out, owner, MESSAGE_PROGRESS);
	wire_put_text(&out, name);
	wire_send(SOCKET, &out, 0);
}

static void
put_finding(struct wire *out, const struct finding *one)
{
	wire_put_int(out, one->line);
	wire_put_int(out, one->line > 0 && one->column == 0 ? 1 : one->column);
	wire_put_int(out, one->refuses);
	wire_put_text(out, one->key);
	wire_put_text(out, one->name);
	wire_put_text(out, one->nearest);
	wire_put_text(out, one->where);
	wire_put_text(out, one->page);
}

static void
put_done(struct wire *out, const void *owner, const struct measured *all, struct findings *findings)
{
	size_t i;

	findings_sort(findings);
	wire_begin(out, owner, MESSAGE_DONE);
	wire_put_int(out, all->pages);
	wire_put_int(out, all->slowest);
	wire_put_text(out, all->slowest_page);
	wire_put_int(out, (long)all->largest);
	wire_put_int(out, (long)findings->count);
	for (i = 0; i < findings->count; i++)
		put_finding(out, &findings->list[i]);
}

static void
check(struct checking *checking, const void *owner, struct wire *in, struct wire *out)
{
	struct findings findings = { .owner = owner };
	struct measured all = { .pages = 0 };
	struct compiled *look;
	struct wire again = *in;
	const char *text;
	size_t length, i;

	/* Before the library sees it. */
	wire_get_text(&again), wire_get_text(&again), wire_get_text(&again);
	text = wire_get(&again, &length);
	if (text != NULL)
		source_check(checking->contract, text, length, &findings);
	/* What is refused for its text is not run. */
	if (findings_refuse(&findings)) {
		put_done(out, owner, &all, &findings);
		return;
	}
	tell_progress(owner, "");
	seal_clock(SEAL_CPU_MS);
	look = looks_read(owner, checking->languages, in, true);
	seal_clock_off();
	if (look == NULL || look->sheet == NULL || look->shipped == NULL) {
		add_failure(&findings, "does-not-compile", look == NULL || look->why == NULL ? "" : look->why, NULL);
		put_done(out, owner, &all, &findings);
		return;
	}
	for (i = 0; i < checking->samples.count; i++) {
		tell_progress(owner, checking->samples.list[i].name);
		check_sample(checking, owner, look, &checking->samples.list[i], &all, &findings);
	}
	put_done(out, owner, &all, &findings);
}

static void
put_failed(struct wire *out, const void *owner, const char *why)
{
	wire_begin(out, owner, MESSAGE_FAILED);
	wire_put_int(out, 1);
	wire_put_int(out, 0);
	wire_put_int(out, why == NULL ? 0 : sheet_fault_line(why));
	wire_put_text(out, why == NULL ? "no such page" : why);
}

/* The two renderings that facts are told from. */
struct beside { const struct checking *checking; const void *owner; struct compiled *look; };

static xmlDoc *
render_beside(void *data, xmlDoc *page, bool layer)
{
	const struct beside *beside = data;
	const struct sheet_params params = { samples_labels(beside->checking->languages, beside->look, page), sample_params };
	const void *owner = talloc_new(beside->owner);
	char *why;
	xmlDoc *result = sheet_tree(owner, layer ? beside->look->sheet : beside->look->shipped, page, &params, &why);

	talloc_free((void *)(uintptr_t)owner);
	return result;
}

static void
put_facts(struct wire *out, const void *owner, const struct facts *facts)
{
	size_t i;

	wire_begin(out, owner, MESSAGE_FOUND);
	wire_put_int(out, (long)facts->left_out);
	wire_put_int(out, (long)facts->count);
	for (i = 0; i < facts->count; i++) {
		wire_put_text(out, facts->list[i].path);
		wire_put_text(out, facts->list[i].element);
		wire_put_text(out, facts->list[i].name);
		wire_put_text(out, facts->list[i].value);
	}
}

static void
facts(struct checking *checking, const void *owner, struct wire *in, struct wire *out)
{
	struct compiled *look = looks_read(owner, checking->languages, in, true);
	const struct sample *sample = samples_find(&checking->samples, wire_get_text(in));
	size_t length;
	const char *bytes = wire_get(in, &length);
	struct beside beside = { checking, owner, look };
	struct facts found = { .owner = owner };
	char *why = NULL;
	xmlDoc *page = NULL;

	if (sample != NULL)
		bytes = sample->bytes, length = sample->length;
	if (look != NULL && look->sheet != NULL && look->shipped != NULL && bytes != NULL)
		page = node_parse(owner, bytes, length, MESSAGE_PAGE_MAX, &why);
	seal_clock(CHECK_FACTS_MS);
	if (page != NULL && judge_facts(page, render_beside, &beside, &found))
		put_facts(out, owner, &found);
	else
		put_failed(out, owner, look != NULL && look->why != NULL ? look->why : why);
	seal_clock_off();
	xmlFreeDoc(page);
}

static void
put_sample(struct wire *out, const void *owner, const char *html, size_t length, const xmlDoc *tree, long microseconds)
{
	wire_begin(out, owner, MESSAGE_HTML);
	wire_put_int(out, 0);
	wire_put_int(out, microseconds);
	wire_put(out, html, length);
	wire_put_text(out, judge_outline(owner, tree));
}

static void
sample(struct checking *checking, const void *owner, struct wire *in, struct wire *out)
{
	struct compiled *look = looks_read(owner, checking->languages, in, true);
	const struct sample *one = samples_find(&checking->samples, wire_get_text(in));
	const char *const *params = looks_pairs(owner, in);
	struct sheet *sheet = look == NULL ? NULL : look->why != NULL || look->sheet != NULL ? look->sheet : look->shipped;
	struct sheet_params told = { look == NULL ? NULL : look->labels, params };
	char *why = look == NULL ? NULL : look->why, *html = NULL;
	xmlDoc *page = NULL, *tree = NULL;
	size_t length = 0;
	long long start;

	if (sheet != NULL && one != NULL && params != NULL)
		page = node_parse(owner, one->bytes, one->length, MESSAGE_PAGE_MAX, &why);
	if (page != NULL)
		told.labels = samples_labels(checking->languages, look, page);
	seal_clock(SEAL_CPU_MS);
	start = clock_spent_us();
	if (page != NULL && sheet_try(owner, sheet, page, &told, &html, &length, false, &why) == FAIL_NONE)
		tree = sheet_tree(owner, sheet, page, &told, &why);
	seal_clock_off();
	if (tree != NULL)
		put_sample(out, owner, html, length, tree, (long)(clock_spent_us() - start));
	else
		put_failed(out, owner, why);
	xmlFreeDoc(tree);
	xmlFreeDoc(page);
}

void
checking_answer(struct checking *checking, const void *owner, struct wire *in, struct wire *out)
{
	switch (wire_kind(in)) {
	case MESSAGE_CHECK:
		check(checking, owner, in, out);
		break;
	case MESSAGE_FACTS:
		facts(checking, owner, in, out);
		break;
	default:
		sample(checking, owner, in, out);
	}
}
