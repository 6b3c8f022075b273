#include "tools/import/publish.h"

#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "domain/publishing.h"
#include "tools/import/lines.h"

static void
tell(const struct labels *english, const char *path, const struct reasons *reasons, const char *kind)
{
	size_t i;

	for (i = 0; i < reasons->count; i++) {
		const struct reason *reason = &reasons->list[i];

		fprintf(stderr, "%s:", reason->file == NULL ? path : reason->file);
		if (reason->line > 0)
			fprintf(stderr, "%ld:", reason->line);
		fprintf(stderr, " %s%s\n", kind, reason_text(reasons->owner, english, reason));
	}
	if (reasons->left_out > 0)
		fprintf(stderr, "%s: and %zu more\n", path, reasons->left_out);
}

static enum fail
refuse(const struct labels *english, const char *path, const struct reasons *reasons)
{
	tell(english, path, reasons, "");
	return FAIL_INPUT;
}

/* The file that own names, beside it; left empty where it names none. */
static enum fail
find_shared(const void *owner, const struct publishing_text *own, struct publishing_text *out)
{
	const char *name = publishing_shares(owner, own), *slash = strrchr(own->name, '/');

	*out = (struct publishing_text){ 0 };
	if (name == NULL)
		return FAIL_NONE;
	out->name = slash == NULL ? name : talloc_asprintf(owner, "%.*s/%s", (int)(slash - own->name), own->name, name);
	/* What is outside of the folder is refused by the grammar; it is not even looked at. */
	if (strchr(name, '/') != NULL)
		return FAIL_NONE;
	out->bytes = lines_whole(owner, out->name, &out->length);
	return out->bytes == NULL ? FAIL_INPUT : FAIL_NONE;
}

static enum fail
store(struct db *db, const struct labels *english, const void *owner, const char *path, struct checked *checked, bool only_draft)
{
	const struct questionnaire *q = checked->q;
	struct publishing is;
	long long id;
	enum publishing_step step = publishing_draft(db, checked, NULL, &id);
	bool same = step == PUBLISHING_SAME;

	if (step == PUBLISHING_REFUSED)
		return refuse(english, path, &checked->faults);
	if (step == PUBLISHING_GONE || !publishing_find(db, owner, id, &is))
		return db_failed(db);
	if (same && (only_draft || strcmp(is.state, "draft") != 0)) {
		printf("%s version %ld: there already, %s\n", q->code, q->version, is.state);
		return FAIL_NONE;
	}
	if (!only_draft)
		step = publishing_publish(db, id, is.revision, checked, NULL);
	if (step == PUBLISHING_REFUSED)
		return refuse(english, path, &checked->failed);
	if (db_failed(db) == FAIL_NONE && step != PUBLISHING_DONE && step != PUBLISHING_SAME) {
		fprintf(stderr, "%s: somebody else has changed it meanwhile: nothing was published\n", path);
		return FAIL_STALE;
	}
	if (db_failed(db) == FAIL_NONE)
		printf("%s version %ld: %s, %zu questions in %zu dimensions\n", q->code, q->version, only_draft ? "draft" : "published",
		    q->question_count, q->dimension_count);
	return db_failed(db);
}

enum fail
publish(struct db *db, const struct schema *grammar, const struct labels *english, const char *path, bool only_draft)
{
	void *owner = talloc_new(NULL);
	struct publishing_text own = { .name = path }, shared;
	struct checked checked;
	enum fail f;

	own.bytes = lines_whole(owner, path, &own.length);
	f = own.bytes == NULL ? FAIL_INPUT : find_shared(owner, &own, &shared);
	if (f == FAIL_NONE) {
		publishing_check(owner, grammar, &own, &shared, &checked);
		if (checked.faults.count > 0)
			f = refuse(english, path, &checked.faults);
		else if (checked.failed.count > 0 && !only_draft)
			f = refuse(english, path, &checked.failed);
		else
			f = store(db, english, owner, path, &checked, only_draft);
	}
	if (f == FAIL_NONE && checked.failed.count > 0)
		refuse(english, path, &checked.failed);
	if (f == FAIL_NONE)
		tell(english, path, &checked.doubts, "warning: ");
	talloc_free(owner);
	return f;
}
