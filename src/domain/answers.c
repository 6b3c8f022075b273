#include "domain/answers.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { KEPT_MAX = 16 };

/* Read once a process: the only state that outlives a request here, and it may be dropped at any time. */
static struct { long long id; struct questionnaire *q; unsigned long long used; } kept[KEPT_MAX];
static unsigned long long kept_uses;

static struct questionnaire *
read_row(struct request *rq, long long id)
{
	const char *xml = rows_text(rq->db, rq, "SELECT xml FROM questionnaire WHERE id = ?", ARGS(INT(id)));
	struct questionnaire *q = NULL;
	struct reasons faults = { .owner = rq };
	char *error = NULL;
	xmlDoc *doc;

	if (xml == NULL) {
		if (!request_failed(rq))
			fail_request(rq, FAIL_MISSING, NULL);
		return NULL;
	}
	doc = node_parse(rq, xml, strlen(xml), QUESTIONNAIRE_MAX, &error);
	if (doc == NULL || questionnaire_read(NULL, doc, &q, &faults) != FAIL_NONE) {
		if (faults.count > 0)
			error = reason_text(rq, NULL, faults.list);
		fail_request(rq, fail_log(FAIL_BROKEN, "questionnaire %lld: %s", id, error == NULL ? "cannot be read" : error), NULL);
		return NULL;
	}
	return q;
}

/* The one that was used longest ago gives way. */
static size_t
place_for(void)
{
	size_t i, oldest = 0;

	for (i = 1; i < KEPT_MAX; i++)
		if (kept[i].used < kept[oldest].used)
			oldest = i;
	return oldest;
}

const struct questionnaire *
questionnaire_load(struct request *rq, long long id)
{
	struct questionnaire *q;
	size_t i;

	for (i = 0; i < KEPT_MAX; i++)
		if (kept[i].q != NULL && kept[i].id == id) {
			kept[i].used = ++kept_uses;
			return kept[i].q;
		}
	q = read_row(rq, id);
	if (q == NULL)
		return NULL;
	i = place_for();
	/* Somebody further up may hold it: it goes with the request. */
	if (kept[i].q != NULL)
		talloc_steal(rq, kept[i].q);
	kept[i].q = q;
	kept[i].id = id;
	kept[i].used = ++kept_uses;
	return q;
}

void
questionnaire_forget(long long id)
{
	size_t i;

	for (i = 0; i < KEPT_MAX; i++)
		if (kept[i].id == id)
			TALLOC_FREE(kept[i].q);
}

struct loading { struct request *rq; const struct questionnaire *q; struct answer *answers; };

static void
load_one(void *user, const char *const *columns, size_t count)
{
	enum { QUESTION, STATE, CHOICE, VALUE, GIVEN };
	const struct loading *loading = user;
	const struct question *question = questionnaire_question(loading->q, columns[QUESTION]);
	struct answer *answer;

	(void)count;
	if (question == NULL)
		return;
	answer = &loading->answers[question - loading->q->questions];
	answer->state = answer_state_of(columns[STATE]);
	if (answer->state == ANSWER_GIVEN)
		*answer = answer_read(loading->rq, question, columns[question->kind == QUESTION_SINGLE ? CHOICE :
		    question->kind == QUESTION_SCALE ? VALUE : GIVEN]);
}

struct answer *
answers_load(struct request *rq, const struct questionnaire *q, struct answers_of of)
{
	struct loading loading = { rq, q, talloc_zero_array(rq, struct answer, (unsigned)q->question_count) };

	if (of.id != 0 && of.kind == ANSWERS_OF_SCREENING)
		rows_each(rq->db, "SELECT question, state, choice, value, given FROM answer WHERE screening_id = ?", ARGS(INT(of.id)),
		    load_one, &loading);
	else if (of.id != 0)
		rows_each(rq->db, "SELECT question, state, choice, value, given FROM survey_answer WHERE response_id = ?", ARGS(INT(of.id)),
		    load_one, &loading);
	return loading.answers;
}

/* Responses one after the other: where a new one begins, the one before is handed on. */
struct reading { struct loading loading; long long response; void (*each)(void *user, struct answer *answers); void *user; };

static void
hand_on(struct reading *reading)
{
	if (reading->response != 0)
		reading->each(reading->user, reading->loading.answers);
}

static void
load_next(void *user, const char *const *columns, size_t count)
{
	struct reading *reading = user;
	long long response = atoll(columns[0]);

	if (response != reading->response) {
		hand_on(reading);
		reading->response = response;
		reading->loading.answers = talloc_zero_array(reading->loading.rq, struct answer, (unsigned)reading->loading.q->question_count);
	}
	if (columns[1] != NULL)
		load_one(&reading->loading, columns + 1, count - 1);
}

void
answers_load_sent(struct request *rq, const struct questionnaire *q, long long survey,
    void (*each)(void *user, struct answer *answers), void *user)
{
	struct reading reading = { { rq, q, NULL }, 0, each, user };

	rows_each(rq->db, "SELECT r.id, a.question, a.state, a.choice, a.value, a.given"
	    "  FROM survey_response r LEFT JOIN survey_answer a ON a.response_id = r.id WHERE r.survey_id = ? AND r.sent = 1 ORDER BY r.id",
	    ARGS(INT(survey)), load_next, &reading);
	hand_on(&reading);
}

/* The ids of what was chosen of many, with spaces between. */
static const char *
chosen_text(const void *owner, const struct question *question, unsigned long long chosen)
{
	char *text = NULL;
	size_t i;

	for (i = 0; i < question->option_count; i++)
		if ((chosen >> i & 1) != 0)
			text = text == NULL ? talloc_strdup(owner, question->options[i].id) :
			    talloc_asprintf_append(text, " %s", question->options[i].id);
	return text;
}

/* The columns choice, value and given. */
struct columns { struct value choice, value, given; };

static struct columns
columns_of(const void *owner, const struct question *question, const struct answer *answer)
{
	struct columns columns = { NOTHING, NOTHING, NOTHING };

	if (answer->state != ANSWER_GIVEN)
		return columns;
	if (question->kind == QUESTION_SINGLE)
		columns.choice = TEXT(answer->option->id);
	else if (question->kind == QUESTION_SCALE)
		columns.value = INT(question->min + (answer->option - question->options));
	else
		columns.given = TEXT(question->kind == QUESTION_MANY ? chosen_text(owner, question, answer->chosen) : answer->given);
	return columns;
}

enum { ANSWER_WIDTH = 7 };

/* The rows that differ from before; returns their number. */
static size_t
make_rows(struct request *rq, const struct questionnaire *q, long long id, const struct answer *before, const struct answer *now,
    struct value *rows)
{
	size_t i, n = 0;

	for (i = 0; i < q->question_count; i++) {
		const struct question *question = &q->questions[i];
		const struct columns is = columns_of(rq, question, &now[i]);
		const struct value row[ANSWER_WIDTH] = { INT(id), TEXT(question->id), TEXT(answer_state_name(now[i].state)), is.choice, is.value,
		    is.given, TEXT(rq->user->uid) };

		if (now[i].state == ANSWER_NONE || answer_equal(&now[i], &before[i]))
			continue;
		memcpy(rows + ANSWER_WIDTH * n++, row, sizeof row);
	}
	return n;
}

/* What was emptied is forgotten; that is seldom, so one by one. */
static void
forget(struct request *rq, const struct questionnaire *q, struct answers_of of, const struct answer *before, const struct answer *now)
{
	size_t i;

	for (i = 0; i < q->question_count; i++) {
		const char *question = q->questions[i].id;

		if (now[i].state != ANSWER_NONE || before[i].state == ANSWER_NONE)
			continue;
		if (of.kind == ANSWERS_OF_SCREENING)
			exec(rq->db, "DELETE FROM answer WHERE screening_id = ? AND question = ?", ARGS(INT(of.id), TEXT(question)));
		else
			exec(rq->db, "DELETE FROM survey_answer WHERE response_id = ? AND question = ?", ARGS(INT(of.id), TEXT(question)));
	}
}

/* A survey keeps no name: its rows end before it. */
static size_t
without_names(struct value *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		memmove(rows + (ANSWER_WIDTH - 1) * i, rows + ANSWER_WIDTH * i, (ANSWER_WIDTH - 1) * sizeof *rows);
	return n;
}

void
answers_keep(struct request *rq, const struct questionnaire *q, struct answers_of of, const struct answer *before,
    const struct answer *now)
{
	struct value *rows = talloc_array(rq, struct value, (unsigned)q->question_count * ANSWER_WIDTH);
	size_t n;

	if (of.id == 0)
		return;
	n = make_rows(rq, q, of.id, before, now, rows);
	forget(rq, q, of, before, now);
	if (n > 0 && of.kind == ANSWERS_OF_SCREENING)
		exec_rows(rq->db, "INSERT INTO answer (screening_id, question, state, choice, value, given, changed_by)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE state = VALUES(state), choice = VALUES(choice),"
		    " value = VALUES(value), given = VALUES(given), changed_by = VALUES(changed_by)", rows, ANSWER_WIDTH, n);
	else if (n > 0)
		exec_rows(rq->db, "INSERT INTO survey_answer (response_id, question, state, choice, value, given) VALUES (?, ?, ?, ?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE state = VALUES(state), choice = VALUES(choice), value = VALUES(value), given = VALUES(given)",
		    rows, ANSWER_WIDTH - 1, without_names(rows, n));
}

/* The columns of a dimension's and of a score's row, after the id that they belong to. */
enum { DIMENSION_WIDTH = 7, SCORE_WIDTH = 6 };

static struct value *
dimension_rows(struct request *rq, const struct questionnaire *q, long long id, const struct response *response)
{
	struct value *rows = talloc_array(rq, struct value, (unsigned)q->dimension_count * DIMENSION_WIDTH);
	size_t i;

	for (i = 0; i < q->dimension_count; i++) {
		const struct dimension_result *result = &response->dimensions[i];
		const struct value row[DIMENSION_WIDTH] = { INT(id), INT((long long)i + 1), TEXT(q->dimensions[i].id),
		    TEXT(level_name(result->level)), TEXT(result->scored ? scoring_number(rq, result->score) : NULL),
		    TEXT(result->colour == NULL ? NULL : result->colour->id), TEXT(rq->user->uid) };

		memcpy(rows + DIMENSION_WIDTH * i, row, sizeof row);
	}
	return rows;
}

static struct value *
score_rows(struct request *rq, const struct questionnaire *q, long long id, const struct response *response)
{
	struct value *rows = talloc_array(rq, struct value, (unsigned)q->score_count * SCORE_WIDTH);
	size_t i;

	for (i = 0; i < q->score_count; i++) {
		const struct score_result *result = &response->scores[i];
		const struct value row[SCORE_WIDTH] = { INT(id), INT((long long)i + 1), TEXT(q->scores[i].id),
		    TEXT(result->computed ? scoring_number(rq, result->value) : NULL),
		    TEXT(result->computed && result->band != NULL ? result->band->id : NULL), TEXT(rq->user->uid) };

		memcpy(rows + SCORE_WIDTH * i, row, sizeof row);
	}
	return rows;
}

bool
response_keep(struct request *rq, const struct questionnaire *q, long long screening, const struct response *response)
{
	const struct tally *tally = &response->tally;

	if (exec(rq->db, "UPDATE screening SET state = 'submitted', submitted_at = NOW(), red = ?, yellow = ?, green = ?, missing = ?,"
	    " indicates = ?, rule = ?, sentence = ?, changed_by = ?, revision = revision + 1"
	    " WHERE id = ? AND state IN ('invited', 'opened')",
	    ARGS(INT(tally->red), INT(tally->yellow), INT(tally->green), INT(tally->missing),
	    TEXT(response->indication == NULL ? NULL : response->indication->id), TEXT(response->rule), TEXT(response->sentence),
	    TEXT(rq->user->uid), INT(screening))) == 0)
		return false;
	exec_rows(rq->db, "INSERT INTO screening_dimension (screening_id, ordinal, dimension, level, score, rule, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)", dimension_rows(rq, q, screening, response), DIMENSION_WIDTH, q->dimension_count);
	if (q->score_count > 0)
		exec_rows(rq->db, "INSERT INTO screening_score (screening_id, ordinal, score, value, band, changed_by)"
		    " VALUES (?, ?, ?, ?, ?, ?)",
		    score_rows(rq, q, screening, response), SCORE_WIDTH, q->score_count);
	return true;
}

long long
response_keep_again(struct request *rq, const struct questionnaire *rules, long long questionnaire_id, long long screening,
    const struct response *response)
{
	const struct tally *tally = &response->tally;
	long long id = rows_int(rq->db, 0, "SELECT id FROM rescoring WHERE screening_id = ? AND questionnaire_id = ?",
	    ARGS(INT(screening), INT(questionnaire_id)));

	if (id != 0)
		return id;
	id = exec_insert(rq->db, "INSERT INTO rescoring (screening_id, questionnaire_id, red, yellow, green, missing, indicates, rule,"
	    " sentence, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(INT(screening), INT(questionnaire_id), INT(tally->red), INT(tally->yellow), INT(tally->green), INT(tally->missing),
	    TEXT(response->indication == NULL ? NULL : response->indication->id), TEXT(response->rule), TEXT(response->sentence),
	    TEXT(rq->user->uid)));
	if (id == 0)
		return 0;
	exec_rows(rq->db, "INSERT INTO rescoring_dimension (rescoring_id, ordinal, dimension, level, score, rule, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)", dimension_rows(rq, rules, id, response), DIMENSION_WIDTH, rules->dimension_count);
	if (rules->score_count > 0)
		exec_rows(rq->db, "INSERT INTO rescoring_score (rescoring_id, ordinal, score, value, band, changed_by)"
		    " VALUES (?, ?, ?, ?, ?, ?)",
		    score_rows(rq, rules, id, response), SCORE_WIDTH, rules->score_count);
	return id;
}
