// Surveys as their leader meets them, at three widths.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertLooks, newPage, signIn, stack } from './stack.mjs';

const [url] = stack.urls;
const code = 'TEST-2345-TEAM';

async function assertGood(page) {
	await assertLooks(page);
	assert.deepEqual(page.faults, []);
}

test('the leader: all surveys, one with its slip, what another one says', async () => {
	const page = await newPage();
	await signIn(page, 'tl.karla');
	await page.goto(`${url}/screening/surveys`);
	await assertGood(page);
	await page.getByRole('link', { name: 'Borgernes oplevelse, næste runde' }).click();
	await page.getByText(code).waitFor();
	await assertGood(page);
	await page.goto(`${url}/screening/surveys`);
	await page.getByRole('link', { name: 'Samarbejdet om borgerne, forår' }).click();
	await page.getByRole('link', { name: 'Se resultatet' }).click();
	await page.getByText('38 har svaret').waitFor();
	await assertGood(page);
});
