#include "plan/documents.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "base/clock.h"
#include "base/file_name.h"
#include "base/log.h"
#include "base/text.h"
#include "rule/cpr.h"
#include "sql/rows.h"
#include "web/sniff.h"
#include "xml/node.h"

enum { ASK_MS = 2000 };

static xmlNode *
refuse(struct request *rq, const char *name, const char *why)
{
	xmlNode *file = node_add(fail_more(rq), "refused-file");

	node_set(file, "name", name);
	node_set(file, "why", why);
	return file;
}

static const char *
sha256_of(struct request *rq, const struct file *file)
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)file->bytes, file->length);
	return text_hex(rq, hash, sizeof hash);
}

/* A file without a name, or whose name has no ending, is called by what it is. */
static void
set_name(struct request *rq, struct taken *one, const char *name, const char *ending)
{
	if (name[0] == '\0')
		name = one->kind->name;
	one->title = file_name_title(rq, name);
	one->name = ending[0] == '\0' ? request_format(rq, "%s.%s", name, one->kind->name) : name;
}

/* A personal number in a name would stand in lists. */
static void
hide_cpr(char *name)
{
	const char *at;
	size_t length;

	while ((at = cpr_stands_in(name, &length)) != NULL)
		memset(name + (at - name) + length - 4, 'x', 4);
}

static bool
judge(struct request *rq, struct sniff *sniff, const struct file *file, struct taken *out)
{
	const char *ending, *why;
	char *name = file_name_clean(rq, file->name);

	name = name == NULL ? talloc_strdup(rq, "") : name;
	hide_cpr(name);
	ending = file_name_ending(rq, name);
	*out = (struct taken){ .file = file };
	why = file_kind_judge(ending, sniff_type(sniff, file->bytes, file->length), (const unsigned char *)file->bytes, file->length, &out->kind);
	if (why != NULL) {
		refuse(rq, name, why);
		return false;
	}
	set_name(rq, out, name, ending);
	out->sha256 = sha256_of(rq, file);
	return true;
}

/* What clamd said to this request's files: it is asked once, before the transaction that stores them. */
static struct {
	char reference[16];
	size_t count;
	struct heard { char sha256[2 * crypto_hash_sha256_BYTES + 1], found[SCAN_FOUND_MAX]; enum scan scan; } list[DOCUMENTS_AT_ONCE];
} heard;

/* All of them within the time of one, and a short one, for somebody waits: what is not looked at by then is samspil-scan's. */
static void
hear_all(struct request *rq)
{
	const char *socket = scan_socket(rq->site->conf);
	const long most = scan_timeout(rq->site->conf);
	const long long end = clock_ms() + (most < ASK_MS ? most : ASK_MS);
	size_t i;

	memset(&heard, 0, sizeof heard);
	snprintf(heard.reference, sizeof heard.reference, "%s", rq->reference);
	for (i = 0; i < rq->files.count && heard.count < DOCUMENTS_AT_ONCE; i++) {
		const struct file *file = &rq->files.list[i];
		struct heard *one = &heard.list[heard.count++];
		long left = (long)(end - clock_ms());

		snprintf(one->sha256, sizeof one->sha256, "%s", sha256_of(rq, file));
		one->scan = left <= 0 ? SCAN_WAITING : scan_bytes(socket, left, file->bytes, file->length, one->found);
	}
}

static void
recall(struct taken *one)
{
	size_t i;

	one->scan = SCAN_WAITING;
	for (i = 0; i < heard.count; i++)
		if (strcmp(heard.list[i].sha256, one->sha256) == 0) {
			one->scan = heard.list[i].scan;
			memcpy(one->found, heard.list[i].found, sizeof one->found);
		}
}

/* How many are refused; where clamd was not asked yet, the request is run again when it was. */
static size_t
scan_all(struct request *rq, struct takings *these)
{
	bool asks = scan_socket(rq->site->conf) != NULL;
	size_t i, infected = 0;

	if (asks && strcmp(heard.reference, rq->reference) != 0) {
		request_ask_outside(rq, hear_all);
		return 0;
	}
	for (i = 0; i < these->count; i++) {
		struct taken *one = &these->list[i];

		one->scan = SCAN_NOT_ASKED;
		if (asks)
			recall(one);
		if (one->scan != SCAN_INFECTED)
			continue;
		infected++;
		node_set(refuse(rq, one->name, "file-infected"), "found", one->found);
		log_event("infected", LOG_FIELDS(LOG_TEXT("found", one->found)));
	}
	return infected;
}

bool
documents_take(struct request *rq, struct takings *out)
{
	struct sniff *sniff = sniff_new(rq);
	const struct file *file;
	size_t i, refused = 0;

	out->count = 0;
	for (i = 0; (file = field_file_at(rq, "files", i)) != NULL && out->count < DOCUMENTS_AT_ONCE; i++) {
		if (judge(rq, sniff, file, &out->list[out->count]))
			out->count++;
		else
			refused++;
	}
	if (refused == 0)
		refused = scan_all(rq, out);
	if (refused > 0)
		fail_request(rq, FAIL_INPUT, "files-refused");
	return refused == 0 && out->count > 0 && !request_failed(rq);
}

/* Among those before it, or in the course. */
static bool
is_there(struct request *rq, const struct takings *these, size_t i)
{
	const struct taken *one = &these->list[i];
	const char *is[2];
	xmlNode *node;
	size_t j;

	for (j = 0; j < i; j++)
		if (strcmp(these->list[j].sha256, one->sha256) == 0) {
			refuse(rq, one->name, "file-chosen-twice");
			return true;
		}
	if (!rows_one(rq->db, rq, is, 2, "SELECT id, received_on FROM document WHERE course_id = ? AND sha256 = ? AND state <> 'wrong'"
	    " AND (state <> 'draft' OR uid = ?) ORDER BY id DESC LIMIT 1", ARGS(INT(rq->subject), TEXT(one->sha256), TEXT(rq->user->uid))))
		return false;
	node = refuse(rq, one->name, "file-is-there");
	node_set(node, "on", is[1]);
	node_set(node, "href", request_href(rq, "/plan/%lld/documents/%s", rq->subject, is[0]));
	return true;
}

bool
documents_told_twice(struct request *rq, const struct takings *these)
{
	size_t i, there = 0;

	for (i = 0; i < these->count; i++)
		there += is_there(rq, these, i);
	if (there > 0) {
		fail_request(rq, FAIL_INPUT, "files-twice");
		field_error(rq, "twice", "files-twice");
	}
	return there > 0;
}
