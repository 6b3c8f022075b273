#include "xml/evaluate.h"

#include <ctype.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>
#include <talloc.h>

struct expression { xmlXPathCompExpr *compiled; char *text; };
struct evaluator { xmlXPathContext *context; unsigned long steps; };

/* XPath's own functions and node tests. */
static const char *const allowed[] = {
	"and", "boolean", "ceiling", "concat", "contains", "count", "div", "false", "floor", "last", "local-name", "mod", "name", "node",
	"normalize-space", "not", "number", "or", "position", "round", "starts-with", "string", "string-length", "substring",
	"substring-after", "substring-before", "sum", "text", "translate", "true", NULL,
};

static bool
listed(const char *const *list, const char *name, size_t length)
{
	for (; list != NULL && *list != NULL; list++)
		if (strlen(*list) == length && strncmp(*list, name, length) == 0)
			return true;
	return false;
}

static size_t
name_length(const char *text)
{
	size_t n = 0;

	if (!isalpha((unsigned char)*text) && *text != '_')
		return 0;
	while (isalnum((unsigned char)text[n]) || text[n] == '_' || text[n] == '-' || text[n] == '.')
		n++;
	return n;
}

/* The first name in text that may not stand there: *length of its bytes; NULL when there is none. */
static const char *
name_refused(const char *text, const char *const *parameters, size_t *length)
{
	const char *at = text, *after;

	while (*at != '\0') {
		bool variable = *at == '$';

		if (*at == '"' || *at == '\'') {
			const char *end = strchr(at + 1, *at);

			at = end == NULL ? at + strlen(at) : end + 1;
			continue;
		}
		at += variable;
		*length = name_length(at);
		after = at + *length + strspn(at + *length, " \t\r\n");
		if (variable ? !listed(parameters, at, *length) : *length > 0 && *after == '(' && !listed(allowed, at, *length))
			return at;
		/* prefix:name, but not axis::name */
		if (*length > 0 && after[0] == ':' && after[1] != ':' )
			return at;
		at += *length > 0 ? *length : !variable;
	}
	return NULL;
}

/* libxml2 takes "count(" for count(). */
static bool
balanced(const char *text)
{
	char quote = '\0';
	int open = 0;

	for (; *text != '\0' && open >= 0; text++) {
		if (quote != '\0')
			quote = *text == quote ? '\0' : quote;
		else if (*text == '"' || *text == '\'')
			quote = *text;
		else
			open += (*text == '(') - (*text == ')');
	}
	return open == 0;
}

/* libxml2's complaints go to the log by our own words. */
static void
hush(void *data, xmlErrorPtr error)
{
	(void)data, (void)error;
}

static int
expression_free(struct expression *expression)
{
	xmlXPathFreeCompExpr(expression->compiled);
	return 0;
}

static xmlXPathContext *
context_new(xmlDoc *doc)
{
	xmlXPathContext *context = xmlXPathNewContext(doc);

	if (context != NULL) {
		context->error = hush;
		context->opLimit = EVALUATE_STEPS_MAX;
	}
	return context;
}

struct expression *
expression_compile(const void *owner, const char *text, const char *const *parameters, struct expression_fault *fault)
{
	struct expression *expression;
	xmlXPathContext *context;
	const char *refused;
	size_t length = 0;

	*fault = (struct expression_fault){ EXPRESSION_FINE, NULL };
	if (strlen(text) > EXPRESSION_MAX) {
		fault->wrong = EXPRESSION_LONG;
		return NULL;
	}
	refused = name_refused(text, parameters, &length);
	if (refused != NULL) {
		*fault = (struct expression_fault){ EXPRESSION_UNKNOWN, talloc_strndup(owner, refused, length) };
		return NULL;
	}
	expression = talloc_zero(owner, struct expression);
	context = context_new(NULL);
	if (expression != NULL && context != NULL && balanced(text)) {
		expression->text = talloc_strdup(expression, text);
		expression->compiled = xmlXPathCtxtCompile(context, BAD_CAST text);
	}
	xmlXPathFreeContext(context);
	if (expression == NULL || expression->compiled == NULL) {
		fault->wrong = EXPRESSION_NOT_XPATH;
		talloc_free(expression);
		return NULL;
	}
	talloc_set_destructor(expression, expression_free);
	return expression;
}

const char *
expression_text(const struct expression *expression)
{
	return expression->text;
}

static int
evaluator_free(struct evaluator *evaluator)
{
	xmlXPathFreeContext(evaluator->context);
	return 0;
}

enum fail
evaluator_new(const void *owner, struct evaluator **out)
{
	struct evaluator *evaluator = talloc_zero(owner, struct evaluator);

	if (evaluator != NULL)
		evaluator->context = context_new(NULL);
	if (evaluator == NULL || evaluator->context == NULL || xmlXPathContextSetCache(evaluator->context, 1, -1, 0) != 0) {
		talloc_free(evaluator);
		return fail_log(FAIL_BROKEN, "evaluate: out of memory");
	}
	talloc_set_destructor(evaluator, evaluator_free);
	*out = evaluator;
	return FAIL_NONE;
}

void
evaluator_over(struct evaluator *evaluator, xmlDoc *doc)
{
	evaluator->context->doc = doc;
	evaluator->context->node = NULL;
	evaluator->steps = 0;
}

unsigned long
evaluator_steps(const struct evaluator *evaluator)
{
	return evaluator->steps;
}

void
evaluator_set(struct evaluator *evaluator, const char *parameter, const char *value)
{
	double number = xmlXPathCastStringToNumber(BAD_CAST value);

	xmlXPathRegisterVariable(evaluator->context, BAD_CAST parameter,
	    isnan(number) ? xmlXPathNewCString(value) : xmlXPathNewFloat(number));
}

static xmlXPathObject *
evaluate(struct evaluator *evaluator, const struct expression *expression, xmlNode *node)
{
	xmlXPathContext *context = evaluator->context;
	xmlXPathObject *result;

	context->opCount = 0;
	context->node = node != NULL ? node : (xmlNode *)context->doc;
	result = xmlXPathCompiledEval(expression->compiled, context);
	evaluator->steps += context->opCount;
	if (result == NULL)
		fail_log(FAIL_BROKEN, "evaluate: \"%s\" gives no result", expression->text);
	return result;
}

enum fail
evaluate_truth(struct evaluator *evaluator, const struct expression *expression, xmlNode *node, bool *out)
{
	xmlXPathObject *result = evaluate(evaluator, expression, node);

	*out = result != NULL && xmlXPathCastToBoolean(result);
	xmlXPathFreeObject(result);
	return result == NULL ? FAIL_BROKEN : FAIL_NONE;
}

enum fail
evaluate_number(struct evaluator *evaluator, const struct expression *expression, xmlNode *node, double *out)
{
	xmlXPathObject *result = evaluate(evaluator, expression, node);

	*out = result == NULL ? (double)NAN : xmlXPathCastToNumber(result);
	xmlXPathFreeObject(result);
	return result == NULL ? FAIL_BROKEN : FAIL_NONE;
}
