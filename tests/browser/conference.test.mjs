// The conference's screen by keys alone: from four findings to three interventions, in few presses; nothing lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, newPage, signIn, stack } from './stack.mjs';

const base = stack.urls[0];

/** Tab until what is focused fits the selector; looking is no activation. */
async function to(page, selector) {
	for (let i = 0; i < 120; i++) {
		if (await page.evaluate((s) => document.activeElement?.matches(s), selector))
			return;
		await page.keyboard.press('Tab');
	}
	assert.fail(`the tab key does not reach ${selector} on ${page.url()}`);
}

test('three interventions from four findings by keys alone, in at most 20 activations', async () => {
	const page = await newPage({ width: 1920, height: 1080 });
	let activations = 0;
	const press = async (selector, key = 'Enter') => {
		await to(page, selector);
		activations++;
		if (key !== 'Enter')
			return page.keyboard.press(key);
		const done = page.waitForNavigation();
		await page.keyboard.press('Enter');
		await done;
		await page.waitForLoadState();
	};

	await signIn(page, 'mads.sb');
	await page.goto(`${base}/plan/conferences`);
	await assertAccessible(page);
	await press('a[href$="/plan/3/conference/21"]');
	await assertAccessible(page);
	await press('button[value=open]');
	await assertAccessible(page);
	await to(page, '[name=citizens-words]');
	await page.keyboard.type('Jeg vil bare i gang igen. Men jeg kan ikke sidde ned en hel dag.');
	await press('button[value=all-here]');
	assert.equal(await page.locator('[name=citizens-words]').inputValue(), 'Jeg vil bare i gang igen. Men jeg kan ikke sidde ned en hel dag.');
	await press('button[name=take]');
	await press('button[name=look]:not([aria-current])');
	await press('button[name=take]');
	await page.locator('.sp-room-finding').nth(2).focus();
	await press('button[name=look]:not([aria-current])');
	await press('button[name=take]');
	assert.equal(await page.locator('.sp-decided tbody tr').count(), 3);
	await press('[name=realistic]', 'ArrowRight');
	await press('[name=manageable]', 'ArrowRight');
	await assertAccessible(page);
	await press('button[value=conclude]');
	await assertAccessible(page);
	assert.match(await page.locator('main').innerText(), /Jeg vil bare i gang igen/);
	assert.equal(await page.locator('.sp-decided tbody a').count(), 3, 'three interventions');
	console.log(`# activations: ${activations}`);
	assert.ok(activations <= 20, `${activations} activations`);
	assert.deepEqual(page.faults, []);
});

test('without script nothing that was typed is lost, whatever is pressed', async () => {
	const page = await newPage({ javaScript: false, width: 320, height: 800 });

	await signIn(page, 'mads.sb');
	await page.goto(`${base}/plan/9/conference/22`);
	await page.locator('button[value=open]').click();
	await page.locator('[name=citizens-words]').fill('  Ikke skole.\nHellere værksted.');
	await page.locator('[name=conclusion]').fill('Vi prøver et værksted');
	await page.locator('button[name=take]').first().click();
	assert.equal(await page.locator('[name=citizens-words]').inputValue(), 'Ikke skole.\nHellere værksted.');
	assert.equal(await page.locator('[name=conclusion]').inputValue(), 'Vi prøver et værksted');
	assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'nothing is cut off');
	await assertAccessible(page);
});
