// The citizen's own screens.  Without this file all works: the server asks and closes by itself.  With it, activity without a new page
// counts, and what is typed is kept before anybody is asked whether they are still there.

const { searchParams, pathname } = new URL(import.meta.url);
const answer = `${pathname.replace(/\/static\/[^/]*$/, '')}/answer`;
const form = document.querySelector('form#form-questionnaire');

// The server need not send this browser on by itself.
document.cookie = `samspil-script=1; path=${answer}; SameSite=Strict`;

// A page that the browser had kept is fetched anew: it may be somebody else's by now.
addEventListener('pageshow', (event) => event.persisted && location.reload());

if (searchParams.has('code'))
	takeCode();
if (searchParams.has('idle'))
	watch(Number(searchParams.get('idle')) * 1000);
if (searchParams.has('asked'))
	setTimeout(close, Number(searchParams.get('asked')) * 1000);

// A QR code brings the code behind "#", which browsers send to nobody; it does not stay in the address either.
function takeCode() {
	const code = decodeURIComponent(location.hash.slice(1));
	const field = document.querySelector('input[name=code]');

	if (!/^[\w -]{10,20}$/.test(code) || !field)
		return;
	history.replaceState(null, '', location.pathname + location.search);
	if (field.value === '')
		field.value = code;
	document.querySelector('input[name=birth-date]')?.focus();
}

function watch(idle) {
	const tell = Math.min(10000, idle / 3);
	let active = Date.now(), told = Date.now(), changed = false, saving = 0;

	const save = async () => {
		changed = false;
		told = Date.now();
		if (!form) {
			await fetch(location.href, { cache: 'no-store' }).catch(() => null);
			return;
		}
		const body = new URLSearchParams(new FormData(form));
		// A form is carried out once: that is for the button.
		body.delete('once');
		body.set('submit', 'keep');
		const came = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/xml' }, keepalive: true }).catch(() => null);
		if (came?.redirected && new URL(came.url).pathname.startsWith(`${answer}/closed`))
			location.replace(came.url);
	};
	const act = () => {
		active = Date.now();
		if (!changed && active - told > tell)
			save();
	};
	const change = () => {
		active = Date.now();
		changed = true;
		clearTimeout(saving);
		saving = setTimeout(save, 1500);
	};
	const look = async () => {
		const left = active + idle - Date.now();
		if (left > 0)
			return setTimeout(look, left);
		if (changed)
			await save();
		location.replace(`${answer}/still`);
	};

	for (const kind of ['pointerdown', 'keydown', 'scroll', 'touchmove'])
		addEventListener(kind, act, { passive: true });
	form?.addEventListener('input', change);
	form?.addEventListener('submit', () => clearTimeout(saving));
	setTimeout(look, idle);
}

// Nobody answered: the visit ends at once, not only when its time is up.
function close() {
	document.querySelector('form#form-still button[value=close]')?.click();
}
