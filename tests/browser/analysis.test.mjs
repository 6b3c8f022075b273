// The analysis, from a referral to what a conference decided, with the six people who take part in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, stack } from './stack.mjs';
import { danish, firstChoice, newCpr, person, send, sql } from './walk.mjs';

const [url] = stack.urls;
const NOTES = {
	'psy.eva': ['psychologist', 'Presser sig selv, til smerterne stopper hende', 'Samtaler om smerter'],
	'fys.pia': ['physiotherapist', 'Kan sidde omkring 20 minutter ad gangen', 'Træning i små skridt'],
	'spl.nils': ['nurse', 'Spiser uregelmæssigt og sover lidt', 'Kontakt til egen læge'],
	'mads.sb': ['caseworker', 'Har ikke arbejdet i to år, men vil gerne', 'Praktik på nedsat tid'],
};

async function go(page, path) {
	const answer = await page.goto(url + path);
	assert.equal(answer.status(), 200, path);
}

const text = async (page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

/** axe, no sideways scrolling, no fault in the console. */
async function looks(page) {
	await assertAccessible(page);
	await assertFits(page);
	assert.deepEqual(page.faults, []);
}

/** From a citizen who was referred to a course whose analysis begins: its id. */
async function refer(mads) {
	const cpr = newCpr();
	await go(mads, '/citizens');
	await send(mads, 'citizen', { cpr: `${cpr.slice(0, 6)}-${cpr.slice(6)}`, name: 'Henny Henvist', 'benefit-type': 'kontanthjaelp' });
	const citizen = mads.url().match(/citizens\/(\d+)/)[1];
	await mads.locator(`a[href$="/plan/new/${citizen}"]`).first().click();
	await send(mads, 'course', { frame: await firstChoice(mads, 'course', 'frame'), 'referrer-actor': 'Lægerne på Torvet', 'referrer-name': 'Rie Viser',
		referral: 'Ryg og søvn. Vil gerne i arbejde igen.', 'screening-note': 'Vil hellere tale end skrive.' }, 'open-course');
	const course = mads.url().match(/plan\/(\d+)/)[1];
	await send(mads, 'assess-course', { decision: 'aktivitetsparat', reason: 'Flere problemer end ledighed, og langt til arbejde', 'legal-basis': 'LAB § 1' }, 'assess');
	await send(mads, 'analyse-course', { 'informed-on': danish() }, 'analyse-course');
	assert.deepEqual(sql(`SELECT state FROM course WHERE id = ${course}`), [['assessment']]);
	return course;
}

/** The first day from then on that nobody of the team is elsewhere, and that is no holiday. */
async function planDay(mads, course) {
	for (let n = 120; n < 140; n++) {
		await go(mads, '/plan/days/new');
		await send(mads, 'day', { 'held-on': danish(n), 'starts-at': '09.00', 'slot-minutes': '45', place: 'Sundhedscenteret', psychologist: 'psy.eva',
			physiotherapist: 'fys.pia', nurse: 'spl.nils', caseworker: 'mads.sb', citizens: course });
		const day = mads.url().match(/\/plan\/days\/(\d+)/);
		if (day)
			return day[1];
	}
	return assert.fail('no day was free');
}

async function write(page, course, [, limitation, suggestion], others) {
	await go(page, `/plan/${course}/notes`);
	for (const [, seen] of others)
		assert.ok(!(await text(page)).includes(seen), 'own eyes first');
	await send(page, 'professional-note', { limitation, suggestion }, 'sign');
	for (const [, seen] of [...others, ['', limitation]])
		assert.ok((await text(page)).includes(seen), 'then the others\'');
}

test('from a referral to the decisions of a conference, with six people', async () => {
	const people = {};
	for (const uid of [...Object.keys(NOTES), 'bf.tina', 'tl.karla'])
		people[uid] = await person(uid, { width: 1400, height: 900 });
	const mads = people['mads.sb'];
	const course = await refer(mads);

	// A day of analysis: each of the team talks with her, and sees the course by that.
	const day = await planDay(mads, course);
	assert.deepEqual(sql(`SELECT COUNT(DISTINCT uid), COUNT(DISTINCT slot) FROM assessment_appointment WHERE day_id = ${day} AND course_id = ${course}`), [['4', '4']]);
	for (const uid of ['psy.eva', 'fys.pia', 'spl.nils']) {
		await go(people[uid], `/plan/days/${day}`);
		assert.match(await text(people[uid]), /Henny Henvist/);
	}
	await go(mads, `/plan/${course}/contacts`);
	await send(mads, 'contact', { staff: 'bf.tina', role: 'adviser' });

	// Four signed notes; the last one makes it ready.
	const written = [];
	for (const [uid, note] of Object.entries(NOTES)) {
		await write(people[uid], course, note, written);
		written.push(note);
	}
	assert.deepEqual(sql(`SELECT state FROM course WHERE id = ${course}`), [['conference-ready']]);
	await looks(mads);
	await go(people['bf.tina'], `/plan/${course}/notes`);
	assert.ok(!(await text(people['bf.tina'])).includes('Presser sig selv'), 'who writes none reads none');
	const [[area]] = sql(`INSERT INTO focus_area (course_id, component, kind, icf_code, icf_title, priority, description, profession, uid, changed_by)
		SELECT ${course}, 'function', 'barrier', code, title, 1, 'Konstante smerter i ryggen', 'physiotherapist', 'fys.pia', 'fys.pia' FROM icf WHERE code = 'FB28013';
		SELECT LAST_INSERT_ID()`);

	// The conference: one writes, all see it.
	const [[conference]] = sql(`SELECT id FROM conference WHERE course_id = ${course} AND state = 'planned'`);
	const room = `/plan/${course}/conference/${conference}`;
	await go(mads, room);
	await send(mads, 'conference-open', {}, 'open');
	for (const page of Object.values(people)) {
		await go(page, room);
		assert.match(await text(page), /Rygsmerter/);
	}
	await send(mads, 'conference-room', { 'citizens-words': 'Jeg vil så gerne i gang.', 'citizen-present': 'yes' }, 'all-here');
	await Promise.all([mads.waitForEvent('load'), mads.locator(`button[name=look][value="${area}"]`).click()]);
	await Promise.all([mads.waitForEvent('load'), mads.locator('button[name=take]').first().click()]);
	if (await mads.locator('#form-conference-room [type=submit][value="write"]').count() > 0)
		await send(mads, 'conference-room', { provider: 'fys.pia', 'starts-on': danish(7), 'first-measurement-on': danish(35) }, 'write');
	await looks(mads);
	for (const uid of ['psy.eva', 'bf.tina', 'tl.karla']) {
		await go(people[uid], room);
		const typed = await people[uid].locator('textarea').evaluateAll((all) => all.map((it) => it.value).join(' '));
		assert.match(`${await text(people[uid])} ${typed}`, /Jeg vil så gerne i gang\./, `${uid} sees what was typed`);
	}
	await send(mads, 'conference-room', { realistic: '8', manageable: '7', conclusion: 'Træning, så snart der er plads.' }, 'conclude');
	assert.deepEqual(sql(`SELECT k.state, c.state, k.realistic, k.manageable FROM conference k JOIN course c ON c.id = k.course_id WHERE k.id = ${conference}`),
		[['concluded', 'planning', '8', '7']]);
	assert.deepEqual(sql(`SELECT COUNT(*) FROM intervention WHERE course_id = ${course} AND conference_id = ${conference}`), [['1']]);
	assert.deepEqual(sql(`SELECT COUNT(*) FROM plan WHERE course_id = ${course}`), [['1']]);
	for (const [uid, page] of Object.entries(people)) {
		await go(page, room);
		assert.match(await text(page), /Træning, så snart der er plads\./, `${uid} reads what was decided`);
		await go(page, '/');
		assert.deepEqual(page.faults, [], uid);
	}
});
