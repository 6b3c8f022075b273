/* icf_find.c - the classification sought by what people type. */
#include <ctype.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/icf.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "xml/node.h"

#define CHOOSABLE \
	"i.selectable AND i.kind <> 'qualifier' AND (i.valid_from IS NULL OR i.valid_from <= t.today)" \
	" AND (i.valid_to IS NULL OR i.valid_to >= t.today) AND i.component = COALESCE(t.component, i.component)"

/* What a user has coded lately, the last first; one argument: the uid. */
#define RECENT \
	"SELECT x.code, MAX(x.id) AS last FROM (SELECT id, icf_code AS code FROM focus_area WHERE uid = ? AND icf_code IS NOT NULL" \
	" ORDER BY created_at DESC, id DESC LIMIT 60) x GROUP BY x.code"

static const char find_sql[] =
    "SELECT i.code, i.title, i.component, IF(r.code IS NULL, NULL, 'yes') AS recent, IF(f.code IS NULL, NULL, 'yes') AS favourite,"
    "  (SELECT y.word FROM icf_synonym y WHERE y.code = i.code AND y.word LIKE t.one AND i.title NOT LIKE t.one AND i.code NOT LIKE t.code"
    "    ORDER BY y.word LIKE t.start DESC, CHAR_LENGTH(y.word), y.word LIMIT 1) AS word"
    " FROM (SELECT CAST(? AS DATE) AS today, ? AS component, ? AS code, ? AS icf, ? AS digits, ? AS start, ? AS inside, ? AS one,"
    "   ? AS two, ? AS three) t JOIN icf i"
    " LEFT JOIN (SELECT code, CONCAT(' ', GROUP_CONCAT(word SEPARATOR '  ')) AS words FROM icf_synonym GROUP BY code) s ON s.code = i.code"
    " LEFT JOIN (" RECENT ") r ON r.code = i.code"
    " LEFT JOIN icf_favourite f ON f.profession = ? AND f.code = i.code"
    " WHERE " CHOOSABLE
    "  AND (i.code LIKE t.code OR i.icf LIKE t.icf OR i.code LIKE t.digits OR ((i.title LIKE t.one OR s.words LIKE t.one)"
    "   AND (i.title LIKE t.two OR s.words LIKE t.two) AND (i.title LIKE t.three OR s.words LIKE t.three)))"
    " ORDER BY CONCAT(i.code, '%') = t.code DESC, CONCAT(i.icf, '%') = t.icf DESC, r.code IS NULL AND f.code IS NULL,"
    "  i.code LIKE t.code OR i.icf LIKE t.icf OR i.code LIKE t.digits DESC,"
    "  i.title LIKE t.start OR COALESCE(s.words LIKE t.inside, FALSE) DESC, i.title LIKE t.inside DESC, CHAR_LENGTH(i.title), i.code"
    " LIMIT 12";

/* Without spaces, points and the like: "b 280.13" is b28013. */
static const char *
squeeze(struct request *rq, const char *q)
{
	char *out = talloc_strdup(rq, q);
	size_t n = 0;

	for (; *q != '\0'; q++)
		if (strchr(" .-\t", *q) == NULL)
			out[n++] = *q;
	out[n] = '\0';
	return out;
}

/* The figures of a code, of whichever component: "28013" is in FB28013.  "": q is no such thing. */
static const char *
digits_of(struct request *rq, const char *q)
{
	const char *tight = squeeze(rq, q);

	return strlen(tight) < 2 || strspn(tight, "0123456789") != strlen(tight) ? "-" : request_format(rq, "F_%s%%", tight);
}

/* A pattern for a code; for what is none a pattern that nothing fits. */
static const char *
code_like(struct request *rq, const char *text)
{
	return icf_is_ascii(text) ? text_like(rq, "", text) : "-";
}

static size_t
find(struct request *rq, xmlNode *hits, const char *q, const char *component)
{
	const char *profession = profession_of(rq->user->roles), *words[ICF_WORDS_MAX] = { "%", "%", "%" };
	const char *code = code_like(rq, icf_code_tidy(rq, q, component)), *icf = code_like(rq, squeeze(rq, q));
	char *rest = NULL, *word = strtok_r(talloc_strdup(rq, q), " ,", &rest);
	const char *start = word == NULL ? "-" : text_like(rq, "", word), *inside = word == NULL ? "-" : text_like(rq, "% ", word);
	size_t n;

	for (n = 0; word != NULL && n < ICF_WORDS_MAX; n++, word = strtok_r(NULL, " ,", &rest))
		words[n] = text_like(rq, "%", word);
	return rows_add(rq->db, hits, "icf-hit", find_sql, ARGS(TEXT(request_today(rq)), TEXT(component), TEXT(code), TEXT(icf),
	    TEXT(digits_of(rq, q)), TEXT(start), TEXT(inside), TEXT(words[0]), TEXT(words[1]), TEXT(words[2]), TEXT(rq->user->uid),
	    TEXT(profession == NULL ? "other" : profession)));
}

/* As Danish is typed where its letters are not on the keyboard (aa is å to the database). */
static const char *
with_letters(struct request *rq, const char *q)
{
	char *out = talloc_strdup(rq, "");

	for (; *q != '\0'; q++) {
		bool two = q[1] == 'e' && strchr("aAoO", *q) != NULL;

		out = two ? talloc_strdup_append(out, tolower((unsigned char)*q) == 'a' ? "æ" : "ø") : talloc_strndup_append(out, q, 1);
		q += two;
	}
	return out;
}

/* One character less; false when there would be less than three. */
static bool
shorten(char *q)
{
	size_t length = strlen(q);

	while (length > 0 && ((unsigned char)q[--length] & 0xc0) == 0x80)
		;
	q[length] = '\0';
	return text_characters(q) >= 3;
}

static void
set_hrefs(struct request *rq, xmlNode *hits, const char *path)
{
	xmlNode *hit;

	for (hit = path == NULL ? NULL : node_child(hits, "icf-hit"); hit != NULL; hit = node_next(hit, "icf-hit"))
		node_set(hit, "href", request_href(rq, "%s?code=%s", path, node_get(hit, "code")));
}

xmlNode *
icf_add_hits(struct request *rq, xmlNode *parent, const char *q, const char *component, const char *path)
{
	enum { CUT_MAX = 6 };
	xmlNode *hits = node_add(parent, "icf-hits");
	char *less = talloc_strdup(rq, with_letters(rq, q));
	int cut;

	node_set(hits, "q", q);
	node_set(hits, "component", component);
	if (find(rq, hits, q, component) == 0 && !request_failed(rq)) {
		bool any = strcmp(less, q) != 0 && find(rq, hits, less, component) > 0;

		for (cut = 0; !any && cut < CUT_MAX && shorten(less); cut++)
			any = find(rq, hits, less, component) > 0;
		if (any)
			node_set(hits, "sought", less);
	}
	set_hrefs(rq, hits, path);
	return hits;
}

xmlNode *
icf_add_usual(struct request *rq, xmlNode *parent, const char *component, const char *path)
{
	const char *profession = profession_of(rq->user->roles);
	xmlNode *hits = node_add(parent, "icf-hits");

	node_set(hits, "component", component);
	rows_add(rq->db, hits, "icf-hit", "SELECT i.code, i.title, i.component, IF(MAX(u.last) > 0, 'yes', NULL) AS recent,"
	    "  IF(MIN(u.last) = 0, 'yes', NULL) AS favourite"
	    " FROM (SELECT CAST(? AS DATE) AS today, ? AS component) t"
	    " JOIN ((" RECENT " ORDER BY last DESC LIMIT 5)"
	    "  UNION ALL SELECT code, 0 FROM icf_favourite WHERE profession = ?) u"
	    " JOIN icf i ON i.code = u.code WHERE " CHOOSABLE
	    " GROUP BY i.code, i.title, i.component ORDER BY MAX(u.last) DESC, i.title LIMIT 40", ARGS(TEXT(request_today(rq)), TEXT(component),
	    TEXT(rq->user->uid), TEXT(profession == NULL ? "other" : profession)));
	set_hrefs(rq, hits, path);
	return hits;
}

const char *
icf_meant(struct request *rq, const char *q, const char *component)
{
	xmlDoc *doc = node_document("found", NODE_PAGE_NAMESPACE);
	xmlNode *hits = icf_add_hits(rq, xmlDocGetRootElement(doc), q, component, NULL), *hit = node_child(hits, "icf-hit");
	const char *code = icf_code_tidy(rq, q, component), *out = NULL;
	bool only = hit != NULL && node_next(hit, "icf-hit") == NULL;

	if (node_get(hits, "sought") != NULL)
		hit = NULL;
	for (; hit != NULL && out == NULL; hit = node_next(hit, "icf-hit")) {
		const char *word = node_get(hit, "word");

		if (only || strcmp(node_get(hit, "code"), code) == 0 || strcasecmp(node_get(hit, "title"), q) == 0 ||
		    (word != NULL && strcasecmp(word, q) == 0))
			out = talloc_strdup(rq, node_get(hit, "code"));
	}
	xmlFreeDoc(doc);
	return out;
}
