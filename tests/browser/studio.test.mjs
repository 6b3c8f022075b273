// The studio, with and without scripts: a draft with an error at its line, mended, seen on a course, put to use by another, rolled back.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { assertAccessible, assertFits, newPage, signIn, stack } from './stack.mjs';
import { looksAlone, looksAsLoaded, send } from './walk.mjs';

const [url] = stack.urls;
const layer = (attribute) => `<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:samspil:page:1" xmlns:s="urn:samspil:functions" exclude-result-prefixes="p s">
  <xsl:import href="samspil:pages/plan.xsl"/>
  <xsl:template match="p:focus-area" mode="cell.suggestion">
    <td><em><xsl:value-of select="${attribute}"/></em></td>
  </xsl:template>
</xsl:stylesheet>`;

await looksAlone();
beforeEach(looksAsLoaded);

async function begin(page) {
	await page.goto(`${url}/admin/stylesheets`);
	await send(page, 'draft', { program: 'plan', beginning: 'shipped', reason: 'Forslag med kursiv' });
	return page.url().split('?')[0];
}

/** Put a text into the editor, as one who pastes it. */
async function paste(page, text) {
	await page.locator('.cm-content').click();
	await page.keyboard.press('Control+A');
	await page.keyboard.press('Delete');
	await page.keyboard.insertText(text);
}

async function fits(page) {
	await assertAccessible(page);
	for (const width of [320, 1400]) {
		await page.setViewportSize({ width, height: 900 });
		await assertFits(page);
	}
}

test('from the error to the mended, checked draft', async () => {
	const page = await newPage({ width: 1400 });
	await signIn(page, 'xsl.jens');
	const draft = await begin(page);
	await page.waitForSelector('.cm-content');
	await fits(page);
	await paste(page, layer('@sugestion'));
	await page.locator('[value=save-and-check]').click();
	await page.waitForSelector('#check a');
	assert.equal(await page.locator('textarea[name=sheet]').inputValue(), layer('@sugestion'));
	await page.waitForSelector('.cm-lint-marker-error');
	await fits(page);
	// The link leads into the editor, at the line.
	await page.locator('#check a[href$="#l6"]').first().click();
	assert.match(await page.locator('.cm-activeLine').textContent(), /@sugestion/);
	await paste(page, layer('p:suggestion'));
	await page.locator('[value=save-and-check]').click();
	await page.waitForSelector('#check.sp-note--green');
	assert.equal(await page.locator('.cm-lint-marker-error').count(), 0);
	assert.deepEqual(page.faults, []);
	assert.ok(draft);
	await page.context().close();
});

test('the keyboard is not caught, and unsaved text is not lost', async () => {
	const page = await newPage();
	await signIn(page, 'xsl.jens');
	const draft = await begin(page);
	await page.locator('.cm-content').click();
	await page.keyboard.press('Tab');
	assert.ok(await page.evaluate(() => document.activeElement.matches('.sp-editor')), 'Tab indents');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Tab');
	assert.ok(await page.evaluate(() => !document.activeElement.matches('.sp-editor')), 'Esc, then Tab, leads on');
	let asked = 0;
	page.on('dialog', (dialog) => { asked += 1; return dialog.accept(); });
	await page.goto(`${url}/admin`);
	assert.equal(asked, 1);
	// What was saved is left without a word.
	await page.goto(draft);
	await page.waitForSelector('.cm-content');
	await page.goto(`${url}/admin`);
	assert.equal(asked, 1);
	await page.context().close();
});

test('seen beside the common look, put to use by another, and back', async () => {
	const page = await newPage({ width: 1400 }), other = await newPage({ width: 1400 });
	await signIn(page, 'xsl.jens');
	await signIn(other, 'it.bo');
	const draft = await begin(page);
	await page.waitForSelector('.cm-content');
	await paste(page, layer('p:suggestion'));
	await page.locator('[value=save-and-check]').click();
	await page.waitForSelector('#check.sp-note--green');

	await page.goto(`${draft}/preview`);
	await fits(page);
	const citizen = page.locator('li', { has: page.locator('.sp-strong', { hasText: 'Brian Nielsen' }) });
	await citizen.locator('a', { hasText: 'Fokusområder' }).last().click();
	const [mine, common] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)];
	await mine.locator('td em').first().waitFor();
	await common.locator('h2', { hasText: 'Fokusområder' }).waitFor();
	assert.equal(await common.locator('td em').count(), 0);
	assert.match(await mine.locator('body').textContent(), /kladde/);
	// axe would wait for its scripts in the frames, where none run.
	for (const width of [320, 1400]) {
		await page.setViewportSize({ width, height: 900 });
		await assertFits(page);
	}
	await page.goto(`${draft}/facts?page=plan-focus-areas`);
	await fits(page);

	await page.goto(draft);
	await send(page, 'ask', {});
	await other.goto(`${url}/admin/stylesheets`);
	await fits(other);
	await other.locator('.sp-note a').first().click();
	await other.waitForSelector('#form-activate');
	await fits(other);
	await send(other, 'activate', {});
	const back = other.locator('tr', { hasText: 'Sundhedscenter' }).locator('form[id^=form-roll-back]');
	assert.equal(await back.count(), 1);
	await fits(other);

	await page.goto(`${url}/plan/3/focus-areas`);
	await page.locator('td em').first().waitFor();
	await back.locator('[type=submit]').click();
	await other.waitForSelector('.sp-note--green');
	await page.goto(`${url}/plan/3/focus-areas`);
	assert.equal(await page.locator('td em').count(), 0);
	assert.deepEqual([...page.faults, ...other.faults], []);
	await page.context().close();
	await other.context().close();
});

test('all of it without scripts', async () => {
	const page = await newPage({ javaScript: false, width: 1400 });
	await signIn(page, 'xsl.jens');
	await begin(page);
	await send(page, 'stylesheet', { sheet: layer('@sugestion') }, 'save-and-check');
	const link = page.locator('#check a[href$="#l6"]').first();
	assert.match(await link.textContent(), /^Linje 6, kolonne \d+$/);
	await link.click();
	assert.match(await page.locator('li:target').textContent(), /@sugestion/);
	assert.equal(await page.locator('textarea[name=sheet]').inputValue(), layer('@sugestion'));
	await assertAccessible(page);
	await send(page, 'stylesheet', { sheet: layer('p:suggestion') }, 'save-and-check');
	await page.waitForSelector('#check.sp-note--green');
	await page.context().close();
});
