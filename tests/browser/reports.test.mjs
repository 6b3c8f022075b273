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
	for (const width of [320, 390, 768, 1280, 1400]) {
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
		await karla.setViewportSize({ width: 1280, height: 900 });
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
	for (const path of ['/admin/account', '/admin/account?of=baseline', '/admin/hours', '/admin/action-plans', '/admin/imports', '/admin/catalogue'])
		await look(rita, path);
	await rita.goto(`${url}/admin/account`);
	await rita.locator('tbody th a').first().click();
	await rita.locator('a[href*="/admin/account/remove"]').click();
	await rita.getByRole('link', { name: /Fortryd|Tilbage/ }).click();
	await rita.getByRole('link', { name: 'Tilbage til linjerne' }).click();
	assert.match(rita.url(), /\/admin\/account\?of=/, 'who does not want to remove anything finds back');
});

/** What is wider than the paper, as it is laid out for printing: A4 less its margins. */
function tooWide(page) {
	return page.evaluate(() => [...document.querySelectorAll('main *')].filter((e) => e.checkVisibility() && !e.closest('.sr-only, defs, svg') &&
		e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((e) => `${e.tagName} ${e.className} ${e.textContent.slice(0, 30)}`));
}

test('a report on A4 is whole: its head, what it says in short, all columns and charts, and nothing to press', async () => {
	const karla = await person('tl.karla');
	await karla.emulateMedia({ media: 'print' });
	await karla.setViewportSize({ width: Math.floor(180 / 25.4 * 96), height: Math.floor(267 / 25.4 * 96) });
	for (const report of reports) {
		await karla.goto(`${url}/report/${report}`);
		assert.deepEqual(await tooWide(karla), [], report);
		for (const gone of ['.sp-bar', '.sp-filter', 'form', 'button', '.sp-noprint', 'details'])
			assert.equal(await karla.locator(gone).filter({ visible: true }).count(), 0, `${report}: ${gone}`);
		const head = await karla.locator('.sp-head').innerText();
		assert.match(head, /Data fra \d\d-\d\d-\d{4} kl\./, report);
		assert.ok(report === 'simulator' || /\d\d-\d\d-\d{4} til \d\d-\d\d-\d{4}/.test(head), report);
		const brief = karla.locator('#brief');
		if (await brief.count())
			assert.ok((await brief.boundingBox()).y < (await karla.locator('[id^=figures-]').first().boundingBox()).y, `${report}: in short comes first`);
		const pdf = await karla.pdf({ preferCSSPageSize: true });
		const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
		assert.ok(pages.length >= 1 && pages.length <= 8, `${report}: ${pages.length} pages`);
	}
});
