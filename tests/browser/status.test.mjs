// Where a course stands, in a browser: the pages of state, documents and referral; a course from a
// referral, refused for what it lacks, closed, reopened.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertAccessible, assertFits, newPage, signIn, stack } from './stack.mjs';

const pages = {
	'mads.sb': ['/plan/4/status', '/plan/4/documents', '/plan/new/4'],
	'sofie.sb': ['/plan/10/status'],
};

for (const [uid, paths] of Object.entries(pages))
	test(`the pages of ${uid}, wide and narrow`, async () => {
		const page = await newPage({ width: 1400 });
		await signIn(page, uid);
		for (const path of paths) {
			const answer = await page.goto(stack.urls[0] + path);
			assert.equal(answer.status(), 200, path);
			await assertAccessible(page);
			await assertFits(page);
			await page.setViewportSize({ width: 320, height: 800 });
			await assertFits(page);
			await page.setViewportSize({ width: 1400, height: 800 });
		}
		assert.deepEqual(page.faults, []);
	});

test('a referral, refused for what it lacks, closed, reopened, without JavaScript', async () => {
	const page = await newPage({ javaScript: false });
	await signIn(page, 'mads.sb');
	await page.goto(`${stack.urls[0]}/citizens/118`);
	await page.click('a[href$="/plan/new/118"]');
	await page.click('label:has-text("alle målgrupper")');
	await page.fill('#course-referrer-actor', 'Ældre og Sundhed');
	await page.fill('#course-referral', 'Vil gerne i gang igen');
	await page.click('button:has-text("Opret forløb")');
	assert.match(await page.textContent('.sp-course'), /Ny/);
	await page.click('button:has-text("Videre til risikovurdering")');
	assert.match(await page.textContent('.sp-note--red'), /på plads.*spørgeskemaet mangler/s);
	await assertAccessible(page);
	await page.fill('#screen-course-screening-note', 'Talen var nok');
	await page.click('button:has-text("Videre til risikovurdering")');
	assert.match(await page.textContent('.sp-course'), /Screenet/);
	const address = page.url().replace(/[?].*/, '');
	await page.click('summary:has-text("Afslut forløbet")');
	await page.selectOption('#close-course-outcome', 'job');
	await page.fill('#close-course-reason', 'Fast arbejde 18 timer');
	await page.click('button:has-text("Afslut forløbet")');
	assert.match(await page.textContent('.sp-note--green'), /afsluttet/);
	const karla = await newPage({ javaScript: false });
	await signIn(karla, 'tl.karla');
	await karla.goto(address);
	await karla.fill('#reopen-course-reason', 'Jobbet ophørte');
	await karla.click('button:has-text("Åbn igen")');
	assert.match(await karla.textContent('.sp-course'), /I gang.*Jobbet ophørte/s);
});
