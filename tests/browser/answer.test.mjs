// A whole screening on a tablet: with the keyboard alone, from right to left, left alone for too long, and what the next person sees.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { assertAccessible, assertFits, newPage, runDemo, stack } from './stack.mjs';
import { codeOn, karensAnswers, person, send, sql } from './walk.mjs';

const [url] = stack.urls;
const tablet = { width: 768, height: 1024 };
const born = '11-11-1968', citizen = 14;

after(() => sql('DELETE FROM sign_in_failure'));

/** A new code for a questionnaire of that citizen. */
async function newCode() {
	const mads = await person('mads.sb');
	await mads.goto(`${url}/citizens/${citizen}`);
	const choice = mads.locator('#form-screening [name=questionnaire] option, #form-screening [name=questionnaire][value]', { hasText: /kontanthjælp/ }).first();
	const value = await choice.count() ? await choice.getAttribute('value') : sql("SELECT MAX(id) FROM questionnaire WHERE code = 'demo-kontanthjaelp' AND state = 'published'")[0][0];
	await send(mads, 'screening', { questionnaire: value });
	const code = await codeOn(mads);
	await mads.context().close();
	return code;
}

/** A citizen's tablet, in at the code. */
async function enter(code, options = {}) {
	const page = await newPage({ ...tablet, ...options });
	await page.goto(`${url}/answer`);
	await send(page, 'code', { code, 'birth-date': born });
	return page;
}

/** Press Tab until what has the focus is what is meant. */
async function tabTo(page, selector) {
	for (let n = 0; n < 40; n++) {
		if (await page.evaluate((it) => document.activeElement?.matches(it), selector))
			return;
		await page.keyboard.press('Tab');
	}
	assert.fail(`the keyboard does not reach ${selector} at ${page.url()}`);
}

/** What the newest screening holds. */
function latest() {
	return sql(`SELECT choice FROM answer WHERE screening_id = (SELECT MAX(id) FROM screening WHERE citizen_id = ${citizen})`);
}

async function press(page, selector, key = 'Enter') {
	await tabTo(page, selector);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
}

async function looks(page) {
	await assertFits(page);
	await assertAccessible(page);
	assert.deepEqual(page.faults, []);
}

/** From the page about it to the end, with the keyboard alone. */
async function answerByKeyboard(page, answers) {
	await looks(page);
	await press(page, 'main a.button');
	for (let n = 0; n < 30 && !page.url().endsWith('/answer/summary'); n++) {
		const question = await page.locator('form#form-questionnaire input[type=radio]').first().getAttribute('name');
		const values = await page.locator(`input[name="${question}"]`).evaluateAll((all) => all.map((it) => it.value));
		if (n === 0 || n === 21)
			await looks(page);
		await tabTo(page, `input[name="${question}"]`);
		await page.keyboard.press('Space');
		// Inside the group the arrows move, and choose.
		for (let k = 0; k < values.indexOf(answers[question]); k++)
			await page.keyboard.press('ArrowDown');
		assert.equal(await page.locator(`input[name="${question}"]:checked`).getAttribute('value'), answers[question]);
		await press(page, 'button[value=next]');
	}
	await looks(page);
}

test('a whole screening on a tablet, with the keyboard alone', async () => {
	const page = await newPage(tablet);
	await page.goto(`${url}/answer`);
	await looks(page);
	await tabTo(page, '[name=code]');
	await page.keyboard.type((await newCode()).toLowerCase().replaceAll('-', ' '));
	await page.keyboard.press('Tab');
	await page.keyboard.type(born);
	await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
	await answerByKeyboard(page, karensAnswers());
	// A change from the summary leads back to it.
	await press(page, 'a[href$="/questionnaire/1?from=summary"]');
	assert.equal(await page.locator('button[value=next]').innerText(), 'Gem og gå til oversigten');
	await press(page, 'button[value=next]');
	assert.ok(page.url().endsWith('/answer/summary'));
	await press(page, 'button[value=send]');
	assert.ok(page.url().endsWith('/answer/done'));
	await looks(page);
	// Back shows nothing of it.
	await page.goBack();
	await page.waitForLoadState();
	assert.doesNotMatch(await page.locator('main').innerText(), /Jeg er|Ret/);
});

test('a whole screening from right to left', async () => {
	const page = await newPage(tablet);
	await page.goto(`${url}/answer`);
	await page.getByRole('link', { name: 'العربية' }).click();
	assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
	await looks(page);
	await send(page, 'code', { code: await newCode(), 'birth-date': born });
	await answerByKeyboard(page, karensAnswers());
	assert.equal(await page.locator('html').getAttribute('lang'), 'ar');
	const [next, back] = await Promise.all(['send', 'back'].map((it) => page.locator(`button[value=${it}]`).boundingBox()));
	assert.ok(next.x < back.x, 'onwards is to the left');
	await press(page, 'button[value=send]');
	assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
	await looks(page);
});

test('large targets, and no scrolling sideways at 320 px or at 400 %', async () => {
	const page = await enter(await newCode());
	await page.goto(`${url}/answer/questionnaire/2`);
	for (const reply of await page.locator('.sp-reply:not(.sp-reply--quiet)').all())
		assert.ok((await reply.boundingBox()).height >= 56);
	assert.ok((await page.locator('button[value=next]').boundingBox()).height >= 52);
	// 1280 px at 400 % are 320.
	for (const width of [320, 390]) {
		await page.setViewportSize({ width, height: 640 });
		for (const path of ['questionnaire/2', 'questionnaire/22', 'information', 'summary', 'still']) {
			await page.goto(`${url}/answer/${path}`);
			await assertFits(page);
		}
	}
});

test('a code behind # is put into the field and does not stay in the address', async () => {
	const page = await newPage(tablet);
	const code = await newCode();
	await page.goto(`${url}/answer#${code}`);
	assert.equal(await page.locator('[name=code]').inputValue(), code);
	assert.equal(new URL(page.url()).hash, '');
	assert.ok(await page.locator('[name="birth-date"]').evaluate((node) => node === document.activeElement));
});

test('a tablet left alone asks, keeps what was chosen, closes, and shows nothing', async () => {
	const code = await newCode();
	const page = await newPage(tablet);
	await page.clock.install();
	await page.goto(`${url}/answer`);
	await send(page, 'code', { code, 'birth-date': born });
	await page.goto(`${url}/answer/questionnaire/1`);
	await page.clock.runFor(100_000);
	// Activity counts: from now on it is two minutes again.
	const kept = page.waitForResponse((it) => it.request().method() === 'POST' && it.url().endsWith('/answer/questionnaire/1'));
	await page.locator('input[value=skilt]').check({ force: true });
	await page.clock.runFor(2_000);
	assert.equal((await kept).status(), 303);
	await page.clock.runFor(100_000);
	assert.ok(page.url().endsWith('/questionnaire/1'));
	await Promise.all([page.waitForURL('**/answer/still'), page.clock.runFor(30_000)]);
	assert.doesNotMatch(await page.locator('main').innerText(), /familie/);
	await looks(page);
	// One step back to the same page, with what was chosen.
	await page.locator('button[value=here]').click();
	await page.waitForURL('**/answer/questionnaire/1');
	assert.ok(await page.locator('input[value=skilt]').isChecked());
	// And nobody there.
	await Promise.all([page.waitForURL('**/answer/still'), page.clock.runFor(121_000)]);
	await Promise.all([page.waitForURL('**/answer/closed'), page.clock.runFor(61_000)]);
	await looks(page);
	for (let n = 0; n < 6; n++) {
		await page.goBack().catch(() => null);
		await page.waitForLoadState();
		assert.doesNotMatch(await page.locator('body').innerText(), /familie|Jeg er/, page.url());
		assert.match(page.url(), /\/answer(\?.*)?$|about:blank|closed/);
	}
});

test('what is kept meanwhile never overtakes what is sent', async () => {
	const code = await newCode(), page = await enter(code);
	await page.goto(`${url}/answer/questionnaire/1`);
	const order = [];
	let release;
	const held = new Promise((resolve) => {
		page.route('**/answer/questionnaire/1', async (route) => {
			const keeps = route.request().postData()?.includes('submit=keep');
			if (keeps && !release) {
				await new Promise((go) => resolve(release = go));
				order.push('kept');
			} else if (route.request().method() === 'POST') {
				order.push('sent');
			}
			await route.continue();
		});
	});
	await page.locator('input[value=enlig]').check({ force: true });
	await held;
	await page.locator('input[value=skilt]').check({ force: true });
	await page.locator('button[value=next]').click({ noWaitAfter: true });
	setTimeout(release, 500);
	await page.waitForURL('**/answer/questionnaire/2');
	assert.deepEqual(order, ['kept', 'sent']);
	assert.deepEqual(latest(), [['skilt']]);
});

test('what could not be kept is sent again before the page is left', async () => {
	const page = await newPage(tablet);
	await page.clock.install();
	await page.goto(`${url}/answer`);
	await send(page, 'code', { code: await newCode(), 'birth-date': born });
	await page.goto(`${url}/answer/questionnaire/1`);
	await page.route('**/answer/questionnaire/1', (route) => route.request().method() === 'POST' ? route.abort() : route.continue());
	const failed = page.waitForEvent('requestfailed');
	await page.locator('input[value=skilt]').check({ force: true });
	await page.clock.runFor(2_000);
	await failed;
	assert.deepEqual(latest(), []);
	await page.unroute('**/answer/questionnaire/1');
	const kept = page.waitForResponse((it) => it.request().method() === 'POST');
	await page.clock.runFor(10_000);
	assert.equal((await kept).status(), 303);
	assert.deepEqual(latest(), [['skilt']]);
});

test('without a script the browser is sent on by the server', async () => {
	const page = await enter(await newCode(), { javaScript: false });
	const answer = await page.goto(`${url}/answer/questionnaire/1`);
	assert.match(answer.headers().refresh, /^120; url=.*\/answer\/still$/);
	await assertAccessible(page);
	await page.locator('label.sp-reply').first().click();
	await send(page, 'questionnaire', {}, 'next');
	assert.ok(page.url().endsWith('/answer/questionnaire/2'));
});

test('what is chosen is not lost when the language changes', async () => {
	const page = await enter(await newCode());
	await page.goto(`${url}/answer/questionnaire/1`);
	await page.locator('input[value=enlig]').check({ force: true });
	await Promise.all([page.waitForEvent('load'), page.locator('button[name=language][value=en]').click()]);
	assert.ok(await page.locator('input[value=enlig]').isChecked());
	assert.equal(await page.locator('html').getAttribute('lang'), 'en');
	await looks(page);
});

test('a browser that keeps whole pages for its back button shows nothing either', async () => {
	// As people have it: playwright switches this memory off.
	const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: process.getuid() !== 0,
		args: ['--disable-gpu', '--disable-dev-shm-usage'], ignoreDefaultArgs: ['--disable-back-forward-cache'] });
	try {
		for (const [leave, end] of [['pause', '**/answer/paused'], ['close', '**/answer/closed']]) {
			const page = await (await browser.newContext({ viewport: tablet })).newPage();
			await page.goto(`${url}/answer`);
			await send(page, 'code', { code: await newCode(), 'birth-date': born });
			await page.goto(`${url}/answer/questionnaire/1`);
			await page.locator('input[value=skilt]').check({ force: true });
			if (leave === 'close')
				await page.goto(`${url}/answer/still`);
			await page.locator(`button[value=${leave}]`).click();
			await page.waitForURL(end);
			for (let n = 0; n < 4; n++) {
				await page.goBack().catch(() => null);
				// A page out of the browser's memory is fetched anew, and leads away: what was there does not stay.
				await page.waitForURL(/\/answer(\?.*)?$|\/(closed|paused)$|about:blank/);
				assert.doesNotMatch(await page.locator('body').innerText(), /familie|Jeg er/, `${leave}: ${page.url()}`);
			}
		}
	} finally {
		await browser.close();
	}
});

test('of an answer and "I do not know" the latest holds', async () => {
	runDemo('run', 'import', 'questionnaire', new URL('../data/questionnaires/slags.xml', import.meta.url).pathname);
	sql("UPDATE questionnaire SET state = 'published' WHERE code = 'slags'");
	const page = await newPage(tablet);
	try {
		const mads = await person('mads.sb');
		await mads.goto(`${url}/citizens/${citizen}`);
		await send(mads, 'screening', { questionnaire: sql("SELECT MAX(id) FROM questionnaire WHERE code = 'slags'")[0][0] });
		const code = await codeOn(mads);
		await mads.context().close();
		await page.goto(`${url}/answer`);
		await send(page, 'code', { code, 'birth-date': '111168' });
	} finally {
		sql("UPDATE questionnaire SET state = 'retired' WHERE code = 'slags'");
	}
	const kept = () => sql("SELECT state, given FROM answer WHERE question = 'gener' ORDER BY screening_id DESC LIMIT 1")[0];
	const unknown = page.locator('[name="gener.missing"][value="dont-know"]'), back = page.locator('[name=gener][value=ryg]');
	await page.goto(`${url}/answer/questionnaire/1`);
	await unknown.check({ force: true });
	await back.check({ force: true });
	assert.equal(await unknown.isChecked(), false);
	await send(page, 'questionnaire', {}, 'next');
	assert.deepEqual(kept(), ['answered', 'ryg']);
	await page.goto(`${url}/answer/questionnaire/1`);
	await page.locator('[name=gener][value=hoved]').check({ force: true });
	await unknown.check({ force: true });
	assert.equal(await back.isChecked(), true);
	await send(page, 'questionnaire', {}, 'next');
	assert.equal(kept()[0], 'dont-know');
	assert.deepEqual(page.faults, []);
});
