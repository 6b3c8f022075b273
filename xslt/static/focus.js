// A focus area's code is found while one types: the form's own list of codes becomes a list of suggestions, and the degrees are those
// that fit the code.  Without this file a button searches, and the degrees stand in a list.

const box = document.querySelector('.sp-codes');
const form = box?.closest('form');
const AFTER = 150;	// milliseconds of silence before one asks
let timer, asked = 0, at = -1, options = [], pending = false;	// pending: the list is of what was typed before

if (form)
	start();

function start() {
	const first = [...box.querySelectorAll('.sp-hits label')].map(read);

	box.usual = box.dataset.href && !input().value ? first : [];
	box.code = element('input', { type: 'hidden', name: 'icf-code', value: form.elements['icf-code'].value ?? '' });
	for (const old of box.querySelectorAll('.sp-hits, input[name=icf-code], :scope > .sp-quiet, .sp-search button'))
		old.remove();
	box.list = element('ul', { id: 'focus-area-codes', role: 'listbox', className: 'sp-hits sp-options', hidden: true });
	box.list.setAttribute('aria-label', document.querySelector('label[for=focus-area-q]').textContent);
	box.status = element('p', { className: 'sr-only' });
	box.status.setAttribute('role', 'status');
	box.querySelector('.sp-search').append(box.list);
	box.append(box.code, box.status);
	dress();
	degrees();
	const chosen = first.find((it) => it.checked);

	if (chosen)
		take(chosen, false);
	else if (input().value && first.length > 0)
		show(first);
}

function input() {
	return document.getElementById('focus-area-q');
}

function element(name, properties) {
	return Object.assign(document.createElement(name), properties);
}

// A code as the page has it: in the form's list of radio buttons.
function read(label) {
	const radio = label.querySelector('input'), [code, words] = label.querySelectorAll(':scope > span');
	const quiet = words?.querySelector('.sp-quiet');

	return { code: radio.value, checked: radio.checked, title: words?.firstChild?.textContent.trim() ?? '', about: quiet?.textContent ?? '',
		number: code.textContent };
}

function dress() {
	const it = input();

	for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': box.list.id }))
		it.setAttribute(name, value);
	it.type = 'text';
	it.addEventListener('input', typed);
	it.addEventListener('keydown', pressed);
	it.addEventListener('focus', () => { it.select(); if (!it.value) show(box.usual); });
	it.addEventListener('click', () => { if (box.list.hidden && (!it.value || options.length > 0)) show(it.value ? options : box.usual); });
	it.addEventListener('blur', () => setTimeout(close, 0));
	// The list keeps the focus where it is: a press on it chooses.
	box.list.addEventListener('mousedown', (event) => event.preventDefault());
	box.list.addEventListener('click', (event) => {
		const row = event.target.closest('[role=option]');

		if (row)
			take(options[[...box.list.children].indexOf(row)], true);
	});
	form.elements.component.addEventListener('change', () => { degrees(); if (box.code.value) check(); });
	for (const radio of form.querySelectorAll('[name=kind]'))
		radio.addEventListener('change', degrees);
}

function typed() {
	box.code.value = '';
	degrees();
	clearTimeout(timer);
	pending = input().value.trim() !== '';
	if (!pending) {
		asked++;
		show(box.usual);
	} else
		timer = setTimeout(ask, AFTER);
}

// The page of the classification is asked: nothing in it is about anybody.
async function ask() {
	const mine = ++asked, q = input().value.trim(), component = form.elements.component.value;
	const query = new URLSearchParams({ q });

	if (component && component !== 'personal')
		query.set('component', component);
	try {
		const answer = await fetch(`${box.dataset.href}?${query}`, { headers: { Accept: 'application/xml' } });
		const page = new DOMParser().parseFromString(await answer.text(), 'application/xml');
		const hits = page.querySelector('icf-hits');

		if (mine !== asked || !answer.ok || !hits)
			return;
		const near = hits.getAttribute('sought');

		show([...hits.querySelectorAll('icf-hit')].map(found), q, near);
	} catch {
		// The next key asks again; what is typed is sent as it is, and the server searches.
	}
}

function found(hit) {
	const about = [form.querySelector(`[name=component] option[value="${hit.getAttribute('component')}"]`)?.textContent ?? ''];

	if (hit.hasAttribute('word'))
		about.push(`»${hit.getAttribute('word')}«`);
	for (const name of ['recent', 'favourite'])
		if (hit.hasAttribute(name))
			about.push(box.dataset[name]);
	return { code: hit.getAttribute('code'), number: hit.getAttribute('code'), title: hit.getAttribute('title'),
		component: hit.getAttribute('component'), about: about.join(' · ') };
}

function show(list, q, near) {
	options = list;
	pending = false;
	box.list.dataset.q = q ?? '';
	at = -1;
	box.list.replaceChildren(...list.map(row));
	box.list.hidden = list.length === 0;
	input().setAttribute('aria-expanded', String(list.length > 0));
	input().removeAttribute('aria-activedescendant');
	say(list.length === 0 ? (q ? box.dataset.none.replace('{}', q) : '')
		: (near ? `${box.dataset.none.replace('{}', q)}. ${box.dataset.near.replace('{}', near)} ` : '') + box.dataset.some.replace('{}', list.length),
	list.length === 0 || near);
}

// What is found nowhere, or only near, is seen as well as heard.
function say(words, seen) {
	box.status.textContent = words;
	box.status.className = seen && words ? 'sp-quiet sp-small sp-flush' : 'sr-only';
}

function row(option, i) {
	const it = element('li', { id: `focus-area-code-${i}` });
	const words = element('span', { textContent: `${option.title} ` });

	it.setAttribute('role', 'option');
	it.setAttribute('aria-selected', 'false');
	words.append(element('span', { className: 'sp-quiet sp-small', textContent: option.about }));
	it.append(element('span', { className: 'sp-num', textContent: option.number }), words);
	return it;
}

function pressed(event) {
	const open = !box.list.hidden, down = event.key === 'ArrowDown';

	if (pending && (down || event.key === 'Enter'))
		askNow(down);
	else if (down || event.key === 'ArrowUp')
		step(down ? 1 : -1);
	else if (event.key === 'Enter' && open && options.length > 0)
		take(options[Math.max(at, 0)], true);
	else if (event.key === 'Enter' && !box.code.value && input().value.trim() !== '')
		askNow(false);
	else if (event.key === 'Escape' && open)
		close();
	else
		return;
	event.preventDefault();
}

// A key that comes before the answer is for the answer; Enter takes it where there is one only.
async function askNow(down) {
	clearTimeout(timer);
	await ask();
	if (pending || options.length === 0)
		return;
	if (down)
		mark(0);
	else if (options.length === 1)
		take(options[0], true);
}

function step(by) {
	const last = options.length - 1;

	if (box.list.hidden)
		show(input().value && options.length > 0 ? options : box.usual);
	mark(at + by < 0 || (at < 0 && by < 0) ? last : at + by > last ? 0 : at + by);
}

function mark(i) {
	const rows = box.list.children;

	if (rows.length === 0)
		return;
	rows[at]?.setAttribute('aria-selected', 'false');
	at = i;
	rows[at].setAttribute('aria-selected', 'true');
	rows[at].scrollIntoView({ block: 'nearest' });
	input().setAttribute('aria-activedescendant', rows[at].id);
}

function close() {
	box.list.hidden = true;
	at = -1;
	input().setAttribute('aria-expanded', 'false');
	input().removeAttribute('aria-activedescendant');
}

// The code is taken, with its component; one goes on to the first question that is not answered.
function take(option, onward) {
	clearTimeout(timer);
	asked++;
	pending = false;
	box.code.value = option.code;
	input().value = `${option.number} ${option.title}`.trim().slice(0, 60);
	form.elements.component.value = componentOf(option.code) ?? option.component ?? form.elements.component.value;
	close();
	say('', false);
	degrees();
	if (onward && !form.querySelector('[name=kind]:checked'))
		form.querySelector('[name=kind]').focus();
}

// FB28013 is a function.  d410 can be an activity or participation: what was chosen says which.
function componentOf(code) {
	return { FB: 'function', FS: 'anatomy', FA: 'activity', FP: 'participation', FE: 'environment' }[code.slice(0, 2)];
}

// Another component than the code's: the code goes.
function check() {
	if (componentOf(box.code.value) !== form.elements.component.value) {
		box.code.value = '';
		input().value = '';
		degrees();
	}
}

// The list of all degrees becomes a row of buttons for those of the component; of surroundings, those of its sign.
function degrees() {
	const list = degrees.list ??= form.querySelector('select[name=qualifier]');

	if (!list)
		return;
	const value = form.querySelector('[name=qualifier]:checked')?.value ?? list.value;
	const place = degrees.place ??= element('div', { className: 'sp-degrees' });
	const label = form.querySelector(`label[for="${list.id}"]`), group = list.closest('.form-group');
	const fitting = [...list.options].filter((it) => it.value !== '' && fits(it.value));

	if (!place.isConnected) {
		place.setAttribute('role', 'radiogroup');
		label.id = `${list.id}-label`;
		place.setAttribute('aria-labelledby', label.id);
		label.htmlFor = '';
		label.removeAttribute('for');
		place.id = list.id;
		place.tabIndex = -1;
		list.id = '';
		list.hidden = true;
		list.removeAttribute('name');
		list.before(place);
	}
	list.value = fitting.some((it) => it.value === value) ? value : '';
	place.replaceChildren(...fitting.map((it) => degree(it, list)));
	const personal = form.elements.component.value === 'personal';

	group.hidden = personal;
	if (fitting.length === 0)
		place.append(element('span', { className: 'sp-quiet sp-small', textContent: form.elements.component.value === 'environment' ? box.dataset.sign : box.dataset.first }));
}

function fits(code) {
	const letter = { function: 'B', anatomy: 'S', activity: 'A', participation: 'P', environment: 'E' }[form.elements.component.value];
	const kind = form.querySelector('[name=kind]:checked')?.value;

	if (code[2] !== letter)
		return false;
	return letter !== 'E' || code[5] === { barrier: 'N', resource: 'P' }[kind];
}

// Pressed again it is taken back: the degree may be left open.
function degree(option, list) {
	const label = element('label', { className: 'sp-degree' }), radio = element('input', { type: 'radio', name: 'qualifier', value: option.value });
	let was = radio.checked = option.value === list.value;

	radio.addEventListener('click', () => {
		radio.checked = !was;
		for (const other of form.querySelectorAll('.sp-degree input'))
			other.dispatchEvent(new Event('seen'));
		list.value = radio.checked ? radio.value : '';
	});
	radio.addEventListener('seen', () => { was = radio.checked; });
	radio.addEventListener('change', () => { list.value = radio.value; });
	label.append(radio, element('span', { className: 'sp-num', textContent: option.value.slice(-1) }), element('span', { textContent: option.textContent }));
	return label;
}
