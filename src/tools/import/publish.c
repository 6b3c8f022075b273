#include "tools/import/publish.h"

#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "base/secret.h"
#include "domain/questionnaire.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static enum fail
refuse(const char *path, const char *error)
{
	fprintf(stderr, "%s: %s\n", path, error);
	return FAIL_INPUT;
}

static xmlDoc *
read_file(const void *owner, const struct schema *grammar, const char *path)
{
	char *error = NULL;
	xmlDoc *doc = node_read(owner, path, QUESTIONNAIRE_MAX, &error);

	if (doc != NULL)
		error = schema_check(owner, grammar, doc);
	if (error == NULL)
		return doc;
	refuse(path, error);
	xmlFreeDoc(doc);
	return NULL;
}

/* The file named by shared="", beside path. */
static enum fail
join(const void *owner, const struct schema *grammar, const char *path, xmlDoc *doc)
{
	const char *name = node_get(xmlDocGetRootElement(doc), "shared"), *slash = strrchr(path, '/');
	xmlDoc *shared = NULL;
	char *error;

	if (name != NULL) {
		shared = read_file(owner, grammar,
		    slash == NULL ? name : talloc_asprintf(owner, "%.*s/%s", (int)(slash - path), path, name));
		if (shared == NULL)
			return FAIL_INPUT;
		if (!node_is(xmlDocGetRootElement(shared), "shared")) {
			xmlFreeDoc(shared);
			return refuse(path, "what it shares is no file of shared dimensions");
		}
	}
	error = questionnaire_join(owner, doc, shared);
	xmlFreeDoc(shared);
	if (error == NULL)
		error = schema_check(owner, grammar, doc);
	return error == NULL ? FAIL_NONE : refuse(path, error);
}

static enum fail
store(struct db *db, const void *owner, const struct questionnaire *q, const char *path, const char *xml)
{
	const char *checksum = secret_hash(owner, "questionnaire", xml), *is[2];

	if (q->benefit_type != NULL &&
	    rows_int(db, 0, "SELECT 1 FROM benefit_type WHERE code = ?", ARGS(TEXT(q->benefit_type))) == 0 && db_failed(db) == FAIL_NONE)
		return refuse(path, talloc_asprintf(owner, "there is no benefit type \"%s\"", q->benefit_type));
	if (rows_one(db, owner, is, 2, "SELECT checksum, state FROM questionnaire WHERE code = ? AND version = ?",
	    ARGS(TEXT(q->code), INT(q->version)))) {
		if (strcmp(is[0], checksum) != 0)
			return refuse(path, talloc_asprintf(owner, "%s version %ld was published with other content: give it a new version",
			    q->code, q->version));
		printf("%s version %ld: there already, %s\n", q->code, q->version, is[1]);
		return FAIL_NONE;
	}
	if (rows_int(db, 0, "SELECT MAX(version) FROM questionnaire WHERE code = ?", ARGS(TEXT(q->code))) > q->version)
		return refuse(path, talloc_asprintf(owner, "a later version of %s is published already", q->code));
	exec(db, "UPDATE questionnaire SET state = 'retired' WHERE code = ? AND state = 'published'", ARGS(TEXT(q->code)));
	exec(db, "INSERT INTO questionnaire (code, version, language, title, benefit_type, licence, legal_basis, state, xml, checksum)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, 'published', ?, ?)",
	    ARGS(TEXT(q->code), INT(q->version), TEXT(q->language), TEXT(q->title), TEXT(q->benefit_type), TEXT(q->licence),
	    TEXT(q->legal_basis), TEXT(xml), TEXT(checksum)));
	if (db_failed(db) == FAIL_NONE)
		printf("%s version %ld: published, %zu questions in %zu dimensions\n", q->code, q->version, q->question_count,
		    q->dimension_count);
	return db_failed(db);
}

enum fail
publish(struct db *db, const struct schema *grammar, const char *path)
{
	void *owner = talloc_new(NULL);
	xmlDoc *doc = read_file(owner, grammar, path);
	enum fail f = doc == NULL ? FAIL_INPUT : FAIL_NONE;
	struct questionnaire *q = NULL;
	char *error = NULL, *xml = NULL;
	size_t length;

	if (f == FAIL_NONE && !node_is(xmlDocGetRootElement(doc), "questionnaire"))
		f = refuse(path, "this is shared by questionnaires, not one itself");
	if (f == FAIL_NONE)
		f = join(owner, grammar, path, doc);
	if (f != FAIL_NONE) {
		xmlFreeDoc(doc);
	} else {
		xml = node_bytes(owner, doc, &length);
		f = questionnaire_read(owner, doc, &q, &error);
	}
	if (error != NULL)
		refuse(path, error);
	if (f == FAIL_NONE && (error = questionnaire_try(owner, q)) != NULL)
		f = refuse(path, talloc_asprintf(owner, "its own tests fail:\n%s", error));
	if (f == FAIL_NONE)
		f = store(db, owner, q, path, xml);
	talloc_free(owner);
	return f;
}
