/*
 * /admin/look/labels?q=&lang=&key= - a department's own words: look for a text, replace it, take the replacement back.
 *	<tabs/> <look tab="look-labels"> <form name="find-label"/> <words lang total [more] [found]> <word/>* </words>
 *	 <word key lang href [locked] [places]> <shipped/> <own/> <form name="label"/> <form name="label-restore"/> </word> </look>
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/look.h"
#include "admin/pages.h"
#include "base/text.h"
#include "domain/look.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

enum { WORDS_MAX = 50, TEXT_LEAST = 60, TEXT_MAX = 1000, LINE_UP_TO = 80 };

static void
add_languages(struct request *rq, xmlNode *field)
{
	const struct labels *const *one;

	for (one = site_languages(rq->site); *one != NULL; one++)
		node_set(node_add_text(field, "choice", labels_find(*one, "language.name")), "value", labels_language(*one));
}

static const struct field find_fields[] = {
	{ "q", FIELD_LINE, .max = 100 },
	{ "lang", FIELD_CHOICE, REQUIRED, .source = add_languages },
	{ "department", FIELD_HIDDEN, .max = 40 },
	{ 0 }
};
static const struct form find_form = { .name = "find-label", .fields = find_fields, .get = true };
static const struct field no_fields[] = { { 0 } };
static const char *const restore_submits[] = { "restore", NULL };
static const struct form restore_form = { .name = "label-restore", .fields = no_fields, .submits = restore_submits };

/* The site's language where none is asked for. */
static const struct labels *
shipped_labels(struct request *rq)
{
	const struct labels *labels = labels_among(site_languages(rq->site), query_text(rq, "lang"));

	return labels == NULL ? rq->site->labels : labels;
}

/* Not one that a language for citizens only borrows: there it would be shown to nobody. */
static bool
has_own(const struct labels *labels, const char *wanted)
{
	const char *key;
	size_t at = 0;

	while ((key = labels_next(labels, &at)) != NULL)
		if (strcmp(key, wanted) == 0)
			return true;
	return false;
}

static const char *
own_text(struct request *rq, const char *department, const char *lang, const char *key)
{
	return rows_text(rq->db, rq, "SELECT text FROM department_label WHERE department_id = ? AND lang = ? AND label_key = ?",
	    ARGS(TEXT(department), TEXT(lang), TEXT(key)));
}

static long long
revision_of(struct request *rq, const char *department, const char *lang, const char *key)
{
	return rows_int(rq->db, 0, "SELECT CRC32(text) FROM department_label WHERE department_id = ? AND lang = ? AND label_key = ?",
	    ARGS(TEXT(department), TEXT(lang), TEXT(key)));
}

static const char *
address(struct request *rq, const char *path, const char *lang, const char *key)
{
	return request_format(rq, "%s?lang=%s&key=%s%s", path, lang, uri_encode(rq, key), look_query(rq, false));
}

static xmlNode *
add_word(struct request *rq, xmlNode *parent, const struct labels *labels, const char *key, const char *own)
{
	xmlNode *word = node_add(parent, "word");

	node_set(word, "key", key);
	node_set(word, "href", request_href(rq, "%s", address(rq, "/admin/look/labels", labels_language(labels), key)));
	if (look_label_locked(key))
		node_set(word, "locked", "yes");
	node_add_text(word, "shipped", labels_find(labels, key));
	node_add_text(word, "own", own);
	return word;
}

/* A department's own texts by key, for the search. */
struct texts { const void *owner; const char **pairs; size_t count; };

static void
take_text(void *user, const char *const *columns, size_t count)
{
	struct texts *texts = user;

	(void)count;
	texts->pairs = talloc_realloc(texts->owner, texts->pairs, const char *, (unsigned)texts->count * 2 + 2);
	texts->pairs[texts->count * 2] = talloc_strdup(texts->owner, columns[0]);
	texts->pairs[texts->count++ * 2 + 1] = talloc_strdup(texts->owner, columns[1]);
}

static const char *
text_of(const struct texts *texts, const char *key)
{
	size_t i;

	for (i = 0; i < texts->count; i++)
		if (strcmp(texts->pairs[i * 2], key) == 0)
			return texts->pairs[i * 2 + 1];
	return NULL;
}

static bool
holds(struct request *rq, const char *text, const char *wanted)
{
	char *folded = text == NULL ? NULL : text_fold(rq, text);
	bool is = folded != NULL && strstr(folded, wanted) != NULL;

	talloc_free(folded);
	return is;
}

static bool
is_all(struct request *rq, const char *text, const char *wanted)
{
	char *folded = text == NULL ? NULL : text_fold(rq, text);
	bool is = folded != NULL && strcmp(folded, wanted) == 0;

	talloc_free(folded);
	return is;
}

/* A key that fits; first: its text is all that was looked for, not only a part of it. */
struct found { const char *key; bool first; };

static int
by_key(const void *a, const void *b)
{
	const struct found *one = a, *other = b;

	return one->first != other->first ? other->first - one->first : strcmp(one->key, other->key);
}

/* The keys that fit: those whose key or text holds wanted, the text itself before longer ones; without it those that are replaced. */
static struct found *
find_keys(struct request *rq, const struct labels *labels, const struct texts *own, const char *wanted, size_t *count)
{
	struct found *keys = NULL;
	const char *key;
	size_t at = 0;

	*count = 0;
	while ((key = labels_next(labels, &at)) != NULL) {
		const char *replaced = text_of(own, key), *text = labels_find(labels, key);

		if (wanted == NULL ? replaced == NULL : strstr(key, wanted) == NULL && !holds(rq, text, wanted) && !holds(rq, replaced, wanted))
			continue;
		keys = talloc_realloc(rq, keys, struct found, (unsigned)*count + 1);
		keys[(*count)++] = (struct found){ key, wanted != NULL && (is_all(rq, text, wanted) || is_all(rq, replaced, wanted)) };
	}
	if (keys != NULL)
		qsort(keys, *count, sizeof *keys, by_key);
	return keys;
}

static void
add_words(struct request *rq, xmlNode *look, const char *department, const struct labels *labels)
{
	const char *q = query_text(rq, "q"), *wanted = q == NULL ? NULL : text_fold(rq, q);
	struct texts own = { .owner = rq };
	struct found *keys;
	xmlNode *words = node_add(look, "words");
	size_t count, i;

	rows_each(rq->db, "SELECT label_key, text FROM department_label WHERE department_id = ? AND lang = ?",
	    ARGS(TEXT(department), TEXT(labels_language(labels))), take_text, &own);
	keys = find_keys(rq, labels, &own, wanted, &count);
	node_set(words, "lang", labels_language(labels));
	node_set(words, "of", wanted == NULL ? "replaced" : "found");
	node_set_int(words, "total", (long long)count);
	for (i = 0; i < count && (wanted == NULL || i < WORDS_MAX); i++)
		add_word(rq, words, labels, keys[i].key, text_of(&own, keys[i].key));
}

/* A replacement may be three times as long as the text that it stands for: more would break what is around it. */
static const struct form *
make_form(struct request *rq, const char *shipped)
{
	struct form *form = talloc_zero(rq, struct form);
	struct field *fields = talloc_zero_array(rq, struct field, 2);
	long length = (long)text_characters(shipped), max = length * 3 < TEXT_LEAST ? TEXT_LEAST : length * 3;

	fields[0] = (struct field){ .name = "text", .type = length > LINE_UP_TO ? FIELD_TEXT : FIELD_LINE, .required = REQUIRED,
	    .max = max > TEXT_MAX ? TEXT_MAX : max };
	form->name = "label";
	form->fields = fields;
	return form;
}

static void
add_chosen(struct request *rq, xmlNode *look, const char *department, const struct labels *labels, const char *key)
{
	const char *lang = labels_language(labels), *shipped = has_own(labels, key) ? labels_find(labels, key) : NULL, *own, *places;
	xmlNode *word, *form;
	long long revision;

	if (shipped == NULL) {
		fail_request(rq, FAIL_MISSING, NULL);
		return;
	}
	own = own_text(rq, department, lang, key);
	revision = revision_of(rq, department, lang, key);
	word = add_word(rq, look, labels, key, own);
	node_set(word, "lang", lang);
	places = look_label_places(rq, shipped);
	node_set(word, "places", places[0] == '\0' ? NULL : places);
	if (!look_label_locked(key)) {
		form = form_add(rq, word, make_form(rq, shipped), "%s", address(rq, "/admin/look/labels", lang, key));
		form_set(form, "text", own == NULL ? shipped : own);
		form_set_revision(form, revision);
	}
	if (own != NULL) {
		form = form_add(rq, word, &restore_form, "%s", address(rq, "/admin/look/labels/restore", lang, key));
		form_set_revision(form, revision);
	}
}

static void
labels_get(struct request *rq, xmlNode *content)
{
	xmlNode *look = look_begin(rq, content, "look-labels");
	const char *key = query_text(rq, "key");
	const struct labels *labels;
	xmlNode *form;

	if (look == NULL)
		return;
	labels = shipped_labels(rq);
	form = form_add(rq, look, &find_form, "/admin/look/labels");
	if (query_text(rq, "lang") == NULL)
		form_set(form, "lang", labels_language(labels));
	if (key != NULL)
		add_chosen(rq, look, node_get(look, "department"), labels, key);
	add_words(rq, look, node_get(look, "department"), labels);
}

/* The label that the address names, with its shipped text; NULL: the request has failed. */
static const char *
chosen_key(struct request *rq, const struct labels *labels)
{
	const char *key = query_text(rq, "key");

	if (key != NULL && has_own(labels, key))
		return key;
	fail_request(rq, FAIL_MISSING, NULL);
	return NULL;
}

static void
labels_post(struct request *rq)
{
	const char *department = look_department(rq), *key, *text, *shipped;
	const struct labels *labels = shipped_labels(rq);
	enum fail f;

	key = department == NULL ? NULL : chosen_key(rq, labels);
	if (key == NULL)
		return;
	shipped = labels_find(labels, key);
	f = look_label_locked(key) ? FAIL_DENIED : form_read(rq, make_form(rq, shipped));
	if (f != FAIL_NONE) {
		fail_request(rq, f, f == FAIL_DENIED ? "label-locked" : NULL);
		return;
	}
	text = field_text(rq, "text");
	if (!look_label_fits(shipped, text))
		field_error(rq, "text", "label-places");
	else if (!revision_stale(rq, revision_of(rq, department, labels_language(labels), key))) {
		exec(rq->db, "INSERT INTO department_label (department_id, lang, label_key, text, changed_by) VALUES (?, ?, ?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE text = VALUES(text), changed_by = VALUES(changed_by)",
		    ARGS(TEXT(department), TEXT(labels_language(labels)), TEXT(key), TEXT(text), TEXT(rq->user->uid)));
		look_tell_views(rq->db, department);
		see_other(rq, "label-saved", "%s", address(rq, "/admin/look/labels", labels_language(labels), key));
	}
}

static void
restore_post(struct request *rq)
{
	const char *department = look_department(rq), *lang, *key = query_text(rq, "key");
	const struct labels *labels = shipped_labels(rq);

	if (department == NULL || key == NULL) {
		fail_request(rq, FAIL_MISSING, NULL);
		return;
	}
	lang = labels_language(labels);
	if (revision_stale(rq, revision_of(rq, department, lang, key)))
		return;
	exec(rq->db, "UPDATE department_label SET changed_by = ? WHERE department_id = ? AND lang = ? AND label_key = ?",
	    ARGS(TEXT(rq->user->uid), TEXT(department), TEXT(lang), TEXT(key)));
	exec(rq->db, "DELETE FROM department_label WHERE department_id = ? AND lang = ? AND label_key = ?",
	    ARGS(TEXT(department), TEXT(lang), TEXT(key)));
	look_tell_views(rq->db, department);
	see_other(rq, "label-restored", "/admin/look/labels?lang=%s%s", lang, look_query(rq, false));
}

const struct route admin_look_labels = {
	.path = "/admin/look/labels", .page = "look-labels", .menu = "admin", .may = MAY_SEE_ADMIN, .get = labels_get, .post = labels_post,
};
const struct route admin_look_labels_restore = {
	.path = "/admin/look/labels/restore", .page = "look-labels", .menu = "admin", .may = MAY_SEE_ADMIN, .post = restore_post,
	.form = &restore_form,
};
