// The pages of plans, interventions and measuring that no other test opens: axe, and no sideways scrolling.  Nothing is changed but a
// citizen of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, stack } from './stack.mjs';
import { codeOn, newCourse, openByCode, person, send, sql } from './walk.mjs';

const [url] = stack.urls;

const pages = {
	'mads.sb': ['/plan/5/interventions', '/plan/4/plan', '/plan/4/my-plan', '/plan/4/progression?intervention=1', '/plan/4/progression/employment', '/plan/9/control'],
	'tl.karla': ['/plan/late'],
	'fys.pia': ['/plan/interventions/1', '/plan/interventions/1/goals', '/plan/interventions/1/measure'],
	'it.bo': ['/admin/questions', '/admin/questions/new', '/admin/rules/rule?rule=deadline&code=1', '/admin/rules/new?rule=stop&follows=1'],
};

/** What is folded is opened, so that forms are looked at; wide, and as narrow as a phone. */
async function look(page) {
	await page.evaluate(() => document.querySelectorAll('main details').forEach((folded) => { folded.open = true; }));
	assert.doesNotMatch(await page.locator('body').innerText(), /\[[a-z]+[.-][a-z.-]+\]/, `a label is missing on ${page.url()}`);
	for (const width of [1400, 320]) {
		await page.setViewportSize({ width, height: 900 });
		await assertAccessible(page);
		await assertFits(page);
		if (process.env.SAMSPIL_SHOTS)
			await page.screenshot({ path: `${process.env.SAMSPIL_SHOTS}/${page.url().replace(/^.*?\/\/[^/]*\/|[?#].*$/g, '').replaceAll('/', '-')}-${width}.png`, fullPage: true });
	}
	assert.deepEqual(page.faults, []);
}

for (const [uid, paths] of Object.entries(pages))
	test(`the pages of ${uid}`, async () => {
		const page = await person(uid);
		for (const path of paths) {
			const answer = await page.goto(url + path);
			assert.equal(answer.status(), 200, path);
			await look(page);
		}
		await page.context().close();
	});

/** A citizen whose mentor measures by one goal: the CPR number and the intervention. */
function measured() {
	const { cpr, course } = newCourse('Måling Eksempel', 'active');
	const [[plan]] = sql(`INSERT INTO plan (course_id, version, state, agreement, agreed_on, changed_by)
		VALUES (${course}, 1, 'agreed', 'agreed', CURRENT_DATE, 'mads.sb'); SELECT LAST_INSERT_ID()`);
	const [[intervention]] = sql(`INSERT INTO intervention (course_id, plan_id, title, provider_uid, goal, state, starts_on, first_measurement_on, ordered_on,
			started_on, changed_by) VALUES (${course}, ${plan}, 'Mentorstøtte', 'vh.bent', 'Kommer af sted', 'running', CURRENT_DATE - INTERVAL 10 DAY,
			CURRENT_DATE - INTERVAL 3 DAY, CURRENT_DATE - INTERVAL 12 DAY, CURRENT_DATE - INTERVAL 9 DAY, 'mads.sb'); SELECT LAST_INSERT_ID()`);
	for (const question of [13, 14])
		sql(`INSERT INTO progress_goal (course_id, intervention_id, question_id, chosen_on, changed_by)
			VALUES (${course}, ${intervention}, ${question}, CURRENT_DATE, 'vh.bent')`);
	return { cpr, intervention };
}

test('measuring by a code, and what the provider sees of it', async () => {
	const { cpr, intervention } = measured();
	const bent = await person('vh.bent');
	await bent.goto(`${url}/plan/interventions/${intervention}/measure`);
	await send(bent, 'citizen-code', {});
	await look(bent);
	const citizen = await openByCode(await codeOn(bent), cpr);
	assert.match(citizen.url(), /\/answer\/measurement$/);
	await look(citizen);
	await Promise.all([bent.context().close(), citizen.context().close()]);
});

test('what was refused stands first where it is narrow', async () => {
	const page = await person('mads.sb');
	const top = (selector) => page.locator(selector).first().evaluate((node) => node.getBoundingClientRect().top);
	await page.setViewportSize({ width: 320, height: 900 });
	await page.goto(`${url}/plan/5/interventions`);
	await page.evaluate(() => { for (const form of document.forms) form.noValidate = true; });
	await send(page, 'intervention', { title: '' });
	assert.ok(await top('.form-error') < await top('#find-offer'), 'before the catalogue');
	assert.ok(await top('.form-error') < await top('#interventions'), 'and before what there is');
	await assertFits(page);
	await assertAccessible(page);
	if (process.env.SAMSPIL_SHOTS)
		await page.screenshot({ path: `${process.env.SAMSPIL_SHOTS}/refused-320.png`, fullPage: true });
	await page.context().close();
});
