// The method, in a browser: conference, plan, agreement, two providers, six measurements, and that what does not work is found.
// Each page is looked at by axe once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, runDemo, stack } from './stack.mjs';
import { codeOn, danish, newCpr, openByCode, person, send, sql } from './walk.mjs';

const [url] = stack.urls;
const looked = new Set();

/** A page as it first comes: no finding by axe, no fault, no label missing, no sideways scrolling on a phone. */
async function look(page, name) {
	const refused = await page.locator('.form-error').count() > 0;
	assert.ok(!/\[[a-z]+[.-][a-z.-]+\]/.test(await page.locator('body').innerText()), `${page.url()}: a label is missing`);
	assert.deepEqual(page.faults.filter((fault) => !(refused && fault.includes('422'))), []);
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
}

/** A citizen whose conference is due: signed notes of all four professions, and what hinders her. */
function conferenceDue(cpr) {
	const born = `19${cpr.slice(4, 6)}-${cpr.slice(2, 4)}-${cpr.slice(0, 2)}`;
	const [[citizen]] = sql(`INSERT INTO citizen (name, birth_date, department_id, changed_by) VALUES ('Metode Forløbsen', '${born}', 'jobcenter', 'mads.sb');
		SELECT LAST_INSERT_ID()`);
	const [[course]] = sql(`INSERT INTO citizen_cpr (citizen_id, cpr, changed_by) VALUES (${citizen}, '${cpr}', 'mads.sb');
		INSERT INTO course (citizen_id, frame_id, department_id, caseworker_uid, state, employment_goal, opened_on, changed_by)
			VALUES (${citizen}, 1, 'jobcenter', 'mads.sb', 'conference-ready', 'Arbejde i et køkken 15 timer om ugen', CURRENT_DATE - INTERVAL 120 DAY, 'mads.sb');
		SELECT LAST_INSERT_ID()`);
	for (const [uid, profession] of [['mads.sb', 'caseworker'], ['psy.eva', 'psychologist'], ['fys.pia', 'physiotherapist'], ['spl.nils', 'nurse']])
		sql(`INSERT INTO professional_note (course_id, uid, profession, state, limitation, signed_at, changed_by)
			VALUES (${course}, '${uid}', '${profession}', 'signed', 'Ryggen', CURRENT_TIMESTAMP, '${uid}')`);
	sql(`INSERT INTO focus_area (course_id, component, kind, icf_code, icf_title, priority, description, profession, uid, changed_by)
		VALUES (${course}, 'function', 'barrier', 'FB28013', 'Rygsmerter', 1, 'Kan ikke stå længe', 'physiotherapist', 'fys.pia', 'fys.pia')`);
	return { citizen, course };
}

/** All that was measured, and agreed to be measured, happened four weeks earlier. */
function fourWeeksPass(course) {
	sql(`UPDATE measurement SET measured_at = measured_at - INTERVAL 28 DAY WHERE course_id = ${course};
		UPDATE measurement_schedule SET first_due_on = first_due_on - INTERVAL 28 DAY WHERE course_id = ${course};
		UPDATE progress_goal SET chosen_on = chosen_on - INTERVAL 28 DAY WHERE course_id = ${course};
		UPDATE intervention SET starts_on = starts_on - INTERVAL 28 DAY, started_on = started_on - INTERVAL 28 DAY, ordered_on = ordered_on - INTERVAL 28 DAY,
			first_measurement_on = first_measurement_on - INTERVAL 28 DAY WHERE course_id = ${course}`);
}

test('from the conference to six measurements, after which what does not work waits for a decision', async () => {
	const cpr = newCpr();
	const { course } = conferenceDue(cpr);
	const tab = `/plan/${course}`;
	const mads = await person('mads.sb', { javaScript: false });

	// The conference, and what comes of it.
	await go(mads, `${tab}/conference`);
	await look(mads, 'conference');
	await mads.locator('details:has(form#form-conference) > summary').click();
	await send(mads, 'conference', { 'held-on': danish(), 'citizen-present': 'yes', 'citizens-words': 'Jeg vil gerne i et køkken', conclusion: 'Træning og mentor' });
	for (const [title, provider, goal] of [['Rygtræning', 'fys.pia', 'Kan stå op en time'], ['Mentorstøtte', 'vh.bent', 'Kommer af sted hver dag']]) {
		await go(mads, `${tab}/interventions`);
		await look(mads, 'interventions');
		await send(mads, 'intervention', { title, provider, goal, 'starts-on': danish(), 'first-measurement-on': danish() });
	}
	await look(mads, 'interventions-two');

	// The plan is agreed on, and its interventions are ordered.
	await go(mads, `${tab}/plan`);
	await look(mads, 'plan');
	await send(mads, 'agreement', { agreement: 'agreed', 'agreed-on': danish(), 'agreed-how': 'meeting' });
	await look(mads, 'plan-agreed');
	const [[training], [mentor]] = sql(`SELECT id FROM intervention WHERE course_id = ${course} AND state = 'ordered' ORDER BY id`);
	await go(mads, `${tab}/my-plan`);
	await look(mads, 'my-plan');

	// Two providers take it on, choose a goal with the citizen, and are in no doubt what to do next.
	const pia = await person('fys.pia', { javaScript: false });
	const bent = await person('vh.bent', { javaScript: false });
	for (const [provider, intervention] of [[pia, training], [bent, mentor]]) {
		await go(provider, `/plan/interventions?show=waits`);
		await look(provider, 'inbox');
		await provider.locator(`a[href$="/plan/interventions/${intervention}"]`).click();
		await look(provider, 'intervention-ordered');
		await send(provider, 'accept', {});
		await look(provider, 'intervention-accepted');
		await send(provider, 'start', { 'started-on': danish() });
		await look(provider, 'intervention-running');
		await provider.locator('main a[href$="/goals"]').click();
		await look(provider, 'goals');
		await provider.locator('#form-goals-choose [type=checkbox]').first().check();
		await send(provider, 'goals-choose', {});
	}

	// Three rounds, six measurements: the citizen and the physiotherapist agree that nothing moves.
	for (let round = 1; round <= 3; round++) {
		await go(pia, `/plan/interventions/${training}/measure`);
		await look(pia, 'measure');
		const value = await pia.locator('#form-measurement [type=radio]').first().getAttribute('name');
		await send(pia, 'measurement', { [value]: '4' });
		const her = await openByCode(await codeOn(pia), cpr, { javaScript: false, width: 390 });
		await look(her, 'answer-measurement');
		await send(her, 'measurement', { [await her.locator('#form-measurement [type=radio]').first().getAttribute('name')]: '4' });
		await look(her, 'answer-thanks');
		await her.context().close();
		if (round < 3)
			fourWeeksPass(course);
	}
	assert.deepEqual(sql(`SELECT measured_by, COUNT(*), MIN(value), MAX(value) FROM measurement WHERE course_id = ${course} GROUP BY measured_by ORDER BY measured_by`),
		[['citizen', '3', '4', '4'], ['provider', '3', '4', '4']]);
	// What the citizen gave last is looked at by the pass.
	runDemo('run', 'notify', '--once');
	assert.deepEqual(sql(`SELECT cause FROM stop_task WHERE intervention_id = ${training} AND answered_on IS NULL`), [['no-progress']]);
});
