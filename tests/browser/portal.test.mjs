// The portal's and the administration's pages: accessible, and no wider than the window.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, assertLooks, newPage, signIn, stack } from './stack.mjs';

const pages = {
	'mads.sb': ['/', '/?kind=deadline', '/citizens', '/citizens?q=an', '/citizens?q=nobody', '/citizens/1', '/citizens/7', '/citizens/13'],
	'tl.karla': ['/', '/admin', '/admin/access-log?citizen=1'],
	'it.bo': ['/', '/admin', '/admin/departments', '/admin/access-log', '/admin/access-log?limit=5&uid=mads.sb'],
	'vk.ole': ['/'],
	'eval.ane': ['/'],
};

for (const [uid, paths] of Object.entries(pages))
	test(`what ${uid} sees, from a phone to a wide screen`, async () => {
		const page = await newPage();
		await signIn(page, uid, stack.urls[1]);
		for (const path of paths) {
			await page.goto(stack.urls[1] + path);
			await assertLooks(page, [1600, 768, 320]);
			assert.doesNotMatch(await page.locator('body').innerText(), /\[[a-z-]+(\.[a-z-]+)+\]/, `a label is missing on ${path}`);
		}
		assert.deepEqual(page.faults, []);
		await page.context().close();
	});

test('a refused registration says what to do, keeps what was typed, and is accessible', async () => {
	const page = await newPage({ width: 320, javaScript: false });
	await signIn(page, 'mads.sb');
	await page.goto(`${stack.urls[0]}/citizens`);
	await page.locator('#citizen-cpr').fill('154457-4545');
	await page.locator('#citizen-name').fill('Rene Renesen');
	await page.locator('#form-citizen [type=submit]').click();
	assert.match(await page.title(), /^Fejl/);
	assert.match(await page.locator('#citizen-cpr-error').innerText(), /Datoen i CPR-nummeret findes ikke/);
	assert.equal(await page.locator('#citizen-cpr').inputValue(), '154457-4545');
	assert.equal(await page.locator('#citizen-name').inputValue(), 'Rene Renesen');
	await page.locator('#citizen-errors a').first().click();
	assert.ok(await page.locator('#citizen-cpr').evaluate((input) => document.activeElement === input || location.hash === '#citizen-cpr'));
	await assertFits(page);
});

test('search leads to the citizen in one step', async () => {
	const page = await newPage();
	await signIn(page, 'mads.sb');
	await page.locator('[name=q]').fill('250380-1714');
	await page.keyboard.press('Enter');
	await page.waitForURL(`${stack.urls[0]}/citizens/1`);
	assert.equal(await page.locator('h1').innerText(), 'Karen Karensen');
});

test('a wrong password is told in words', async () => {
	const page = await newPage();
	await page.goto(`${stack.urls[0]}/sign-in`);
	await page.locator('[name=username]').fill('bf.tina');
	await page.locator('[name=password]').fill('not the password');
	await page.locator('form[action$="/sign-in"] [type=submit]').click();
	assert.match(await page.locator('main').innerText(), /Brugernavn eller adgangskode er forkert/);
	assert.equal(await page.locator('[name=username]').inputValue(), 'bf.tina');
	assert.equal(await page.locator('[name=password]').inputValue(), '');
	await assertAccessible(page);
});
