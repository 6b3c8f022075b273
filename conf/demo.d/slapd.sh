# slapd.sh - the demo's directory: the cast as people, their roles and departments as groups.
# shellcheck shell=bash

ldapi() { printf 'ldapi://%s' "${dir//\//%2F}%2Frun%2Fldapi"; }

# Where to look for slapd's port: far from nginx's, so that demos on neighbouring ports do not meet.
directory_port() {
	if [ "$port" -lt 20000 ]; then
		echo $((port + 12000))
	else
		echo $((port - 12000))
	fi
}

# The first free port from $1 on.
free_port() {
	local port=$1
	while port_taken "$port"; do
		port=$((port + 1))
	done
	printf '%s\n' "$port"
}

start_slapd() {
	local new=no
	part_alive slapd && return 0
	make_certificates
	fill "$here/slapd.conf" "DIR=$dir" "UID=$(id -u)" >"$dir/conf/slapd.conf"
	if [ ! -d "$dir/slapd" ]; then
		mkdir "$dir/slapd"
		people_ldif >"$dir/tmp/people.ldif"
		/usr/sbin/slapadd -q -f "$dir/conf/slapd.conf" -l "$dir/tmp/people.ldif" 2>"$dir/log/slapadd.log" ||
			fail "slapadd failed: $dir/log/slapadd.log"
		rm "$dir/tmp/people.ldif"
		new=yes
	fi
	# Where a process may open very many files slapd takes memory for all of them.
	(ulimit -n 1024 && part_start slapd /usr/sbin/slapd -d 0 -f "$dir/conf/slapd.conf" \
		-h "ldap://127.0.0.1:$ldap_port $(ldapi)")
	part_wait slapd ldapwhoami -Q -Y EXTERNAL -H "$(ldapi)"
	# memberOf is kept only for groups that come in through the running server.
	[ "$new" = no ] || groups_ldif | ldapadd -Q -Y EXTERNAL -H "$(ldapi)" >/dev/null
}

# An authority of our own, and a certificate for 127.0.0.1 (libldap checks the machine's own name in place of "localhost").
make_certificates() {
	[ -s "$dir/conf/slapd.crt" ] && return 0
	(
		cd "$dir/conf" && umask 077 &&
		openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj "/CN=Samspil demo CA" \
			-keyout ca.key -out ca.crt &&
		openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -keyout slapd.key -out slapd.csr &&
		openssl x509 -req -in slapd.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 \
			-extfile <(echo subjectAltName=DNS:localhost,IP:127.0.0.1) -out slapd.crt &&
		rm slapd.csr
	) >"$dir/log/certificates.log" 2>&1 || fail "openssl failed: $dir/log/certificates.log"
}

# Each person's password: made up once, kept in the demo's folder only.
password() { sed -n "s/^$1	//p" "$dir/conf/passwords.tsv"; }

make_passwords() {
	local uid rest
	[ -e "$dir/conf/passwords.tsv" ] || (umask 077 && : >"$dir/conf/passwords.tsv")
	while IFS=$'\t' read -r uid rest; do
		[ -n "$(password "$uid")" ] || printf '%s\t%s\n' "$uid" "samspil-$(openssl rand -hex 4)" >>"$dir/conf/passwords.tsv"
	done < <(people)
}

# entry DN LINE...: one entry; a value beyond ASCII is fine in LDIF's lines when it is encoded.
entry() {
	local line
	printf 'dn: %s\n' "$1"
	shift
	for line in "$@"; do
		printf '%s:: %s\n' "${line%%: *}" "$(printf %s "${line#*: }" | base64 -w0)"
	done
	echo
}

ssha() { /usr/sbin/slappasswd -h '{SSHA}' -T <(printf %s "$1"); }

people_ldif() {
	local uid name department roles title ou
	entry dc=kommune,dc=dk 'objectClass: dcObject' 'objectClass: organization' 'o: Demo Kommune' 'dc: kommune'
	for ou in people groups system policies; do
		entry "ou=$ou,dc=kommune,dc=dk" 'objectClass: organizationalUnit' "ou: $ou"
	done
	entry cn=default,ou=policies,dc=kommune,dc=dk 'objectClass: applicationProcess' 'objectClass: pwdPolicy' 'cn: default' \
		'pwdAttribute: userPassword' 'pwdLockout: TRUE' 'pwdMaxFailure: 20' 'pwdLockoutDuration: 60'
	entry cn=samspil,ou=system,dc=kommune,dc=dk 'objectClass: applicationProcess' 'objectClass: simpleSecurityObject' \
		'cn: samspil' "userPassword: $(ssha "$(secret ldap.secret)")"
	make_passwords
	while IFS=$'\t' read -r uid name department roles title; do
		entry "uid=$uid,ou=people,dc=kommune,dc=dk" 'objectClass: inetOrgPerson' "uid: $uid" "cn: $name" "sn: ${name##* }" \
			"mail: $uid@kommune.example" "title: $title" "departmentNumber: $department" \
			"userPassword: $(ssha "$(password "$uid")")"
	done < <(people)
}

# A group for each role and department that somebody has.
groups_ldif() {
	local uid name department roles title group member
	local -A members=()
	while IFS=$'\t' read -r uid name department roles title; do
		for group in "$department" $(printf 'samspil-%s ' ${roles//,/ }); do
			members[$group]+="$uid "
		done
	done < <(people)
	for group in "${!members[@]}"; do
		set --
		for member in ${members[$group]}; do
			set -- "$@" "member: uid=$member,ou=people,dc=kommune,dc=dk"
		done
		entry "cn=$group,ou=groups,dc=kommune,dc=dk" 'objectClass: groupOfNames' "cn: $group" "$@"
	done
}
