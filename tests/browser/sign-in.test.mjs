import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, newPage, signInByForm, stack } from './stack.mjs';

for (const url of stack.urls)
	for (const javaScript of [true, false])
		test(`sign in at ${new URL(url).pathname}, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
			const page = await newPage({ javaScript });
			await signInByForm(page, 'mads.sb', url);
			assert.match(await page.locator('header').innerText(), /Mads Samling/);
			assert.deepEqual(page.faults, []);
		});

for (const width of [320, 1600])
	test(`the way in is accessible and fits at ${width} px`, async () => {
		const page = await newPage({ width });
		await page.goto(`${stack.urls[1]}/sign-in`);
		await assertAccessible(page);
		await assertFits(page);
		await signInByForm(page, 'mads.sb', stack.urls[1]);
		await assertAccessible(page);
		await assertFits(page);
		assert.deepEqual(page.faults, []);
	});

test('the page for what is not there is accessible', async () => {
	const page = await newPage();
	const answer = await page.goto(`${stack.urls[1]}/static/nothing.html`);
	assert.equal(answer.status(), 404);
	await assertAccessible(page);
	await assertFits(page);
});

// That axe finds nothing would say nothing if it did not look.
for (const javaScript of [true, false])
	test(`a field without a name, and words that are too pale, are found ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
		const page = await newPage({ javaScript });
		await page.goto(`${stack.urls[0]}/sign-in`);
		await assertAccessible(page);
		await page.evaluate(() => document.querySelector('label[for=sign-in-username]').remove());
		await assert.rejects(assertAccessible(page), /label: .*#sign-in-username/s);
		await page.reload();
		await page.evaluate(() => { document.querySelector('h1').style.color = '#ddd'; });
		await assert.rejects(assertAccessible(page), /color-contrast: /);
	});
