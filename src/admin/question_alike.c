/* question_alike.c - questions of the bank that are worded much like another: two of its three longest words are the same. */
#include "admin/questions.h"

#include <string.h>

#include "base/text.h"
#include "sql/rows.h"
#include "web/link.h"
#include "xml/node.h"

/* The three longest words, as patterns: the shortest of the three goes when a longer one comes. */
static void
longest_words(struct request *rq, const char *text, const char *out[3])
{
	char *all = text_fold(rq, text), *rest = NULL, *word;
	size_t i, shortest;

	out[0] = out[1] = out[2] = "";
	for (word = strtok_r(all, " ,.;:!?()\"", &rest); word != NULL; word = strtok_r(NULL, " ,.;:!?()\"", &rest)) {
		for (shortest = 0, i = 1; i < 3; i++)
			if (strlen(out[i]) < strlen(out[shortest]))
				shortest = i;
		if (strlen(word) > strlen(out[shortest]) && strlen(word) > 3)
			out[shortest] = word;
	}
	for (i = 0; i < 3; i++)
		out[i] = out[i][0] == '\0' ? NULL : text_like(rq, "%", out[i]);
}

#define ALIKE \
	" FROM (SELECT ? AS text, ? AS one, ? AS two, ? AS three, ? AS entry) f" \
	" JOIN progress_question q ON q.state = 'published' AND q.course_id IS NULL AND q.valid_to IS NULL AND COALESCE(q.entry_id, q.id) <> f.entry" \
	"  AND (q.text = f.text OR COALESCE(q.text LIKE f.one, 0) + COALESCE(q.text LIKE f.two, 0) + COALESCE(q.text LIKE f.three, 0) >= 2)"

void
question_add_alike(struct request *rq, xmlNode *page, const char *text, long long entry)
{
	const char *words[3];

	longest_words(rq, text, words);
	rows_add(rq->db, page, "alike", "SELECT q.id, q.text, q.category" ALIKE " ORDER BY q.text = f.text DESC, q.text LIMIT 5",
	    ARGS(TEXT(text), TEXT(words[0]), TEXT(words[1]), TEXT(words[2]), INT(entry)));
	link_rows(rq, page, "alike", "id", "/admin/questions");
}

bool
question_has_alike(struct request *rq, const char *text, long long entry)
{
	const char *words[3];

	longest_words(rq, text, words);
	return rows_int(rq->db, 0, "SELECT COUNT(*)" ALIKE, ARGS(TEXT(text), TEXT(words[0]), TEXT(words[1]), TEXT(words[2]), INT(entry))) > 0;
}
