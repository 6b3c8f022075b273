-- load.lua - what wrk sends: the requests of a file, one after the other; the numbers come out as one line.
--	wrk ... -s load.lua URL -- FILE
-- FILE: a request a line: METHOD PATH COOKIE [BODY], where - is no cookie.
local requests, at = {}, 0
used = 0

local function build(line)
	local method, path, cookie, body = line:match("^(%S+) (%S+) (%S+) ?(.*)$")
	local head = method .. " " .. path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
	if cookie ~= "-" then
		head = head .. "Cookie: " .. cookie .. "\r\n"
	end
	if body ~= "" then
		head = head .. "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " .. #body .. "\r\n"
	end
	return head .. "\r\n" .. body
end

local threads = {}
function setup(thread)
	table.insert(threads, thread)
end

function init(args)
	for line in io.lines(args[1]) do
		requests[#requests + 1] = build(line)
	end
end

function request()
	at = at % #requests + 1
	used = used + 1
	return requests[at]
end

function done(summary, latency)
	local errors = summary.errors
	local sent = 0
	for _, thread in ipairs(threads) do
		sent = sent + thread:get("used")
	end
	io.write(string.format("measured %d %d %d %d %d %d\n", summary.requests, summary.duration,
		errors.connect + errors.read + errors.write + errors.timeout + errors.status, latency:percentile(50), latency:percentile(99), sent))
end
