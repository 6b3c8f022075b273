/* join.c - a questionnaire and what it shares become one document. */
#include <string.h>

#include "domain/questionnaire.h"
#include "xml/node.h"

/* The element called name with this id, in root or in the dimensions of root. */
static xmlNode *
find(const xmlNode *root, const char *name, const char *id)
{
	xmlNode *dimension, *question;

	for (dimension = node_child(root, "dimension"); dimension != NULL; dimension = node_next(dimension, "dimension")) {
		if (strcmp(name, "dimension") == 0 && strcmp(node_get(dimension, "id"), id) == 0)
			return dimension;
		for (question = node_child(dimension, "question"); question != NULL; question = node_next(question, "question"))
			if (strcmp(name, "question") == 0 && strcmp(node_get(question, "id"), id) == 0)
				return question;
	}
	return NULL;
}

/* Replace <use dimension=""/> or <use question=""/> by a copy of what it names. */
static bool
replace(xmlNode *use, const xmlNode *shared, struct reasons *faults)
{
	bool whole = node_get(use, "dimension") != NULL;
	const char *name = whole ? "dimension" : "question", *id = node_get(use, name);
	xmlNode *found = shared == NULL ? NULL : find(shared, name, id), *copy = found == NULL ? NULL : xmlDocCopyNode(found, use->doc, 1);

	if (copy == NULL) {
		reasons_add(faults, &(struct reason){ .key = found != NULL ? REASON_FAILED : whole ? REASON_SHARED_DIMENSION :
		    REASON_SHARED_QUESTION, .line = xmlGetLineNo(use), .element = "use", .name = id });
		return false;
	}
	xmlReplaceNode(use, copy);
	xmlFreeNode(use);
	/* The copy brings a declaration of its own of the namespace that stands around it. */
	xmlReconciliateNs(copy->doc, copy);
	return true;
}

static bool
join_children(xmlNode *parent, const xmlNode *shared, struct reasons *faults)
{
	xmlNode *node, *next;
	bool fine = true;

	for (node = node_child(parent, NULL); node != NULL && fine; node = next) {
		next = node_next(node, NULL);
		if (node_is(node, "use"))
			fine = replace(node, shared, faults);
		else if (node_is(node, "dimension"))
			fine = join_children(node, shared, faults);
	}
	return fine;
}

static xmlNode *
find_translation(const xmlNode *root, const char *language)
{
	xmlNode *node;

	for (node = node_child(root, "translation"); node != NULL; node = node_next(node, "translation"))
		if (strcmp(node_get(node, "lang"), language) == 0)
			return node;
	return NULL;
}

static xmlNode *
find_words(const xmlNode *translation, const char *id)
{
	xmlNode *node;

	for (node = node_child(translation, "question"); node != NULL; node = node_next(node, "question"))
		if (strcmp(node_get(node, "id"), id) == 0)
			return node;
	return NULL;
}

/* The shared words of a dimension's questions, unless the translation has its own. */
static void
join_words(xmlNode *translation, const xmlNode *shared, const xmlNode *dimension)
{
	const xmlNode *question;

	for (question = node_child(dimension, "question"); question != NULL; question = node_next(question, "question")) {
		const char *id = node_get(question, "id");
		xmlNode *words = find_words(shared, id), *copy;

		if (words == NULL || find_words(translation, id) != NULL)
			continue;
		copy = xmlDocCopyNode(words, translation->doc, 1);
		if (copy == NULL)
			continue;	/* then the translation is not complete, and refused */
		xmlAddChild(translation, copy);
		xmlReconciliateNs(copy->doc, copy);
	}
}

static void
join_translations(xmlNode *root, const xmlNode *shared)
{
	xmlNode *translation, *section, *dimension;

	for (translation = node_child(root, "translation"); translation != NULL; translation = node_next(translation, "translation")) {
		const xmlNode *other = find_translation(shared, node_get(translation, "lang"));

		for (section = node_child(root, "section"); section != NULL; section = node_next(section, "section"))
			for (dimension = node_child(section, "dimension"); dimension != NULL; dimension = node_next(dimension, "dimension"))
				join_words(translation, other, dimension);
	}
}

bool
questionnaire_join(xmlDoc *doc, xmlDoc *shared, struct reasons *faults)
{
	xmlNode *root = xmlDocGetRootElement(doc), *section;
	bool fine = true;

	for (section = node_child(root, "section"); section != NULL && fine; section = node_next(section, "section"))
		fine = join_children(section, shared == NULL ? NULL : xmlDocGetRootElement(shared), faults);
	if (fine && shared != NULL)
		join_translations(root, xmlDocGetRootElement(shared));
	if (fine)
		xmlUnsetProp(root, BAD_CAST "shared");
	return fine;
}
