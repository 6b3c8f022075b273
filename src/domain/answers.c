#include "domain/answers.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { KEPT_MAX = 16 };

/* Read once a process: the only state that outlives a request here, and it may be dropped at any time. */
static struct { long long id; struct questionnaire *q; } kept[KEPT_MAX];
static size_t kept_next;

static struct questionnaire *
read_row(struct request *rq, long long id)
{
	const char *xml = rows_text(rq->db, rq, "SELECT xml FROM questionnaire WHERE id = ?", ARGS(INT(id)));
	struct questionnaire *q = NULL;
	char *error = NULL;
	xmlDoc *doc;

	if (xml == NULL) {
		if (!request_failed(rq))
			fail_request(rq, FAIL_MISSING, NULL);
		return NULL;
	}
	doc = node_parse(rq, xml, strlen(xml), QUESTIONNAIRE_MAX, &error);
	if (doc == NULL || questionnaire_read(NULL, doc, &q, &error) != FAIL_NONE) {
		fail_request(rq, fail_log(FAIL_BROKEN, "questionnaire %lld: %s", id, error == NULL ? "cannot be read" : error), NULL);
		talloc_free(error);
		return NULL;
	}
	return q;
}

const struct questionnaire *
questionnaire_load(struct request *rq, long long id)
{
	struct questionnaire *q;
	size_t i;

	for (i = 0; i < KEPT_MAX; i++)
		if (kept[i].q != NULL && kept[i].id == id)
			return kept[i].q;
	q = read_row(rq, id);
	if (q == NULL)
		return NULL;
	talloc_free(kept[kept_next].q);
	kept[kept_next].q = q;
	kept[kept_next].id = id;
	kept_next = (kept_next + 1) % KEPT_MAX;
	return q;
}

static const struct { const char *name; enum answer_state state; } states[] = {
	{ "answered", ANSWER_GIVEN }, { "declined", ANSWER_DECLINED }, { "not-asked", ANSWER_NOT_ASKED },
};

struct loading { const struct questionnaire *q; struct answer *answers; };

static void
load_one(void *user, const char *const *columns, size_t count)
{
	enum { QUESTION, STATE, CHOICE, VALUE };
	const struct loading *loading = user;
	const struct question *question = questionnaire_question(loading->q, columns[QUESTION]);
	struct answer *answer;
	size_t i;

	(void)count;
	if (question == NULL)
		return;
	answer = &loading->answers[question - loading->q->questions];
	for (i = 0; i < sizeof states / sizeof states[0]; i++)
		if (strcmp(states[i].name, columns[STATE]) == 0)
			answer->state = states[i].state;
	if (answer->state == ANSWER_GIVEN)
		answer->option = question_option(question, columns[question->scale ? VALUE : CHOICE]);
	if (answer->state == ANSWER_GIVEN && answer->option == NULL)
		answer->state = ANSWER_NONE;
}

struct answer *
answers_load(struct request *rq, const struct questionnaire *q, long long screening)
{
	struct loading loading = { q, talloc_zero_array(rq, struct answer, (unsigned)q->question_count) };

	rows_each(rq->db, "SELECT question, state, choice, value FROM answer WHERE screening_id = ?", ARGS(INT(screening)),
	    load_one, &loading);
	return loading.answers;
}

struct answer *
answers_typed(struct request *rq, const struct questionnaire *q, const struct answer *answers)
{
	struct answer *typed = talloc_memdup(rq, answers, q->question_count * sizeof *answers);
	size_t i;

	for (i = 0; i < q->question_count; i++) {
		const char *value = field_text(rq, q->questions[i].id);

		if (value == NULL)
			continue;
		typed[i].option = question_option(&q->questions[i], value);
		typed[i].state = typed[i].option != NULL ? ANSWER_GIVEN : ANSWER_DECLINED;
	}
	return typed;
}

static const char *
state_name(enum answer_state state)
{
	size_t i;

	for (i = 0; i < sizeof states / sizeof states[0]; i++)
		if (states[i].state == state)
			return states[i].name;
	return NULL;
}

void
answers_keep(struct request *rq, const struct questionnaire *q, long long screening, const struct answer *before,
    const struct answer *now)
{
	enum { WIDTH = 6 };
	struct value *rows = talloc_array(rq, struct value, (unsigned)q->question_count * WIDTH);
	size_t i, n = 0;

	for (i = 0; i < q->question_count; i++) {
		const struct question *question = &q->questions[i];
		const char *id = now[i].state == ANSWER_GIVEN ? now[i].option->id : NULL;
		const struct value row[WIDTH] = { INT(screening), TEXT(question->id), TEXT(state_name(now[i].state)),
		    TEXT(question->scale ? NULL : id), question->scale && id != NULL ? INT(atoll(id)) : NOTHING, TEXT(rq->user->uid) };

		if (now[i].state == ANSWER_NONE || (now[i].state == before[i].state && now[i].option == before[i].option))
			continue;
		memcpy(rows + WIDTH * n++, row, sizeof row);
	}
	if (n > 0)
		exec_rows(rq->db, "INSERT INTO answer (screening_id, question, state, choice, value, changed_by) VALUES (?, ?, ?, ?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE state = VALUES(state), choice = VALUES(choice), value = VALUES(value),"
		    " changed_by = VALUES(changed_by)", rows, WIDTH, n);
}

/* A value before the choices, unless what was typed stands there. */
static void
set_value(xmlNode *field, const struct answer *answer)
{
	const char *value = answer->state == ANSWER_GIVEN ? answer->option->id : answer->state == ANSWER_DECLINED ?
	    ANSWER_DECLINED_CHOICE : NULL;
	xmlNode *node;

	if (value == NULL || node_child(field, "value") != NULL)
		return;
	node = node_add_text(field, "value", value);
	if (field->children != node)
		xmlAddPrevSibling(field->children, node);
}

/* The question's words on its field; choices get theirs, but the numbers of a scale and "declined", which are labels. */
static void
set_words(xmlNode *field, const struct question *question)
{
	xmlNode *choice, *label = node_add_text(field, "label", question->text);

	xmlAddPrevSibling(field->children, label);
	node_add_text(field, "help", question->help);
	for (choice = node_child(field, "choice"); choice != NULL; choice = node_next(choice, "choice")) {
		const struct option *option = question_option(question, node_get(choice, "value"));

		if (option != NULL)
			xmlAddChild(choice, xmlNewDocText(choice->doc, BAD_CAST option->text));
	}
	if (question->required)
		node_set(field, "required", "yes");
	if (!question->scale)
		return;
	node_set(field, "low", question->low);
	node_set(field, "high", question->high);
}

xmlNode *
answers_form_add(struct request *rq, xmlNode *parent, const struct questionnaire *q, size_t i,
    const struct response *response, const char *action)
{
	xmlNode *form = form_add(rq, parent, &q->pages[i], "%s", action), *field, *next;

	for (field = node_child(form, "field"); field != NULL; field = next) {
		const struct question *question = questionnaire_question(q, node_get(field, "name"));
		const struct answer *answer = &response->answers[question - q->questions];

		next = node_next(field, "field");
		if (answer->state == ANSWER_NOT_ASKED) {
			xmlUnlinkNode(field);
			xmlFreeNode(field);
			continue;
		}
		set_words(field, question);
		set_value(field, answer);
	}
	return form;
}

const char *
answer_text(const struct answer *answer)
{
	return answer->state == ANSWER_GIVEN ? answer->option->text : NULL;
}

static void
keep_dimensions(struct request *rq, const struct questionnaire *q, long long screening, const struct response *response)
{
	enum { WIDTH = 7 };
	struct value *rows = talloc_array(rq, struct value, (unsigned)q->dimension_count * WIDTH);
	size_t i;

	for (i = 0; i < q->dimension_count; i++) {
		const struct dimension_result *result = &response->dimensions[i];
		const struct value row[WIDTH] = { INT(screening), INT((long long)i + 1), TEXT(q->dimensions[i].id), TEXT(level_name(result->level)),
		    TEXT(result->scored ? scoring_number(rq, result->score) : NULL), TEXT(result->colour == NULL ? NULL : result->colour->id),
		    TEXT(rq->user->uid) };

		memcpy(rows + WIDTH * i, row, sizeof row);
	}
	exec_rows(rq->db, "INSERT INTO screening_dimension (screening_id, ordinal, dimension, level, score, rule, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)", rows, WIDTH, q->dimension_count);
}

bool
response_keep(struct request *rq, const struct questionnaire *q, long long screening, const struct response *response)
{
	const struct tally *tally = &response->tally;

	if (exec(rq->db, "UPDATE screening SET state = 'submitted', submitted_at = NOW(), red = ?, yellow = ?, green = ?, indicates = ?,"
	    " rule = ?, sentence = ?, changed_by = ?, revision = revision + 1 WHERE id = ? AND state IN ('invited', 'opened')",
	    ARGS(INT(tally->red), INT(tally->yellow), INT(tally->green),
	    TEXT(response->indication == NULL ? NULL : response->indication->id), TEXT(response->rule), TEXT(response->sentence),
	    TEXT(rq->user->uid), INT(screening))) == 0)
		return false;
	keep_dimensions(rq, q, screening, response);
	return true;
}
