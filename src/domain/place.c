#include "domain/place.h"

#include <stdlib.h>

#include "domain/catalogue.h"
#include "domain/message.h"
#include "sql/exec.h"
#include "sql/rows.h"

void
place_turn(struct request *rq, long long entry)
{
	exec(rq->db, "INSERT INTO catalogue_turn (entry_id) VALUES (?) ON DUPLICATE KEY UPDATE n = n + 1", ARGS(INT(entry)));
}

long long
place_free(struct request *rq, long long entry)
{
	const char *is[2];

	if (!rows_one(rq->db, rq, is, 2, "SELECT v.capacity, " CATALOGUE_TAKEN("v.entry_id") " FROM catalogue_version v"
	    " WHERE v.entry_id = ? AND v.state = 'published'", ARGS(INT(entry))))
		return 0;
	return is[0] == NULL ? PLACE_NO_LIMIT : atoll(is[0]) - atoll(is[1]);
}

long long
place_in_line(struct request *rq, long long entry, long long intervention)
{
	return 1 + rows_int(rq->db, 0, "SELECT IF(i.waits_since IS NULL, " PLACE_WAITING("me.entry") ", " PLACE_AHEAD("me.entry", "i") ")"
	    " FROM (SELECT ? AS entry) me JOIN intervention i ON i.id = ?", ARGS(INT(entry), INT(intervention)));
}

void
place_tell(struct request *rq, long long entry, long long n)
{
	const char *is[3];

	if (n < 1 || n >= PLACE_NO_LIMIT || !rows_one(rq->db, rq, is, 3, "SELECT c.id, c.caseworker_uid, i.id FROM intervention i"
	    " JOIN catalogue_version v ON v.id = i.catalogue_version_id AND v.entry_id = ? JOIN course c ON c.id = i.course_id"
	    " WHERE i.waits_since IS NOT NULL ORDER BY i.waits_since, i.id LIMIT 1 OFFSET ?", ARGS(INT(entry), INT(n - 1))))
		return;
	message_post(rq->db, atoll(is[0]), atoll(is[2]), NULL, is[1], "place-free", NULL, request_format(rq, "/plan/%s/interventions", is[0]));
}

void
place_tell_gone(struct request *rq, long long entry)
{
	const char *const *id = rows_texts(rq->db, rq, "SELECT pw.id" PLACE_WAITING_ALL("?") " ORDER BY pw.waits_since, pw.id", ARGS(INT(entry)));
	const char *is[2];

	for (; *id != NULL; id++)
		if (rows_one(rq->db, rq, is, 2, "SELECT c.id, c.caseworker_uid FROM intervention i JOIN course c ON c.id = i.course_id WHERE i.id = ?", ARGS(TEXT(*id))))
			message_post(rq->db, atoll(is[0]), atoll(*id), NULL, is[1], "offer-gone", NULL, request_format(rq, "/plan/%s/interventions", is[0]));
}
