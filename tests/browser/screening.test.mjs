// Screening at the caseworker's desk: accessible, no wider than the window, printed, typed with digits.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { assertLooks, newPage, runDemo, signIn, stack } from './stack.mjs';
import { sql } from './walk.mjs';

const url = stack.urls[1];

/** A new screening of citizen 14, of the questionnaire with this id where one is named; its path. */
async function issue(page, id) {
	await page.goto(`${url}/citizens/14`);
	const choice = page.locator('#form-screening [name=questionnaire]');
	if (await choice.first().getAttribute('type') === 'radio')
		await (id ? page.locator(`#form-screening [name=questionnaire][value="${id}"]`) : choice.first()).check();
	else
		await choice.selectOption(id ?? { index: 1 });
	await page.locator('#form-screening [type=submit]').click();
	await page.waitForURL(/\/screening\/[0-9]+/);
	return new URL(page.url()).pathname;
}

async function looksRight(page) {
	await assertLooks(page);
	assert.doesNotMatch(await page.locator('body').innerText(), /\[[a-z-]+(\.[a-z-]+)+\]/, `a label is missing on ${page.url()}`);
	await page.setViewportSize({ width: 1400, height: 800 });
}

test('the slip is one click away, its QR code leads to the code, and nothing on it names the citizen', async () => {
	const page = await newPage();
	await signIn(page, 'mads.sb', url);
	await issue(page);
	await looksRight(page);
	const code = (await page.locator('.sp-code-shown').innerText()).trim();
	const folder = mkdtempSync(join(tmpdir(), 'qr-'));
	await page.emulateMedia({ media: 'print' });
	await page.locator('.sp-qr').screenshot({ path: join(folder, 'qr.png') });
	assert.equal(execFileSync('zbarimg', ['-q', '--raw', join(folder, 'qr.png')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
		`${url}/answer#${code}`);
	rmSync(folder, { recursive: true });
	const printed = await page.locator('body').innerText();
	assert.match(printed, new RegExp(code));
	assert.doesNotMatch(printed, /Anne|Hansen|111168/);
	assert.deepEqual(page.faults, []);
});

test("the QR code of a citizen with another language opens in it", async () => {
	const page = await newPage();
	await signIn(page, 'mads.sb', url);
	sql("UPDATE citizen SET language = 'ar' WHERE id = 14");
	try {
		await issue(page);
	} finally {
		sql("UPDATE citizen SET language = 'da' WHERE id = 14");
	}
	const code = (await page.locator('.sp-code-shown').innerText()).trim();
	const folder = mkdtempSync(join(tmpdir(), 'qr-'));
	await page.emulateMedia({ media: 'print' });
	await page.locator('.sp-qr').screenshot({ path: join(folder, 'qr.png') });
	const read = execFileSync('zbarimg', ['-q', '--raw', join(folder, 'qr.png')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
	rmSync(folder, { recursive: true });
	assert.equal(read, `${url}/answer?language=ar#${code}`);
	const citizen = await newPage({ width: 390, height: 800 });
	await citizen.goto(read);
	assert.equal(await citizen.locator('html').getAttribute('lang'), 'ar');
	assert.equal(await citizen.inputValue('[name=code]'), code);
});

test('answers on paper are typed with digits alone', async () => {
	const page = await newPage({ width: 1400 });
	await signIn(page, 'mads.sb', url);
	const path = await issue(page);
	await page.goto(`${new URL(url).origin}${path}/paper`);
	await looksRight(page);
	await page.emulateMedia({ media: 'print' });
	assert.doesNotMatch(await page.locator('body').innerText(), /Anne|111168/);
	await page.emulateMedia({ media: 'screen' });
	await page.goto(`${new URL(url).origin}${path}`);
	await looksRight(page);
	await page.locator('#form-begin-paper [type=submit]').click();
	await page.waitForURL(/\/fill/);
	await looksRight(page);
	const questions = await page.locator('fieldset.sp-question').count();
	for (let i = 0; i < questions; i++)
		await page.keyboard.press('1');
	await page.locator('.sp-fill [type=submit][value=next]:focus').waitFor();
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/screening\/[0-9]+\?done/);
	await looksRight(page);
	assert.match(await page.locator('main').innerText(), /Medarbejder efter papir/);
	await page.goto(`${new URL(url).origin}${path}/compare`);
	await looksRight(page);
	await page.goto(`${url}/screening?whose=mine&state=submitted`);
	await looksRight(page);
	assert.deepEqual(page.faults, []);
});

test('questions of every kind are typed from paper, each once and with its number, 10 as 10', async () => {
	runDemo('run', 'import', 'questionnaire', new URL('../data/questionnaires/slags.xml', import.meta.url).pathname);
	const [[id]] = sql("SELECT MAX(id) FROM questionnaire WHERE code = 'slags'");
	sql(`UPDATE questionnaire SET state = 'published' WHERE id = ${id}`);
	after(() => sql(`UPDATE questionnaire SET state = 'retired' WHERE id = ${id}`));
	const page = await newPage({ width: 1400 });
	await signIn(page, 'mads.sb', url);
	await issue(page, id);
	await page.locator('#form-begin-paper [type=submit]').click();
	await page.waitForURL(/\/fill/);
	await looksRight(page);
	assert.deepEqual(await page.locator('fieldset.sp-question legend').allInnerTexts(),
		['1. Hvad generer dig?', '3. Hvad har du prøvet?', '4. Hvad vejer du?', '5. Sygedage i sidste måned', '6. Gode dage', '7. Hviler du?']);
	assert.equal(await page.locator('[name="gener.missing"]').count(), 2, 'what stands beside is drawn once');
	assert.deepEqual(await page.locator('.sp-fill [type=submit]').allInnerTexts(), ['Send svarene', 'Gem, og fortsæt senere']);
	const focused = () => page.evaluate(() => document.activeElement.name);
	assert.equal(await focused(), 'gener', 'one types at once');
	await page.keyboard.press('2');
	await page.keyboard.press('5');
	await page.keyboard.press('3');
	assert.equal(await focused(), 'gener', 'several may be ticked');
	await page.keyboard.press('Enter');
	assert.equal(await focused(), 'vaerst');
	await page.keyboard.press('1');
	await page.keyboard.press('Enter');
	await page.keyboard.type('82,5');
	await page.keyboard.press('Enter');
	await page.keyboard.type('4');
	await page.keyboard.press('Enter');
	assert.equal(await focused(), 'gode');
	await page.keyboard.press('1');
	assert.equal(await focused(), 'gode', 'a 0 may follow');
	await page.keyboard.press('0');
	assert.equal(await focused(), 'hvile');
	await page.keyboard.press('3');
	assert.equal(await focused(), 'hvile', 'that one does not know is no number');
	await page.keyboard.press('2');
	await page.locator('.sp-fill [type=submit][value=next]:focus').waitFor();
	assert.deepEqual(await page.evaluate(() => [...new FormData(document.querySelector('.sp-fill form'))].filter(([name, value]) => value !== ''
		&& !['token', 'once', 'revision', 'page.unasked'].includes(name))),
	[['gener', 'hoved'], ['gener', 'mave'], ['vaerst', 'lidt'], ['vaegt', '82,5'], ['syge', '4'], ['gode', '10'], ['hvile', 'nej']]);

	// Alone it is waited for, and no longer than it takes.
	await page.locator('[name=gode][value="10"]').focus();
	await page.keyboard.press('1');
	await page.locator('[name=hvile]:focus').waitFor();
	assert.ok(await page.locator('[name=gode][value="1"]').isChecked());
	assert.deepEqual(page.faults, []);
});

test('where nothing has a colour no column stands empty; of several answers the newest come first', async () => {
	const [[id]] = sql("SELECT MAX(s.id) FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id WHERE q.code = 'trivsel' AND s.state = 'assessed'");
	const page = await newPage({ width: 1400 });
	await signIn(page, 'mads.sb', url);
	await page.goto(`${url}/screening/${id}`);
	assert.deepEqual(await page.locator('.sp-answers').first().evaluate((list) => getComputedStyle(list).marginTop), '0px');
	assert.deepEqual(await page.locator('main thead th').allInnerTexts(), ['Dimension', 'Svar']);
	await page.goto(`${url}/screening/${id}/compare`);
	await looksRight(page);
	assert.doesNotMatch(await page.locator('main').innerText(), /0 røde/);
	const days = (await page.locator('.sp-compare thead a').allInnerTexts()).map((day) => day.split(/[^0-9]+/).reverse().join('-'));
	assert.deepEqual(days, days.toSorted().reverse());
	assert.deepEqual(page.faults, []);
});
