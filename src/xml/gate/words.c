#include "xml/gate/words.h"

#include <string.h>
#include <strings.h>

#include "xml/functions.h"
#include "xml/node.h"

#define EXSLT "http://exslt.org/"

/* XPath's and XSLT's own, and of EXSLT what the house has. */
static const struct words_function functions[] = {
	{ "", "boolean", 1, 1, 0, 0 }, { "", "ceiling", 1, 1, 0, 0 }, { "", "concat", 2, -1, WORDS_JOINED, 0 }, { "", "contains", 2, 2, 0, 0 },
	{ "", "count", 1, 1, 0, 0 }, { "", "current", 0, 0, WORDS_CURRENT, 0 }, { "", "document", 1, 2, 0, WORDS_REFUSED },
	{ "", "element-available", 1, 1, 0, 0 }, { "", "false", 0, 0, 0, 0 }, { "", "floor", 1, 1, 0, 0 },
	{ "", "format-number", 2, 3, 0, 0 }, { "", "function-available", 1, 1, 0, 0 }, { "", "generate-id", 0, 1, 0, 0 }, { "", "id", 1, 1, 0, 0 },
	{ "", "key", 2, 2, WORDS_KEY, 0 }, { "", "lang", 1, 1, 0, 0 }, { "", "last", 0, 0, 0, 0 }, { "", "local-name", 0, 1, 0, 0 },
	{ "", "name", 0, 1, 0, 0 }, { "", "namespace-uri", 0, 1, 0, 0 }, { "", "normalize-space", 0, 1, WORDS_TEXT_OF, 0 },
	{ "", "not", 1, 1, 0, 0 }, { "", "number", 0, 1, 0, 0 }, { "", "position", 0, 0, 0, 0 }, { "", "round", 1, 1, 0, 0 },
	{ "", "starts-with", 2, 2, 0, 0 }, { "", "string", 0, 1, WORDS_TEXT_OF, 0 }, { "", "string-length", 0, 1, 0, 0 },
	{ "", "substring", 2, 3, 0, 0 }, { "", "substring-after", 2, 2, 0, 0 }, { "", "substring-before", 2, 2, 0, 0 },
	{ "", "sum", 1, 1, 0, 0 }, { "", "system-property", 1, 1, 0, 0 }, { "", "translate", 3, 3, 0, 0 }, { "", "true", 0, 0, 0, 0 },
	{ "", "unparsed-entity-uri", 1, 1, 0, WORDS_REFUSED },
	{ EXSLT "common", "node-set", 1, 1, WORDS_KEPT, 0 }, { EXSLT "common", "object-type", 1, 1, 0, 0 },
	{ EXSLT "math", "abs", 1, 1, 0, 0 }, { EXSLT "math", "acos", 1, 1, 0, 0 }, { EXSLT "math", "asin", 1, 1, 0, 0 },
	{ EXSLT "math", "atan", 1, 1, 0, 0 }, { EXSLT "math", "atan2", 2, 2, 0, 0 }, { EXSLT "math", "constant", 2, 2, 0, 0 },
	{ EXSLT "math", "cos", 1, 1, 0, 0 }, { EXSLT "math", "exp", 1, 1, 0, 0 }, { EXSLT "math", "highest", 1, 1, WORDS_SAME, 0 },
	{ EXSLT "math", "log", 1, 1, 0, 0 }, { EXSLT "math", "lowest", 1, 1, WORDS_SAME, 0 }, { EXSLT "math", "max", 1, 1, 0, 0 },
	{ EXSLT "math", "min", 1, 1, 0, 0 }, { EXSLT "math", "power", 2, 2, 0, 0 }, { EXSLT "math", "random", 0, 0, 0, WORDS_REMARK },
	{ EXSLT "math", "sin", 1, 1, 0, 0 }, { EXSLT "math", "sqrt", 1, 1, 0, 0 }, { EXSLT "math", "tan", 1, 1, 0, 0 },
	{ EXSLT "sets", "difference", 2, 2, WORDS_SAME, 0 }, { EXSLT "sets", "distinct", 1, 1, WORDS_SAME, 0 },
	{ EXSLT "sets", "has-same-node", 2, 2, 0, 0 }, { EXSLT "sets", "intersection", 2, 2, WORDS_SAME, 0 },
	{ EXSLT "sets", "leading", 2, 2, WORDS_SAME, 0 }, { EXSLT "sets", "trailing", 2, 2, WORDS_SAME, 0 },
	{ EXSLT "strings", "align", 2, 3, 0, 0 }, { EXSLT "strings", "concat", 1, 1, 0, 0 }, { EXSLT "strings", "decode-uri", 1, 2, 0, 0 },
	{ EXSLT "strings", "encode-uri", 2, 3, 0, 0 }, { EXSLT "strings", "padding", 1, 2, 0, 0 }, { EXSLT "strings", "replace", 3, 3, 0, 0 },
	{ EXSLT "strings", "split", 1, 2, 0, 0 }, { EXSLT "strings", "tokenize", 1, 2, 0, 0 },
};

bool
words_function(size_t i, struct words_function *out)
{
	size_t own = sizeof functions / sizeof functions[0], number;
	const struct function_form *forms;

	if (i < own) {
		*out = functions[i];
		return true;
	}
	forms = functions_forms(&number);
	if (i - own >= number)
		return false;
	*out = (struct words_function){ .uri = FUNCTIONS_NAMESPACE, .name = forms[i - own].name, .least = forms[i - own].least,
	    .most = forms[i - own].most };
	if (strcmp(out->name, "label") == 0)
		out->gives = WORDS_LABEL;
	else if (strcmp(out->name, "count") == 0)
		out->gives = WORDS_COUNT;
	return true;
}

static const struct words_instruction instructions[] = {
	{ "apply-imports", "", false, true, 0 }, { "apply-templates", "select mode", false, true, 0 },
	{ "attribute", "!?name ?namespace", false, true, 0 }, { "attribute-set", "!name use-attribute-sets", true, false, 0 },
	{ "call-template", "!name", false, true, 0 }, { "choose", "", false, true, 0 }, { "comment", "", false, true, 0 },
	{ "copy", "use-attribute-sets", false, true, 0 }, { "copy-of", "!select", false, true, 0 },
	{ "decimal-format", "name decimal-separator grouping-separator infinity minus-sign NaN percent per-mille zero-digit digit pattern-separator",
	    true, false, 0 },
	{ "document", "href method version encoding", false, true, WORDS_REFUSED },
	{ "element", "!?name ?namespace use-attribute-sets", false, true, 0 }, { "fallback", "", false, true, 0 },
	{ "for-each", "!select", false, true, 0 }, { "if", "!test", false, true, 0 }, { "import", "!href", true, false, 0 },
	{ "include", "!href", true, false, 0 }, { "key", "!name !match !use", true, false, 0 },
	{ "message", "terminate", false, true, WORDS_REFUSED },
	{ "namespace-alias", "stylesheet-prefix result-prefix", true, false, WORDS_REFUSED },
	{ "number", "level count from value ?format ?lang ?letter-value ?grouping-separator ?grouping-size", false, true, 0 },
	{ "otherwise", "", false, true, 0 },
	{ "output", "method version encoding omit-xml-declaration standalone doctype-public doctype-system cdata-section-elements indent media-type",
	    true, false, WORDS_REFUSED },
	{ "param", "!name select", true, true, 0 }, { "preserve-space", "elements", true, false, WORDS_REFUSED },
	{ "processing-instruction", "?name", false, true, WORDS_REFUSED },
	{ "sort", "select ?lang ?data-type ?order ?case-order", false, true, 0 }, { "strip-space", "elements", true, false, WORDS_REFUSED },
	{ "stylesheet", "id extension-element-prefixes exclude-result-prefixes !version", false, false, 0 },
	{ "template", "match name priority mode", true, false, 0 }, { "text", "disable-output-escaping", false, true, 0 },
	{ "transform", "id extension-element-prefixes exclude-result-prefixes !version", false, false, 0 },
	{ "value-of", "!select disable-output-escaping", false, true, 0 }, { "variable", "!name select", true, true, 0 },
	{ "when", "!test", false, true, 0 }, { "with-param", "!name select", false, true, 0 },
};

const struct words_instruction *
words_instruction(size_t i)
{
	return i < sizeof instructions / sizeof instructions[0] ? &instructions[i] : NULL;
}

static const char *const html[] = {
	"a", "abbr", "address", "area", "article", "aside", "b", "bdi", "bdo", "blockquote", "body", "br", "button", "caption", "cite", "code",
	"col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer",
	"form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "img", "input", "ins", "kbd", "label", "legend",
	"li", "link", "main", "map", "mark", "menu", "meta", "meter", "nav", "ol", "optgroup", "option", "output", "p", "pre", "progress", "q",
	"rp", "rt", "ruby", "s", "samp", "search", "section", "select", "small", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td",
	"textarea", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul", "var", "wbr",
};

/* What draws, and nothing that moves, links elsewhere or holds HTML. */
static const char *const svg[] = {
	"circle", "clippath", "defs", "desc", "ellipse", "g", "line", "lineargradient", "marker", "mask", "path", "pattern", "polygon", "polyline",
	"radialgradient", "rect", "stop", "svg", "symbol", "text", "title", "tspan", "use",
};

const char *
words_element(size_t i, bool of_svg)
{
	if (of_svg)
		return i < sizeof svg / sizeof svg[0] ? svg[i] : NULL;
	return i < sizeof html / sizeof html[0] ? html[i] : NULL;
}

bool
words_same(const char *text, size_t length, const char *word)
{
	return strlen(word) == length && memcmp(text, word, length) == 0;
}

bool
words_is_xsl(const xmlNode *node, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL && strcmp((const char *)node->ns->href, WORDS_XSL) == 0 &&
	    (name == NULL || node_is(node, name));
}

bool
words_lists(const char *list, const char *name)
{
	size_t length = strlen(name), n;

	for (; *list != '\0'; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		if (n == length && n > 0 && strncasecmp(list, name, n) == 0)
			return true;
	}
	return false;
}

const char words_forbidden_elements[] =
    "animate animatecolor animatemotion animatetransform applet audio base basefont bgsound canvas command dialog discard embed feimage fencedframe "
    "foreignobject frame frameset iframe image isindex keygen layer listing marquee math mpath noembed noframes noscript nolayer object "
    "param picture plaintext portal script selectedcontent set slot source style template track video view xml xmp";

const char words_forbidden_attributes[] =
    "archive attributename by classid codebase code credentialless csp dynsrc formaction formenctype formmethod formtarget from http-equiv imagesrcset "
    "is lowsrc manifest nonce ping popovertarget shadowrootmode slot srcdoc srcset to values xmlns";

const char words_addresses[] =
    "action background cite data href longdesc poster profile src usemap xlink:href";
