// Days of analysis in a browser: nothing refused by the policy, no finding by axe, no sideways scrolling; a day planned and changed without JavaScript.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertLooks, newPage, signIn, stack } from './stack.mjs';
import { sql } from './walk.mjs';

const pages = {
	'sofie.sb': ['/plan/days?when=all', '/plan/days/new', '/plan/days/1', '/plan/days/2', '/plan/days/2/change', '/plan/days/2/list', '/plan/days/2/citizens/15', '/plan/days/2/members/1',
		'/plan/days/2/talks/10', '/plan/calendar'],
	'psy.eva': ['/plan/days', '/plan/days/2'],
};

for (const [uid, paths] of Object.entries(pages))
	test(`the days of ${uid}, narrow and wide`, async () => {
		const page = await newPage();
		await signIn(page, uid);
		for (const path of paths) {
			const answer = await page.goto(stack.urls[0] + path);
			assert.equal(answer.status(), 200, path);
			await assertLooks(page, [1400, 320]);
		}
		assert.deepEqual(page.faults, []);
		await page.context().close();
	});

// Found from the home page: one press each for the day, the citizen, and that he did not come.
test('a citizen who does not come, in three activations, without JavaScript', async () => {
	// It has come.
	sql('UPDATE assessment_day SET held_on = CURRENT_DATE WHERE id = 2');
	const page = await newPage({ javaScript: false });
	await signIn(page, 'sofie.sb');
	await page.click('tr:has-text("Vurderingsdag") a[href$="/plan/days/2"]');
	await page.click('tr:has(th a[href$="/plan/15"]) a[href$="/plan/days/2/citizens/15"]');
	await page.click('button:has-text("Mødte ikke op")');
	assert.match(await page.textContent('.sp-note--green'), /Forløbet fortsætter/);
	assert.match(await page.textContent('tr:has(th a[href$="/plan/15"])'), /Mødte ikke op/);
	assert.deepEqual(page.faults, []);
});
