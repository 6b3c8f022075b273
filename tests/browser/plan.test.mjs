// The pages of a course in a browser: nothing refused by the policy, no finding by axe, no sideways scrolling, without JavaScript.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertLooks, newPage, signIn, stack } from './stack.mjs';
import { newCourse } from './walk.mjs';

const pages = {
	'mads.sb': ['/plan', '/plan/4', '/plan/3/contacts', '/plan/3/background', '/plan/3/background/work', '/plan/3/background/social', '/plan/3/notes',
		'/plan/3/focus-areas?q=ryg', '/plan/3/focus-areas/1', '/plan/7/conference', '/plan/9/plan', '/plan/4/history', '/plan/4/history/difference?from=01-01-2026',
		'/plan/3/case'],
	'ext.fit': ['/plan', '/plan/interventions/5'],
	'vh.bent': ['/plan/interventions', '/plan/4/progression'],
};

for (const [uid, paths] of Object.entries(pages))
	test(`the pages of ${uid}, narrow and wide`, async () => {
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

test('a focus area by the search, without JavaScript', async () => {
	const page = await newPage({ javaScript: false });
	await signIn(page, 'mads.sb');
	const { course } = newCourse('Fokus Eksempel', 'assessment');
	await page.goto(`${stack.urls[0]}/plan/${course}/focus-areas`);
	await page.fill('#focus-area-suggestion', 'Træning');
	await page.fill('#focus-area-q', 'rygsmerter');
	await page.press('#focus-area-q', 'Enter');
	await page.check('.sp-hits input[value=FB28013]');
	assert.equal(await page.inputValue('#focus-area-suggestion'), 'Træning');
	await page.check('input[name=kind][value=barrier]');
	await page.selectOption('#focus-area-qualifier', 'FZBG12');
	await page.click('button:has-text("Gem fokusområde")');
	assert.match(await page.textContent('.form-error-message'), /skal udfyldes/);
	await page.fill('#focus-area-description', 'Kan ikke løfte gulvspanden');
	await page.click('button:has-text("Gem fokusområde")');
	assert.match(await page.textContent('.sp-note--green'), /gemt/);
	assert.match(await page.textContent('table.sp-focus'), /Rygsmerter.*FB28013.*Kan ikke løfte gulvspanden/s);
	// The browser reports our own 422 as a fault.
	assert.deepEqual(page.faults.filter((fault) => !fault.includes('422')), []);
});
