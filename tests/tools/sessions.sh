# sessions.sh - people who left, were disabled or lost their roles are signed out; an error changes nobody's rights.
# shellcheck shell=bash disable=SC2154

sh "$top/conf/samspil-secrets.in" --grants "$top/sql/grants" "$dir/conf" >/dev/null
out=$(migrate)
is "the project's own schema and grants" "$?" 0
sql samspil -e "INSERT IGNORE INTO department (id, name) VALUES ('jobcenter', 'J'), ('sundhedscenter', 'S'), ('voksenhandicap', 'V'),
	('virksomhedsservice', 'X'), ('boern-familie', 'B'), ('aalborg', 'A'), ('it', 'I'), ('extern', 'E')"

# sign_in UID ROLES DEPARTMENT: as if it had been done.
sign_in() {
	sql samspil -e "INSERT INTO staff (uid, name, department_id, active) VALUES ('$1', 'old name', $3, TRUE)
		ON DUPLICATE KEY UPDATE active = TRUE, name = 'old name', department_id = $3;
		INSERT INTO session (token_hash, uid, roles, ends_at) VALUES (SHA2(CONCAT('$1', RAND()), 256), '$1', '$2', NOW() + INTERVAL 8 HOUR)"
}
signed_in() { sql samspil -e "SELECT GROUP_CONCAT(DISTINCT uid ORDER BY uid) FROM session WHERE ended_at IS NULL"; }
person() { sql samspil -e "SELECT s.name, s.department_id, s.active, (SELECT GROUP_CONCAT(role ORDER BY role) FROM staff_role WHERE uid = s.uid),
	(SELECT GROUP_CONCAT(DISTINCT roles) FROM session WHERE uid = s.uid AND ended_at IS NULL) FROM staff s WHERE uid = '$1'"; }
# change LDIF: in the directory, by its administrator.
change() { ldapmodify -Q -Y EXTERNAL -H "$(ldapi)" >"$dir/log/change.log" 2>&1 || cat "$dir/log/change.log"; }

sign_in mads.sb caseworker "'jobcenter'"
sign_in fys.pia nurse NULL
sign_in fys.pia nurse NULL
sign_in tl.karla team-leader "'jobcenter'"
sign_in nobody.here caseworker "'jobcenter'"
sign_in spl.nils nurse "'sundhedscenter'"
sign_in psy.eva psychologist "'sundhedscenter'"
change <<'LDIF'
dn: uid=spl.nils,ou=people,dc=kommune,dc=dk
changetype: modify
add: employeeType
employeeType: disabled

dn: cn=samspil-psychologist,ou=groups,dc=kommune,dc=dk
changetype: delete
LDIF
out=$(sessions)
is "a pass" "$?" 0
is "who left, is disabled or has no role is signed out" "$(signed_in)" "fys.pia,mads.sb,tl.karla"
is "and no longer active" "$(sql samspil -e "SELECT GROUP_CONCAT(uid ORDER BY uid) FROM staff WHERE NOT active")" "nobody.here,psy.eva,spl.nils"
is "roles, department and name are as in the directory, in every session" "$(person fys.pia)" \
	$'Pia Bevæg\tsundhedscenter\t1\tphysiotherapist,provider\tprovider,physiotherapist'
is "where mails go comes from the directory" "$(sql samspil -e "SELECT email FROM staff WHERE uid = 'fys.pia'")" fys.pia@kommune.example
has "a line tells what was done" "$out" '"signed-in":6,"ended":3,"changed":3'
hasnt "without names" "$out" nils
out=$(sessions)
has "a second pass changes nothing" "$out" '"signed-in":3,"ended":0,"changed":0'

before=$(sql samspil -e "SELECT * FROM session ORDER BY token_hash; SELECT * FROM staff ORDER BY uid; SELECT * FROM staff_role ORDER BY uid, role")
unchanged() {
	is "$1" "$(sql samspil -e "SELECT * FROM session ORDER BY token_hash; SELECT * FROM staff ORDER BY uid; SELECT * FROM staff_role ORDER BY uid, role")" "$before"
}
part_stop slapd
sessions >/dev/null
is "without a directory a pass fails" "$?" 1
unchanged "and changes nobody's rights"
start_slapd
change <<'LDIF'
dn: uid=fys.pia,ou=people,dc=kommune,dc=dk
changetype: modify
replace: mail
mail: Pia <fys.pia@kommune.example>
LDIF
sessions >/dev/null
is "an address that is not one alone is none" "$(sql samspil -e "SELECT email IS NULL FROM staff WHERE uid = 'fys.pia'")" 1
change <<'LDIF'
dn: uid=fys.pia,ou=people,dc=kommune,dc=dk
changetype: modify
replace: mail
mail: fys.pia@kommune.example
LDIF
sessions >/dev/null
with() {
	local name=$1
	shift
	sed -i.orig "$@" "$conf"
	sessions >/dev/null
	is "$name: the pass fails" "$?" 1
	unchanged "$name: and changes nobody's rights"
	mv "$conf.orig" "$conf"
}
with "a base that is not there" 's/^people-base = .*/people-base = ou=nobody,dc=kommune,dc=dk/'
with "a service account that may not search" 's/^service-dn = .*/service-dn = cn=nobody,dc=kommune,dc=dk/'
with "another authority" "s|^ca-file = $dir.*|ca-file = /etc/hostname|"
with "a database that is away" 's|^hosts = .*|hosts = /nowhere.sock|'

# What is kept for a while only.
sql samspil -e "INSERT INTO questionnaire (id, code, version, language, title, audience, licence, legal_basis, state, xml, checksum)
	VALUES (1, 'ask', 1, 'da', 'Ask', 'survey', 'own', 'law', 'published', '<q/>', REPEAT('0', 64));
	INSERT INTO survey (id, questionnaire_id, department_id, title, kind, opens_on, closes_on, created_by, changed_by)
	VALUES (1, 1, 'jobcenter', 'over', 'staff', '2020-01-01', CURRENT_DATE - INTERVAL 3 DAY, 'tl.karla', 'tl.karla'),
		(2, 1, 'jobcenter', 'open', 'staff', '2020-01-01', CURRENT_DATE + INTERVAL 3 DAY, 'tl.karla', 'tl.karla');
	INSERT INTO survey_response (id, survey_id, sent) VALUES (11, 1, 1), (12, 1, 0), (22, 2, 0);
	INSERT INTO survey_answer (response_id, question, choice) VALUES (11, 'a', 'x'), (12, 'a', 'x'), (22, 'a', 'x');
	INSERT INTO survey_participant (survey_id, uid, response_id) VALUES (1, 'fys.pia', 12), (2, 'fys.pia', 22)"
sessions >/dev/null
is "what was begun of a survey that is over is forgotten" "$(sql samspil -e "SELECT GROUP_CONCAT(id ORDER BY id) FROM survey_response")
$(sql samspil -e "SELECT GROUP_CONCAT(response_id ORDER BY response_id) FROM survey_answer")
$(sql samspil -e "SELECT GROUP_CONCAT(COALESCE(response_id, 'nobody') ORDER BY survey_id) FROM survey_participant")" "11,22
11,22
nobody,22"
sql samspil -e "UPDATE questionnaire SET xml = '<other/>', version = 7, state = 'retired' WHERE id = 1"
is "a text that was published stays, whoever updates it" "$(sql samspil -e "SELECT CONCAT(xml, ' ', version, ' ', state) FROM questionnaire")" \
	"<q/> 1 retired"

# Many at once look like a mistake in the directory.
for n in 1 2 3 4 5 6; do sign_in "left.$n" caseworker "'jobcenter'"; done
before=$(sql samspil -e "SELECT * FROM session ORDER BY token_hash; SELECT * FROM staff ORDER BY uid; SELECT * FROM staff_role ORDER BY uid, role")
out=$(sessions)
is "six of nine at once are held back" "$?" 1
has "and told" "$out" "6 of 9 people would be signed out at once: nobody is"
unchanged "nobody is signed out"
sql samspil -e "UPDATE session SET ended_at = NOW() WHERE uid = 'left.6'"
sessions >/dev/null
is "five are not" "$? $(signed_in)" "0 fys.pia,mads.sb,tl.karla"
for n in 1 2 3 4 5 6; do sign_in "left.$n" caseworker "'jobcenter'"; done
sessions --anyway >/dev/null
is "six are not, if one says so" "$? $(signed_in)" "0 fys.pia,mads.sb,tl.karla"

"$build/samspil-sessions" --config "$conf" --every 1 2>"$dir/log/sessions.log" &
loop=$!
sleep 0.7
sign_in nobody.here caseworker "'jobcenter'"
for ((i = 0; i < 30; i++)); do [ "$(signed_in)" != "fys.pia,mads.sb,tl.karla" ] && sleep 0.1; done
is "with --every the next pass finds it" "$(signed_in)" "fys.pia,mads.sb,tl.karla"
kill -TERM $loop
wait $loop
is "and SIGTERM ends it cleanly" "$?" 0
sessions --every 0 >/dev/null
is "a wrong command line" "$?" 2
change <<'LDIF'
dn: uid=spl.nils,ou=people,dc=kommune,dc=dk
changetype: modify
delete: employeeType

dn: cn=samspil-psychologist,ou=groups,dc=kommune,dc=dk
changetype: add
objectClass: groupOfNames
cn: samspil-psychologist
member: uid=psy.eva,ou=people,dc=kommune,dc=dk
LDIF
