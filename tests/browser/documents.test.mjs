// The documents of a course in a browser: filed without JavaScript, refused with words, read at three widths; nothing is left behind.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertAccessible, assertLooks, newPage, signIn, stack } from './stack.mjs';

const refused = { name: 'løn.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0') };
const lies = { name: 'brev.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') };

test('the list, a document, a draft and a wrong one, narrow and wide', async () => {
	const page = await newPage();
	await signIn(page, 'mads.sb');
	for (const path of ['/plan/4/documents?wrong=yes', '/plan/4/documents/1', '/plan/4/documents/4', '/plan/4/documents/5']) {
		assert.equal((await page.goto(stack.urls[0] + path)).status(), 200, path);
		// What is folded is looked at as well.
		await page.evaluate(() => document.querySelectorAll('main details').forEach((folded) => { folded.open = true; }));
		await assertLooks(page, [1400, 320]);
	}
	assert.deepEqual(page.faults, []);
	await page.context().close();
});

test('two files are refused without JavaScript: each is named, and what was typed stays', async () => {
	const page = await newPage({ javaScript: false });
	await signIn(page, 'mads.sb');
	await page.goto(`${stack.urls[0]}/plan/4/documents`);
	// Unfold, choose files, choose a kind, press: four activations.
	await page.click('#new-document > summary');
	await page.setInputFiles('#document-files', [refused, lies]);
	await page.selectOption('#document-document-kind', 'letter');
	await page.fill('#document-source', 'Egen læge');
	await page.click('#form-document button:has-text("Læg i sagen")');
	const told = await page.locator('[data-keep=notice] li').allInnerTexts();
	assert.equal(told.length, 2);
	assert.match(told[0], /^løn\.exe: Den slags filer/);
	assert.match(told[1], /^brev\.pdf: Indholdet er ikke det/);
	assert.equal(await page.inputValue('#document-source'), 'Egen læge');
	assert.equal(await page.inputValue('#document-document-kind'), 'letter');
	await assertAccessible(page);
});

test('a file is saved, never shown', async () => {
	const page = await newPage();
	await signIn(page, 'mads.sb');
	await page.goto(`${stack.urls[0]}/plan/4/documents`);
	const [saved] = await Promise.all([page.waitForEvent('download'), page.click('tr:has-text("Aftale med arbejdspladsen") a:has-text("Hent")')]);
	assert.equal(saved.suggestedFilename(), 'Aftale om praktik.pdf');
	assert.deepEqual(page.faults, []);
});
