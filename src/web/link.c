#include "web/link.h"

#include <stdarg.h>
#include <talloc.h>

#include "xml/node.h"

static void __attribute__((format(printf, 3, 0)))
set_href(struct request *rq, xmlNode *item, const char *format, va_list list)
{
	node_set(item, "href", request_href(rq, "%s", talloc_vasprintf(rq, format, list)));
}

xmlNode *
link_add(struct request *rq, xmlNode *list, const char *name, const char *format, ...)
{
	xmlNode *item = node_add(list, "item");
	va_list values;

	node_set(item, "name", name);
	va_start(values, format);
	set_href(rq, item, format, values);
	va_end(values);
	return item;
}

xmlNode *
link_add_title(struct request *rq, xmlNode *list, const char *title, const char *format, ...)
{
	xmlNode *item = node_add_text(list, "item", title);
	va_list values;

	va_start(values, format);
	set_href(rq, item, format, values);
	va_end(values);
	return item;
}

void
link_rows(struct request *rq, xmlNode *list, const char *row, const char *id, const char *path)
{
	xmlNode *node;

	for (node = list == NULL ? NULL : node_child(list, row); node != NULL; node = node_next(node, row))
		node_set(node, "href", request_href(rq, "%s/%s", path, node_get(node, id)));
}
