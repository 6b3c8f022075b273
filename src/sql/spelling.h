/* spelling.h - SQL for a text as it is searched.  sql/: constants alone. */
#ifndef SAMSPIL_SQL_SPELLING_H
#define SAMSPIL_SQL_SPELLING_H

/* Small letters, and aa, ae, oe for å, æ, ø, as text_spell (base/text.h) makes them of what is sought: words are spelled either way. */
#define SPELLED(column) "REPLACE(REPLACE(REPLACE(LOWER(" column "), 'å', 'aa'), 'æ', 'ae'), 'ø', 'oe')"

#endif
