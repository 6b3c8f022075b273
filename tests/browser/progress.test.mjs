// The method, in a browser: conference, plan, agreement, two providers, six measurements, a stop, and closing with an outcome.
// Each step's page has no fault and no label missing; axe looks at those that only this story comes to, the others are progress-pages' and plan's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, stack } from './stack.mjs';
import { codeOn, danish, newCourse, openByCode, person, send, sql } from './walk.mjs';

const [url] = stack.urls;
const looked = new Set();

/** No fault, no label missing. */
async function sound(page) {
	const refused = await page.locator('.form-error').count() > 0;
	assert.ok(!/\[[a-z]+[.-][a-z.-]+\]/.test(await page.locator('body').innerText()), `${page.url()}: a label is missing`);
	assert.deepEqual(page.faults.filter((fault) => !(refused && fault.includes('422'))), []);
}

/** A page as it first comes: sound, no finding by axe, no sideways scrolling on a phone. */
async function look(page, name) {
	await sound(page);
	if (looked.has(name))
		return;
	looked.add(name);
	await assertAccessible(page);
	const before = page.viewportSize();
	await page.setViewportSize({ width: 320, height: 900 });
	await assertFits(page);
	await page.setViewportSize(before);
}

async function go(page, path) {
	const answer = await page.goto(url + path);
	assert.equal(answer.status(), 200, path);
	await sound(page);
}

/** What is said of the page: its notices. */
const said = (page) => page.locator('.sp-note').first().innerText();

/** The name of the first question that is asked. */
const firstScale = (page) => page.locator('#form-measurement [type=radio]').first().getAttribute('name');

/** A citizen whose conference is due: signed notes of all four professions, and what hinders her. */
function conferenceDue() {
	const { cpr, course } = newCourse('Metode Forløbsen', 'conference-ready', { goal: 'Arbejde i et køkken 15 timer om ugen', days: 120 });
	for (const [uid, profession] of [['mads.sb', 'caseworker'], ['psy.eva', 'psychologist'], ['fys.pia', 'physiotherapist'], ['spl.nils', 'nurse']])
		sql(`INSERT INTO professional_note (course_id, uid, profession, state, limitation, signed_at, changed_by)
			VALUES (${course}, '${uid}', '${profession}', 'signed', 'Ryggen', CURRENT_TIMESTAMP, '${uid}')`);
	sql(`INSERT INTO focus_area (course_id, component, kind, icf_code, icf_title, priority, description, profession, uid, changed_by)
		VALUES (${course}, 'function', 'barrier', 'FB28013', 'Rygsmerter', 1, 'Kan ikke stå længe', 'physiotherapist', 'fys.pia', 'fys.pia')`);
	return { cpr, course };
}

/** All that was measured, and agreed to be measured, happened four weeks earlier. */
function fourWeeksPass(course) {
	sql(`UPDATE measurement SET measured_at = measured_at - INTERVAL 28 DAY WHERE course_id = ${course};
		UPDATE measurement_schedule SET first_due_on = first_due_on - INTERVAL 28 DAY WHERE course_id = ${course};
		UPDATE progress_goal SET chosen_on = chosen_on - INTERVAL 28 DAY WHERE course_id = ${course};
		UPDATE intervention SET starts_on = starts_on - INTERVAL 28 DAY, started_on = started_on - INTERVAL 28 DAY, ordered_on = ordered_on - INTERVAL 28 DAY,
			first_measurement_on = first_measurement_on - INTERVAL 28 DAY WHERE course_id = ${course}`);
}

test('what does not work is stopped, what works ends, and the course ends with an outcome', async () => {
	const { cpr, course } = conferenceDue();
	const tab = `/plan/${course}`;
	const mads = await person('mads.sb', { javaScript: false });

	// The conference, and what comes of it.
	await go(mads, `${tab}/conference`);
	await mads.locator('details:has(form#form-conference) > summary').click();
	await send(mads, 'conference', { 'held-on': danish(), 'citizen-present': 'yes', 'citizens-words': 'Jeg vil gerne i et køkken', conclusion: 'Træning og mentor' });
	for (const [title, provider, goal] of [['Rygtræning', 'fys.pia', 'Kan stå op en time'], ['Mentorstøtte', 'vh.bent', 'Kommer af sted hver dag']]) {
		await go(mads, `${tab}/interventions`);
		await send(mads, 'intervention', { title, provider, goal, 'starts-on': danish(), 'first-measurement-on': danish() });
	}
	await look(mads, 'interventions-two');

	// The plan is agreed on, and its interventions are ordered.
	await go(mads, `${tab}/plan`);
	await send(mads, 'agreement', { agreement: 'agreed', 'agreed-on': danish(), 'agreed-how': 'meeting' });
	await look(mads, 'plan-agreed');
	const [[training], [mentor]] = sql(`SELECT id FROM intervention WHERE course_id = ${course} AND state = 'ordered' ORDER BY id`);
	await go(mads, `${tab}/my-plan`);

	// Two providers take it on, choose a goal with the citizen, and are in no doubt what to do next.
	const pia = await person('fys.pia', { javaScript: false });
	const bent = await person('vh.bent', { javaScript: false });
	for (const [provider, intervention] of [[pia, training], [bent, mentor]]) {
		await go(provider, `/plan/interventions?show=waits`);
		await provider.locator(`a[href$="/plan/interventions/${intervention}"]`).click();
		await send(provider, 'accept', {});
		await send(provider, 'start', { 'started-on': danish() });
		await look(provider, 'intervention-running');
		await provider.locator('main a.button[href$="/goals"]').click();
		await look(provider, 'goals');
		await provider.locator('#form-goals-choose [type=checkbox]').first().check();
		await send(provider, 'goals-choose', {});
	}

	// Three rounds, six measurements: the citizen and the physiotherapist agree that nothing moves.
	for (let round = 1; round <= 3; round++) {
		await go(pia, `/plan/interventions/${training}/measure`);
		await send(pia, 'citizen-code', {});
		const her = await openByCode(await codeOn(pia), cpr, { javaScript: false, width: 390 });
		await send(her, 'measurement', { [await firstScale(her)]: '4' });
		await look(her, 'answer-thanks');
		await her.context().close();
		await send(pia, 'measurement', { [await firstScale(pia)]: '4' });
		await sound(pia);
		if (round < 3)
			fourWeeksPass(course);
	}
	assert.deepEqual(sql(`SELECT measured_by, COUNT(*), MIN(value), MAX(value) FROM measurement WHERE course_id = ${course} GROUP BY measured_by ORDER BY measured_by`),
		[['citizen', '3', '4', '4'], ['provider', '3', '4', '4']]);
	assert.deepEqual(sql(`SELECT cause FROM stop_task WHERE intervention_id = ${training} AND answered_on IS NULL`), [['no-progress']]);

	// That waits for the caseworker, who stops it, with the chart in view.
	await go(mads, `${tab}/progression?intervention=${training}`);
	assert.equal(await mads.locator('svg').first().isVisible(), true);
	await send(mads, 'stop', { answer: 'stop', reason: 'Tre målinger uden fremgang: vi prøver noget andet', on: danish() });
	await look(mads, 'progression-stopped');
	assert.deepEqual(sql(`SELECT i.state, t.answer FROM intervention i JOIN stop_task t ON t.intervention_id = i.id WHERE i.id = ${training}`), [['stopped', 'stop']]);
	await go(pia, `/plan/interventions/${training}`);
	assert.match(await pia.locator('main').innerText(), /Tre målinger uden fremgang.*Du kan se den til og med/s);

	// The other one worked: she did not come one day, and then it ended.
	await go(bent, `/plan/interventions/${mentor}`);
	await bent.locator('details:has(#form-citizen-absence) > summary').click();
	await send(bent, 'citizen-absence', { 'absence-kind': 'ill', 'from-on': danish(), 'to-on': danish(-1) });
	assert.match(await bent.locator('.form-error-message').innerText(), /før begyndelsen/);
	await look(bent, 'absence-refused');
	await send(bent, 'citizen-absence', { 'to-on': '' });
	assert.match(await said(bent), /Sagsbehandleren har fået besked/);
	await bent.locator('details:has(#form-finish) > summary').click();
	await send(bent, 'finish', { 'ended-on': danish(), 'follow-up': 'end', result: 'Hun går hjemmefra kl. 8 hver dag.' });
	await look(bent, 'intervention-completed');
	assert.match(await bent.locator('main').innerText(), /Hun går hjemmefra kl. 8 hver dag/);

	// And so does the course.
	await go(mads, `${tab}/status`);
	await mads.locator('details:has(#form-close-course) > summary').click();
	await send(mads, 'close-course', { outcome: 'job', reason: 'Ansat 15 timer om ugen i et køkken' });
	await look(mads, 'status-closed');
	assert.deepEqual(sql(`SELECT state, outcome FROM course WHERE id = ${course}`), [['closed', 'job']]);
	await go(mads, `${tab}/case`);
	assert.match(await mads.locator('main').innerText(), /Tre målinger uden fremgang/);
	for (const page of [mads, pia, bent])
		await page.context().close();
});
