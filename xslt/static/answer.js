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
takeLatest();
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

// Of an answer and "don't know" beside it, the latest is meant: what is written or ticked takes the other back; that one leaves the answer on the
// page, but it is not sent.
function takeLatest() {
	form?.addEventListener('input', ({ target }) => {
		for (const radio of form.querySelectorAll(`input[name="${target.name}.missing"]`))
			radio.checked = false;
	});
	form?.addEventListener('formdata', ({ formData }) => {
		for (const [name, value] of [...formData])
			if (name.endsWith('.missing') && value !== 'given')
				formData.delete(name.slice(0, -'.missing'.length));
	});
}

function watch(idle) {
	const tell = Math.min(10000, idle / 3);
	let active = Date.now(), told = Date.now(), changed = false, saving = 0, running = null, leaving = false;

	// What stands in the form now.  True: it came, or there is nobody who could still be told.
	const tellServer = async () => {
		if (!form)
			return Boolean(await fetch(location.href, { cache: 'no-store' }).catch(() => null));
		const body = new URLSearchParams(new FormData(form));
		// A form is carried out once: that is for the button.  When it was, this is too old.
		body.set('kept-of', body.get('once'));
		body.delete('once');
		body.set('submit', 'keep');
		const came = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/xml' }, keepalive: true }).catch(() => null);
		if (came?.redirected && new URL(came.url).pathname.startsWith(`${answer}/closed`))
			location.replace(came.url);
		return Boolean(came && came.status < 500);
	};
	// One at a time, so that none overtakes another; what did not come is sent again.
	const save = async () => {
		clearTimeout(saving);
		while (running)
			await running;
		if (leaving)
			return;
		const had = changed;
		changed = false;
		told = Date.now();
		running = tellServer();
		const came = await running;
		running = null;
		if (came || !had)
			return;
		changed = true;
		clearTimeout(saving);
		saving = setTimeout(save, 5000);
	};
	const act = () => {
		active = Date.now();
		if (!changed && !running && active - told > tell)
			save();
	};
	const change = () => {
		active = Date.now();
		changed = true;
		leaving = false;
		clearTimeout(saving);
		saving = setTimeout(save, 1500);
	};
	const soon = (promise, time) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, time))]);
	// While something is not kept the page waits, but not longer than the visit lasts.
	const look = async () => {
		const left = active + idle - Date.now();
		if (left > 0)
			return setTimeout(look, left);
		if (changed)
			await soon(save(), 5000);
		if (changed && left > -60000)
			return setTimeout(look, 5000);
		location.replace(`${answer}/still`);
	};
	// What is being kept goes before what is sent.
	const submit = async (event) => {
		clearTimeout(saving);
		if (!running || leaving) {
			leaving = true;
			return;
		}
		event.preventDefault();
		leaving = true;
		await soon(running, 3000);
		form.requestSubmit(event.submitter);
	};

	for (const kind of ['pointerdown', 'keydown', 'scroll', 'touchmove'])
		addEventListener(kind, act, { passive: true });
	form?.addEventListener('input', change);
	form?.addEventListener('submit', submit);
	setTimeout(look, idle);
}

// Nobody answered: the visit ends at once, not only when its time is up.
function close() {
	document.querySelector('form#form-still button[value=close]')?.click();
}
