// A professional note: kept while it is typed, its characters counted, read side by side once one's own is signed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, newPage, signIn, stack } from './stack.mjs';
import { newCourse, person, send, sql } from './walk.mjs';

const [url] = stack.urls;

/** A course that waits for its notes: its id. */
const waiting = () => newCourse('Notat Eksempel', 'assessment', { team: [['psy.eva', 'psychologist'], ['fys.pia', 'physiotherapist']] }).course;

async function looks(page) {
	await assertAccessible(page);
	for (const width of [320, 768, 1400]) {
		await page.setViewportSize({ width, height: 900 });
		await assertFits(page);
	}
	assert.deepEqual(page.faults, []);
}

const text = (page) => page.locator('main').innerText();

test('a note is kept while it is typed, counted, signed and added to', async () => {
	const course = waiting();
	const path = `${url}/plan/${course}/notes`;
	sql(`INSERT INTO professional_note (course_id, uid, profession, state, limitation, signed_at, changed_by)
		VALUES (${course}, 'fys.pia', 'physiotherapist', 'signed', 'Set af fysioterapeuten', UTC_TIMESTAMP(), 'fys.pia')`);
	const eva = await person('psy.eva', { width: 1400, height: 900 });
	await eva.goto(path);
	assert.ok(!(await text(eva)).includes('Set af fysioterapeuten') && /1 kollegas notat er underskrevet/.test(await text(eva)));
	const limitation = eva.locator('[name=limitation]'), count = limitation.locator('+ .sp-count');
	assert.equal(await count.isVisible(), false, 'nothing is counted where nothing is');
	await limitation.pressSequentially('Sover dårligt.');
	assert.equal(await count.innerText(), '14 af 20.000 tegn');
	await eva.getByText(/^Kladde gemt kl\. \d\d\.\d\d$/).waitFor();

	// Pasted, as one reads it: smart quotes stay, what is too long is said at once, and nothing is cut off.
	await limitation.fill('”å” '.repeat(5001));
	assert.match(await count.innerText(), /^3 tegn for meget; der er plads til 20\.000/);
	const saved = eva.waitForResponse((answer) => answer.url().endsWith('/saved'));
	await limitation.fill('Sover dårligt, “meget” dårligt.');
	assert.equal(await count.innerText(), '31 af 20.000 tegn');
	await looks(eva);

	// On another machine the draft is there; a colleague, also a leader, sees none of it.
	const other = await newPage({ javaScript: false, width: 390 });
	await saved;
	await signIn(other, 'psy.eva');
	await other.goto(path);
	assert.equal(await other.locator('[name=limitation]').inputValue(), 'Sover dårligt, “meget” dårligt.');
	await send(other, 'professional-note', { suggestion: 'Samtaler' }, 'draft');
	assert.match(await text(other), /Kladden er gemt\./);
	const karla = await person('tl.karla');
	await karla.goto(path);
	assert.ok(!(await text(karla)).includes('Sover') && (await text(karla)).includes('Set af fysioterapeuten'));

	// The first window has not seen what the other one added: both stand side by side.
	await limitation.fill('Sover dårligt, “meget” dårligt. Men drømmer.');
	await Promise.all([eva.waitForEvent('load'), eva.locator('#form-professional-note [value=sign]').click()]);
	assert.match(await text(eva), /gemt noget andet i et andet vindue/);
	assert.match((await eva.locator('.sp-theirs').allInnerTexts()).join(' '), /Samtaler/);
	eva.faults.length = 0;
	await looks(eva);
	await send(eva, 'professional-note', { suggestion: 'Samtaler' }, 'sign');
	assert.match(await text(eva), /Notatet er underskrevet/);
	assert.match(await text(eva), /Set af fysioterapeuten/);
	assert.equal(await eva.locator('[name=limitation]').isVisible(), true, 'another note can be written at once');
	await looks(eva);

	await eva.getByRole('link', { name: 'Skriv en tilføjelse' }).click();
	await eva.locator('[name=addendum]').fill('Hun har ringet: bedre nu.');
	await eva.getByText(/^Kladde gemt kl\./).waitFor();
	await looks(eva);
	await send(eva, 'addendum', {}, 'add');
	assert.match(await text(eva), /Tilføjet af Eva Tanke[^]*bedre nu/);
	assert.deepEqual(sql(`SELECT COUNT(*) FROM form_draft WHERE path LIKE '/plan/${course}/notes%'`), [['0']]);

	// On paper the notes stand side by side, without forms.
	await eva.emulateMedia({ media: 'print' });
	await eva.setViewportSize({ width: 794, height: 1123 });
	const columns = await eva.locator('.sp-beside > section').evaluateAll((all) => new Set(all.map((it) => Math.round(it.getBoundingClientRect().left))).size);
	assert.ok(columns >= 2, `${columns} columns`);
	assert.equal(await eva.getByRole('link', { name: 'Skriv en tilføjelse' }).isVisible(), false);
});
