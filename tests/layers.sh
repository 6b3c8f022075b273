#!/bin/bash
# layers.sh [TOP] - includes point the right way: TAP, a line for each rule.  Without an argument it checks the project, and
# then itself: a planted bad include of each kind must be caught.
set -euo pipefail

# Which folders of ours a folder may include besides itself; programs and tools may use all of them.
declare -A may=(
	[base]='' [sql]='base' [xml]='base' [directory]='base' [rule]='base'
	[web]='base sql xml directory rule' [domain]='base sql xml directory rule web'
)
house='base sql xml directory rule web domain'
# Single headers of a neighbour that a folder may use all the same.
declare -A but=([sql]='xml/node.h')

# Where an outside library is at home: header (a pattern) and folder.  libxml/tree.h is the type of a page, and free.
homes=(
	'mysql*.h mariadb*.h mysql/*.h mariadb/*.h:sql'
	'ldap*.h lber*.h:directory'
	'fcgi*.h fastcgi.h:web'
	'libxml/*.h libxslt/*.h libexslt/*.h:xml'
	'gmime/*.h:web'
	'magic.h:web'
	'qrencode.h:base'
	'libical/*.h:plan'
	'ini.h:base'
	'curl/*.h:tools'
)

# Every include below src/ as "folder file:line header kind", kind being q ("...") or a (<...>).
includes() {
	(cd "$1/src" && grep -rnE '^[[:space:]]*#[[:space:]]*include' --include='*.[ch]' . || true) |
		sed -nE 's|^\./([^/]+)/([^:]+):([0-9]+):[^"<]*"([^"]+)".*|\1 \1/\2:\3 \4 q|p; s|^\./([^/]+)/([^:]+):([0-9]+):[^"<]*<([^>]+)>.*|\1 \1/\2:\3 \4 a|p'
}

# Ours: "folder/file.h" of a folder that may be used.
wrong_direction() {
	local folder where header kind to allowed
	while read -r folder where header kind; do
		[ "$kind" = q ] && [ "$header" != config.h ] || continue
		to=${header%%/*}
		if [ "$to" = "$header" ]; then
			echo "$where includes \"$header\" without its folder"
			continue
		fi
		allowed=" $folder ${may[$folder]-$house} "
		[[ $allowed == *" $to "* ]] || [[ " ${but[$folder]-} " == *" $header "* ]] ||
			echo "$where may not include $header: $folder/ stands below or beside $to/"
	done < <(includes "$1")
}

# Outside libraries only at home.
away_from_home() {
	local folder where header kind home pattern patterns
	while read -r folder where header kind; do
		[ "$kind" = a ] && [ "$header" != libxml/tree.h ] || continue
		for home in "${homes[@]}"; do
			read -ra patterns <<<"${home%:*}"
			for pattern in "${patterns[@]}"; do
				# shellcheck disable=SC2053
				[[ $header != $pattern ]] || [ "$folder" = "${home#*:}" ] ||
					echo "$where may not include <$header>: its home is ${home#*:}/"
			done
		done
	done < <(includes "$1")
}

# Folders that are no program, no tool and none of the house.
unknown_folders() {
	local folder
	for folder in "$1"/src/*/; do
		folder=$(basename "$folder")
		case " $house portal answer screening triage plan report admin tools render " in
		*" $folder "*) ;;
		*) echo "src/$folder is in no layer" ;;
		esac
	done
}

number=0 failed=0
result() {
	number=$((number + 1))
	if [ -z "$2" ]; then
		echo "ok $number - $1"
	else
		echo "not ok $number - $1"
		sed 's/^/# /' <<<"$2"
		failed=1
	fi
}

top=${1:-$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)}
result "our includes point down the layers" "$(wrong_direction "$top")"
result "outside libraries are used at home only" "$(away_from_home "$top")"
result "every folder has its layer" "$(unknown_folders "$top")"

# planted FILE INCLUDE RULE: is it caught?
planted() {
	local found
	mkdir -p "$work/src/$(dirname "$1")"
	printf '#include <stddef.h>\n#include %s\n' "$2" >"$work/src/$1"
	found=$("$3" "$work")
	rm -r "$work/src"
	result "caught: $1 includes $2" "$([[ $found == *"$1:2"* ]] || echo "not caught")"
}

if [ $# -eq 0 ]; then
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	planted base/x.c '"sql/db.h"' wrong_direction
	planted sql/x.h '"xml/sheet.h"' wrong_direction
	planted rule/x.c '"web/request.h"' wrong_direction
	planted web/x.c '"domain/course.h"' wrong_direction
	planted domain/x.c '"plan/pages.h"' wrong_direction
	planted portal/x.c '"plan/pages.h"' wrong_direction
	planted tools/x.c '"admin/pages.h"' wrong_direction
	planted plan/x.c '"pages.h"' wrong_direction
	planted web/x.c '<mysql.h>' away_from_home
	planted sql/x.c '<ldap.h>' away_from_home
	planted portal/x.c '<fcgiapp.h>' away_from_home
	planted plan/x.h '<libxml/parser.h>' away_from_home
	planted web/x.c '<libxslt/transform.h>' away_from_home
	planted web/x.c '<ini.h>' away_from_home
	planted admin/x.c '<gmime/gmime.h>' away_from_home
	planted admin/x.c '<magic.h>' away_from_home
	planted screening/x.c '<qrencode.h>' away_from_home
	planted portal/x.c '<libical/ical.h>' away_from_home
fi
echo "1..$number"
exit $failed
