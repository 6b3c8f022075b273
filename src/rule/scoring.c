#include "rule/scoring.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

/* As many decimals as a number that is typed may have; as many digits as a double holds for certain. */
enum { SHOWN_DECIMALS = 3, EXACT_DIGITS = 15, EXACT_DECIMALS = 9 };

static const char *const names[] = {
	[LEVEL_NONE] = NULL, [LEVEL_GREEN] = "green", [LEVEL_YELLOW] = "yellow", [LEVEL_RED] = "red",
};

const char *
level_name(enum level level)
{
	return names[level];
}

enum level
level_of(const char *name)
{
	enum level level;

	for (level = LEVEL_GREEN; level <= LEVEL_RED; level++)
		if (name != NULL && strcmp(name, names[level]) == 0)
			return level;
	return LEVEL_NONE;
}

int
level_rank(enum level level)
{
	static const int ranks[] = { [LEVEL_NONE] = 2, [LEVEL_GREEN] = 3, [LEVEL_YELLOW] = 1, [LEVEL_RED] = 0 };

	return ranks[level];
}

void
tally_add(struct tally *tally, enum level level)
{
	tally->red += level == LEVEL_RED;
	tally->yellow += level == LEVEL_YELLOW;
	tally->green += level == LEVEL_GREEN;
	tally->missing += level == LEVEL_NONE;
}

bool
missing_read(const char *text, struct missing *out)
{
	int length = 0;

	*out = (struct missing){ MISSING_FAIL, 0 };
	if (text == NULL || strcmp(text, "fail") == 0)
		return true;
	if (strcmp(text, "none") == 0) {
		out->kind = MISSING_NONE;
		return true;
	}
	out->kind = MISSING_PRORATE;
	return sscanf(text, "prorate(%2d)%n", &out->least, &length) == 1 && length > 0 && text[length] == '\0' && out->least > 0;
}

bool
scoring_sum(struct missing missing, int asked, int answered, double sum, double *out)
{
	if (answered == 0 || (answered < asked && missing.kind == MISSING_FAIL))
		return false;
	if (missing.kind == MISSING_PRORATE && answered < asked) {
		if (answered < missing.least)
			return false;
		sum = sum * asked / answered;
	}
	*out = sum;
	return true;
}

void
moments_add(struct moments *moments, double score, double weight)
{
	moments->answered++;
	moments->sum += score;
	moments->weights += weight;
	moments->squares += weight * weight;
	moments->products += weight * score;
}

/* Are there answers enough, if nothing is scaled up? */
static bool
enough(struct missing missing, const struct moments *moments)
{
	double sum;

	return scoring_sum(missing, moments->asked, moments->answered, 0, &sum);
}

bool
scoring_mean(struct missing missing, const struct moments *moments, double *out)
{
	if (!enough(missing, moments))
		return false;
	*out = moments->sum / moments->answered;
	return true;
}

bool
scoring_gas(struct missing missing, const struct moments *moments, double *out)
{
	if (!enough(missing, moments))
		return false;
	*out = 50 + 10 * moments->products / sqrt(0.7 * moments->squares + 0.3 * moments->weights * moments->weights);
	return true;
}

bool
scoring_fits(double number)
{
	return fabs(number) <= SCORING_MAX;
}

double
scoring_round(double number, int decimals)
{
	double scale = pow(10, decimals);

	/* What is a half in decimals may be a hair below it in binary. */
	return round(number * scale + copysign(1e-9, number)) / scale;
}

/* With as many decimals as it needs, at most so many. */
static char *
number_text(const void *owner, double number, int decimals)
{
	char *text;
	size_t n;

	/* Most scores are small whole numbers; printing a fraction takes ten times as long. */
	if (fabs(number) < 1e9 && number == (double)(int)number)
		return talloc_asprintf(owner, "%d", (int)number);
	text = talloc_asprintf(owner, "%.*f", decimals, scoring_round(number, decimals));
	n = text == NULL || decimals == 0 ? 0 : strlen(text);
	while (n > 0 && text[n - 1] == '0')
		text[--n] = '\0';
	if (n > 0 && text[n - 1] == '.')
		text[--n] = '\0';
	return text != NULL && strcmp(text, "-0") == 0 ? talloc_strdup(owner, "0") : text;
}

char *
scoring_number(const void *owner, double number)
{
	return number_text(owner, number, SHOWN_DECIMALS);
}

char *
scoring_exact(const void *owner, double number)
{
	int decimals = EXACT_DIGITS;
	double rest;

	for (rest = fabs(number); rest >= 1 && decimals > 0; rest /= 10)
		decimals--;
	return number_text(owner, number, decimals > EXACT_DECIMALS ? EXACT_DECIMALS : decimals);
}

/* A brace's parts: {name} or {name:one|other}. */
struct brace { const char *name, *one, *other, *end; size_t name_length; };

static bool
brace_read(const char *at, struct brace *out)
{
	const char *close = strchr(at, '}');

	if (*at != '{' || close == NULL)
		return false;
	*out = (struct brace){ .name = at + 1, .end = close + 1 };
	out->name_length = strcspn(out->name, ":}");
	if (out->name[out->name_length] == '}')
		return true;
	out->one = out->name + out->name_length + 1;
	out->other = memchr(out->one, '|', (size_t)(close - out->one));
	if (out->other == NULL)
		return false;
	out->other++;
	return true;
}

static const struct filling *
filling_find(const struct filling *list, const struct brace *brace)
{
	for (; list->name != NULL; list++)
		if (strlen(list->name) == brace->name_length && strncmp(list->name, brace->name, brace->name_length) == 0)
			return list;
	return NULL;
}

static char *
append_brace(char *text, const struct brace *brace, const struct filling *filling)
{
	if (brace->one == NULL)
		return talloc_strdup_append_buffer(text, filling->text == NULL ? "" : filling->text);
	if (filling->number == 1)
		return talloc_strndup_append_buffer(text, brace->one, (size_t)(brace->other - 1 - brace->one));
	return talloc_strndup_append_buffer(text, brace->other, (size_t)(brace->end - 1 - brace->other));
}

char *
scoring_fill(const void *owner, const char *template, const struct filling *list)
{
	char *text = talloc_strdup(owner, "");
	const char *at = template;

	while (text != NULL && *at != '\0') {
		struct brace brace;
		const struct filling *filling = brace_read(at, &brace) ? filling_find(list, &brace) : NULL;
		size_t plain = *at == '{' ? 1 : strcspn(at, "{");

		if (filling == NULL)
			text = talloc_strndup_append_buffer(text, at, plain);
		else
			text = append_brace(text, &brace, filling);
		at = filling == NULL ? at + plain : brace.end;
	}
	return text;
}

/* Of the first bytes of a text: all that do not go on with a character. */
static size_t
characters(const char *text, size_t bytes)
{
	size_t i, n = 0;

	for (i = 0; i < bytes; i++)
		n += ((unsigned char)text[i] & 0xC0) != 0x80;
	return n;
}

static size_t
longest_brace(const struct brace *brace, const struct filling *filling)
{
	size_t one, other;

	if (brace->one == NULL)
		return filling->text == NULL ? 0 : characters(filling->text, strlen(filling->text));
	one = characters(brace->one, (size_t)(brace->other - 1 - brace->one));
	other = characters(brace->other, (size_t)(brace->end - 1 - brace->other));
	return one > other ? one : other;
}

size_t
scoring_longest(const char *template, const struct filling *list)
{
	const char *at = template;
	size_t n = 0;

	while (*at != '\0') {
		struct brace brace;
		const struct filling *filling = brace_read(at, &brace) ? filling_find(list, &brace) : NULL;
		size_t plain = *at == '{' ? 1 : strcspn(at, "{");

		n += filling == NULL ? characters(at, plain) : longest_brace(&brace, filling);
		at = filling == NULL ? at + plain : brace.end;
	}
	return n;
}

char *
scoring_unknown(const void *owner, const char *template, const struct filling *list)
{
	const char *at = template;
	struct brace brace;

	for (; (at = strchr(at, '{')) != NULL; at = brace.end)
		if (!brace_read(at, &brace) || filling_find(list, &brace) == NULL)
			return talloc_strndup(owner, at, strcspn(at, "}") + 1);
	return NULL;
}

bool
scoring_reason_missing(const char *indicated, const char *decision, size_t characters)
{
	if (indicated != NULL && decision != NULL && strcmp(indicated, decision) == 0)
		return false;
	return characters < SCORING_REASON_MIN;
}
