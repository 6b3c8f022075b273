/*
 * codebook.h - what an extract's columns and codes mean, in Danish and English.  tools/export/: may use all of the house.
 *
 *	<codebook>
 *	  <extract number from to today persons rows hidden [protected] key> <purpose/> <receiver/> <legal-basis/> </extract>
 *	  <missing code=".A"> <word lang="da"/> <word lang="en"/> </missing> ...
 *	  <file name="courses.csv" rows="12"> <word .../>
 *	    <column name="state" kind="code"> <word .../> <value code="active"> <word .../> </value> ...
 */
#ifndef SAMSPIL_TOOLS_EXPORT_CODEBOOK_H
#define SAMSPIL_TOOLS_EXPORT_CODEBOOK_H

#include "tools/export/extract.h"
#include "tools/export/folder.h"
#include "xml/labels.h"

struct codebook { void *owner; xmlDoc *doc; struct labels *danish, *english; };

/* Read the words; FAIL_BROKEN, logged.  codebook_end gives back what it took. */
enum fail codebook_begin(void *owner, const struct conf *conf, struct codebook *out);
void codebook_end(struct codebook *book);

/* What there is to say of a file that was written: its columns, and those codes that stand in it, which are put in order. */
void codebook_file(struct codebook *book, struct db *db, const struct extract_file *file, struct extract_codes *codes, long rows);

/* Write codebook.xml and codebook.csv. */
void codebook_write(struct codebook *book, struct folder *folder);

#endif
