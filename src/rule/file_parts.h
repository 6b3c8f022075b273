/*
 * file_parts.h - is a file of one kind whole?  For file_kind.c.  A pure rule.  rule/: may use base/.
 * Each is given what begins as that kind does, and returns NULL or file-cut, file-lies (file_kind.h).
 */
#ifndef SAMSPIL_RULE_FILE_PARTS_H
#define SAMSPIL_RULE_FILE_PARTS_H

#include <stddef.h>

const char *file_judge_pdf(const unsigned char *bytes, size_t length);
const char *file_judge_rtf(const unsigned char *bytes, size_t length);
const char *file_judge_jpeg(const unsigned char *bytes, size_t length);
const char *file_judge_png(const unsigned char *bytes, size_t length);
const char *file_judge_heic(const unsigned char *bytes, size_t length);
const char *file_judge_msg(const unsigned char *bytes, size_t length);
const char *file_judge_eml(const unsigned char *bytes, size_t length);
const char *file_judge_txt(const unsigned char *bytes, size_t length);

#endif
