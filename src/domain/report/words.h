/*
 * words.h - what a report says, in words: for files, which have no stylesheet.  domain/report/.
 *
 *	<report label version> <report-own label words/> <figures label> <figures-column label/> <figures-row label> <figure label [mark-label] [why-label]/>
 */
#ifndef SAMSPIL_DOMAIN_REPORT_WORDS_H
#define SAMSPIL_DOMAIN_REPORT_WORDS_H

#include <libxml/tree.h>

#include "xml/labels.h"

/*
 * Give each part of a report what it is called, as its page says it, as attribute "label": the report, what was asked, notes, tables, columns, rows, what is said in
 * short, queries.  A time is its first day, which programs for tables know.  A figure has a label where it is no number (a word, or hidden), and
 * the words of its mark and of why there is none; all numbers stand as they are.
 */
void report_words(xmlNode *report, const struct labels *labels);

#endif
