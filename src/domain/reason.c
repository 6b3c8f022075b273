#include "domain/reason.h"

#include <string.h>
#include <talloc.h>

#include "base/text.h"

static const char *const keys[] = {
	[REASON_TOO_LARGE] = "too-large", [REASON_NOT_TEXT] = "not-text", [REASON_MANY_ATTRIBUTES] = "many-attributes",
	[REASON_DOCTYPE] = "doctype", [REASON_NOT_WELL_FORMED] = "not-well-formed",
	[REASON_TAG_MISMATCH] = "tag-mismatch", [REASON_UNFINISHED] = "unfinished", [REASON_EMPTY] = "empty",
	[REASON_AMPERSAND] = "ampersand", [REASON_ATTRIBUTE_TWICE] = "attribute-twice", [REASON_GRAMMAR] = "grammar",
	[REASON_GRAMMAR_ATTRIBUTE] = "grammar-attribute", [REASON_GRAMMAR_ELEMENT] = "grammar-element",
	[REASON_GRAMMAR_EXPECTED] = "grammar-expected", [REASON_GRAMMAR_SHORT] = "grammar-short", [REASON_ATTRIBUTE_MISSING] = "attribute-missing",
	[REASON_NOT_QUESTIONNAIRE] = "not-questionnaire", [REASON_FAILED] = "failed",
	[REASON_SHARED_MISSING] = "shared-missing", [REASON_SHARED_IS_NONE] = "shared-is-none",
	[REASON_IS_SHARED] = "is-shared", [REASON_SHARED_DIMENSION] = "shared-dimension",
	[REASON_SHARED_QUESTION] = "shared-question", [REASON_JOINED_TOO_LARGE] = "joined-too-large",
	[REASON_ID_TWICE] = "id-twice", [REASON_TOO_MANY_IDS] = "too-many-ids",
	[REASON_TOO_MANY_QUESTIONS] = "too-many-questions", [REASON_TOO_MANY_DIMENSIONS] = "too-many-dimensions",
	[REASON_TOO_MANY_OPTIONS] = "too-many-options", [REASON_TOO_MANY_TRANSLATIONS] = "too-many-translations",
	[REASON_TOO_MANY_TESTS] = "too-many-tests", [REASON_QUESTION_RESERVED] = "question-reserved",
	[REASON_QUESTION_POINT] = "question-point", [REASON_OPTION_RESERVED] = "option-reserved",
	[REASON_OPTION_TWICE] = "option-twice", [REASON_NOT_ON_SCALE] = "not-on-scale",
	[REASON_SCALE_RANGE] = "scale-range", [REASON_NUMBER_RANGE] = "number-range",
	[REASON_TEXT_MAX_RANGE] = "text-max-range", [REASON_NO_DATE] = "no-date",
	[REASON_FROM_AFTER_TO] = "from-after-to", [REASON_RULE_LONG] = "rule-long",
	[REASON_RULE_UNKNOWN] = "rule-unknown", [REASON_RULE_NOT_XPATH] = "rule-not-xpath",
	[REASON_RULE_NO_QUESTION] = "rule-no-question", [REASON_RULE_NO_ID] = "rule-no-id",
	[REASON_RULE_NO_OPTION] = "rule-no-option", [REASON_RULE_NO_STATE] = "rule-no-state",
	[REASON_RULE_NO_LEVEL] = "rule-no-level", [REASON_RULE_NO_ATTRIBUTE] = "rule-no-attribute",
	[REASON_ASKED_LATER] = "asked-later", [REASON_DIMENSION_ASKED_LATER] = "dimension-asked-later",
	[REASON_CONDITION_TOO_EARLY] = "condition-too-early", [REASON_SELECT_TOO_EARLY] = "select-too-early",
	[REASON_LAST_NOT_TRUE] = "last-not-true", [REASON_UNKNOWN_PLACE] = "unknown-place",
	[REASON_UNKNOWN_MISSING] = "unknown-missing", [REASON_NO_DIMENSION] = "no-dimension",
	[REASON_NOTHING_SCORED] = "nothing-scored", [REASON_COLOURS_WITHOUT_SCORE] = "colours-without-score",
	[REASON_INDICATION_NONE] = "indication-none", [REASON_SENTENCE_ALONE] = "sentence-alone", [REASON_SENTENCE_LONG] = "sentence-long",
	[REASON_RULE_COSTS] = "rule-costs", [REASON_RULES_COST] = "rules-cost", [REASON_TESTS_SLOW] = "tests-slow",
	[REASON_NOT_EVALUATED] = "not-evaluated", [REASON_OPTION_LEVEL] = "option-level",
	[REASON_LANGUAGE_TWICE] = "language-twice", [REASON_TRANSLATION_LACKS] = "translation-lacks",
	[REASON_TRANSLATION_LACKS_PART] = "translation-lacks-part", [REASON_TRANSLATION_UNKNOWN] = "translation-unknown",
	[REASON_TRANSLATION_TWICE] = "translation-twice", [REASON_TRANSLATION_OF_NOTHING] = "translation-of-nothing",
	[REASON_TEST_NO_QUESTION] = "test-no-question", [REASON_TEST_NO_ANSWER] = "test-no-answer",
	[REASON_TEST_NO_PARAMETER] = "test-no-parameter", [REASON_TEST_NO_EARLIER] = "test-no-earlier",
	[REASON_TEST_NO_DIMENSION] = "test-no-dimension", [REASON_TEST_NO_SCORE] = "test-no-score",
	[REASON_TEST_RED] = "test-red", [REASON_TEST_YELLOW] = "test-yellow", [REASON_TEST_GREEN] = "test-green",
	[REASON_TEST_MISSING] = "test-missing", [REASON_TEST_INDICATION] = "test-indication",
	[REASON_TEST_RULE] = "test-rule", [REASON_TEST_SENTENCE] = "test-sentence", [REASON_TEST_LEVEL] = "test-level",
	[REASON_TEST_COLOUR] = "test-colour", [REASON_TEST_SCORE] = "test-score", [REASON_TEST_BAND] = "test-band",
	[REASON_TEST_ASKED] = "test-asked", [REASON_TEST_NOT_ASKED] = "test-not-asked",
	[REASON_NO_BENEFIT] = "no-benefit", [REASON_OTHER_DRAFT] = "other-draft",
	[REASON_OTHER_PUBLISHED] = "other-published", [REASON_LATER_PUBLISHED] = "later-published",
	[REASON_VERSION_THERE] = "version-there", [REASON_NO_CATEGORY] = "no-category",
};

static const char *const places[] = { "element", "name", "where", "wanted", "is", "test", "words" };

const char *
reason_key(enum reason_key key)
{
	return keys[key];
}

const char *
reason_place(enum reason_place place)
{
	return places[place];
}

const char *
reason_value(const struct reason *reason, enum reason_place place)
{
	const char *const values[] = { reason->element, reason->name, reason->where, reason->wanted, reason->is, reason->test, reason->words };

	return values[place];
}

/* text, cut to REASON_TEXT_MAX bytes where a character ends; NULL stays NULL. */
static const char *
cut(const struct reasons *reasons, const char *text)
{
	if (text == NULL)
		return NULL;
	return talloc_strndup(reasons->owner, text, text_cut(text, strnlen(text, REASON_TEXT_MAX + 1), REASON_TEXT_MAX));
}

void
reasons_add(struct reasons *reasons, const struct reason *one)
{
	if (reasons->count == REASONS_MAX) {
		reasons->left_out++;
		return;
	}
	reasons->list = talloc_realloc(reasons->owner, reasons->list, struct reason, (unsigned)reasons->count + 1);
	reasons->list[reasons->count++] = (struct reason){ .key = one->key, .file = one->file, .line = one->line,
	    .element = cut(reasons, one->element), .name = cut(reasons, one->name), .where = cut(reasons, one->where),
	    .wanted = cut(reasons, one->wanted), .is = cut(reasons, one->is), .test = cut(reasons, one->test),
	    .words = cut(reasons, one->words) };
}

/* Which place stands in braces at this place of a label, and *length of that; REASON_PLACES: none. */
static enum reason_place
place_at(const char *at, size_t *length)
{
	enum reason_place i;

	for (i = 0; *at == '{' && i < REASON_PLACES; i++) {
		*length = strlen(places[i]);
		if (strncmp(at + 1, places[i], *length) == 0 && at[1 + *length] == '}') {
			*length += 2;
			return i;
		}
	}
	*length = 1 + strcspn(at + 1, "{");
	return REASON_PLACES;
}

static char *
fill(const void *owner, const char *label, const struct reason *reason)
{
	char *out = talloc_strdup(owner, "");
	size_t length;

	for (; *label != '\0'; label += length) {
		enum reason_place place = place_at(label, &length);
		const char *value = place == REASON_PLACES ? NULL : reason_value(reason, place);

		out = place == REASON_PLACES ? talloc_strndup_append(out, label, length) : talloc_strdup_append(out, value == NULL ? "" : value);
	}
	return out;
}

static char *
plain(const void *owner, const struct reason *reason)
{
	char *out = talloc_strdup(owner, keys[reason->key]);
	enum reason_place i;

	for (i = 0; i < REASON_PLACES; i++)
		if (reason_value(reason, i) != NULL)
			out = talloc_asprintf_append(out, " %s=\"%s\"", places[i], reason_value(reason, i));
	return out;
}

char *
reason_text(const void *owner, const struct labels *labels, const struct reason *reason)
{
	char *key = talloc_asprintf(owner, "reason.%s", keys[reason->key]);
	const char *label = labels == NULL ? NULL : labels_find(labels, key);
	char *out = label == NULL ? plain(owner, reason) : fill(owner, label, reason), *at;

	talloc_free(key);
	for (at = out; *at != '\0'; at++)
		if ((unsigned char)*at < ' ')
			*at = ' ';
	return out;
}
