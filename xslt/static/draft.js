// What is typed in a long form is kept while it is typed, a few seconds after the last key, and its characters are counted.  Without this
// file a button keeps it, and nobody counts.

const AFTER = 2500, AT_LAST = 10000, AGAIN = 15000;	// milliseconds: of silence, of typing without a pause, after a failure

for (const line of document.querySelectorAll('.sp-draft[data-draft]'))
	if (line.closest('form'))
		watch(line, line.closest('form'));

function watch(line, form) {
	let timer, since, saving, sent = false, kept = body().toString();

	line.querySelector('button').hidden = true;
	form.addEventListener('input', typed);
	form.addEventListener('submit', () => { sent = true; clearTimeout(timer); });
	// Another tab, or the phone locked: what was typed is not left to a timer that may never come.
	document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save());
	addEventListener('pageshow', () => { sent = false; });
	for (const [, name, max] of line.dataset.limits.matchAll(/(\S+) (\d+)/g))
		count(line, form.elements[name], Number(max));

	function typed() {
		since ??= Date.now();
		wait(Math.max(0, Math.min(AFTER, since + AT_LAST - Date.now())));
	}

	function wait(milliseconds) {
		clearTimeout(timer);
		timer = setTimeout(save, milliseconds);
	}

	// All but what makes it unique: a draft is sent many times.
	function body() {
		const fields = new URLSearchParams(new FormData(form));

		fields.delete('once');
		fields.set('submit', 'draft');
		fields.set('quietly', 'yes');
		return fields;
	}

	async function save() {
		const now = body();

		clearTimeout(timer);
		if (sent || now.toString() === kept)
			return;
		if (saving) {
			wait(AFTER);
			return;
		}
		saving = true;
		since = undefined;
		try {
			const answer = await fetch(line.dataset.draft, { method: 'POST', body: now, headers: { Accept: 'application/xml' },
				keepalive: now.toString().length < 60000 });	// browsers keep no more alive
			const page = new DOMParser().parseFromString(await answer.text(), 'application/xml');

			tell(answer, page, page.getElementsByTagName('saved')[0], now);
		} catch {
			fail(line.dataset.failed);
		}
		saving = false;
	}

	// The token of the session that this browser has now, if it is of the one whose page this is: another's draft is none of theirs.
	function tokenOf(page) {
		if (page.getElementsByTagName('user')[0]?.getAttribute('uid') !== line.dataset.user)
			return undefined;
		return page.querySelector(`form[name="${line.dataset.form}"] > token`) ?? undefined;
	}

	function tell(answer, page, saved, now) {
		const token = tokenOf(page), other = answer.status === 403 && token === undefined;

		if (answer.status === 409 && page.querySelector('notice[key=draft-elsewhere]'))
			beside(page);
		else if (answer.status === 409)
			say(line.dataset.stale, true);
		else if (answer.ok && saved?.hasAttribute('at')) {
			seen(saved.getAttribute('seen'));
			now.set('draft-seen', form.elements['draft-seen'].value);
			kept = now.toString();
			say(line.dataset.saved.replace('{}', clock(saved.getAttribute('at'))), false);
		} else if (answer.status === 403 && token && token.textContent !== form.elements.token.value) {
			// Signed in again in another window: this page goes on with that session.
			form.elements.token.value = token.textContent;
			wait(0);
		} else
			fail(answer.redirected || other ? line.dataset.ended : line.dataset.failed);
	}

	function seen(mark) {
		form.elements['draft-seen'].value = mark ?? '';
	}

	// Another window of one's own kept something else: it is shown beside what was typed here, and nothing is kept until one goes on.
	function beside(page) {
		for (const old of form.querySelectorAll('.sp-theirs'))
			old.remove();
		for (const theirs of page.querySelectorAll(`form[name="${line.dataset.form}"] theirs`)) {
			const control = form.querySelector(`[name="${theirs.parentNode.getAttribute('name')}"]`);
			const box = document.createElement('div'), label = document.createElement('span'), text = document.createElement('div');

			box.className = 'sp-theirs';
			label.className = 'sp-small sp-quiet';
			label.textContent = line.dataset.theirs;
			text.className = 'sp-text';
			text.textContent = [...theirs.parentNode.querySelectorAll('choice')].find((it) => it.getAttribute('value') === theirs.textContent)?.textContent
				?? theirs.textContent;
			box.append(label, text);
			control?.closest('.form-group').append(box);
		}
		seen(page.querySelector('field[name=draft-seen] > value')?.textContent);
		kept = body().toString();
		note(line.dataset.elsewhere);
	}

	function note(words) {
		const place = form.querySelector('.sp-draft-note') ?? document.createElement('div'), text = document.createElement('p');

		place.className = 'sp-note sp-note--yellow sp-draft-note';
		place.setAttribute('role', 'alert');
		text.textContent = words;
		place.replaceChildren(text);
		line.before(place);
		say('', false);
	}

	function fail(words) {
		say(words, true);
		wait(AGAIN);
	}

	function say(words, wrong) {
		const place = line.querySelector('[role=status]');

		place.textContent = words;
		place.classList.toggle('sp-late', wrong);
	}
}

// As the server counts: in normal form, without the spaces around.  Nothing that is pasted is cut off; being over the limit is read out, once.
function count(line, area, max) {
	const place = document.createElement('p'), number = new Intl.NumberFormat(document.documentElement.lang);
	let over = false;

	if (!area)
		return;
	place.className = 'sp-count sp-quiet sp-small';
	area.after(place);
	area.addEventListener('input', show);
	show();

	function show() {
		const n = [...area.value.trim().normalize('NFC')].length;
		const words = n > max ? line.dataset.over : line.dataset.count;

		place.hidden = n === 0;
		place.textContent = words.replace('{n}', number.format(n > max ? n - max : n)).replace('{max}', number.format(max));
		if (n > max !== over) {
			over = n > max;
			place.classList.toggle('sp-late', over);
			place.setAttribute('role', over ? 'alert' : 'none');
		}
	}
}

function clock(moment) {
	return new Date(moment).toLocaleTimeString('da-DK', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' }).replace(':', '.');
}
