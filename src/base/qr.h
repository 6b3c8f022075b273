/* qr.h - a text as a QR code (libqrencode).  base/: may use nothing of ours but its neighbours. */
#ifndef SAMSPIL_BASE_QR_H
#define SAMSPIL_BASE_QR_H

#include <stddef.h>

enum { QR_TEXT_MAX = 300, QR_QUIET = 4 };	/* bytes; modules that must stay light around the code */

/* Dark modules side by side in one line: from x, width of them. */
struct qr_run { int x, y, width; };

/* A square of size by size modules, its light border included; (0, 0) is the upper left corner. */
struct qr { int size; const struct qr_run *runs; size_t count; };

/*
 * The QR code of text, with error correction M (15 % may be dirty).  Owned by owner (talloc).  NULL for an empty text, one longer than
 * QR_TEXT_MAX, and when out of memory.
 */
struct qr *qr_of(const void *owner, const char *text);

#endif
