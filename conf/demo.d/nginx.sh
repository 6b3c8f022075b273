# nginx.sh - the demo's web server: one server block that includes Samspil's snippet, once for each prefix.
# shellcheck shell=bash

url_of() { printf 'http://127.0.0.1:%s%s\n' "$port" "$1"; }

make_nginx_conf() {
	local base includes='' user='' sockets
	for base in "${bases[@]}"; do
		sockets="$dir/run/$(slug "$base")"
		sh "$top/conf/nginx/samspil-nginx.in" --template "$top/conf/nginx/samspil.conf.in" --base-path "${base:-/}" --https no \
			--sockets "$sockets" --share "$dir/installed/share/samspil" --edge "$dir/conf/edge.nginx" \
			>"$dir/conf/nginx-$(slug "$base").conf" || exit 1
		includes+="		include $dir/conf/nginx-$(slug "$base").conf;"$'\n'
	done
	# At the prefix's sake: who asks for the bare address is sent there.
	[[ " ${bases[*]/#/=} " = *" = "* ]] || includes+="		location = / { return 302 ${bases[0]}/; }"$'\n'
	[ "$(id -u)" != 0 ] || user='user root;'
	fill "$here/nginx.conf" "DIR=$dir" "PORT=$port" "USER=$user" "ERRORS=${bases[0]}" "INCLUDES=$includes" >"$dir/conf/nginx.conf"
}

start_nginx() {
	local stamp
	make_nginx_conf
	stamp=$(cat "$dir"/conf/nginx*.conf "$dir"/conf/server.d/*.conf 2>/dev/null | sha256sum)
	part_current nginx "$stamp" && return 0
	part_stop nginx
	! port_taken "$port" || fail "port $port is taken by something else; choose another one with --port"
	nginx -p "$dir" -c "$dir/conf/nginx.conf" -e "$dir/log/nginx.log" -t 2>"$dir/log/nginx-test.log" ||
		fail "nginx refuses its configuration: $(cat "$dir/log/nginx-test.log")"
	part_start nginx nginx -p "$dir" -c "$dir/conf/nginx.conf" -e "$dir/log/nginx.log" -g 'daemon off;'
	printf '%s\n' "$stamp" >"$dir/run/nginx.stamp"
	part_wait nginx port_taken "$port"
}

healthy() { [ "$(curl -s -o /dev/null -m 2 -w '%{http_code}' "$(url_of "$1")/health")" = 200 ]; }

# Every prefix says that it is ready: database, directory and schema are there.
wait_until_healthy() {
	local base i
	for base in "${bases[@]}"; do
		part_alive "$(part_of portal "$base")" || continue
		for ((i = 0; i < 300; i++)); do
			healthy "$base" && continue 2
			sleep .1
		done
		say "$(url_of "$base")/health says: $(curl -s -m 2 "$(url_of "$base")/health")"
		tail -n 15 "$dir/log/$(part_of portal "$base").log" >&2
		return 1
	done
}
