#include "domain/progress_question.h"

#include <string.h>
#include <talloc.h>

#include "domain/choice.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"

enum { WORDS_MAX = 3 };

/* In the bank today, for one of two departments. */
#define IN_BANK(q) \
	q ".state = 'published' AND " q ".valid_from <= ? AND (" q ".valid_to IS NULL OR " q ".valid_to >= ?)"

/* Patterns of the words that are sought; one that fits all where there are fewer. */
static void
words_of(struct request *rq, const char *q, const char *words[WORDS_MAX])
{
	char *rest = NULL, *word = q == NULL ? NULL : strtok_r(talloc_strdup(rq, q), " ", &rest);
	size_t i;

	for (i = 0; i < WORDS_MAX; i++, word = word == NULL ? NULL : strtok_r(NULL, " ", &rest))
		words[i] = request_format(rq, "%%%s%%", word == NULL ? "" : word);
}

void
progress_question_choices(struct request *rq, xmlNode *field)
{
	const char *today = request_today(rq), *category = query_text(rq, "category"), *words[WORDS_MAX];

	words_of(rq, query_text(rq, "q"), words);
	choices_add(rq, field, "SELECT q.id, CONCAT(q.text, ' (0: ', q.anchor_0, ', 10: ', q.anchor_10, ')') FROM progress_question q"
	    " JOIN intervention i ON i.id = ? JOIN course c ON c.id = i.course_id"
	    " WHERE " IN_BANK("q") " AND (q.department_id IS NULL OR q.department_id IN (?, c.department_id))"
	    "  AND NOT EXISTS (SELECT 1 FROM progress_goal g JOIN progress_question u ON u.id = g.question_id WHERE g.intervention_id = i.id"
	    "   AND g.ended_on IS NULL AND COALESCE(u.entry_id, u.id) = COALESCE(q.entry_id, q.id))"
	    "  AND q.category = COALESCE(?, q.category) AND CONCAT(q.category, ' ', q.text) LIKE ? AND CONCAT(q.category, ' ', q.text) LIKE ?"
	    "  AND CONCAT(q.category, ' ', q.text) LIKE ?"
	    " ORDER BY q.category, q.text, q.id LIMIT ?",
	    ARGS(INT(rq->subject), TEXT(today), TEXT(today), TEXT(rq->user->department), TEXT(category), TEXT(words[0]), TEXT(words[1]),
	    TEXT(words[2]), INT(FORM_CHOICES_MAX)));
}

void
progress_question_categories(struct request *rq, xmlNode *field)
{
	const char *today = request_today(rq);

	choices_add(rq, field, "SELECT q.category, q.category FROM progress_question q WHERE " IN_BANK("q") " GROUP BY q.category"
	    " ORDER BY q.category", ARGS(TEXT(today), TEXT(today)));
}

bool
progress_question_words(struct request *rq, long long question, struct progress_words *out)
{
	enum { CATEGORY, WORDS, ANCHOR_0, ANCHOR_10, HIGHER, COLUMNS };
	const char *is[COLUMNS];

	if (!rows_one(rq->db, rq, is, COLUMNS, "SELECT category, text, anchor_0, anchor_10, higher_is_better FROM progress_question"
	    " WHERE id = ?", ARGS(INT(question))))
		return false;
	*out = (struct progress_words){ is[CATEGORY], is[WORDS], is[ANCHOR_0], is[ANCHOR_10], strcmp(is[HIGHER], "1") == 0 };
	return true;
}

long long
progress_question_own(struct request *rq, long long course, const struct progress_words *words)
{
	return exec_insert(rq->db, "INSERT INTO progress_question (category, text, anchor_0, anchor_10, higher_is_better, state, course_id,"
	    "  valid_from) VALUES (?, ?, ?, ?, ?, 'own', ?, ?)", ARGS(TEXT(words->category), TEXT(words->text), TEXT(words->anchor_0),
	    TEXT(words->anchor_10), INT(words->higher_is_better), INT(course), TEXT(request_today(rq))));
}

void
progress_question_propose(struct request *rq, const struct progress_words *words)
{
	exec(rq->db, "INSERT INTO progress_question (category, text, anchor_0, anchor_10, higher_is_better, state, department_id, proposed_by,"
	    "  proposed_at, valid_from) SELECT v.category, v.text, ?, ?, ?, 'proposed', ?, ?, UTC_TIMESTAMP(), ?"
	    " FROM (SELECT CAST(? AS CHAR(60)) AS category, CAST(? AS CHAR(300)) AS text) v"
	    " WHERE NOT EXISTS (SELECT 1 FROM progress_question q WHERE q.state IN ('proposed', 'published')"
	    "  AND q.text = v.text COLLATE utf8mb4_danish_ci)",
	    ARGS(TEXT(words->anchor_0), TEXT(words->anchor_10), INT(words->higher_is_better), TEXT(rq->user->department),
	    TEXT(rq->user->uid), TEXT(request_today(rq)), TEXT(words->category), TEXT(words->text)));
}
