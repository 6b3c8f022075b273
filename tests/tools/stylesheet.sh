# stylesheet.sh - layers as files: listed, pulled, pushed, checked, activated, taken back, rehearsed.
# shellcheck shell=bash disable=SC2154

sh "$top/conf/samspil-secrets.in" --grants "$top/sql/grants" "$dir/conf" >/dev/null
sql -e "DROP DATABASE IF EXISTS samspil"
is "the schema" "$(migrate >/dev/null; echo $?)" 0
sql samspil -e "INSERT INTO department (id, name) VALUES ('jobcenter', 'J'), ('sundhedscenter', 'S'), ('it', 'I');
	INSERT INTO staff (uid, name, department_id, active) VALUES ('xsl.jens', 'Jens', 'sundhedscenter', 1), ('xsl.ida', 'Ida', 'sundhedscenter', 1),
	('xsl.job', 'Job', 'jobcenter', 1), ('it.bo', 'Bo', 'it', 1), ('mads.sb', 'Mads', 'sundhedscenter', 1), ('xsl.gone', 'Gone', 'sundhedscenter', 0);
	INSERT INTO staff_role (uid, role) VALUES ('xsl.jens', 'editor'), ('xsl.ida', 'editor'), ('xsl.job', 'editor'), ('it.bo', 'operator'),
	('mads.sb', 'caseworker'), ('xsl.gone', 'editor')"

# ss ARGUMENT...: samspil-stylesheet; its exit code, and what it says on both outputs.
ss() {
	out=$("$build/samspil-stylesheet" --config "$conf" "$@" 2>&1)
	code=$?
}
# ends NAME CODE PART ARGUMENT...: it ends with CODE and says PART.
ends() {
	local name=$1 wanted=$2 part=$3
	shift 3
	ss "$@"
	case $out in
	*"$part"*) is "$name" "$code" "$wanted" ;;
	*) is "$name" "$code $out" "$wanted ... $part ..." ;;
	esac
}
work=$dir/layers
mkdir -p "$work"
# layer PROGRAM [TEXT]: a layer that does nothing but TEXT.
layer() {
	printf '%s\n' '<?xml version="1.0" encoding="UTF-8"?>' \
		'<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"' \
		'    xmlns:p="urn:samspil:page:1" xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">' \
		"  <xsl:import href=\"samspil:pages/$1.xsl\"/>" ${2:+"  $2"} '</xsl:stylesheet>'
}
layer plan >"$work/plan.xsl"
layer triage >"$work/triage.xsl"
versions() { sql samspil -e "SELECT department_id, program, number, state, created_by, changed_by, COALESCE(asked_by, '-') FROM stylesheet_version ORDER BY id"; }

# The command line.
ends "no command" 2 "usage: samspil-stylesheet"
ends "an unknown command" 2 "usage: samspil-stylesheet" polish
ends "an unknown option" 2 "usage: samspil-stylesheet" list --loud
ends "an option of another command" 2 "usage: samspil-stylesheet" list --by it.bo
ends "a word too many" 2 "usage: samspil-stylesheet" list jobcenter
for command in list pull push check activate rollback rehearse; do
	ends "help for $command" 0 "usage: samspil-stylesheet [--config FILE] $command" "$command" --help
done
has "it tells of settings" "$(ss pull --help; echo "$out")" "What departments set with forms"
for missing in "push --department jobcenter --reason r $work/plan.xsl" "push --by it.bo --reason r $work/plan.xsl" \
	"push --by it.bo --department jobcenter $work/plan.xsl" "push --by it.bo --department jobcenter --reason r" "check" "pull" \
	"activate jobcenter plan" "activate --by it.bo jobcenter" "activate --by it.bo jobcenter plan 1 2" "rollback --by it.bo jobcenter plan" \
	"rollback --reason r jobcenter plan" "rehearse"; do
	# shellcheck disable=SC2086
	ends "what is missing is told: $missing" 2 "usage: samspil-stylesheet [--config FILE] ${missing%% *}" $missing
done
ends "no draft's author" 2 "--drafts wants --by" pull --drafts "$dir/pulled"
out=$("$build/samspil-stylesheet" --config /nowhere.conf list 2>&1)
is "no configuration" "$? $out" "2 samspil-stylesheet: conf: /nowhere.conf: No such file or directory"

# Nothing there yet.
ends "an empty list" 0 "there are no versions" list
ends "nothing to pull" 0 "no version is in use" pull "$dir/pulled"

# Pushing.
push() { local by=$1 department=$2; shift 2; ss push --by "$by" --department "$department" --reason "an extra column" "$@"; }
push xsl.jens sundhedscenter "$work/plan.xsl"
is "push makes a draft that waits" "$code $out" "0 $work/plan.xsl: sundhedscenter plan version 1: new, its activation is asked for"
is "and it stands so" "$(versions)" $'sundhedscenter\tplan\t1\tdraft\txsl.jens\txsl.jens\txsl.jens'
push xsl.jens sundhedscenter "$work/plan.xsl"
is "twice the same makes nothing new" "$code $out" "0 $work/plan.xsl: sundhedscenter plan version 1: unchanged, its activation was asked for already"
is "and leaves it as it is" "$(versions)" $'sundhedscenter\tplan\t1\tdraft\txsl.jens\txsl.jens\txsl.jens'
layer plan '<!-- more -->' >"$work/plan.xsl"
push xsl.jens Sundhedscenter "$work/plan.xsl" "$work/triage.xsl"
is "push changes the draft, and takes several files" "$code $out" "0 $work/plan.xsl: sundhedscenter plan version 1: changed, its activation is asked for
$work/triage.xsl: sundhedscenter triage version 1: new, its activation is asked for"
printf '\xef\xbb\xbf' >"$work/bad.xsl"
cp "$work/plan.xsl" "$work/mine.xml"
push xsl.jens sundhedscenter "$work/mine.xml"
is "a name that is none" "$code $out" "2 samspil-stylesheet: $work/mine.xml: its name is not PROGRAM.xsl, so --program must say which it is for"
push xsl.jens sundhedscenter --program plan "$work/mine.xml"
is "a program that is named" "$code $out" "0 $work/mine.xml: sundhedscenter plan version 1: unchanged, its activation was asked for already"
cp "$work/plan.xsl" "$work/timetable.xsl"
push xsl.jens sundhedscenter "$work/timetable.xsl"
has "a program that there is not" "$code $out" "2 samspil-stylesheet: there is no program timetable; there are portal answer screening triage plan report admin"
push xsl.jens sundhedscenter "$work/nowhere/plan.xsl"
is "a file that is not there" "$code $out" "2 samspil-stylesheet: $work/nowhere/plan.xsl: No such file or directory"
mkdir "$work/answer.xsl"
push xsl.jens sundhedscenter "$work/answer.xsl"
is "a folder" "$code $out" "2 samspil-stylesheet: $work/answer.xsl: Is a directory"
rmdir "$work/answer.xsl"
: >"$work/answer.xsl"
push xsl.jens sundhedscenter "$work/answer.xsl"
is "an empty file" "$code $out" "1 samspil-stylesheet: $work/answer.xsl: it is empty"
head -c 131073 /dev/zero | tr '\0' ' ' >"$work/answer.xsl"
push xsl.jens sundhedscenter "$work/answer.xsl"
is "a file that is too large" "$code $out" "1 samspil-stylesheet: $work/answer.xsl: it is larger than 131072 bytes"
printf '<a>\xff</a>' >"$work/answer.xsl"
push xsl.jens sundhedscenter "$work/answer.xsl"
is "no UTF-8" "$code $out" "1 samspil-stylesheet: $work/answer.xsl: it is not UTF-8, or holds signs that XML does not allow"
rm "$work/answer.xsl"
if [ "$(id -u)" != 0 ]; then
	cp "$work/triage.xsl" "$work/screening.xsl"
	chmod 000 "$work/screening.xsl"
	push xsl.jens sundhedscenter "$work/screening.xsl"
	is "a file that may not be read" "$code $out" "2 samspil-stylesheet: $work/screening.xsl: Permission denied"
fi
push xsl.jens sundhedscenter "$work/nowhere.xsl" "$work/triage.xsl"
has "the others go on after one that is refused" "$code $out" "triage version 1: unchanged"
push xsl.jens nowhere "$work/plan.xsl"
is "a department that there is not" "$code $out" "2 samspil-stylesheet: there is no department nowhere"
for who in xsl.job mads.sb; do
	push "$who" sundhedscenter "$work/plan.xsl"
	is "$who may not push there" "$code $out" "1 samspil-stylesheet: $who may not do that in sundhedscenter: its editors may, and operators"
done
for who in xsl.gone nobody; do
	push "$who" sundhedscenter "$work/plan.xsl"
	is "$who is not known" "$code $out" "1 samspil-stylesheet: nobody called $who works here (people are known once they have signed in)"
done
ends "a reason that says nothing" 2 "--reason must say something" push --by xsl.jens --department sundhedscenter --reason "  " "$work/plan.xsl"
ends "a reason that is too long" 2 "at most 400 characters" push --by xsl.jens --department sundhedscenter --reason "$(printf 'x%.0s' {1..401})" "$work/plan.xsl"
push it.bo jobcenter "$work/plan.xsl"
is "an operator pushes anywhere" "$code $out" "0 $work/plan.xsl: jobcenter plan version 1: new, its activation is asked for"

# What the list says.
ss list
is "the list" "$code $(cut -f 1-5,7- <<<"$out")" "0 jobcenter	plan	1	asked	it.bo	an extra column	0	0	-
sundhedscenter	plan	1	asked	xsl.jens	an extra column	0	0	-
sundhedscenter	triage	1	asked	xsl.jens	an extra column	0	0	-"
is "when is a moment" "$(cut -f 6 <<<"$out" | grep -cE '^20[0-9-]{8}T[0-9:]{8}Z$')" 3
ss list --department sundhedscenter --program triage
is "of one view" "$(cut -f 1-4 <<<"$out")" "sundhedscenter	triage	1	asked"
ends "a department that there is not" 2 "there is no department nowhere" list --department nowhere
ends "a program that there is not" 2 "there is no program timetable" list --program timetable

# Activation.
ends "a department that there is not" 2 "there is no department nowhere" activate --by it.bo nowhere plan
ends "a program that there is not" 2 "there is no program timetable" activate --by it.bo sundhedscenter timetable
ends "a number that there is not" 1 "sundhedscenter plan has no version 7" activate --by it.bo sundhedscenter plan 7
for number in 0 -1 x 1x ''; do
	ss activate --by it.bo sundhedscenter plan "$number"
	is "a number that is none: $number" "$code" 2
done
ends "no draft that waits" 1 "sundhedscenter screening has no draft whose activation was asked for" activate --by it.bo sundhedscenter screening
ends "who wrote it may not activate it" 1 "it takes two" activate --by xsl.jens sundhedscenter plan
ends "nor an editor of another department" 1 "xsl.job may not do that in sundhedscenter" activate --by xsl.job sundhedscenter plan
ends "nor a caseworker" 1 "mads.sb may not do that in sundhedscenter" activate --by mads.sb sundhedscenter plan
ss activate --by xsl.ida sundhedscenter plan
is "a colleague may" "$code $out" "0 sundhedscenter plan version 1: in use from now on"
ends "what is in use is no draft" 1 "it is no draft" activate --by xsl.ida sundhedscenter plan 1
push xsl.jens sundhedscenter "$work/plan.xsl"
is "what is in use is not pushed again" "$code $out" "0 $work/plan.xsl: sundhedscenter plan version 1: unchanged, it is in use"
layer plan '<!-- of Jens -->' >"$work/plan.xsl"
push xsl.jens sundhedscenter "$work/plan.xsl"
layer plan '<!-- of Ida -->' >"$work/plan.xsl"
push xsl.ida sundhedscenter "$work/plan.xsl"
ends "of several that wait one must be named" 1 "name one of 2, 3" activate --by it.bo sundhedscenter plan
sql samspil -e "UPDATE stylesheet_version SET asked_by = NULL WHERE number = 3"
ends "one that nobody asked for" 1 "nobody has asked for its activation" activate --by it.bo sundhedscenter plan 3
push xsl.ida sundhedscenter "$work/plan.xsl"
is "pushing it asks again" "$code $out" "0 $work/plan.xsl: sundhedscenter plan version 3: unchanged, its activation is asked for"
ends "one that is named" 0 "version 3: in use from now on" activate --by it.bo sundhedscenter plan 3
is "the one before is retired" "$(ss list --department sundhedscenter --program plan; cut -f 3,4,5 <<<"$out")" "1	retired	it.bo
2	asked	xsl.jens
3	active	it.bo"
layer plan '<b' >"$work/plan.xsl"
push xsl.jens sundhedscenter "$work/plan.xsl"
ss activate --by it.bo sundhedscenter plan
has "what the gate refuses" "$code $out" "1 sundhedscenter/plan.xsl:"
has "is told in a sentence" "$out" "samspil-stylesheet: sundhedscenter plan version 2 is refused"
sql samspil -e "INSERT INTO stylesheet_use (version_id, day, renderings, failures, microseconds) SELECT id, '2026-04-15', 10, 2, 34567 FROM stylesheet_version
	WHERE number = 3; INSERT INTO stylesheet_use (version_id, day, renderings, failures, microseconds) SELECT id, '2026-04-16', 20, 1, 40000
	FROM stylesheet_version WHERE number = 3"
is "the list counts" "$(ss list --program plan --department sundhedscenter; tail -n 1 <<<"$out" | cut -f 8-)" "30	3	2.5"

# Pulling.
rm -rf "$dir/pulled"
ss pull "$dir/pulled"
is "pull writes what is in use" "$code $out" "0 $dir/pulled/sundhedscenter/plan.xsl: version 3, active"
is "as it was pushed" "$(cat "$dir/pulled/sundhedscenter/plan.xsl")" "$(layer plan '<!-- of Ida -->')"
is "and nothing else" "$(cd "$dir/pulled" && find . -type f)" "./sundhedscenter/plan.xsl"
before=$(stat -c %Y.%i "$dir/pulled/sundhedscenter/plan.xsl")
ss pull "$dir/pulled"
is "twice the same changes nothing" "$code $out $(stat -c %Y.%i "$dir/pulled/sundhedscenter/plan.xsl")" \
	"0 $dir/pulled/sundhedscenter/plan.xsl: version 3, unchanged $before"
push xsl.jens sundhedscenter "$dir/pulled/sundhedscenter/plan.xsl"
is "what was pulled is pushed as it is" "$(sql samspil -e "SELECT COUNT(DISTINCT sheet) FROM stylesheet_version WHERE program = 'plan' AND number > 1 AND department_id = 'sundhedscenter'")" 1
ss pull --drafts --by it.bo "$dir/pulled"
has "with drafts: one's own" "$code $out" "$dir/pulled/jobcenter/plan.xsl: version 1, draft"
hasnt "not those of others" "$out" "triage"
ends "drafts of nobody" 1 "nobody called nobody works here" pull --drafts --by nobody "$dir/pulled"
ends "one department" 0 "no version is in use any more; the file stays" pull --department jobcenter "$dir/pulled"
ends "a department that there is not" 2 "there is no department nowhere" pull --department nowhere "$dir/pulled"
: >"$dir/file"
ends "where no folder can be" 2 "$dir/file/x: Not a directory" pull "$dir/file/x"
mkdir -p "$dir/full/sundhedscenter/plan.xsl"
ends "where no file can be" 2 "$dir/full/sundhedscenter/plan.xsl: Is a directory" pull "$dir/full"
is "nothing is left beside it" "$(find "$dir/full" -name '*.new')" ""

# Back.
ends "who may not" 1 "mads.sb may not do that" rollback --by mads.sb --reason r sundhedscenter plan
ends "a step back" 0 "sundhedscenter plan: version 1 is in use again" rollback --by xsl.jens --reason "it was slow" sundhedscenter plan
is "and why" "$(sql samspil -e "SELECT retired_by, retired_why FROM stylesheet_version WHERE number = 3")" "xsl.jens	it was slow"
ends "another" 0 "sundhedscenter plan: the shipped look is in use again" rollback --by xsl.jens --reason "slow" sundhedscenter plan
ends "and no further" 1 "there is no version to go back to" rollback --by xsl.jens --reason "slow" sundhedscenter plan
ends "where there never was one" 1 "there is no version to go back to" rollback --by it.bo --reason "slow" jobcenter screening
ends "a reason that says nothing" 2 "--reason must say something" rollback --by it.bo --reason "" jobcenter plan
ends "a department that there is not" 2 "there is no department nowhere" rollback --by it.bo --reason r nowhere plan
ends "a program that there is not" 2 "there is no program timetable" rollback --by it.bo --reason r jobcenter timetable
layer triage >"$work/triage.xsl"
ends "one that waits is put to use" 0 "in use from now on" activate --by it.bo sundhedscenter triage
sql samspil -e "UPDATE stylesheet_view SET active_id = NULL WHERE program = 'triage';
	UPDATE stylesheet_version SET state = 'retired', retired_at = NOW(), retired_why = 'runtime error' WHERE program = 'triage'"
has "one that failed is told so" "$(ss list --program triage; echo "$out")" "sundhedscenter	triage	1	failed	-	"
ends "and does not come back" 1 "there is no version to go back to" rollback --by it.bo --reason r sundhedscenter triage

# The account holds what it needs, and nothing about people.
as_stylesheet() { mariadb --no-defaults -S "$dir/run/mariadb.sock" -u samspil_stylesheet -p"$(cat "$dir/conf/db-stylesheet.secret")" samspil -N -B -e "$1" 2>&1; }
for table in citizen course session access_log; do
	has "closed to it: $table" "$(as_stylesheet "SELECT * FROM $table")" "denied"
done
has "nor does it change who is who" "$(as_stylesheet "UPDATE staff SET active = 1")" "denied"

# Checking needs no database.
sed 's|^hosts = .*|hosts = /nowhere.sock|' "$conf" >"$dir/conf/away.conf"
checks() { out=$("$build/samspil-stylesheet" --config "$dir/conf/away.conf" check "$@" 2>&1); code=$?; }
layer plan >"$work/plan.xsl"
checks "$work/plan.xsl"
is "what does nothing may be activated" "$code $out" "0 "
checks --program triage "$work/plan.xsl"
is "but not for another program" "$code" 1
layer plan '<script>alert(1)</script>' >"$work/bad.xsl"
checks --program plan "$work/bad.xsl"
is "what is refused" "$code" 1
is "with file, line, column and reason" "$(grep -qE "^$work/bad.xsl:5:[0-9]+: .+" <<<"$out" && echo yes)" yes
is "on each line" "$(grep -cvE "^$work/bad.xsl:[1-9][0-9]*:[1-9][0-9]*: .+" <<<"$out")" 0
hasnt "in words" "$out" "gate."
checks "$work/plan.xsl" "$work/nowhere/plan.xsl"
is "what cannot be read could not be checked" "$code $out" "2 samspil-stylesheet: $work/nowhere/plan.xsl: No such file or directory"
is "nor what has an unknown program" "$(checks --program timetable "$work/plan.xsl"; echo $code)" 2
checks --program plan "$work/bad.xsl" "$work/plan.xsl"
is "one of several is refused" "$code" 1
: >"$work/triage.xsl"
checks "$work/triage.xsl"
is "an empty file" "$code $out" "1 $work/triage.xsl:1:1: the file is empty"
head -c 131073 /dev/zero | tr '\0' ' ' >"$work/triage.xsl"
checks "$work/triage.xsl"
is "a file that is too large" "$code $out" "1 $work/triage.xsl:1:1: the file is larger than a layer may be, 131072 bytes"
printf '<a\0\xff' >"$work/triage.xsl"
checks "$work/triage.xsl"
is "bytes that are no text" "$code" 1
sed "s|^renderer = .*|renderer = /nowhere/samspil-render|" "$dir/conf/away.conf" >"$dir/conf/none.conf"
out=$("$build/samspil-stylesheet" --config "$dir/conf/none.conf" check "$work/plan.xsl" 2>&1)
is "no renderer" "$?" 2
has "is told" "$out" "$work/plan.xsl could not be checked: "
sed "s|^share = .*|share = $work|" "$conf" >"$dir/conf/none.conf"
out=$("$build/samspil-stylesheet" --config "$dir/conf/none.conf" check "$work/plan.xsl" 2>&1)
is "no stylesheets" "$? $out" "2 samspil-stylesheet: $work: this is no share directory of Samspil, there is no xslt/pages in it"

# The rehearsal of an upgrade.
cp -r "$top/xslt" "$dir/old.xslt"
mkdir -p "$dir/old" "$dir/new" "$dir/worn/sundhedscenter"
mv "$dir/old.xslt" "$dir/old/xslt"
cp -r "$dir/old/xslt" "$dir/new/xslt"
rehearse() { out=$("$build/samspil-stylesheet" --config "$dir/conf/away.conf" rehearse --old "$dir/old" --new "$dir/new" --layers "$dir/worn" 2>&1); code=$?; }
rehearse
is "no layer" "$code $out" "0 no department has a layer in use: nothing is lost"
layer triage '<xsl:template match="p:content" mode="heading"><h1>Mine</h1><p>A word of ours</p></xsl:template>' >"$dir/worn/sundhedscenter/triage.xsl"
rehearse
is "the same release" "$code $(tail -n 1 <<<"$out" | sed 's/[0-9]* pages/N pages/')" \
	"0 sundhedscenter triage: N pages, 0 lines vanished, 0 are new, 0 findings or failures are new: nothing is lost"
sed -i -e 's/mode="heading"/mode="headline"/g' -e 's/doc:mode name="heading"/doc:mode name="headline"/' "$dir"/new/xslt/base/*.xsl "$dir"/new/xslt/pages/*.xsl "$dir"/new/xslt/pages/*/*.xsl
rehearse
is "a mode that is gone" "$code" 1
has "what vanished" "$out" "vanished: "
has "is counted" "$(tail -n 1 <<<"$out")" "something is lost"
has "and the name that is gone" "$out" "sundhedscenter/triage.xsl:5:"
rm -r "$dir/new/xslt"
cp -r "$dir/old/xslt" "$dir/new/xslt"
rm "$dir"/new/xslt/samples/triage-assessment-decided.xml
rehearse
has "a page that is gone" "$out" "sundhedscenter triage triage-assessment-decided: there is no such sample page any more"
out=$("$build/samspil-stylesheet" --config "$conf" rehearse --old "$dir/old" 2>&1)
is "layers from the database, the new release from the configuration" "$? $out" "0 no department has a layer in use: nothing is lost"
ends "no old release" 2 "$dir/nowhere: this is no share directory of Samspil" rehearse --old "$dir/nowhere"
ends "no layers" 2 "$dir/nowhere: No such file or directory" rehearse --old "$dir/old" --layers "$dir/nowhere"
mkdir "$dir/worn/jobcenter"
cp "$dir/worn/sundhedscenter/triage.xsl" "$dir/worn/jobcenter/timetable.xsl"
rehearse
has "a layer of no program" "$code $out" "2 samspil-stylesheet: there is no program timetable"

# The database is away.
for command in list "pull $dir/pulled" "push --by it.bo --department jobcenter --reason r $work/plan.xsl" "activate --by it.bo jobcenter plan" \
	"rollback --by it.bo --reason r jobcenter plan" "rehearse --old $dir/old"; do
	# shellcheck disable=SC2086
	out=$("$build/samspil-stylesheet" --config "$dir/conf/away.conf" $command 2>&1)
	has "away: ${command%% *}" "$? $out" "2 samspil-stylesheet: the database cannot be used: db: /nowhere.sock: "
done

# Two at once: one does it.
sql samspil -e "UPDATE stylesheet_version SET state = 'draft', activated_by = NULL, activated_at = NULL WHERE department_id = 'jobcenter'"
for i in 1 2 3 4; do
	"$build/samspil-stylesheet" --config "$conf" activate --by xsl.job jobcenter plan 1 >"$dir/log/at-once.$i" 2>&1 &
	pids[i]=$!
done
codes=
for i in 1 2 3 4; do
	wait "${pids[i]}"
	codes+="$? "
done
is "of four activations one is made" "$(tr ' ' '\n' <<<"$codes" | sort | tr -d '\n')" "0111"
is "the others say why" "$(cat "$dir"/log/at-once.* | grep -c 'it is no draft')" 3
