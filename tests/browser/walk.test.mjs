import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, stack } from './stack.mjs';
import { answerAll, codeOn, danish, firstChoice, karensAnswers, newCpr, openByCode, person, send, sql } from './walk.mjs';

const url = stack.urls[0];

const looked = new Set();

/**
 * Every page is looked at as it first comes: axe, no sideways scrolling from a phone to a wide screen, no fault in the browser, no
 * label missing.  (A page that was looked at already is not again, unless a form came back with errors: axe takes its time.)
 */
async function look(page) {
	const refused = await page.locator('.form-error').count() > 0;
	const key = `${new URL(page.url()).pathname.replace(/\d+/g, 'ID')} ${refused}`;
	assert.deepEqual(page.faults.filter((fault) => !(refused && fault.includes('422'))), []);
	assert.ok(!/\[[a-z]+[.-][a-z.-]+\]/.test(await page.locator('body').innerText()), `${page.url()}: a label is missing`);
	if (looked.has(key))
		return;
	looked.add(key);
	await assertAccessible(page);
	const before = page.viewportSize();
	for (const width of [320, 1600]) {
		await page.setViewportSize({ width, height: 900 });
		await assertFits(page);
	}
	await page.setViewportSize(before);
}

async function go(page, path) {
	const answer = await page.goto(url + path);
	assert.equal(answer.status(), 200, path);
}

test('the walk, from registration to the first measurement, without JavaScript', async () => {
	const cpr = newCpr();
	const mads = await person('mads.sb', { javaScript: false });
	await look(mads);

	await go(mads, '/citizens');
	await look(mads);
	await send(mads, 'citizen', { cpr: `${cpr.slice(0, 6)}-${cpr.slice(6)}`, name: 'Browser Gennemgang', 'benefit-type': 'kontanthjaelp' });
	assert.match(mads.url(), /\/citizens\/\d+/);
	const citizen = mads.url().match(/citizens\/(\d+)/)[1];
	await look(mads);

	const [[questionnaire]] = sql("SELECT id FROM questionnaire WHERE code = 'demo-kontanthjaelp' ORDER BY version DESC LIMIT 1");
	await send(mads, 'screening', { questionnaire: await mads.locator(`#form-screening [value="${questionnaire}"]`).count()
		? questionnaire : await firstChoice(mads, 'screening', 'questionnaire') });
	assert.match(mads.url(), /\/screening\/\d+/);
	await look(mads);
	const screening = mads.url().match(/screening\/(\d+)/)[1];
	const code = await codeOn(mads);

	const visitor = await openByCode(code, cpr, { javaScript: false, width: 390 });
	await answerAll(visitor, karensAnswers(), look);
	await look(visitor);

	await go(mads, '/triage');
	await look(mads);
	await go(mads, `/triage/${screening}`);
	assert.match(await mads.locator('main').innerText(), /10 røde og 3 gule risikodimensioner, hvilket indikerer at borgeren er aktivitetsparat/);
	await look(mads);
	await send(mads, 'assessment', { decision: 'jobparat', note: 'Det skrevne bliver stående' }, 'assess');
	assert.equal(await mads.locator('#form-assessment [name=note]').inputValue(), 'Det skrevne bliver stående');
	await look(mads);
	await send(mads, 'assessment', { decision: 'aktivitetsparat', 'employment-goal': 'Deltid på kontor',
		frame: await firstChoice(mads, 'assessment', 'frame') }, 'assess');
	assert.match(mads.url(), /\/plan\/\d+/);
	const course = mads.url().match(/plan\/(\d+)/)[1];
	const tab = `/plan/${course}`;
	await look(mads);

	for (const [uid, role] of [['psy.eva', 'psychologist'], ['fys.pia', 'physiotherapist'], ['spl.nils', 'nurse']]) {
		await go(mads, `${tab}/contacts`);
		await send(mads, 'contact', { staff: uid, role });
	}
	await look(mads);
	await go(mads, `${tab}/background`);
	await look(mads);
	await go(mads, `${tab}/background/work`);
	await look(mads);
	await send(mads, 'work', { occupation: 'Lagermedarbejder' });
	assert.match(await mads.locator('main').innerText(), /Lagermedarbejder/);

	for (const writer of [await person('psy.eva'), await person('fys.pia'), await person('spl.nils'), mads]) {
		await go(writer, `${tab}/notes`);
		await look(writer);
		await send(writer, 'professional-note', { limitation: 'Har svært ved at samle tankerne', suggestion: 'Samtaler' }, 'sign');
		await look(writer);
	}

	await go(mads, `${tab}/focus-areas`);
	await look(mads);
	await send(mads, 'focus-area', { component: 'function', kind: 'barrier', q: 'FB28013', description: 'Konstante smerter i ryggen' });
	assert.match(await mads.locator('main').innerText(), /FB28013/);
	await look(mads);

	await go(mads, `${tab}/conference`);
	await look(mads);
	await mads.locator('details:has(form#form-conference) > summary').click();
	await send(mads, 'conference', { 'held-on': danish(), 'citizen-present': 'yes', 'citizens-words': 'Jeg vil gerne i gang', conclusion: 'Træning' });
	await look(mads);

	await go(mads, `${tab}/interventions`);
	await send(mads, 'intervention', { title: 'Rygtræning', provider: 'vh.bent', goal: 'Kan stå op en time', 'starts-on': danish(),
		'first-measurement-on': danish(14) });
	await look(mads);
	await go(mads, `${tab}/plan`);
	await send(mads, 'agreement', { agreement: 'agreed', 'agreed-on': danish(), 'agreed-how': 'meeting' });
	await look(mads);

	const [[intervention]] = sql(`SELECT id FROM intervention WHERE course_id = ${course}`);
	const bent = await person('vh.bent', { javaScript: false });
	await look(bent);
	await go(bent, `/plan/interventions/${intervention}`);
	await look(bent);
	await send(bent, 'accept', {});
	await send(bent, 'start', await bent.locator('[name=started-on]').count() ? { 'started-on': danish() } : {});
	await look(bent);
	await go(bent, `/plan/interventions/${intervention}/goals`);
	await look(bent);
	await bent.locator('#form-goals-choose [type=checkbox]').first().check();
	await send(bent, 'goals-choose', {});
	await look(bent);
	await send(bent, 'measurement', { [await bent.locator('#form-measurement [type=radio]').first().getAttribute('name')]: '4' });
	const measuring = await openByCode(await codeOn(bent), cpr, { javaScript: false, width: 390 });
	await look(measuring);
	const scale = await measuring.locator('#form-measurement [type=radio]').first().getAttribute('name');
	await send(measuring, 'measurement', { [scale]: '7' });
	await look(measuring);

	await go(mads, `${tab}/progression`);
	assert.equal(await mads.locator('svg').first().isVisible(), true);
	await look(mads);
	for (const path of [`${tab}/history`, `${tab}?as-of=${new Date().toISOString().slice(0, 10)}`, '/plan', `/citizens/${citizen}`, '/screening', '/'])  {
		await go(mads, path);
		await look(mads);
	}
});

test('the operator\'s and the editor\'s pages', async () => {
	for (const uid of ['it.bo', 'xsl.jens', 'tl.karla', 'eval.ane', 'bf.tina', 'ext.fit']) {
		const page = await person(uid);
		await look(page);
	}
	const bo = await person('it.bo');
	for (const path of ['/admin', '/admin/departments', '/admin/access-log', '/admin/imports', '/admin/reference', '/admin/reference?program=triage', '/admin/reference?q=icf']) {
		await go(bo, path);
		await look(bo);
	}
});

test('what is not allowed, and what is not there, is told and accessible', async () => {
	const lis = await person('lis.sb');
	assert.equal((await lis.goto(`${url}/citizens/1`)).status(), 403);
	await assertAccessible(lis);
	assert.equal((await lis.goto(`${url}/no-such-page`)).status(), 404);
	await assertAccessible(lis);
	await assertFits(lis);
});
