// Messages between who takes part in a course: writing, reading and giving a receipt, and that everybody can use the pages.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertAccessible, assertFits, newPage, signIn, stack } from './stack.mjs';
import { newCourse, send } from './walk.mjs';

const url = stack.urls[0];

async function look(page, name) {
	await assertAccessible(page);
	for (const width of [1400, 768, 320]) {
		await page.setViewportSize({ width, height: 900 });
		await assertFits(page);
		if (process.env.SAMSPIL_SHOTS)
			await page.screenshot({ path: `${process.env.SAMSPIL_SHOTS}/notify-${name}-${width}.png`, fullPage: true });
	}
	await page.setViewportSize({ width: 1280, height: 800 });
}

test('from the contacts to a message, a receipt and an answer, without JavaScript', async () => {
	const mads = await newPage({ javaScript: false });
	await signIn(mads, 'mads.sb');
	const { course } = newCourse('Besked Eksempel', 'assessment', { team: [['psy.eva', 'psychologist']] });
	await mads.goto(`${url}/plan/${course}/contacts`);
	await mads.setViewportSize({ width: 320, height: 900 });
	assert.equal(await mads.locator('.sp-facts dd').nth(1).evaluate((dd) => {
		const range = document.createRange();
		dd.textContent = 'Opfølgningssamtale';
		range.selectNodeContents(dd);
		return range.getClientRects().length;
	}), 1, 'a long word of the head is not broken');
	await mads.click(`a[href$="/messages/courses/${course}"]`);
	await look(mads, 'write');
	await send(mads, 'message', { to: 'psy.eva', subject: 'Om 250380-1234', text: 'Kan du se på notatet inden fredag?', 'wants-receipt': 'yes' });
	assert.match(await mads.textContent('main'), /Skriv ikke CPR-nummer i emnet/);
	assert.equal(await mads.inputValue('[name=text]'), 'Kan du se på notatet inden fredag?', 'what was typed is still there');
	await mads.fill('[name=subject]', 'Notatet inden fredag');
	await mads.click('button[value=send]');
	await mads.waitForURL(/\/messages\?/);
	assert.match(await mads.textContent('main'), /Notatet inden fredag/);
	await look(mads, 'sent');

	const other = await newPage({ javaScript: false });
	await signIn(other, 'psy.eva');
	assert.match(await other.textContent('.sp-messages'), /Notatet inden fredag/);
	await other.goto(`${url}/messages`);
	await look(other, 'in');
	assert.equal(await other.locator('button:has-text("Notatet inden fredag")').evaluate((b) => getComputedStyle(b).textAlign), 'start',
		'subjects of two lines stand as those of one');
	await other.click('button:has-text("Notatet inden fredag")');
	await other.waitForURL(/\/messages\/\d+$/);
	await look(other, 'one');
	await other.click('button[value=receipt]');
	assert.match(await other.textContent('main'), /Kvitteret/);
	await other.fill('[name=text]', 'Ja.');
	await other.click('button[value=send]');
	await other.waitForSelector('.sp-note--green');

	await mads.goto(`${url}/messages`);
	await mads.click('button:has-text("Notatet inden fredag")');
	await mads.waitForURL(/\/messages\/\d+$/);
	assert.match(await mads.textContent('main'), /Ja\./);
	assert.deepEqual([...mads.faults, ...other.faults], []);
	await Promise.all([mads.context().close(), other.context().close()]);
});
