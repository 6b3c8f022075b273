/* question_read.c - reading the questions of question.h. */
#include <string.h>

#include "xml/question.h"
#include "xml/functions.h"

#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

/* Where in the text, and whose words and prefixes these are. */
struct reading { xmlDict *dict; const xmlNode *instruction; const char *at; };

static const char *
kept(const struct reading *r, const char *text, size_t n)
{
	return (const char *)xmlDictLookup(r->dict, BAD_CAST text, (int)n);
}

/* Spaces may stand between all parts. */
static bool
eat(struct reading *r, const char *part)
{
	size_t n = strlen(part);

	r->at += strspn(r->at, " \t\r\n");
	if (strncmp(r->at, part, n) != 0)
		return false;
	r->at += n;
	return true;
}

static bool
at_end(struct reading *r)
{
	return eat(r, "") && *r->at == '\0';
}

/* A name of small letters; what follows must not be what may belong to a longer one.  NULL: none. */
static const char *
read_name(struct reading *r)
{
	size_t n = strspn(r->at, NAME_LETTERS);
	const char *name = r->at;

	if (n == 0 || name[0] < 'a' || (name[n] != '\0' && strchr(":(),=! \t\r\n", name[n]) == NULL))
		return NULL;
	r->at += n;
	return kept(r, name, n);
}

static const char *
read_literal(struct reading *r)
{
	char quote = eat(r, "'") ? '\'' : eat(r, "\"") ? '"' : '\0';
	const char *from = r->at, *to = quote == '\0' ? NULL : strchr(from, quote);

	if (to == NULL)
		return NULL;
	r->at = to + 1;
	return kept(r, from, (size_t)(to - from));
}

static bool
read_value(struct reading *r, struct question_value *out)
{
	for (out->up = 0; eat(r, "../"); out->up++)
		;
	out->name = NULL;
	if (eat(r, "@"))
		return (out->name = read_name(r)) != NULL;
	return out->up == 0 && eat(r, ".") && r->at[0] != '.' && r->at[0] != '/';
}

static const char *
space_of(const struct reading *r, const char *prefix)
{
	const xmlNs *space = xmlSearchNs(r->instruction->doc, (xmlNode *)(uintptr_t)r->instruction, BAD_CAST prefix);

	return space == NULL ? NULL : kept(r, (const char *)space->href, (size_t)xmlStrlen(space->href));
}

/* "p:name": the name, and its namespace; NULL for none. */
static const char *
read_child(struct reading *r, const char **space)
{
	const char *prefix = read_name(r), *name = prefix != NULL && *r->at == ':' ? (r->at++, read_name(r)) : NULL;

	*space = name == NULL ? NULL : space_of(r, prefix);
	return *space == NULL ? NULL : name;
}

/* A label's key: 'key' or concat('before', VALUE [, 'after']). */
static bool
read_key(struct reading *r, struct question *out)
{
	out->kind = QUESTION_LABEL;
	if (!eat(r, "concat("))
		return (out->word = read_literal(r)) != NULL;
	out->kind = QUESTION_LABEL_OF;
	out->word = read_literal(r);
	out->after = "";
	if (out->word == NULL || !eat(r, ",") || !read_value(r, &out->of))
		return false;
	return (!eat(r, ",") || (out->after = read_literal(r)) != NULL) && eat(r, ")");
}

static bool
read_function(struct reading *r, const char *name, struct question *out)
{
	struct question_value instead;

	if (strcmp(name, "label") == 0)
		return read_key(r, out);
	if (strcmp(name, "label-or") == 0) {
		out->or = true;
		return read_key(r, out) && out->kind == QUESTION_LABEL_OF && eat(r, ",") && read_value(r, &instead) &&
		    instead.name == out->of.name && instead.up == out->of.up;
	}
	if (strcmp(name, "own") == 0) {
		out->kind = QUESTION_OWN;
		out->word = out->after = read_literal(r);
		return out->word != NULL && (!eat(r, ",") || (out->after = read_literal(r)) != NULL);
	}
	out->kind = strcmp(name, "date") == 0 ? QUESTION_DATE : QUESTION_SHOW;
	return (strcmp(name, "date") == 0 || strcmp(name, "show") == 0) && read_value(r, &out->of);
}

bool
question_read(xmlDict *dict, const xmlNode *instruction, const char *text, struct question *out)
{
	struct reading r = { dict, instruction, text };
	const char *name, *space;

	memset(out, 0, sizeof *out);
	out->kind = QUESTION_VALUE;
	if (read_value(&r, &out->of))
		return at_end(&r);
	r.at = text;
	name = read_child(&r, &space);
	return name != NULL && strcmp(space, FUNCTIONS_NAMESPACE) == 0 && eat(&r, "(") && read_function(&r, name, out) && eat(&r, ")") &&
	    at_end(&r);
}

bool
question_read_test(xmlDict *dict, const xmlNode *instruction, const char *text, struct question_test *out)
{
	struct reading r = { dict, instruction, text };
	const char *from;
	bool not;

	memset(out, 0, sizeof *out);
	out->not = not = eat(&r, "not(");
	from = r.at;
	if (!read_value(&r, &out->of)) {
		r.at = from;
		return (out->child = read_child(&r, &out->space)) != NULL && (!not || eat(&r, ")")) && at_end(&r);
	}
	if (not)
		return out->of.name != NULL && eat(&r, ")") && at_end(&r);
	if (at_end(&r))
		return out->of.name != NULL;
	out->not = eat(&r, "!");
	return eat(&r, "=") && (out->word = read_literal(&r)) != NULL && at_end(&r);
}

bool
question_read_nodes(xmlDict *dict, const xmlNode *instruction, const char *text, struct question_nodes *out)
{
	struct reading r = { dict, instruction, text };
	struct question_value value;

	memset(out, 0, sizeof *out);
	if (read_value(&r, &value)) {
		out->which = value.name == NULL ? QUESTION_SELF : QUESTION_ATTRIBUTE;
		out->name = value.name;
		return value.up == 0 && at_end(&r);
	}
	r.at = text;
	out->which = QUESTION_CHILDREN;
	return (out->name = read_child(&r, &out->space)) != NULL && at_end(&r);
}
