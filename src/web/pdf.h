/*
 * pdf.h - a page as PDF, by samspil-pdf in a process of its own.  web/: may use base/, xml/.
 *
 * It has no network and only the sheet static/paper.css, and a time: [pdf] limit-ms, in which the worker waits for it and does
 * nothing else: so one is made at a time on a machine, and who comes meanwhile is told at once.
 */
#ifndef SAMSPIL_WEB_PDF_H
#define SAMSPIL_WEB_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "web/request.h"

enum { PDF_MAX = 4 * 1024 * 1024, PDF_LIMIT_MS = 10000 };

/* As the configuration has them; program: samspil-pdf, weasyprint: "" for none. */
struct pdf_options { const char *program, *weasyprint, *css; long limit_ms; };

struct pdf_options pdf_options_of(const void *owner, const struct conf *conf, const char *share);

/* Is there a weasyprint?  Where there is none no page may lead to a PDF. */
bool pdf_can(const struct request *rq);

/*
 * For a GET: the page that is drawn goes out as PDF, in the shipped look, saved under that name (letters, digits, "." and "-" of ASCII; borrowed).  Where it
 * cannot be made, or not in time, the page itself comes instead, with 503 and notice "pdf-late".  A program that asks for XML gets that.
 */
void page_as_pdf(struct request *rq, const char *file_name);

/*
 * HTML to PDF, owned by owner; *out_length its bytes.  NULL, logged without the page's words, where it cannot be, or where
 * another one is just being made.
 */
const char *pdf_print(const void *owner, const struct pdf_options *options, const char *html, size_t length, size_t *out_length);

#endif
