// What departments offer, and the rules that are data: read and written in a browser, with and without script.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, newPage, signIn, stack } from './stack.mjs';

const url = stack.urls[0];

for (const javaScript of [true, false])
	test(`a version is begun, written and published in three steps, ${javaScript ? 'with' : 'without'} script`, async () => {
		const page = await newPage({ javaScript, width: 1400 });
		await signIn(page, 'tl.sanne');
		await page.goto(`${url}/admin/catalogue/12`);
		let steps = 0;
		const press = async (target) => { steps++; await target.click(); await page.waitForLoadState(); };
		await press(page.locator('a[href$="/edit"]'));
		await page.locator('[name=waiting-days]').fill(javaScript ? '8' : '9');
		await press(page.locator('[value=save-draft]'));
		assert.equal(await page.locator('[data-keep=catalogue-warnings]').count(), 1);
		await press(page.locator('[value=publish]'));
		assert.equal(steps, 3);
		assert.match(await page.locator('main').innerText(), javaScript ? /8 dage/ : /9 dage/);
		assert.deepEqual(page.faults, []);
		await page.context().close();
	});

test('axe finds nothing, and nothing is wider than a phone', async () => {
	const page = await newPage({ width: 1400 });
	await signIn(page, 'it.bo');
	for (const path of ['/admin/catalogue', '/admin/catalogue/8', '/admin/catalogue/16', '/admin/catalogue/8/edit', '/admin/rules', '/admin/rules/rule?rule=frame&code=1',
		'/admin/rules/new?rule=frame&follows=1']) {
		await page.goto(url + path);
		await assertAccessible(page);
		await page.setViewportSize({ width: 320, height: 700 });
		assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, path);
		await page.setViewportSize({ width: 1400, height: 800 });
	}
	assert.deepEqual(page.faults, []);
	await page.context().close();
});
