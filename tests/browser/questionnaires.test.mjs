// Questionnaires for their authors: the list, a text with faults at their lines, and a trial walked to its end, also from right to left.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertLooks, newPage, signIn, stack } from './stack.mjs';

const [url] = stack.urls;

test('the versions, and a text with faults', async () => {
	const page = await newPage({ width: 1400 });
	await signIn(page, 'tl.karla');
	await page.goto(`${url}/admin/questionnaires`);
	await assertLooks(page);
	await page.getByRole('link', { name: /kontanthjælp/ }).first().click();
	await assertLooks(page);
	await page.goto(`${url}/admin/questionnaires/new`);
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+A');
	await page.keyboard.press('Delete');
	await page.keyboard.insertText('<questionnaire xmlns="urn:samspil:questionnaire:1" id="x" version="1" lang="da">\n<title>a</title>\n</questionnaire>');
	await page.locator('[value=check]').click();
	await page.waitForSelector('#check a[href$="#l1"]');
	await page.waitForSelector('.cm-lint-marker-error');
	await assertLooks(page);
	assert.deepEqual(page.faults, []);
	await page.context().close();
});

test('a trial to its end, without scripts', async () => {
	const page = await newPage({ width: 768, javaScript: false });
	await signIn(page, 'tl.karla');
	await page.goto(`${url}/admin/questionnaires`);
	await page.getByRole('link', { name: /kontanthjælp/ }).first().click();
	await page.locator('a[href$="/try/1"]').click();
	await assertLooks(page);
	while (await page.locator('[type=radio]').count() > 0) {
		await page.locator('[type=radio]').first().check();
		await page.locator('.sp-actions--ask .button-primary').click();
	}
	await assertLooks(page);
	// The answers come along into another language, and back to a question.
	await page.locator('.sp-langs button').last().click();
	assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
	await assertLooks(page);
	await page.locator('[value=send]').click();
	await page.waitForSelector('.sp-light');
	await assertLooks(page);
	await page.locator('.sp-actions--ask [value=show]').click();
	await page.locator('.sp-asked button').first().click();
	assert.equal(await page.locator('[type=radio]:checked').count(), 1);
	assert.deepEqual(page.faults, []);
	await page.context().close();
});
