import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, stack } from './stack.mjs';
import { person } from './walk.mjs';

const url = stack.urls[0];
const reports = ['caseload', 'simulator', 'flow', 'time', 'progression', 'disagreement', 'action-plans', 'account?baseline=901', 'regions', 'duration'];

/** Each page has its words and fits at all widths; axe looks at it once, since what it judges does not change with the width. */
async function look(page, path) {
	const answer = await page.goto(url + path);
	assert.equal(answer.status(), 200, path);
	assert.deepEqual(page.faults, []);
	assert.ok(!/\[[a-z]+[.-][a-z.-]+\]/.test(await page.locator('body').innerText()), `${path}: a label is missing`);
	for (const width of [320, 768, 1400]) {
		await page.setViewportSize({ width, height: 900 });
		await assertFits(page);
	}
	await assertAccessible(page);
}

test('every report is for all readers, and hides no column on a wide screen', async () => {
	const karla = await person('tl.karla');
	await look(karla, '/report');
	for (const report of reports) {
		await look(karla, `/report/${report}`);
		const hidden = await karla.evaluate(() => [...document.querySelectorAll('.sp-scroll')].filter((e) => e.scrollWidth > e.clientWidth)
			.map((e) => e.getAttribute('aria-labelledby')));
		assert.deepEqual(hidden, [], report);
	}
	await karla.goto(`${url}/report/flow`);
	const number = karla.locator('#figures-stock ~ .sp-scroll tbody tr.is-total td a').first();
	const told = await number.innerText();
	await look(karla, (await number.evaluate((a) => a.href)).slice(url.length));
	assert.match(await karla.locator('main').innerText(), new RegExp(`I alt\\s+[^\\n]*: ${told} `), 'the list says which number it is');
});

test('what reports are computed from is for all who keep it', async () => {
	const rita = await person('oek.rita');
	for (const path of ['/admin/account', '/admin/account?of=baseline', '/admin/hours', '/admin/action-plans', '/admin/imports'])
		await look(rita, path);
});
