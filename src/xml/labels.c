#include "xml/labels.h"

#include <glob.h>
#include <stdint.h>
#include <string.h>
#include <talloc.h>

#include "xml/node.h"

enum { LABELS_FILE_MAX = 4 * 1024 * 1024 };

struct label { const char *key, *text; };

/* An open hash table, never more than half full; its size is a power of two. */
struct labels {
	const char *language, *partial;
	const struct labels *behind;	/* where a partial file's missing texts are; NULL: none are missing */
	struct label *slots;
	size_t size;
	char *texts, *end;	/* all keys and texts, one after the other: a piece of memory for each is five times as much */
	const char **over;		/* pairs that stand over those of a base, up to a NULL; NULL: there are none */
};

static size_t
hash(const char *key)
{
	uint64_t h = 14695981039346656037u;

	for (; *key != '\0'; key++)
		h = (h ^ (unsigned char)*key) * 1099511628211u;
	return (size_t)(h ^ (h >> 32));
}

/* The slot of key: its label's, or the free one where it belongs. */
static struct label *
slot(const struct labels *labels, const char *key)
{
	size_t at = hash(key) & (labels->size - 1);

	while (labels->slots[at].key != NULL && strcmp(labels->slots[at].key, key) != 0)
		at = (at + 1) & (labels->size - 1);
	return &labels->slots[at];
}

/* Line breaks and indents of the file become single spaces; in place. */
static char *
squeeze(char *text)
{
	char *from = text, *to = text;

	for (; *from != '\0'; from++) {
		bool space = strchr(" \t\r\n", *from) != NULL;

		if (!space)
			*to++ = *from;
		else if (to > text && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > text && to[-1] == ' ')
		to--;
	*to = '\0';
	return text;
}

/* A copy of text behind those that are there already; fill made room for it. */
static char *
put(struct labels *labels, const char *text)
{
	char *at = labels->end;

	labels->end = stpcpy(at, text) + 1;
	return at;
}

static enum fail
take(struct labels *labels, const xmlNode *node, const char *path)
{
	const char *key = node_get(node, "key");
	xmlChar *content;
	struct label *label;

	if (!node_is(node, "label") || key == NULL || key[0] == '\0')
		return fail_log(FAIL_BROKEN, "labels: %s:%ld: not a <label key=\"\">", path, xmlGetLineNo(node));
	label = slot(labels, key);
	if (label->key != NULL)
		return fail_log(FAIL_BROKEN, "labels: %s:%ld: %s is there twice", path, xmlGetLineNo(node), key);
	content = xmlNodeGetContent(node);
	if (content == NULL)
		return fail_log(FAIL_BROKEN, "labels: out of memory");
	label->key = put(labels, key);
	label->text = squeeze(put(labels, (const char *)content));
	xmlFree(content);
	return FAIL_NONE;
}

/* What key and text of a label take, both ends counted. */
static size_t
bytes_of(const xmlNode *node)
{
	const char *key = node_get(node, "key");
	xmlChar *content = xmlNodeGetContent(node);
	size_t bytes = (key == NULL ? 0 : strlen(key)) + (content == NULL ? 0 : strlen((const char *)content)) + 2;

	xmlFree(content);
	return bytes;
}

static enum fail
make_room(struct labels *labels, const xmlNode *root)
{
	const xmlNode *node;
	size_t count = 0, bytes = 0;

	for (node = node_child(root, NULL); node != NULL; node = node_next(node, NULL)) {
		count++;
		bytes += bytes_of(node);
	}
	for (labels->size = 16; labels->size < count * 2; labels->size *= 2)
		;
	labels->slots = talloc_zero_array(labels, struct label, (unsigned)labels->size);
	labels->texts = labels->end = talloc_size(labels, bytes);
	return labels->slots != NULL && labels->texts != NULL ? FAIL_NONE : fail_log(FAIL_BROKEN, "labels: out of memory");
}

static enum fail
fill(struct labels *labels, const xmlNode *root, const char *path)
{
	const xmlNode *node;
	enum fail f = make_room(labels, root);

	for (node = node_child(root, NULL); node != NULL && f == FAIL_NONE; node = node_next(node, NULL))
		f = take(labels, node, path);
	return f;
}

enum fail
labels_read(const void *owner, const char *dir, const char *lang, struct labels **out)
{
	struct labels *labels = talloc_zero(owner, struct labels);
	char *path = talloc_asprintf(labels, "%s/%s.xml", dir, lang), *error = NULL;
	enum fail f = FAIL_BROKEN;
	xmlDoc *doc = NULL;

	if (labels == NULL || path == NULL)
		return fail_log(FAIL_BROKEN, "labels: out of memory");
	labels->language = talloc_strdup(labels, lang);
	doc = node_read(labels, path, LABELS_FILE_MAX, &error);
	if (doc == NULL) {
		fail_log(FAIL_BROKEN, "labels: %s: %s", path, error);
	} else {
		labels->partial = talloc_strdup(labels, node_get(xmlDocGetRootElement(doc), "partial"));
		f = fill(labels, xmlDocGetRootElement(doc), path);
	}
	xmlFreeDoc(doc);
	if (f == FAIL_NONE)
		*out = labels;
	else
		talloc_free(labels);
	return f;
}

/* One more language, behind the last of list; the first is already there. */
static enum fail
read_another(const void *owner, const char *dir, const char *path, const struct labels **list, size_t count)
{
	const char *name = strrchr(path, '/') + 1;
	char *lang = talloc_strndup(owner, name, strlen(name) - strlen(".xml"));
	struct labels *labels = NULL;
	enum fail f = lang == NULL ? FAIL_BROKEN : labels_read(owner, dir, lang, &labels);

	if (f == FAIL_NONE && labels->partial != NULL)
		labels->behind = list[0];
	if (f == FAIL_NONE)
		list[count] = labels;
	return f;
}

enum fail
labels_read_all(const void *owner, const char *dir, const char *first, const struct labels *const **out)
{
	const struct labels **list = talloc_zero_array(owner, const struct labels *, LABELS_LANGUAGES_MAX + 1);
	char *pattern = talloc_asprintf(owner, "%s/*.xml", dir), *of_first = talloc_asprintf(owner, "%s/%s.xml", dir, first);
	struct labels *labels = NULL;
	size_t count = 1, i;
	glob_t paths;
	enum fail f;

	if (list == NULL || pattern == NULL || of_first == NULL)
		return fail_log(FAIL_BROKEN, "labels: out of memory");
	f = labels_read(list, dir, first, &labels);
	list[0] = labels;
	if (f != FAIL_NONE || glob(pattern, 0, NULL, &paths) != 0)
		return FAIL_BROKEN;
	for (i = 0; i < paths.gl_pathc && f == FAIL_NONE && count < LABELS_LANGUAGES_MAX; i++)
		if (strcmp(paths.gl_pathv[i], of_first) != 0)
			f = read_another(list, dir, paths.gl_pathv[i], list, count++);
	globfree(&paths);
	*out = list;
	return f;
}

const struct labels *
labels_among(const struct labels *const *all, const char *language)
{
	for (; language != NULL && *all != NULL; all++)
		if (strcmp((*all)->language, language) == 0)
			return *all;
	return NULL;
}

const char *
labels_partial(const struct labels *labels)
{
	return labels->partial;
}

static bool
copy_pairs(struct labels *labels, const char *const *pairs)
{
	size_t n = 0, i;

	while (pairs[n] != NULL)
		n++;
	labels->over = talloc_zero_array(labels, const char *, (unsigned)n + 1);
	for (i = 0; labels->over != NULL && i < n; i++)
		if ((labels->over[i] = talloc_strdup(labels->over, pairs[i])) == NULL)
			return false;
	return labels->over != NULL;
}

struct labels *
labels_over(const void *owner, const struct labels *base, const char *const *pairs)
{
	struct labels *labels = talloc_zero(owner, struct labels);
	const char **pair;

	if (labels == NULL)
		return NULL;
	labels->language = base->language;
	labels->partial = base->partial;
	labels->behind = base->behind;
	labels->size = base->size;
	labels->slots = talloc_memdup(labels, base->slots, base->size * sizeof base->slots[0]);
	if (labels->slots == NULL || !copy_pairs(labels, pairs)) {
		talloc_free(labels);
		return NULL;
	}
	for (pair = labels->over; pair[0] != NULL && pair[1] != NULL; pair += 2) {
		struct label *label = slot(labels, pair[0]);

		if (label->key != NULL)
			label->text = pair[1];
	}
	return labels;
}

const char *const *
labels_pairs_over(const struct labels *labels)
{
	static const char *const none[] = { NULL };

	return labels->over == NULL ? none : labels->over;
}

const char *
labels_find(const struct labels *labels, const char *key)
{
	const char *text = slot(labels, key)->text;

	return text == NULL && labels->behind != NULL ? slot(labels->behind, key)->text : text;
}

const char *
labels_next(const struct labels *labels, size_t *at)
{
	while (*at < labels->size && labels->slots[*at].key == NULL)
		(*at)++;
	return *at < labels->size ? labels->slots[(*at)++].key : NULL;
}

const char *
labels_language(const struct labels *labels)
{
	return labels->language;
}
