#include "domain/subject.h"

#define ME "(SELECT ? AS uid, ? AS department, ? AS wide, CAST(? AS DATE) AS today) me"

/* An open contact, or the caseworker, of any course of the citizen; or who stands in for the caseworker. */
#define IN_A_COURSE_OF(citizen) \
	" EXISTS (SELECT 1 FROM course c LEFT JOIN course_contact cc ON cc.course_id = c.id AND cc.uid = me.uid" \
	"   AND cc.from_on <= me.today AND (cc.to_on IS NULL OR cc.to_on > me.today)" \
	"  WHERE c.citizen_id = " citizen " AND (c.caseworker_uid = me.uid OR cc.id IS NOT NULL))"
#define DEPUTY_IN_A_COURSE_OF(citizen) \
	" EXISTS (SELECT 1 FROM course c WHERE c.citizen_id = " citizen " AND " SUBJECT_RECENT " AND " SUBJECT_DEPUTY_OF("c.caseworker_uid") ")"

/* Of those who see all of their department, a row of it; of those who try looks out, somebody made up. */
#define IN_MY(alias) " me.wide & 1 AND " alias ".department_id = me.department"
#define MADE_UP(citizen) " me.wide & 2 AND EXISTS (SELECT 1 FROM fictional_citizen v WHERE v.citizen_id = " citizen ")"

/* Who was its caseworker may look back for a while after the course was closed. */
#define OR_FORMER \
	"  WHEN " SUBJECT_RECENT " AND EXISTS (SELECT 1 FROM course_contact cc" \
	"   WHERE cc.course_id = c.id AND cc.uid = me.uid AND cc.role = 'caseworker' AND cc.to_on <= me.today) THEN '" SUBJECT_FORMER "'"
#define OR_MADE_UP "  WHEN" MADE_UP("c.citizen_id") " THEN '" SUBJECT_FICTIONAL "'"

const struct subject subject_citizen = { "citizen",
	"SELECT z.id, CASE WHEN" IN_A_COURSE_OF("z.id") " THEN 'team' WHEN" DEPUTY_IN_A_COURSE_OF("z.id") " THEN 'deputy'"
	"  WHEN" IN_MY("z") " THEN 'department' WHEN" MADE_UP("z.id") " THEN '" SUBJECT_FICTIONAL "' END"
	" FROM " ME " JOIN citizen z ON z.id = ?" };

const struct subject subject_screening = { "screening",
	"SELECT z.id, CASE WHEN me.wide & 1 AND s.issued_by = me.uid THEN 'own'"
	"  WHEN me.wide & 1 AND " SUBJECT_DEPUTY_OF("s.issued_by") " THEN 'deputy' WHEN" IN_A_COURSE_OF("z.id") " THEN 'team'"
	"  WHEN" DEPUTY_IN_A_COURSE_OF("z.id") " THEN 'deputy'"
	"  WHEN" IN_MY("z") " THEN 'department' WHEN" MADE_UP("z.id") " THEN '" SUBJECT_FICTIONAL "' END"
	" FROM " ME " JOIN screening s ON s.id = ? JOIN citizen z ON z.id = s.citizen_id" };

const struct subject subject_course = { "course",
	"SELECT c.citizen_id," SUBJECT_COURSE_GRADE OR_FORMER OR_MADE_UP " END"
	" FROM " ME " JOIN course c ON c.id = ?" };

const struct subject subject_course_measured = { "course",
	"SELECT c.citizen_id," SUBJECT_COURSE_GRADE
	"  WHEN EXISTS (SELECT 1 FROM intervention i WHERE i.course_id = c.id AND i.state IN ('accepted', 'running', 'completed', 'stopped')"
	"   AND " SUBJECT_PROVIDES("i") ") THEN 'provider'" OR_FORMER OR_MADE_UP " END"
	" FROM " ME " JOIN course c ON c.id = ?" };

const struct subject subject_intervention = { "intervention",
	"SELECT c.citizen_id,"
	" CASE WHEN " SUBJECT_PROVIDES("i") " THEN 'provider' ELSE" SUBJECT_COURSE_GRADE OR_FORMER OR_MADE_UP " END END"
	" FROM " ME " JOIN intervention i ON i.id = ? JOIN course c ON c.id = i.course_id" };

const struct subject subject_document = { "document",
	"SELECT c.citizen_id,"
	SUBJECT_COURSE_GRADE " WHEN " SUBJECT_PROVIDES("i") " AND d.state = 'final' AND NOT d.is_sensitive THEN 'provider'"
	OR_FORMER OR_MADE_UP " END"
	" FROM " ME " JOIN document d ON d.id = ? JOIN course c ON c.id = d.course_id LEFT JOIN intervention i ON i.id = d.intervention_id" };

/* Whose it is; of one put to staff also those right below. */
const struct subject subject_survey = { "survey",
	"SELECT NULL, CASE WHEN v.department_id = me.department THEN 'department'"
	"  WHEN v.kind = 'staff' AND EXISTS (SELECT 1 FROM department d WHERE d.id = me.department AND d.parent_id = v.department_id)"
	"  THEN 'team' END"
	" FROM " ME " JOIN survey v ON v.id = ?" };

/* Who is in the team, who has one of its citizens, and whose department it is of. */
const struct subject subject_assessment_day = { "assessment-day",
	"SELECT NULL, CASE WHEN d.created_by = me.uid THEN 'own'"
	"  WHEN EXISTS (SELECT 1 FROM assessment_member m WHERE m.day_id = d.id AND m.uid = me.uid) THEN 'team'"
	"  WHEN EXISTS (SELECT 1 FROM assessment_citizen a JOIN course c ON c.id = a.course_id WHERE a.day_id = d.id AND c.caseworker_uid = me.uid)"
	"  THEN 'team' WHEN" IN_MY("d") " THEN 'department' END"
	" FROM " ME " JOIN assessment_day d ON d.id = ?" };
