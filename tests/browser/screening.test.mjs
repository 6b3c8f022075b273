// Screening at the caseworker's desk: accessible, no wider than the window, printed, typed with digits.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertAccessible, assertFits, newPage, signIn, stack } from './stack.mjs';

const url = stack.urls[1];

/** A new screening of citizen 14; its path. */
async function issue(page) {
	await page.goto(`${url}/citizens/14`);
	const choice = page.locator('#form-screening [name=questionnaire]');
	if (await choice.first().getAttribute('type') === 'radio')
		await choice.first().check();
	else
		await choice.selectOption({ index: 1 });
	await page.locator('#form-screening [type=submit]').click();
	await page.waitForURL(/\/screening\/[0-9]+/);
	return new URL(page.url()).pathname;
}

async function looksRight(page) {
	for (const width of [1400, 768, 320]) {
		await page.setViewportSize({ width, height: 800 });
		await assertAccessible(page);
		await assertFits(page);
	}
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
	await page.locator('.sp-question input').first().focus();
	const questions = await page.locator('fieldset.sp-question').count();
	for (let i = 0; i < questions; i++)
		await page.keyboard.press('1');
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
