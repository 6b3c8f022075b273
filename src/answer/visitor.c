#include "answer/visitor.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/conf.h"
#include "base/secret.h"
#include "domain/survey.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/look.h"
#include "web/site.h"
#include "xml/labels.h"
#include "xml/node.h"

/* A visit; the '?' is the hash. */
#define VISIT_FROM \
	"  FROM answer_session v JOIN access_code c ON c.id = v.access_code_id LEFT JOIN screening s ON s.id = c.screening_id"
#define VISIT_WHERE " WHERE v.token_hash = ?"
/* It goes on; the '?' is the seconds of silence. */
#define VISIT_HOLDS \
	"v.ended_at IS NULL AND v.ends_at > NOW() AND v.seen_at > NOW() - INTERVAL ? SECOND"
/* A group's code is only the door: whoever is in stays in when it is changed, as long as the survey runs.  Nobody measures for the dead. */
#define VISIT_REVOKED \
	"((c.revoked_at IS NOT NULL AND c.survey_id IS NULL) OR IFNULL(s.state, '') IN ('revoked', 'expired')" \
	" OR (c.intervention_id IS NOT NULL AND EXISTS (SELECT 1 FROM citizen zd WHERE zd.id = c.citizen_id AND zd.death_date IS NOT NULL)))"
/* The '?' is today. */
#define SURVEY_OVER "(w.ended_at IS NOT NULL OR w.closes_on < ?)"

/* On a tablet that goes round: the next one begins. */
static const struct field no_fields[] = { { 0 } };
static const char *const again_submits[] = { "again", NULL };
const struct form again_form = { .name = "again", .fields = no_fields, .submits = again_submits };

static const char *
token_hash(struct request *rq, const char *secret)
{
	return secret_hash(rq, "answer-session", secret);
}

static long long
number(const char *text)
{
	return text == NULL ? 0 : atoll(text);
}

long
visit_idle_s(const struct request *rq)
{
	return conf_number(rq->site->conf, "answer", "idle-s", 120, 3, 600);
}

/* Asked apart: most visitors come to a questionnaire, and each table of a join costs. */
static enum fail
find_intervention(struct request *rq, struct visitor *visitor)
{
	const char *is[2];

	if (rows_one(rq->db, rq, is, 2, "SELECT course_id, title FROM intervention WHERE id = ?", ARGS(INT(visitor->intervention)))) {
		visitor->course = number(is[0]);
		visitor->title = is[1];
	}
	return db_failed(rq->db);
}

/* Asked apart, too.  False: the survey is over, or the database failed. */
static bool
find_survey(struct request *rq, struct visitor *visitor)
{
	const char *is[2];

	if (!rows_one(rq->db, rq, is, 2, "SELECT w.questionnaire_id, r.page FROM survey w LEFT JOIN survey_response r ON r.id = ?"
	    " WHERE w.id = ? AND NOT " SURVEY_OVER, ARGS(INT(visitor->of.id), INT(visitor->survey), TEXT(request_today(rq)))))
		return false;
	visitor->questionnaire = number(is[0]);
	visitor->page = (long)number(is[1]);
	return true;
}

/* A visit that is over is told so in its language. */
static enum fail
find_language(struct request *rq, const char *hash)
{
	const char *language = rq->language != NULL ? NULL :
	    rows_text(rq->db, rq, "SELECT language FROM answer_session WHERE token_hash = ?", ARGS(TEXT(hash)));

	if (language != NULL)
		request_speak(rq, language);
	return db_failed(rq->db);
}

/* The page that asks comes by itself: it is no sign of life. */
static bool
is_sign_of_life(const struct request *rq)
{
	return rq->post || rq->route == NULL || strcmp(rq->route->page, "still") != 0;
}

enum { CODE, CITIZEN, SCREENING, QUESTIONNAIRE, PAGE, INTERVENTION, USED, LANGUAGE, SEEN_LONG_AGO, SURVEY, RESPONSE, COLUMNS };

static struct visitor *
visitor_read(struct request *rq, const char *const *is)
{
	static const char *const no_roles[] = { NULL };
	struct visitor *visitor = talloc_zero(rq, struct visitor);

	visitor->user = (struct user){ .uid = "citizen", .name = "", .department = "", .department_name = "", .roles = no_roles,
	    .code = number(is[CODE]) };
	visitor->survey = number(is[SURVEY]);
	visitor->user.nameless = visitor->survey != 0;
	visitor->of = visitor->survey != 0 ? (struct answers_of){ ANSWERS_OF_RESPONSE, number(is[RESPONSE]) } :
	    (struct answers_of){ ANSWERS_OF_SCREENING, number(is[SCREENING]) };
	visitor->questionnaire = number(is[QUESTIONNAIRE]);
	visitor->page = (long)number(is[PAGE]);
	visitor->intervention = number(is[INTERVENTION]);
	visitor->used = number(is[USED]) == 1;
	return visitor;
}

enum fail
visitor_identify(struct request *rq)
{
	const char *is[COLUMNS], *hash;
	struct visitor *visitor;

	request_speak(rq, query_text(rq, "language"));
	if (rq->secret[0] == '\0')
		return FAIL_NONE;
	hash = token_hash(rq, rq->secret);
	if (!rows_one(rq->db, rq, is, COLUMNS,
	    "SELECT c.id, c.citizen_id, c.screening_id, s.questionnaire_id, s.page, c.intervention_id,"
	    "  c.used_at IS NOT NULL OR IFNULL(s.state, '') IN ('submitted', 'assessed')"
	    "   OR (c.survey_id IS NOT NULL AND v.response_id IS NULL), v.language,"
	    "  v.seen_at < NOW() - INTERVAL ? SECOND, c.survey_id, v.response_id"
	    VISIT_FROM VISIT_WHERE " AND " VISIT_HOLDS " AND NOT " VISIT_REVOKED,
	    ARGS(INT(VISIT_SEEN_EVERY_S), TEXT(hash), INT(visit_idle_s(rq) + VISIT_ASKED_S + VISIT_SEEN_EVERY_S))))
		return find_language(rq, hash);
	visitor = visitor_read(rq, is);
	if (visitor->survey != 0 && !find_survey(rq, visitor))
		return find_language(rq, hash);
	if (strcmp(is[SEEN_LONG_AGO], "1") == 0 && is_sign_of_life(rq))
		exec(rq->db, "UPDATE answer_session SET seen_at = NOW() WHERE token_hash = ?", ARGS(TEXT(hash)));
	rq->user = &visitor->user;
	rq->citizen = number(is[CITIZEN]);
	rq->grade = "citizen";
	request_speak(rq, is[LANGUAGE]);
	return visitor->intervention == 0 ? FAIL_NONE : find_intervention(rq, visitor);
}

/* What took the code away: a survey's end, staff who fill in, a newer code, or nothing that goes on. */
#define REVOKED_WHY \
	"CASE WHEN c.survey_id IS NOT NULL THEN 'ended' WHEN s.filled_by <> 'citizen' AND s.state <> 'revoked' THEN 'filling'" \
	"  WHEN IFNULL(s.state, '') NOT IN ('revoked', 'expired') AND EXISTS (SELECT 1 FROM access_code k" \
	"   WHERE k.id > c.id AND (k.screening_id = c.screening_id OR k.intervention_id = c.intervention_id) AND k.revoked_at IS NULL)" \
	"  THEN 'renewed' ELSE 'revoked' END"

const char *
visitor_over(struct request *rq)
{
	return rq->secret[0] == '\0' || rq->user != NULL ? NULL : rows_text(rq->db, rq,
	    "SELECT COALESCE(v.ended_why, IF(v.ended_at IS NULL AND (" VISIT_REVOKED " OR IFNULL(" SURVEY_OVER ", FALSE)), " REVOKED_WHY ", 'idle'))"
	    VISIT_FROM " LEFT JOIN survey w ON w.id = c.survey_id" VISIT_WHERE,
	    ARGS(TEXT(request_today(rq)), TEXT(token_hash(rq, rq->secret))));
}

enum fail
visitor_view(struct request *rq)
{
	enum { DEPARTMENT, ACTIVE, SETTINGS, FAILURES, VIEW_COLUMNS };
	struct visitor *visitor = (struct visitor *)(uintptr_t)rq->user;
	const char *is[VIEW_COLUMNS];

	if (rows_one(rq->db, rq, is, VIEW_COLUMNS, "SELECT v.department_id, v.active_id, v.look_revision, v.failures_in_row"
	    "  FROM stylesheet_view v WHERE v.program = 'answer' AND v.department_id IN (SELECT z.department_id FROM citizen z WHERE z.id = ?"
	    "   UNION ALL SELECT w.department_id FROM survey w WHERE w.id = ?)", ARGS(INT(rq->citizen), INT(visitor->survey)))) {
		visitor->user.department = is[DEPARTMENT];
		look_set_view(rq, number(is[ACTIVE]), number(is[SETTINGS]), number(is[FAILURES]));
	}
	return db_failed(rq->db);
}

const struct visitor *
visitor_of(const struct request *rq)
{
	return (const struct visitor *)rq->user;
}

static bool
is_spoken(const struct request *rq, const char *language)
{
	const struct labels *const *one = site_languages(rq->site);

	while (language != NULL && *one != NULL && strcmp(labels_language(*one), language) != 0)
		one++;
	return language != NULL && *one != NULL;
}

/*
 * The screening's, which is the citizen's until another one is chosen; of measurements the visit's that was before: of one citizen, not of a group.
 * The site's where there is none, or it has no words for it.
 */
static const char *
language_of(struct request *rq, long long code)
{
	const char *language = rows_text(rq->db, rq,
	    "SELECT COALESCE(s.language, (SELECT v.language FROM answer_session v WHERE v.access_code_id = c.id ORDER BY v.seen_at DESC LIMIT 1))"
	    "  FROM access_code c LEFT JOIN screening s ON s.id = c.screening_id WHERE c.id = ? AND c.citizen_id IS NOT NULL", ARGS(INT(code)));

	return is_spoken(rq, language) ? language : labels_language(request_labels(rq));
}

void
visitor_begin(struct request *rq, long long code, const char *language)
{
	long long survey = rows_int(rq->db, 0, "SELECT COALESCE(survey_id, 0) FROM access_code WHERE id = ?", ARGS(INT(code)));
	const char *secret = secret_token(rq);

	if (language != NULL)
		exec(rq->db, "UPDATE screening s JOIN access_code c ON c.screening_id = s.id SET s.language = ?, s.changed_by = 'citizen'"
		    " WHERE c.id = ?", ARGS(TEXT(language), INT(code)));
	else
		language = language_of(rq, code);
	/* A questionnaire's pages are kept, and go on there; a measurement is one page, which is lost where it is closed: both may send, one does. */
	exec(rq->db, "UPDATE answer_session v JOIN access_code c ON c.id = v.access_code_id SET v.ended_at = NOW(), v.ended_why = 'elsewhere'"
	    " WHERE v.access_code_id = ? AND v.ended_at IS NULL AND c.screening_id IS NOT NULL", ARGS(INT(code)));
	exec(rq->db, "INSERT INTO answer_session (token_hash, access_code_id, ends_at, language, response_id)"
	    " VALUES (?, ?, NOW() + INTERVAL ? HOUR, ?, ?)",
	    ARGS(TEXT(token_hash(rq, secret)), INT(code), INT(VISIT_HOURS), TEXT(language), survey != 0 ? INT(survey_begin(rq, survey)) : NOTHING));
	rq->new_cookie = secret;
}

void
visitor_end(struct request *rq, const char *why)
{
	exec(rq->db, "UPDATE answer_session SET ended_at = NOW(), ended_why = ? WHERE token_hash = ? AND ended_at IS NULL",
	    ARGS(TEXT(why), TEXT(token_hash(rq, rq->secret))));
	page_forget(rq);
}

void
visitor_forget(struct request *rq)
{
	if (rq->secret[0] != '\0')
		rq->new_cookie = "";
	page_forget(rq);
}

bool
visitor_speak(struct request *rq, const char *language)
{
	const struct visitor *visitor = visitor_of(rq);

	if (language == NULL || !request_speak(rq, language))
		return false;
	exec(rq->db, "UPDATE answer_session SET language = ? WHERE token_hash = ?", ARGS(TEXT(language), TEXT(token_hash(rq, rq->secret))));
	if (visitor->of.kind == ANSWERS_OF_SCREENING && visitor->of.id != 0)
		exec(rq->db, "UPDATE screening SET language = ?, changed_by = ? WHERE id = ?",
		    ARGS(TEXT(language), TEXT(rq->user->uid), INT(visitor->of.id)));
	return true;
}

bool
visitor_use_up(struct request *rq)
{
	return exec(rq->db, "UPDATE access_code SET used_at = NOW() WHERE id = ? AND used_at IS NULL", ARGS(INT(rq->user->code))) == 1;
}

bool
visitor_send(struct request *rq)
{
	return exec(rq->db, "UPDATE answer_session SET response_id = NULL WHERE token_hash = ? AND response_id IS NOT NULL",
	    ARGS(TEXT(token_hash(rq, rq->secret)))) == 1 && survey_send(rq, visitor_of(rq)->of.id);
}

void
answered_add(struct request *rq, xmlNode *content)
{
	const struct visitor *visitor = visitor_of(rq);
	xmlNode *answered = node_add(content, "answered");

	node_set(answered, "what", visitor->survey != 0 ? "survey" : visitor->of.id != 0 ? "questionnaire" : "measurement");
	if (visitor->survey != 0)
		form_add(rq, answered, &again_form, "/answer/done");
}

void
languages_add(struct request *rq, xmlNode *parent, const char *path)
{
	const struct labels *const *one = site_languages(rq->site);
	const char *now = labels_language(request_labels(rq));
	xmlNode *languages, *node;

	if (one[0] == NULL || one[1] == NULL)
		return;
	languages = node_add(parent, "languages");
	for (; *one != NULL; one++) {
		const char *code = labels_language(*one);

		node = node_add(languages, "language");
		node_set(node, "code", code);
		node_set(node, "name", labels_find(*one, "language.name"));
		node_set(node, "dir", labels_find(*one, "direction"));
		if (strcmp(code, now) == 0)
			node_set(node, "current", "yes");
		else if (path != NULL)
			node_set(node, "href", request_href(rq, "%s?language=%s", path, code));
	}
}

const char *
visitor_path(const struct visitor *visitor)
{
	if (visitor->used)
		return "/answer/done";
	return visitor->of.id != 0 ? "/answer/questionnaire" : "/answer/measurement";
}

void
visitor_watch(struct request *rq)
{
	long idle = visit_idle_s(rq);

	page_script(rq, "answer.js", request_format(rq, "idle=%ld", idle));
	if (!request_scripted(rq))
		page_refresh(rq, idle, "/answer/still");
}
