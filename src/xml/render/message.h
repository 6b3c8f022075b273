/*
 * message.h - private to the renderer's two sides: what they say to each other.
 *
 *	look		key (or NULL), program, settings or NULL, layer or NULL, language, number of pairs, key and text of each replaced label
 *	params		number of pairs, name and value of each
 *
 *	'R' render	key, 1 if a look follows, look?, params, page		-> 'H', 'E' or 'U'
 *	'C' check	look							-> 'P'* 'D'
 *	'F' facts	look, sample's name or NULL, page			-> 'G' or 'E'
 *	'S' sample	look, sample's name, params				-> 'H' or 'E'
 *
 *	'H' html	last, microseconds, HTML [, outline after 'S']
 *	'E' failed	last, microseconds, line, reason
 *	'U' unknown	last: no look of that key is here, send it along
 *	'P' progress	the sample that is tried now
 *	'D' done	pages, slowest microseconds, slowest page, largest, number, findings
 *	'G' facts	left out, number, facts
 *
 * last is 1 when the renderer ends after this answer.
 */
#ifndef SAMSPIL_XML_RENDER_MESSAGE_H
#define SAMSPIL_XML_RENDER_MESSAGE_H

enum {
	MESSAGE_RENDER = 'R', MESSAGE_CHECK = 'C', MESSAGE_FACTS = 'F', MESSAGE_SAMPLE = 'S',
	MESSAGE_HTML = 'H', MESSAGE_FAILED = 'E', MESSAGE_UNKNOWN = 'U', MESSAGE_PROGRESS = 'P', MESSAGE_DONE = 'D', MESSAGE_FOUND = 'G',
	MESSAGE_PAIRS_MAX = 4000,	/* of labels or parameters in one message */
	MESSAGE_PAGE_MAX = 4 * 1024 * 1024,
};

#endif
