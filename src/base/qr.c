#include "base/qr.h"

#include <qrencode.h>
#include <stdbool.h>
#include <string.h>
#include <talloc.h>

/* libqrencode: the lowest bit of a module's byte says whether it is dark. */
static bool
dark(const QRcode *code, int x, int y)
{
	return (code->data[y * code->width + x] & 1) != 0;
}

/* In one line at most every other module begins a run. */
static size_t
runs_of(const QRcode *code, struct qr_run *runs)
{
	size_t n = 0;
	int x, y, end;

	for (y = 0; y < code->width; y++)
		for (x = 0; x < code->width; x = end + 1) {
			for (end = x; end < code->width && dark(code, end, y); end++)
				;
			if (end > x)
				runs[n++] = (struct qr_run){ x + QR_QUIET, y + QR_QUIET, end - x };
		}
	return n;
}

struct qr *
qr_of(const void *owner, const char *text)
{
	struct qr *qr;
	struct qr_run *runs;
	QRcode *code;

	if (*text == '\0' || strlen(text) > QR_TEXT_MAX)
		return NULL;
	code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (code == NULL)
		return NULL;
	qr = talloc_zero(owner, struct qr);
	runs = qr == NULL ? NULL : talloc_array(qr, struct qr_run, (unsigned)(code->width * (code->width / 2 + 1)));
	if (runs != NULL) {
		qr->size = code->width + 2 * QR_QUIET;
		qr->count = runs_of(code, runs);
		qr->runs = runs;
	} else {
		TALLOC_FREE(qr);
	}
	QRcode_free(code);
	return qr;
}
